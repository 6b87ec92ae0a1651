import { describe, expect, it } from 'vitest';
import {
  namesOwnSecret,
  namesSigningSecret,
  secretSettingNamed,
} from '../../../src/findings/signing/secret-setting-name';
import { namesSessionConfiguration } from '../../../src/secrets/names/setting-names';

describe('the key of a signing secret', () => {
  it.each([
    'sessionSecret',
    'session_secret',
    'SESSION_SECRET',
    'session-secret',
    'cookieSecret',
    'cookie secret',
    'sessionSecrets',
    'APP_SESSION_SECRET',
    'expressSessionSecret',
    'sessionSecretKey',
    'SESSION_SECRET_KEYS',
    'cookieSigningKey',
    'sessionEncryptionKey',
    'sessionPassword',
    'SESSION_COOKIE_PASSWORD',
    'sessionsecret',
    'SESSION_SECRET_2',
    'cookieSecretOld',
  ])('%s', (key) => expect(namesSigningSecret(key)).toBe(true));

  it.each([
    'sessionKey',
    'cookieKey',
    'session',
    'secret',
    'clientSecret',
    'sessionSecretName',
    'sessionSecretLength',
    'SESSION_SECRET_ARN',
    'secretSession',
    'sessionToken',
    'sessionId',
    'cookieName',
    'hasSessionSecret2Rotate',
    'jwtSecret',
    'key',
    '',
    'eslint-plugin-session-secrets',
    '@acme/session-secret',
  ])('not %s', (key) => expect(namesSigningSecret(key)).toBe(false));
});

it('knows the configuration of sessions and the secret in it', () => {
  expect(
    ['session', 'cookies', 'sessionConfig', 'COOKIE_OPTIONS', 'expressSession'].every(namesSessionConfiguration),
  ).toBe(true);
  expect(['config', 'options', 'sessionStore', 'sessionId', 'secret'].some(namesSessionConfiguration)).toBe(false);
  expect(['secret', 'secrets', 'secretKey', 'signing_key', 'encryptionKeys'].every(namesOwnSecret)).toBe(true);
  expect(['password', 'key', 'keys', 'clientSecret', 'secretName'].some(namesOwnSecret)).toBe(false);
});

it.each([
  ['sessionSecret', 'SESSION_SECRET'],
  ['cookie-secrets', 'COOKIE_SECRET'],
  ['session.secret', 'SESSION_SECRET'],
  ['sessionOptions secret', 'SESSION_SECRET'],
  ['sessionEncryptionKey', 'SESSION_ENCRYPTION_KEY'],
])('%s is read from %s', (key, variable) => expect(secretSettingNamed(key)).toBe(variable));
