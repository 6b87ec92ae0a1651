import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraries } from '../../../src/libraries';
import type { Library } from '../../../src/libraries/types';
import { compare } from './compare';
import type { Probe } from './probe';
import { readResults, resultFile } from './results';

const folder = join(import.meta.dirname, 'probes');
const probes = await Promise.all(
  readdirSync(folder).map(async (file) => ((await import(join(folder, file))) as { default: Probe }).default),
);
const modules = libraries.map(({ module }) => module);

it('there is a library for each probe', () => {
  expect(probes.map(({ module }) => module).filter((module) => !modules.includes(module))).toEqual([]);
  expect(Object.keys(readResults()).filter((module) => !probes.some((probe) => probe.module === module))).toEqual([]);
});

describe('a wrong fact is found:', () => {
  const own = JSON.stringify(libraries.find(({ module }) => module === '@fastify/session'));
  const probe = probes.find(({ module }) => module === '@fastify/session') as Probe;

  it.each([
    ['a default', '"secure"],"whenAbsent":true', '"secure"],"whenAbsent":false', 'secure: left out'],
    ['a path', '["cookie","httpOnly"]', '["httpOnly"]', 'httpOnly: httpOnly: false'],
    ['a value', '"lax","strict","none"', '"lax","wrong"', 'sameSite: "wrong" is said to be understood'],
    ['a rejected value that is none', '"unit":"ms"', '"unit":"ms","rejects":[7200000]', 'maxAge: rejects 7200000'],
    ['a unit', '"unit":"ms"', '"unit":"s"', 'maxAge: cookie.maxAge: 7200'],
    ['a default that undefined removes', '"whenAbsent":"/"', '"whenAbsent":"/","undefinedRemoves":true', 'path: undefined'],
    ['a name', '"sessionId"', '"sid"', 'name: left out'],
    ['a shorter secret', '"minLength":32', '"minLength":31', 'secret secret: 31 characters'],
    ['a longer secret', '"minLength":32', '"minLength":33', 'secret secret: 32 characters'],
    ['a storage', '"storage":"server"', '"storage":"encrypted-client"', 'storage: encrypted-client'],
    ['a method', '"destroy":["destroy"]', '"destroy":["touch"]', 'destroy: touch'],
  ])('%s', async (_what, right, wrong, problem) => {
    expect(own).toContain(right);
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
