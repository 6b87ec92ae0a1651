import { expect, it, onTestFinished } from 'vitest';
import { startRedis } from './redis-server';
import { projectWithVault, startVault } from './vault-process';

it('keeps values in Redis by the real adapter; says when it is gone, and goes on when it is back', async () => {
  const project = projectWithVault('keyv', '@keyv/redis');
  const module = project.read('session-vault.cjs');
  project.write({ 'session-vault.cjs': module.replace('PATIENCE = 5000', 'PATIENCE = 1000') });

  const redis = await startRedis();
  const env = { SESSION_VAULT_URL: `redis://127.0.0.1:${redis.port}`, SESSION_VAULT_KEY: 'ab'.repeat(32) };
  const start = () => startVault(project, env);
  const [one, other] = [start(), start()];

  const reference = await one('store sk_live_1');
  expect(reference).toMatch(/^[\w-]{32}$/);
  expect(await other(`read ${reference}`)).toBe('sk_live_1');
  expect(redis.lifetimes).toEqual([95_040_000]);
  const kept = JSON.stringify([...redis.entries]);
  expect(kept).toContain('session-vault');
  expect(kept).not.toContain('sk_live_1');
  expect(kept).not.toContain(reference);

  await redis.stop();
  expect(await one(`read ${reference}`)).toBe('VAULT_UNAVAILABLE');
  // One that has never seen it.
  const late = start();
  expect(await late(`read ${reference}`)).toBe('VAULT_UNAVAILABLE');

  const again = await startRedis(redis.port, redis.entries);
  onTestFinished(() => again.stop());
  for (const ask of [one, other, late]) {
    await expect.poll(() => ask(`read ${reference}`), { timeout: 30_000 }).toBe('sk_live_1');
  }
  expect(await other(`revoke ${reference}`)).toBe('undefined');
  expect(await one(`read ${reference}`)).toBe('VAULT_UNKNOWN_REFERENCE');
  expect(again.entries.size).toBe(0);
});
