import type { CookieRead, HandlerFact, MemberPath, ResponseFact } from '../../libraries/types';
import type { Fact, KnownLibraries } from './known-libraries';
import { oncePerFacts } from './once-per-facts';

/** What the facts say of leaks, by the names that must stand in the code: what leaves, and by which way. */
export interface LeakIndex {
  /** Responses by the last name of the way they are written, constructors by their own. */
  responses: ReadonlyMap<string, readonly NamedResponse[]>;
  handlers: readonly Fact<HandlerFact>[];
  /** Keys under which a session keeps its id. */
  sessionIds: ReadonlySet<string>;
  /** Ways an id is written beside the session, by the last name. */
  sessionIdMembers: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Ways a session's store is written, by the last name. */
  stores: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Methods and properties that give all of a session. */
  wholeSessions: ReadonlySet<string>;
  /** Ways a credential is written that comes along with the session, by the last name. */
  credentials: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Ways the user is written that such credentials lie in, by the last name. */
  users: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Ways the cookies of a request are written, by the last name. */
  requestCookies: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Calls that read one cookie, by the last name of the way they are written. */
  cookieReads: ReadonlyMap<string, readonly (Fact<CookieRead> & { names: readonly string[] })[]>;
}

/** A fact, and the chain of names it is recognised by. */
type NamedResponse = Fact<ResponseFact> & { names: readonly string[] };

export const leakIndexOf: (libraries: KnownLibraries) => LeakIndex = oncePerFacts(arrange);

function arrange({ all }: KnownLibraries): LeakIndex {
  const sessions = all.flatMap((library) => library.sessions ?? []);
  const responses = all.flatMap((library) =>
    (library.responses ?? []).flatMap((fact) =>
      [...(fact.members ?? []), ...(fact.globals ?? [])].map((path) => ({ library, fact, names: path.split('.') })),
    ),
  );
  const reads = all.flatMap((library) =>
    (library.cookieReads ?? []).flatMap((fact) =>
      [...(fact.members ?? []).map((path) => path.split('.')), ...(fact.exports ?? [])].map((names) => ({
        library,
        fact,
        names,
      })),
    ),
  );
  return {
    responses: byLast(responses, ({ names }) => names),
    handlers: all.flatMap((library) => (library.handlers ?? []).map((fact) => ({ library, fact }))),
    sessionIds: new Set(sessions.flatMap(({ id = [] }) => id)),
    sessionIdMembers: chains(sessions.flatMap(({ idMembers = [] }) => idMembers)),
    stores: chains(sessions.flatMap(({ storeMembers = [] }) => storeMembers)),
    wholeSessions: new Set(sessions.flatMap(({ methods }) => methods?.all ?? [])),
    credentials: chains(all.flatMap(({ credentials = [] }) => credentials)),
    users: chains(all.flatMap(({ credentials = [] }) => credentials.map(ownerOf).filter((path) => path !== ''))),
    requestCookies: chains(all.flatMap(({ requestCookies = [] }) => requestCookies)),
    cookieReads: byLast(reads, ({ names }) => names),
  };
}

const ownerOf = (path: MemberPath): MemberPath => path.slice(0, Math.max(path.lastIndexOf('.'), 0));

const chains = (paths: readonly MemberPath[]): Map<string, (readonly string[])[]> =>
  byLast(
    [...new Set(paths)].map((path) => path.split('.')),
    (names) => names,
  );

function byLast<T>(items: readonly T[], namesOf: (item: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const last = namesOf(item).at(-1) ?? '';
    found.set(last, [...(found.get(last) ?? []), item]);
  }
  return found;
}
