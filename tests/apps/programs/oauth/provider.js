import { createHash } from 'node:crypto';

const provider = process.env.PROVIDER_URL;
const client = { client_id: 'calendar', client_secret: process.env.OAUTH_CLIENT_SECRET };

export function authorizeUrl({ state, codeVerifier, redirectUri }) {
  const challenge = createHash('sha256').update(codeVerifier).digest('base64url');
  return `${provider}/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: redirectUri,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })}`;
}

async function post(path, parameters) {
  const response = await fetch(provider + path, {
    method: 'POST',
    body: new URLSearchParams({ ...client, ...parameters }),
  });
  if (!response.ok) {
    throw new Error(`The provider answered ${response.status}.`);
  }
  return response;
}

export async function exchange(code, codeVerifier, redirectUri) {
  const grant = { grant_type: 'authorization_code', code, code_verifier: codeVerifier, redirect_uri: redirectUri };
  return (await post('/token', grant)).json();
}

export async function refresh(refreshToken) {
  return (await post('/token', { grant_type: 'refresh_token', refresh_token: refreshToken })).json();
}

export async function revokeAtProvider(token) {
  await post('/revoke', { token });
}
