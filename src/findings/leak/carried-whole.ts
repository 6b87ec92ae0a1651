import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { objectMethod } from '../../ast/object-method';
import { isAbsent } from '../../ast/presence-test';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { qualifiedNameOf } from '../../model/dataflow/qualified-name';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';

/** `{ ...session, token: undefined }`: somebody has thought about what leaves. */
export function isCleared(spread: TSESTree.SpreadElement): boolean {
  const { properties } = spread.parent as TSESTree.ObjectExpression;
  const behind = properties.slice(properties.indexOf(spread) + 1);
  return behind.some((one) => one.type === 'Property' && isAbsent(unwrap(one.value)));
}

export function isJoined(list: TSESTree.ArrayExpression): boolean {
  const member = outermost(list).parent;
  const isMethod =
    member?.type === 'MemberExpression' && unwrap(member.object) === list && staticName(member) === 'join';
  return isMethod && member.parent.type === 'CallExpression' && member.parent.callee === member;
}

/** Functions that give what they are handed in another dress; of objects, what comes out still has all of them. */
const textCalls = new Set(['String', 'encodeURIComponent', 'encodeURI', 'escape', 'btoa', 'URL']);

const objectCalls = new Set([
  'structuredClone',
  'JSON.parse',
  'lodash.cloneDeep',
  'lodash.clone',
  '_.cloneDeep',
  '_.clone',
]);

const objectMethods = /^(?:assign|entries|values|freeze|seal)$/;

/** Headers that tell one request from another. */
const ofRequests = /cookie|request|trace|correlation|span/i;

/** `res.set('X-Session', id)`: a header of the response, but for the cookie that the id belongs in. */
export function isOwnHeader(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  object: TSESTree.Node | undefined,
  file: FileContext,
): boolean {
  const name = constantOf(call.arguments[0] ?? call, file)?.value;
  if (typeof name !== 'string' || ofRequests.test(name) || !/^(?:set|header|setHeader|append)$/.test(calledName(call)))
    return false;
  return object?.type === 'Identifier' && /^(?:res|response|reply|ctx|c)$/.test(object.name);
}

/** In which form a call hands its argument on; null where it does not, or nobody knows. */
export function carriedBy(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  form: Form,
  file: FileContext,
): Form | null {
  const name = calledName(call);
  if (name === 'stringify') {
    const [, replacer] = call.arguments;
    return !replacer || isAbsent(unwrap(replacer)) ? 'text' : null;
  }
  if (objectMethods.test(objectMethod(call) ?? '')) return 'object';
  const known = qualifiedNameOf(call.callee, file) ?? '';
  if (/^util\.(?:inspect|format)$/.test(known) || known === 'URLSearchParams') return 'text';
  if (textCalls.has(known)) return form === 'text' ? 'text' : null;
  return objectCalls.has(known) ? 'object' : null;
}

/** What leaves: an object, of which a concatenation would show nothing, or a text. */
export type Form = 'object' | 'text';
