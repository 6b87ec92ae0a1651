import { isRecordName } from '../../secrets/names/identity-names';
import { functionAround } from '../../ast/functions';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import type { SecretKey } from '../../model/secret/secrecy';
import type { SecretUse } from '../../model/session/secret-use';
import { otherWritesIn, secretPath, secretUsesIn } from '../../model/session/secret-use';
import type { Vault } from '../../model/secret/vault';
import { vaultOf } from '../../model/secret/vault';
import { isAwaited } from './awaited-function';
import { isDisabled } from './disable-comment';
import { isEnumerated, isFilledObject } from './enumerated-secret';
import { isOpaque } from './opaque-session';
import { isMethodLost } from './lost-method';
import { isBehindAnswer, isCalledBesideOthers } from './order-of-writes';
import { isMeanwhile } from './side-by-side';
import { isLostInVault } from './stored-value';
import { isReferenceTaken } from './taken-reference';
import type { Move } from './vault-move';
import { moveOf, placeNodeOf } from './vault-move';

/** The rules whose fixes move a use each. */
const moving = ['no-secret-in-session', 'prefer-vault-read'];

/** Secrets of a file of which some use has to be moved by a person, so that none is moved without one. */
const heldBackIn = oncePerFile((file: FileContext): ReadonlySet<string> => {
  const vault = vaultOf(file);
  const uses = secretUsesIn(file);
  const held = new Set(otherWritesIn(file));
  const enumerated = new Set(uses.filter(({ use }) => isEnumerated(use, file)).map(secretPath));
  const looked = new Set<string>();
  for (const secret of uses) {
    const path = secretPath(secret);
    if (!vault || (!looked.has(path) && (isOpaque(path, file) || isReferenceTaken(secret.key.name, vault, file))))
      held.add(path);
    looked.add(path);
    if (!vault || held.has(path)) continue;
    const isUnsure = enumerated.has(path) && secret.use.kind === 'write' && !isFilledObject(secret.use);
    if (isUnsure || secret.isDoubtful || isDisabled(secret.use.node, moving, file) || !isSafeUse(secret, vault, file))
      held.add(path);
  }
  return held;
});

/** Can one use be moved where it stands, and be as good as before? */
function isSafeUse({ use, key }: SecretUse, vault: Vault, file: FileContext): boolean {
  const move = moveOf(use, key.index, vault, file);
  if (!move || (move.place && move.place.state !== 'legal')) return false;
  if (move.kind === 'store' ? isLostInVault(use, file) : isMethodLost(use, key.index, file)) return false;
  const node = move.place && placeNodeOf(move);
  if (!node) return true;
  const fn = functionAround(node);
  const isWrite = move.kind === 'store' || move.kind === 'revoke';
  if (!isAwaited(fn, file) || isMeanwhile(node, file) || isCalledBesideOthers(fn, isWrite, file)) return false;
  return !isWrite || !isBehindAnswer(node);
}

/**
 * May a use be moved without being looked at? Only under a name that settles it for every file, and only with every
 * other use of the same secret in this one: half a move is a program that does not find what it wrote.
 */
function isSafeMove(secret: SecretUse, file: FileContext): boolean {
  return secret.key.isCertain && !isHeldBack(secretPath(secret), file) && !isInRecord(secret.use.keys, secret.key);
}

/**
 * Does a secret stay where it is until a person has moved some use of it in this file?
 * @param path from the session to the secret: `user.token`
 */
export const isHeldBack = (path: string, file: FileContext): boolean => heldBackIn(file).has(path);

/**
 * Does a secret lie in an object that is mostly written as a whole: `user.token`? Another file may put it there where
 * no write names it, so that nothing of it may be moved unseen, in any file.
 */
export const isInRecord = (keys: readonly string[], { index }: SecretKey): boolean =>
  keys.slice(0, index).some(isRecordName);

/** Everything that a fix does with a file. */
interface Plan {
  /** All moves, in the order of the text; keys of one pattern are one of them. */
  moves: readonly Move[];
  /** The uses whose reports carry them: of each secret the first that either rule reports. */
  carriers: ReadonlySet<SecretUse['use']>;
  /** The uses that they move. */
  moved: ReadonlySet<SecretUse['use']>;
}

/** What the two rules move together, whichever of them is on. */
export const planOf = oncePerFile((file: FileContext): Plan => {
  const vault = vaultOf(file);
  const safe = vault?.isKnown ? secretUsesIn(file).filter((secret) => isSafeMove(secret, file)) : [];
  const carried = new Set<string>();
  const carriers = new Set<SecretUse['use']>();
  const moves = new Map<unknown, Move>();
  for (const secret of safe) {
    const { use, key } = secret;
    const name = `${use.kind === 'write' ? 'write' : 'use'} ${secretPath(secret)}`;
    if (!carried.has(name)) carriers.add(use);
    carried.add(name);
    const move = vault && moveOf(use, key.index, vault, file);
    if (!move) continue;
    const place = move.kind === 'split' ? move.declaration : use;
    const first = moves.get(place);
    const isMore = first?.kind === 'split' && move.kind === 'split';
    moves.set(place, isMore ? { ...first, properties: [...first.properties, ...move.properties] } : move);
  }
  return { moves: [...moves.values()], carriers, moved: new Set(safe.map(({ use }) => use)) };
});
