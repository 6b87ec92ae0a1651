import cookieParser from 'cookie-parser';
import express from 'express';
import { once } from 'node:events';
import http from 'node:http';
import { createRequire, register } from 'node:module';
import { strong } from '../serve.mjs';

const require = createRequire(import.meta.url);
const { default: Credentials } = require('next-auth/providers/credentials');

// Version 5 imports `next/server`, which bundlers find and Node does not.
register(
  `data:text/javascript,${encodeURIComponent(
    `export const resolve = (name, context, next) => next(/^next\\/[a-z]+$/.test(name) ? name + '.js' : name, context);`,
  )}`,
);

/** Handlers of both versions, as one function that handles a request of Express. */
async function handlerOf(library, options, version) {
  const config = {
    providers: [Credentials({ credentials: {}, authorize: () => ({ id: '1', name: 'value' }) })],
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    ...options,
  };
  if (version.startsWith('4')) {
    const NextAuth = require('next-auth').default;
    return (req, res) => {
      Object.defineProperty(req, 'query', { value: { nextauth: req.path.split('/').slice(3) } });
      return NextAuth(req, res, config);
    };
  }
  const { NextRequest } = await import('next/server.js');
  const { handlers } = library.default({ ...config, trustHost: true });
  return async (req, res) => {
    const isPost = req.method === 'POST';
    const request = new NextRequest(new URL(req.url, process.env.NEXTAUTH_URL), {
      method: req.method,
      headers: req.headers,
      ...(isPost ? { body: new URLSearchParams(req.body).toString() } : {}),
    });
    const response = await (isPost ? handlers.POST : handlers.GET)(request);
    response.headers.getSetCookie().forEach((line) => res.appendHeader('set-cookie', line));
    if (response.headers.has('location')) res.setHeader('location', response.headers.get('location'));
    res.status(response.status).end(await response.text());
  };
}

/** Starts a site and signs in by its pages; `session()` is what a script of the browser is answered. */
async function started(library, options, version) {
  const handler = await handlerOf(library, options, version);
  const app = express().use(cookieParser(), express.urlencoded(), (req, res, next) => {
    Promise.resolve(handler(req, res)).catch(next);
  });
  const server = http.createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = (path) => `http://127.0.0.1:${server.address().port}/api/auth/${path}`;
  const pairs = (lines) => lines.map((line) => line.split(';')[0]).join('; ');

  return {
    async signIn(https) {
      process.env.NEXTAUTH_URL = `http${https ? 's' : ''}://localhost`;
      // Elsewhere version 4 makes up a secret.
      process.env.NODE_ENV = 'production';
      const csrf = await fetch(at('csrf'));
      const { csrfToken } = await csrf.json();
      const response = await fetch(at('callback/credentials'), {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: pairs(csrf.headers.getSetCookie()) },
        body: new URLSearchParams({ csrfToken, name: 'value' }),
      });
      const location = response.headers.get('location') ?? '';
      if (response.status >= 400 || location.includes('error')) throw new Error(`${response.status} ${location}`);
      return response.headers.getSetCookie();
    },
    session: async (lines) => (await fetch(at('session'), { headers: { cookie: pairs(lines) } })).text(),
    close: () => {
      delete process.env.NEXTAUTH_URL;
      process.env.NODE_ENV = 'test';
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const isSession = (line) => line.includes('session-token') || line.startsWith('probe_sid');

export default {
  module: 'next-auth',
  packages: ['next-auth', 'next-auth-5'],
  lacks: { 'next-auth-5': ['secret jwt.secret'] },
  places: {
    'default()': {
      options: { secret: strong },
      async start(library, options, { version }) {
        const site = await started(library, options, version);
        return { visit: async ({ https }) => (await site.signIn(https)).filter(isSession), close: site.close };
      },
    },
    'callbacks.session.session': {
      async browser(library, marker, version) {
        const callbacks = { session: ({ session }) => ({ ...session, words: marker }) };
        const site = await started(library, { secret: strong, callbacks }, version);
        const handed = await site.session(await site.signIn(true));
        await site.close();
        return handed;
      },
    },
  },
};
