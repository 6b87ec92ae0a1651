import type { TSESTree } from '@typescript-eslint/utils';
import type { FileContext } from './file-context';
import type { Origin } from './origin';

/** Where a type name comes from; `a.B` goes one step further than `a`. */
export function originOfType(name: TSESTree.EntityName, file: FileContext): Origin | null {
  if (name.type !== 'TSQualifiedName') return file.originOf(name);
  const from = originOfType(name.left, file);
  return from && { module: from.module, path: [...from.path, name.right.name] };
}
