import { describe, expect, it } from 'vitest';
import { nameVerdict } from '../../../src/secrets/names/name-verdict';

const classOf = (name: string): string => nameVerdict(name.split(' ').filter(Boolean)).class;

describe('nameVerdict', () => {
  it.each([
    ['the last word says what a thing is', 'api key id', 'none'],
    ['a predicate in front makes a flag', 'has password', 'none'],
    ['a predicate in the middle too', 'user has password', 'none'],
    ['an exception is no predicate', 'refresh token', 'secret'],
    ['a strict protocol word wins over a strong end', 'csrf secret', 'transient'],
    ['a loose protocol word does not', 'sms api key', 'secret'],
    ['a code of the protocol is no meta word', 'otp code', 'transient'],
    ['a public mark wins', 'public access token', 'none'],
    ['a narrow public mark speaks of keys', 'site key', 'none'],
    ['and not of secrets', 'site secret', 'secret'],
    ['an encrypted value is harmless', 'access token encrypted', 'none'],
    ['a hash of a password is not', 'password hash', 'credential-hash'],
    ['a hash of a token is', 'access token hash', 'none'],
    ['a repetition is the thing itself', 'password confirmation', 'secret'],
    ['plurals are the same word', 'client secrets', 'secret'],
    ['a word around the value does not count', 'my password value 2', 'secret'],
    ['nothing is nothing', '', 'none'],
  ])('%s: %s', (_rule, name, expected) => {
    expect(classOf(name)).toBe(expected);
  });
});
