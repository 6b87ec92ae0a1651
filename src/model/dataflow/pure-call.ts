import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { objectMethod } from '../../ast/object-method';
import type { FileContext } from '../file/file-context';
import type { KnownLibraries } from '../facts/known-libraries';
import { oncePerFacts } from '../facts/once-per-facts';

/** Methods of `Object` that read what they are given; of `assign`, the sources. */
const objectReaders = /^(?:assign|keys|values|entries|freeze|seal|isFrozen|hasOwn)$/;

/** Functions that read what they are given: conversions, and loggers such as `console.log`, `logger.info`, `debug`. */
const readers =
  /^(?:stringify|structuredClone|Boolean|String|Number|isArray|inspect|assert|log|info|debug|warn|error|trace|dir)$/;

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Does a call leave what it is given as it is? Loggers and conversions do; of what we do not know we say no. */
export function isReadOnlyCall(call: Call): boolean {
  return readers.test(calledName(call)) || objectReaders.test(objectMethod(call) ?? '');
}

/** Is it a call that sets a session up, or writes a cookie? */
export function isLibraryCall(call: Call, file: FileContext): boolean {
  return (
    writersIn(file.libraries).has(calledName(call)) ||
    [call.callee, ...call.arguments].some((node) => {
      const origin = file.originOf(node);
      return origin !== null && file.librariesOf(origin).length > 0;
    })
  );
}

/** Names of the methods and functions that set up sessions and write cookies, by the facts. */
const writersIn = oncePerFacts((libraries: KnownLibraries): ReadonlySet<string> => {
  const names = new Set<string>(['clearCookie', 'deleteCookie']);
  for (const { setups = [], cookieWrites = [] } of libraries.all) {
    for (const setup of setups) if (setup.form === 'call') setup.unimported?.names.forEach((name) => names.add(name));
    for (const { members = [] } of cookieWrites) {
      for (const member of members) names.add(member.slice(member.lastIndexOf('.') + 1));
    }
  }
  return names;
});
