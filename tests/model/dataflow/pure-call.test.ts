import type { TSESTree } from '@typescript-eslint/utils';
import { expect, it } from 'vitest';
import { isLibraryCall, isReadOnlyCall } from '../../../src/model/dataflow/pure-call';
import { inFile, probedIn } from '../../support/probe';

const ask = (code: string, question: typeof isLibraryCall): boolean =>
  inFile(code, (file) => question(probedIn(file)[0] as TSESTree.CallExpression, file));

it.each<[string, boolean]>([
  ['probe(console.log(o))', true],
  ['probe(logger.warn(o))', true],
  ['probe(debug(o))', true],
  ['probe(JSON.stringify(o))', true],
  ['probe(Object.keys(o))', true],
  ['probe(structuredClone(o))', true],
  ['probe(Object.defineProperty(o))', false],
  ['probe(f(o))', false],
  ['probe(o.set(o))', false],
  ['probe(new A(o))', false],
  ['probe(x[y](o))', false],
  ['probe(f()(o))', false],
])('keepsArguments: %s → %s', (code, wanted) => {
  expect(ask(code, isReadOnlyCall)).toBe(wanted);
});

it.each<[string, boolean]>([
  ["res.cookie('a', 'b', o)", true],
  ["res.clearCookie('a', o)", true],
  ['cookieSession(o)', true],
  ["require('express-session')(o)", true],
  ["app.register(require('@fastify/session'), o)", true],
  ['f(o)', false],
  ["require('lodash').merge(o)", false],
])('isOurs: %s → %s', (code, wanted) => {
  expect(ask(`probe(${code})`, isLibraryCall)).toBe(wanted);
});
