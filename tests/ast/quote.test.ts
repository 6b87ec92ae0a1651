import { expect, it } from 'vitest';
import { quoted } from '../../src/ast/quote';
import { inFile, probedIn } from '../support/probe';

it.each([
  ["probe({ a: 'b' })", "'x'"],
  ['probe({ a: "b" })', '"x"'],
  ['const a = "b"; probe({ c: \'d\' })', "'x'"],
  ['const a = "b"; probe({})', '"x"'],
  ["import a from 'a'; probe(1)", "'x'"],
  ['probe({ a: `b` })', "'x'"],
  ['probe(1)', "'x'"],
])('%s', (code, text) => {
  expect(inFile(code, (file) => quoted('x', probedIn(file)[0]!, file.sourceCode))).toBe(text);
});
