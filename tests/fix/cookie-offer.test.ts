import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import type { Place } from '../../src/fix/set-cookie-option';
import { offerCookieOption } from '../../src/fix/cookie-offer';

const choices = [
  { messageId: 'first', data: {}, value: 'true' },
  { messageId: 'second', data: {}, value: 'other' },
] as const;

/** What is offered for the first call's argument. */
function offered(text: string, placeOf: (node: TSESTree.Expression) => Place | null, isFixed: boolean): string[] {
  const rule = {
    meta: { fixable: 'code', hasSuggestions: true, schema: [], messages: { report: 'r', first: '1', second: '2' } },
    create: (context: TSESLint.RuleContext<string, []>) => ({
      CallExpression(node: TSESTree.CallExpression) {
        const place = placeOf(node.arguments[0] as TSESTree.Expression);
        const offer = offerCookieOption(place, choices, isFixed ? choices[0] : undefined, context.sourceCode);
        context.report({ node, messageId: 'report', ...offer } as never);
      },
    }),
  };
  const [message] = new Linter({ configType: 'flat' }).verify(
    text,
    {
      files: ['**/*.ts'],
      plugins: { offer: { rules: { offer: rule as never } } },
      rules: { 'offer/offer': 'error' },
      languageOptions: { parser: typescriptParser as never },
    },
    { filename: 'file.ts' },
  );
  return [
    message?.fix ? `fix ${message.fix.text}` : 'no fix',
    ...(message?.suggestions ?? []).map((one) => `${one.messageId} ${one.fix.text}`),
  ];
}

const value = (node: TSESTree.Expression): Place => ({ kind: 'value', node });

it('offers all as suggestions, or the chosen one as a fix', () => {
  expect(offered('f(false)', value, false)).toEqual(['no fix', 'first true', 'second other']);
  expect(offered('f(false)', value, true)).toEqual(['fix true']);
});

it('offers nothing where there is no place for it, or a comment would be lost', () => {
  expect(offered('f(false)', () => null, true)).toEqual(['no fix']);
  expect(offered('f(!/* not yet */1)', value, true)).toEqual(['no fix']);
  expect(offered('f(false /* not yet */)', value, true)).toEqual(['fix true']);
});
