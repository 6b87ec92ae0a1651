import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { leavesAt } from '../../ast/leaves';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
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

function isPicked(value: TSESTree.Node, file: FileContext): boolean {
  // What the provider says of a person has no credential in it.
  if (value.type === 'Identifier') return splitWords(value.name).at(-1) === 'profile';
  if (value.type === 'MemberExpression') return splitWords(staticName(value) ?? '').some((word) => picked.test(word));
  if (value.type !== 'ObjectExpression') return false;
  return value.properties.every(
    (one) => one.type === 'Property' && secretKeyIn([staticName(one) ?? ''], file) === null,
  );
}
