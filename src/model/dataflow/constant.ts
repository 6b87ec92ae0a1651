import type { TSESTree } from '@typescript-eslint/utils';
import { getStaticValue } from '@typescript-eslint/utils/ast-utils';
import { callersOf } from '../../ast/callers';
import { definitionOf, variableOf } from '../../ast/definition';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../file/file-context';
import type { Constant, Keyed, Query } from './query';

/** The string, number, boolean, null or undefined an expression is in every run. */
export function constantOf(node: TSESTree.Node, query: Query): Constant | null {
  if (node.type === 'Literal') return literal(node);
  return evaluate(node, query);
}

/** The key a member or property is reached by, computed keys that are constants included: `req.session[KEY]`. */
export function keyOf(node: Keyed, query: Query): string | undefined {
  const name = staticName(node);
  if (name !== undefined) return name;
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  const constant = constantOf(key, query);
  return typeof constant?.value === 'string' || typeof constant?.value === 'number'
    ? String(constant.value)
    : undefined;
}

function evaluate(expression: TSESTree.Node, query: Query): Constant | null {
  const { budget } = query;
  if (!budget.enter()) return null;
  const constant = valueOf(unwrap(expression), query);
  budget.leave();
  return constant;
}

function valueOf(node: TSESTree.Node, query: Query): Constant | null {
  const inner = (one: TSESTree.Node): Constant | null => evaluate(one, query);
  switch (node.type) {
    case 'Literal':
      return literal(node);
    case 'TemplateLiteral':
      return joined(node, inner);
    case 'UnaryExpression':
      return unary(node, inner);
    case 'BinaryExpression':
      return binary(node, inner);
    case 'LogicalExpression':
      return logical(node, inner);
    case 'Identifier':
      return globalNamed(node, query.file) ?? common(node, query);
    case 'ConditionalExpression': {
      const test = inner(node.test);
      return test ? inner(test.value ? node.consequent : node.alternate) : common(node, query);
    }
    case 'CallExpression':
      return common(node, query) ?? computed(node);
    case 'MemberExpression':
      return common(node, query) ?? enumMember(node, query);
    default:
      return null;
  }
}

export function literal({ value, raw }: TSESTree.Literal): Constant | null {
  if (value === null) return raw === 'null' ? { value } : null;
  return typeof value === 'bigint' || typeof value === 'object' ? null : { value };
}

/** What every source of the value agrees on. */
function common(node: TSESTree.Node, query: Query): Constant | null {
  if (comesFromElsewhere(node, query)) return null;
  const sources = query.possibleValuesOf(node);
  if (sources.some((source) => source.node === node)) return null;
  const [first, ...others] = sources.map((source) => evaluate(source.node, query.at(source.node)));
  return first && others.every((other) => other && other.value === first.value) ? first : null;
}

/**
 * Is it, or does it belong to, something that callers or other files hand in: `req.body.name`? Whatever else this file
 * writes to it, one source is out of sight. Asked first, because most of what a server does is with such values.
 */
function comesFromElsewhere(node: TSESTree.Node, query: Query): boolean {
  const { sourceCode, others } = query.file;
  let root = node;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  if (root.type !== 'Identifier') return false;
  const definition = definitionOf(variableOf(root, sourceCode));
  if (definition?.type !== 'parameter') return definition?.type === 'import' && !others;
  return query.entryTo(definition.fn) === null && callersOf(definition.fn, sourceCode).isOpen;
}

/** `Store.KEY` of `enum Store { KEY = 'apiKey' }`. */
function enumMember(node: TSESTree.MemberExpression, query: Query): Constant | null {
  const variable = node.object.type === 'Identifier' ? variableOf(node.object, query.file.sourceCode) : null;
  const declaration = variable?.defs.length === 1 ? (variable.defs[0]?.node as TSESTree.Node | undefined) : undefined;
  const name = staticName(node);
  if (declaration?.type !== 'TSEnumDeclaration' || name === undefined) return null;
  const member = declaration.body.members.find(
    ({ id }) => (id.type === 'Identifier' ? id.name : staticString(id)) === name,
  );
  return member?.initializer ? evaluate(member.initializer, query) : null;
}

/** `['a', 'b'].join('-')`: without a scope, so that nothing but the literals in the expression itself is believed. */
function computed(node: TSESTree.CallExpression): Constant | null {
  const result = getStaticValue(node as never);
  return result && (result.value === null || /^(?:string|number|boolean|undefined)$/.test(typeof result.value))
    ? { value: result.value as never }
    : null;
}

const globals = new Map<string, Constant>([
  ['undefined', { value: undefined }],
  ['NaN', { value: NaN }],
  ['Infinity', { value: Infinity }],
]);

function globalNamed(node: TSESTree.Identifier, file: FileContext): Constant | null {
  const constant = globals.get(node.name);
  return constant && !variableOf(node, file.sourceCode)?.defs.length ? constant : null;
}

function joined(node: TSESTree.TemplateLiteral, inner: (one: TSESTree.Node) => Constant | null): Constant | null {
  let text = '';
  for (const [index, quasi] of node.quasis.entries()) {
    const expression = node.expressions[index];
    const constant = expression ? inner(expression) : { value: '' };
    if (!constant || quasi.value.cooked === null) return null;
    text += `${quasi.value.cooked}${String(constant.value)}`;
  }
  return { value: text };
}

function unary(node: TSESTree.UnaryExpression, inner: (one: TSESTree.Node) => Constant | null): Constant | null {
  if (node.operator === 'void') return { value: undefined };
  const { type } = unwrap(node.argument);
  // Objects are always true; their other conversions are nobody's constant.
  if (node.operator === '!' && /^(?:Object|Array|Function|ArrowFunction|New|Class)Expression$/.test(type))
    return { value: false };
  const constant = inner(node.argument);
  if (!constant) return null;
  switch (node.operator) {
    case '!':
      return { value: !constant.value };
    case '-':
      return { value: -Number(constant.value) };
    case '+':
      return { value: Number(constant.value) };
    default:
      return null;
  }
}

function binary(node: TSESTree.BinaryExpression, inner: (one: TSESTree.Node) => Constant | null): Constant | null {
  if (node.operator === '+') return sum(node, inner);
  const left = inner(node.left);
  const right = left && inner(node.right);
  if (!left || !right) return null;
  const [a, b] = [left.value as number, right.value as number];
  switch (node.operator) {
    case '*':
      return { value: a * b };
    case '/':
      return { value: a / b };
    case '-':
      return { value: a - b };
    case '%':
      return { value: a % b };
    case '**':
      return { value: a ** b };
    case '===':
      return { value: a === b };
    case '!==':
      return { value: a !== b };
    case '==':
      // Between values of one type the two comparisons are the same; the rest is for nobody to rely on.
      return typeof a === typeof b ? { value: a === b } : null;
    case '!=':
      return typeof a === typeof b ? { value: a !== b } : null;
    default:
      return null;
  }
}

/** Long concatenations lean to the left: taken apart in a loop, they cannot be too deep. */
function sum(node: TSESTree.BinaryExpression, inner: (one: TSESTree.Node) => Constant | null): Constant | null {
  const operands: TSESTree.Node[] = [];
  let current: TSESTree.Node = node;
  for (; current.type === 'BinaryExpression' && current.operator === '+'; current = unwrap(current.left))
    operands.push(current.right);
  let total: Constant | null = inner(current);
  for (const operand of operands.reverse()) {
    const right: Constant | null = total && inner(operand);
    if (!total || !right) return null;
    total = { value: (total.value as string) + (right.value as string) };
  }
  return total;
}

function logical(node: TSESTree.LogicalExpression, inner: (one: TSESTree.Node) => Constant | null): Constant | null {
  const left = inner(node.left);
  if (!left) return null;
  const isDecided =
    node.operator === '&&'
      ? !left.value
      : node.operator === '||'
        ? Boolean(left.value)
        : left.value !== null && left.value !== undefined;
  return isDecided ? left : inner(node.right);
}
