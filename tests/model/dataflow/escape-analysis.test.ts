import { expect, it } from 'vitest';
import { predecessorsOf } from '../../../src/model/dataflow/predecessors';
import { queryIn } from '../../../src/model/dataflow/values';
import { isReadElsewhere, objectUsesOf } from '../../../src/model/dataflow/escape-analysis';
import { inFile, probedIn } from '../../support/probe';

/** What a file does with the name `probe` is given: writes, escapes and reads, as paths. */
const usesIn = (code: string) =>
  inFile(code, (file) => {
    const uses = objectUsesOf(predecessorsOf(probedIn(file)[0]!, queryIn(file))!, queryIn(file));
    const path = (way: readonly (string | null)[]): string => way.map((key) => key ?? '?').join('.') || '.';
    return {
      writes: uses?.writes.map((write) => `${write.kind} ${path(write.path)}${write.isCertain ? '!' : ''}`),
      escapes: uses?.escapes.map(path),
      reads: uses?.reads.map(path),
    };
  });

it.each<[string, string[]]>([
  ['o.a = 1;', ['value a!']],
  ['o.a.b = 1;', ['value a.b!']],
  ['o[x].b = 1;', ['value ?.b!']],
  ["o['a'] = 1;", ['value a!']],
  ['if (x) o.a = 1;', ['value a']],
  ['{ o.a = 1; }', ['value a']],
  ['const f = () => { o.a = 1; };', ['value a']],
  ['o.a ||= 1;', ['value a']],
  ['o.a += 1;', ['unreadable a']],
  ['o.a++;', ['unreadable a!']],
  ['delete o.a;', ['value a!']],
  ['[o.a] = x;', ['unreadable a']],
  ['({ x: o.a } = y);', ['unreadable a']],
  ['({ x: o.a = 1 } = y);', ['unreadable a']],
  ['[...o.a] = x;', ['unreadable a']],
  ['for (o.a in x);', ['unreadable a']],
  ['Object.assign(o, x, y);', ['merge .!', 'merge .!']],
  ['Object.assign(o.a, ...x);', ['unreadable a!']],
  ['const { a } = o; a.b = 1;', ['value a.b']],
  ['const { [x]: a } = o; a.b = 1;', ['value ?.b']],
  ['const { a = {} } = o; a.b = 1;', ['value a.b']],
  ['const p = o.a; p.b = 1;', ['value a.b']],
  ['let p; p = o; p.b = 1;', ['value b']],
  ['const p = x ? o : y; p.b = 1;', ['value b']],
  ['f(o.a = 1);', ['value a']],
  ['x = o.a;', []],
])('writes: %s', (code, writes) => {
  expect(usesIn(`const o = {}; ${code} probe(o)`).writes).toEqual(writes);
});

it.each<[string, string[]]>([
  ['f(o);', ['.']],
  ['f(o.a);', ['a']],
  ['f(x, ...o.a);', ['a']],
  ['new A(o);', ['.']],
  ['o.a.m();', ['a']],
  ['o.m();', ['.']],
  ['this.o = o;', ['.']],
  ['other.o = o.a;', ['a']],
  ['const g = (p = o) => {};', ['.']],
  ['function* g() { yield o; }', ['.']],
  ['console.log(o); logger.info(o); JSON.stringify(o); Object.keys(o);', []],
  ['res.cookie(a, b, o); cookieSession(o);', []],
  ['module.exports = o; exports.o = o; module.exports.o = o;', []],
  ['const p = { o, ...o }; const q = [o];', []],
  ['if (o.a) x(o.a === 1);', []],
])('escapes: %s', (code, escapes) => {
  expect(usesIn(`const o = {}; ${code} probe(o)`).escapes).toEqual([...escapes, '.']);
});

it('knows what is read by more than one', () => {
  const isShared = (code: string, ...path: string[]) =>
    inFile(code, (file) =>
      isReadElsewhere(objectUsesOf(predecessorsOf(probedIn(file)[0]!, queryIn(file))!, queryIn(file))!, path),
    );
  expect(isShared('const o = {}; probe(o)', 'a')).toBe(false);
  expect(isShared('const o = {}; probe(o); f(o)', 'a')).toBe(true);
  expect(isShared('const o = {}; probe(o); f(o.a)', 'a')).toBe(true);
  expect(isShared('const o = {}; probe(o); f(o.b)', 'a')).toBe(false);
  expect(isShared('const o = {}; probe(o); o.a = 1;', 'a')).toBe(false);
  expect(isShared('export const o = {}; probe(o)', 'a')).toBe(true);
});
