import type { FastifyInstance } from 'fastify';

export async function deployments(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', async (request, reply) => {
    if (!request.session.githubToken) return reply.code(401).send({ error: 'Log in first.' });
  });

  app.get('/', async (request) => {
    const headers = { authorization: `Bearer ${request.session.githubToken}` };
    const response = await fetch(`${process.env.PROVIDER_URL}/invoices`, { headers });
    return response.json();
  });

  // The provider tells more to those whose token has the scope for it.
  app.get('/scopes', async (request) => {
    const { githubToken, login } = request.session;
    return { login, scopes: githubToken?.startsWith('at_') ? ['read', 'deploy'] : [] };
  });
}
