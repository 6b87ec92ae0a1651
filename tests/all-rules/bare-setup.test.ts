import { describe, expect, it } from 'vitest';
import { lint } from '../support/lint';

const rulesOf = (text: string, preset: 'recommended' | 'all'): string[] =>
  lint(text, { preset, sourceType: 'commonjs' }).map(({ ruleId }) => ruleId?.replace('session-secrets/', '') ?? '');

/** A line of the shortest set-up tells its reader everything, once for each danger, the nearest one first. */
describe('a bare set-up', () => {
  const express = "const session = require('express-session');\napp.use(session({ secret: 'x' }));\n";

  it('is four dangers of express-session', () => {
    expect(rulesOf(express, 'recommended')).toEqual([
      'require-secure-cookie',
      'require-same-site-cookie',
      'no-memory-store',
      'no-weak-session-secret',
    ]);
  });

  it('is five with all rules', () => {
    expect(rulesOf(express, 'all')).toEqual([
      'require-secure-cookie',
      'require-same-site-cookie',
      'no-default-session-name',
      'no-memory-store',
      'no-weak-session-secret',
    ]);
  });

  it('has short messages', () => {
    for (const { message } of lint(express, { sourceType: 'commonjs' }))
      expect(message.length, message).toBeLessThan(280);
  });

  it.each([
    ["require('cookie-session')({ secret: 'x' });", 3],
    ["fastify.register(require('@fastify/session'), { secret: 'x' });", 4],
    ["fastify.register(require('@fastify/secure-session'), { secret: 'x' });", 3],
    ["const app = new (require('koa'))(); app.keys = ['x']; app.use(require('koa-session')(app));", 4],
    [
      "const { createCookieSessionStorage } = require('@remix-run/node'); createCookieSessionStorage({ cookie: { secrets: ['x'] } });",
      4,
    ],
    ["require('iron-session').getIronSession(req, res, { password: 'x', cookieName: 'y' });", 1],
    ["res.cookie('sid', id);", 3],
    ["res.setHeader('Set-Cookie', `sid=${id}`);", 3],
  ])('is few lines of any library: %s', (code, most) => {
    const reported = rulesOf(code, 'all');
    expect(reported.length).toBeGreaterThan(0);
    expect(reported.length, reported.join()).toBeLessThanOrEqual(most);
    expect(new Set(reported).size).toBe(reported.length);
  });
});
