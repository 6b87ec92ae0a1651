import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { withCheckedEdits } from '../support/edit-check';

/** What the check says of a rule that puts `to` in the place of `from`. */
function check(text: string, from: string, to: string): void {
  const at = text.indexOf(from);
  const rule = {
    meta: { fixable: 'code', schema: [], type: 'problem', messages: { edit: 'edit' } },
    create: (context: { report(descriptor: object): void }) => ({
      Program(node: unknown) {
        const fix = (fixer: { replaceTextRange(range: number[], text: string): unknown }) =>
          fixer.replaceTextRange([at, at + from.length], to);
        context.report({ node, messageId: 'edit', fix });
      },
    }),
  };
  const checked = withCheckedEdits(rule as never) as never;
  new Linter({ configType: 'flat' }).verify(text, {
    plugins: { own: { rules: { edit: checked } } },
    rules: { 'own/edit': 2 },
  });
}

describe('the check of every edit in the tests of rules', () => {
  it.each([
    ['one that does not parse', 'f(a)', 'a', 'a b', /Parsing|Unexpected/],
    [
      'one that runs into the line before',
      'const a = b\nc.d()',
      'c.d',
      '(await0(c)).d',
      /goes on with the line before/,
    ],
    ['one that is run into by the line below', "'use strict'\nconst a = 1\n;[1].f()", ';[', '[', /goes on with|lost/],
    [
      'an import that the next line goes on with',
      '(async () => {})()',
      '(async',
      "const a = require('a')\n(async",
      /goes on/,
    ],
    ['one that loses a comment', 'f({ /* why */ a: 1 })', '/* why */ a: 1', '', /is lost/],
    ['one that grows together with what is beside it', "x = typeof'a'", "'a'", 'b', /lost/],
  ])('finds %s', (_, text, from, to, problem) => {
    expect(() => check(text, from, to)).toThrow(problem);
  });

  it.each([
    ['const a = b\nc.d()', 'c.d', ';(c).d'],
    ['f({ a: 1 })', '1', 'process.env.A'],
    ['if (a) b.c = null', 'b.c = null', '{ d(); b.c = null }'],
    ['const { a, b } = c;\nd();', '{ a, b } = c;', '{ b } = c;\nconst a = e(c.a);'],
  ])('lets a good one pass: %j', (text, from, to) => {
    expect(() => check(text, from, to)).not.toThrow();
  });
});
