import type { TSESTree } from '@typescript-eslint/utils';
import type { SecretFact } from '../libraries/types';
import type { File } from './file';
import { oncePerFile } from './file';
import { isLoaded } from './loaded';
import { isPath } from './origin';
import type { SecretReading } from './secret-reading';
import { readSecret } from './secret-reading';

/** One place where a store is made that keeps the sessions of another library. */
export interface SessionStore {
  /** The library's name as this file loads it. */
  module: string;
  node: TSESTree.Node;
  /** Each secret that encrypts what lies in it. */
  secrets: readonly SecretReading[];
}

/** The stores of a file that can encrypt; there is nothing to ask about the others. */
export const encryptedStoresIn = oncePerFile((file: File): readonly SessionStore[] => {
  const libraries = file.libraries.all.filter((library) => library.store?.secrets && isLoaded(library, file));
  if (libraries.length === 0) return [];
  return file.sites.calls.flatMap((call) => {
    const origin = file.originOf(call.callee);
    const library = origin && libraries.find((one) => file.librariesOf(origin).includes(one));
    const store = library?.store;
    const options = call.arguments[store?.options ?? 0];
    if (!store?.exports.some((path) => isPath(origin?.path ?? [], path)) || !options || options.type === 'SpreadElement') return [];
    const read = (fact: SecretFact): readonly SecretReading[] => readSecret(options, fact, file);
    return [{ module: origin?.module ?? library?.module ?? '', node: call, secrets: (store.secrets ?? []).flatMap(read) }];
  });
});
