import { describe, expect, it } from 'vitest';
import { verdictsOn } from '../../../src/findings/signing/secret-verdict';
import { inFile, probedIn } from '../../support/probe';

/** A value no rule of thumb calls weak, and no scanner takes for a leaked one. */
const strong = ['f3A9kQ2zW8', 'xT5vB1nM7c', 'L4pR6yD0sH', '9jE3uG5tK1'].join('');
const encoded = (text: string): string => Buffer.from(text).toString('base64');

/** What is said of the argument of `probe`: cause and place, `?` in front where the value is a fallback. */
const judged = (code: string, fact = {}): string[] =>
  inFile(code, (file) =>
    probedIn(file).flatMap((argument) =>
      verdictsOn(argument, file, fact).map(
        ({ node, isFallback, verdict }) => `${isFallback ? '?' : ''}${verdict.cause} ${file.sourceCode.getText(node)}`,
      ),
    ),
  );

const of = (expression: string, before = ''): string[] => judged(`${before}\nprobe(${expression});`);

describe('texts', () => {
  it.each([
    [`'${strong}'`, 'hardcoded'],
    [`\`${strong}\``, 'hardcoded'],
    [`'${strong.slice(0, 20)}' + '${strong.slice(20)}'`, 'hardcoded'],
    ["'keyboard cat'", 'known'],
    ["'my app secret'", 'short'],
    ["'this is a very secret secret for my session'", 'words'],
    ["'0123456789abcdef0123456789abcdef'", 'pattern'],
    ["'0f8fad5b-d9cb-469f-a165-70867728950e'", 'uuid'],
    ["'aabbaabababbabaababbababababbaabbaab'", 'lowVariety'],
    ['12345', 'known'],
    ["'x'.repeat(40)", 'pattern'],
    ["['key', 'board', 'cat'].join('')", 'known'],
    ["['keyboard', 'cat'].join(' ')", 'known'],
    ["'keyboard'.concat(' ', 'cat')", 'known'],
    ["'KEYBOARD CAT'.toLowerCase()", 'known'],
    ["'tac draobyek'.split('').reverse().join('')", 'short'],
    ["'abc' as string", 'known'],
    ["('abc')!", 'known'],
    ["(0, 'abc')", 'known'],
  ])('%s is %s', (expression, cause) => {
    expect(of(expression).map((one) => one.split(' ')[0])).toEqual([cause]);
  });

  it.each([
    ["Buffer.from('keyboard cat')", 'known'],
    ["Buffer.from('keyboard cat', 'utf8').toString('hex')", 'known'],
    [`Buffer.from('${strong}', 'base64')`, 'hardcoded'],
    [`Buffer.from('${encoded('keyboard cat')}', 'base64')`, 'known'],
    [`Buffer.from('${Buffer.from('keyboard cat').toString('hex')}', 'hex')`, 'known'],
    [`atob('${encoded('keyboard cat')}')`, 'known'],
    ["new TextEncoder().encode('keyboard cat')", 'known'],
    ["String('keyboard cat')", 'known'],
    ["crypto.createSecretKey(Buffer.from('keyboard cat'))", 'known'],
  ])('%s is %s, at the literal', (expression, cause) => {
    expect(of(expression)).toEqual([expect.stringMatching(new RegExp(`^${cause} '`))]);
  });

  it.each([
    "''",
    '``',
    'undefined',
    'null',
    'true',
    'void 0',
    '/a/',
    'x',
    'f()',
    '`a${x}`',
    "'a' + x",
    "x + 'a'",
    "['a', x].join('')",
    "'a'.foo()",
    "'a'.repeat(x) + y",
  ])('%s says nothing', (expression) => expect(of(expression)).toEqual([]));

  it('takes the minimum of the library', () => {
    expect(judged("probe('k9Gx2Lp7Qw4Z')", { minLength: 8 })).toEqual(["hardcoded 'k9Gx2Lp7Qw4Z'"]);
    expect(judged("probe('k9Gx2Lp7Qw4Z')", { minLength: 16 })).toEqual(["short 'k9Gx2Lp7Qw4Z'"]);
  });

  it('does not judge the words of what is decoded', () => {
    expect(judged("probe('secret/key/that/is/read/as/base64/only/here')", { encoding: 'base64' })).toEqual([
      expect.stringMatching(/^hardcoded/),
    ]);
    expect(judged("probe('keyboard cat')", { encoding: 'base64' })).toEqual(["known 'keyboard cat'"]);
  });
});

describe('several values', () => {
  it.each([
    ["process.env.S || 'abc'", ["?known 'abc'"]],
    ["process.env.S ?? 'abc'", ["?known 'abc'"]],
    ["process.env.A || process.env.B || 'abc'", ["?known 'abc'"]],
    ["isProduction ? process.env.S : 'abc'", ["known 'abc'"]],
    ["process.env.S ? process.env.S : 'abc'", ["?known 'abc'"]],
    ["isProduction ? 'abc' : 'key1'", ["known 'abc'", "known 'key1'"]],
    ["`${process.env.S || 'abc'}`", ["?known 'abc'"]],
    ["'v1:' + (process.env.S || 'abc')", ["?short 'abc'"]],
    ["(process.env.S || 'abc').trim()", ["?known 'abc'"]],
    ["Buffer.from(process.env.S || 'abc')", ["?known 'abc'"]],
    ["env.get('S', 'abc')", ["?known 'abc'"]],
    ["config.get<string>('S', 'abc')", ["?known 'abc'"]],
    ["env('S', 'abc')", ["?known 'abc'"]],
    ["env.get('S').default('abc').asString()", ["?known 'abc'"]],
    ["env.get('S', process.env.T)", []],
    ["request.get('a b', 'abc')", []],
    ["map.get('S')", []],
    ["(process.env.A || 'a') + (process.env.B || 'b')", []],
  ])('%s', (expression, expected) => expect(of(expression)).toEqual(expected));

  it.each([
    ["const s = 'abc';", 's', ["known 'abc'"]],
    ["const { S = 'abc' } = process.env;", 'S', ["?known 'abc'"]],
    ["let s = process.env.S; if (!s) { s = 'abc'; }", 's', ["?known 'abc'"]],
    ["let s; if (x) s = 'abc'; else s = process.env.S;", 's', ["known 'abc'"]],
    ["const config = { secret: process.env.S || 'abc' };", 'config.secret', ["?known 'abc'"]],
    ["const make = () => 'abc';", 'make()', ["known 'abc'"]],
    ["const keys = ['abc', process.env.S];", '[...keys]', []],
    ["const keys = ['abc', process.env.S];", 'keys', ["known 'abc'"]],
    ["const old = { id: 1, password: 'abc' };", 'old', ["known 'abc'"]],
    ["import { secret } from './config';", 'secret', []],
    ['const { secret } = config;', 'secret', []],
    ['function f(secret) { probe(secret); }', 'x', []],
    ["function f(secret = 'abc') { probe(secret); }", 'x', ["?known 'abc'"]],
    ['const a = b; const b = a;', 'a', []],
    ["let s = ''; s += 'abc';", 's', []],
  ])('%s %s', (before, expression, expected) => expect(of(expression, before)).toEqual(expected));
});

describe('values made at run time', () => {
  it.each([
    ['Math.random()', 'predictable'],
    ['Math.random().toString(36).slice(2)', 'predictable'],
    ['String(Math.floor(Math.random() * 1e9))', 'predictable'],
    ['`${Math.random()}${Date.now()}`', 'predictable'],
    ['globalThis.Math.random()', 'predictable'],
    ['Date.now()', 'predictable'],
    ['+new Date()', 'predictable'],
    ['new Date().toISOString()', 'predictable'],
    ['Date()', 'predictable'],
    ['performance.now()', 'predictable'],
    ['process.hrtime()[1]', 'predictable'],
    ['process.hrtime.bigint().toString()', 'predictable'],
    ["process.pid + ''", 'predictable'],
    ['process.uptime().toString()', 'predictable'],
    ['process.cwd()', 'knowable'],
    ['process.version', 'knowable'],
    ['__dirname', 'knowable'],
    ['__filename', 'knowable'],
    ['import.meta.url', 'knowable'],
    ['process.env.HOSTNAME', 'knowable'],
    ["process.env.npm_package_name + '-secret'", 'knowable'],
    ["require('os').hostname()", 'knowable'],
    ["require('./package.json').name", 'knowable'],
    ["require('path').basename(__dirname)", 'knowable'],
    ["appInfo.name + '_1234'", 'knowable'],
    ['`${pkg.name}@${pkg.version}`', 'knowable'],
    ['config.app.name', 'knowable'],
    ['process.env.NEXT_PUBLIC_SECRET', 'published'],
    ["process.env['REACT_APP_SECRET']", 'published'],
    ['import.meta.env.VITE_SECRET', 'published'],
    ["Deno.env.get('PUBLIC_SECRET')", 'published'],
    ['crypto.randomUUID()', 'uuid'],
    ["crypto.randomUUID().replaceAll('-', '')", 'uuid'],
    ['crypto.randomBytes(8)', 'fewBytes'],
    ["require('node:crypto').randomBytes(15).toString('hex')", 'fewBytes'],
    ["crypto.randomBytes(32).toString('hex').slice(0, 16)", 'fewBytes'],
    ["crypto.randomBytes(32).toString('base64').substring(0, 12)", 'fewBytes'],
    ['crypto.randomBytes(32).subarray(0, 8)', 'fewBytes'],
    ['crypto.getRandomValues(new Uint8Array(8))', 'fewBytes'],
    ['crypto.getRandomValues(new Uint32Array(2)).join()', 'fewBytes'],
    ['crypto.randomInt(1000000)', 'fewBytes'],
    ['crypto.randomInt(0, 1000000)', 'fewBytes'],
    ["createHash('sha256').update(String(Date.now())).digest('hex')", 'predictable'],
  ])('%s is %s', (expression, cause) => {
    expect(of(expression, "import { createHash } from 'crypto';")).toEqual([`${cause} ${expression}`]);
  });

  it.each([
    'process.env.SECRET',
    "process.env['SECRET']!",
    'process.env.PUBLIC',
    'import.meta.env.SECRET',
    'crypto.randomBytes(16)',
    "crypto.randomBytes(32).toString('hex')",
    "crypto.randomBytes(64).toString('hex').slice(0, 32)",
    'crypto.randomBytes(n)',
    "crypto.randomBytes(8).toString('hex') + crypto.randomBytes(8).toString('hex')",
    'crypto.randomUUID() + crypto.randomUUID()',
    'crypto.getRandomValues(new Uint8Array(32))',
    'crypto.getRandomValues(array)',
    "fs.readFileSync('/run/secrets/session', 'utf8').trim()",
    "await client.getSecretValue({ SecretId: 'session' })",
    "config.get('session.secret')",
    "nconf.get('secret')",
    'new Date(process.env.SEED).toISOString()',
    '`${process.pid}-${process.env.SECRET}`',
    "createHash('sha256').update(process.env.SECRET).digest()",
    "createHash('sha256').update('abc')",
    "createHmac('sha256', process.env.SECRET).update('abc').digest()",
    'appInfo.secret',
    'user.name',
  ])('%s says nothing', (expression) => {
    expect(of(expression, "import { createHash, createHmac } from 'crypto';")).toEqual([]);
  });

  it.each([
    ["import { v4 as uuid } from 'uuid';", 'uuid()', 'uuid'],
    ["import * as uuid from 'uuid';", 'uuid.v4()', 'uuid'],
    ["const uuid = require('uuid/v4');", 'uuid()', 'uuid'],
    ["import { v1 } from 'uuid';", 'v1()', 'predictable'],
    ["const { v7: make } = require('uuid');", 'make()', 'predictable'],
    ["import cuid from 'cuid';", 'cuid()', 'predictable'],
    ["import shortid from 'shortid';", 'shortid.generate()', 'predictable'],
    ["import { ObjectId } from 'mongodb';", 'new ObjectId().toString()', 'predictable'],
    ["import mongoose from 'mongoose';", 'new mongoose.Types.ObjectId().toHexString()', 'predictable'],
    ["import { nanoid } from 'nanoid';", 'nanoid(10)', 'fewBytes'],
    ["import { randomBytes as bytes } from 'crypto';", 'bytes(8)', 'fewBytes'],
    ["import os from 'node:os';", 'os.userInfo().username', 'knowable'],
    ["import { hostname } from 'os';", '`${hostname()}-secret`', 'knowable'],
    ["import pkg from '../package.json';", 'pkg.name', 'knowable'],
    ["import { name } from '../package.json' with { type: 'json' };", 'name', 'knowable'],
    ["import { PUBLIC_SECRET } from '$env/static/public';", 'PUBLIC_SECRET', 'published'],
    ["import { env } from '$env/dynamic/public';", 'env.PUBLIC_SECRET', 'published'],
    ['const { NEXT_PUBLIC_SECRET } = process.env;', 'NEXT_PUBLIC_SECRET', 'published'],
    ["import process from 'node:process';", 'process.pid.toString()', 'predictable'],
    ["import { performance } from 'perf_hooks';", 'performance.now()', 'predictable'],
  ])('%s %s is %s', (before, expression, cause) => {
    expect(of(expression, before)).toEqual([`${cause} ${expression}`]);
  });

  it.each([
    ["import { nanoid } from 'nanoid';", 'nanoid()'],
    ["import { nanoid } from 'nanoid';", 'nanoid(32)'],
    ["import { randomBytes } from './random';", 'randomBytes(2)'],
    ['function randomBytes(n) { return load(n); }', 'randomBytes(2)'],
    ['const uuid = () => process.env.SECRET;', 'uuid()'],
    ['const Math = { random: () => process.env.SECRET };', 'Math.random()'],
    ['const process = { pid: load() };', 'process.pid'],
    ['function f(crypto) { probe(crypto.randomBytes(2)); }', 'x'],
    ["import { SECRET } from '$env/static/private';", 'SECRET'],
    ["import { secret } from '../package.json';", 'secret'],
    ["import bcrypt from 'bcrypt';", "bcrypt.hashSync('abc', 10)"],
  ])('%s %s says nothing', (before, expression) => expect(of(expression, before)).toEqual([]));
});

describe('digests', () => {
  const crypto = "import { createHash, createHmac, scryptSync, hash } from 'crypto'; import md5 from 'md5';";

  it.each([
    ["createHash('md5').update('abc').digest('hex')", ["hashed 'abc'"]],
    [
      "createHash('sha256').update('abc').update('def').digest()",
      ["hashed createHash('sha256').update('abc').update('def').digest()"],
    ],
    ["createHash('sha256').update(process.env.S || 'abc').digest()", ["?hashed 'abc'"]],
    [`createHash('sha256').update('${strong}').digest()`, [`hardcoded '${strong}'`]],
    [
      "createHmac('sha256', 'abc').update('def').digest()",
      ["hashed createHmac('sha256', 'abc').update('def').digest()"],
    ],
    ["hash('sha256', 'abc')", ["hashed 'abc'"]],
    ["md5('abc')", ["hashed 'abc'"]],
    ["scryptSync('abc', 'salt', 32)", ["hardcoded scryptSync('abc', 'salt', 32)"]],
    ["scryptSync(process.env.S, 'salt', 32)", []],
  ])('%s', (expression, expected) => expect(of(expression, crypto)).toEqual(expected));
});

describe('what nobody writes', () => {
  it.each([
    Array.from({ length: 400 }, () => 'x').join(' + '),
    Array.from({ length: 500 }, (_, index) => `'${index}'`).join(' + '),
    `${'('.repeat(200)}'abc'${')'.repeat(200)}`,
    `f${'.trim()'.repeat(150)}`,
    `'abc'${'.trim()'.repeat(100)}`,
    "'abc'.repeat(1e9)",
    "'abc'.padEnd(-1)",
    "'abc'.slice()",
    '[,].join()',
    '[...x].join()',
    'createHash().update().digest()',
    'new Buffer()',
    'atob()',
    'crypto.randomBytes(...n)',
    'crypto.randomBytes(-1)',
    'crypto.getRandomValues()',
    'crypto.randomInt()',
    'env.get()',
    'x.default()',
    '`\\u{1F600}`.normalize()',
    'import.meta',
    'new.target',
    'class {}',
  ])('%#: ends, and does not throw', (expression) => {
    const code = `import { createHash } from 'crypto'; function f() { probe(${expression}); }`;
    expect(() => judged(code)).not.toThrow();
  });
});
