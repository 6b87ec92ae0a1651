import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { definitionOf, variableOf } from '../../ast/definition';
import { outermost, unwrap } from '../../ast/unwrap';
import type { FileContext } from '../file/file-context';

const giving = /request_?token/i;

/**
 * `getOAuthRequestToken((error, oauthToken) => …)`: what OAuth 1 gives before the user has agreed lives for that one
 * exchange, and opens nothing.
 */
export function isRequestToken(name: TSESTree.Identifier, { sourceCode }: FileContext): boolean {
  const definition = definitionOf(variableOf(name, sourceCode));
  const giver =
    definition?.type === 'value'
      ? unwrap(definition.init)
      : definition?.type === 'parameter' && outermost(definition.fn).parent;
  return giver ? giver.type === 'CallExpression' && giving.test(calledName(giver)) : false;
}
