/**
 * The shape of a fact file. A library is plain JSON: no functions, no regular expressions, so that a user can hand the
 * same shape in `settings['session-secrets'].libraries`, and so that tests can write source code from it.
 */

import type { HandlerFact, ResponseFact } from './types/response';

export type { HandlerFact, ResponseFact };

/** What really happens when an option is left out, or the literal a library understands. */
export type Scalar = string | number | boolean | null;

/**
 * The way from a module to a value: `['getIronSession', '()']` is the result of calling the export `getIronSession`
 * (awaited or not, `new` alike), `[]` the default export in all its disguises, `*` any one step.
 */
export type ExportPath = readonly string[];

/** The end of a member chain that starts at something no file defines: `req.session`, `ctx.cookies.set`. */
export type MemberPath = string;

/**
 * Where session data ends up.
 * - `server`: in a store in clear text, the cookie is an id
 * - `signed-client`: in the cookie, readable by its holder
 * - `encrypted-client`: in the cookie, sealed
 * - `browser`: handed to client-side scripts by design
 */
export type Storage = 'server' | 'signed-client' | 'encrypted-client' | 'browser';

/** Our words for what a cookie or session can be told; the paths of a fact file are the library's words. */
export type AttributeName =
  | 'secure'
  | 'httpOnly'
  | 'sameSite'
  | 'maxAge'
  | 'expires'
  | 'domain'
  | 'path'
  | 'name'
  | 'signed'
  | 'store'
  | 'partitioned'
  /** How long the library accepts the session's data, where it tells that apart from the cookie's `maxAge`. */
  | 'ttl'
  /** Whether the library believes the proxy in front of it that the connection is HTTPS. */
  | 'proxy';

export interface AttributeFact {
  /** Keys from the options object down to the value. */
  path: readonly string[];
  /** Other places the library reads instead of `path`; one that is set wins. */
  aliases?: readonly (readonly string[])[];
  /** What happens when the option is left out. Not there: it depends on run time, so absence says nothing. */
  whenAbsent?: Scalar;
  /** True when an explicit `undefined` removes a safe default. */
  undefinedRemoves?: boolean;
  /** Of a duration. */
  unit?: 'ms' | 's';
  /** Literals beside `true` and `false` the library understands, in its own spelling: `['auto']`, `['Lax', 'Strict']`. */
  values?: readonly Scalar[];
  /** Literals the library throws on, or writes into the cookie as text no browser understands; `true` may be one. */
  rejects?: readonly Scalar[];
  /** The first version that does; left out when every version we know of does. */
  rejectsFrom?: string;
  /** Values of a duration that mean: without end. */
  endless?: readonly Scalar[];
  /** What happens when the whole options argument is left out, where that is not `whenAbsent`. */
  withoutOptions?: Scalar;
}

export type Attributes = Partial<Record<AttributeName, AttributeFact>>;

/** A place that takes a signing or sealing secret, a list of them, or an object of them. */
export interface SecretFact {
  /** Keys from the options object down; `[]` when the argument (or assigned value) itself is the secret. */
  path: readonly string[];
  /** Index of the argument when it is not the options argument: `cookieParser(secret)`. */
  argument?: number;
  /** Characters the library itself insists on; left out when it accepts anything. */
  minLength?: number;
  /** `bytes-base64`: the text is decoded before use, so it is never judged as a passphrase. */
  encoding?: 'base64';
  /** True when the library goes on without signing where the secret is missing. */
  unsignedWhenAbsent?: boolean;
}

interface SetupFacts {
  attributes?: Attributes;
  secrets?: readonly SecretFact[];
  /** Where the session data of this set-up ends up. */
  storage?: Storage;
  /** Options that, when one is given, move the data elsewhere: koa-session's `store`. */
  storageWhen?: readonly { path: readonly string[]; storage: Storage }[];
  /** An object that, once given, replaces all its defaults; `before`: in versions below this one. */
  replaces?: { path: readonly string[]; before?: string };
}

/** One way of setting a session up. */
export type Setup = SetupFacts &
  (
    | {
        /** A call or `new`: `session({...})`. */
        form: 'call';
        export: ExportPath;
        /** Index of the options argument; several: whichever is an object; `last`: the last one given. */
        options: number | readonly number[] | 'last';
        /**
         * The call is recognised without a visible import under one of `names`, when its options have one of `keys`
         * (any object when `keys` is empty): only for what is unmistakable.
         */
        unimported?: { names: readonly string[]; keys: readonly string[] };
      }
    | {
        /** Handed to another call with its options: `app.register(plugin, {...})`. */
        form: 'plugin';
        export: ExportPath;
        methods: readonly string[];
        /** Index of the plugin argument; its options follow it. */
        plugin: number;
        /** True when a list of options objects is taken as well. */
        list?: boolean;
      }
    | {
        /** Assigned to a property of something the library made: `app.keys = [...]`. */
        form: 'assign';
        export: ExportPath;
      }
    | {
        /** An object that is annotated with (or `satisfies`) the library's options type. */
        form: 'typed';
        export: ExportPath;
      }
  );

/** A call that writes one cookie. */
export interface CookieWrite {
  /** The callee by where it comes from … */
  exports?: readonly ExportPath[];
  /** … or by the way it is written: `res.cookie`. Calls in between do not matter (`res.status(200).cookie`). */
  members?: readonly MemberPath[];
  /** Indexes of the arguments. */
  name: number;
  value?: number;
  options: number;
  /** Index of an argument that may be one object with `name`, `value` and the attributes. */
  object?: number;
  /** Attributes below the options argument. */
  attributes: Attributes;
  secrets?: readonly SecretFact[];
  /** `defaults` of this export's set-up (a path below its options) count for every write of the file. */
  defaultsFrom?: { export: ExportPath; path: readonly string[] };
  /** True when the definition of a cookie is meant, whose values come later: `createCookie('sid', {...})`. */
  definition?: boolean;
}

/** Response headers that carry cookies as text: `res.setHeader('Set-Cookie', 'sid=…')`. */
export interface CookieHeader {
  header: string;
  /** Methods that take the header's name first and its text second. */
  methods: readonly string[];
  /**
   * Methods and constructors that take an object of headers, as an argument or as its `headers`: `writeHead(200, {…})`,
   * `new Response(body, { headers: {…} })`.
   */
  objectMethods?: readonly string[];
  attributes: Attributes;
}

/** What a request's session data lives on. */
export interface SessionFact {
  /** By the way it is written: `req.session`. */
  members?: readonly MemberPath[];
  /** By where it comes from: `['getIronSession', '()']`. */
  exports?: readonly ExportPath[];
  /** By the type of a parameter or variable. */
  types?: readonly ExportPath[];
  /** Interfaces users extend to type the data: `declare module 'express-session' { interface SessionData {…} }`. */
  interfaces?: readonly { module: string; name: string }[];
  /** By a parameter decorator: `@Session()`. */
  decorators?: readonly ExportPath[];
  /**
   * By a callback of the options: `callbacks.session({ session })`. What the callback returns is written to the session
   * too.
   */
  callback?: { path: readonly string[]; property: string };
  /** Keys that hold the session's own id: `id` for `req.session.id`. */
  id?: readonly string[];
  /** The same id beside the session, by the way it is written: `req.sessionID`. */
  idMembers?: readonly MemberPath[];
  /** By the argument of a function that a callback is given: passport's `serializeUser((user, done) => done(null, it))`. */
  passedOn?: {
    exports: readonly ExportPath[];
    /** The same call by the way it is written, where the object came as a parameter: `passport.serializeUser`. */
    members?: readonly MemberPath[];
    callbackParameter: number;
    argument: number;
  };
  /** Left out: the file's set-up decides. */
  storage?: Storage;
  /** Methods by what they do; the key is their first argument. Values are properties where none is given. */
  methods?: {
    set?: readonly string[];
    get?: readonly string[];
    has?: readonly string[];
    clear?: readonly string[];
    /** Take one object of several keys. */
    assign?: readonly string[];
    /** Methods and properties that give all of the data at once: `session.all()`, `session.data`. */
    all?: readonly string[];
    /** Give the session a new id. */
    regenerate?: readonly string[];
    /** End the session. */
    destroy?: readonly string[];
  };
  /** True when the value may be handed on without being awaited and a call is recognised without a visible import. */
  unimported?: { names: readonly string[]; /** The call's argument reads this request header. */ header: string };
}

export interface Library {
  /** The name on npm; messages use it. */
  module: string;
  /** Other specifiers that load the same (`fastify-session`, `@remix-run/cloudflare`). */
  specifiers?: readonly string[];
  /** The version whose behaviour was run or read, so that a later reader can tell whether a fact is stale. */
  readFrom: string;
  setups?: readonly Setup[];
  cookieWrites?: readonly CookieWrite[];
  cookieHeaders?: readonly CookieHeader[];
  sessions?: readonly SessionFact[];
  /** All cookies of a request in one object, by the way it is written: `req.cookies`. */
  requestCookies?: readonly MemberPath[];
  responses?: readonly ResponseFact[];
  handlers?: readonly HandlerFact[];
  /**
   * What keeps sessions in the memory of the process: `['MemoryStore', '()']`, a value for `store`, or a whole storage.
   * `whenAbsent: 'memory'` of `store` says that it is the default.
   */
  memoryStores?: readonly ExportPath[];
}
