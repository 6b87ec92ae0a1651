import { identifier, memberPath, moduleName } from './attribute-schema';
import { library } from './library-schema';
import type { SessionSecretsSettings, VaultSettings } from './types';
import { leaf, list, matching, object, oneOf, optional } from './shape';
import type { ObjectShape } from './shape';
import { isGlob } from './test-files';

const identifierPart = matching('a part of a name as written in code, such as "Ref"', /^[\p{ID_Continue}$]+$/u);

/** Words of the language, and names that strict code or a CommonJS file has for something else. */
const unbindable = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export ' +
    'extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public ' +
    'return static super switch this throw true try typeof var void while with yield ' +
    'undefined NaN Infinity exports module require __dirname __filename'
  ).split(' '),
);

/**
 * A file calls what it imports by this name, so it has to be one that a file can give; `default` is none to call it by.
 */
const namedExport = leaf(
  'a named export that a file can import under its name, such as "vault"',
  (value) => identifier.accepts(value) && !unbindable.has(value as string),
);

/**
 * A name is compared word by word, in whatever spelling, and is no pattern: `*Token` would only be `token`. One without
 * a word, or longer than any name, would be none at all.
 */
const secretName = matching(
  'the name of a property or variable, such as "magicWord"; patterns are not understood',
  /^(?=.*[\p{Lu}\p{Ll}\d])[\p{L}\p{N}\p{M}$_\-.:/@# ]{1,120}$/u,
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
  project: optional(oneOf(true, false)),
  vault: optional(vault),
  testFiles: optional(list(glob)),
  libraries: optional(list(library)),
  sessionObjects: optional(list(memberPath)),
  secretNames: optional(
    object<NonNullable<SessionSecretsSettings['secretNames']>>('an object with add and allow', {
      add: optional(list(secretName)),
      allow: optional(list(secretName)),
    }),
  ),
});
