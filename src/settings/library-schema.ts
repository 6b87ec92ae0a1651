import {
  attributes,
  exportPath,
  flag,
  identifier,
  index,
  isIndex,
  memberPath,
  moduleName,
  names,
  path,
  scalar,
  secret,
  storage,
  text,
  within,
} from './attribute-schema';
import type { ItemOf } from './attribute-schema';
import type {
  AccountCall,
  Application,
  CookieHeader,
  CookieRead,
  CookieWrite,
  Handed,
  HandlerFact,
  Library,
  ResponseFact,
  SessionFact,
  StoreFact,
} from '../libraries/types';
import { setup } from './setup-schema';
import { leaf, list, object, oneOf, optional } from './shape';

type Gathered = NonNullable<NonNullable<SessionFact['callback']>['gathered']>;
type MethodOf = NonNullable<NonNullable<SessionFact['passedOn']>['method']>;

const cookieWrite = object<CookieWrite>('a cookie write, such as { name: 0, options: 2, attributes: {} }', {
  exports: optional(list(exportPath)),
  members: optional(list(memberPath)),
  assigned: optional(list(memberPath)),
  isOfSession: optional(flag),
  signedBy: optional(moduleName),
  name: leaf('the index of an argument (0, 1 …), or "step"', (value) => isIndex(value) || value === 'step'),
  value: optional(index),
  options: index,
  object: optional(index),
  attributes,
  secrets: optional(list(secret)),
  defaultsFrom: optional(
    object<NonNullable<CookieWrite['defaultsFrom']>>('an object with export and path', { export: exportPath, path }),
  ),
  definition: optional(flag),
  mayBeSealed: optional(flag),
  onlyWith: optional(names),
  within: optional(within),
  unimported: optional(
    object<NonNullable<CookieWrite['unimported']>>('an object with names and first', { names, first: names }),
  ),
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
  accessors: optional(
    list(object<ItemOf<SessionFact['accessors']>>('an object with member and key', { member: memberPath, key: text })),
  ),
  writers: optional(
    list(
      object<ItemOf<SessionFact['writers']>>('an object with exports or unimported, and argument', {
        exports: optional(list(exportPath)),
        unimported: optional(names),
        argument: index,
      }),
    ),
  ),
  returned: optional(list(exportPath)),
  data: optional(text),
  savedBy: optional(names),
  sealed: optional(names),
  interfaces: optional(
    list(
      object<ItemOf<SessionFact['interfaces']>>('an object with module and name', {
        module: text,
        name: text,
        member: optional(text),
      }),
    ),
  ),
  callback: optional(
    object<NonNullable<SessionFact['callback']>>('an object with path and property', {
      path,
      property: text,
      gathered: optional(object<Gathered>('an object with by and property', { by: text, property: text })),
    }),
  ),
  passedOn: optional(
    object<NonNullable<SessionFact['passedOn']>>('an object with exports, callbackParameter and argument', {
      exports: optional(list(exportPath)),
      method: optional(object<MethodOf>('an object with of and name', { of: list(exportPath), name: text })),
      members: optional(list(memberPath)),
      madeBy: optional(text),
      callbackParameter: index,
      argument: index,
    }),
  ),
  within: optional(within),
  standsFor: optional(memberPath),
  storage: optional(storage),
  id: optional(names),
  idMembers: optional(list(memberPath)),
  storeMembers: optional(list(memberPath)),
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
  renewedBy: optional(list(memberPath)),
  renewedByKey: optional(
    object<NonNullable<SessionFact['renewedByKey']>>('an object with member and key', {
      member: memberPath,
      key: text,
    }),
  ),
  afterUnset: optional(oneOf('ends', 'lives')),
  unsetEndsWith: optional(
    object<NonNullable<SessionFact['unsetEndsWith']>>('an object with path and value', { path, value: scalar }),
  ),
  afterCookie: optional(oneOf('lives')),
  regenerateFrom: optional(text),
  unimported: optional(
    object<NonNullable<SessionFact['unimported']>>('an object with names and header', {
      names,
      header: optional(text),
    }),
  ),
});

const cookieRead = object<CookieRead>('a call that reads a cookie, such as { members: ["ctx.cookies.get"], name: 0 }', {
  exports: optional(list(exportPath)),
  members: optional(list(memberPath)),
  name: index,
  value: optional(identifier),
  within: optional(within),
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
  within: optional(within),
  decorators: optional(list(exportPath)),
  secondParameter: optional(identifier),
});

const accountCall = object<AccountCall>('a login or logout, such as { does: "login", members: ["req.signIn"] }', {
  does: oneOf('login', 'logout'),
  members: optional(list(memberPath)),
  exports: optional(list(exportPath)),
  renewsFrom: optional(text),
  callbackTakesOver: optional(flag),
  skippedBy: optional(names),
  callbackFrom: optional(text),
});

const application = object<Application>(
  'an application, such as { export: ["()"], adds: ["use"], changes: ["post"] }',
  {
    export: exportPath,
    adds: names,
    changes: names,
    chained: optional(names),
    isOrdered: optional(flag),
    proxy: optional(
      object<NonNullable<Application['proxy']>>('an object with words and statement', {
        words: text,
        statement: optional(text),
      }),
    ),
  },
);

/** The shape of one library's facts, ours and the user's. */
export const library = object<Library>('the facts of a library, such as { module: "@acme/session", readFrom: "1.0" }', {
  module: moduleName,
  specifiers: optional(list(moduleName)),
  readFrom: text,
  setups: optional(list(setup)),
  cookieWrites: optional(list(cookieWrite)),
  cookieReads: optional(list(cookieRead)),
  cookieHeaders: optional(list(cookieHeader)),
  sessions: optional(list(session)),
  requestCookies: optional(list(memberPath)),
  credentials: optional(list(memberPath)),
  responses: optional(list(response)),
  handlers: optional(list(handler)),
  accountCalls: optional(list(accountCall)),
  memoryStores: optional(list(exportPath)),
  store: optional(
    object<StoreFact>('a store, such as { exports: [["RedisStore"]], options: 0 }', {
      exports: list(exportPath),
      options: index,
      secrets: optional(list(secret)),
    }),
  ),
  applications: optional(list(application)),
  routers: optional(list(exportPath)),
  hands: optional(
    object<Handed>('what handlers are given, such as { by: [["()"]], to: [["req"], ["res"]] }', {
      by: list(exportPath),
      to: list(names),
      errorFirstOf: optional(index),
    }),
  ),
  staticFiles: optional(list(exportPath)),
  stopsForgery: optional(flag),
});
