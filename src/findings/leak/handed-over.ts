import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions';
import { functionNamed, valueBehind } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { valuesAtPath } from '../../model/dataflow/values';
import { leakIndexOf } from '../../model/facts/leak-index';
import type { FileContext } from '../../model/file/file-context';
import { isChain } from '../../model/file/member-chain';
import { setupsIn } from '../../model/setup/session-setup';

/** The sessions that a store hands to a callback: `req.sessionStore.all((error, sessions) => …)`. */
export function storedSessionsIn(file: FileContext): TSESTree.Node[] {
  const { stores } = leakIndexOf(file.libraries);
  return file.nodes.calls.flatMap((call) => {
    const callee = unwrap(call.callee);
    if (callee.type !== 'MemberExpression' || !/^(?:all|get)$/.test(staticName(callee) ?? '')) return [];
    const owner = unwrap(callee.object);
    const names = owner.type === 'MemberExpression' ? (stores.get(staticName(owner) ?? '') ?? []) : [];
    const last = call.arguments.at(-1);
    const callback = last && valueBehind(last, file.sourceCode);
    if (!isFunction(callback) || !names.some((one) => isChain(owner, one, file))) return [];
    const sessions = callback.params[1];
    return sessions ? [sessions] : [];
  });
}

/** The id that a storage of one's own is handed: `createSessionStorage({ async readData(id) {…} })`. */
export function storageIdsIn(file: FileContext): TSESTree.Node[] {
  return setupsIn(file).flatMap(({ fact: { givenId = [] }, options }) =>
    givenId.flatMap((key) =>
      (options ? valuesAtPath(options, [key], file) : []).flatMap((outcome) => {
        const given = outcome.state === 'set' ? unwrap(outcome.node) : null;
        const fn = given?.type === 'Identifier' ? functionNamed(given, file.sourceCode) : given;
        const id = isFunction(fn) ? fn.params[0] : undefined;
        return id ? [id] : [];
      }),
    ),
  );
}
