import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../src/model/facts/text-filter';
import { gateOf, hasCommonWord, offsetsIn } from '../../../src/model/facts/text-filter';
import { knownLibraries } from '../../../src/model/facts/known-libraries';
import { libraries } from '../../../src/libraries';
import type { ExportPath, Library } from '../../../src/libraries/types';
import { settingsOf } from '../../../src/settings/settings';

const gate = gateOf([
  "'koa",
  "'@acme/web.js",
  "'a-session",
  'serializeUser',
  'bB',
  'jwt',
  'd$',
  'e.e',
  'fF',
  'readCookie',
  '',
  'req.user.token',
  'req.user.pass',
  'ctx.state.user.token',
  'req.logout',
  'app.logoutAll',
  'a.a.b',
]);

/** The words that stand at the offsets, to the next character that is not part of one. */
const found = (text: string, through: Gate = gate): string[] =>
  offsetsIn(text, through).map((offset) => {
    const [before = ''] = /[\w$@/.-]*$/.exec(text.slice(0, offset)) ?? [];
    const [after = ''] = /^[\w$@/.-]*/.exec(text.slice(offset)) ?? [];
    return before + after;
  });

describe('what opens the gate', () => {
  it.each(['session', 'reqSession', 'SESSION_SECRET', 'cookie', 'setCookie', 'COOKIES', 'a-session'])('%s', (word) => {
    expect(found(`x = ${word};`)).toEqual([word]);
  });

  it.each([
    "import Koa from 'koa';",
    'import Koa from"koa"',
    'import "koa"',
    "export * from 'koa'",
    "const Koa = require('koa')",
    'require (\n  `koa`\n)',
    "import(/* webpackChunkName: 'web' */ 'koa')",
    "import Koa = require('koa')",
    "type Koa = import('koa')",
    "createRequire(import.meta.url)('koa')",
    "load('koa'.concat())",
  ])('a specifier in %s', (text) => {
    expect(found(text)).toEqual(['koa']);
  });

  it('a specifier with signs in it', () => {
    expect(found("from '@acme/web.js'")).toEqual(['@acme/web.js']);
  });

  it.each(['serializeUser', 'bB', 'jwt', 'd$', 'e.e', 'fF'])('the name %s, however many there are', (name) => {
    expect(found(` ${name} `)).toEqual([name]);
  });

  it.each(['req.user.token', 'req.user.pass', 'ctx.state.user.token', 'req.logout'])('the chain %s', (name) => {
    expect(found(`${name}()`)).toEqual([name]);
    expect(found(`my${name} ${name.slice(1)}`)).toEqual([]);
  });

  it.each(['req?.user?.token', 'req!.user!.token', 'req?.logout'])('a chain with other dots: %s', (name) => {
    expect(offsetsIn(name, gate)).toEqual([name.length - 1]);
  });

  it('a chain that begins as another, or in another', () => {
    expect(found('app.logoutAll')).toEqual(['app.logoutAll']);
    expect(found('a.a.a.b')).toEqual(['a.a.a.b']);
  });

  it('several, in the order of the text', () => {
    expect(found("fF; req.session; 'koa'; jwt; cookie")).toEqual(['fF', 'req.session', 'koa', 'jwt', 'cookie']);
  });
});

it.each([
  'client.logout; a.user.token; req.user',
  'expression; sesion; cook',
  'koa',
  "'koala'",
  "'koa-router'",
  "'ko'",
  'exe',
  'D$',
])('stays shut at %s', (text) => {
  expect(found(text)).toEqual([]);
});

it('asks the text for nothing that the common words find', () => {
  expect(gateOf(["'a-session", 'readCookie', 'SESSION'])).toEqual({ rare: null, loose: null });
});

it('looks once for what many names have in common', () => {
  const names = ['accessToken', 'password'].flatMap((key) => [`req.user.${key}`, `request.user.${key}`]);
  expect(String(gateOf(names).rare).match(/\(\?:user/g)).toHaveLength(1);
});

it('is one search for all chains and specifiers that are shipped', () => {
  const { rare, loose } = knownLibraries(settingsOf({ settings: {} })).gate;
  expect({ rare, loose }).toEqual({ rare: expect.any(RegExp), loose: null });
});

describe('every fact that begins at an import', () => {
  const { gate: shipped } = knownLibraries(settingsOf({ settings: {} }));
  const pathsOf = (library: Library): ExportPath[] => [
    ...(library.setups ?? []).flatMap((setup) => (setup.form === 'config' ? [] : [setup.export])),
    ...(library.cookieWrites ?? []).flatMap((write) => write.exports ?? []),
    ...(library.sessions ?? []).flatMap(({ exports = [], types = [], decorators = [] }) => [
      ...exports,
      ...types,
      ...decorators,
    ]),
  ];
  const places = libraries.flatMap((library) =>
    [library.module, ...(library.specifiers ?? [])].flatMap((specifier) =>
      pathsOf(library).map((path) => ({ specifier, path: path.join('.') })),
    ),
  );

  it.each(places)('$specifier $path', ({ specifier, path }) => {
    expect(offsetsIn(`import it from '${specifier}'; it.${path}`, shipped).length).toBeGreaterThan(0);
    if (!hasCommonWord(specifier + path))
      expect(offsetsIn(`require("${specifier}")`, shipped)).toEqual([8 + specifier.length]);
  });
});
