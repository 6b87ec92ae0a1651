import { generateSessionCookie } from '@auth0/nextjs-auth0/testing';
import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { initAuth0 } from 'auth0-nextjs-auth0-3';
import { generateSessionCookie as generateSessionCookieOfThree } from 'auth0-nextjs-auth0-3/testing';
import { serve, strong } from '../serve.mjs';

const user = { sub: 'somebody' };
const seed = 'seed';
const logon = { domain: 'login.probe.test', clientId: 'probe', clientSecret: strong, appBaseUrl: 'http://probe.test' };
const logonOfThree = {
  issuerBaseURL: 'https://login.probe.test',
  clientID: 'probe',
  clientSecret: strong,
  baseURL: 'https://probe.test',
};

/**
 * Pages with a session that somebody is logged on to: without a cookie, a visit comes with the one that the library's
 * own `testing` makes. What a page writes is given to `updateSession`.
 */
const pages = (cookieOf, get, update) =>
  serve((visited) => async (req, res) => {
    try {
      req.headers.cookie ??= await cookieOf();
      const session = await get(req, res);
      await visited(
        session && (() => ({ ...session, write: (written) => update(req, res, { ...session, ...written }) })),
      );
    } catch (error) {
      res.statusCode = 500;
      res.write(String(error.message));
    }
    res.end();
  });

/** A session in the memory of one program, with somebody logged on. */
function storeOf() {
  const kept = new Map([
    [seed, { user, tokenSet: {}, internal: { sid: seed, createdAt: Math.floor(Date.now() / 1000) } }],
  ]);
  return {
    get: async (id) => kept.get(id) ?? null,
    set: async (id, session) => kept.set(id, session),
    delete: async (id) => kept.delete(id),
  };
}

const write = (session, key, value) => session.write({ [key]: value });

export default {
  module: '@auth0/nextjs-auth0',
  packages: ['@auth0/nextjs-auth0', 'auth0-nextjs-auth0-3'],
  // Next.js comes with it.
  isLoaded: false,
  places: {
    'Auth0Client()': {
      packages: ['@auth0/nextjs-auth0'],
      // Each request would prolong it otherwise, by less than a day.
      options: { ...logon, secret: strong, session: { rolling: false } },
      start: (_library, options) => {
        const auth0 = new Auth0Client(options);
        const session = { user, tokenSet: {}, ...(options.sessionStore ? { id: seed } : {}) };
        return pages(
          async () =>
            `${options.session.cookie?.name ?? '__session'}=${await generateSessionCookie(session, { secret: options.secret })}`,
          (req) => auth0.getSession(req),
          (req, res, written) => auth0.updateSession(req, res, written),
        );
      },
      write,
      samples: { sessionStore: storeOf },
    },
    'initAuth0()': {
      packages: ['auth0-nextjs-auth0-3'],
      options: { ...logonOfThree, secret: strong, session: { rolling: false } },
      start: (_library, options) => {
        // It insists on `false` where the address is one of plain HTTP, and on `true` elsewhere.
        const baseURL = options.session.cookie?.secure === false ? 'http://probe.test' : options.baseURL;
        const auth0 = initAuth0({ ...options, baseURL });
        return pages(
          async () =>
            `${options.session.name ?? 'appSession'}=${await generateSessionCookieOfThree({ user }, { secret: options.secret })}`,
          (req, res) => auth0.getSession(req, res),
          (req, res, written) => auth0.updateSession(req, res, written),
        );
      },
      write,
    },
  },
};
