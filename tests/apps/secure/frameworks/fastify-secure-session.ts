import { readFileSync } from 'node:fs';
import secureSession from '@fastify/secure-session';
import type { FastifyPluginAsync } from 'fastify';

const plugin: FastifyPluginAsync = async (fastify) => {
  await fastify.register(secureSession, {
    cookieName: '__Host-app',
    key: readFileSync(process.env.SESSION_KEY_FILE!),
    expiry: 8 * 60 * 60,
    cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax' },
  });

  fastify.post('/login', async (request, reply) => {
    const user = await fastify.users.authenticate(request.body);
    request.session.set('userId', user.id);
    return reply.redirect('/');
  });

  fastify.post('/logout', async (request, reply) => {
    request.session.delete();
    return reply.redirect('/');
  });
};

export default plugin;
