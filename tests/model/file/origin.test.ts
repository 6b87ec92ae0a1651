import { describe, expect, it } from 'vitest';
import { isPath, originOf } from '../../../src/model/file/origin';
import { inFile, probedIn } from '../../support/probe';

const originIn = (code: string): string | null =>
  inFile(code, (file) => {
    const origin = originOf(probedIn(file)[0]!, file.sourceCode);
    return origin && [origin.module, ...origin.path].join(' ');
  });

describe('originOf', () => {
  it.each([
    ["import x from 'm'; probe(x)", 'm'],
    ["import { default as x } from 'm'; probe(x)", 'm'],
    ["import * as x from 'm'; probe(x)", 'm'],
    ["import * as x from 'm'; probe(x.default)", 'm'],
    ["import { a } from 'm'; probe(a)", 'm a'],
    ["import { a as b } from 'm'; probe(b.c)", 'm a c'],
    ["import { 'a-b' as c } from 'm'; probe(c)", 'm a-b'],
    ["import x = require('m'); probe(x)", 'm'],
    ["const x = require('m'); probe(x)", 'm'],
    ['const x = require(`m`); probe(x)', 'm'],
    ["const x = exports.x = require('m'); probe(x)", 'm'],
    ["const x = module.exports = exports = new (require('m'))(); probe(x)", 'm ()'],
    ["const { a } = exports.x = require('m'); probe(a)", 'm a'],
    ["const { a } = require('m'); probe(a)", 'm a'],
    ["const { a: { b: c } } = require('m'); probe(c)", 'm a b'],
    ["const { default: x } = require('m'); probe(x)", 'm'],
    ["const x = require('m').default; probe(x)", 'm'],
    ["probe(require('m')('options'))", 'm ()'],
    ["probe(new (require('m').Store)())", 'm Store ()'],
    ["const x = await import('m'); probe(x.a)", 'm a'],
    ["probe((await import('m')).default)", 'm'],
    ["import { createRequire } from 'node:module'; const load = createRequire(import.meta.url); probe(load('m'))", 'm'],
    ["import module from 'module'; const require = module.createRequire(import.meta.url); probe(require('m'))", 'm'],
    ["let x; x = require('m'); probe(x)", 'm'],
    ["const x = require('m'); const y = x; probe(y!.a as any)", 'm a'],
    ["import { cookies } from 'm'; probe((await cookies()).set)", 'm cookies () set'],
    ["import { make } from 'm'; const { get } = make(); probe(await get())", 'm make () get ()'],
    ["import { R } from 'm'; probe(R?.next()?.cookies)", 'm R next () cookies'],
    ["import { make } from 'm'; async function mine() { return make(1); } probe(await mine())", 'm make ()'],
    ["import { make } from 'm'; const mine = () => make(1); probe(mine().a)", 'm make () a'],
    ["const m_1 = __importDefault(require('m')); probe((0, m_1.default)())", 'm ()'],
    ["import { createRequire } from 'node:module'; probe(createRequire(import.meta.url)('m').a)", 'm a'],
    [
      "import { createRequire } from 'module'; const { resolve } = createRequire(import.meta.url); probe(resolve('m'))",
      'module createRequire () resolve ()',
    ],
    ["import { get } from 'm'; const a = get(), b = a.b, { c } = b(); probe(c)", 'm get () b () c'],
    ["const m_1 = tslib_1.__importStar(require('m')); probe(m_1.a)", 'm a'],
  ])('%s', (code, origin) => expect(originIn(code)).toBe(origin));

  it.each([
    'probe(x)',
    "let y = require('m'); const x = y ||= require('n'); probe(x)",
    'function f(x) { probe(x) }',
    "let x = require('m'); x = other; probe(x)",
    "var x = require('m'); var x = 1; probe(x)",
    "import x from 'm'; function f(x) { probe(x) }",
    "function require() {} probe(require('m'))",
    "const require = (name) => name; probe(require('m'))",
    "import x from 'm'; const y = a ? x : z; probe(y)",
    "import x from 'm'; probe(x[key])",
    "const { a, ...x } = require('m'); probe(x)",
    "for (const x of [require('m')]) probe(x)",
    'const a = b; const b = a; probe(a)',
    'const session = session(); probe(session)',
    'const session = await session(); probe(session.x)',
    'let session; session = session(); probe(session)',
    'var { a } = b(), { b } = a(); probe(b(a))',
    'const { load } = require; probe(load("m"))',
    'const f = () => g(); const g = () => f(); probe(f())',
    "import { make } from 'm'; function mine(a) { if (a) return make(1); return a; } probe(mine())",
    "import { make } from 'm'; function* mine() { return make(1); } probe(mine())",
    'probe(require(name))',
  ])('knows nothing of %s', (code) => expect(originIn(code)).toBeNull());
});

it('a star is any one step', () => {
  expect(isPath(['a', 'b', '()'], ['a', '*', '()'])).toBe(true);
  expect(isPath(['a', '()'], ['a', '*', '()'])).toBe(false);
  expect(isPath([], [])).toBe(true);
});

describe('many definitions in a row', () => {
  const row = (length: number, from: string): string =>
    `import a0 from 'm'; ${Array.from({ length }, (_, index) => `const a${index + 1} = a${index}${from};`).join(' ')} probe(a${length})`;

  it('lead as far as they take no step, however many they are', () => {
    expect(originIn(row(5_000, ''))).toBe('m');
    expect(originIn(row(20, '()'))).toBe(`m${' ()'.repeat(20)}`);
  });

  it.each(['()', '.b', '().b'])('lead nowhere once nobody could mean a way of so many steps: %s', (from) => {
    expect(originIn(row(5_000, from))).toBe(null);
  });

  it('are answered the same whatever was asked before', () => {
    const names = Array.from({ length: 60 }, (_, index) => `a${index + 1}`);
    const text = `import a0 from 'm'; ${names.map((name, index) => `const ${name} = a${index}();`).join(' ')} probe(${names.join()})`;
    const ask = (order: 1 | -1) =>
      inFile(text, (file) => {
        const probed = probedIn(file);
        const answers = new Map(
          (order === 1 ? probed : [...probed].reverse()).map((node) => [
            node,
            originOf(node, file.sourceCode)?.path.length,
          ]),
        );
        return probed.map((node) => answers.get(node));
      });
    expect(ask(1)).toEqual(ask(-1));
    expect(ask(1).slice(0, 3)).toEqual([1, 2, 3]);
  });
});
