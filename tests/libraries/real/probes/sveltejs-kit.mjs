// The cookies of an event are made by a module that the package does not export; it is loaded by its path.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFile } from '../sveltekit.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'));
const load = (path) => import(pathToFileURL(join(folder, path)).href);

export default {
  module: '@sveltejs/kit',
  isLoaded: false,
  places: {
    'event.cookies.set()': {
      options: { path: '/' },
      start: (_library, options) => ({
        async visit({ https }) {
          const { add_cookies_to_headers, get_cookies } = await load('src/runtime/server/cookie.js');
          const url = new URL(`${https ? 'https' : 'http'}://probe.test/probe/page`);
          const { cookies, new_cookies, set_trailing_slash } = get_cookies(new Request(url), url);
          set_trailing_slash('never');
          cookies.set('sid', 'value', options);
          const headers = new Headers();
          add_cookies_to_headers(headers, new_cookies.values());
          return headers.getSetCookie();
        },
      }),
      unproven: { path: 'is required: left out, it throws' },
    },
    'reading by event.cookies.get()': {
      start: () =>
        inFile('hooks.server', (event, visited) =>
          visited(() => ({ call: (...given) => event.cookies.get(...given) })),
        ),
    },
    'reading by cookies.get()': {
      start: (_library, _options, { file = '+server' }) =>
        inFile(file, ({ cookies }, visited) => visited(() => ({ call: (...given) => cookies.get(...given) }))),
    },
  },
};
