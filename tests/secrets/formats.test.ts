import { describe, expect, it } from 'vitest';
import { findSecretFormat, findSecretPrefix, secretFormats } from '../../src/secrets/formats';
import { harmlessTexts } from './harmless-texts';
import { randomText, seededRandom } from './random';

const alnum = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const filler = (length: number, seed = 'filler'): string => randomText(seededRandom(seed), alnum, length);

describe('the list of formats', () => {
  it('has 218 formats, 11 of them public', () => {
    expect(secretFormats).toHaveLength(218);
    expect(secretFormats.filter((format) => format.sensitivity === 'public')).toHaveLength(11);
    expect(new Set(secretFormats.map((format) => format.id)).size).toBe(218);
  });

  it.each(secretFormats.map((format) => [format.id, format] as const))('%s is complete', (_id, format) => {
    expect(format.id).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
    expect(format.provider).not.toBe('');
    expect(format.kind).not.toBe('');
    const keywords = format.keywords ?? format.prefixes;
    expect(keywords.length).toBeGreaterThan(0);
    // The index compares such keywords with the text in lower case.
    if (format.flags === 'i') expect(keywords).toEqual(keywords.map((keyword) => keyword.toLowerCase()));
  });
});

describe('findSecretFormat', () => {
  it.each(harmlessTexts.map((text) => [text.slice(0, 60), text]))('is silent on %j', (_start, text) => {
    expect(findSecretFormat(text)).toBeUndefined();
  });

  it('names provider, kind and confidence', () => {
    expect(findSecretFormat(`sk_live_${filler(24)}`)).toMatchObject({
      id: 'stripe-secret-live',
      provider: 'Stripe',
      kind: 'secret API key (live)',
      sensitivity: 'secret',
      confidence: 'high',
    });
  });

  it.each([
    ['a database URL', `postgres://app:${filler(12)}@db.internal:5432/app`, 'postgres-uri'],
    ['a database URL with an encoded password', `mysql://app:p%40${filler(9)}@db/app`, 'mysql-uri'],
    ['a redis password without a user', `redis://:${filler(16)}@cache:6379`, 'redis-uri'],
    ['a connection string', `Server=db;Database=a;Password=${filler(5)}!*#${filler(5)};A=b`, 'mssql-connection-string'],
    ['a header', `Authorization: Bearer ${filler(40)}`, 'authorization-bearer'],
    ['a cookie header', `Cookie: a=b; token=ghp_${filler(36)}; c=d`, 'github-pat-classic'],
    ['several lines', `line\nkey=AIza${filler(35)}\nline`, 'google-api-key'],
    ['a key behind a placeholder', `sk_live_${'x'.repeat(24)} sk_live_${filler(24)}`, 'stripe-secret-live'],
  ])('finds %s', (_what, text, id) => {
    expect(findSecretFormat(text)?.id).toBe(id);
  });

  it('sees a secret beside public identifiers, not the identifiers', () => {
    const published = `pk_live_${filler(24)}`;
    expect(findSecretFormat(published)).toBeUndefined();
    expect(findSecretFormat(`${published} 550e8400-e29b-41d4-a716-446655440000`)).toBeUndefined();
    expect(findSecretFormat(`${published} sk_live_${filler(24)}`)?.id).toBe('stripe-secret-live');
  });

  it('takes the id of the narrower format', () => {
    expect(findSecretFormat(`sk_live_a2V5${filler(60)}`)?.id).toBe('workos-api-key');
    expect(findSecretFormat(`glpat-${filler(27)}.01${filler(7).toLowerCase()}`)?.id).toBe('gitlab-pat-routable');
  });

  it('examines the first 20,000 characters', () => {
    const key = `ghp_${filler(36)}`;
    expect(findSecretFormat(`${' '.repeat(19_900)}${key}`)).toBeDefined();
    expect(findSecretFormat(`${' '.repeat(20_000)}${key}`)).toBeUndefined();
  });

  it('gives the same answer when it is asked again', () => {
    const text = `x ghp_${filler(36)} y`;
    for (let time = 0; time < 3; time += 1) expect(findSecretFormat(text)?.id).toBe('github-pat-classic');
  });

  it('does not throw on odd text', () => {
    const odd = ['\ud800'.repeat(30), '\u0000'.repeat(30), 'eyJ'.repeat(5_000), `postgres://${':'.repeat(9_000)}@`];
    for (const text of odd) {
      expect(findSecretFormat(text)).toBeUndefined();
    }
  });
});

describe('findSecretFormat on text made to be slow', () => {
  const bodies = ['a', '0', 'A0', '-', '.', ':a', 'a=b;', ' ', '\n'];

  it('stays quick on 20,000 characters of any keyword and filling', () => {
    const started = performance.now();
    let slowest = 0;
    for (const format of secretFormats) {
      const [keyword = ''] = format.keywords ?? format.prefixes;
      for (const text of [...bodies.map((body) => keyword + body.repeat(20_000)), keyword.repeat(5_000)]) {
        const before = performance.now();
        findSecretFormat(text.slice(0, 20_000));
        slowest = Math.max(slowest, performance.now() - before);
      }
    }
    // Linear expressions need about a millisecond; the bounds leave room for a busy machine.
    expect(slowest).toBeLessThan(1_000);
    expect(performance.now() - started).toBeLessThan(90_000);
  });
});

describe('findSecretPrefix', () => {
  it.each(harmlessTexts.map((text) => [text.slice(0, 60), text]))('is silent on %j', (_start, text) => {
    expect(findSecretPrefix(text)).toBeUndefined();
  });

  it('gives the format', () => {
    const stripe = secretFormats.find((format) => format.id === 'stripe-secret-live');
    expect(findSecretPrefix('sk_live_abc123xyz')).toBe(stripe);
  });
});
