import type { Attributes, CookieWrite, Library, SecretFact, Setup } from '../../src/libraries/types';
import { code, listed, table } from './markdown';

const storages = {
  server: "in clear text in the server's store",
  'signed-client': 'in the cookie, readable by whoever holds it',
  'encrypted-client': 'in the cookie, encrypted',
  browser: 'with the scripts of the browser',
};

/** A place where options are given, and what they can say. */
interface Place {
  names: readonly string[];
  attributes: Attributes;
  secrets: readonly SecretFact[];
}

const exportName = (path: readonly string[]): string =>
  path.join('.').replaceAll('.()', '()').replace(/^\(\)/, 'default()') || 'default';

function setupNames(setup: Setup): string[] {
  const name = exportName(setup.export);
  switch (setup.form) {
    case 'call':
      return [code(`${name}()`)];
    case 'plugin':
      return setup.methods.map((method) => code(`${method}(${name})`));
    case 'assign':
      return [code(`${name} =`)];
    case 'typed':
      return [`type ${code(name)}`];
  }
}

const callees = ({ members = [], exports = [] }: CookieWrite): string[] =>
  [...members, ...exports.map(exportName)].map((name) => code(`${name}()`));

function placesOf(library: Library): Place[] {
  const { setups = [], cookieWrites = [], cookieHeaders = [] } = library;
  const place = (names: readonly string[], facts: Partial<Omit<Place, 'names'>>): Place => ({
    names,
    attributes: facts.attributes ?? {},
    secrets: facts.secrets ?? [],
  });
  return [
    ...setups.map((setup) => place(setupNames(setup), setup)),
    ...cookieWrites.map((write) => place(callees(write), write)),
    ...cookieHeaders.map((header) => place([`the header ${code(header.header)}`], header)),
  ];
}

/** Places that say the same, under all their names. */
function merged(places: readonly Place[]): Place[] {
  const factsOf = ({ attributes, secrets }: Place) => JSON.stringify([attributes, secrets]);
  const isFirst = (place: Place, index: number) => places.findIndex((one) => factsOf(one) === factsOf(place)) === index;
  return places.filter(isFirst).map((place) => {
    const alike = places.filter((one) => factsOf(one) === factsOf(place));
    return { ...place, names: [...new Set(alike.flatMap(({ names }) => names))] };
  });
}

const literal = (value: unknown): string => code(JSON.stringify(value));
const where = (path: readonly string[]): string => (path.length ? code(path.join('.')) : 'the value itself');

const fromVersion = (version: string | undefined): string => (version === undefined ? '' : ` from ${version} on`);

function attributeRows(attributes: Attributes): string[][] {
  return Object.entries(attributes).map(([name, fact]) => [
    name,
    [fact.path, ...(fact.aliases ?? [])].map(where).join(', '),
    fact.whenAbsent === undefined ? 'depends on run time' : literal(fact.whenAbsent),
    [
      ...(fact.unit ? [fact.unit === 'ms' ? 'milliseconds' : 'seconds'] : []),
      ...(fact.values ? [`takes ${listed(fact.values.map(literal))}`] : []),
      ...(fact.rejects ? [`rejects ${listed(fact.rejects.map(literal))}${fromVersion(fact.rejectsFrom)}`] : []),
      ...(fact.endless ? [`${listed(fact.endless.map(literal))}: without end`] : []),
      ...(fact.undefinedRemoves ? [`${code('undefined')} removes the default`] : []),
      ...(fact.withoutOptions === undefined ? [] : [`${literal(fact.withoutOptions)} without options`]),
    ].join('; '),
  ]);
}

function secretRows(secrets: readonly SecretFact[]): string[][] {
  return secrets.map((fact) => [
    'secret',
    fact.argument === undefined ? where(fact.path) : `argument ${fact.argument + 1}`,
    fact.unsignedWhenAbsent ? 'nothing is signed' : '',
    [
      ...(fact.minLength ? [`${fact.minLength} characters or more`] : []),
      ...(fact.encoding ? [`${fact.encoding} of bytes`] : []),
    ].join('; '),
  ]);
}

function storagesOf({ setups = [], sessions = [] }: Library): string[] {
  const always = [...setups, ...sessions].flatMap(({ storage }) => (storage ? [storages[storage]] : []));
  const sometimes = setups.flatMap(({ storageWhen = [] }) =>
    storageWhen.map(({ path, storage }) => `with ${where(path)} ${storages[storage]}`),
  );
  return [...new Set([...always, ...sometimes])];
}

function sessionNames({ sessions = [] }: Library): string[] {
  const names = sessions.flatMap((session) => [
    ...(session.members ?? []).map(code),
    ...(session.exports ?? []).map((path) => code(exportName(path))),
    ...(session.types ?? []).map((path) => `type ${code(exportName(path))}`),
    ...(session.decorators ?? []).map((path) => code(`@${exportName(path)}`)),
    ...(session.callback ? [code([...session.callback.path, session.callback.property].join('.'))] : []),
    ...(session.passedOn ? session.passedOn.exports.map((path) => code(`${exportName(path)}()`)) : []),
  ]);
  return [...new Set(names)];
}

const byName = (a: Library, b: Library): number => (a.module < b.module ? -1 : 1);

/** docs/libraries.md */
export function librariesPage(libraries: readonly Library[]): string {
  const section = (library: Library) => {
    const sessions = sessionNames(library);
    const kept = storagesOf(library);
    const places = merged(placesOf(library)).map(({ names, attributes, secrets }) => {
      const rows = [...attributeRows(attributes), ...secretRows(secrets)];
      return `${listed(names)}:\n\n${table(['Attribute', 'Where', 'When absent', 'Note'], rows)}`;
    });
    return [
      `## ${library.module}`,
      `Read from ${library.readFrom}.`,
      ...(library.specifiers ? [`Also loaded as ${listed(library.specifiers.map(code))}.`] : []),
      ...(sessions.length ? [`Session objects: ${listed(sessions)}.`] : []),
      ...(kept.length ? [`Session data lies ${kept.join('; ')}.`] : []),
      ...places,
    ].join('\n\n');
  };
  const intro =
    'What the rules know of each library: where an option is given, and what happens without it. ' +
    'Written by `npm run update` from `src/libraries`; the same shape is accepted in the setting `libraries`.';
  return `${['# Libraries', intro, ...[...libraries].sort(byName).map(section)].join('\n\n')}\n`;
}

/** The libraries of the README. */
export function librariesTable(libraries: readonly Library[]): string {
  const row = (library: Library) => [
    code(library.module),
    library.readFrom,
    [
      ...(library.setups ? ['set-up'] : []),
      ...(library.cookieWrites || library.cookieHeaders ? ['cookies'] : []),
      ...(library.sessions ? ['session'] : []),
    ].join(', '),
    storagesOf(library).join('; '),
  ];
  const head = ['Library', 'Read from', 'What is known', 'Session data lies'];
  return table(head, [...libraries].sort(byName).map(row));
}
