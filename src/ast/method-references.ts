import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { variablesNamed } from './definition';
import { staticName } from './static-name';
import { outermost } from './unwrap';

type Method = TSESTree.Property | TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

/**
 * Where a method is named by what holds it: `desk.leave` of `const desk = { leave() {…} }` and of
 * `const desk = new Desk()`, `Desk.leave` where it is static. With `.bind(desk)`, if that is written behind it.
 */
export function referencesOfMethod(method: Method, sourceCode: TSESLint.SourceCode): TSESTree.Node[] {
  const name = staticName(method as TSESTree.MethodDefinition);
  if (name === undefined) return [];
  return holdersOf(method, sourceCode).flatMap((holder) => {
    const member = outermost(holder).parent;
    if (member?.type !== 'MemberExpression' || member.object !== holder || staticName(member) !== name) return [];
    return [boundBy(member) ?? member];
  });
}

function holdersOf(method: Method, sourceCode: TSESLint.SourceCode): TSESTree.Node[] {
  if (method.type === 'Property') return usesOfConstant(method.parent, sourceCode);
  const { id } = method.parent.parent;
  const uses = id ? usesOf(id, sourceCode) : [];
  if (method.static) return uses;
  return uses.flatMap(({ parent }) =>
    parent?.type === 'NewExpression' ? [parent, ...usesOfConstant(parent, sourceCode)] : [],
  );
}

/** Where the constant is used that a value is the whole of. */
function usesOfConstant(value: TSESTree.Node, sourceCode: TSESLint.SourceCode): TSESTree.Node[] {
  const whole = outermost(value);
  const { parent } = whole;
  const isWhole = parent?.type === 'VariableDeclarator' && parent.init === whole && parent.parent.kind === 'const';
  return isWhole && parent.id.type === 'Identifier' ? usesOf(parent.id, sourceCode) : [];
}

/** Of a class, too, which has its name inside as well. */
const usesOf = (id: TSESTree.Identifier, sourceCode: TSESLint.SourceCode): TSESTree.Node[] =>
  variablesNamed(id.name, sourceCode)
    .filter(({ identifiers }) => identifiers.includes(id as never))
    .flatMap(({ references }) => references.map(({ identifier }) => identifier as TSESTree.Node))
    .filter((one) => one !== id);

function boundBy(member: TSESTree.MemberExpression): TSESTree.Node | null {
  const { parent } = member;
  const isBind = parent.type === 'MemberExpression' && parent.object === member && staticName(parent) === 'bind';
  return isBind && parent.parent.type === 'CallExpression' && parent.parent.callee === parent ? parent.parent : null;
}
