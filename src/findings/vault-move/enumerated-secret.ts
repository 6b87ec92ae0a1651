import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { objectMethod } from '../../ast/object-method';
import { outermost, unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import type { SessionUse } from '../../model/session/session-use';

/**
 * Are the keys of what a read gives asked for: `Object.keys(session.credentials)`, `{ ...session.credentials }`? A key
 * whose value is `undefined` is one of them in a session, until it is saved; the vault has none from the start.
 */
export function isEnumerated({ kind, access }: SessionUse, { sourceCode }: FileContext): boolean {
  const read = access.form === 'member' ? access.members.at(-1) : access.form === 'method' ? access.call : undefined;
  if (kind !== 'read' || !read) return false;
  const node = throughDefaults(read);
  if (asksForKeys(node)) return true;
  const name = node.parent?.type === 'VariableDeclarator' && node.parent.init === node ? node.parent.id : undefined;
  if (name?.type === 'ObjectPattern') return name.properties.some(({ type }) => type === 'RestElement');
  const references = name?.type === 'Identifier' ? (variableOf(name, sourceCode)?.references ?? []) : [];
  return references.some(({ identifier }) => asksForKeys(throughDefaults(identifier as TSESTree.Node)));
}

/** `session.credentials ?? {}`: what follows asks the one or the other. */
function throughDefaults(start: TSESTree.Node): TSESTree.Node {
  let node = outermost(start, true);
  while (node.parent?.type === 'LogicalExpression') node = outermost(node.parent, true);
  return node;
}

function asksForKeys(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'SpreadElement':
      return parent.parent.type === 'ObjectExpression';
    case 'ForInStatement':
      return parent.right === node;
    case 'BinaryExpression':
      return parent.operator === 'in' && parent.right === node;
    case 'CallExpression':
      return parent.callee !== node && objectMethod(parent) !== undefined;
    case 'MemberExpression': {
      const call = outermost(parent).parent;
      const isCalled = call?.type === 'CallExpression' && unwrap(call.callee) === parent;
      return isCalled && parent.property.type === 'Identifier' && parent.property.name === 'hasOwnProperty';
    }
    default:
      return false;
  }
}

/** Does a written value show that every key it has holds something? */
export function isFilledObject({ value }: SessionUse): boolean {
  const node = value && unwrap(value);
  if (node?.type !== 'ObjectExpression') return false;
  return node.properties.every((one) => one.type === 'Property' && isSomething(unwrap(one.value)));
}

function isSomething(node: TSESTree.Node): boolean {
  if (node.type === 'CallExpression')
    return node.callee.type === 'Identifier' && /^(?:String|Number|Boolean)$/.test(node.callee.name);
  return /^(?:Literal|TemplateLiteral|ObjectExpression|ArrayExpression)$/.test(node.type);
}
