import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from './static-name';
import { unwrap } from './unwrap';

/** The name of what is called or constructed: `bcrypt.hash(x)` gives `hash`; empty where it has none. */
export function calledName(call: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  return (callee.type === 'MemberExpression' && staticName(callee)) || '';
}
