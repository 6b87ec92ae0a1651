import type {
  AttributeFact,
  Attributes,
  CookieHeader,
  CookieWrite,
  HandlerFact,
  Library,
  ResponseFact,
  SecretFact,
  SessionFact,
  Setup,
} from './libraries/types';
import type { SessionSecretsSettings, VaultSettings } from './settings';
import { leaf, list, matching, object, oneOf, optional } from './shape';
import type { ObjectShape, Shape, VariantShape } from './shape';

const isIndex = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

const text = leaf('a string that is not empty', (value) => typeof value === 'string' && value !== '');
const moduleName = matching('the name of a module, such as "#session-vault" or "@acme/session"', /^\S+$/);
const identifier = matching('a name as written in code, such as "store"', /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u);
const identifierPart = matching('a part of a name as written in code, such as "Ref"', /^[\p{ID_Continue}$]+$/u);
const memberPath = matching('a member path, such as "req.session"', /^[\p{ID_Continue}$]+(?:\.[\p{ID_Continue}$]+)*$/u);
const flag = oneOf(true, false);
const count = leaf('a whole number, 0 or more', isIndex);
const index = leaf('the index of an argument (0, 1 …)', isIndex);
const scalar = leaf(
  'a string, number, boolean or null',
  (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
);
const names = list(text);
const path: Shape = { expected: 'a list of keys, such as ["cookie", "secure"]', listOf: text };
const exportPath: Shape = {
  expected: 'a path below the module, such as ["getSession", "()"]; [] is its default export',
  listOf: text,
};
const storage = oneOf('server', 'signed-client', 'encrypted-client', 'browser');

const attribute = object<AttributeFact>('an attribute, such as { path: ["secure"] }', {
  path,
  aliases: optional(list(path)),
  whenAbsent: optional(scalar),
  undefinedRemoves: optional(flag),
  unit: optional(oneOf('ms', 's')),
  values: optional(list(scalar)),
  rejects: optional(list(scalar)),
  rejectsFrom: optional(text),
  endless: optional(list(scalar)),
  withoutOptions: optional(scalar),
});

const attributes = object<Attributes>('an object of attributes, such as { secure: { path: ["secure"] } }', {
  secure: optional(attribute),
  httpOnly: optional(attribute),
  sameSite: optional(attribute),
  maxAge: optional(attribute),
  expires: optional(attribute),
  domain: optional(attribute),
  path: optional(attribute),
  name: optional(attribute),
  signed: optional(attribute),
  store: optional(attribute),
  partitioned: optional(attribute),
  ttl: optional(attribute),
  proxy: optional(attribute),
});

const secret = object<SecretFact>('a place of a secret, such as { path: ["secret"] }', {
  path,
  argument: optional(index),
  minLength: optional(count),
  encoding: optional(oneOf('base64')),
  unsignedWhenAbsent: optional(flag),
});

type ItemOf<T> = NonNullable<T> extends readonly (infer Item)[] ? Item : never;

const setupFacts = {
  attributes: optional(attributes),
  secrets: optional(list(secret)),
  storage: optional(storage),
  storageWhen: optional(
    list(object<ItemOf<Setup['storageWhen']>>('an object with path and storage', { path, storage })),
  ),
  replaces: optional(
    object<NonNullable<Setup['replaces']>>('an object with path and before', { path, before: optional(text) }),
  ),
};

type SetupOf<Form extends Setup['form']> = Extract<Setup, { form: Form }>;

const setup: VariantShape & { variants: { [Form in Setup['form']]: ObjectShape } } = {
  expected: 'a set-up, such as { form: "call", export: [], options: 0 }',
  key: 'form',
  variants: {
    call: object<SetupOf<'call'>>('a set-up by a call', {
      ...setupFacts,
      form: text,
      export: exportPath,
      options: leaf(
        'the index of an argument (0, 1 …), a list of them, or "last"',
        (value) => isIndex(value) || value === 'last' || (Array.isArray(value) && value.every(isIndex)),
      ),
      unimported: optional(
        object<NonNullable<SetupOf<'call'>['unimported']>>('an object with names and keys', { names, keys: names }),
      ),
    }),
    plugin: object<SetupOf<'plugin'>>('a set-up by a plugin', {
      ...setupFacts,
      form: text,
      export: exportPath,
      methods: names,
      plugin: index,
      list: optional(flag),
    }),
    assign: object<SetupOf<'assign'>>('a set-up by an assignment', { ...setupFacts, form: text, export: exportPath }),
    typed: object<SetupOf<'typed'>>('a set-up by a typed object', { ...setupFacts, form: text, export: exportPath }),
  },
};

const cookieWrite = object<CookieWrite>('a cookie write, such as { name: 0, options: 2, attributes: {} }', {
  exports: optional(list(exportPath)),
  members: optional(list(memberPath)),
  name: index,
  value: optional(index),
  options: index,
  object: optional(index),
  attributes,
  secrets: optional(list(secret)),
  defaultsFrom: optional(
    object<NonNullable<CookieWrite['defaultsFrom']>>('an object with export and path', { export: exportPath, path }),
  ),
  definition: optional(flag),
});

const cookieHeader = object<CookieHeader>('an object with header, methods and attributes', {
  header: text,
  methods: names,
  objectMethods: optional(names),
  attributes,
});

const session = object<SessionFact>('a session object, such as { members: ["req.session"] }', {
  members: optional(list(memberPath)),
  exports: optional(list(exportPath)),
  types: optional(list(exportPath)),
  decorators: optional(list(exportPath)),
  interfaces: optional(
    list(object<ItemOf<SessionFact['interfaces']>>('an object with module and name', { module: text, name: text })),
  ),
  callback: optional(
    object<NonNullable<SessionFact['callback']>>('an object with path and property', { path, property: text }),
  ),
  passedOn: optional(
    object<NonNullable<SessionFact['passedOn']>>('an object with exports, callbackParameter and argument', {
      exports: list(exportPath),
      members: optional(list(memberPath)),
      callbackParameter: index,
      argument: index,
    }),
  ),
  storage: optional(storage),
  id: optional(names),
  idMembers: optional(list(memberPath)),
  methods: optional(
    object<NonNullable<SessionFact['methods']>>('an object of method names, such as { set: ["set"] }', {
      set: optional(names),
      get: optional(names),
      has: optional(names),
      clear: optional(names),
      assign: optional(names),
      all: optional(names),
      regenerate: optional(names),
      destroy: optional(names),
    }),
  ),
  unimported: optional(
    object<NonNullable<SessionFact['unimported']>>('an object with names and header', { names, header: text }),
  ),
});

const response = object<ResponseFact>('a way out, such as { as: "body", members: ["res.json"] }', {
  as: oneOf('body', 'redirect', 'page'),
  members: optional(list(memberPath)),
  exports: optional(list(exportPath)),
  globals: optional(names),
  argument: optional(index),
});

const handler = object<HandlerFact>('a kind of handler, such as { secondParameter: "reply" }', {
  exported: optional(names),
  decorators: optional(list(exportPath)),
  secondParameter: optional(identifier),
});

const library = object<Library>('the facts of a library, such as { module: "@acme/session", readFrom: "1.0" }', {
  module: moduleName,
  specifiers: optional(list(moduleName)),
  readFrom: text,
  setups: optional(list(setup)),
  cookieWrites: optional(list(cookieWrite)),
  cookieHeaders: optional(list(cookieHeader)),
  sessions: optional(list(session)),
  requestCookies: optional(list(memberPath)),
  responses: optional(list(response)),
  handlers: optional(list(handler)),
  memoryStores: optional(list(exportPath)),
});

const vault: ObjectShape = {
  ...object<VaultSettings>('false, or an object such as { module: "#session-vault" }', {
    module: moduleName,
    export: optional(identifier),
    store: optional(identifier),
    read: optional(identifier),
    rotate: optional(identifier),
    revoke: optional(identifier),
    suffix: optional(identifierPart),
  }),
  or: oneOf(false),
};

/** The shape of `settings['session-secrets']`. */
export const settingsShape = object<SessionSecretsSettings>('an object, such as { vault: { module: "#v" } }', {
  vault: optional(vault),
  libraries: optional(list(library)),
  sessionObjects: optional(list(memberPath)),
  secretNames: optional(
    object<NonNullable<SessionSecretsSettings['secretNames']>>('an object with add and allow', {
      add: optional(names),
      allow: optional(names),
    }),
  ),
});
