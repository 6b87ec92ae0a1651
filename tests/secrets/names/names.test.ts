import { describe, expect, it } from 'vitest';
import { classifyName, isPublishedVariable } from '../../../src/secrets/names/names';
import type { NameVerdict } from '../../../src/secrets/names/names';
import { answers, naturalNames } from '../name-answers';

const none: NameVerdict = { class: 'none', confidence: 'none', ambiguous: false };

describe('classifyName', () => {
  it.each(answers)('%s is %s/%s', (name, expectedClass, confidence) => {
    expect(classifyName(name)).toMatchObject({ class: expectedClass, confidence });
  });

  it('has all expected answers', () => {
    expect(answers).toHaveLength(121);
  });

  describe.each(Object.entries(naturalNames))('%s', (verdict, names) => {
    it.each(names.split(/\s+/).filter(Boolean))('%s', (name) => {
      const found = classifyName(name);
      expect(`${found.class}/${found.confidence}${found.ambiguous ? '/ambiguous' : ''}`).toBe(verdict);
    });
  });

  it.each(['token', 'pin', 'userAuth', 'pass', 'pw', 'userToken', 'tokens'])('leaves %s unsettled', (name) => {
    expect(classifyName(name).ambiguous).toBe(true);
  });

  it.each(['githubToken', 'stripeKey', 'GITHUB_PAT', 'accessToken', 'password', 'jwt', 'csrfToken', 'cart'])(
    'does not call %s ambiguous',
    (name) => {
      expect(classifyName(name).ambiguous).toBe(false);
    },
  );

  it.each([
    '',
    ' ',
    '_',
    '$',
    '#',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '🔑',
    '🔑🔑',
    'ключ',
    '密码',
    '0',
    '42',
    '-1',
    '\ud800',
    '\u0000',
    '...',
    'a'.repeat(100_000),
    'password'.repeat(1_000),
    'apiKey\n',
  ])('answers odd input %#', (name) => {
    const verdict = classifyName(name);
    expect(verdict).toEqual(name === 'apiKey\n' ? classifyName('apiKey') : none);
  });

  const spellings = ['apiKey', 'api_key', 'API_KEY', 'API-KEY', 'api.key', 'ApiKey', 'APIKey', 'apikey', ' api key '];

  it.each(spellings)('reads %j like apiKey', (name) => {
    expect(classifyName(name)).toEqual({ class: 'secret', confidence: 'high', ambiguous: false });
  });

  it('gives the same answer after thousands of others', () => {
    const before = classifyName('refreshToken');
    for (let index = 0; index < 5_000; index += 1) classifyName(`field${index}`);
    expect(classifyName('refreshToken')).toEqual(before);
  });
});

describe('the names a user has settled', () => {
  const custom = { add: ['tenantCode', 'X-Board-Handle'], allow: ['accessToken', 'user_pin'] };

  it.each(['tenantCode', 'tenant_code', 'TENANT-CODE', 'xBoardHandle'])('%s is added', (name) => {
    expect(classifyName(name, custom)).toEqual({ class: 'secret', confidence: 'high', ambiguous: false });
    expect(classifyName(name)).toEqual(none);
  });

  it.each(['accessToken', 'ACCESS_TOKEN', 'access-token', 'userPin'])('%s is allowed', (name) => {
    expect(classifyName(name, custom)).toEqual(none);
    expect(classifyName(name).class).toBe('secret');
  });

  it.each(['githubAccessToken', 'accessTokens', 'tenant', 'tenantCodeId'])('%s is another name', (name) => {
    expect(classifyName(name, custom)).toEqual(classifyName(name));
  });

  it('prefers allow to add', () => {
    expect(classifyName('pin', { add: ['pin'], allow: ['pin'] })).toEqual(none);
  });

  it.each([{}, { add: undefined, allow: undefined }, { add: [], allow: [] }, { add: [''], allow: ['', '--'] }])(
    'makes nothing of %j',
    (empty) => {
      expect(classifyName('password', empty).class).toBe('secret');
      expect(classifyName('', empty)).toEqual(none);
    },
  );
});

describe('isPublishedVariable', () => {
  it.each([
    'NEXT_PUBLIC_API_KEY',
    'VITE_SESSION_SECRET',
    'REACT_APP_SECRET',
    'PUBLIC_KEY_OF_APP',
    'EXPO_PUBLIC_TOKEN',
    'GATSBY_SECRET',
    'NUXT_PUBLIC_SECRET',
    'VUE_APP_SECRET',
    'SNOWPACK_PUBLIC_X',
    'STORYBOOK_TOKEN',
  ])('%s is shipped to the browser', (name) => {
    expect(isPublishedVariable(name)).toBe(true);
    expect(classifyName(name)).toEqual(none);
  });

  it.each([
    'SESSION_SECRET',
    'NEXT_SECRET',
    'NEXTPUBLIC',
    'MY_PUBLIC_KEY',
    'PUBLIC',
    'VITE',
    'VITE_',
    'viteSecret',
    'INVITE_SECRET',
    'API_NEXT_PUBLIC_KEY',
    'NUXT_SESSION_PASSWORD',
    '',
    '__proto__',
  ])('%j stays on the server', (name) => {
    expect(isPublishedVariable(name)).toBe(false);
  });
});
