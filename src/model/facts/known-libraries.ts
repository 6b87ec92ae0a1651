import { libraries as shipped } from '../../libraries';
import type { AccountCall, ExportPath, Library, SessionFact, Setup } from '../../libraries/types';
import type { ResolvedSettings } from '../../settings/types';
import type { Gate } from './text-filter';
import { gateOf, hasCommonWord } from './text-filter';
import { oncePerFacts } from './once-per-facts';
import { tellingWords, wordsOfFacts } from './relevant-name';

/** One fact of a library, together with the library it is of. */
export interface Fact<T> {
  library: Library;
  fact: T;
}

/** A chain that a session is written as. */
export interface SessionMember {
  names: readonly string[];
  facts: readonly Fact<SessionFact>[];
  /** Does it mean a session in the files of a framework only, by one of the facts at least? */
  isRestricted: boolean;
}

/** All facts in force for one run, arranged for look-up. */
export interface KnownLibraries {
  all: readonly Library[];
  /** Libraries by the specifiers that load them. */
  bySpecifier: ReadonlyMap<string, readonly Library[]>;
  /** The chains a session is written as, `['req', 'session']`, with the facts of all libraries that share them. */
  sessionMembers: readonly SessionMember[];
  /** The same by what they end in: every member of a file is asked for there, and hardly any has such a name. */
  sessionMembersNamed: ReadonlyMap<string, readonly SessionMember[]>;
  /** What the chains of `sessionMembers` end in: `session`. */
  sessionNames: ReadonlySet<string>;
  /** Is there a session that is a module's export or a member of one, and not the result of a call? */
  hasNamedSessions: boolean;
  /**
   * What configuration files are called that a framework reads by their place, without the extension: `nuxt.config`.
   */
  configurationNames: ReadonlySet<string>;
  /** Sessions that are handed to a callback of the options. */
  sessionCallbacks: readonly Fact<SessionFact>[];
  /** Sessions that a call without a visible import makes. */
  sessionCalls: readonly Fact<SessionFact>[];
  /** Calls that log in or out. */
  accountCalls: readonly Fact<AccountCall>[];
  /** Sessions that a call with a literal gives, by the last name of the callee. */
  sessionAccessors: ReadonlyMap<string, readonly (Fact<SessionFact> & { names: readonly string[]; key: string })[]>;
  /** Properties that the values of some sessions lie below. */
  sessionData: ReadonlySet<string>;
  /** Sessions that calls write to, or whose values a function returns. */
  sessionWriters: readonly Fact<SessionFact>[];
  /** What functions that write to a session are called where nothing imports them. */
  writerNames: ReadonlySet<string>;
  /** Sessions that a callback is given the data for. */
  sessionHandovers: readonly Fact<SessionFact>[];
  /** Finds the words any of these facts must leave in a file's text. */
  gate: Gate;
  /** The words of all names in these facts. */
  words: ReadonlySet<string>;
  /** Can this be the name of something these facts speak of, or lead to it? */
  isTelling: (word: string) => boolean;
}

/** Our facts and the user's own, computed once per settings object. */
export const knownLibraries: (settings: ResolvedSettings) => KnownLibraries = oncePerFacts((settings) =>
  arrange([...shipped, ...settings.libraries], settings),
);

function arrange(all: readonly Library[], settings: ResolvedSettings): KnownLibraries {
  const bySpecifier = new Map<string, Library[]>();
  for (const library of all) {
    for (const specifier of [library.module, ...(library.specifiers ?? [])]) {
      bySpecifier.set(specifier, [...(bySpecifier.get(specifier) ?? []), library]);
    }
  }
  const sessions = all.flatMap((library) => (library.sessions ?? []).map((fact) => ({ library, fact })));
  const members = new Map<string, Fact<SessionFact>[]>(settings.sessionObjects.map((path) => [path, []]));
  for (const one of sessions) {
    for (const path of one.fact.members ?? []) members.set(path, [...(members.get(path) ?? []), one]);
  }
  const sessionMembers = [...members].map(([path, facts]) => ({
    names: path.split('.'),
    facts,
    isRestricted: facts.some(({ fact }) => fact.within),
  }));
  const words = wordsOfFacts(all, settings);
  const sessionMembersNamed = new Map<string, SessionMember[]>();
  for (const member of sessionMembers) {
    const last = member.names.at(-1) as string;
    sessionMembersNamed.set(last, [...(sessionMembersNamed.get(last) ?? []), member]);
  }
  return {
    all,
    bySpecifier,
    sessionMembers,
    sessionMembersNamed,
    sessionNames: new Set(sessionMembersNamed.keys()),
    hasNamedSessions: sessions.some(({ fact }) => fact.exports?.some((path) => path.at(-1) !== '()')),
    configurationNames: new Set(all.flatMap(({ setups = [] }) => setups).flatMap(fileNamesOf)),
    sessionCallbacks: sessions.filter(({ fact }) => fact.callback),
    sessionCalls: sessions.filter(({ fact }) => fact.unimported),
    accountCalls: all.flatMap((library) => (library.accountCalls ?? []).map((fact) => ({ library, fact }))),
    sessionAccessors: accessorsOf(sessions),
    sessionData: new Set(sessions.flatMap(({ fact }) => fact.data ?? [])),
    writerNames: new Set(
      sessions.flatMap(({ fact }) => (fact.writers ?? []).flatMap(({ unimported = [] }) => unimported)),
    ),
    sessionWriters: sessions.filter(({ fact }) => fact.writers ?? fact.returned),
    sessionHandovers: sessions.filter(({ fact }) => fact.passedOn),
    words,
    isTelling: tellingWords(words),
    gate: gateOf([
      ...all.flatMap(wordsOf),
      ...settings.sessionObjects.map(lastName),
      ...(settings.vault ? [`'${settings.vault.module}`] : []),
    ]),
  };
}

function accessorsOf(sessions: readonly Fact<SessionFact>[]): KnownLibraries['sessionAccessors'] {
  const accessors = new Map<string, (Fact<SessionFact> & { names: string[]; key: string })[]>();
  for (const one of sessions) {
    for (const { member, key } of one.fact.accessors ?? []) {
      const names = member.split('.');
      const last = names.at(-1) ?? '';
      accessors.set(last, [...(accessors.get(last) ?? []), { ...one, names, key }]);
    }
  }
  return accessors;
}

/** For each fact, one word that is in the text of every file it can be about. */
function wordsOf(library: Library): string[] {
  const specifiers = [library.module, ...(library.specifiers ?? [])];
  const ofExport = (path: ExportPath): string[] => {
    const names = path.filter((step) => step !== '()' && step !== '*');
    const known = names.find(hasCommonWord);
    return known ? [known] : specifiers.map((specifier) => `'${specifier}`);
  };
  return [
    ...(library.setups ?? []).flatMap((setup) => [
      // A configuration file is known by its name; the keys in it are everybody's words.
      ...(setup.form === 'config' ? [] : ofExport(setup.export)),
      ...(setup.form === 'method' ? wordsOfMethod(setup) : []),
      ...(setup.form === 'call' ? (setup.unimported?.names ?? []) : []),
    ]),
    ...(library.cookieWrites ?? []).flatMap((write) => [
      ...(write.exports ?? []).flatMap(ofExport),
      ...(write.members ?? []).map(memberWord),
      ...(write.unimported?.names ?? []),
    ]),
    ...(library.store?.secrets ? library.store.exports.flatMap(ofExport) : []),
    ...(library.cookieHeaders ?? []).map((header) => header.header),
    // With the name before it: `logout` alone is a word of every client.
    ...(library.accountCalls ?? []).flatMap(({ does, members = [] }) => (does === 'logout' ? members : [])),
    // In full: their last names are everywhere.
    ...(library.credentials ?? []),
    ...(library.sessions ?? []).flatMap((session) => [
      // Three letters are in many longer words.
      ...(session.members ?? []).map((path) => (lastName(path).length < 4 ? path : lastName(path))),
      ...[...(session.exports ?? []), ...(session.types ?? []), ...(session.decorators ?? [])].flatMap(ofExport),
      ...[...(session.passedOn?.exports ?? []), ...(session.passedOn?.method?.of ?? [])].flatMap(ofExport),
      ...(session.passedOn?.members ?? []).map(memberWord),
      ...(session.interfaces ?? []).map(
        ({ name, member = '', module }) => [name, member].find(hasCommonWord) ?? `'${module}`,
      ),
      ...(session.accessors ?? []).map(({ key }) => key),
      ...(session.writers ?? []).flatMap((writer) => [
        ...(writer.exports ?? []).flatMap(ofExport),
        ...(writer.unimported ?? []),
      ]),
      ...(session.returned ?? []).flatMap(ofExport),
      ...(session.callback ? [session.callback.property] : []),
      ...(session.unimported?.names ?? []),
    ]),
  ];
}

const fileNamesOf = (setup: Setup): string[] =>
  setup.form === 'config' ? setup.files.map((file) => file.slice(file.lastIndexOf('/') + 1)) : [];

/** A literal that must be among the arguments says more than the name of a method. */
function wordsOfMethod({ members, where }: Extract<Setup, { form: 'method' }>): string[] {
  const { value } = where ?? {};
  return typeof value === 'string' ? [value] : members.map(memberWord);
}

/** `ctx.cookies.set` is found by `cookies`: the longest of its names is the rarest. */
function lastName(path: string): string {
  const names = path.split('.');
  return names.find(hasCommonWord) ?? names.at(-1) ?? path;
}

/** `h.state` is looked for as it is written: `state` alone is a word of every program. */
function memberWord(path: string): string {
  const name = lastName(path);
  return hasCommonWord(name) ? name : path;
}
