import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(__dirname, '../package.json'));

/** Where a program's sessions are, for whoever may look. */
export interface Place {
  jar: ReadonlyMap<string, string>;
  /** The folder of the session store. */
  folder: string;
  /** The secrets that the server has. */
  password: string;
  key: string;
}

/** Opens the sessions as somebody can who has the cookie, the store and the server's keys. */
export type OpenSessions = (place: Place) => Promise<unknown[]>;

/** JSON in base64, signed at most: anybody reads it. */
export const readable =
  (name: string): OpenSessions =>
  async ({ jar }) => {
    const value = jar.get(name);
    if (!value) return [];
    const [data = ''] = decodeURIComponent(value).split('.');
    return [JSON.parse(Buffer.from(data, 'base64').toString())];
  };

/** One file for each session. */
export const stored: OpenSessions = async ({ folder }) =>
  !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8') || '{}') as unknown);

/** Sealed by iron-session. */
export const ironSealed =
  (name: string): OpenSessions =>
  async ({ jar, password }) => {
    const { unsealData } = require('iron-session');
    const value = jar.get(name);
    return value ? [await unsealData(decodeURIComponent(value), { password })] : [];
  };

/** Sealed by @fastify/secure-session. */
export const secureSealed =
  (name: string): OpenSessions =>
  async ({ jar, key }) => {
    const value = jar.get(name);
    if (!value) return [];
    const app = require('fastify')();
    const plugin = require('@fastify/secure-session');
    app.register(plugin, { key: Buffer.from(key, 'hex'), cookie: { secure: true } });
    await app.ready();
    const session = app.decodeSecureSession(decodeURIComponent(value));
    await app.close();
    return session ? [session.data()] : [];
  };

/** What a session refers to in the vault: the values of its keys that say so. */
export function referencesIn(sessions: readonly unknown[]): string[] {
  const found: string[] = [];
  JSON.stringify(sessions, (key, value: unknown) => {
    if (typeof value === 'string' && /Ref$|_ref$/.test(key)) found.push(value);
    return value;
  });
  return found;
}
