import { describe, expect, it } from 'vitest';
import { lint, shown } from '../support/lint';

/** What every rule says of a text. */
const said = (code: string, filename = 'src/file.ts'): string[] =>
  shown(lint(code, { filename, preset: 'recommended' }));

const safe = '{ httpOnly: true, secure: true, sameSite: "lax", path: "/" }';

describe('what only looks like a library of ours', () => {
  it.each<[why: string, code: string, filename?: string]>([
    ['a cookie library of the browser', "import Cookies from 'js-cookie'; Cookies.set('session', token);"],
    [
      'the same under the name a framework uses',
      "import cookies from 'js-cookie'; import './$types'; cookies.set('session', token);",
    ],
    [
      'a jar that is no framework’s',
      "import { Cookies } from 'react-cookie'; const cookies = new Cookies(); cookies.set('session', token, { path: '/' });",
    ],
    [
      'cookies of a file that no framework reads',
      "export const save = ({ cookies }) => cookies.set('session', token, { httpOnly: false });",
    ],
    [
      'a session hook of the browser',
      "import { useSession } from 'next-auth/react'; const { data: session } = useSession(); show(session.accessToken);",
    ],
    ['the same of better-auth', 'const { data: session } = authClient.useSession(); show(session.user.token);'],
    [
      'a composable of Nuxt',
      'const { loggedIn, user, session } = useUserSession(); show(session.value);',
      'app/pages/index.ts',
    ],
    ['a function of one’s own called setCookie', "import { setCookie } from './cookies'; setCookie('session', token);"],
    ['a global one whose first argument is no event', "setCookie('session', token);"],
    ['a map of the request', "app.get('/', (c) => { const session = new Map(); session.set('apiKey', key); });"],
    ['a context that is no Hono’s', "export const handler = (c) => { c.get('session').set('apiKey', key); };"],
    ['a GraphQL context', 'export const resolver = (_, args, context) => { context.session.views = 1; };'],
    [
      'a runtimeConfig that is not Nuxt’s',
      "export default { runtimeConfig: { session: { cookie: { secure: 'auto' } } } };",
      'src/settings.ts',
    ],
    [
      'an Elysia-like jar elsewhere',
      'const save = ({ cookie }) => cookie.session.set({ value: token, httpOnly: false });',
    ],
  ])('%s', (_why, code, filename) => {
    expect(said(code, filename)).toEqual([]);
  });
});

describe('what is right', () => {
  it.each<[library: string, code: string, filename?: string]>([
    [
      'SvelteKit',
      "export const actions = { default: async ({ cookies }) => { cookies.set('session', token, { path: '/' }); } };",
      'src/routes/+page.server.ts',
    ],
    [
      'SvelteKit, a deletion',
      "export const POST = ({ cookies }) => { cookies.set('session', '', { path: '/', maxAge: 0 }); };",
      'src/routes/logout/+server.ts',
    ],
    [
      'lucia',
      "import { lucia } from './auth'; export const POST = ({ cookies }) => { const it = lucia.createSessionCookie(id); cookies.set(it.name, it.value, { path: '.', ...it.attributes }); };",
      'src/routes/+server.ts',
    ],
    [
      'lucia',
      "import { Lucia } from 'lucia'; export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: process.env.NODE_ENV === 'production' } } });",
    ],
    [
      'Hono',
      `import { setCookie } from 'hono/cookie'; app.get('/', (c) => { setCookie(c, 'session', token, ${safe}); });`,
    ],
    [
      'Hono, a prefix',
      "import { setCookie } from 'hono/cookie'; app.get('/', (c) => { setCookie(c, 'session', token, { prefix: 'host', httpOnly: true, sameSite: 'Lax' }); });",
    ],
    [
      'Hono, a theme',
      "import { setCookie } from 'hono/cookie'; app.get('/', (c) => { setCookie(c, 'theme', 'dark'); });",
    ],
    [
      'h3',
      "import { useSession } from 'h3'; export default eventHandler(async (event) => { const session = await useSession(event, { password: process.env.SESSION_PASSWORD }); await session.update({ userId }); });",
    ],
    [
      'h3 of a version nobody knows',
      'export default eventHandler(async (event) => useSession(event, { password: useRuntimeConfig(event).password }));',
      'server/api/me.ts',
    ],
    [
      'nuxt-auth-utils',
      'export default oauth({ async onSuccess(event, { user, tokens }) { await setUserSession(event, { user: { name: user.name }, secure: { accessToken: tokens.access_token } }); } });',
      'server/routes/auth.ts',
    ],
    [
      'nuxt-auth-utils',
      'export default defineNuxtConfig({ runtimeConfig: { session: { maxAge: 3600, password: process.env.NUXT_SESSION_PASSWORD } } });',
      'nuxt.config.ts',
    ],
    [
      'better-auth',
      "import { betterAuth } from 'better-auth'; export const auth = betterAuth({ secret: process.env.BETTER_AUTH_SECRET, database });",
    ],
    [
      'Astro',
      `const token = await login(); Astro.cookies.set('session', token, ${safe}); Astro.session?.set('cart', items);`,
    ],
    [
      'Astro',
      "import { defineConfig } from 'astro/config'; export default defineConfig({ session: { driver: 'redis', cookie: 'sid' } });",
      'astro.config.mjs',
    ],
    [
      '@hono/session',
      "import { useSession } from '@hono/session'; app.use(useSession({ secret: process.env.AUTH_SECRET })).get('/', async (c) => { await c.var.session.update({ userId }); });",
    ],
    [
      '@auth0/nextjs-auth0',
      "import { Auth0Client } from '@auth0/nextjs-auth0/server'; const auth0 = new Auth0Client({ secret: process.env.AUTH0_SECRET }); await auth0.updateSession({ ...session, tokenSet: { ...session.tokenSet, accessToken } });",
    ],
    [
      'Elysia',
      "import { Elysia } from 'elysia'; export const auth = new Elysia({ prefix: '/auth' }).post('/', ({ cookie: { session } }) => { session.set({ value: token }); });",
    ],
  ])('%s: %s', (_library, code, filename) => {
    expect(said(code, filename)).toEqual([]);
  });
});

describe('what is not', () => {
  it.each<[code: string, wanted: string[], filename?: string]>([
    [
      "export const POST = ({ cookies }) => { cookies.set('session', token, { path: '/', httpOnly: false }); };",
      ['require-http-only-cookie 1'],
      'src/routes/+server.ts',
    ],
    [
      "import type { RequestEvent } from '@sveltejs/kit'; export function save(event: RequestEvent, token: string) { event.cookies.set('session', token, { path: '/', secure: false }); }",
      ['require-secure-cookie 1'],
    ],
    [
      "export default eventHandler(async (event) => { setCookie(event, 'session', token, { secure: true, sameSite: 'lax' }); });",
      ['require-http-only-cookie 1'],
      'server/api/login.ts',
    ],
    [
      'export default eventHandler(async (event) => { await setUserSession(event, { user: { accessToken: tokens.access_token } }); });',
      ['no-secret-in-session 1'],
      'server/api/login.ts',
    ],
    [
      "export const load = async () => { await Astro.session?.set('apiKey', process.env.STRIPE_API_KEY); };",
      ['no-secret-in-session 1'],
    ],
    [
      "import { Hono } from 'hono'; app.get('/', async (c) => { c.get('session').set('accessToken', tokens.access_token); });",
      ['no-secret-in-session 1'],
    ],
    [
      "import { customSession } from 'better-auth/plugins'; customSession(async ({ user, session }) => ({ user, session, accessToken: account.access_token }));",
      ['no-secret-in-session 1'],
    ],
    [
      "import { Elysia } from 'elysia'; app.post('/', ({ cookie: { session } }) => { session.set({ value: token, httpOnly: false }); });",
      ['require-http-only-cookie 1'],
    ],
    [
      "import { Elysia } from 'elysia'; app.post('/', ({ cookie }) => { cookie.session.set({ value: token, secure: false }); });",
      ['require-secure-cookie 1'],
    ],
  ])('%s', (code, wanted, filename) => {
    expect(said(code, filename)).toEqual(wanted);
  });
});
