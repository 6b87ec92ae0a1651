import { expect, it } from 'vitest';
import type { SecretFact } from '../../../src/libraries/types';
import { readSecret } from '../../../src/model/setup/read-secret';
import { inFile, probedIn } from '../../support/probe';

const secretsIn = (code: string, fact: SecretFact = { path: ['secret'] }): string[] =>
  inFile(code, (file) =>
    readSecret(probedIn(file)[0] ?? null, fact, file).map(({ node, reading }) =>
      node ? file.sourceCode.getText(node) : reading.state,
    ),
  );

it.each<[string, string[]]>([
  ["probe({ secret: 'a' })", ["'a'"]],
  ['probe({ secret })', ['secret']],
  ["probe({ secret: env.S || 'a' })", ["env.S || 'a'"]],
  ["probe({ secret: ['a', b, ...c] })", ["'a'", 'b', 'c']],
  ['probe({ secret: [] })', ['set']],
  ["probe({ secret: env.S ? [env.S] : ['a'] })", ['env.S', "'a'"]],
  ["probe({ secret: { 1: 'a', 2: b } })", ["'a'", 'b']],
  ['probe({ secret: { sign() {}, unsign: (x) => x, key } })', ['key']],
  ["probe({ secret: new Keygrip(['a', 'b'], 'sha256') })", ["'a'", "'b'"]],
  ['probe({ secret: new Keygrip(keys) })', ['new Keygrip(keys)']],
  ["const keys = ['a']; probe({ secret: keys })", ["'a'"]],
  ["const o = {}; o.secret = 'a'; probe(o)", ["'a'"]],
  ["const o = load(); o.secret = 'a'; probe(o)", ["'a'"]],
  ["probe(x ? { secret: 'a' } : { secret: 'b' })", ["'a'", "'b'"]],
  ["probe({ ...x, secret: 'a' })", ["'a'"]],
  ["probe({ secret: 'a', ...x })", ['unknown']],
  ['probe({})', ['absent']],
  ['probe({ secret: undefined })', ['undefined']],
  ['probe(x)', ['unknown']],
  ['probe()', ['absent']],
])('%s → %j', (code, secrets) => {
  expect(secretsIn(code)).toEqual(secrets);
});

it('takes the argument itself where the path is empty', () => {
  expect(secretsIn("probe('a')", { path: [], argument: 0 })).toEqual(["'a'"]);
  expect(secretsIn("probe(['a', 'b'])", { path: [] })).toEqual(["'a'", "'b'"]);
});
