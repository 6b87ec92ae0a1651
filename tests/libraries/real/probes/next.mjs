import { createRequire } from 'node:module';
import { NextResponse } from 'next/server.js';
import { fetching } from '../fetching.mjs';

const require = createRequire(import.meta.url);

/** What runs a middleware in a server of Next.js, with one that is done when `handle` is. */
const middleware = (handle) =>
  fetching((visited, failing) => {
    const { adapter } = require('next/dist/server/web/adapter.js');
    const handler = async (request) => {
      await handle(request, visited).catch(failing);
      return NextResponse.next();
    };
    return async ({ url, headers }) => {
      const request = { url, method: 'GET', headers: Object.fromEntries(headers), nextConfig: {} };
      return (await adapter({ page: '/middleware', handler, request })).response;
    };
  });

export default {
  module: 'next',
  places: {
    'NextResponse().cookies.set()': {
      start: (_library, options, { withoutOptions }) => ({
        async visit() {
          const response = new NextResponse();
          if (withoutOptions) response.cookies.set('sid', 'value');
          else response.cookies.set('sid', 'value', options);
          return response.headers.getSetCookie();
        },
      }),
    },
    'NextResponse.*().cookies.set()': {
      start: (_library, options) => ({
        async visit() {
          const response = NextResponse.json({});
          response.cookies.set({ name: 'sid', value: 'value', ...options });
          return response.headers.getSetCookie();
        },
      }),
    },
    'reading by cookies().get()': {
      start: () =>
        middleware(async (_request, visited) => {
          const { cookies } = require('next/headers.js');
          const kept = await cookies();
          await visited(() => ({ call: (...given) => kept.get(...given) }));
        }),
    },
    'reading by req.cookies.get()': {
      start: () => middleware((req, visited) => visited(() => ({ call: (...given) => req.cookies.get(...given) }))),
    },
  },
};
