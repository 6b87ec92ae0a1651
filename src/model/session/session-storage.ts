import type { Library, Storage } from '../../libraries/types';
import type { File } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import { isLoaded, specifiersIn } from '../file/imports';
import { nearestPackageJson } from '../file/package-json';
import type { SessionObject } from './resolve-session';
import { setupsIn } from '../setup/session-setup';
import { vaultOf } from '../secret/vault';

/** Where the data of a session ends up, and who puts it there; null for what the file does not tell. */
export interface Destination {
  library: string | null;
  storage: Storage | null;
}

/** Follows a session to the library it belongs to: by import, by set-up, by the dependencies of the package. */
export function destinationOf(session: SessionObject, file: File): Destination {
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
export function likelyFactsOf(session: SessionObject, file: File): SessionObject['facts'] {
  const shared = session.facts.flatMap(({ fact }) => fact.standsFor ?? []);
  const facts = shared.length > 0 ? factsNamed(shared, file) : session.facts;
  return session.isShared || shared.length > 0 ? likely(facts, file) : facts;
}

/** What the facts say of sessions that are written in one of some ways: `req.session`. */
export const factsNamed = (paths: readonly string[], file: File): SessionObject['facts'] =>
  file.libraries.sessionMembers.flatMap(({ names, facts }) => (paths.includes(names.join('.')) ? facts : []));

function likely(facts: SessionObject['facts'], file: File): SessionObject['facts'] {
  const here = facts.filter(({ library }) => isLoaded(library, file));
  return here.length > 0 ? here : facts.filter(({ library }) => isDependency(library, file));
}

function isDependency(library: Library, file: File): boolean {
  const dependencies = nearestPackageJson(file)?.dependencies ?? {};
  return namesOf(library).some((name) => Object.hasOwn(dependencies, name));
}

const namesOf = ({ module, specifiers = [] }: Library): string[] => [module, ...specifiers];

/** A library as its user calls it: by the name under which the file loads it, or the package depends on it. */
function usedName(library: Library, file: File): string {
  const dependencies = nearestPackageJson(file)?.dependencies ?? {};
  const names = namesOf(library);
  const loaded = names.find((name) => specifiersIn(file).has(name));
  return loaded ?? names.find((name) => Object.hasOwn(dependencies, name)) ?? library.module;
}

/** Does the file load a library, or its package depend on it? */
export const isInUse = (library: Library, file: File): boolean => isLoaded(library, file) || isDependency(library, file);

/** The storage of a library's set-ups, when they all agree; one that depends on an option needs the set-up in sight. */
function storageOf(library: Library, file: File): Storage | undefined {
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

/** What becomes of session data, and what to do about it, in the words of a message. */
export interface Exposure {
  exposure: string;
  cure: string;
}

const toVault = 'Keep it in a vault on the server and only a reference in the session';

/** The two halves of a message about a secret in this session. Sessions of the same facts in one file have the same. */
export function exposureOf(session: SessionObject, file: File): Exposure {
  const known = exposuresIn(file).get(session.facts);
  if (known) return known;
  const exposure = describe(session, file);
  exposuresIn(file).set(session.facts, exposure);
  return exposure;
}

const exposuresIn = oncePerFile(() => new Map<SessionObject['facts'], Exposure>());

/** What else to do with a secret, where a part of the session stays on the server. */
function sealedBelow({ facts }: SessionObject): string {
  const [key] = facts.flatMap(({ fact }) => fact.sealed ?? []);
  return key === undefined ? 'Read' : `Put it below \`${key}\`, which stays on the server, or read`;
}

function describe(session: SessionObject, file: File): Exposure {
  const { library, storage } = destinationOf(session, file);
  const known = likelyFactsOf(session, file).find((one) => one.library.module === library);
  const who = known ? `\`${usedName(known.library, file)}\`` : 'the session library';
  const isVaultKnown = vaultOf(file)?.isKnown;
  const cure = isVaultKnown ? `${toVault}.` : `${toVault}: \`npx eslint-plugin-session-secrets init\` writes one.`;
  switch (storage) {
    case 'signed-client':
      return { exposure: `${who} puts it into a cookie that is signed, not encrypted: the browser can read it`, cure };
    case 'encrypted-client':
      return { exposure: `${who} sends it to the browser and back with every request, in an encrypted cookie`, cure };
    case 'server':
      return { exposure: `${who} keeps it in clear text in the session store`, cure };
    case 'browser':
      return { exposure: `${who} hands this session to scripts in the browser`, cure: `${sealedBelow(session)} it on the server where it is needed.` };
    default:
      return { exposure: 'a session lies in a cookie, or in clear text in the session store', cure };
  }
}
