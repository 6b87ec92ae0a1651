import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { addCookieAttribute } from './set-cookie-text';
import { addArgument } from './add-argument';
import { addProperty } from './set-property';

/** Where an option of a cookie is, or has to go. */
export type Place =
  | { kind: 'value'; node: TSESTree.Expression }
  | { kind: 'object'; owner: TSESTree.ObjectExpression; missing: readonly string[] }
  | { kind: 'argument'; call: TSESTree.CallExpression; missing: readonly string[] }
  | { kind: 'text'; node: TSESTree.Expression; range: TSESTree.Range | null; missing: string };

/**
 * Gives a cookie an option: exchanges its value, adds it to the options, or to the text of a header.
 * @param value the code of the value; in a text, the word that follows the attribute's `=`, or nothing
 */
export function setCookieOption(
  fixer: TSESLint.RuleFixer,
  place: Place,
  value: string,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix | TSESLint.RuleFix[] {
  switch (place.kind) {
    case 'value':
      return fixer.replaceText(place.node, value);
    case 'object':
      return addProperty(fixer, place.owner, place.missing, value, sourceCode);
    case 'argument': {
      const options = place.missing.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value);
      return addArgument(fixer, place.call, options, sourceCode);
    }
    case 'text':
      if (place.range) return fixer.replaceTextRange(place.range, value);
      return addCookieAttribute(
        fixer,
        place.node,
        value === '' ? place.missing : `${place.missing}=${value}`,
        sourceCode,
      );
  }
}
