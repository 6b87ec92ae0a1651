import type { Library, DataLocation } from '../../libraries/types';
import type { FileContext } from '../file/file-context';
import { isLoaded } from '../file/imports';
import { isDependency } from '../file/library-in-use';
import { setupsIn } from '../setup/session-setup';
import type { SessionObject } from './session-object';

/** Where the data of a session ends up, and who puts it there; null for what the file does not tell. */
export interface Destination {
  library: string | null;
  storage: DataLocation | null;
}

/** Follows a session to the library it belongs to: by import, by set-up, by the dependencies of the package. */
export function destinationOf(session: SessionObject, file: FileContext): Destination {
  const candidates = likelyFactsOf(session, file);
  const libraries = new Set(candidates.map(({ library }) => library));
  const storages = new Set(candidates.map(({ library, fact }) => fact.storage ?? storageOf(library, file)));
  const [library] = libraries;
  const [storage] = storages;
  return {
    library: libraries.size === 1 && library ? library.module : null,
    storage: storages.size === 1 ? (storage ?? null) : null,
  };
}

/** The facts of the libraries a session may be of, by what the file or its package uses; none where nothing tells. */
export function likelyFactsOf(session: SessionObject, file: FileContext): SessionObject['facts'] {
  const shared = session.facts.flatMap(({ fact }) => fact.standsFor ?? []);
  const facts = shared.length > 0 ? factsNamed(shared, file) : session.facts;
  return session.isShared || shared.length > 0 ? likely(facts, file) : facts;
}

/** What the facts say of sessions that are written in one of some ways: `req.session`. */
export const factsNamed = (paths: readonly string[], file: FileContext): SessionObject['facts'] =>
  file.libraries.sessionMembers.flatMap(({ names, facts }) => (paths.includes(names.join('.')) ? facts : []));

function likely(facts: SessionObject['facts'], file: FileContext): SessionObject['facts'] {
  const here = facts.filter(({ library }) => isLoaded(library, file));
  return here.length > 0 ? here : facts.filter(({ library }) => isDependency(library, file));
}

/** The storage of a library's set-ups, when they all agree; one that depends on an option needs the set-up in sight. */
function storageOf(library: Library, file: FileContext): DataLocation | undefined {
  const setups = library.setups ?? [];
  const seen = setupsIn(file).filter((setup) => setup.library === library);
  const storages = new Set(
    seen.length > 0
      ? seen.map((setup) => setup.storage())
      : setups.filter(({ storage }) => storage).map((setup) => (setup.storageWhen ? undefined : setup.storage)),
  );
  const [storage] = storages;
  return storages.size === 1 ? storage : undefined;
}
