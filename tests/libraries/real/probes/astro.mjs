// Cookies and sessions are made by modules that the package does not export; they are loaded by their paths.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetching } from '../fetching.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
const load = (path) => import(pathToFileURL(join(folder, path)).href);

/** A session as a request has it, with a store in memory. */
async function sessionOf(options, cookieHeader, mockStorage) {
  const { AstroCookies } = await load('dist/core/cookies/cookies.js');
  const { AstroSession, PERSIST_SYMBOL } = await load('dist/core/session.js');
  const request = new Request('https://probe.test/', { headers: cookieHeader ? { cookie: cookieHeader } : {} });
  const cookies = new AstroCookies(request);
  const session = new AstroSession(cookies, { driver: 'test', options: { mockStorage }, ...options }, 'production');
  return { cookies, session, persist: () => session[PERSIST_SYMBOL]() };
}

/** What a session asks of a store. */
const store = (kept = new Map()) => ({
  get: async (key) => (kept.has(key) ? JSON.parse(kept.get(key)) : null),
  setItem: async (key, value) => void kept.set(key, value),
  removeItem: async (key) => void kept.delete(key),
});

/** Answers a request by an endpoint or a page, as an application does. */
const answering = (component, routeType) =>
  fetching(async (visited, failing) => {
    const { experimental_AstroContainer: Container } = await import('astro/container');
    const container = await Container.create();
    const read = async (cookies) => visited(() => ({ call: (...given) => cookies.get(...given) })).catch(failing);
    const made = await component(read);
    return (request) => container.renderToResponse(made, { routeType, request });
  });

export default {
  module: 'astro',
  isLoaded: false,
  places: {
    'session in astro.config': {
      options: {},
      start: (_library, options, _more, kept = store()) => ({
        async visit({ cookie, act }) {
          const { cookies, session, persist } = await sessionOf(options, cookie, kept);
          await act(() => session);
          await persist();
          return [...cookies.headers()];
        },
      }),
      unproven: { 'clear: delete': 'is stored only together with something that was read or written before' },
    },
    'Astro.cookies.set()': {
      start: (_library, options, { withoutOptions }) => ({
        async visit() {
          const { AstroCookies } = await load('dist/core/cookies/cookies.js');
          const cookies = new AstroCookies(new Request('https://probe.test/'));
          if (withoutOptions) cookies.set('sid', 'value');
          else cookies.set('sid', 'value', options);
          return [...cookies.headers()];
        },
      }),
    },
    'reading by Astro.cookies.get()': {
      start: () =>
        answering(async (read) => {
          const { createComponent, render } = await import('astro/compiler-runtime');
          return createComponent(async (result, props, slots) => {
            const Astro = result.createAstro({}, props, slots);
            await read(Astro.cookies);
            return render``;
          });
        }, 'page'),
    },
    'reading by context.cookies.get()': {
      start: () =>
        answering(
          (read) => ({
            async GET(context) {
              await read(context.cookies);
              return new Response('');
            },
          }),
          'endpoint',
        ),
    },
  },
};
