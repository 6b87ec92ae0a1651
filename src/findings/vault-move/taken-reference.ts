import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind } from '../../ast/definition';
import { isCleared, isPresenceTest } from '../../ast/presence-test';
import { referenceKey } from '../../ast/reference-key';
import { outermost, unwrap } from '../../ast/unwrap';
import { keyOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import type { Vault } from '../../model/secret/vault';
import { isVaultCall } from '../../model/secret/vault';
import { sessionUsesIn } from '../../model/session/session-uses';
import { sessionObjectOf } from '../../model/session/resolve-session';

/** Keys of sessions that hold something the vault did not give: `session.accessTokenRef = document.id`. */
const otherKeysIn = oncePerFile((file: FileContext): ReadonlySet<string> => {
  const written = sessionUsesIn(file).flatMap(({ kind, keys, value }) =>
    kind === 'write' && value && !isReference(value, file) ? [keys.at(-1) ?? ''] : [],
  );
  const read = file.nodes.expressions.flatMap((node) => {
    if (!sessionObjectOf(node, file)) return [];
    const member = outermost(node, true).parent;
    if (member?.type !== 'MemberExpression' || unwrap(member.object) !== node) return [];
    return isUsedAsValue(member, file) ? [keyOf(member, file) ?? ''] : [];
  });
  return new Set([...written, ...read]);
});

/** Does the file keep something else where the reference of a secret would go? */
export function isReferenceTaken(key: string, vault: Vault, file: FileContext): boolean {
  const reference = referenceKey(key, vault.suffix);
  return file.sourceCode.text.includes(reference) && otherKeysIn(file).has(reference);
}

function isReference(value: TSESTree.Node, file: FileContext): boolean {
  const node = valueBehind(value, file.sourceCode);
  if (isCleared(node)) return true;
  if (node.type === 'CallExpression') return isVaultCall(node, ['store', 'rotate'], file);
  // A reference that is handed on from elsewhere says so: `ref`, `saved.accessTokenRef`.
  const name =
    node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? (keyOf(node, file) ?? '') : '';
  return /ref$|reference$/i.test(name);
}

/** Not given to the vault, tested, cleared or named: sent, say, as the number of a document. */
function isUsedAsValue(member: TSESTree.MemberExpression, file: FileContext): boolean {
  const node = outermost(member);
  const { parent } = node;
  if (!parent || isPresenceTest(member)) return false;
  if (parent.type === 'CallExpression')
    return parent.callee !== node && !isVaultCall(parent, ['read', 'rotate', 'revoke'], file);
  return /^(?:Property|TemplateLiteral|BinaryExpression|ReturnStatement)$/.test(parent.type);
}
