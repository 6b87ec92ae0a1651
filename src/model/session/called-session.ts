import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { valueBehind, variableOf } from '../../ast/definition';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { SessionFact } from '../../libraries/types';
import type { FileContext } from '../file/file-context';
import { isWithin } from '../file/imports';
import { isChain } from '../file/member-chain';
import { isPath } from '../file/origin';
import type { SessionObject } from './session-object';
import { certain } from './session-object';
import { unimportedSetup } from '../setup/auto-imported-setup';

/**
 * The session that a call gives without a visible import: `getSession(request.headers.get('Cookie'))`,
 * `c.get('session')`.
 */
export function calledSession(node: TSESTree.Node, file: FileContext): SessionObject | null {
  const call = valueBehind(node, file.sourceCode);
  if (call.type !== 'CallExpression') return null;
  const name = calledName(call);
  const facts = file.libraries.sessionCalls.filter(({ fact }) => {
    if (!fact.unimported?.names.includes(name)) return false;
    if (fact.unimported.header !== undefined) return call.arguments.some((one) => readsHeader(one, fact));
    return call.callee.type === 'Identifier' && !variableOf(call.callee, file.sourceCode)?.defs.length;
  });
  return certain(facts) ?? bySetup(call, file) ?? byAccessor(call, name, file);
}

/** `useSession(event, { password })`, where Nuxt has done the import. */
function bySetup(call: TSESTree.CallExpression, file: FileContext): SessionObject | null {
  const setup = unimportedSetup(call, file);
  if (!setup) return null;
  const { library, fact } = setup;
  const made = [...fact.export, '()'];
  const facts = library.sessions?.filter(({ exports }) => exports?.some((path) => isPath(made, path))) ?? [];
  return certain(facts.map((one) => ({ library, fact: one })));
}

function byAccessor(call: TSESTree.CallExpression, name: string, file: FileContext): SessionObject | null {
  const candidates = file.libraries.sessionAccessors.get(name) ?? [];
  const [first, ...others] = call.arguments;
  const key = candidates.length > 0 && others.length === 0 ? staticString(first) : undefined;
  if (key === undefined) return null;
  const facts = candidates.filter(
    ({ fact, names, key: wanted }) =>
      wanted === key && (!fact.within || isWithin(fact.within, file)) && isChain(call.callee, names, file),
  );
  return facts.length > 0 ? { facts, isShared: true } : null;
}

/** `headers.get('Cookie')`, `request.headers.cookie`. */
function readsHeader(node: TSESTree.Node, fact: SessionFact): boolean {
  const value = unwrap(node);
  if (value.type === 'MemberExpression') return staticName(value)?.toLowerCase() === fact.unimported?.header;
  if (value.type !== 'CallExpression') return false;
  const callee = unwrap(value.callee);
  return (
    callee.type === 'MemberExpression' &&
    staticName(callee) === 'get' &&
    staticString(value.arguments[0])?.toLowerCase() === fact.unimported?.header
  );
}
