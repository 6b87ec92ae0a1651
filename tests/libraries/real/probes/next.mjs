import { NextResponse } from 'next/server.js';

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
  },
};
