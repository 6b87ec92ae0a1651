import { expect, it } from 'vitest';
import { calledName } from '../../src/ast/called-name';
import { inFile, probedIn } from '../support/probe';

it.each([
  ['f()', 'f'],
  ['new F()', 'F'],
  ['a.b.f()', 'f'],
  ["a['f']()", 'f'],
  ['a?.f!()', 'f'],
  ['(0, a.f)()', 'f'],
  ['a[f]()', ''],
  ['f()()', ''],
  ['(() => {})()', ''],
])('%s calls %s', (code, name) => {
  const called = inFile(`probe(${code})`, (file) => {
    const [call] = probedIn(file);
    const own = call?.type === 'ChainExpression' ? call.expression : call;
    return own?.type === 'CallExpression' || own?.type === 'NewExpression' ? calledName(own) : undefined;
  });
  expect(called).toBe(name);
});
