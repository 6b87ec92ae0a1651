import { Hono } from 'hono';
import {
  generateCookie,
  generateSignedCookie,
  getCookie,
  getSignedCookie,
  setCookie,
  setSignedCookie,
} from 'hono/cookie';
import { fetching } from '../fetching.mjs';
import { strong } from '../serve.mjs';

/** An application that writes one cookie. */
const writing = (write) =>
  fetching((_visited, failing) => {
    const app = new Hono();
    app.onError((error, c) => (failing(error), c.text('', 500)));
    app.get('*', async (c) => {
      await write(c);
      return c.text('');
    });
    return app.fetch;
  });

/** An application that reads one cookie, by a call that takes what is given before the name. */
const reading = (call, before) =>
  fetching((visited, failing) => {
    const app = new Hono();
    app.onError((error, c) => (failing(error), c.text('', 500)));
    app.get('*', async (c) => {
      await visited(() => ({ call, before: [c, ...before] }));
      return c.text('');
    });
    return app.fetch;
  });

const lines = (write) => ({ visit: async () => [await write()] });

// Partitioned cookies have to be secure ones.
const partitioned = 'throws without `secure`, which is off by default';
const secret = 'an empty one throws, every other is taken';

export default {
  module: 'hono',
  unproven: { partitioned, 'getSignedCookie()': 'writes no cookie' },
  places: {
    'setCookie()': {
      start: (_library, options, { withoutOptions }) =>
        writing((c) => (withoutOptions ? setCookie(c, 'sid', 'value') : setCookie(c, 'sid', 'value', options))),
    },
    'generateCookie()': {
      start: (_library, options) => lines(() => generateCookie('sid', 'value', options)),
    },
    'setSignedCookie()': {
      unproven: { 'secret argument 4': secret },
      start: (_library, options) => writing((c) => setSignedCookie(c, 'sid', 'value', strong, options)),
    },
    'generateSignedCookie()': {
      unproven: { 'secret argument 3': secret },
      start: (_library, options) => lines(() => generateSignedCookie('sid', 'value', strong, options)),
    },
    'reading by getCookie()': { start: () => reading(getCookie, []) },
    'reading by getSignedCookie()': {
      cookie: async (name, text) => (await generateSignedCookie(name, text, strong)).split(/[=;]/, 2)[1],
      start: () => reading(getSignedCookie, [strong]),
    },
  },
};
