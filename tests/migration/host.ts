import fastifyCookie from '@fastify/cookie';
import fastifySecureSession from '@fastify/secure-session';
import fastifySession from '@fastify/session';
import fastify from 'fastify';
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Host } from './program';

/** These come without types. */
const untyped = createRequire(__filename) as (name: string) => any;
const cookieSession = untyped('cookie-session');
const express = untyped('express');
const expressSession = untyped('express-session');

/** A handler of a generated program, whichever framework calls it. */
export type Handler = (request: unknown, response: unknown) => unknown;

/** What happened in one request. */
export interface Answer {
  status: number;
  body: string;
  /** The session's own data when the handler was done, as JSON. */
  session: Record<string, unknown>;
}

/** A server on which handlers can be exchanged, so that it has to be started once. */
export interface Server {
  /** Sends one request; `visitor` is who keeps the cookie. */
  send(handler: Handler, body: unknown, visitor: Visitor): Promise<Answer>;
  /** What lies in the session store, and in the visitor's cookie, opened. */
  keptFor(visitor: Visitor): string;
  /** Ends all sessions. */
  forget(): void;
  close(): Promise<unknown>;
}

export interface Visitor {
  cookies: Map<string, string>;
}

/** A connection may wait for as long as it takes to lint the next program. */
const patience = 600_000;

const secret = randomBytes(32).toString('hex');

/** As good as it can be where there is no HTTPS. */
const cookie = { secure: 'auto', sameSite: 'lax' };

/** What the handler under way is, and what became of its session. */
interface Current {
  handler: Handler;
  session: Record<string, unknown>;
}

const plain = (session: unknown): Record<string, unknown> => {
  const { cookie: _, ...data } = JSON.parse(JSON.stringify(session ?? {})) as Record<string, unknown>;
  return data;
};

/** Starts a server with one session library, on a free port of this machine. */
export async function start(host: Host): Promise<Server> {
  const current: Current = { handler: () => undefined, session: {} };
  const store = new expressSession.MemoryStore() as Store;
  const { port, close, open } = host.startsWith('@fastify')
    ? await onFastify(host, store, current)
    : await onExpress(host, store, current);
  const agent = new Agent({ keepAlive: true });
  return {
    forget: () => void (store.sessions = {}),
    async send(handler, body, visitor) {
      current.handler = handler;
      const { status, text } = await post(port, agent, body, visitor);
      return { status, body: text, session: current.session };
    },
    keptFor({ cookies }) {
      return [...Object.values(store.sessions), ...[...cookies].map(([name, value]) => open(name, value))].join('\n');
    },
    close: () => {
      agent.destroy();
      return close();
    },
  };
}

/** express-session's store in memory, which @fastify/session takes as well. */
interface Store {
  sessions: Record<string, string>;
}

interface Started {
  port: number;
  close(): Promise<unknown>;
  /** What a cookie says to whoever has the server's key. */
  open(name: string, value: string): string;
}

async function onExpress(host: Host, store: Store, current: Current): Promise<Started> {
  const app = express();
  app.set('env', 'test');
  app.use(express.json());
  app.use(
    host === 'cookie-session'
      ? cookieSession({ keys: [secret], sameSite: 'lax' })
      : expressSession({ secret, resave: false, saveUninitialized: true, store, cookie }),
  );
  app.post('/', async (req: { session: unknown }, res: unknown) => {
    try {
      await current.handler(req, res);
    } finally {
      current.session = plain(req.session);
    }
  });
  app.use((_error: unknown, _req: unknown, res: { status(code: number): { end(): void } }, _next: unknown) =>
    res.status(500).end(),
  );
  const server = await new Promise<import('node:http').Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  server.keepAliveTimeout = patience;
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
    open: (name, value) => (name === 'session' ? Buffer.from(value, 'base64').toString() : value),
  };
}

async function onFastify(host: Host, store: Store, current: Current): Promise<Started> {
  const app = fastify({ keepAliveTimeout: patience });
  if (host === '@fastify/session') {
    await app.register(fastifyCookie as never);
    await app.register(fastifySession as never, { secret, store, cookie } as never);
  } else {
    await app.register(
      fastifySecureSession as never,
      { key: Buffer.alloc(32, 7), cookie: { path: '/', ...cookie } } as never,
    );
  }
  app.post('/', async (request, reply) => {
    const { session } = request as unknown as { session: { data?(): unknown } };
    try {
      await current.handler(request, reply);
    } finally {
      current.session = plain(session.data?.() ?? session);
    }
    return reply;
  });
  app.setErrorHandler((_error, _request, reply) => reply.code(500).send());
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    port: (app.server.address() as AddressInfo).port,
    close: () => app.close(),
    open: (_, value) => {
      if (host === '@fastify/session') return value;
      const opened = (
        app as unknown as { decodeSecureSession(cookie: string): { data(): unknown } | null }
      ).decodeSecureSession(value);
      return JSON.stringify(opened?.data());
    },
  };
}

/** One request by the visitor's cookies, which the answer may change. */
function post(
  port: number,
  agent: Agent,
  body: unknown,
  { cookies }: Visitor,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
    };
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/', agent, headers }, (response) => {
      for (const line of response.headers['set-cookie'] ?? []) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) cookies.set(name, value);
      }
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
