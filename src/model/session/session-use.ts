import type { TSESTree } from '@typescript-eslint/utils';
import type { SessionObject } from './session-object';

/** How the program text reaches a key of a session. */
export type Access =
  /** `session.user.token`; the chain's members, the innermost first, one per key. */
  | { form: 'member'; members: readonly TSESTree.MemberExpression[] }
  /** `session.set('token', …)`. */
  | { form: 'method'; call: TSESTree.CallExpression; key: TSESTree.Node }
  /** `'token' in session`. */
  | { form: 'key'; key: TSESTree.Node }
  /** `session.oidc = { token: … }`, `Object.assign(session, { token: … })`. */
  | { form: 'literal'; property: TSESTree.Property }
  /** `const { token } = session`. */
  | { form: 'pattern'; property: TSESTree.Property };

/** One place where a key of a session is written or cleared, or where a secret one is read or tested for presence. */
export interface SessionUse {
  kind: 'write' | 'read' | 'test' | 'clear';
  session: SessionObject;
  /** From the session down: `['user', 'token']`. */
  keys: readonly string[];
  access: Access;
  /** Where to report: the member, the key in a literal, the key argument. */
  node: TSESTree.Node;
  /** The value of a write. */
  value?: TSESTree.Node;
  /** The assignment, call or `delete` the use is made by; undefined where there is nothing to edit as a whole. */
  whole?: TSESTree.Node;
  /** True when it is written elsewhere than where it reaches the session, so that others may use it too. */
  isWrittenElsewhere?: boolean;
}
