import { randomBytes } from 'node:crypto';

interface TokenResponse {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
}

/** Stands in for a provider on the net: what it issues is accepted, and nothing else. */
const issued = new Map<string, string>();

export async function requestToken(name: string): Promise<TokenResponse> {
  const token = `at_${randomBytes(24).toString('hex')}`;
  issued.set(token, name);
  return { access_token: token, token_type: 'Bearer', expires_in: 3600 };
}

export async function listIssues(headers: { authorization: string }): Promise<{ owner: string; issues: string[] }> {
  const owner = issued.get(headers.authorization.replace(/^Bearer /, ''));
  if (owner === undefined) {
    throw Object.assign(new Error('invalid_token'), { statusCode: 401 });
  }
  return { owner, issues: ['The White Rabbit is late', 'The Cheshire Cat fades too early'] };
}
