import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * A company whose API the programs use in their users' name: OAuth 2 with a token endpoint (password, authorization
 * code with PKCE, refresh with rotation), revocation, and one resource for whoever holds a token of it.
 */
export interface Provider {
  url: string;
  /** What it was asked, in order, and by whom; without anything that differs from run to run. */
  calls: string[];
  /** Every secret it has given out. */
  issued: string[];
  /** Those of them that are good now, the newest last. */
  valid(): string[];
  /** An API key for somebody, as it would be copied from a website. */
  apiKey(owner: string): string;
  /** Seconds that access tokens are said to live which are given for a password or a code. */
  lifetime: number;
  stop(): Promise<void>;
}

interface Code {
  challenge: string;
  redirectUri: string;
}

export async function startProvider(): Promise<Provider> {
  const owners = new Map<string, string>();
  const codes = new Map<string, Code>();
  const issue = (prefix: string, owner: string): string => {
    const token = `${prefix}_${randomBytes(24).toString('hex')}`;
    owners.set(token, owner);
    provider.issued.push(token);
    return token;
  };
  const tokens = (owner: string, seconds: number) => ({
    access_token: issue('at', owner),
    refresh_token: issue('rt', owner),
    token_type: 'Bearer',
    expires_in: seconds,
  });

  function token(form: URLSearchParams): object | undefined {
    const field = (name: string): string => form.get(name) ?? '';
    switch (field('grant_type')) {
      case 'password':
        return field('password') === 'wonderland' ? tokens(field('username'), provider.lifetime) : undefined;
      case 'authorization_code': {
        const code = codes.get(field('code'));
        codes.delete(field('code'));
        const challenge = createHash('sha256').update(field('code_verifier')).digest('base64url');
        const isGood = code?.challenge === challenge && code.redirectUri === field('redirect_uri');
        return isGood && field('client_secret') !== '' ? tokens('alice', provider.lifetime) : undefined;
      }
      default: {
        // Whoever refreshes gets two new ones, and the old ones are worth nothing.
        const owner = owners.get(field('refresh_token'));
        if (owner === undefined || !field('refresh_token').startsWith('rt_')) return undefined;
        owners.clear();
        return tokens(owner, 3600);
      }
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://provider');
    const form = new URLSearchParams(request.method === 'POST' ? await text(request) : '');
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const called = (detail: string) => provider.calls.push(`${request.method} ${url.pathname} ${detail}`);
    switch (url.pathname) {
      case '/authorize': {
        called('');
        const [code, redirectUri] = [randomBytes(8).toString('hex'), url.searchParams.get('redirect_uri') ?? ''];
        codes.set(code, { challenge: url.searchParams.get('code_challenge') ?? '', redirectUri });
        const query = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' });
        response.writeHead(302, { location: `${redirectUri}?${query}` }).end();
        return;
      }
      case '/token': {
        const given = token(form);
        called(`${form.get('grant_type')} ${given ? 'granted' : 'refused'}`);
        return given ? say(200, given) : say(400, { error: 'invalid_grant' });
      }
      case '/revoke': {
        const owner = owners.get(form.get('token') ?? '');
        called(String(owner));
        if (owner !== undefined) owners.clear();
        return say(200, {});
      }
      default: {
        const owner = owners.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
        called(String(owner));
        return owner === undefined
          ? say(401, { error: 'invalid_token' })
          : say(200, { owner, invoices: [{ number: 1 }, { number: 2 }] });
      }
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: Provider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    issued: [],
    valid: () => [...owners.keys()],
    apiKey: (owner) => issue('key', owner),
    lifetime: 3600,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}
