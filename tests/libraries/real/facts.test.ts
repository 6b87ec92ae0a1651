import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraries } from '../../../src/libraries';
import type { Library } from '../../../src/libraries/types';
import { compare } from './compare';
import type { Probe } from './probe';
import { readResults, resultFile } from './results';

// Next.js looks for it once, when the first probe loads it; its own server sets it before all else.
Object.assign(globalThis, { AsyncLocalStorage });

const folder = join(import.meta.dirname, 'probes');
const probes = await Promise.all(
  readdirSync(folder).map(async (file) => ((await import(join(folder, file))) as { default: Probe }).default),
);
const modules = libraries.map(({ module }) => module);

it('there is a probe for each library, with proofs or with the reason why there are none', () => {
  expect(modules.filter((module) => !probes.some((probe) => probe.module === module))).toEqual([]);
  expect(probes.filter(({ places, unproven }) => !places && (typeof unproven !== 'string' || unproven === ''))).toEqual(
    [],
  );
});

it('there is a library for each probe', () => {
  expect(probes.map(({ module }) => module).filter((module) => !modules.includes(module))).toEqual([]);
  expect(Object.keys(readResults()).filter((module) => !probes.some((probe) => probe.module === module))).toEqual([]);
});

describe('a wrong fact is found:', () => {
  it.each([
    [
      'a default',
      '@fastify/session',
      '"secure"],"whenAbsent":true',
      '"secure"],"whenAbsent":false',
      'secure: left out',
    ],
    ['a path', '@fastify/session', '["cookie","httpOnly"]', '["httpOnly"]', 'httpOnly: httpOnly: false'],
    [
      'a value',
      '@fastify/session',
      '"lax","strict","none"',
      '"lax","wrong"',
      'sameSite: "wrong" is said to be understood',
    ],
    [
      'a rejected value that is none',
      '@fastify/session',
      '"unit":"ms"',
      '"unit":"ms","rejects":[7200000]',
      'maxAge: rejects 7200000',
    ],
    ['a unit', '@fastify/session', '"unit":"ms"', '"unit":"s"', 'maxAge: cookie.maxAge: 7200'],
    [
      'a default that undefined removes',
      '@fastify/session',
      '"whenAbsent":"/"',
      '"whenAbsent":"/","undefinedRemoves":true',
      'path: undefined',
    ],
    ['a name', '@fastify/session', '"sessionId"', '"sid"', 'name: left out'],
    ['a shorter secret', '@fastify/session', '"minLength":32', '"minLength":31', 'secret secret: 31 characters'],
    ['a longer secret', '@fastify/session', '"minLength":32', '"minLength":33', 'secret secret: 32 characters'],
    [
      'a storage',
      '@fastify/session',
      '"storage":"server"',
      '"storage":"encrypted-client"',
      'storage: encrypted-client',
    ],
    ['a method', '@fastify/session', '"destroy":["destroy"]', '"destroy":["touch"]', 'destroy: touch'],
    [
      'a new id',
      'passport',
      '"renewsFrom":"0.6.0"',
      '"renewsFrom":"0.5.0"',
      'passport 0.5.3, req.login(): new id: login: renewed: true',
    ],
    [
      'no new id',
      'passport',
      '"renewsFrom":"0.6.0"',
      '"renewsFrom":"0.8.0"',
      'passport 0.7.0, req.login(): new id: login: renewed: false',
    ],
    ['a login that is a logout', 'passport', '"does":"logout"', '"does":"login"', 'logs in: logout'],
    [
      'an option that skips',
      'passport',
      '"skippedBy":["session"]',
      '"skippedBy":["failureFlash"]',
      'skipped by failureFlash: authenticate: is in',
    ],
    [
      'a function nobody asks for',
      'passport',
      '"callbackFrom":"0.6.0"',
      '"callbackFrom":"0.5.0"',
      'asks for a function: logout: throws without one: true',
    ],
    [
      'a function that takes over',
      '@fastify/passport',
      '"renewsFrom":"2.3.0"}',
      '"renewsFrom":"2.3.0","callbackTakesOver":true}',
      'left to a function: login: is in',
    ],
    [
      'an argument',
      'koa',
      '["ctx.cookies.get"],"name":0',
      '["ctx.cookies.get"],"name":1',
      'reading by ctx.cookies.get(): the cookie: Error: 500',
    ],
    [
      'another argument',
      'hono',
      '[["getCookie"]],"name":1',
      '[["getCookie"]],"name":0',
      'reading by getCookie(): the cookie:',
    ],
    [
      'a text that is an object',
      'next',
      '"name":0,"value":"value"',
      '"name":0',
      'reading by cookies().get(): the cookie: sid is marked',
    ],
    [
      'a file',
      '@sveltejs/kit',
      '"hooks.server"',
      '"hooks.client"',
      'the cookie in hooks.client: Error: the request did not get to the call',
    ],
    [
      'an object that is a text',
      'koa',
      '["ctx.cookies.get"],"name":0',
      '["ctx.cookies.get"],"name":0,"value":"value"',
      'reading by ctx.cookies.get(): the cookie: sid is marked',
    ],
  ])('%s', async (_what, module, right, wrong, problem) => {
    const own = JSON.stringify(libraries.find((library) => library.module === module));
    expect(own).toContain(right);
    const probe = probes.find((one) => one.module === module) as Probe;
    const { problems } = await compare(JSON.parse(own.replaceAll(right, wrong)) as Library, probe);
    expect(problems.join('\n')).toContain(problem);
  });
});

describe.each(probes.map((probe) => [probe.module, probe] as const))('%s', (module, probe) => {
  it('does what the facts say', async () => {
    const library = libraries.find((one) => one.module === module);
    if (!library) return;
    const { problems, result } = await compare(library, probe);
    expect(problems.join('\n')).toBe('');
    // Written by `npm run test:real -- -u`; docs/libraries.md shows it.
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(resultFile(module));
  });
});
