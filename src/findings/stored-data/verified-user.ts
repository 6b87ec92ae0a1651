import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { returnedBy } from '../../ast/functions';
import { leavesAt } from '../../ast/leaves';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { functionCalledBy } from '../../model/dataflow/imported-function';
import { queryIn } from '../../model/dataflow/values';
import { splitWords } from '../../secrets/names/names';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { secretKeyIn } from '../../model/secret/secrecy';

/** The callback of a strategy, by its usual names, where it is told that there is no error. */
const callbacks = /\b(?:done|cb|callback|verified)\(null,/g;

/** Words of a member that holds what was picked from a user. */
const picked = /^(?:session|public|safe|sanitized|profile|claims|payload)$/;

/**
 * Do the strategies of this file hand on users without their credentials: `done(null, { id: user.id })`,
 * `done(null, user.publicProfile)`? What serializers pass on is what they were given by these.
 */
export const arePickedHere = oncePerFile((file: FileContext): boolean => {
  const offsets = Array.from(file.sourceCode.text.matchAll(callbacks), ({ index }) => index);
  const given = leavesAt(offsets, file.sourceCode).flatMap((name): TSESTree.Node[] => {
    const call = name.parent;
    if (call?.type !== 'CallExpression' || call.callee !== name || call.arguments.length !== 2 || isInSerializer(call))
      return [];
    const [, user] = call.arguments;
    const value = user && unwrap(user);
    return !value || value.type === 'Literal' ? [] : [value];
  });
  return given.length > 0 && given.every((value) => isPicked(value, file));
});

/** `passport.serializeUser(…)`, `deserializeUser(…) {…}`: what is handed on there is no new user. */
function isInSerializer(call: TSESTree.Node): boolean {
  for (let node = call.parent; node; node = node.parent) {
    if (node.type === 'CallExpression' && /serialize/i.test(calledName(node))) return true;
    if (node.type === 'MethodDefinition' && /serialize/i.test(staticName(node) ?? '')) return true;
  }
  return false;
}

/** @param isReturned is it what a function gives that picks? */
function isPicked(value: TSESTree.Node, file: FileContext, isReturned = false): boolean {
  // What the provider says of a person has no credential in it.
  if (value.type === 'Identifier') return splitWords(value.name).at(-1) === 'profile';
  if (value.type === 'MemberExpression') return splitWords(staticName(value) ?? '').some((word) => picked.test(word));
  if (value.type === 'CallExpression' && !isReturned) {
    const picker = functionCalledBy(value, queryIn(file));
    const given = picker ? returnedBy(picker).map(unwrap) : [];
    return given.length > 0 && given.every((one) => one.type === 'ObjectExpression' && isPicked(one, file, true));
  }
  if (value.type !== 'ObjectExpression') return false;
  return value.properties.every(
    (one) => one.type === 'Property' && secretKeyIn([staticName(one) ?? ''], file) === null,
  );
}
