import type { Attributes, Library, SecretFact, Setup } from '../../../src/libraries/types';
import { setupNames, writeNames } from '../../support/place-names';

/** Facts that are proven together, under all the names of the places that share them. */
export interface Subject {
  names: readonly string[];
  attributes: Attributes;
  secrets: readonly SecretFact[];
  storage?: Setup['storage'];
  storageWhen: NonNullable<Setup['storageWhen']>;
  replaces?: Setup['replaces'];
}

/** Everything a fact file claims that can be seen in a cookie. */
export function subjectsOf({ setups = [], cookieWrites = [], cookieHeaders = [] }: Library): Subject[] {
  const subject = (names: readonly string[], facts: Partial<Setup>): Subject => ({
    names,
    attributes: facts.attributes ?? {},
    secrets: facts.secrets ?? [],
    ...(facts.storage ? { storage: facts.storage } : {}),
    storageWhen: facts.storageWhen ?? [],
    ...(facts.replaces ? { replaces: facts.replaces } : {}),
  });
  const all = [
    ...setups.map((setup) => subject(setupNames(setup), setup)),
    ...cookieWrites.map((write) => subject(writeNames(write), write)),
    ...cookieHeaders.map(({ header, attributes }) => subject([`the header ${header}`], { attributes })),
  ];
  const factsOf = ({ names: _, ...facts }: Subject) => JSON.stringify(facts);
  const alike = groupBy(all, factsOf);
  return [...alike.values()].flatMap((same) => {
    const names = [...new Set(same.flatMap(({ names }) => names))];
    return same[0] ? [{ ...same[0], names }] : [];
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
