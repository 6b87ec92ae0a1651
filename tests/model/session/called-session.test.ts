import { describe, expect, it } from 'vitest';
import { sessionObjectOf } from '../../../src/model/session/resolve-session';
import { inFile, probedIn } from '../../support/probe';

/** The libraries whose session the probed expression is; null when it is none. */
const sessionOf = (code: string, filename = 'file.ts'): string[] | null =>
  inFile(
    code,
    (file) => sessionObjectOf(probedIn(file)[0]!, file)?.facts.map(({ library }) => library.module) ?? null,
    { filename },
  );

describe('a session that a call gives', () => {
  it.each<[string, string[]]>([
    ["import { Hono } from 'hono'; app.get('/', (c) => probe(c.get('session')));", ['hono-sessions']],
    ["import { Hono } from 'hono'; app.get('/', (c) => { const s = c.get('session'); probe(s); });", ['hono-sessions']],
    [
      "import { useSession } from '@hono/session'; app.get('/', (ctx) => probe(ctx.get('session')));",
      ['@hono/session'],
    ],
    ['const s = await useSession(event, { password: p }); probe(s);', ['h3']],
    ['probe(await getUserSession(event));', ['nuxt-auth-utils']],
  ])('%s', (code, wanted) => {
    expect(sessionOf(code)).toEqual(wanted);
  });

  it.each([
    "app.get('/', (c) => probe(c.get('session')));",
    "import { Hono } from 'hono'; app.get('/', (c) => probe(c.get('user')));",
    "import { Hono } from 'hono'; app.get('/', (c) => probe(c.get('session', 1)));",
    "import { Hono } from 'hono'; app.get('/', (c) => probe(cache.get('session')));",
    "import { Hono } from 'hono'; const c = new Map(); probe(c.get('session'));",
    'const s = useSession(); probe(s);',
    'const { data } = useSession({ required: true }); probe(data);',
    "import { useSession } from 'next-auth/react'; const s = useSession(); probe(s);",
    "import { useSession } from './session'; const s = await useSession(event, { password: p }); probe(s);",
    "import { getUserSession } from './session'; probe(await getUserSession(event));",
    'const s = await useSession(event, options); probe(s);',
  ])('not %s', (code) => {
    expect(sessionOf(code)).toBeNull();
  });
});

describe('a session of a framework', () => {
  it.each<[string, boolean]>([
    ['probe(Astro.session);', true],
    ["import type { APIRoute } from 'astro'; export const POST: APIRoute = ({ session }) => probe(session);", true],
    [
      "import { defineMiddleware } from 'astro:middleware'; export const onRequest = defineMiddleware((context, next) => probe(context.session));",
      true,
    ],
    [
      "import { defineAction } from 'astro:actions'; defineAction({ handler: (input, { session }) => probe(session) });",
      true,
    ],
    ['export const resolver = (context) => probe(context.session);', false],
    ['export const POST = ({ session }) => probe(session);', false],
    ["import type { APIRoute } from 'astro'; const session = makeSession(); probe(session);", false],
    ["import type { APIRoute } from 'astro'; const { session } = { session: 1 }; probe(session);", false],
  ])('%s: %s', (code, isSession) => {
    expect(sessionOf(code)).toEqual(isSession ? ['astro'] : null);
  });
});
