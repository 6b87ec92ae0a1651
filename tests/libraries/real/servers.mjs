// What probes of applications, of routers and of what serves files share: which requests get to a session.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import session from 'express-session';
import fastifyCookieOf4 from 'fastify-cookie-9';
import fastifySessionOf4 from 'fastify-session-10';
import koaSession from 'koa-session';
import { strong } from './serve.mjs';

/** The text of the one file that is served. */
const text = 'the text of a file';

/** A folder with a file, for as long as `use` takes. */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  writeFileSync(join(folder, 'file.txt'), text);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A store that counts how often it is asked for a session, for libraries that call back and for those that wait. */
function counting() {
  const kept = new Map();
  const store = {
    asked: 0,
    on: () => store,
    get(id, done) {
      store.asked += 1;
      const found = kept.get(id);
      return typeof done === 'function' ? done(null, found && JSON.parse(found)) : found && JSON.parse(found);
    },
    set(id, data, done) {
      kept.set(id, JSON.stringify(data));
      return typeof done === 'function' ? done(null) : undefined;
    },
    destroy: (id, done) => (kept.delete(id), typeof done === 'function' ? done(null) : undefined),
  };
  return store;
}

/** How each framework is given a session and a page that writes to it, and how it answers. */
export const express = {
  session: (app, store) => {
    const { get, set, destroy } = store;
    const kept = Object.assign(new session.MemoryStore(), { get, set, destroy });
    app.use(session({ secret: strong, resave: false, saveUninitialized: false, store: kept }));
  },
  login: (app) =>
    app.use((req, res, next) => {
      if (req.url !== '/login') return next();
      req.session.user = 'somebody';
      res.end();
    }),
  handler: (app) => app,
};

export const koa = {
  session: (app, store) => {
    app.keys = [strong];
    app.use(koaSession({ store }, app));
  },
  login: (app) =>
    app.use(async (ctx, next) => {
      if (ctx.path !== '/login') return next();
      ctx.session.user = 'somebody';
      ctx.body = '';
    }),
  handler: (app) => app.on('error', () => undefined).callback(),
};

export const fastify = {
  session: async (app, store) => {
    const isFour = app.version.startsWith('4.');
    await app.register(isFour ? fastifyCookieOf4 : fastifyCookie);
    await app.register(isFour ? fastifySessionOf4 : fastifySession, {
      secret: strong,
      saveUninitialized: false,
      cookie: { secure: 'auto' },
      store,
    });
  },
  login: (app) => app.get('/login', async (request) => (request.session.set('user', 'somebody'), '')),
  handler: async (app) => {
    await app.ready();
    return (request, response) => app.routing(request, response);
  },
};

/**
 * Adds parts to an application in their order, `session` being the one of the framework, logs in and makes a request.
 * @returns the answer, and whether the store was asked for the session
 */
export async function answered({ session: added, login, handler }, app, parts, { path, method = 'GET', headers = {} }) {
  const store = counting();
  for (const part of parts) await (part === 'session' ? added(app, store) : part(app));
  await login(app);
  const server = http.createServer(await handler(app));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const ask = (to, init) => fetch(`http://127.0.0.1:${server.address().port}${to}`, init);
  try {
    const cookie = (await ask('/login')).headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    if (cookie === '') throw new Error('the login writes no cookie');
    store.asked = 0;
    const answer = await ask(path, { method, headers: { ...headers, cookie } });
    return { body: await answer.text(), status: answer.status, isAsked: store.asked > 0 };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/**
 * What handlers are given, in one request to each: `adders` add one that hands what it is given to `seen`.
 * @param isIt what the request of the session and what the answer look like, in the order of the parameters
 */
export const handed = (framework, make, adders, isIt) =>
  Object.fromEntries(
    Object.entries(isIt).map(([fact, isRight]) => [
      fact,
      async (library) => {
        for (const add of adders) {
          let wrong = 'is never called';
          const seen = (...given) => (wrong = isRight(...given) ? '' : `is given something else by ${add}`);
          await answered(framework, make(library), ['session', (app) => add(app, seen, library)], { path: '/routed' });
          if (wrong !== '') return wrong;
        }
        return undefined;
      },
    ]),
  );

/** A file behind a session is served with it; before it, where the order counts, without. */
export const servedWithSession = (framework, make, serving, isOrdered) => () =>
  withFolder(async (folder) => {
    const files = (app) => serving(app, folder);
    const wrong = [];
    for (const [parts, isAsked] of [
      [['session', files], true],
      [[files, 'session'], !isOrdered],
    ]) {
      const seen = await answered(framework, await make(), parts, { path: '/file.txt' });
      if (seen.body !== text) wrong.push(`no file but ${seen.status} ${seen.body}`);
      if (seen.isAsked !== isAsked)
        wrong.push(`${parts[0] === files ? 'before' : 'behind'} the session: asked for it: ${seen.isAsked}`);
    }
    return wrong.length > 0 ? wrong.join('; ') : undefined;
  });

/** Each method adds a route, which answers its requests and no others, with the session before it. `make` gives the parts of an application. */
export const routed = (framework, make, method) => async () => {
  const sent = method === 'del' ? 'DELETE' : method.toUpperCase();
  const seen = [];
  for (const asked of [sent, 'OPTIONS']) {
    const [app, ...parts] = await make(method);
    seen.push(await answered(framework, app, ['session', ...parts], { path: '/routed', method: asked }));
  }
  const [own, other] = seen;
  if (own.body !== 'routed' || !own.isAsked) return `${own.status} ${own.body}, asked for the session: ${own.isAsked}`;
  return other.body === 'routed' ? 'answers what is not its own' : undefined;
};

/** Proofs by the method they are about: `route: post`. */
export const forEach = (kind, methods, prove) =>
  Object.fromEntries(methods.map((method) => [`${kind}: ${method}`, prove(method)]));

/** A session that is added behind a page is none of the page's, unless the order does not count. */
export const inOrder = (framework, make, isOrdered) => async () => {
  const wrong = [];
  for (const isBehind of [true, false]) {
    const [app, page] = await make();
    const seen = await answered(framework, app, isBehind ? ['session', page] : [page, 'session'], { path: '/routed' });
    const isWanted = isBehind || !isOrdered;
    if (seen.body !== 'routed' || seen.isAsked !== isWanted)
      wrong.push(`${isBehind ? 'behind' : 'before'} the session: ${seen.body}, asked for it: ${seen.isAsked}`);
  }
  return wrong.length > 0 ? wrong.join('; ') : undefined;
};

/** A request that a proxy says was encrypted; `secure` is asked of an application that believes it, and of one that does not. */
export const behindProxy = (framework, make) => async () => {
  for (const isTold of [true, false]) {
    const [app, page] = await make(isTold);
    const { body } = await answered(framework, app, ['session', page], {
      path: '/routed',
      headers: { 'x-forwarded-proto': 'https' },
    });
    if (body !== `secure: ${isTold}`) return `${isTold ? '' : 'not '}told of the proxy: ${body}`;
  }
  return undefined;
};
