import type {
  Application,
  CookieRead,
  CookieWrite,
  ExportPath,
  Handed,
  SecretFact,
  SessionFact,
  Setup,
  StoreFact,
} from '../../src/libraries/types';

/** How a fact's place is called in the documentation and in the probes: `default()`, `register(default)`, `app.keys =`. */
export const exportName = (path: ExportPath): string =>
  path.join('.').replaceAll('.()', '()').replace(/^\(\)/, 'default()') || 'default';

export function setupNames(setup: Setup): string[] {
  if (setup.form === 'config') return setup.files.map((file) => `${setup.path.join('.')} in ${file}`);
  const name = exportName(setup.export);
  switch (setup.form) {
    case 'call':
      return [`${name}()`];
    case 'plugin':
      return setup.methods.map((method) => `${method}(${name})`);
    case 'assign':
      return [`${name} =`];
    case 'typed':
      return [`type ${name}`];
    case 'method':
      return setup.members.map(
        (member) => `${member}(${setup.where ? `… ${JSON.stringify(setup.where.value)} …` : ''})`,
      );
    case 'object':
      return [`{ ${setup.plugin}: ${name} }`];
  }
}

export const writeNames = ({ members = [], exports = [], unimported, assigned = [] }: CookieWrite): string[] => [
  ...[...new Set([...members, ...exports.map(exportName), ...(unimported?.names ?? [])])].map((name) => `${name}()`),
  ...assigned.map((name) => `${name} =`),
];

/** A call may read a cookie and be a set-up, too. */
export const readNames = ({ members = [], exports = [] }: CookieRead): string[] =>
  [...members, ...exports.map(exportName)].map((name) => `reading by ${name}()`);

/** What a library knows of applications beside their sessions: `application default()`, `routes of Router()`. */
export const applicationNames = ({ export: path }: Application): string[] => [`application ${exportName(path)}`];
export const routerName = (path: ExportPath): string => `routes of ${exportName(path)}`;
export const handedNames = ({ by }: Handed): string[] => by.map((path) => `handlers of ${exportName(path)}`);
export const staticName = (path: ExportPath): string => `files by ${exportName(path)}`;

/** `RedisStore()`; `default()()` for the class that is made first. */
export const storeNames = ({ exports }: StoreFact): string[] => exports.map((path) => `${exportName(path)}()`);

export const sessionNames = (session: SessionFact): string[] => [
  ...(session.members ?? []),
  ...(session.exports ?? []).map(exportName),
  ...(session.accessors ?? []).map(({ member, key }) => `${member}('${key}')`),
  ...(session.writers ?? []).flatMap(({ exports = [], unimported = [] }) =>
    [...exports.map(exportName), ...unimported].map((name) => `${name}()`),
  ),
  ...(session.returned ?? []).map((path) => `${exportName(path)}()`),
  ...(session.unimported && !session.exports ? session.unimported.names.map((name) => `${name}()`) : []),
  ...(session.types ?? []).map((path) => `type ${exportName(path)}`),
  ...(session.decorators ?? []).map((path) => `@${exportName(path)}`),
  ...(session.callback ? [[...session.callback.path, session.callback.property].join('.')] : []),
  ...(session.passedOn?.exports ?? []).map((path) => `${exportName(path)}()`),
  ...(session.passedOn?.method?.of ?? []).map((path) => `${exportName(path)}.${session.passedOn?.method?.name}()`),
];

/** `cookie.secrets`, `argument 1`, `the value itself`. */
export const secretName = ({ path, argument }: SecretFact): string =>
  argument === undefined ? path.join('.') || 'the value itself' : `argument ${argument + 1}`;
