import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { valueBehind } from '../../ast/definition';
import { outermost } from '../../ast/unwrap';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import type { Secret, SecretKey } from '../secret/secrecy';
import { secretKeyIn, secretOf } from '../secret/secrecy';
import { isClientVisible } from './session-object';
import type { SessionUse } from './session-use';
import { sessionUsesIn } from './session-uses';
import { isVaultCall } from '../secret/vault';

/** A use of a session key that holds a secret by its name. */
export interface SecretUse {
  use: SessionUse;
  key: SecretKey;
  /** True when it may well be about something that was never in the vault. */
  isDoubtful?: boolean;
}

/** A write of a secret, and why it is one. */
export interface SecretWrite {
  use: SessionUse;
  secret: Secret;
}

/** Every write of a secret to a session, each problem once. */
export const secretWritesIn = oncePerFile((file: FileContext): readonly SecretWrite[] => {
  const writes: SecretWrite[] = [];
  let reportedUntil = 0;
  for (const use of sessionUsesIn(file)) {
    // An object that is a secret as a whole has been reported; its keys are the same problem.
    if (use.kind !== 'write' || !use.value || use.node.range[0] < reportedUntil) continue;
    const secret = secretOf(use.keys, use.value, file);
    if (!secret || isDecidedAbove(use, secret)) continue;
    reportedUntil = use.value.range[1];
    writes.push({ use, secret });
  }
  return writes;
});

/** A key of an object that is, or is not, a secret as a whole. */
function isDecidedAbove({ access, keys }: SessionUse, secret: Secret): boolean {
  return access.form === 'literal' && secret.by === 'name' && secret.key.index < keys.length - 1;
}

/** The way from the session to a secret, the same for all its uses. */
export const secretPath = ({ use, key }: SecretUse): string => use.keys.slice(0, key.index + 1).join('.');

/** What this file writes under the name of a secret: a secret, something else, or both; a part of it, or the whole. */
interface Written {
  isSecret: boolean;
  isOther: boolean;
  isWhole: boolean;
}

const writtenIn = oncePerFile((file: FileContext): ReadonlyMap<string, Written> => {
  const written = new Map<string, Written>();
  for (const use of sessionUsesIn(file)) {
    const key = use.kind === 'write' && use.value ? secretKeyIn(use.keys, file) : null;
    // What a literal has below a secret is a part of its value, a number or not.
    if (!key || !use.value || (use.access.form === 'literal' && key.index < use.keys.length - 1)) continue;
    const path = secretPath({ use, key });
    const entry = written.get(path) ?? { isSecret: false, isOther: false, isWhole: false };
    entry[secretOf(use.keys, use.value, file) ? 'isSecret' : 'isOther'] = true;
    entry.isWhole ||= key.index === use.keys.length - 1;
    written.set(path, entry);
  }
  return written;
});

/**
 * Writes of something that is no secret to a key whose name settles that it holds one: a flag, an encrypted value.
 * Other files can only go by the name.
 */
export const misnamedWritesIn = oncePerFile((file: FileContext): readonly SecretUse[] =>
  sessionUsesIn(file).flatMap((use) => {
    if (use.kind !== 'write' || !use.value || isClientVisible(use.session)) return [];
    const key = secretKeyIn(use.keys, file);
    const isWhole = key?.index === use.keys.length - 1;
    return key?.isCertain && isWhole && !secretOf(use.keys, use.value, file) ? [{ use, key }] : [];
  }),
);

/** Secrets to which this file writes something that is none as well: a flag, an encrypted value. */
export const otherWritesIn = oncePerFile((file: FileContext): readonly string[] =>
  [...writtenIn(file)].flatMap(([path, { isOther }]) => (isOther ? [path] : [])),
);

/**
 * Every use of a secret under its name, writes included. A name that settles it counts in every file; a weaker one only
 * where this file writes a secret to it. A key this file writes nothing secret to is left alone.
 */
export const secretUsesIn = oncePerFile((file: FileContext): readonly SecretUse[] => {
  const others = sessionUsesIn(file).flatMap((use) => {
    const key = use.kind === 'write' || isClientVisible(use.session) ? null : secretKeyIn(use.keys, file);
    if (!key || isOpened(use, file) || isPartOfPattern(use, key)) return [];
    const written = writtenIn(file).get(secretPath({ use, key }));
    const isUnexplained = !written && use.kind === 'clear' && use.keys.length > 1;
    const isDoubtful = comesWhole({ use, key }, file);
    if (isUnexplained && isDoubtful) return [];
    if (!(written?.isWhole ? written.isSecret : key.isCertain)) return [];
    return [{ use, key, isDoubtful: isDoubtful || (isUnexplained && isPassword(key)) }];
  });
  const writes = secretWritesIn(file).flatMap(({ use, secret }) =>
    secret.by === 'name' ? [{ use, key: secret.key, isDoubtful: comesWhole({ use, key: secret.key }, file) }] : [],
  );
  return [...writes, ...others].sort((a, b) => a.use.node.range[0] - b.use.node.range[0]);
});

/** `const { password } = session.credentials`: the secret is read where `credentials` stands. */
const isPartOfPattern = ({ access, keys }: SessionUse, { index }: SecretKey): boolean =>
  access.form === 'pattern' && index < keys.length - 1;

/**
 * `session.user = user; delete session.user.password`: what came with an object of elsewhere was never in the vault.
 */
function comesWhole(secret: SecretUse, file: FileContext): boolean {
  // What lies below the secret is part of it, and was given to the vault with it.
  if (secret.key.index < 1) return false;
  const path = secretPath(secret);
  return sessionUsesIn(file).some(
    ({ value, keys: above }) =>
      value &&
      value !== secret.use.value &&
      path.startsWith(`${above.join('.')}.`) &&
      isOfElsewhere(valueBehind(value, file.sourceCode)),
  );
}

/** An object that shows all it has is not: `{ name }`, and not `{ ...user }`. */
const isOfElsewhere = (value: TSESTree.Node): boolean =>
  value.type !== 'ObjectExpression' || value.properties.some(({ type }) => type === 'SpreadElement');

/** What is taken away from a user before it goes into the session; tokens hardly ever are. */
const isPassword = ({ name, verdict }: SecretKey): boolean =>
  verdict.class === 'credential-hash' || /pass|pwd/i.test(name);

const opening = /^(?:decrypt|unseal|decipher|unmask|reveal)/i;

/** `decrypt(session.apiKey)`, `vault.read(session.apiKey)`: what is kept there is no secret by itself. */
function isOpened({ kind, access }: SessionUse, file: FileContext): boolean {
  const node = access.form === 'member' ? access.members.at(-1) : access.form === 'method' ? access.call : undefined;
  const value = kind === 'read' && node ? outermost(node) : undefined;
  const call = value?.parent;
  if (call?.type !== 'CallExpression') return false;
  // The second argument of `rotate` is the value itself.
  return (
    opening.test(calledName(call)) ||
    (call.arguments[0] === value && isVaultCall(call, ['read', 'rotate', 'revoke'], file))
  );
}
