import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import Fastify from 'fastify';
import { account } from './account.js';
import { deployments } from './deployments.js';
import { FolderStore } from './session.js';

export const app = Fastify();

await app.register(fastifyCookie);
await app.register(fastifySession, {
  cookieName: 'bot',
  secret: process.env.SESSION_SECRET ?? '',
  store: new FolderStore(process.env.SESSION_DIR ?? 'sessions'),
  saveUninitialized: false,
  cookie: { secure: process.env.NODE_ENV === 'production', maxAge: 12 * 60 * 60 * 1000 },
});
await app.register(account);
await app.register(deployments, { prefix: '/deployments' });
