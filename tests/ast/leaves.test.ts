import { expect, it } from 'vitest';
import { leavesAt } from '../../src/ast/leaves';
import { inFile } from '../support/probe';

const text =
  "const session = require('express-session'); // session\nconst { session: mine = `a session` } = x.session;";

it('gives the innermost node at each offset, once', () => {
  const offsets = Array.from(text.matchAll(/ession/g), ({ index }) => index);
  const found = inFile(text, ({ sourceCode }) =>
    leavesAt(offsets, sourceCode).map((node) => `${node.type} ${sourceCode.getText(node)}`),
  );
  expect(found.filter((leaf) => !leaf.startsWith('Program')).sort()).toEqual([
    'Identifier session',
    'Identifier session',
    'Identifier session',
    "Literal 'express-session'",
    'TemplateElement `a session`',
  ]);
});

it('gives nothing but the program where no code stands', () => {
  expect(inFile(text, ({ sourceCode }) => leavesAt([50], sourceCode).map(({ type }) => type))).toEqual(['Program']);
  expect(inFile('a', ({ sourceCode }) => leavesAt([], sourceCode).map(({ type }) => type))).toEqual(['Program']);
});

it('passes by no child that stands at the same place as another', () => {
  const shorthand = 'g({ session });';
  const leaves = inFile(shorthand, ({ sourceCode }) =>
    leavesAt([shorthand.indexOf('ession')], sourceCode).map(({ type }) => type),
  );
  expect(leaves).toEqual(['Identifier', 'Identifier']);
});
