import { describe, expect, it } from 'vitest';
import { lint } from '../support/lint';

const session = "import session from 'express-session';\n";
const using = (store: string): string => `app.use(session({ secret: process.env.SECRET, store: ${store} }));\n`;

/** The reports of a program that have to do with its store, or with a set-up that is none. */
const reports = (code: string): string[] =>
  lint(`${session}${code}`, { filename: 'app.js', preset: 'all' }).flatMap(({ ruleId, line, message }) => {
    const rule = ruleId?.split('/')[1] ?? message;
    return rule === 'no-memory-store' || !code.split('\n')[line - 2]?.includes('app.use') ? [`${rule} ${line}`] : [];
  });

/** The reports of secrets. */
const secretsIn = (code: string): string[] =>
  lint(`${session}${code}`, { filename: 'app.js' }).flatMap(({ ruleId, line, message }) => {
    const rule = ruleId?.split('/')[1] ?? message;
    return /secret|^no-memory|pars/i.test(rule) ? [`${rule} ${line}`] : [];
  });

describe('stores are no set-ups, and keep sessions elsewhere', () => {
  it.each([
    "import { RedisStore } from 'connect-redis';\n" + using('new RedisStore({ client })'),
    "import connectRedis from 'connect-redis';\nconst RedisStore = connectRedis(session);\n" +
      using('new RedisStore({ client })'),
    "import MongoStore from 'connect-mongo';\n" + using('MongoStore.create({ mongoUrl: process.env.MONGO_URL })'),
    "import connectMongo from 'connect-mongo';\nconst MongoStore = connectMongo(session);\n" +
      using('new MongoStore({ url })'),
    "import fileStore from 'session-file-store';\nconst FileStore = fileStore(session);\n" + using('new FileStore({})'),
    "import pgSimple from 'connect-pg-simple';\nconst PgStore = pgSimple(session);\n" + using('new PgStore({ pool })'),
    "import sequelize from 'connect-session-sequelize';\nconst Store = sequelize(session.Store);\n" +
      using('new Store({ db })'),
    "import mysql from 'express-mysql-session';\nconst MySQLStore = mysql(session);\n" +
      using('new MySQLStore(options)'),
    // It prunes what has expired, and is what people choose for a single process.
    "import memoryStore from 'memorystore';\nconst MemoryStore = memoryStore(session);\n" +
      using('new MemoryStore({ checkPeriod: 86400000 })'),
  ])('%s', (code) => {
    expect(reports(code)).toEqual([]);
  });

  it.each([
    "import sqlite from 'better-sqlite3-session-store';\nconst SqliteStore = sqlite(session);\n" +
      using('new SqliteStore({ client })'),
    "import MongoStore from 'connect-mongo';\n" +
      using('MongoStore.create({ mongoUrl, crypto: { secret: process.env.STORE_SECRET } })'),
    "import MongoStore from 'connect-mongo';\n" + using('MongoStore.create({ ...options })'),
    "import { MongoStore, createKrupteinAdapter } from 'connect-mongo';\n" +
      using('MongoStore.create({ client, cryptoAdapter: createKrupteinAdapter({ secret: config.secret }) })'),
    "import fileStore from 'session-file-store';\nconst FileStore = fileStore(session);\n" + using('new FileStore()'),
    "import { RedisStore } from 'connect-redis';\n" +
      using("new RedisStore({ client, prefix: 'sessions-of-the-shop:', secret: 'no option of it' })"),
    "import MongoStore from './connect-mongo';\n" +
      using("MongoStore.create({ crypto: { secret: 'an option of somebody else 1' } })"),
  ])('%s', (code) => {
    expect(secretsIn(code)).toEqual([]);
  });

  it.each([
    [
      "import MongoStore from 'connect-mongo';\n" +
        using("MongoStore.create({ mongoUrl, crypto: { secret: '" + 'x7KqP2vLw9ZtB4nRf' + "6YhD1sGj3MaQc8Ue' } })"),
      'no-hardcoded-session-secret 3',
    ],
    [
      "import MongoStore from 'connect-mongo';\n" +
        using("MongoStore.create({ mongoUrl, crypto: { secret: 'squirrel' } })"),
      'no-weak-session-secret 3',
    ],
    [
      "import { MongoStore } from 'connect-mongo';\n" +
        using("MongoStore.create({ client, crypto: { secret: process.env.S || 'squirrel' } })"),
      'no-weak-session-secret 3',
    ],
    [
      "import { createKrupteinAdapter } from 'connect-mongo';\nconst cryptoAdapter = createKrupteinAdapter({ secret: 'squirrel' });\n",
      'no-weak-session-secret 3',
    ],
    [
      "import connectMongo from 'connect-mongo';\nconst MongoStore = connectMongo(session);\n" +
        using("new MongoStore({ url, secret: 'squirrel' })"),
      'no-weak-session-secret 4',
    ],
    [
      "import fileStore from 'session-file-store';\nconst FileStore = fileStore(session);\n" +
        using("new FileStore({ path, secret: 'squirrel' })"),
      'no-weak-session-secret 4',
    ],
  ])('%s: %s', (code, report) => {
    expect(secretsIn(code)).toEqual([report]);
  });

  it('what encrypts a store forges nothing', () => {
    const code = "import MongoStore from 'connect-mongo';\nMongoStore.create({ crypto: { secret: 'squirrel' } });\n";
    expect(
      lint(code, { filename: 'app.js' })
        .map(({ message }) => message)
        .join(),
    ).toContain('read the sessions in the store');
  });

  it('but the memory of express-session is', () => {
    expect(reports(using('new session.MemoryStore()'))).toEqual(['no-memory-store 2']);
  });
});
