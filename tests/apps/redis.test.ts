import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ownEnvironment } from '../support/host';
import { move } from './harness/moving';
import { programCalled } from './harness/program';
import { startProvider } from './harness/provider';
import { realRedis } from './harness/real-redis';
import { startServer } from './harness/server';
import type { Visitor } from './harness/visitor';
import { visitorOf } from './harness/visitor';
import { makeWorkplace } from './harness/workplace';

const command = programCalled(['redis-server'], 'REDIS_SERVER');
const isNeeded = Boolean(process.env['CI']);
if (!command && !isNeeded)
  console.warn('Skipped: the vault in a real Redis, for there is no redis-server on this machine.');

interface Client {
  connect(): Promise<void>;
  keys(pattern: string): Promise<string[]>;
  get(key: string): Promise<string | null>;
  pTTL(key: string): Promise<number>;
  destroy(): void;
}

/** Everything that lies in a Redis, and for how many milliseconds it will. */
async function contentOf(url: string): Promise<{ key: string; value: string; lifetime: number }[]> {
  const require = createRequire(createRequire(join(__dirname, 'package.json')).resolve('@keyv/redis'));
  const { createClient } = require('@redis/client') as { createClient(options: { url: string }): Client };
  const client = createClient({ url });
  await client.connect();
  try {
    const keys = await client.keys('*');
    return await Promise.all(
      keys.map(async (key) => ({ key, value: (await client.get(key)) ?? '', lifetime: await client.pTTL(key) })),
    );
  } finally {
    client.destroy();
  }
}

it.skipIf(!command && !isNeeded)('two processes share the vault in a real Redis, and outlive its death', async () => {
  if (!command)
    throw new Error('There is no redis-server on this machine: install it, or say where it is in REDIS_SERVER.');
  const workplace = makeWorkplace('cookie-session');
  onTestFinished(() => workplace.remove());
  const copy = workplace.copyOf('after');
  await move(copy);

  const provider = await startProvider();
  onTestFinished(() => provider.stop());
  mkdirSync(join(workplace.folder, 'redis'));
  const redis = await realRedis(command, join(workplace.folder, 'redis'));
  onTestFinished(() => redis.kill());

  const key = randomBytes(32).toString('base64');
  const env = {
    ...ownEnvironment(),
    PROVIDER_URL: provider.url,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    SESSION_VAULT_URL: redis.url,
    SESSION_VAULT_KEY: key,
  } as Record<string, string>;
  const [one, other] = [await startServer(copy.folder, 'app.js', env), await startServer(copy.folder, 'app.js', env)];
  onTestFinished(() => one.stop());
  onTestFinished(() => other.stop());

  const atOne = visitorOf(one.url);
  const atOther = visitorOf(other.url);
  const invoices = async (visitor: Visitor): Promise<number> => (await visitor.send('GET', '/invoices')).status;

  expect((await atOne.send('POST', '/login', { name: 'alice', password: 'wonderland' })).status).toBe(200);
  atOne.jar.forEach((value, name) => atOther.jar.set(name, value));
  expect(await atOther.send('GET', '/invoices')).toMatchObject({
    status: 200,
    body: expect.stringContaining('"owner":"alice"'),
  });

  const [entry, ...others] = await contentOf(redis.url);
  expect(others).toEqual([]);
  expect(entry?.key).toContain('session-vault');
  expect(entry?.lifetime).toBeGreaterThan(0);
  const session = Buffer.from(atOne.jar.get('session') ?? '', 'base64').toString();
  const { accessTokenRef } = JSON.parse(session) as { accessTokenRef: string };
  expect(accessTokenRef).toMatch(/^[\w-]{32}$/);
  const raw = JSON.stringify(entry);
  const decoded = (raw.match(/[\w+/=-]{16,}/g) ?? [])
    .map((text) => Buffer.from(text, 'base64').toString('latin1'))
    .join('\n');
  for (const secret of [...provider.issued, accessTokenRef, key]) expect(raw + decoded).not.toContain(secret);

  await redis.kill();
  const down = await atOther.send('GET', '/invoices');
  expect(down.status).toBe(503);
  expect(down.body).toContain('The store of the vault cannot be reached');
  await expect.poll(() => other.output()).toContain("code: 'VAULT_UNAVAILABLE'");
  // What needs no vault goes on.
  expect((await atOther.send('GET', '/')).status).toBe(200);

  await redis.start();
  await expect.poll(() => invoices(atOther), { timeout: 60_000, interval: 200 }).toBe(200);
  await expect.poll(() => invoices(atOne), { timeout: 60_000, interval: 200 }).toBe(200);
});
