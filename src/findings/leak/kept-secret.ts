import type { TSESTree } from '@typescript-eslint/utils';
import { functionAround } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { outermost } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';
import { secretWritesIn } from '../../model/session/secret-use';
import type { SessionObject } from '../../model/session/session-object';
import { sessionUsesIn } from '../../model/session/session-uses';

/** An object of the session that a secret has been put into a few lines above. */
export interface KeptSecret {
  /** Where the object is read as a whole. */
  node: TSESTree.MemberExpression;
  session: SessionObject;
  /** The key of the secret in it. */
  name: string;
}

interface Holder {
  key: string;
  name: string;
  until: number;
}

/**
 * Objects of the session that are read as a whole behind the write of a secret in the same function:
 * `session.user = { email, password }; console.log(session.user)`. None where the object is written more than once:
 * what it holds then, nobody knows.
 * @param object the session
 */
export function keptSecretAt(object: TSESTree.Node, file: FileContext): KeptSecret | null {
  const owner = outermost(object, true);
  const node = owner.parent;
  if (node?.type !== 'MemberExpression' || node.object !== owner) return null;
  const key = staticName(node);
  const holder = holdersIn(file)
    .get(functionAround(node))
    ?.find((one) => one.key === key && one.until < node.range[0]);
  const whole = outermost(node, true);
  if (!holder || (whole.parent?.type === 'MemberExpression' && whole.parent.object === whole)) return null;
  const session = sessionObjectOf(object, file);
  return session && { node, session, name: holder.name };
}

const holdersIn = oncePerFile((file: FileContext) => {
  const found = new Map<TSESTree.Node | null, Holder[]>();
  for (const { use } of secretWritesIn(file)) {
    const [key = '', name, ...rest] = use.keys;
    if (name === undefined || rest.length > 0 || use.access.form !== 'literal') continue;
    const around = functionAround(use.node);
    const isWritten = sessionUsesIn(file).filter(
      ({ kind, keys, node }) =>
        (kind === 'write' || kind === 'clear') &&
        keys[0] === key &&
        functionAround(node) === around &&
        node !== use.node,
    );
    // Its own assignment, and the other keys of its literal.
    const others = isWritten.filter(({ keys, access }) => keys.length !== 1 && access.form !== 'literal');
    if (others.length > 0 || isWritten.filter(({ keys }) => keys.length === 1).length > 1) continue;
    found.set(around, [...(found.get(around) ?? []), { key, name, until: use.value?.range[1] ?? use.node.range[1] }]);
  }
  return found;
});
