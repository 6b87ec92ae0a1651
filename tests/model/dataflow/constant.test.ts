import { describe, expect, it } from 'vitest';
import { keyOf, constantOf } from '../../../src/model/dataflow/values';
import { inFile, probedIn } from '../../support/probe';

const scalarIn = (code: string) => inFile(code, (file) => constantOf(probedIn(file)[0]!, file));

describe('constantOf', () => {
  it.each<[string, unknown]>([
    ["'a'", 'a'],
    ['1', 1],
    ['60 * 2 + 30', 150],
    ["5 - 1 + 'a'", '4a'],
    ['2 + 3 * 4 - 1', 13],
    ['-1', -1],
    ["+'2'", 2],
    ['true', true],
    ['!0', true],
    ['!1', false],
    ["!''", true],
    ['![]', false],
    ['!{}', false],
    ['null', null],
    ['undefined', undefined],
    ['void 0', undefined],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['`a`', 'a'],
    ['`a${1}b${true}`', 'a1btrue'],
    ["'a' + 'b' + 1", 'ab1'],
    ["1 + 2 + 'a'", '3a'],
    ['1000 * 60 * 60 * 24', 86_400_000],
    ['2 ** 3 / 4 - 1', 1],
    ['7 % 4', 3],
    ["'a' === 'b'", false],
    ["'a' !== 'b'", true],
    ["'a' == 'b'", false],
    ["'a' != 'b'", true],
    ["true ? 'a' : x", 'a'],
    ["x ? 'a' : 'a'", 'a'],
    ["false || 'a'", 'a'],
    ["'a' || x", 'a'],
    ['false && x', false],
    ["null ?? 'a'", 'a'],
    ['0 ?? x', 0],
    ["'a' as string", 'a'],
    ["('a' satisfies string)!", 'a'],
    ["(0, 'a')", 'a'],
    ["' a '.trim()", 'a'],
    ["['a', 'b'].join('-')", 'a-b'],
  ])('%s', (expression, value) => {
    expect(scalarIn(`probe(${expression})`)).toEqual({ value });
  });

  it.each([
    'x',
    'x.y',
    'f()',
    '`a${x}`',
    "'a' + x",
    "x + 'a'",
    '!x',
    'x ? 1 : 2',
    "x || 'a'",
    'x && false',
    '{}',
    '[]',
    '1n',
    '/a/',
    'process.env.A',
    "process.env.NODE_ENV === 'production'",
    'x == null',
    '1 == true',
    'typeof x',
    'new Date()',
    'a`b`',
    "'a'.repeat(x)",
    'Math.random()',
    'Date.now()',
  ])('%s is unknown', (expression) => {
    expect(scalarIn(`probe(${expression})`)).toBeNull();
  });

  it.each<[string, unknown]>([
    ["const a = 'x'; probe(a)", 'x'],
    ["let a = 'x'; probe(a)", 'x'],
    ["let a; a = 'x'; probe(a)", 'x'],
    ["let a = 'x'; if (b) a = 'x'; probe(a)", 'x'],
    ["const a = 'x', b = a + 'y'; probe(`${b}z`)", 'xyz'],
    ["const c = { k: { n: 'x' } }; probe(c.k.n)", 'x'],
    ["const { k: { n } } = { k: { n: 'x' } }; probe(n)", 'x'],
    ["const [, b] = ['a', 'b']; probe(b)", 'b'],
    ["const c = { k: 'x' }; c.k = 'y'; probe(c.k)", 'y'],
    ["const f = () => 'x'; probe(f())", 'x'],
    ["function f() { return 'x' } probe(f())", 'x'],
    ['const HOUR = 60 * 60 * 1000; probe(HOUR * 24)', 86_400_000],
    ["class A { k = 'x'; m() { probe(this.k) } }", 'x'],
    ["class A { #k = 'x'; m() { probe(this.#k) } }", 'x'],
    ["const c = Object.freeze({ k: 'x' }); probe(c.k)", 'x'],
  ])('%s', (code, value) => {
    expect(scalarIn(code)).toEqual({ value });
  });

  it.each([
    "let a = 'x'; a = 'y'; probe(a)",
    "let a = 'x'; a += 'y'; probe(a)",
    'let a = 0; a++; probe(a)',
    "const c = { k: 'x' }; if (b) c.k = 'y'; probe(c.k)",
    "const c = { k: 'x' }; c[d] = 'y'; probe(c.k)",
    "const c = { k: 'x', ...d }; probe(c.k)",
    "const c = { get k() { return 'x' } }; probe(c.k)",
    "function f(a = 'x') { probe(a) }",
    "import { a } from './a'; probe(a)",
    'for (const a of [1]) probe(a)',
    "const undefined = 'x'; const NaN = 1; probe(f(undefined))",
    'const a = a; probe(a)',
    'const a = b, b = a; probe(a)',
    'const f = () => f(); probe(f())',
    "class A { k = 'x'; m() { this.k = 'y'; probe(this.k) } }",
    "class A { k = 'x'; m() { return function () { probe(this.k) } } }",
    'function* f() { return 1 } probe(f())',
  ])('%s is unknown', (code) => {
    expect(scalarIn(code)).toBeNull();
  });

  it('is not taken in by a name that only looks global', () => {
    expect(scalarIn("const undefined = 'x'; probe(undefined)")).toEqual({ value: 'x' });
  });

  it('ends on expressions nobody writes by hand', () => {
    expect(scalarIn(`probe(${Array(300).fill("'a'").join(' + ')})`)).toEqual({ value: 'a'.repeat(300) });
    expect(scalarIn(`probe(${'!'.repeat(150)}x)`)).toBeNull();
    const names = Array.from({ length: 40 }, (_, n) => `const a${n} = x ? a${n + 1} : a${n + 1};`);
    expect(scalarIn(`${names.join('\n')} const a40 = 1; probe(a0)`)).toBeNull();
  });
});

describe('keyOf', () => {
  it.each([
    ['a.b', 'b'],
    ["a['b']", 'b'],
    ['a[`b`]', 'b'],
    ['a[0]', '0'],
    ['a[KEY]', 'key'],
    ['a[KEYS.token]', 'token'],
    ['a[`${KEY}s`]', 'keys'],
    ['a[b]', undefined],
    ['a[true]', undefined],
  ])('%s', (expression, key) => {
    const constants = "const KEY = 'key', KEYS = { token: 'token' } as const;";
    expect(inFile(`${constants} probe(${expression})`, (file) => keyOf(probedIn(file)[0] as never, file))).toBe(key);
  });

  it('reads private names as what they are', () => {
    const code = 'class A { #b; m() { probe(this.#b) } }';
    expect(inFile(code, (file) => keyOf(probedIn(file)[0] as never, file))).toBe('#b');
  });
});
