import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { addArgument } from './add-argument';
import { readOfEnvironment } from './secret-from-environment';
import { addProperty } from './set-property';

/** A cookie that nothing signs, and where something could. */
export interface UnsignedPlace {
  cause: 'noSecret' | 'signedOff' | 'noOptions';
  /** The value that is wrong, or what to report instead of one that is not there. */
  node: TSESTree.Node;
  /** The object to add the secret to; null when there is none. */
  owner?: TSESTree.ObjectExpression | null;
  /** The keys that are missing in it. */
  missing?: readonly string[];
  /** How the library calls its secret; a list when that is a plural. */
  option?: string;
}

interface SignOffer {
  messageId: 'sign';
  fix: TSESLint.ReportFixFunction;
}

/** The edit that has a cookie signed; none where there is no plain place for it. */
export function signOffer(place: UnsignedPlace, sourceCode: TSESLint.SourceCode, filename: string): SignOffer[] {
  const fix = editOf(place, sourceCode, filename);
  return fix ? [{ messageId: 'sign', fix }] : [];
}

function editOf(
  place: UnsignedPlace,
  sourceCode: TSESLint.SourceCode,
  filename: string,
): TSESLint.ReportFixFunction | null {
  const { cause, node, owner, missing = [], option = '' } = place;
  if (sourceCode.getCommentsInside(node).length > 0 && cause !== 'noOptions') return null;
  switch (cause) {
    case 'signedOff':
      return node.type === 'Literal' ? (fixer) => fixer.replaceText(node, 'true') : null;
    case 'noOptions': {
      const call = node.parent;
      if (call?.type !== 'CallExpression' || call.arguments.length === 0) return null;
      return (fixer) => addArgument(fixer, call, '{ signed: true }', sourceCode);
    }
    default: {
      const secret = readOfEnvironment('SESSION_SECRET', filename);
      const value = option.endsWith('s') ? `[${secret}]` : secret;
      if (owner && missing.length > 0) return (fixer) => addProperty(fixer, owner, missing, value, sourceCode);
      return /^(?:ArrayExpression|Identifier|Literal)$/.test(node.type) && node.parent?.type === 'Property'
        ? (fixer) => fixer.replaceText(node, value)
        : null;
    }
  }
}
