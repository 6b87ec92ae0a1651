import { expect, it } from 'vitest';
import { objectMethod } from '../../src/ast/object-method';
import { inFile, probedIn } from '../support/probe';

it.each<[string, string | undefined]>([
  ['Object.assign(a, b)', 'assign'],
  ["Object['keys'](a)", 'keys'],
  ['Object?.freeze(a)!', undefined],
  ['Object[x](a)', undefined],
  ['x.Object.assign(a)', undefined],
  ['assign(a)', undefined],
  ['Object.assign', undefined],
  ['new Object.assign(a)', undefined],
])('%s', (code, name) => {
  expect(inFile(`probe(${code})`, (file) => objectMethod(probedIn(file)[0]!))).toBe(name);
});
