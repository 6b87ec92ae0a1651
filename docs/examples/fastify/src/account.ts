import type { FastifyInstance } from 'fastify';
import { requestToken } from './provider.js';

interface Credentials {
  name: string;
  password: string;
}

const passwords = new Map([['alice', 'wonderland']]);

export async function account(app: FastifyInstance): Promise<void> {
  app.post<{ Body: Credentials }>('/login', async (request, reply) => {
    const { name, password } = request.body;
    if (passwords.get(name) !== password) {
      return reply.code(401).send({ error: 'Unknown user or wrong password.' });
    }

    const tokens = await requestToken(name);
    request.session.user = name;
    request.session.accessToken = tokens.access_token;
    return { user: name };
  });

  app.post('/logout', async (request, reply) => {
    request.session.accessToken = undefined;
    await request.session.destroy();
    return reply.code(204).send();
  });
}
