import { libraries as shipped } from '../libraries';
import type { ExportPath, Library } from '../libraries/types';
import type { ResolvedSettings } from '../settings';

/** One fact of a library, together with the library it is of. */
export interface Fact<T> {
  library: Library;
  fact: T;
}

/** All facts in force for one run, arranged for look-up. */
export interface KnownLibraries {
  all: readonly Library[];
  /** Libraries by the specifiers that load them. */
  bySpecifier: ReadonlyMap<string, readonly Library[]>;
  /** Finds the words any of these facts must leave in a file's text. */
  gate: RegExp;
}

/** Words that speak of a session's secret in configuration, whatever the library. */
const configurationWords = ['ession', 'ESSION', 'ookie', 'OOKIE'];

const cache = new WeakMap<ResolvedSettings, KnownLibraries>();

/** Our facts and the user's own, computed once per settings object. */
export function knownLibraries(settings: ResolvedSettings): KnownLibraries {
  const known = cache.get(settings) ?? arrange([...shipped, ...settings.libraries], settings);
  cache.set(settings, known);
  return known;
}

function arrange(all: readonly Library[], settings: ResolvedSettings): KnownLibraries {
  const bySpecifier = new Map<string, Library[]>();
  for (const library of all) {
    for (const specifier of [library.module, ...(library.specifiers ?? [])]) {
      bySpecifier.set(specifier, [...(bySpecifier.get(specifier) ?? []), library]);
    }
  }
  return { all, bySpecifier, gate: gateOf([...all.flatMap(wordsOf), ...settings.sessionObjects.map(lastName)]) };
}

/** For each fact, one word that is in the text of every file it can be about. */
function wordsOf(library: Library): string[] {
  const specifiers = [library.module, ...(library.specifiers ?? [])];
  const ofExport = (path: ExportPath): string[] => {
    const names = path.filter((step) => step !== '()' && step !== '*');
    const known = names.find((name) => configurationWords.some((word) => name.includes(word)));
    return known ? [known] : specifiers;
  };
  return [
    ...(library.setups ?? []).flatMap((setup) => [
      ...ofExport(setup.export),
      ...(setup.form === 'call' ? (setup.unimported?.names ?? []) : []),
    ]),
    ...(library.cookieWrites ?? []).flatMap((write) => [
      ...(write.exports ?? []).flatMap(ofExport),
      ...(write.members ?? []).map(lastName),
    ]),
    ...(library.cookieHeaders ?? []).map((header) => header.header),
    ...(library.sessions ?? []).flatMap((session) => [
      ...(session.members ?? []).map(lastName),
      ...[...(session.exports ?? []), ...(session.types ?? []), ...(session.decorators ?? [])].flatMap(ofExport),
      ...(session.passedOn?.exports ?? []).flatMap(ofExport),
      ...(session.callback ? [session.callback.property] : []),
      ...(session.unimported?.names ?? []),
    ]),
  ];
}

/** `ctx.cookies.set` is found by `cookies`: the longest of its names is the rarest. */
function lastName(path: string): string {
  const names = path.split('.');
  return names.find((name) => configurationWords.some((word) => name.includes(word))) ?? names.at(-1) ?? path;
}

/** One expression for all words, without those that contain another. */
function gateOf(words: readonly string[]): RegExp {
  const distinct = [...new Set([...configurationWords, ...words])].filter(Boolean);
  const shortest = distinct.filter((word) => !distinct.some((other) => other !== word && word.includes(other)));
  return new RegExp(shortest.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|'), 'g');
}
