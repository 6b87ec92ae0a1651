/**
 * Files full of sessions, as applications have them: a dozen handlers, forty accesses to the session, of which some
 * touch a secret: kept in the session itself, or in a vault. The seed renames things, so that no two files are alike.
 */

/** How an application touches a secret; `place` is where the session has it. */
export const inSession = {
  imports: () => '',
  write: (place, value) => `${place} = ${value}`,
  read: (place) => place,
  isThere: (place) => place,
  clear: (place) => `${place} = null`,
};

export const inVault = {
  imports: (load) =>
    ({
      require: "const { vault } = require('#session-vault');",
      import: "import { vault } from '#session-vault';",
    })[load],
  write: (place, value) => `${place}Ref = await vault.store(${value})`,
  read: (place) => `await vault.read(${place}Ref)`,
  isThere: (place) => `${place}Ref`,
  clear: (place) => `await vault.revoke(${place}Ref)`,
};

const NOUNS = ['order', 'invoice', 'project', 'ticket', 'booking', 'report', 'parcel', 'recipe', 'lesson', 'ballot'];

function handlers(seed, render) {
  return NOUNS.map((noun, index) => render(NOUNS[(index + seed) % NOUNS.length], noun, index)).join('\n');
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

export function expressRouter(seed, secret) {
  const connected = `connected: Boolean(${secret.isThere('req.session.accessToken')}),`;
  const text = `'use strict';

const express = require('express');
const session = require('express-session');
const { requestToken, ${NOUNS.map((noun) => `list${capital(noun)}s`).join(', ')} } = require('./services');
const logger = require('./logger');
${secret.imports('require')}

const router = express.Router();

router.use(session({
  secret: process.env.SESSION_SECRET,
  name: 'sid${seed}',
  resave: false,
  saveUninitialized: false,
  cookie: { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax', maxAge: 1000 * 60 * 60 },
}));

router.post('/login', async (req, res, next) => {
  const user = await findUser(req.body.name, req.body.password);
  if (!user) {
    req.session.attempts = (req.session.attempts ?? 0) + 1;
    return res.status(401).render('login', { attempts: req.session.attempts });
  }
  const tokens = await requestToken(user);
  req.session.userId = user.id;
  ${secret.write('req.session.accessToken', 'tokens.access_token')};
  ${secret.write('req.session.refreshToken', 'tokens.refresh_token')};
  req.session.expiresAt = Date.now() + tokens.expires_in * 1000;
  req.session.save((error) => (error ? next(error) : res.redirect(req.session.returnTo ?? '/')));
});
${handlers(
  seed,
  (noun, other, index) => `
router.get('/${noun}s', async (req, res, next) => {
  if (!req.session.userId) {
    req.session.returnTo = req.originalUrl;
    return res.redirect('/login');
  }
  try {
    const filter = req.query.filter ?? req.session.${noun}Filter ?? 'all';
    const items = await list${capital(noun)}s({ owner: req.session.userId, filter, page: Number(req.query.page) || 1 });
    req.session.${noun}Filter = filter;
    res.cookie('last-${noun}', String(items[0]?.id ?? ''), { httpOnly: true, secure: true, sameSite: 'lax' });
    res.render('${noun}s', {
      title: '${capital(noun)}s',
      items: items.map(({ lines, ...item }) => ({ ...item, total: lines.reduce((sum, line) => sum + line.price, 0) })),
      canEdit: req.session.role === 'editor' || items.every((item) => item.owner === req.session.userId),
      ${index % 4 === 0 ? connected : `related: '/${other}s',`}
    });
  } catch (error) {
    logger.error({ error, user: req.session.userId }, 'could not list ${noun}s');
    next(error);
  }
});`,
)}

router.post('/logout', async (req, res, next) => {
  ${secret.clear('req.session.accessToken')};
  req.session.destroy((error) => (error ? next(error) : res.redirect('/')));
});

module.exports = router;
`;
  return { path: `/generated/routes-${seed}.js`, text };
}

export function fastifyPlugin(seed, secret) {
  const bearer = `authorization: \`Bearer \${${secret.read('request.session.apiKey')}}\``;
  const text = `import cookie from '@fastify/cookie';
import session from '@fastify/session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestToken, type Page, type TokenResponse } from './services.js';
${secret.imports('import')}

declare module 'fastify' {
  interface Session {
    userId?: string;
    ${secret.isThere('apiKey')}?: string;
${NOUNS.map((noun) => `    ${noun}Filter?: string;`).join('\n')}
  }
}

async function guard(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!request.session.userId) {
    await reply.code(401).send({ error: 'Log in first.' });
  }
}

export async function plugin${seed}(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
  await app.register(session, { secret: process.env.SESSION_SECRET!, cookie: { secure: 'auto', sameSite: 'lax' } });

  app.post<{ Body: { name: string; password: string } }>('/login', async (request) => {
    const tokens: TokenResponse = await requestToken(request.body);
    request.session.userId = tokens.subject;
    ${secret.write('request.session.apiKey', 'tokens.api_key')};
    return { user: request.session.userId };
  });
${handlers(
  seed,
  (noun, other, index) => `
  app.get<{ Querystring: { filter?: string } }>('/${noun}s', { preHandler: guard }, async (request, reply) => {
    const filter = request.query.filter ?? request.session.${noun}Filter ?? 'all';
    const response = await fetch(\`\${process.env.API_URL}/${noun}s?filter=\${encodeURIComponent(filter)}\`, {
      headers: { ${index % 3 === 0 ? bearer : "accept: 'application/json'"} },
    });
    if (!response.ok) {
      return reply.code(502).send({ error: \`The ${noun} service answered \${response.status}.\` });
    }
    request.session.${noun}Filter = filter;
    const page = (await response.json()) as Page<{ id: string; title: string; ${other}s: string[] }>;
    reply.setCookie('last-${noun}', page.items.at(-1)?.id ?? '', { path: '/', httpOnly: true, secure: true });
    return { ...page, items: page.items.filter((item) => item.title.trim() !== ''), owner: request.session.userId };
  });`,
)}

  app.post('/logout', async (request, reply) => {
    ${secret.clear('request.session.apiKey')};
    await request.session.destroy();
    return reply.code(204).send();
  });
}
`;
  return { path: `/generated/plugin-${seed}.ts`, text };
}

export function nextRoutes(seed, secret) {
  const stored = (noun) => `${secret.write('session.githubToken', `${noun}.integration.access_token`)};`;
  const text = `import { getIronSession, type SessionOptions } from 'iron-session';
import { cookies } from 'next/headers';
import { NextResponse, type NextRequest } from 'next/server';
import { ${NOUNS.map((noun) => `find${capital(noun)}`).join(', ')} } from '@/services';
${secret.imports('import')}

interface SessionData {
  userId?: string;
  ${secret.isThere('githubToken')}?: string;
  seen?: Record<string, number>;
}

export const sessionOptions: SessionOptions = {
  password: process.env.SESSION_PASSWORD!,
  cookieName: 'app-${seed}',
  cookieOptions: { secure: process.env.NODE_ENV === 'production', maxAge: 60 * 60 * 8 },
};

async function currentSession() {
  return getIronSession<SessionData>(await cookies(), sessionOptions);
}
${handlers(
  seed,
  (noun, other, index) => `
export async function ${noun}Route(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const session = await currentSession();
  if (!session.userId) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
  const { id } = await params;
  const ${noun} = await find${capital(noun)}(id, session.userId);
  if (!${noun}) {
    return NextResponse.json({ error: 'No such ${noun}.' }, { status: 404 });
  }
  session.seen = { ...session.seen, ['${noun}-' + id]: Date.now() };
  ${index % 5 === 0 ? stored(noun) : `session.seen['${other}'] ??= 0;`}
  await session.save();
  (await cookies()).set('last-${noun}', id, { httpOnly: true, secure: true, sameSite: 'lax' });
  const total = ${noun}.lines.map((line) => line.price).reduce((a, b) => a + b, 0);
  return NextResponse.json({ ${noun}: { ...${noun}, total } });
}`,
)}
`;
  return { path: `/generated/route-${seed}.ts`, text };
}
