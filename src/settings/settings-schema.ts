import { identifier, memberPath, moduleName, names } from './attribute-schema';
import { library } from './library-schema';
import type { SessionSecretsSettings, VaultSettings } from './types';
import { leaf, list, matching, object, oneOf, optional } from './shape';
import type { ObjectShape } from './shape';
import { isGlob } from './test-files';

const identifierPart = matching('a part of a name as written in code, such as "Ref"', /^[\p{ID_Continue}$]+$/u);

const reserved = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if import in instanceof new null return super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** A file calls what it imports by this name, which no word of the language can be; `default` is none to call it by. */
const namedExport = leaf(
  'a named export, such as "vault"',
  (value) => identifier.accepts(value) && !reserved.has(value as string),
);

const vault: ObjectShape = {
  ...object<VaultSettings>('false, or an object such as { module: "#session-vault" }', {
    module: moduleName,
    export: optional(namedExport),
    store: optional(identifier),
    read: optional(identifier),
    rotate: optional(identifier),
    revoke: optional(identifier),
    suffix: optional(identifierPart),
  }),
  or: oneOf(false),
};

const glob = leaf('a glob below package.json, with `/`, such as "**/*.test.*"', isGlob);

/** The shape of `settings['session-secrets']`. */
export const settingsShape = object<SessionSecretsSettings>('an object, such as { vault: { module: "#v" } }', {
  vault: optional(vault),
  testFiles: optional(list(glob)),
  libraries: optional(list(library)),
  sessionObjects: optional(list(memberPath)),
  secretNames: optional(
    object<NonNullable<SessionSecretsSettings['secretNames']>>('an object with add and allow', {
      add: optional(names),
      allow: optional(names),
    }),
  ),
});
