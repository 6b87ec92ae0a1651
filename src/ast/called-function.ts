import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { fieldOf } from './class-field';
import { functionNamed, valueBehind, variableOf } from './definition';
import type { FunctionNode } from './functions';
import { isFunction } from './functions';
import { staticName } from './static-name';
import { unwrap } from './unwrap';

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The function of this file that a call calls: by its name, as a method of `this` or of an object of this file. */
export function calledFunction(call: TSESTree.CallExpression, sourceCode: TSESLint.SourceCode): FunctionNode | null {
  const callee = unwrap(call.callee);
  if (isFunction(callee)) return callee;
  if (callee.type === 'Identifier') return functionNamed(callee, sourceCode);
  if (callee.type !== 'MemberExpression') return null;
  const object = unwrap(callee.object);
  if (object.type === 'ThisExpression') {
    const value = fieldOf(callee, sourceCode)?.value;
    return isFunction(value) ? value : null;
  }
  return methodOf(object, staticName(callee), sourceCode);
}

/** The method of an object literal or a class of this file. */
export function methodOf(
  object: TSESTree.Node,
  name: string | undefined,
  sourceCode: TSESLint.SourceCode,
): FunctionNode | null {
  const value = valueBehind(object, sourceCode);
  if (value.type === 'ObjectExpression') {
    const property = value.properties.find((one) => one.type === 'Property' && staticName(one) === name);
    return property?.type === 'Property' && isFunction(property.value) ? property.value : null;
  }
  const made = value.type === 'NewExpression' ? unwrap(value.callee) : value;
  return memberOf(classNamed(made, sourceCode), name);
}

/** The class of this file that a name stands for. */
export function classNamed(name: TSESTree.Node, sourceCode: TSESLint.SourceCode): ClassNode | null {
  const definitions = name.type === 'Identifier' ? variableOf(name, sourceCode)?.defs : undefined;
  const node = definitions?.length === 1 ? (definitions[0]?.node as TSESTree.Node) : undefined;
  return node?.type === 'ClassDeclaration' ? node : null;
}

/**
 * A method of a class, its constructor included.
 * @param isStatic of the class itself, or of its instances; either if not said
 */
export function memberOf(made: ClassNode | null, name: string | undefined, isStatic?: boolean): FunctionNode | null {
  const member = made?.body.body.find(
    (one) =>
      (one.type === 'MethodDefinition' || one.type === 'PropertyDefinition') &&
      staticName(one as TSESTree.MethodDefinition) === name &&
      (isStatic === undefined || one.static === isStatic),
  );
  const fn = member && 'value' in member ? member.value : null;
  return isFunction(fn) ? fn : null;
}
