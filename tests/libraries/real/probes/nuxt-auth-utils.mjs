import { register } from 'node:module';
import { runWithNuxtContext } from '@nuxt/kit';
import * as h3 from 'h3-1';
import { fetching } from '../fetching.mjs';
import { strong } from '../serve.mjs';

// Nuxt makes the module `#imports` for each application; what the library takes from it is the configuration.
const imports = 'data:text/javascript,export const useRuntimeConfig = () => globalThis.runtimeConfigOfProbe';
const hook = `export const resolve = (name, context, next) =>
  name === '#imports' ? { url: ${JSON.stringify(imports)}, shortCircuit: true } : next(name, context)`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

const server = new URL('./runtime/server/', import.meta.resolve('nuxt-auth-utils'));
let count = 0;

/** What the library's own module makes of `runtimeConfig.session` in a project that says nothing else. */
async function configured(session) {
  const runtimeConfig = { public: {}, session };
  const nothing = { hook: () => undefined, hooks: {}, callHook: () => undefined, _version: '4.6.4' };
  const lists = {
    modulesDir: [],
    plugins: [],
    serverHandlers: [],
    _layers: [],
    _installedModules: [],
    build: { transpile: [] },
  };
  const options = {
    runtimeConfig,
    alias: {},
    nitro: {},
    imports: {},
    experimental: {},
    rootDir: '/',
    buildDir: '/',
    ...lists,
  };
  const nuxt = { ...nothing, options };
  const { default: module } = await import('nuxt-auth-utils');
  await runWithNuxtContext(nuxt, () => module({}, nuxt));
  return runtimeConfig;
}

/** An application with the library's functions: each request is one visit, or asks for what browsers are given. */
async function serving(session, handle) {
  const runtimeConfig = await configured(session);
  // It keeps the configuration of its first request, so each application gets the library anew.
  const utils = await import(new URL(`utils/session.js?${(count += 1)}`, server));
  return fetching((visited, failing) => {
    const handler = async (event) => {
      globalThis.runtimeConfigOfProbe = runtimeConfig;
      try {
        await handle(event, utils, visited);
      } catch (error) {
        failing(error);
      }
      return '';
    };
    return h3.toWebHandler(h3.createApp().use(h3.eventHandler(handler)));
  });
}

/** What `/api/_auth/session` answers to a browser whose session was given words, and others below `secure`. */
async function handed(marker) {
  globalThis.runtimeConfigOfProbe = await configured({ password: strong });
  const { setUserSession } = await import(new URL('utils/session.js', server));
  const { default: asked } = await import(new URL('api/session.get.js', server));
  const router = h3
    .createRouter()
    .get(
      '/set',
      h3.eventHandler((event) => setUserSession(event, { note: marker, secure: { note: 'kept on the server' } })),
    )
    .get('/api/_auth/session', asked);
  const fetch = h3.toWebHandler(h3.createApp().use(router));
  const set = await fetch(new Request('https://probe.test/set'));
  const cookie = set.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const text = await (await fetch(new Request('https://probe.test/api/_auth/session', { headers: { cookie } }))).text();
  if (text.includes('kept on the server')) throw new Error(`what lies below \`secure\` is handed out: ${text}`);
  return text;
}

export default {
  module: 'nuxt-auth-utils',
  // Needs a project; the configuration of one is made above.
  isLoaded: false,
  places: {
    'runtimeConfig.session in nuxt.config': {
      options: { password: strong },
      start: (_library, options) =>
        serving(options, async (event, { getUserSession, setUserSession }, visited) => {
          const data = await getUserSession(event);
          await visited(() => ({ ...data, write: (written) => setUserSession(event, written) }));
        }),
      endsData: true,
      write: (session, key, value) => session.write({ [key]: value }),
    },
    'setUserSession()': { browser: (_library, marker) => handed(marker) },
  },
};
