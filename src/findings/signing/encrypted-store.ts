import type { TSESTree } from '@typescript-eslint/utils';
import type { SecretFact } from '../../libraries/types';
import { candidateCallsIn } from '../../model/file/candidate-calls';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { isPath } from '../../model/file/origin';
import type { SecretReading } from '../../model/setup/read-secret';
import { readSecret } from '../../model/setup/read-secret';

/** One place where a store is made that keeps the sessions of another library. */
export interface SessionStore {
  /** The library's name as this file loads it. */
  module: string;
  node: TSESTree.Node;
  /** Each secret that encrypts what lies in it. */
  secrets: readonly SecretReading[];
}

/** The stores of a file that can encrypt; there is nothing to ask about the others. */
export const encryptedStoresIn = oncePerFile((file: FileContext): readonly SessionStore[] =>
  candidateCallsIn(file).flatMap((call) => {
    const origin = file.originOf(call.callee);
    if (!origin) return [];
    const store = file.librariesOf(origin).find((library) => library.store?.secrets)?.store;
    if (!store?.exports.some((path) => isPath(origin.path, path))) return [];
    const options = call.arguments[store.options];
    if (!options || options.type === 'SpreadElement') return [];
    const read = (fact: SecretFact): readonly SecretReading[] => readSecret(options, fact, file);
    return [{ module: origin.module, node: call, secrets: (store.secrets ?? []).flatMap(read) }];
  }),
);
