import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import { keyOf, constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import type { SessionObject } from './session-object';
import { sessionObjectOf } from './resolve-session';
import { callsOf, mayCallVault, vaultOf } from '../secret/vault';

/** A secret that is read from the vault by the reference that a session has of it. */
interface VaultRead {
  call: TSESTree.CallExpression;
  session: SessionObject;
  /** Of the secret: `apiKey` where the reference is `apiKeyRef`. */
  name: string;
}

/** Every secret of a session that a file reads from the vault. */
export const vaultReadsIn = oncePerFile((file: FileContext): readonly VaultRead[] => {
  const vault = mayCallVault(['read'], file) ? vaultOf(file) : null;
  if (!vault) return [];
  return callsOf([vault.read], vault, file).flatMap((call) => {
    const [reference] = call.arguments;
    const held = reference && heldAt(valueBehind(reference, file.sourceCode), file);
    return held ? [{ call, session: held.session, name: secretName(held.key, vault.suffix) }] : [];
  });
});

/** `session.auth.tokenRef`, `session.get('tokenRef')`: the session, and the key below it. */
function heldAt(reference: TSESTree.Node, file: FileContext): { session: SessionObject; key: string } | null {
  const node = unwrap(reference);
  const isCall = node.type === 'CallExpression';
  const member = isCall ? unwrap(node.callee) : node;
  if (member.type !== 'MemberExpression') return null;
  const key = isCall ? node.arguments[0] && constantOf(node.arguments[0], file)?.value : keyOf(member, file);
  if (typeof key !== 'string') return null;
  for (let object = unwrap(member.object); ; object = unwrap(object.object)) {
    const session = sessionObjectOf(object, file);
    if (session) return { session, key };
    if (object.type !== 'MemberExpression') return null;
  }
}

/** The reverse of `referenceKey`, for a message: what stands before the suffix. */
function secretName(reference: string, suffix: string): string {
  const isNamed = reference.length > suffix.length && reference.toLowerCase().endsWith(suffix.toLowerCase());
  return isNamed ? reference.slice(0, -suffix.length).replace(/[-_.]$/, '') : reference;
}
