import { expect, it } from 'vitest';
import { listed, mapped } from '../../src/secrets/word-list';

it('lists words and phrases without the white space around them', () => {
  expect([...listed('  a, b c,\n  d,, a ')]).toEqual(['a', 'b c', 'd']);
  expect([...listed('')]).toEqual([]);
});

it('maps the left side to the right side', () => {
  expect([...mapped('o auth=oauth,\n s 3 = s3')]).toEqual([
    ['o auth', 'oauth'],
    ['s 3', 's3'],
  ]);
});
