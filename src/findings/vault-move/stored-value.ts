import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { definitionOf, valueBehind, variableOf } from '../../ast/definition';
import { objectMethod } from '../../ast/object-method';
import { isTargetOfChange } from '../../ast/mutation';
import { outermost, unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import type { SessionUse } from '../../model/session/session-use';

/** Is what is written here another thing when it comes back from the vault, which keeps a copy of it as JSON? */
export function isLostInVault({ value, keys }: SessionUse, file: FileContext): boolean {
  return (
    value !== undefined &&
    (isNoJson(value, file, 0) || namesIn(value).some((name) => isChangedLater(name, value, keys, file)))
  );
}

/** Calls that give bytes, or an object that is more than its data. */
const giving = /^(?:alloc\w*|randomBytes|scryptSync|pbkdf2Sync|hkdfSync|createSecretKey|createPrivateKey)$/;

/** `new Date()`, `Buffer.from(text)`, `10n`: read again in the same request, they were themselves. */
function isNoJson(value: TSESTree.Node, file: FileContext, depth: number): boolean {
  const node = valueBehind(value, file.sourceCode);
  if (depth > 8) return false;
  const below = (...nodes: (TSESTree.Node | null)[]): boolean =>
    nodes.some((one) => one !== null && isNoJson(one, file, depth + 1));
  switch (node.type) {
    case 'NewExpression':
      return !/^(?:String|Object|Array)$/.test(calledName(node));
    case 'Literal':
      return 'bigint' in node || 'regex' in node;
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return true;
    case 'CallExpression':
      return isBytes(node);
    case 'ObjectExpression':
      return below(...node.properties.map((one) => (one.type === 'Property' ? one.value : one.argument)));
    case 'ArrayExpression':
      return below(...node.elements);
    case 'ConditionalExpression':
      return below(node.consequent, node.alternate);
    case 'LogicalExpression':
      return below(node.left, node.right);
    default:
      return false;
  }
}

function isBytes(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  if (object?.type === 'Identifier' && object.name === 'Buffer')
    return /^(?:from|concat|alloc\w*)$/.test(calledName(call));
  return giving.test(calledName(call)) || (calledName(call) === 'digest' && call.arguments.length === 0);
}

/** The names whose objects a value holds, itself or below a literal. */
function namesIn(value: TSESTree.Node): TSESTree.Identifier[] {
  const node = unwrap(value);
  switch (node.type) {
    case 'Identifier':
      return [node];
    case 'ObjectExpression':
      return node.properties.flatMap((one) => (one.type === 'Property' ? namesIn(one.value) : []));
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one ? namesIn(one) : []));
    default:
      return [];
  }
}

/** Names of secrets that are objects: `tokenSet`, `credentials`, `apiKeys`. */
const ofObjects = /(?:s|set|list|map|response|grant|bundle|pair)$/i;

/** `credentials.login = …`, `decorate(tokenSet)` below the write: the session saw it, the vault has what was before. */
function isChangedLater(
  name: TSESTree.Identifier,
  value: TSESTree.Node,
  keys: readonly string[],
  file: FileContext,
): boolean {
  const variable = variableOf(name, file.sourceCode);
  const isObject = ofObjects.test(keys.at(-1) ?? '') || isLiteral(name, file);
  return (variable?.references ?? []).some(({ identifier }) => {
    const node = identifier as TSESTree.Node;
    if (node.range[0] <= value.range[1]) return isTargetOfChange(outermost(node)) && isInLoopWith(node, value);
    return isTargetOfChange(outermost(node)) || (isObject && isHandedOn(outermost(node)));
  });
}

function isLiteral(name: TSESTree.Identifier, file: FileContext): boolean {
  const definition = definitionOf(variableOf(name, file.sourceCode));
  return (
    definition?.type === 'value' &&
    definition.path.length === 0 &&
    /^(?:Object|Array|New)Expression$/.test(unwrap(definition.init).type)
  );
}

/** `decorate(tokens)`, `Object.assign(tokens, more)`; not where it is sent, logged or written down. */
function isHandedOn(node: TSESTree.Node): boolean {
  const call = node.parent;
  if (call?.type !== 'CallExpression' || call.callee === node) return false;
  const method = objectMethod(call);
  if (method !== undefined) return method === 'assign' && call.arguments[0] === node;
  return !/^(?:json|send|log|info|debug|warn|error|stringify|Boolean|String|isArray|push|store|rotate)$/.test(
    calledName(call),
  );
}

function isInLoopWith(node: TSESTree.Node, value: TSESTree.Node): boolean {
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    const isLoop = /^(?:For\w*|While|DoWhile)Statement$/.test(current.type);
    if (isLoop && current.range[0] < value.range[0] && value.range[1] < current.range[1]) return true;
  }
  return false;
}
