import type { TSESTree } from '@typescript-eslint/utils';
import { isForOneEnvironment } from '../../model/dataflow/environment-branch';
import { constantOf, possibleValuesOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { isPath } from '../../model/file/origin';
import type { PathValue } from '../../model/dataflow/query';
import type { SessionSetup } from '../../model/setup/session-setup';
import { setupsIn } from '../../model/setup/session-setup';

/** A set-up that keeps its sessions in the memory of the process. */
export interface MemoryStore {
  library: string;
  /** What to report. */
  node: TSESTree.Node;
  /** `absent`: by default; `named`: the store is written there; `storage`: the set-up is one of memory itself. */
  cause: 'absent' | 'named' | 'storage';
  /** The option that takes another store, as the library spells it; empty where there is none. */
  option: string;
}

/**
 * The set-ups of a file whose sessions certainly lie in memory where they run for real: not where the environment
 * chooses, not where a store may come from elsewhere.
 */
export const memoryStoresIn = oncePerFile((file: FileContext): readonly MemoryStore[] => {
  return setupsIn(file).flatMap((setup) => {
    const store = memoryStoreOf(setup, file);
    return store && !isForOneEnvironment(store.node, file) && !isForOneEnvironment(setup.node, file) ? [store] : [];
  });
});

function memoryStoreOf(setup: SessionSetup, file: FileContext): MemoryStore | null {
  const { library, module, fact, anchor } = setup;
  const option = setup.attributes.store?.path.join('.') ?? '';
  const made = 'export' in fact ? [...fact.export, '()'] : [];
  if (library.memoryStores?.some((path) => isPath(made, path)))
    return { library: module, node: anchor, cause: 'storage', option };

  const reading = setup.read('store');
  // Options that are only defined here are often given their store where they are used.
  if (reading?.state === 'absent' && reading.whenAbsent === 'memory' && fact.form !== 'typed')
    return { library: module, node: anchor, cause: 'absent', option };
  if (reading?.state !== 'set') return null;
  const whenAbsent = setup.attributes.store?.whenAbsent;
  const isMemory = (outcome: PathValue): boolean => {
    if (outcome.state === 'set') return isMemoryStore(outcome.node, whenAbsent === 'memory', file);
    return outcome.state === 'absent' && whenAbsent === 'memory';
  };
  if (!isMemoryStore(reading.node, whenAbsent === 'memory', file) || !reading.others.every(isMemory)) return null;
  return { library: module, node: reading.node, cause: 'named', option };
}

/** Is a store one of memory, whichever way it came about? One `undefined` among others leaves the default in force. */
function isMemoryStore(node: TSESTree.Node, isDefault: boolean, file: FileContext): boolean {
  return possibleValuesOf(node, file).every((source) => {
    const origin = file.originOf(source.node);
    if (!origin) {
      const constant = constantOf(source.node, file);
      return isDefault && constant !== null && (constant.value === undefined || constant.value === null);
    }
    return file
      .librariesOf(origin)
      .some(({ memoryStores = [] }) => memoryStores.some((path) => isPath(origin.path, path)));
  });
}
