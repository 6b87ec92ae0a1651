import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import { keyOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import { secretKeyIn } from '../secret/secrecy';
import { readByMethod } from './method-use';
import type { SessionObject } from './session-object';
import { sessionAbove } from './session-pattern';
import { sessionObjectOf } from './resolve-session';
import { dataNameOf } from './session-object';

/** An object of a session, and the keys that lead to it. */
export interface Part {
  session: SessionObject;
  keys: readonly string[];
}

const partsIn = oncePerFile((_file: FileContext) => new Map<TSESLint.Scope.Variable, Part | null>());

/**
 * `const { user } = req.session; user.token`: an object of the session under a name of its own, wherever that stands.
 */
export function partOf(node: TSESTree.Node, file: FileContext): Part | null {
  const variable = node.type === 'Identifier' ? variableOf(node, file.sourceCode) : null;
  if (!variable) return null;
  const parts = partsIn(file);
  let part = parts.get(variable);
  if (part === undefined) parts.set(variable, (part = partDefinedBy(variable, file)));
  return part;
}

function partDefinedBy(variable: TSESLint.Scope.Variable, file: FileContext): Part | null {
  const definition = definitionOf(variable);
  const above =
    definition && 'path' in definition && definition.path.length > 1
      ? sessionAbove(variable.defs[0]?.name as TSESTree.Identifier, file)
      : null;
  if (above) return partBelow(above.session, above.keys, file);
  if (definition?.type !== 'value' || definition.isRest) return null;
  const keys = [...definition.path];
  let from = unwrap(definition.init);
  for (let session = sessionObjectOf(from, file); ; session = sessionObjectOf(from, file)) {
    if (session) return partBelow(session, keys, file);
    const read = readByMethod(from, file);
    if (read)
      return secretKeyIn([read.key, ...keys], file) ? null : { session: read.session, keys: [read.key, ...keys] };
    const key = from.type === 'MemberExpression' ? keyOf(from, file) : undefined;
    if (from.type !== 'MemberExpression' || key === undefined) return null;
    keys.unshift(key);
    from = unwrap(from.object);
  }
}

/** A secret under a name of its own was reported where it was taken out. */
function partBelow(session: SessionObject, keys: readonly string[], file: FileContext): Part | null {
  const data = dataNameOf(session);
  if (data !== undefined)
    return keys[0] === data ? { session: { ...session, isData: true }, keys: keys.slice(1) } : null;
  return (keys.length > 0 || session.isData) && !secretKeyIn(keys, file) ? { session, keys } : null;
}
