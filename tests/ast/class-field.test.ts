import type { TSESTree } from '@typescript-eslint/utils';
import { expect, it } from 'vitest';
import { fieldOf } from '../../src/ast/class-field';
import { inFile, probedIn } from '../support/probe';

/** The definition of the field `probe` is given, and how often it is read. */
const fieldIn = (body: string): string | null =>
  inFile(`class A { ${body} }`, (file) => {
    const field = fieldOf(probedIn(file)[0] as TSESTree.MemberExpression, file.sourceCode);
    return field && `${file.sourceCode.getText(field.value)} × ${field.uses.length}`;
  });

it.each<[string, string | null]>([
  ['a = 1; m() { probe(this.a) }', '1 × 1'],
  ['a = 1; m() { probe(this.a); f(this.a); g(this.ab, x.a, a) }', '1 × 2'],
  ["'a' = 1; m() { probe(this['a']) }", '1 × 1'],
  ['#a = 1; m() { probe(this.#a); this.a = 2 }', '1 × 1'],
  ['static a = 1; static m() { probe(this.a) }', '1 × 1'],
  ['constructor() { this.a = 1 } m() { probe(this.a) }', '1 × 1'],
  ['a: T; constructor() { this.a = 1 } m() { probe(this.a) }', '1 × 1'],
  ['a = 1; m() { return () => probe(this.a) }', '1 × 1'],
  ['a = 1; b = () => probe(this.a)', '1 × 1'],
  ['a = this.a; m() { probe(this.a) }', 'this.a × 2'],
  ['m() { probe(this.m) }', '() { probe(this.m) } × 1'],
  ['m(): void; m() { probe(this.m) }', '() { probe(this.m) } × 1'],
  ['a = 1; m() { this.a.b = 2; probe(this.a) }', '1 × 2'],
  ['a = 1; m() { this.a = 2; probe(this.a) }', null],
  ['a = 1; m() { this.a ||= 2; probe(this.a) }', null],
  ['a = 1; m() { this.a++; probe(this.a) }', null],
  ['a = 1; m() { delete this.a; probe(this.a) }', null],
  ['a = 1; m() { [this.a] = x; probe(this.a) }', null],
  ['a = 1; m() { ({ a: this.a } = x); probe(this.a) }', null],
  ['a = 1; m() { for (this.a of x); probe(this.a) }', null],
  ['a = 1; a = 2; m() { probe(this.a) }', null],
  ['get a() { return 1 } m() { probe(this.a) }', null],
  ['a = 1; m() { return function () { probe(this.a) } }', null],
  ['a = 1; m() { function f() { probe(this.a) } }', null],
  ['m() { probe(this.a) }', null],
  ['a = 1; m() { probe(this[x]) }', null],
  ['constructor(private a: T) { probe(this.a) }', 'a: T × 1'],
])('%s → %s', (body, field) => {
  expect(fieldIn(body)).toBe(field);
});

it('has no class to look at outside of one', () => {
  expect(
    inFile('probe(this.a)', (file) => fieldOf(probedIn(file)[0] as TSESTree.MemberExpression, file.sourceCode)),
  ).toBeNull();
});
