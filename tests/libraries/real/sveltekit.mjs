// A server of SvelteKit without a bundler: what vite would make for a project is made by hand.
import { register } from 'node:module';
import { fetching } from './fetching.mjs';

const kit = new URL('./', import.meta.resolve('@sveltejs/kit/package.json'));
const load = (path) => import(new URL(path, kit).href);

// The modules that SvelteKit's plugin makes; their text is that of a project without configuration.
const made = {
  '$app/paths/internal/server': new URL('src/runtime/app/paths/internal/server.js', kit).href,
  '__sveltekit/env': 'data:text/javascript,export const rendered_env = {}',
  '__sveltekit/server': 'data:text/javascript,export const read_implementation = null, manifest = null',
};
const hook = `export const resolve = (name, context, next) => {
  const url = ${JSON.stringify(made)}[name];
  return url ? { url, shortCircuit: true } : next(name, context);
}`;

/** What reads and answers requests in it. */
async function responder() {
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
  Object.assign(globalThis, {
    __SVELTEKIT_DEV__: false,
    __SVELTEKIT_ADAPTER_NAME__: 'none',
    __SVELTEKIT_EXPERIMENTAL_EXPLICIT_ENVIRONMENT_VARIABLES__: false,
    __SVELTEKIT_SERVER_TRACING_ENABLED__: false,
    __SVELTEKIT_PATHS_BASE__: '',
    __SVELTEKIT_PATHS_ASSETS__: '',
    __SVELTEKIT_PATHS_RELATIVE__: true,
    __SVELTEKIT_APP_DIR__: '_app',
  });
  return (await load('src/runtime/server/respond.js')).respond;
}
let responding;

/**
 * An application with one page and one endpoint, in which one of its files, `hooks.server` and the like, calls `handle`
 * with the event it is given and with `visited`.
 */
export const inFile = (file, handle) =>
  fetching(async (visited, failing) => {
    const respond = await (responding ??= responder());
    const called = async (name, event) => {
      if (name === file) await handle(event, visited).catch(failing);
    };
    const loading = (name) => async () => ({ server: { load: (event) => called(name, event) } });
    const page = { layouts: [0], errors: [], leaf: 1 };
    const GET = async (event) => (await called('+server', event), new Response(''));
    const routes = [
      { id: '/page', pattern: /^\/page$/, params: [], page },
      { id: '/endpoint', pattern: /^\/endpoint$/, params: [], page: null, endpoint: async () => ({ GET }) },
    ];
    const nodes = [loading('+layout.server'), loading('+page.server')];
    const manifest = {
      appPath: '_app',
      assets: new Set(),
      mimeTypes: {},
      _: { nodes, routes, remotes: {}, matchers: async () => ({}), prerendered_routes: new Set() },
    };
    const hooks = {
      handle: async ({ event, resolve }) => (await called('hooks.server', event), resolve(event)),
      handleError: ({ error }) => failing(error),
      reroute: () => undefined,
      transport: {},
    };
    const options = { csrf_check_origin: true, csrf_trusted_origins: [], hash_routing: false, hooks };
    // The data of a page, without its text, for which a component would have to be compiled.
    const path = file.startsWith('+page') || file.startsWith('+layout') ? '/page/__data.json' : '/endpoint';
    return ({ url, headers }) =>
      respond(new Request(new URL(path, url), { headers }), options, manifest, { getClientAddress: () => '127.0.0.1' });
  });
