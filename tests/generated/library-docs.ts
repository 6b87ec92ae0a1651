import type {
  AttributeFact,
  Attributes,
  Library,
  ResponseFact,
  SecretFact,
  StorageWhen,
  StoreFact,
} from '../../src/libraries/types';
import type { Pitfall } from '../libraries/pitfalls';
import { pitfalls } from '../libraries/pitfalls';
import type { Result, Results } from '../libraries/real/results';
import { exportName, secretName, sessionNames, setupNames, storeNames, writeNames } from '../support/place-names';
import { accountsOf } from './account-docs';
import { code, listed, table } from './markdown';
import { provenBeside } from './proven-docs';
import { readsOf } from './read-docs';

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

/** `default()` in code; `type X` with its first word in prose. */
const shownName = (name: string): string =>
  name.replace(/^((?:type|the header) )?(.*)$/, (_, kind = '', rest) => kind + code(rest));

function placesOf(library: Library): Place[] {
  const { setups = [], cookieWrites = [], cookieHeaders = [] } = library;
  const place = (names: readonly string[], facts: Partial<Omit<Place, 'names'>>): Place => ({
    names,
    attributes: facts.attributes ?? {},
    secrets: facts.secrets ?? [],
  });
  return [
    ...setups.map((setup) => place(setupNames(setup), setup)),
    ...cookieWrites.map((write) => place(writeNames(write), write)),
    ...cookieHeaders.map((header) => place([`the header ${header.header}`], header)),
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

/** `yes`, or why not; nothing where nobody looked. */
type Proof = (fact: string) => string;

/** `before 2.0.1 when absent false`. */
function differenceIn({ from, before, ...other }: NonNullable<AttributeFact['versions']>[number]): string {
  const span = [...(from ? [`from ${from} on`] : []), ...(before ? [`before ${before}`] : [])].join(' and ');
  const said = Object.entries(other).map(
    ([key, value]) => `${key === 'whenAbsent' ? 'when absent' : code(key)} ${literal(value)}`,
  );
  return `${span} ${said.join(', ')}`;
}

function attributeRows(attributes: Attributes, proof: Proof): string[][] {
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
      ...(fact.versions ?? []).map(differenceIn),
      ...(fact.withoutOptions === undefined ? [] : [`${literal(fact.withoutOptions)} without options`]),
    ].join('; '),
    proof(name),
  ]);
}

function secretRows(secrets: readonly SecretFact[], proof: Proof): string[][] {
  return secrets.map((fact) => [
    'secret',
    fact.argument === undefined ? where(fact.path) : `argument ${fact.argument + 1}`,
    fact.unsignedWhenAbsent ? 'nothing is signed' : '',
    [
      ...(fact.minLength ? [`${fact.minLength} characters or more`] : []),
      ...(fact.encoding ? [`${fact.encoding} of bytes`] : []),
    ].join('; '),
    proof(`secret ${secretName(fact)}`),
  ]);
}

/** `store`, `maxCookieSize: 0`, `store: CookieStore()`. */
function storageOption({ path, values = [], exports = [] }: StorageWhen): string {
  const given = [...values.map((value) => JSON.stringify(value)), ...exports.map(exportName)];
  return given.length > 0 ? given.map((one) => code(`${path.join('.')}: ${one}`)).join(' or ') : where(path);
}

function storagesOf({ setups = [], sessions = [] }: Library): string[] {
  const always = [...setups, ...sessions].flatMap(({ storage }) => (storage ? [storages[storage]] : []));
  const sometimes = setups.flatMap(({ storageWhen = [] }) =>
    storageWhen.map((when) => `with ${storageOption(when)} ${storages[when.storage]}`),
  );
  return [...new Set([...always, ...sometimes])];
}

const ways: Record<ResponseFact['as'], string> = {
  body: 'in a body',
  redirect: 'in a redirect',
  page: 'to a template',
};

/** How data leaves the server. */
function responsesOf({ responses = [] }: Library): string[] {
  return responses.map(({ as, members = [], exports = [], globals = [] }) => {
    const names = [...members, ...exports.map(exportName), ...globals.map((name) => `new ${name}`)].map(code);
    return `${ways[as]} by ${listed(names)}`;
  });
}

const byName = (a: Library, b: Library): number => (a.module < b.module ? -1 : 1);

/** What running the library has shown of the facts of a place. */
function proofOf(names: readonly string[], result: Result | undefined): Proof {
  const places = names.flatMap((name) => result?.places[name] ?? []);
  return (fact) => {
    if (places.some(({ proven }) => proven.includes(fact))) return 'yes';
    const reason = places.flatMap(({ unproven = {} }) => unproven[fact] ?? [])[0];
    return reason === undefined ? '' : `no: ${reason}`;
  };
}

function versionsLine({ readFrom }: Library, result: Result | undefined): string {
  if (!result) return `Read from ${readFrom}.`;
  if (result.unproven !== undefined) return `Read from ${readFrom}; not run: ${result.unproven}.`;
  return `Read from ${readFrom}; proven by running ${listed(result.versions)}.`;
}

/** What a store is, and what it is not. */
function keptBy(store: StoreFact): string {
  const names = `Keeps the sessions of another library on the server: ${listed(storeNames(store).map(code))}. No set-up, and no memory that \`no-memory-store\` reports.`;
  const secrets = (store.secrets ?? []).map((secret) => code(secretName(secret)));
  return `${names} ${secrets.length > 0 ? `They are encrypted with ${listed(secrets)}, and in clear text without.` : 'They lie there in clear text.'}`;
}

/** What the facts of a library are about. */
const subjectsOf = (library: Library): string[] => [
  ...(library.setups ? ['set-up'] : []),
  ...(library.cookieWrites || library.cookieHeaders ? ['cookies'] : []),
  ...(library.sessions ? ['session'] : []),
  ...(library.accountCalls ? ['login and logout'] : []),
  ...(library.store ? ['a store'] : []),
  ...(library.responses ? ['responses'] : []),
  ...(library.applications || library.routers ? ['application'] : []),
  ...(library.staticFiles ? ['static files'] : []),
  ...(library.stopsForgery ? ['protection from forged requests'] : []),
];

/** What goes wrong with a library, and which rule sees it. */
function pitfallsOf({ module }: Library): string[] {
  const own = pitfalls.filter(({ library }) => library === module);
  const line = ({ says, rule }: Pitfall) => `- ${says} ${rule === null ? 'No rule sees it.' : `(${code(rule)})`}`;
  return own.length > 0 ? [`Pitfalls:\n\n${own.map(line).join('\n')}`] : [];
}

/** docs/libraries.md; `results` is what `npm run test:real` has shown. */
export function librariesPage(libraries: readonly Library[], results: Results): string {
  const section = (library: Library) => {
    const result = results[library.module];
    const sessions = [...new Set((library.sessions ?? []).flatMap(sessionNames))].map(shownName);
    const kept = storagesOf(library);
    const sent = responsesOf(library);
    const tools = subjectsOf(library).filter(
      (subject) => !/^(?:set-up|cookies|session|responses|login and logout|a store)$/.test(subject),
    );
    const places = merged(placesOf(library)).map(({ names, attributes, secrets }) => {
      const proof = proofOf(names, result);
      const rows = [...attributeRows(attributes, proof), ...secretRows(secrets, proof)];
      const head = ['Attribute', 'Where', 'When absent', 'Note', 'Proven'];
      return `${listed(names.map(shownName))}:\n\n${table(head, rows)}`;
    });
    return [
      `## ${library.module}`,
      versionsLine(library, result),
      ...(library.specifiers ? [`Also loaded as ${listed(library.specifiers.map(code))}.`] : []),
      ...(sessions.length ? [`Session objects: ${listed(sessions)}.`] : []),
      ...(sent.length ? [`Sends data ${sent.join('; ')}.`] : []),
      ...(tools.length ? [`Known as well: ${listed(tools)}.`] : []),
      ...readsOf(library, result),
      ...accountsOf(library),
      ...(library.store ? [keptBy(library.store)] : []),
      ...(kept.length ? [`Session data lies ${kept.join('; ')}.`] : []),
      ...places,
      ...(result ? provenBeside(result) : []),
      ...pitfallsOf(library),
    ].join('\n\n');
  };
  const intro =
    'What the rules know of each library: where an option is given, and what happens without it. ' +
    'Written by `npm run update` from `src/libraries`; the same shape is accepted in the setting `libraries`. ' +
    '“Proven” means that the library was started and its cookies agreed (`npm run test:real`). ' +
    'The pitfalls come with a program each (`tests/libraries/pitfalls.ts`), which the rule named reports, or all are silent on.';
  return `${['# Libraries', intro, ...[...libraries].sort(byName).map(section)].join('\n\n')}\n`;
}

/** The libraries of the README: those that hold a session or set a cookie, and what is known beside them in one line. */
export function librariesTable(libraries: readonly Library[]): string {
  const sorted = [...libraries].sort(byName);
  const isOwn = (library: Library): boolean =>
    [library.setups, library.sessions, library.cookieWrites, library.cookieHeaders].some(Boolean);
  const row = (library: Library) => [
    code(library.module),
    library.readFrom,
    subjectsOf(library).join(', '),
    storagesOf(library).join('; '),
  ];
  const head = ['Library', 'Read from', 'What is known', 'Session data lies'];
  const beside = sorted.filter((library) => !isOwn(library)).map(({ module }) => code(module));
  return `${table(head, sorted.filter(isOwn).map(row))}\n\nBeside them: ${listed(beside)}.`;
}
