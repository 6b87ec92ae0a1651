import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RedisServer } from '../../cli/redis-server';
import { startRedis } from '../../cli/redis-server';
import { demoModule } from '../../demo/modules';
import { compile, fine, lint, move } from './moving';
import type { Provider } from './provider';
import { startProvider } from './provider';
import type { Server } from './server';
import { startServer } from './server';
import type { OpenSessions } from './sessions';
import { referencesIn } from './sessions';
import type { VaultDesk } from './vault-desk';
import { openVaultDesk } from './vault-desk';
import type { Answer, Visitor } from './visitor';
import { visitorOf } from './visitor';
import type { Copy } from './workplace';
import { makeWorkplace } from './workplace';

const { holds } = await demoModule('visit');

/** What a stage of a visit works with. */
export interface World extends Visitor {
  provider: Provider;
}

/** One program, and what it takes to prove that it can be moved to the vault. */
export interface Migration {
  /** Its folder below `programs`. */
  program: string;
  /** What Node is started with. */
  entry: string;
  sessions: OpenSessions;
  /** Can whoever holds the cookie read the session? */
  isReadable: boolean;
  /** What a user does; each stage gives the secrets that the session is to hold when it is over. The last is the logout. */
  stages: Record<string, (world: World) => Promise<string[]>>;
  /** A request that needs the secret, and what it is answered with when the vault has let it expire. */
  use: string;
  whenExpired: number;
  /**
   * What a person adds where no rule can know it: the values that a logout leaves behind when it destroys a session
   * that it does not look into. By file, a text that stands there after the fix and what comes in its place.
   */
  byHand?: readonly { file: string; from: string; to: string }[];
}

/** The tests of one program. They build upon each other. */
export function provesMigration(migration: Migration): void {
  const { program, entry, byHand = [] } = migration;

  describe.sequential(program, () => {
    const workplace = makeWorkplace(program);
    const [before, after] = [workplace.copyOf('before'), workplace.copyOf('after')];
    const cleanups: (() => unknown)[] = [() => workplace.remove()];
    const later = (cleanup: () => unknown) => void cleanups.push(cleanup);
    afterAll(async () => {
      for (const cleanup of cleanups.reverse()) await cleanup();
    });
    let answered: { answers: Answer[]; calls: string[] };

    it('holds the secret in its session before', async () => {
      expect(await compile(before)).toEqual(fine);
      answered = await visit(before, async ({ world, sessions, secrets, isOver }) => {
        const text = JSON.stringify(sessions);
        for (const secret of secrets) {
          expect(text).toContain(secret);
          expect(holds({ header: world.cookie(), session: null }, secret)).toBe(migration.isReadable);
        }
        if (!isOver) expect(world.jar.size).toBeGreaterThan(0);
      });
    });

    it('is reported by the linter before', async () => {
      const { code, output } = await lint(before);
      expect(output).toContain('session-secrets/no-secret-in-session');
      expect(code).toBe(1);
    });

    it('lints clean after `init` and one `eslint --fix .`, and compiles', async () => {
      await move(after);
    });

    it('answers as before, and holds the secret no more', async () => {
      const seen: string[] = [];
      const visited = await visit(after, async ({ world, sessions, secrets, isOver, vault }) => {
        for (const secret of world.provider.issued) {
          expect(JSON.stringify(sessions)).not.toContain(secret);
          expect(holds({ header: world.cookie(), session: sessions }, secret)).toBe(false);
        }
        const references = referencesIn(sessions);
        seen.push(...references);
        expect((await readAll(vault.desk, references)).sort()).toEqual([...secrets].sort());

        // What is not in the session any more is not in the vault any more, but for a logout that strands it.
        const kept = [...vault.redis.entries].flat().map((entry) => String(entry));
        if (!isOver || byHand.length === 0) expect(vault.redis.entries.size).toBe(secrets.length);
        else expect(vault.redis.entries.size).toBeGreaterThan(0);
        for (const text of [...world.provider.issued, ...seen]) expect(kept.join('\n')).not.toContain(text);
      });
      expect(visited).toEqual(answered);
      expect(seen.length).toBeGreaterThan(0);
    });

    it('loses what is in the vault at logout', async () => {
      for (const { file, from, to } of byHand) {
        const text = after.read(file);
        expect(text.split(from)).toHaveLength(2);
        after.write(
          file,
          text.replace(from, () => to),
        );
      }
      expect(await lint(after)).toEqual(fine);
      expect(await compile(after)).toEqual(fine);

      const seen = new Set<string>();
      const visited = await visit(after, async ({ sessions, isOver, vault }) => {
        referencesIn(sessions).forEach((reference) => seen.add(reference));
        if (!isOver) return;
        expect(vault.redis.entries.size).toBe(0);
        expect(seen.size).toBeGreaterThan(0);
        const answers = await readAll(vault.desk, [...seen]);
        expect(answers).toEqual(answers.map(() => 'VAULT_UNKNOWN_REFERENCE'));
      });
      expect(visited).toEqual(answered);
    });

    it('loses it when its lifetime is over', async () => {
      const { imports } = JSON.parse(after.texts()['package.json'] ?? '') as {
        imports: Record<string, string | { default: string }>;
      };
      const named = imports['#session-vault'] ?? '';
      shorten(after, typeof named === 'string' ? named : named.default);

      const { world, server, vault } = await start(after);
      for (const stage of Object.values(migration.stages)) {
        if ((await stage(world)).length > 0) break;
      }
      const isAt = (): number => vault.redis.entries.size;
      await expect.poll(isAt, { timeout: 30_000, interval: 100 }).toBe(0);
      const { status, body } = await world.send('GET', migration.use);
      expect({ status, body }).toMatchObject({ status: migration.whenExpired });
      world.provider.issued.forEach((secret) => expect(server.output()).not.toContain(secret));
    });

    interface Running {
      world: World;
      server: Server;
      vault: { redis: RedisServer; desk: VaultDesk };
      open(): Promise<unknown[]>;
    }

    async function start(copy: Copy): Promise<Running> {
      const [provider, redis] = [await startProvider(), await startRedis()];
      later(() => provider.stop());
      later(() => redis.stop());
      const [password, key] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
      const folder = join(workplace.folder, `sessions-${randomBytes(4).toString('hex')}`);
      const vaultEnv = { SESSION_VAULT_URL: `redis://127.0.0.1:${redis.port}`, SESSION_VAULT_KEY: key };
      const server = await startServer(copy.folder, entry, {
        ...(copy === after ? vaultEnv : {}),
        PROVIDER_URL: provider.url,
        OAUTH_CLIENT_SECRET: key,
        SESSION_DIR: folder,
        SESSION_SECRET: password,
        SESSION_KEY: key,
      });
      later(() => server.stop());
      const desk: VaultDesk = copy === after ? openVaultDesk(copy, vaultEnv) : noDesk;
      later(() => desk.stop());
      const world = Object.assign(visitorOf(server.url, { [provider.url]: 'provider' }), { provider });
      const open = () => migration.sessions({ jar: world.jar, folder, password, key });
      return { world, server, vault: { redis, desk }, open };
    }

    interface Look extends Running {
      sessions: unknown[];
      secrets: string[];
      isOver: boolean;
    }

    /** Does all a user does, with a look at the state after each stage. */
    async function visit(
      copy: Copy,
      look: (look: Look) => Promise<void>,
    ): Promise<{ answers: Answer[]; calls: string[] }> {
      const running = await start(copy);
      const { world, server } = running;
      const stages = Object.entries(migration.stages);
      for (const [index, [, stage]] of stages.entries()) {
        const secrets = await stage(world);
        await look({ ...running, sessions: await running.open(), secrets, isOver: index === stages.length - 1 });
      }
      expect(server.output()).not.toMatch(/error/i);
      return { answers: world.answers, calls: world.provider.calls };
    }
  });
}

const noDesk: VaultDesk = { read: () => Promise.reject(new Error('There is no vault yet.')), stop: () => undefined };

async function readAll(desk: VaultDesk, references: readonly string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const reference of references) answers.push(await desk.read(reference));
  return answers;
}

/** Does what a person does whose sessions are short: sets the lifetime, in what Node runs. */
function shorten(copy: Copy, file: string): void {
  const text = copy.read(file);
  const lifetime = 'SESSION_VAULT_TTL = 24 * 60 * 60 * 1000';
  expect(text).toContain(lifetime);
  copy.write(file, text.replace(lifetime, 'SESSION_VAULT_TTL = 1500'));
}
