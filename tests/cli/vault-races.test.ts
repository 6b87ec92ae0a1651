import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { programCalled } from '../apps/harness/program';
import { realRedis } from '../apps/harness/real-redis';
import { makeProject, packageJson } from './temporary-project';
import { noneOfThem, nothingBack, race, raceOfTwo, unknown } from './vault-race';
import { projectWithVault, startVault } from './vault-process';

it.each([
  ['ESM', 'module', 1],
  ['CommonJS', 'commonjs', 2],
])('nothing comes back in memory, where requests share a reference: %s', async (_, type, seed) => {
  const project = makeProject({ 'package.json': packageJson({ type }), 'race.mjs': race });
  project.install('keyv');
  expect(project.init()).toMatchObject({ code: 0, err: '' });
  const { out, err } = await project.node(['race.mjs', '40', String(seed)]);
  expect(err).toBe('');
  expect(JSON.parse(out)).toEqual(noneOfThem);
});

const command = programCalled(['redis-server'], 'REDIS_SERVER');
const isNeeded = Boolean(process.env['CI']);
if (!command && !isNeeded)
  console.warn('Skipped: races in a real Redis, for there is no redis-server on this machine.');

it.skipIf(!command && !isNeeded)('nor in a real Redis, where the requests are those of two processes', async () => {
  if (!command)
    throw new Error('There is no redis-server on this machine: install it, or say where it is in REDIS_SERVER.');
  const project = projectWithVault('keyv', '@keyv/redis');
  const folder = mkdtempSync(join(tmpdir(), 'session-secrets-redis-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const redis = await realRedis(command, folder);
  onTestFinished(() => redis.kill());

  expect(await raceOfTwo(project, redis.url, 60)).toEqual(nothingBack);
});

it.skipIf(!command && !isNeeded)('reading prolongs a life in a real Redis, by its own clock too', async () => {
  if (!command)
    throw new Error('There is no redis-server on this machine: install it, or say where it is in REDIS_SERVER.');
  const project = projectWithVault('keyv', '@keyv/redis');
  const module = project.read('session-vault.cjs');
  project.write({
    'session-vault.cjs': module.replace('SESSION_VAULT_TTL = 24 * 60 * 60 * 1000', 'SESSION_VAULT_TTL = 1500'),
  });
  const folder = mkdtempSync(join(tmpdir(), 'session-secrets-redis-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const redis = await realRedis(command, folder);
  onTestFinished(() => redis.kill());

  const vault = startVault(project, { SESSION_VAULT_URL: redis.url, SESSION_VAULT_KEY: 'ab'.repeat(32) });
  const [used, idle] = [await vault('store used'), await vault('store idle')];
  for (let reads = 0; reads < 5; reads += 1) {
    await wait(500);
    expect(await vault(`read ${used}`)).toBe('used');
  }
  expect(await vault(`read ${idle}`)).toBe(unknown);
});
