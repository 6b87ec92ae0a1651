import { expect, it } from 'vitest';
import { lint, shown } from '../support/lint';

/** Durations that are texts: AdonisJS reads them as the package `ms` does, hapi throws on them. */
const inAdonis = (age: string): string[] =>
  shown(
    lint(
      `import { defineConfig } from '@adonisjs/session';\nexport default defineConfig({ cookieName: 'app', age: ${age} });`,
    ),
  );

it('AdonisJS takes a text, and counts a number in seconds', () => {
  expect(inAdonis("'2h'")).toEqual([]);
  expect(inAdonis('2 * 60 * 60')).toEqual([]);
  expect(inAdonis("env.get('SESSION_AGE')")).toEqual([]);
  expect(inAdonis("'1y'")).toEqual(['no-long-lived-session 2']);
  expect(inAdonis('2 * 60 * 60 * 1000')).toEqual(['no-ineffective-cookie-option 2']);
});

it('hapi takes none', () => {
  const inYar = (ttl: string): string[] =>
    shown(
      lint(
        `import Yar from '@hapi/yar';\nawait server.register({ plugin: Yar, options: { name: 'app', cookieOptions: { password: process.env.PASSWORD, ttl: ${ttl} } } });`,
      ),
    );
  expect(inYar('8 * 60 * 60 * 1000')).toEqual([]);
  expect(inYar('config.ttl')).toEqual([]);
  expect(inYar("'1d'")).toEqual(['no-ineffective-cookie-option 2']);
});

it('the password of a sealed WorkOS session is looked at where it is made, too', () => {
  const authenticate = (password: string): string[] =>
    shown(
      lint(
        `import { WorkOS } from '@workos-inc/node';\nconst workos = new WorkOS(key);\nawait workos.userManagement.authenticateWithCode({ clientId, code, session: { sealSession: true, cookiePassword: ${password} } });`,
      ),
    );
  expect(authenticate('process.env.WORKOS_COOKIE_PASSWORD')).toEqual([]);
  expect(authenticate("'too-short-' + 'password'")).toEqual(['no-weak-session-secret 3']);
});
