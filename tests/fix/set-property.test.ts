import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { addProperty } from '../../src/fix/set-property';
import { edited } from '../support/edit';

const added = (text: string, keys: readonly string[] = ['a'], value = '1'): string =>
  edited(text, 'ObjectExpression', (fixer, node, sourceCode) =>
    addProperty(fixer, node as TSESTree.ObjectExpression, keys, value, sourceCode),
  );

describe('in one line', () => {
  it.each<[string, string]>([
    ['f({ b: 2 });', 'f({ b: 2, a: 1 });'],
    ['f({b: 2});', 'f({b: 2, a: 1});'],
    ['f({ b: 2, });', 'f({ b: 2, a: 1, });'],
    ['f({ b });', 'f({ b, a: 1 });'],
    ['f({ ...b });', 'f({ ...b, a: 1 });'],
    ['f({ b() {} });', 'f({ b() {}, a: 1 });'],
    ['f({ b: (2) });', 'f({ b: (2), a: 1 });'],
    ['f({ b: 2 /* c */ });', 'f({ b: 2 /* c */, a: 1 });'],
    ['f({ b: 2, /* c */ });', 'f({ b: 2, /* c */ a: 1, });'],
    ['f({ /* c */ b: 2 });', 'f({ /* c */ b: 2, a: 1 });'],
    ["f({ 'b': 2 });", "f({ 'b': 2, 'a': 1 });"],
    ['f({ "b": 2 });', 'f({ "b": 2, "a": 1 });'],
    ["f({ 'b': 2, c: 3 });", "f({ 'b': 2, c: 3, a: 1 });"],
    ["f({ ['b']: 2 });", "f({ ['b']: 2, a: 1 });"],
    ['f({ 1: 2 });', 'f({ 1: 2, a: 1 });'],
    ['f({ b: 2 } as T);', 'f({ b: 2, a: 1 } as T);'],
  ])('%s', (before, after) => {
    expect(added(before)).toBe(after);
  });
});

describe('in several lines', () => {
  it.each<[string, string, string]>([
    ['without a comma', 'f({\n  b: 2\n});', 'f({\n  b: 2,\n  a: 1\n});'],
    ['with a comma', 'f({\n  b: 2,\n});', 'f({\n  b: 2,\n  a: 1,\n});'],
    ['with tabs', 'f({\n\tb: 2,\n});', 'f({\n\tb: 2,\n\ta: 1,\n});'],
    ['with Windows line ends', 'f({\r\n  b: 2,\r\n});', 'f({\r\n  b: 2,\r\n  a: 1,\r\n});'],
    ['with a comment behind', 'f({\n  b: 2 // c\n});', 'f({\n  b: 2, // c\n  a: 1\n});'],
    ['with a comma and a comment behind', 'f({\n  b: 2, // c\n});', 'f({\n  b: 2, // c\n  a: 1,\n});'],
    ['with a block comment behind', 'f({\n  b: 2 /* c */\n});', 'f({\n  b: 2, /* c */\n  a: 1\n});'],
    ['with a comment below', 'f({\n  b: 2,\n  // c\n});', 'f({\n  b: 2,\n  a: 1,\n  // c\n});'],
    ['with a spread at the end', 'f({\n  b: 2,\n  ...c,\n});', 'f({\n  b: 2,\n  ...c,\n  a: 1,\n});'],
    ['with several to a line', 'f({\n  b: 2, c: 3\n});', 'f({\n  b: 2, c: 3, a: 1\n});'],
    ['begun on the first', 'f({ b: 2,\n  c: 3 });', 'f({ b: 2,\n  c: 3, a: 1 });'],
    ['begun on the first, with a comment', 'f({ b: 2 // c\n});', 'f({ b: 2, // c\na: 1\n});'],
    ['with a value of several', 'f({\n  b: {\n    c: 3,\n  },\n});', 'f({\n  b: {\n    c: 3,\n  },\n  a: 1,\n});'],
    ['with the comma in front', 'f({\n    b: 2\n  , c: 3\n});', 'f({\n    b: 2\n  , c: 3, a: 1\n});'],
  ])('%s', (_, before, after) => {
    expect(added(before)).toBe(after);
  });
});

describe('in an empty object', () => {
  it.each<[string, string]>([
    ['f({});', 'f({ a: 1 });'],
    ['f({ });', 'f({ a: 1 });'],
    ['f({\n});', 'f({ a: 1 });'],
    ['f({ /* c */ });', 'f({ /* c */ a: 1 });'],
    ['f({\n  // c\n});', 'f({\n  // c\n  a: 1\n});'],
    ['f({ // c\n});', 'f({ // c\na: 1\n});'],
  ])('%s', (before, after) => {
    expect(added(before)).toBe(after);
  });
});

describe('nested keys', () => {
  it.each<[string, string]>([
    ['f({});', 'f({ b: { a: 1 } });'],
    ['f({ c });', 'f({ c, b: { a: 1 } });'],
    ['f({c});', 'f({c, b: {a: 1}});'],
    ['f({ "c": 1 });', 'f({ "c": 1, "b": { "a": 1 } });'],
    ['f({\n  c,\n});', 'f({\n  c,\n  b: { a: 1 },\n});'],
  ])('%s', (before, after) => {
    expect(added(before, ['b', 'a'])).toBe(after);
  });

  it('of any depth', () => {
    expect(added('f({});', ['c', 'b', 'a'])).toBe('f({ c: { b: { a: 1 } } });');
  });
});
