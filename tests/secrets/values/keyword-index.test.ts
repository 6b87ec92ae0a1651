import { describe, expect, it } from 'vitest';
import type { SecretFormat } from '../../../src/secrets/formats/types';
import { KeywordIndex } from '../../../src/secrets/values/keyword-index';

function format(id: string, keywords: string[], flags?: 'i'): SecretFormat {
  const rest = { kind: 'key', sensitivity: 'secret', confidence: 'high', prefixes: [], regex: 'x' } as const;
  return { id, provider: id, ...rest, keywords, ...(flags ? { flags } : {}) };
}

const index = new KeywordIndex([
  format('live', ['sk_live_']),
  format('test', ['sk_test_', 'rk_test_']),
  format('dot', ['.']),
  format('pwd', ['password='], 'i'),
]);

describe('candidatesIn', () => {
  it.each([
    ['', []],
    ['s', []],
    ['sk_live', []],
    ['x sk_live_1', ['live']],
    ['rk_test_ sk_live_', ['test', 'live']],
    ['sk_sk_test_', ['test']],
    ['a.b', ['dot']],
    ['PassWord=', ['pwd']],
    ['SK_LIVE_', []],
  ])('%j: %j', (text, ids) => {
    expect([...index.candidatesIn(text)].map((candidate) => candidate.id).sort()).toEqual([...ids].sort());
  });
});
