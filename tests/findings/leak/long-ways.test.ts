import { expect, it } from 'vitest';
import { leaksIn } from '../../../src/findings/leak/session-leak';
import { inFile } from '../../support/probe';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** How many leaks a file has; what goes too long a way is not followed, and nothing breaks. */
const countIn = (code: string): number => inFile(code, (file) => leaksIn(file).length);

it('follows a value through a few functions', () => {
  const given = `${lines(3, (at) => `const f${at} = (x) => f${at + 1}(x);`)}\nconst f3 = (x) => console.log(x);\nf0(req.session.accessToken);`;
  const handedBack = `const f0 = (r) => r.session.accessToken;\n${lines(9, (at) => `const f${at + 1} = (r) => f${at}(r);`)}\nconsole.log(f9(req));`;
  expect([countIn(given), countIn(handedBack.replace('r.session', 'req.session'))]).toEqual([1, 1]);
});

it.each<[string, string]>([
  [
    'handed on',
    `${lines(1000, (at) => `const f${at} = (x) => f${at + 1}(x);`)}\nconst f1000 = (x) => console.log(x);\nf0(req.session.accessToken);`,
  ],
  [
    'handed back',
    `const f0 = () => req.session.accessToken;\n${lines(1000, (at) => `const f${at + 1} = () => f${at}();`)}\nconsole.log(f1000());`,
  ],
  [
    'under names',
    `const n0 = req.session.accessToken;\n${lines(1000, (at) => `const n${at + 1} = n${at};`)}\nconsole.log(n1000);`,
  ],
  [
    'by all to all',
    `${lines(300, (at) => `function f${at}(x) { f${at + 1}(x); f${at + 2}(x); f${at + 3}(x); return f${at + 1}(x) || x; }`)}\nf0(req.session.accessToken);`,
  ],
])('ends on a way that has no end: %s', (_form, code) => {
  expect(countIn(code)).toBe(0);
});
