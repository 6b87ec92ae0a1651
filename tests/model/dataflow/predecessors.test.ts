import { expect, it } from 'vitest';
import { predecessorsOf, functionBehind } from '../../../src/model/dataflow/predecessors';
import { queryIn } from '../../../src/model/dataflow/values';
import { inFile, probedIn } from '../../support/probe';

const armsIn = (code: string): string =>
  inFile(code, (file) => {
    const arms = predecessorsOf(probedIn(file)[0]!, queryIn(file));
    if (!arms) return 'an end';
    const texts = arms.arms.map(({ node, path, isFallback, isFalsy }) => {
      const way = path.map((key) => ` > ${key}`).join('');
      return `${isFallback ? '?' : ''}${isFalsy ? '!' : ''}${file.sourceCode.getText(node)}${way}`;
    });
    return [...texts, ...(arms.isOpen ? ['…'] : []), ...(arms.isShared ? ['*'] : [])].join(', ');
  });

it.each([
  ["probe(a || 'b')", "a, ?'b'"],
  ['probe(a && b)', '!a, b'],
  ['probe(false && b)', '!false'],
  ['probe({} && b)', 'b'],
  ['probe(a ? b : c)', 'b, c'],
  ['probe(a ? a : c)', 'a, ?c'],
  ['probe(a = b)', 'b'],
  ['probe(a += b)', 'an end'],
  ['probe(a.b)', 'a > b'],
  ['probe(a[b])', 'an end'],
  ['const { a: { b = 1 } } = c; probe(b)', 'c > a > b, ?1'],
  ['function f(a = 1) { probe(a) }', '?1, …'],
  ['let a = 1; a = 2; probe(a)', '1, 2'],
  ['let a = 1; ({ a } = b); probe(a)', '1, …'],
  ['probe(a)', 'an end'],
  ["import a from 'a'; probe(a)", 'an end'],
  ['const f = () => 1; probe(f())', '1'],
  ['const f = () => 1; probe(f()); f()', '1, *'],
  ['probe((() => 1)())', '1'],
  ['probe(Object.freeze(a))', 'a'],
  ['probe(Object.freeze(...a))', 'an end'],
  ['probe(1)', 'an end'],
])('%s → %s', (code, arms) => {
  expect(armsIn(code)).toBe(arms);
});

it.each<[string, string | null]>([
  ['function f() {} probe(f)', 'FunctionDeclaration'],
  ['const f = () => {}; probe(f)', 'ArrowFunctionExpression'],
  ['probe(function () {})', 'FunctionExpression'],
  ['class A { f() {} g() { probe(this.f) } }', 'FunctionExpression'],
  ['class A { f = () => 1; g() { probe(this.f) } }', 'ArrowFunctionExpression'],
  ['class A { f = 1; g() { probe(this.f) } }', null],
  ['function* f() {} probe(f)', null],
  ['let f = () => {}; f = g; probe(f)', null],
  ['const { f } = { f() {} }; probe(f)', null],
  ['probe(f)', null],
])('functionBehind: %s → %s', (code, type) => {
  expect(inFile(code, (file) => functionBehind(probedIn(file)[0]!, file)?.type ?? null)).toBe(type);
});
