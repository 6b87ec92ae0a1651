import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import type { SessionUse } from '../../model/session/session-use';

/** Methods of all that JSON has: texts, numbers, lists, objects. Older Nodes do not have the last ones yet. */
const ofJson = new Set([
  ...[String, Number, Boolean, Array, Object].flatMap((type) => Object.getOwnPropertyNames(type.prototype)),
  ...['toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'findLastIndex', 'at', 'isWellFormed', 'toWellFormed'],
]);

/**
 * Is a method called of what is read that no copy from the vault has: `session.tokenSet.claims()`? It was an instance,
 * in the request that wrote it.
 * @param index which of the use's keys is the secret
 */
export function isMethodLost({ access, keys }: SessionUse, index: number, { sourceCode }: FileContext): boolean {
  switch (access.form) {
    case 'member': {
      const member = access.members[index - (keys.length - access.members.length)];
      return member !== undefined && callsForeign(member, sourceCode);
    }
    case 'method':
      return callsForeign(access.call, sourceCode);
    case 'pattern': {
      const { value } = access.property;
      return isForeignToName(value.type === 'AssignmentPattern' ? value.left : value, sourceCode);
    }
    default:
      return false;
  }
}

function callsForeign(start: TSESTree.Node, sourceCode: FileContext['sourceCode']): boolean {
  let node = outermost(start, true);
  while (node.parent?.type === 'LogicalExpression') node = outermost(node.parent, true);
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator' && parent.init === node) return isForeignToName(parent.id, sourceCode);
  return isForeignBelow(node);
}

/** `tokenSet.claims()`, `credentials.at.getTime()`: the first call says what was there. */
function isForeignBelow(start: TSESTree.Node): boolean {
  for (let node = start; ;) {
    const { parent } = node;
    if (parent?.type !== 'MemberExpression' || unwrap(parent.object) !== unwrap(node)) return false;
    const name = staticName(parent);
    if (name === undefined) return false;
    node = outermost(parent, true);
    const call = node.parent;
    if (call?.type === 'CallExpression' && unwrap(call.callee) === unwrap(node)) return !ofJson.has(name);
  }
}

function isForeignToName(name: TSESTree.Node, sourceCode: FileContext['sourceCode']): boolean {
  if (name.type !== 'Identifier') return false;
  const references = variableOf(name, sourceCode)?.references ?? [];
  return references.some(
    ({ identifier, init }) => !init && isForeignBelow(outermost(identifier as TSESTree.Node, true)),
  );
}
