import { describe, expect, it } from 'vitest';
import { possibleValuesOf } from '../../../src/model/dataflow/values';
import { inFile, probedIn } from '../../support/probe';

/** The sources of what `probe` is given, as text: `?` stands before fallbacks, `*` before what others read too. */
const sourcesIn = (code: string, filename = 'file.ts'): string[] =>
  inFile(
    code,
    (file) =>
      possibleValuesOf(probedIn(file)[0]!, file).map(
        ({ node, isFallback, isShared }) =>
          `${isFallback ? '?' : ''}${isShared ? '*' : ''}${file.sourceCode.getText(node)}`,
      ),
    { filename },
  );

describe('possibleValuesOf', () => {
  it.each<[string, string[]]>([
    ["probe('a')", ["'a'"]],
    ['probe(x)', ['x']],
    ["probe(env.S || 'a')", ['env.S', "?'a'"]],
    ["probe(env.S ?? 'a')", ['env.S', "?'a'"]],
    ["probe(env.A || env.B || 'a')", ['env.A', '?env.B', "?'a'"]],
    ["probe(x ? 'a' : 'b')", ["'a'", "'b'"]],
    ["probe(env.S ? env.S : 'a')", ['env.S', "?'a'"]],
    ["probe(x && 'a')", ['x', "'a'"]],
    ["probe((env.S as string) || ('a' satisfies string)!)", ['env.S', "?'a'"]],
    ["probe({} || 'a')", ['{}']],
    ["probe(null ?? 'a')", ["'a'"]],
    ["probe('' || 'a')", ["'a'"]],
    ["probe('' ?? 'a')", ["''", "?'a'"]],
    ["probe(x = 'a')", ["'a'"]],
    ["probe(await f(), 'a')", ['f()']],
    ['probe(`a${x}`)', ['`a${x}`']],
    ["probe('a' + x)", ["'a' + x"]],
  ])('arms: %s', (code, sources) => {
    expect(sourcesIn(code)).toEqual(sources);
  });

  it.each<[string, string[]]>([
    ["const s = 'a'; probe(s)", ["'a'"]],
    ["const s = 'a'; probe(s); f(s)", ["*'a'"]],
    ["export const s = 'a'; probe(s)", ["*'a'"]],
    ["const s = env.S || 'a', t = s; probe(t)", ['env.S', "?'a'"]],
    ["let s; if (x) s = 'a'; else s = env.S; probe(s)", ["'a'", 'env.S']],
    ["let s = 'a'; s = 'b'; probe(s)", ["'a'", "'b'"]],
    ["let s = env.S; if (!s) s = 'a'; probe(s)", ['env.S', "?'a'"]],
    ["let s = env.S; if (!s) { warn(); s = 'a'; } probe(s)", ['env.S', "?'a'"]],
    ["let s = env.S; s ||= 'a'; probe(s)", ['env.S', "?'a'"]],
    ["let s = env.S; s ??= 'a'; probe(s)", ['env.S', "?'a'"]],
    ["let s = env.S; s = s || 'a'; probe(s)", ['env.S', "?'a'"]],
    ["var s = 'a'; var s = 'b'; probe(s)", ["'a'", "'b'"]],
    ["let s = 'a'; [s] = x; probe(s)", ["'a'", 's']],
    ["let s = 'a'; for (s of x); probe(s)", ["'a'", 's']],
    ["const s = 'a', s2 = t, t = s2; probe(s2)", []],
    ["const o = { s: 'a' }; o.s = env.S || o.s; probe(o.s)", ['*env.S', "?*'a'"]],
    ["const o = { s: 'a' }; o.s = o.s || env.S; probe(o.s)", ["*'a'", '?*env.S']],
    ['const o = {}; o.s = env.S || o.s; probe(o.s)', ['*env.S', '?*o.s']],
  ])('names: %s', (code, sources) => {
    expect(sourcesIn(code)).toEqual(sources);
  });

  it.each<[string, string[]]>([
    ["const { S = 'a' } = process.env; probe(S)", ['S', "?'a'"]],
    ["const { S: s = 'a' } = process.env; probe(s)", ['s', "?'a'"]],
    ["const { env: { S = 'a' } } = process; probe(S)", ['S', "?'a'"]],
    ["const { s = 'a' } = { s: env.S }; probe(s)", ['env.S', "?'a'"]],
    ["const { s } = { s: 'a' }; probe(s)", ["'a'"]],
    ["const [s] = ['a']; probe(s)", ["'a'"]],
    ["function f(s = 'a') { probe(s) }", ["?'a'", 's']],
    ["function f({ s = 'a' }) { probe(s) }", ["?'a'", 's']],
    ["const f = (s = 'a') => probe(s)", ["?'a'", 's']],
    ['function f(s) { probe(s) }', ['s']],
    ['function f(...s) { probe(s) }', ['s']],
    ['const { a, ...s } = x; probe(s)', ['s']],
  ])('defaults: %s', (code, sources) => {
    expect(sourcesIn(code)).toEqual(sources);
  });

  it.each<[string, string[]]>([
    ["const c = { s: env.S || 'a' }; probe(c.s)", ['env.S', "?'a'"]],
    ["const c = { t: { s: 'a' } }; probe(c.t.s)", ["'a'"]],
    ["const c = { s: 'a' }; probe(c['s'])", ["'a'"]],
    ["const c = { s: 'a' }; c.s = 'b'; probe(c.s)", ["'b'"]],
    ["const c = { s: 'a' }; if (x) c.s = 'b'; probe(c.s)", ["'a'", "'b'"]],
    ["const c = {}; c.s = env.S || 'a'; probe(c.s)", ['env.S', "?'a'"]],
    ["const c = { ...d, s: 'a' }; probe(c.s)", ["'a'"]],
    ["const c = { s: 'a', ...d }; probe(c.s)", ['c.s']],
    ['const c = {}; probe(c.s)', ['c.s']],
    ["const c = x ? { s: 'a' } : { s: 'b' }; probe(c.s)", ["'a'", "'b'"]],
    ["class A { s = 'a'; m() { probe(this.s) } }", ["'a'"]],
    ["class A { constructor() { this.s = env.S || 'a' } m() { probe(this.s) } }", ['env.S', "?'a'"]],
    ["class A { s = 'a'; m(s) { this.s = s; probe(this.s) } }", ['this.s']],
    ['probe(process.env.S)', ['process.env.S']],
    ['probe(process.env[`S`])', ['process.env[`S`]']],
  ])('members: %s', (code, sources) => {
    expect(sourcesIn(code)).toEqual(sources);
  });

  it.each<[string, string[]]>([
    ["const f = () => 'a'; probe(f())", ["'a'"]],
    ["function f() { if (x) return env.S; return 'a'; } probe(f())", ['env.S', "'a'"]],
    ["function f() { return env.S || 'a' } probe(f())", ['env.S', "?'a'"]],
    ["const f = async () => 'a'; probe(await f())", ["'a'"]],
    ["probe((() => 'a')())", ["'a'"]],
    ["class A { f() { return 'a' } m() { probe(this.f()) } }", ["'a'"]],
    ["const f = () => 'a'; probe(f()); f()", ["*'a'"]],
    ["export const f = () => 'a'; probe(f())", ["*'a'"]],
    ['function f() {} probe(f())', ['f()']],
    ["function* f() { return 'a' } probe(f())", ['f()']],
    ["import { f } from './f'; probe(f())", ['f()']],
    ['const f = () => f(); probe(f())', ['*f()']],
    ["probe(Object.freeze('a'))", ["'a'"]],
  ])('functions: %s', (code, sources) => {
    const found = sourcesIn(code);
    expect(found.slice(0, sources.length)).toEqual(sources);
    expect(new Set(found).size).toBe(sources.length);
  });

  it('ends on cycles and on what doubles with every step', () => {
    const names = Array.from({ length: 60 }, (_, n) => `const a${n} = x ? a${n + 1} : a${n + 1} || b${n};`);
    expect(sourcesIn(`${names.join('\n')} probe(a0)`).length).toBeLessThan(600);
    expect(sourcesIn('const o = { s: p.s }, p = { s: o.s }; probe(o.s)').length).toBeLessThan(3);
    expect(sourcesIn('const f = (n) => n ? f(n - 1) : g(); const g = () => f(1); probe(f())').length).toBeGreaterThan(
      0,
    );
  });
});
