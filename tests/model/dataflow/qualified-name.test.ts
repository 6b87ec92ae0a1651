import { expect, it } from 'vitest';
import { qualifiedNameOf } from '../../../src/model/dataflow/qualified-name';
import { inFile, probedIn } from '../../support/probe';

const nameOf = (code: string): (string | null)[] =>
  inFile(code, (file) => probedIn(file).map((node) => qualifiedNameOf(node, file)));

it.each<[string, string]>([
  ["import { randomBytes } from 'node:crypto'; probe(randomBytes);", 'crypto.randomBytes'],
  ["import * as c from 'crypto'; probe(c.randomBytes);", 'crypto.randomBytes'],
  ["const { randomBytes: bytes } = require('crypto'); probe(bytes);", 'crypto.randomBytes'],
  ['probe(crypto.randomBytes);', 'crypto.randomBytes'],
  ['probe(globalThis.crypto.randomBytes);', 'crypto.randomBytes'],
  ...['globalThis', 'global', 'window', 'self'].map((name): [string, string] => [
    `probe(${name}.Math.random);`,
    'Math.random',
  ]),
  ['const { env } = process; probe(env.PORT);', 'process.env.PORT'],
  ['const { PORT } = process.env; probe(PORT);', 'process.env.PORT'],
  ["const key = 'PORT'; probe(process.env[key]);", 'process.env.PORT'],
  ['probe(process?.env!.PORT as string);', 'process.env.PORT'],
  ['probe(import.meta.env.PORT);', 'import.meta.env.PORT'],
  ["import uuid from 'uuid'; probe(uuid);", 'uuid'],
  ["import { name } from '../package.json'; probe(name);", '../package.json.name'],
  ['probe(globalThis);', 'globalThis'],
])('%s is %s', (code, name) => expect(nameOf(code)).toEqual([name]));

it.each([
  'function randomBytes() {} probe(randomBytes);',
  'const process = load(); probe(process.env);',
  'function f(process) { probe(process.env.PORT); }',
  'probe(process.env[name]);',
  'const { ...rest } = process; probe(rest.env);',
  'const a = b.c; const b = a.d; probe(a);',
  'probe(f().x);',
  'probe(1);',
])('%s has none', (code) => expect(nameOf(code)).toEqual([null]));
