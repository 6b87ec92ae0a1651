import { describe, expect, it } from 'vitest';
import { postChecks } from '../../../src/secrets/formats/post-checks';
import { base64 } from './build-value';

/** In pieces, so that no file holds anything that looks like a credential. */
const password = 'q7Xw' + '93kT';

describe('a URL', () => {
  const check = postChecks['uri-password-not-placeholder'];

  it.each(['postgres://app:', 'redis://:', 'https://q:'])('%s… holds a password', (start) => {
    expect(check(`${start}${password}@d`)).toBe(true);
  });

  it.each([
    'postgres://user:password@d',
    'redis://:${PW}@d',
    'http://mailto:somebody@d',
    `http://a","b:"${password}@d`,
    `http://a':'${password}@d`,
    `http://{a}:${password}@d`,
    `http://a:b\\${password}@d`,
  ])('%s holds none', (value) => {
    expect(check(value)).toBe(false);
  });
});

describe('a connection string', () => {
  const check = postChecks['connection-string-password-not-placeholder'];

  it.each([
    [`Server=db;Database=a;Password=${password}*=9`, true],
    [`Server=db;Pwd=${password}`, true],
    ['Server=db;Password=yourStrong(!)Password', false],
    ['Server=db;Password={your_password}', false],
    ['Server=db;Password=********', false],
  ])('%s: %s', (value, expected) => {
    expect(check(value)).toBe(expected);
  });
});

describe('base64 of a key file', () => {
  const check = postChecks['base64-decodes-to-private-key-header'];

  it.each([
    [base64(`-----BEGIN RSA PRIV${'ATE KEY-----\nMIIEpAIBAAKCAQEA'}`), true],
    [base64(`-----BEGIN OPENSSH PRIV${'ATE KEY-----\nb3BlbnNzaC1rZXktdjEA'}`), true],
    [base64('-----BEGIN CERTIFICATE-----\nMIIDXTCCAkWgAwIBAgIJAKL0UG'), false],
    [base64('-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOC'), false],
    ['%%%', false],
    ['', false],
  ])('%s: %s', (value, expected) => {
    expect(check(value)).toBe(expected);
  });
});

describe('basic credentials', () => {
  const check = postChecks['base64-decodes-to-user-colon-password'];

  it.each([
    [`service:${password}`, true],
    [`:${password}`, true],
    ['username:password', false],
    ['no colon in here', false],
    [`\u0001\u0002:${password}`, false],
  ])('%j: %s', (decoded, expected) => {
    expect(check(`Basic ${base64(decoded)}`)).toBe(expected);
  });

  it('is none when it is no base64', () => {
    expect(check('Basic *')).toBe(false);
  });
});

describe('a bearer value', () => {
  const check = postChecks['bearer-value-looks-random'];

  it.each([
    ['Bearer 9f86d081884c7d659a2feaa0c55ad015', true],
    ['Bearer n4bQgYhMfWWaLqgxVrQFaOTxsrC4Is', true],
    ['Bearer authentication-is-required-here', false],
    ['Bearer token.for.the.second.service.v2', false],
    ['Bearer theQuickBrownFoxJumpsOver', false],
  ])('%s: %s', (value, expected) => {
    expect(check(value)).toBe(expected);
  });
});
