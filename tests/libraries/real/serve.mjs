// What probes share: a strong secret, and a server on loopback whose connections look encrypted on demand.
import { once } from 'node:events';
import http from 'node:http';

/** Long enough for every library, and plainly no secret of anybody. */
export const strong = 'not-a-secret-but-long-enough-for-every-library-0123456789';

/** A text of `length` different-looking characters. */
export const secretOf = (length) => strong.repeat(Math.ceil(length / strong.length)).slice(0, length);

const marked = 'x-probe-https';

/**
 * Serves one visit at a time. `make` is given `visited`, to be called in each request with a way to the session, and
 * answers a server of Node or a function that handles requests.
 * @returns {Promise<import('./probe').App>}
 */
export async function serve(make) {
  let running;
  const visited = async (session) => {
    running.result = await running.act(session);
  };
  const made = await make(visited);
  const server = typeof made === 'function' ? http.createServer(made) : made;
  server.prependListener('request', (request) => {
    request.socket.encrypted = request.headers[marked] === 'yes';
  });
  if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    async visit(visit) {
      running = visit;
      const { status, lines, body } = await get(server.address().port, visit);
      if (status >= 400) throw new Error(`${status}: ${body.slice(0, 300)}`);
      return lines;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `serve` for Fastify: `register` gets the instance and `visited`. */
export const serveFastify = (fastify, register) =>
  serve(async (visited) => {
    const app = fastify();
    await register(app, visited);
    await app.listen({ port: 0, host: '127.0.0.1' });
    return app.server;
  });

function get(port, { https, cookie, headers = {} }) {
  return new Promise((resolve, reject) => {
    const request = http.get({
      port,
      host: '127.0.0.1',
      path: '/probe/page',
      agent: false,
      timeout: 3_000,
      headers: { ...headers, ...(https ? { [marked]: 'yes' } : {}), ...(cookie ? { cookie } : {}) },
    });
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode, lines: response.headers['set-cookie'] ?? [], body });
    });
  });
}
