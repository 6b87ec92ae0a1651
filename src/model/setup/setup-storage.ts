import type { TSESTree } from '@typescript-eslint/utils';
import type { Library, Setup, DataLocation, StorageWhen } from '../../libraries/types';
import { constantOf, possibleValuesOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { isPath } from '../file/origin';
import { readOption } from './read-option';

/** Where the data of one set-up ends up; undefined when an option nobody can read decides. */
export function storageIn(
  fact: Setup,
  library: Library,
  options: TSESTree.Node | null,
  file: FileContext,
): DataLocation | undefined {
  for (const when of fact.storageWhen ?? []) {
    const applies = isGiven(when, library, options, file);
    if (applies !== false) return applies ? when.storage : undefined;
  }
  return fact.storage;
}

/** Undefined where only a run can tell. */
function isGiven(
  when: StorageWhen,
  library: Library,
  options: TSESTree.Node | null,
  file: FileContext,
): boolean | undefined {
  const reading = readOption(options, { path: when.path }, file);
  if (reading.state === 'absent') return false;
  if (reading.state === 'unknown') return undefined;
  const { values, exports } = when;
  if (!values && !exports) return true;
  if (reading.others.length > 0) return undefined;
  const answers = new Set(
    possibleValuesOf(reading.node, file).map(({ node }) =>
      values ? isOneOf(values, node, file) : isExport(exports ?? [], node, library, file),
    ),
  );
  const [answer] = answers;
  return answers.size === 1 ? answer : undefined;
}

function isOneOf(
  values: NonNullable<StorageWhen['values']>,
  node: TSESTree.Node,
  file: FileContext,
): boolean | undefined {
  const constant = constantOf(node, file);
  return constant ? values.includes(constant.value as never) : undefined;
}

function isExport(
  paths: NonNullable<StorageWhen['exports']>,
  node: TSESTree.Node,
  library: Library,
  file: FileContext,
): boolean | undefined {
  const origin = file.originOf(node);
  return origin
    ? file.librariesOf(origin).includes(library) && paths.some((path) => isPath(origin.path, path))
    : undefined;
}
