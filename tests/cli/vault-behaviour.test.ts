import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Project } from './temporary-project';
import { makeProject, packageJson } from './temporary-project';

const fixture = (name: string): string => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
const key = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const otherKey = Buffer.from(key, 'hex').reverse().toString('base64');

/** A project of each kind, with a vault by our command. */
const kinds: Record<string, () => Project> = {
  'CommonJS (.cjs)': () => withVault({ 'package.json': packageJson() }),
  'CommonJS (.js)': () => withVault({ 'package.json': packageJson({ type: 'commonjs' }) }),
  'ESM (.mjs)': () => withVault({ 'package.json': packageJson(), 'app.mjs': '' }),
  'ESM (.js)': () => withVault({ 'package.json': packageJson({ type: 'module' }) }),
  'TypeScript as ESM': () =>
    compiled(withVault({ 'package.json': packageJson({ type: 'module' }), ...typeScript }), ModuleKind.ESNext),
  'TypeScript as CommonJS': () =>
    compiled(withVault({ 'package.json': packageJson(), ...typeScript }), ModuleKind.CommonJS),
};

const typeScript = { 'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "." } }' };

function withVault(files: Record<string, string>): Project {
  const project = makeProject(files);
  expect(project.init()).toMatchObject({ code: 0, err: '' });
  project.install('keyv');
  project.write({ 'scenario.mjs': fixture('scenario.mjs') });
  return project;
}

function compiled(project: Project, module: ModuleKind): Project {
  const compilerOptions = { module, target: ScriptTarget.ES2022 };
  const { outputText } = transpileModule(project.read('session-vault.ts'), { compilerOptions });
  project.write({ 'dist/session-vault.js': outputText });
  return project;
}

/** Gives a project an adapter that keeps its entries in a file. */
function withStore(project: Project, host = 'file'): string {
  project.write({
    'node_modules/@keyv/redis/package.json': '{ "exports": { "import": "./index.mjs", "require": "./index.cjs" } }',
    'node_modules/@keyv/redis/index.mjs': "import stub from './index.cjs';\nexport default stub.default;\n",
    'node_modules/@keyv/redis/index.cjs': fixture('file-store.cjs'),
  });
  return `redis://${host}${project.folder}/entries.json`;
}

/** Runs a text that has `vault`; gives what it prints, or the code of what went wrong. */
async function withVaultDo(project: Project, text: string, env: Record<string, string> = {}): Promise<string> {
  project.write({ 'try.mjs': `import { vault } from '#session-vault';\n${text}` });
  const { out, err } = await project.node(['try.mjs'], env);
  return out || (/code: '(VAULT_\w+)'/.exec(err)?.[1] ?? err);
}

const inMemory = {
  reference: true,
  read: 'sk_live_1',
  values: [{ token: 'a', list: [1, null] }, [], true, 7],
  nothing: [true, true, true, true, true],
  rotated: [true, 'sk_live_2'],
  rotateUnknown: [1, 1, 1, 1],
  rotatedAway: [null, 'VAULT_UNKNOWN_REFERENCE 401'],
  notBack: 'VAULT_UNKNOWN_REFERENCE 401',
  revoked: 'VAULT_UNKNOWN_REFERENCE 401',
  revokeAgain: ['fine', 'fine', 'fine', 'fine', 'fine'],
  loggedOut: [...Array<string>(4).fill('VAULT_UNKNOWN_REFERENCE 401'), 'fine'],
  noSession: ['fine', 'fine', 'fine'],
  idle: 'VAULT_UNKNOWN_REFERENCE 401',
  stillThere: 'used',
  expired: 'VAULT_UNKNOWN_REFERENCE 401',
};

const inStore = {
  ...inMemory,
  clearText: [],
  options: { throwOnErrors: true },
  lifetime: 26,
  tampered: ['VAULT_TAMPERED 500'],
  writesWithinRenewal: 0,
  writesBeyond: 4,
};

describe.each(Object.entries(kinds))('%s', (_, make) => {
  it('keeps its promises in memory', async () => {
    const { out, err } = await make().node(['scenario.mjs']);
    const { kept, ...told } = JSON.parse(out || `{ "kept": ${JSON.stringify(err)} }`) as Record<string, unknown>;
    expect(kept).toMatch(/^[\w-]{32}$/);
    expect(told).toEqual(inMemory);
  });

  it('and in a store, which another process with the key shares', async () => {
    const project = make();
    const url = withStore(project);
    const { out, err } = await project.node(['scenario.mjs'], { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key });
    const { kept, ...told } = JSON.parse(out || `{ "kept": ${JSON.stringify(err)} }`) as Record<string, unknown>;
    expect(kept).toMatch(/^[\w-]{32}$/);
    expect(told).toEqual(inStore);

    const read = `process.stdout.write(await vault.read('${String(kept)}'));`;
    const withKey = (keys: string) => withVaultDo(project, read, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: keys });
    expect(await withKey(key)).toBe('kept');
    expect(await withKey(Buffer.from(key, 'hex').toString('base64url'))).toBe('kept');
    expect(await withKey(otherKey)).toBe('VAULT_WRONG_KEY');
    expect(await withKey(`${otherKey}, ${key}`)).toBe('kept');
  });

  it('does not start in production without a key', async () => {
    const project = make();
    project.write({ 'try.mjs': "import '#session-vault';" });
    const { code, err } = await project.node(['try.mjs'], { NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(err).toContain('SESSION_VAULT_KEY is not set');
    expect(err).toContain(`node -p "crypto.randomBytes(32).toString('base64')"`);
    expect(await project.node(['try.mjs'], { NODE_ENV: 'production', SESSION_VAULT_KEY: key })).toMatchObject({
      code: 0,
    });
  });

  it('but reads the key when all is loaded, so that something below the import may set it', async () => {
    const project = make();
    const kept = "await vault.read(await vault.store('kept'))";
    project.write({
      'try.mjs': `import { vault } from '#session-vault';
        for (const early of [vault.store(1), vault.read('a'), vault.revoke('a'), vault.rotate('a', 1)]) {
          const { code } = await early.catch((error) => error);
          if (code !== 'VAULT_NO_KEY') throw new Error(code);
        }
        process.env.SESSION_VAULT_KEY = '${key}';
        await new Promise((resolve) => setTimeout(resolve, 20));
        process.stdout.write(${kept});`,
      // A server is not left running.
      'late.mjs': `import { vault } from '#session-vault';
        import { createServer } from 'node:http';
        createServer(() => {}).listen(0);
        setTimeout(() => (process.env.SESSION_VAULT_KEY = '${key}'), 20);`,
    });
    expect(await project.node(['try.mjs'], { NODE_ENV: 'production' })).toEqual({ code: 0, out: 'kept', err: '' });
    const late = await project.node(['late.mjs'], { NODE_ENV: 'production' });
    expect(late).toMatchObject({ code: 1, err: expect.stringContaining("code: 'VAULT_NO_KEY'") });
    const bad = await project.node(['late.mjs'], { SESSION_VAULT_KEY: 'short' });
    expect(bad).toMatchObject({ code: 1, err: expect.stringContaining("code: 'VAULT_BAD_KEY'") });
  });

  it('says what is no reference and what is no value', async () => {
    const project = make();
    const told = await withVaultDo(
      project,
      `const circle = { token: 'sk_1' };
      circle.self = circle;
      const noJson = [() => 'sk_1', Symbol('sk_1'), 10n, circle, { a: [1n] }, { toJSON: () => { throw new Error('sk_1'); } }, { toJSON() {} }];
      const noReferences = [42, {}, [], true, Symbol('sk_1'), () => 'sk_1', { toString: () => 'sk_1' }, Buffer.from('sk_1')];
      const reference = await vault.store('kept');
      const asked = [
        ...noJson.flatMap((value) => [() => vault.store(value), () => vault.rotate(reference, value), () => vault.rotate(null, value)]),
        () => vault.revokeAll({ a: 1n }),
        ...noReferences.flatMap((one) => [
          () => vault.read(one), () => vault.revoke(one), () => vault.rotate(one, 'a'), () => vault.rotate(one, null),
        ]),
      ];
      const { inspect } = await import('node:util');
      const told = new Map();
      for (const ask of asked) {
        const error = await ask().catch((error) => error);
        const text = inspect(error, { showHidden: true, depth: 9 });
        const code = error.code + ' ' + error.statusCode + (text.includes('sk_1') ? text : '');
        told.set(code, (told.get(code) ?? 0) + 1);
      }
      process.stdout.write(JSON.stringify([...told, await vault.read(reference)]));`,
    );
    expect(JSON.parse(told)).toEqual([['VAULT_BAD_VALUE 500', 22], ['VAULT_BAD_REFERENCE 500', 32], 'kept']);
  });
});

it('finds the references in the sessions of real libraries', async () => {
  const project = kinds['CommonJS (.cjs)']?.() as Project;
  const libraries = ['express-session', 'cookie-session', '@fastify/session', '@fastify/secure-session'];
  project.install('express', 'fastify', '@fastify/cookie', ...libraries);
  project.write({ 'logout.cjs': fixture('logout.cjs') });
  const { out, err } = await project.node(['logout.cjs']);
  expect(err).not.toContain('Error');
  expect(JSON.parse(out)).toEqual(Object.fromEntries(libraries.map((name) => [name, 'VAULT_UNKNOWN_REFERENCE'])));
});

it('keeps the JSON of a value, as docs/vault.md says', async () => {
  const told = await withVaultDo(
    kinds['ESM (.js)']?.() as Project,
    `const value = {
      date: new Date(0), bytes: Buffer.from([1]), map: new Map([[1, 2]]), set: new Set([1]), none: undefined, act() {},
      sign: Symbol('a'), list: [undefined, () => 1, NaN, Infinity],
    };
    const back = await vault.read(await vault.store(value));
    process.stdout.write(JSON.stringify([back, await vault.read(await vault.store(new Date(0)))]));`,
  );
  const date = '1970-01-01T00:00:00.000Z';
  const back = { date, bytes: { type: 'Buffer', data: [1] }, map: {}, set: {}, list: [null, null, null, null] };
  expect(JSON.parse(told)).toEqual([back, date]);
});

describe('what is wrong with the environment is said', () => {
  const start = 'process.stdout.write(await vault.store(1));';

  it('the command it prints makes a key', async () => {
    const project = makeProject({});
    const { out } = await project.node(['-p', "crypto.randomBytes(32).toString('base64')"]);
    expect(await withVaultDo(kinds['ESM (.js)']?.() as Project, start, { SESSION_VAULT_KEY: out.trim() })).toMatch(
      /^[\w-]{32}$/,
    );
  });

  it.each([
    ['too short', 'c2hvcnQ='],
    ['a sentence', 'correct horse battery staple correct horses'],
    ['31 bytes', Buffer.alloc(31).toString('base64')],
    ['one of two', `${key},short`],
    ['an end', `${key},`],
  ])('a key that is %s', async (_, bad) => {
    const project = kinds['ESM (.js)']?.() as Project;
    expect(await withVaultDo(project, start, { SESSION_VAULT_KEY: bad })).toBe('VAULT_BAD_KEY');
  });

  it('a store without a key', async () => {
    const project = kinds['ESM (.js)']?.() as Project;
    expect(await withVaultDo(project, start, { SESSION_VAULT_URL: withStore(project) })).toBe('VAULT_NO_KEY');
  });

  it.each([
    ['redis://host', '@keyv/redis@5'],
    ['rediss://host', '@keyv/redis@5'],
    ['postgres://host/db', '@keyv/postgres@2'],
    ['postgresql://host/db', '@keyv/postgres@2'],
    ['mysql://host/db', '@keyv/mysql@2'],
    ['sqlite://vault.db', '@keyv/sqlite@4'],
  ])('an adapter that is not installed: %s', async (url, name) => {
    const project = kinds['CommonJS (.cjs)']?.() as Project;
    project.write({ 'try.mjs': `import { vault } from '#session-vault';\n${start}` });
    const { err } = await project.node(['try.mjs'], { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key });
    expect(err).toContain(`SESSION_VAULT_URL needs an adapter: npm install ${name}`);
    expect(err).toContain("code: 'VAULT_NO_ADAPTER'");
  });

  it.each(['mongodb://host', 'host', 'constructor://host'])('a URL for which there is none: %s', async (url) => {
    const project = kinds['ESM (.js)']?.() as Project;
    expect(await withVaultDo(project, start, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key })).toBe('VAULT_BAD_URL');
  });

  it.each(['down', 'silent'])('a store that is %s', async (host) => {
    const project = kinds['ESM (.js)']?.() as Project;
    const url = withStore(project, host);
    const module = project.read('session-vault.js');
    project.write({ 'session-vault.js': module.replace('PATIENCE = 5000', 'PATIENCE = 50') });
    const told = await withVaultDo(
      project,
      `const tell = ({ message, statusCode }) => process.stdout.write(message + ' ' + statusCode + '\\n');
      await vault.store(1).catch(tell);
      await vault.read('a').catch(tell);
      await vault.revoke('a').catch(tell);`,
      { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key },
    );
    const reason = host === 'down' ? 'connection refused' : 'no answer';
    expect(told).toBe(`The store of the vault cannot be reached: ${reason} 503\n`.repeat(3));
  });
});

describe('no error has the URL, its password, the key or a value in it', () => {
  const password = 'swordfish%2Fpike';
  const tell = `import { inspect } from 'node:util';
    const told = new Set();
    process.on('unhandledRejection', (error) => told.add('unhandled ' + error));
    const asked = [
      () => vault.store('value-of-a-key'),
      () => vault.read('a-reference'),
      () => vault.rotate('a-reference', 'value-of-a-key'),
      () => vault.revoke('a-reference'),
    ];
    for (const ask of asked) {
      const error = await ask().catch((error) => error);
      told.add(error.code + ': ' + error.message + inspect(error, { showHidden: true, depth: 9 }) + error.stack + JSON.stringify(error));
    }
    process.stdout.write([...told].join('\\n'));
    process.exit();`;

  async function told(project: Project, url: string): Promise<string> {
    const text = await withVaultDo(project, tell, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key });
    for (const secret of [url, 'swordfish', 'pike', key, 'value-of-a-key', 'a-reference'])
      expect(text).not.toContain(secret);
    expect(text).not.toContain('unhandled');
    return text;
  }

  it.each([
    `redis://u:${password}@host:99999999`,
    `redis://u:${password}@[bad`,
    `redis://u:${password}%@host`,
    `redis://u:${password}@host/first`,
    `rediss://u:${password}@host:x`,
    `mongodb://u:${password}@host`,
    `u:${password}@host`,
  ])('by the real adapter: %s', async (url) => {
    for (const kind of ['CommonJS (.js)', 'ESM (.js)']) {
      const project = kinds[kind]?.() as Project;
      project.install('@keyv/redis');
      const text = await told(project, url);
      expect(text).toMatch(/^VAULT_BAD_URL: /);
      expect(text.match(/VAULT_\w+(?=: )/g)).toEqual(['VAULT_BAD_URL']);
    }
  });

  it('nor where the adapter is missing', async () => {
    const text = await told(kinds['ESM (.js)']?.() as Project, `mysql://u:${password}@host/db`);
    expect(text).toMatch(/^VAULT_NO_ADAPTER: SESSION_VAULT_URL needs an adapter: npm install @keyv\/mysql@2/);
  });

  it.each([
    ['quotes', 'VAULT_UNAVAILABLE: The store of the vault cannot be reached: *** refuses ***'],
    ['network', 'VAULT_UNAVAILABLE: The store of the vault cannot be reached: ECONNREFUSED'],
    ['many', 'VAULT_UNAVAILABLE: The store of the vault cannot be reached: ETIMEDOUT'],
    ['parses', 'VAULT_BAD_URL: SESSION_VAULT_URL is not a URL of a store'],
    ['decodes', 'VAULT_BAD_URL: SESSION_VAULT_URL is not a URL of a store'],
  ])('nor where a driver has one: %s', async (host, begin) => {
    const project = kinds['ESM (.js)']?.() as Project;
    const text = await told(project, withStore(project, `u:${password}@${host}`));
    expect(text.slice(0, begin.length)).toBe(begin);
    expect(text).not.toContain('[cause]');
  });

  it('what somebody else has written into the store is not what was stored', async () => {
    const project = kinds['ESM (.js)']?.() as Project;
    const url = withStore(project);
    const read = `const reference = await vault.store('kept');
      const [store] = globalThis.stores;
      const [place] = Object.keys(store.entries);
      for (const text of ['hello', '{"value":5}', '{"value":"c2hvcnQ="}']) {
        store.entries = { [place]: text };
        process.stdout.write((await vault.read(reference).catch(({ code }) => code)) + ' ');
      }
      await vault.rotate(reference, 'again');
      process.stdout.write(await vault.read(reference));`;
    const text = await withVaultDo(project, read, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key });
    expect(text).toBe('VAULT_TAMPERED VAULT_TAMPERED VAULT_TAMPERED again');
  });
});
