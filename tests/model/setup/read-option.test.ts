import { describe, expect, it } from 'vitest';
import type { AttributeFact, Library } from '../../../src/libraries/types';
import type { Reading } from '../../../src/model/setup/read-option';
import { readOption } from '../../../src/model/setup/read-option';
import { inFile, probedIn } from '../../support/probe';

const secure: AttributeFact = { path: ['cookie', 'secure'], whenAbsent: false };

/** Makes `probe` a set-up, which changes nothing in what it is given. */
const probe: Library = {
  module: 'probe',
  readFrom: '1',
  setups: [{ form: 'call', export: [], options: 0, unimported: { names: ['probe'], keys: [] } }],
};
const settings = { libraries: [probe] };

/** What `cookie.secure` of what `probe` is given says, in one line. `*`: others read it too. */
function reading(code: string, fact = secure): string {
  return inFile(
    code,
    (file) => {
      const [options] = probedIn(file);
      const text = (one: Reading | { state: string }): string => {
        if (one.state === 'set') {
          const { node, isShared, others } = one as Extract<Reading, { state: 'set' }>;
          const rest = (others ?? []).map((other) => ` or ${text(other)}`).join('');
          return `${isShared ? '*' : ''}${file.sourceCode.getText(node)}${rest}`;
        }
        if (one.state === 'unknown') return 'unknown';
        const { owner, missing, isShared } = one as Extract<Reading, { state: 'absent' }>;
        return `no ${missing.join('.')}${owner ? ` in ${isShared ? '*' : ''}${file.sourceCode.getText(owner)}` : ''}`;
      };
      return text(readOption(options ?? null, fact, file));
    },
    { settings },
  );
}

const table = (cases: [string, string][]) =>
  it.each(cases)('%s → %s', (code, wanted) => expect(reading(code)).toBe(wanted));

describe('object literals', () => {
  table([
    ['probe({ cookie: { secure: true } })', 'true'],
    ["probe({ 'cookie': { ['secure']: x } })", 'x'],
    ["const C = 'cookie'; probe({ [C]: { secure: x } })", 'x'],
    ['probe({ cookie: { secure } })', 'secure'],
    ['probe({ cookie: { secure: true } } as Options)', 'true'],
    ['probe(({ cookie: { secure: true } } satisfies Options)!)', 'true'],
    ['probe({})', 'no cookie.secure in {}'],
    ['probe({ a: 1 })', 'no cookie.secure in { a: 1 }'],
    ['probe({ cookie: {} })', 'no secure in {}'],
    ['probe({ cookie: { a } })', 'no secure in { a }'],
    ['probe({ cookie: { secure: 1, secure: 2 } })', '2'],
    ['probe({ cookie: { secure: 1 }, cookie: { a } })', 'no secure in { a }'],
    ['probe({ cookie: undefined })', 'no secure'],
    ['probe({ cookie: null })', 'no secure'],
    ['probe({ cookie: x })', 'unknown'],
    ['probe({ cookie: 1 })', 'unknown'],
    ['probe({ cookie: f() })', 'unknown'],
    ['probe({ cookie() {} })', 'unknown'],
    ['probe({ get cookie() { return { secure: true }; } })', 'unknown'],
    ['probe({ cookie: { get secure() { return 1 } } })', 'unknown'],
    ['probe({ __proto__: x })', 'unknown'],
    ['probe({ __proto__: x, cookie: { secure: true } })', 'true'],
    ["probe({ '__proto__': x })", 'unknown'],
    ["probe({ ['__proto__']: x })", "no cookie.secure in { ['__proto__']: x }"],
    ['probe({ cookie: { secure: true }, [x]: 1 })', 'unknown'],
    ['probe({ [x]: 1, cookie: { secure: true } })', 'true'],
    ['probe(x)', 'unknown'],
    ['probe(x.y)', 'unknown'],
    ['probe(f())', 'unknown'],
    ['probe(new A())', 'unknown'],
    ['probe([])', 'unknown'],
    ["probe('a')", 'unknown'],
    ['probe(undefined)', 'no cookie.secure'],
    ['probe()', 'no cookie.secure'],
  ]);
});

describe('spreads', () => {
  table([
    ['probe({ ...x, cookie: { secure: true } })', 'true'],
    ['probe({ cookie: { secure: true }, ...x })', 'unknown'],
    ['probe({ ...x })', 'unknown'],
    ['probe({ ...x, cookie: {} })', 'no secure in {}'],
    ['probe({ cookie: { ...x } })', 'unknown'],
    ['probe({ cookie: { ...x, secure: true } })', 'true'],
    ['const a = { cookie: { secure: true } }; probe({ ...a })', '*true'],
    ['const a = { b: 1 }; probe({ cookie: { secure: true }, ...a })', 'true'],
    ['const a = { b: 1 }; probe({ ...a })', 'no cookie.secure in { ...a }'],
    ['const a = { cookie: {} }; probe({ cookie: { secure: true }, ...a })', 'no secure in *{}'],
    [
      'probe({ ...(x && { cookie: { secure: true } }) })',
      '*true or no cookie.secure in { ...(x && { cookie: { secure: true } }) }',
    ],
    ['probe({ cookie: { secure: 1 }, ...(x ? { cookie: { secure: 2 } } : {}) })', '*2 or 1'],
    ['probe({ cookie: { secure: 1 }, ...(x ? { cookie: { secure: 2 } } : { cookie: { secure: 3 } }) })', '*2 or *3'],
    ['probe({ ...(x ? y : {}), a })', 'unknown'],
    [
      'probe({ a, ...undefined, ...null, ...(false && x) })',
      'no cookie.secure in { a, ...undefined, ...null, ...(false && x) }',
    ],
    ['probe({ cookie: { secure: 1, ...(x && { domain }) } })', '1'],
  ]);
});

describe('choices', () => {
  table([
    ['probe(x ? { cookie: { secure: 1 } } : { cookie: { secure: 2 } })', '1 or 2'],
    ['probe({ cookie: x ? { secure: 1 } : {} })', '1 or no secure in {}'],
    ['probe({ cookie: x ? {} : {} })', 'no secure'],
    ['probe({ cookie: x ? { secure: 1 } : y })', 'unknown'],
    ['probe(x || { cookie: { secure: 1 } })', 'unknown'],
    ['probe({ cookie: { secure: 1 } } || x)', '1'],
    ['const o = x || {}; probe(o)', 'unknown'],
  ]);
});

describe('calls', () => {
  table([
    ['probe(Object.freeze({ cookie: { secure: 1 } }))', '1'],
    ['probe(Object.assign({}, { cookie: { secure: 1 } }))', '1'],
    ['probe(Object.assign({ cookie: { secure: 1 } }, { cookie: { secure: 2 } }))', '2'],
    ['probe(Object.assign({ cookie: { secure: 1 } }, x))', 'unknown'],
    ['probe(Object.assign({}, x, { cookie: {} }))', 'no secure in {}'],
    ['probe(Object.assign({ cookie: { secure: 1 } }, { a }))', '1'],
    ['probe(Object.assign({}, { a }))', 'no cookie.secure in { a }'],
    ['probe(Object.assign({}, ...x))', 'unknown'],
    ['const f = () => ({ cookie: { secure: 1 } }); probe(f())', '1'],
    ['const f = () => ({ cookie: { secure: 1 } }); probe(f())\nf()', '*1'],
    ['function f() { return { cookie: { secure: 1 } } } probe(f())', '1'],
    [
      'function f() { if (x) return { cookie: { secure: 1 } }; return { cookie: {} } } probe(f())',
      '1 or no secure in {}',
    ],
    ['function f(secure) { return { cookie: { secure } } } probe(f(true))', '*true'],
    ['async function f() { return { cookie: { secure: 1 } } } probe(await f())', '1'],
    ['function f() { const o = { cookie: {} }; o.cookie.secure = 1; return o } probe(f())', '1'],
    ['probe(() => ({ cookie: { secure: 1 } }))', '1'],
    ['probe(function () { return { cookie: { secure: 1 } } })', '1'],
    ['const f = () => ({ cookie: { secure: 1 } }); probe(f)', '1'],
    ['probe({ cookie: (req) => ({ secure: 1 }) })', '1'],
    ['probe(() => {})', 'unknown'],
    ['class A { f() { return { cookie: { secure: 1 } } } m() { probe(this.f()) } }', '1'],
  ]);
});

describe('names', () => {
  table([
    ['const o = { cookie: { secure: 1 } }; probe(o)', '1'],
    ['const o = { cookie: { secure: 1 } }; probe(o); f(o)', '*1'],
    ['export const o = { cookie: { secure: 1 } }; probe(o)', '*1'],
    ['const cookie = { secure: 1 }; probe({ cookie })', '1'],
    ['const o = { a: { cookie: { secure: 1 } } }; probe(o.a)', '1'],
    ['const o = { a: { cookie: { secure: 1 } }, b }; probe(o.a); f(o.b)', '1'],
    ["const o = { a: { cookie: { secure: 1 } } }; probe(o['a'])", '1'],
    ['const o = { a: { cookie: { secure: 1 } } }; probe(o[x])', 'unknown'],
    ['const { a } = { a: { cookie: { secure: 1 } } }; probe(a)', '1'],
    ['const { a = {} } = x; probe(a)', 'unknown'],
    ['let o; o = { cookie: { secure: 1 } }; probe(o)', '1'],
    ['let o = { cookie: { secure: 1 } }; if (x) o = { cookie: { secure: 2 } }; probe(o)', '1 or 2'],
    ['let o = { cookie: { secure: 1 } }; o = f(); probe(o)', 'unknown'],
    ['let o = { a }; o = { ...o, cookie: { secure: 1 } }; probe(o)', '*1 or no cookie.secure in *{ a }'],
    ['function f(o) { probe(o) }', 'unknown'],
    ['function f(o = {}) { probe(o) }', 'unknown'],
    ["import { o } from './o'; probe(o)", 'unknown'],
    ["import { o } from './o'; probe({ ...o, cookie: { secure: 1 } })", '1'],
    ['class A { o = { cookie: { secure: 1 } }; m() { probe(this.o) } }', '1'],
    [
      'class A { private readonly o = { cookie: {} }; m() { this.o.cookie.secure = 1; probe(this.o) } }',
      '1 or no secure in {}',
    ],
    ['class A { o = { cookie: { secure: 1 } }; set(o) { this.o = o } m() { probe(this.o) } }', 'unknown'],
    ['class A { constructor(private o: Options) { probe(this.o) } }', 'unknown'],
    ['class A { static o = { cookie: { secure: 1 } }; static m() { probe(this.o) } }', '1'],
    ['const a = { o: { cookie: { secure: 1 } }, m() { probe(this.o) } }', 'unknown'],
    ['enum E { A } probe(E)', 'unknown'],
  ]);
});

describe('later writes', () => {
  table([
    ['const o = { cookie: {} }; o.cookie.secure = 1; probe(o)', '1'],
    ['const o = { cookie: {} }; probe(o); o.cookie.secure = 1', '1'],
    ['const o = {}; o.cookie = { secure: 1 }; probe(o)', '1'],
    ['const o = {}; o.cookie = {}; o.cookie.secure = 1; probe(o)', '1'],
    ["const o = { cookie: {} }; o['cookie']['secure'] = 1; probe(o)", '1'],
    ['const o = { cookie: { secure: 1 } }; o.cookie.secure = 2; probe(o)', '2'],
    ['const o = { cookie: { secure: 1 } }; if (x) o.cookie.secure = 2; probe(o)', '1 or 2'],
    ['const o = { cookie: { secure: 1 } }; if (x) { o.cookie.secure = 2; } probe(o)', '1 or 2'],
    ['const o = { cookie: {} }; if (x) o.cookie.secure = 1; probe(o)', '1 or no secure in {}'],
    ['const o = { cookie: {} }; function f() { o.cookie.secure = 1 } probe(o)', '1 or no secure in {}'],
    ['const o = { cookie: { secure: 1 } }; o.cookie = {}; probe(o)', 'no secure in {}'],
    ['const o = { cookie: { secure: 1 } }; o.cookie = x; probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; o.cookie.secure ??= 2; probe(o)', '1 or 2'],
    ['const o = { cookie: { secure: 1 } }; o.cookie.secure += 2; probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; o.cookie.secure++; probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; o.cookie[x] = 2; probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; o[x] = 2; probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; o.a[x] = 2; probe(o)', '1'],
    ['const o = { cookie: { secure: 1 } }; o.name = 2; probe(o)', '1'],
    ['const o = { cookie: { secure: 1 } }; delete o.cookie.secure; probe(o)', 'no secure'],
    ['const o = { cookie: { secure: 1 } }; delete o.cookie; probe(o)', 'no cookie.secure'],
    ['const o = { cookie: { secure: 1 } }; if (x) delete o.cookie.secure; probe(o)', '1 or no secure'],
    ['const o = { cookie: { secure: 1 } }; delete o[x]; probe(o)', 'unknown'],
    ['const o = { cookie: {} }; Object.assign(o.cookie, { secure: 1 }); probe(o)', '1'],
    ['const o = { cookie: {} }; Object.assign(o, { cookie: { secure: 1 } }, { a }); probe(o)', '1'],
    ['const o = { cookie: {} }; Object.assign(o.cookie, { a }); probe(o)', 'no secure in {}'],
    ['const o = { cookie: {} }; Object.assign(o.cookie, x); probe(o)', 'unknown'],
    ['const o = { cookie: {} }; Object.assign(o, ...x); probe(o)', 'unknown'],
    ['const o = { cookie: {} }; const c = o.cookie; c.secure = 1; probe(o)', '1 or no secure in {}'],
    ['const o = { cookie: {} }; const { cookie } = o; cookie.secure = 1; probe(o)', '1 or no secure in {}'],
    ['const o = { cookie: {} }; let p; p = o; p.cookie.secure = 1; probe(o)', '1 or no secure in {}'],
    ['const o = { cookie: { secure: 1 } }; [o.cookie.secure] = x; probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; ({ a: o.cookie.secure } = x); probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; ({ a: o.cookie.secure = 2 } = x); probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; for (o.cookie.secure of x); probe(o)', 'unknown'],
    ['const o = { cookie: { secure: 1 } }; (o as any).cookie!.secure = 2; probe(o)', '2'],
    ['const o = { cookie: { secure: 1 } }; o?.cookie.other; probe(o)', '1'],
  ]);
});

describe('code that may change an object', () => {
  table([
    ['const o = { cookie: {} }; f(o); probe(o)', 'unknown'],
    ['const o = { cookie: {} }; f(o.cookie); probe(o)', 'unknown'],
    ['const o = { cookie: {}, a: {} }; f(o.a); probe(o)', 'no secure in {}'],
    ['const o = { cookie: { secure: 1 } }; f(o); probe(o)', '*1'],
    ['const o = { cookie: {} }; f(x ? o : y); probe(o)', 'unknown'],
    ['const o = { cookie: {} }; f(...o); probe(o)', 'unknown'],
    ['const o = { cookie: {} }; new A(o); probe(o)', 'unknown'],
    ['const o = { cookie: {} }; o.m(); probe(o)', 'unknown'],
    ['const o = { cookie: {} }; this.o = o; probe(o)', 'unknown'],
    ['const o = { cookie: {} }; function* g() { yield o; } probe(o)', 'unknown'],
    ['const o = { cookie: {} }; function g(p = o) {} probe(o)', 'unknown'],
    ['const o = { cookie: {} }; console.log(o, o.cookie); probe(o)', 'no secure in *{}'],
    ['const o = { cookie: {} }; logger.debug(o); probe(o)', 'no secure in *{}'],
    ['const o = { cookie: {} }; JSON.stringify(o); Object.keys(o); probe(o)', 'no secure in *{}'],
    ['const o = { cookie: {} }; const p = { o }; const q = [o]; probe(o)', 'no secure in *{}'],
    ['const o = { cookie: {} }; export { o }; probe(o)', 'no secure in *{}'],
    ['const o = { cookie: {} }; module.exports = o; probe(o)', 'no secure in *{}'],
    ['const o = { cookie: {} }; module.exports.o = o; exports.p = o; probe(o)', 'no secure in *{}'],
    ['const o = { cookie: {} }; if (o.cookie) { x = o.cookie.secure === 1; } probe(o)', 'no secure in *{}'],
    ["const o = { cookie: {} }; res.cookie('a', 'b', o); probe(o)", 'no secure in {}'],
  ]);
});

describe('what must end', () => {
  it.each([
    'const a = b, b = a; probe(a)',
    'const a = { cookie: b.cookie }, b = { cookie: a.cookie }; probe(a)',
    'const a = { ...b }, b = { ...a }; probe(a)',
    'const a = Object.assign({}, a); probe(a)',
    'const a = { [a.b]: 1 }; probe(a)',
    'const a = {}; a[a.b] = a; a.cookie = a; probe(a)',
    'const f = () => g(), g = () => f(); probe(f())',
    'let a = {}; a = f(a); a = { ...a, cookie: a }; probe(a)',
    'const a = {}; const b = a; b.cookie = b; a.cookie.secure = b; probe(a)',
    'class A { a = this.b; b = this.a; m() { probe(this.a) } }',
    'class A { a = { cookie: this.a.cookie }; m() { probe(this.a) } }',
    `const o = ${'{ cookie: '.repeat(100)}1${' }'.repeat(100)}; probe(o${'.cookie'.repeat(100)})`,
    `probe(${'x ? a : '.repeat(100)}{})`,
    Array.from({ length: 50 }, (_, n) => `const o${n} = x ? { ...o${n + 1} } : { ...o${n + 1}, a };`).join('\n') +
      'probe(o0)',
  ])('%s', (code) => {
    expect(typeof reading(code)).toBe('string');
  });
});

describe('aliases and defaults', () => {
  const fact: AttributeFact = { path: ['cookie', 'secure'], aliases: [['cookieOptions', 'secure']], whenAbsent: false };

  it.each<[string, string]>([
    ['probe({ cookieOptions: { secure: 1 } })', '1'],
    ['probe({ cookie: {}, cookieOptions: { secure: 1 } })', '1'],
    ['probe({ cookie: x, cookieOptions: { secure: 1 } })', '1'],
    ['probe({ cookieOptions: {} })', 'no secure in {}'],
    ['probe({ cookie: {}, cookieOptions: x })', 'unknown'],
    ['probe({})', 'no cookie.secure in {}'],
  ])('%s → %s', (code, wanted) => expect(reading(code, fact)).toBe(wanted));

  it('tells what happens when the option is left out, and when all options are', () => {
    const whenAbsent = (code: string) =>
      inFile(code, (file) => {
        const answer = readOption(
          probedIn(file)[0] ?? null,
          { path: ['signed'], whenAbsent: true, withoutOptions: false },
          file,
        );
        return answer.state === 'absent' ? answer.whenAbsent : answer.state;
      });
    expect(whenAbsent('probe({})')).toBe(true);
    expect(whenAbsent('probe()')).toBe(false);
    expect(whenAbsent('probe({ signed })')).toBe('set');
  });
});
