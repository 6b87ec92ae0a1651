import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface Credentials {
  name: string;
  password: string;
}

export async function account(app: FastifyInstance): Promise<void> {
  app.get('/', async (request) => ({
    login: request.session.login ?? null,
    github: Boolean(request.session.githubToken),
  }));

  app.post<{ Body: Credentials }>('/login', async (request, reply) => {
    const { name, password } = request.body;
    const response = await fetch(`${process.env.PROVIDER_URL}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', username: name, password }),
    });
    if (!response.ok) return reply.code(401).send({ error: 'Unknown user or wrong password.' });

    const tokens = (await response.json()) as { access_token: string };
    await request.session.regenerate();
    request.session.login = name;
    request.session.githubToken = tokens.access_token;
    return { login: name };
  });

  app.post('/logout', logout);
}

async function logout(request: FastifyRequest, reply: FastifyReply) {
  await request.session.destroy();
  return reply.code(204).send();
}
