import type { FastifyInstance } from 'fastify';

export async function newsletters(app: FastifyInstance): Promise<void> {
  app.get('/newsletters', async (request, reply) => {
    const key = request.session.get('mailApiKey');
    if (!key) return reply.code(409).send({ error: 'Enter the key of your mail service first.' });

    const response = await fetch(`${process.env.PROVIDER_URL}/invoices`, { headers: { authorization: `Bearer ${key}` } });
    return reply.code(response.status).send(await response.json());
  });
}
