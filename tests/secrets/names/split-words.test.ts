import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/secrets/names/split-words';

describe('splitWords', () => {
  it.each([
    ['apiKey', 'api key'],
    ['API_KEY', 'api key'],
    ['api-key', 'api key'],
    ['APIKey', 'api key'],
    ['apikey', 'api key'],
    ['OAuthToken', 'oauth token'],
    ['oauth2Token', 'oauth 2 token'],
    ['auth0Token', 'auth0 token'],
    ['s3Bucket', 's3 bucket'],
    ['userID', 'user id'],
    ['userIDs', 'user ids'],
    ['JWTs', 'jwts'],
    ['2faSecret', 'mfa secret'],
    ['twoFactorCode', 'mfa code'],
    ['x-csrf-token', 'csrf token'],
    ['openAIKey', 'openai key'],
    ['GitHubToken', 'github token'],
    ['passWord', 'password'],
    ['dbpassword', 'db password'],
    ['jwtsecret', 'jwt secret'],
    ['connect.sid', 'connect sid'],
    ['koa:sess', 'koa sess'],
    ['_$#private', 'private'],
    ['contraseñaNueva', 'contrasena nueva'],
    ['ÉtatCivil', 'etat civil'],
    ['ключДоступа', 'ключ доступа'],
    ['password', 'password'],
    ['secret', 'secret'],
    ['a1b2', 'a 1 b 2'],
    ['', ''],
    ['--', ''],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['🔑key', 'key'],
  ])('%j: %s', (name, words) => {
    expect(splitWords(name).join(' ')).toBe(words);
  });

  it('makes nothing of what is too long to be a name', () => {
    expect(splitWords('a'.repeat(121))).toEqual([]);
    expect(splitWords('a'.repeat(120))).toHaveLength(1);
  });
});
