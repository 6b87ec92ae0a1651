import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { functionName } from '../../src/ast/function-name';
import { functionAround } from '../../src/ast/functions';
import { isRequestName, isResponseName, routedBy, routingOf } from '../../src/ast/routing';
import { unwrap } from '../../src/ast/unwrap';
import { inFile, probedIn } from '../support/probe';

describe('routingOf', () => {
  const methodOf = (code: string) =>
    inFile(`probe(${code})`, (file) => routingOf(unwrap(probedIn(file)[0]!) as TSESTree.CallExpression));

  it.each(['all', 'del', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'])(
    '%s routes requests',
    (method) => {
      expect(methodOf(`app.${method}('/')`)).toEqual({ method, isMount: false });
    },
  );

  it.each(['use', 'route'])('%s mounts', (method) =>
    expect(methodOf(`app['${method}']('/')`)).toEqual({ method, isMount: true }),
  );

  it.each(['get("/")', 'app.listen(80)', 'app[get]("/")', 'app()'])('%s does neither', (code) =>
    expect(methodOf(code)).toBeNull(),
  );
});

describe('routedBy', () => {
  const isRouted = (code: string) => inFile(code, (file) => routedBy(functionAround(probedIn(file)[0]!)!) !== null);

  it.each(["app.get('/', () => { probe(x) })", 'app?.post(path, check, function () { probe(x) })'])('%s', (code) =>
    expect(isRouted(code)).toBe(true),
  );
  it.each([
    'app.use(() => { probe(x) })',
    'const f = () => { probe(x) }',
    '(() => { probe(x) })()',
    "app.get('/', wrap(() => { probe(x) }))",
  ])('not %s', (code) => expect(isRouted(code)).toBe(false));
});

it('names of requests and responses', () => {
  expect(['req', '_req', 'request', 'ctx', 'c', 'event', 'evt'].filter((name) => !isRequestName(name))).toEqual([]);
  expect(['res', 'reply', '__res', 'h', 'next'].filter((name) => !isResponseName(name))).toEqual([]);
  expect(
    ['error', 'user', 'requests', 'done', 'response_', 'x'].filter(
      (name) => isRequestName(name) || isResponseName(name),
    ),
  ).toEqual([]);
});

describe('functionName', () => {
  it.each([
    ['function f() { probe(x) }', 'f'],
    ['const f = () => { probe(x) }', 'f'],
    ['const a = function f() { probe(x) }', 'f'],
    ['f = () => { probe(x) }', 'f'],
    ['exports.f = () => { probe(x) }', 'f'],
    ["exports['f'] = () => { probe(x) }", 'f'],
    ['a = { f: () => { probe(x) } }', 'f'],
    ['a = { f() { probe(x) } }', 'f'],
    ['class A { f() { probe(x) } }', 'f'],
    ['class A { f = () => { probe(x) } }', 'f'],
    ['class A { #f() { probe(x) } }', ''],
    ['const { f } = () => { probe(x) }', ''],
    ['exports[f] = () => { probe(x) }', ''],
    ['call(() => { probe(x) })', ''],
    ['export default () => { probe(x) }', ''],
  ])('%s', (code, name) =>
    expect(inFile(code, (file) => functionName(functionAround(probedIn(file)[0]!)!))).toBe(name),
  );
});
