import type { TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import { keyOf } from './values';
import type { FileContext } from '../file/file-context';

/** Names that stand for the global object; what lies below them is global too. */
const globalObjects = new Set(['globalThis', 'global', 'window', 'self']);

/**
 * One name for one thing, however the file came by it: `crypto.randomBytes` for a named import, a namespace, a
 * `require`, an alias, the global; `process.env.PORT` also for `const { PORT } = process.env`. Null for everything this
 * file makes or is handed, so that a local function called `randomBytes` has no such name.
 */
export function qualifiedNameOf(node: TSESTree.Node, file: FileContext): string | null {
  const origin = file.originOf(node);
  if (origin) return withoutGlobalObject([origin.module.replace(/^node:/, ''), ...origin.path]).join('.');
  const path = globalPath(node, file, 0);
  return path && withoutGlobalObject(path).join('.');
}

const withoutGlobalObject = (path: readonly string[]): readonly string[] =>
  globalObjects.has(path[0] ?? '') && path.length > 1 ? path.slice(1) : path;

function globalPath(expression: TSESTree.Node, file: FileContext, depth: number): readonly string[] | null {
  // A cycle of aliases (`a = b.c; b = a.d`) must end.
  if (depth > 12) return null;
  const node = unwrap(expression);
  switch (node.type) {
    case 'MetaProperty':
      return [node.meta.name, node.property.name];
    case 'MemberExpression': {
      const key = keyOf(node, file);
      const object = key === undefined ? null : globalPath(node.object, file, depth + 1);
      return object && [...object, key as string];
    }
    case 'Identifier': {
      const variable = variableOf(node, file.sourceCode);
      if (!variable || variable.defs.length === 0) return [node.name];
      const definition = definitionOf(variable);
      if (definition?.type !== 'value' || definition.isRest) return null;
      const from = globalPath(definition.init, file, depth + 1);
      return from && [...from, ...definition.path];
    }
    default:
      return null;
  }
}
