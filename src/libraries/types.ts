import type { AccountCall } from './types/account';
import type { Application, Handed } from './types/application';
import type { Attributes, Scalar, SecretFact } from './types/attributes';
import type { ExportPath, MemberPath, Within } from './types/paths';
import type { HandlerFact, ResponseFact } from './types/response';
import type { Setup, DataLocation } from './types/setups';
import type { StoreFact } from './types/store';

/**
 * The shape of a fact file. A library is plain JSON: no functions, no regular expressions, so that a user can hand the
 * same shape in `settings['session-secrets'].libraries`, and so that tests can write source code from it.
 */

export type * from './types/account';
export type * from './types/application';
export type * from './types/attributes';
export type * from './types/paths';
export type * from './types/response';
export type * from './types/setups';
export type * from './types/store';

/** A call that writes one cookie. */
export interface CookieWrite {
  /** The callee by where it comes from … */
  exports?: readonly ExportPath[];
  /** … or by the way it is written: `res.cookie`. Calls in between do not matter (`res.status(200).cookie`). */
  members?: readonly MemberPath[];
  /**
   * Cookies whose `value` and attributes are assigned, too: `cookie.*` for `cookie.sid.httpOnly = false`. Nothing is
   * said of what is not assigned.
   */
  assigned?: readonly MemberPath[];
  /** True where the cookie is that of the session, whatever it is called: `req.session.cookie.maxAge = …`. */
  isOfSession?: boolean;
  /** Indexes of the arguments; `step`: the cookie is the step before the method, as in `cookie.sid.set({...})`. */
  name: number | 'step';
  value?: number;
  options: number;
  /** Index of an argument that may be one object with `name`, `value` and the attributes. */
  object?: number;
  /** Attributes below the options argument. */
  attributes: Attributes;
  secrets?: readonly SecretFact[];
  /** The library whose set-up has the secret that `signed` signs with; without one there, the write throws. */
  signedBy?: string;
  /** `defaults` of this export's set-up (a path below its options) count for every write of the file. */
  defaultsFrom?: { export: ExportPath; path: readonly string[] };
  /** True when the definition of a cookie is meant, whose values come later: `createCookie('sid', {...})`. */
  definition?: boolean;
  /**
   * Keys of the options of which one has to be given: without them the call writes nothing, or is made by a script in
   * the browser, which can hide no cookie from scripts.
   */
  onlyWith?: readonly string[];
  /** True when a declaration in another file may have the library encrypt the value: hapi's `encoding: 'iron'`. */
  mayBeSealed?: boolean;
  /** Where `members` mean this library; everywhere if not said. */
  within?: Within;
  /**
   * The call is recognised without a visible import under one of `names` when its first argument is called one of
   * `first`: `setCookie(event, 'sid', …)`. Only for what is unmistakable.
   */
  unimported?: { names: readonly string[]; first: readonly string[] };
}

/** A call that reads one cookie of a request: `cookies.get('sid')`. */
export interface CookieRead {
  /** The callee by where it comes from … */
  exports?: readonly ExportPath[];
  /** … or by the way it is written. */
  members?: readonly MemberPath[];
  /** Index of the cookie's name. */
  name: number;
  /** The property its text lies below, where the call gives an object: `value`. */
  value?: string;
  /** Where `members` mean this library; everywhere if not said. */
  within?: Within;
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
  /** By a call with a literal for its one argument: `c.get('session')`. */
  accessors?: readonly { member: MemberPath; key: string }[];
  /** By the type of a parameter or variable. */
  types?: readonly ExportPath[];
  /** Interfaces users extend to type the data: `declare module 'express-session' { interface SessionData {…} }`. */
  interfaces?: readonly {
    module: string;
    name: string;
    /** What the session is called in it, where it holds other things as well: only in projects that use the library. */
    member?: string;
  }[];
  /** By a parameter decorator: `@Session()`. */
  decorators?: readonly ExportPath[];
  /**
   * By a callback of the options: `callbacks.session({ session })`. What the callback returns is written to the session
   * too.
   */
  callback?: {
    path: readonly string[];
    property: string;
    /**
     * What it is given under `property` beside the session is what the callback beside it, called `by`, has gathered.
     */
    gathered?: { by: string; property: string };
  };
  /** Keys that hold the session's own id: `id` for `req.session.id`. */
  id?: readonly string[];
  /** The same id beside the session, by the way it is written: `req.sessionID`. */
  idMembers?: readonly MemberPath[];
  /** Its store, whose `all` and `get` hand sessions to a callback: `req.sessionStore`. */
  storeMembers?: readonly MemberPath[];
  /**
   * By the argument of a function that a callback is given: passport's `serializeUser((user, done) => done(null, it))`.
   */
  passedOn?: {
    exports?: readonly ExportPath[];
    /** A method of classes that extend one of these, in place of a function that a call is given. */
    method?: { of: readonly ExportPath[]; name: string };
    /** The same call by the way it is written, where the object came as a parameter: `passport.serializeUser`. */
    members?: readonly MemberPath[];
    /** The method of the same object that is given what makes the values, with a callback that hands them on alike. */
    madeBy?: string;
    callbackParameter: number;
    argument: number;
  };
  /** Calls that write the keys of an object to the session: `setUserSession(event, {...})`. */
  writers?: readonly {
    exports?: readonly ExportPath[];
    /** Names of the function where it needs no import; only for what is unmistakable. */
    unimported?: readonly string[];
    /** Index of the object. */
    argument: number;
  }[];
  /** Calls that take a function whose result is handed on as the session: `customSession(({ user }) => ({ user }))`. */
  returned?: readonly ExportPath[];
  /** The property the values lie below, where they are not the session's own: `data` for `session.data.user`. */
  data?: string;
  /** Calls without which what is assigned below `data` is gone after the request; left out where it is kept anyway. */
  savedBy?: readonly string[];
  /** Keys whose values stay on the server, unlike their neighbours: a secret is safe below them. */
  sealed?: readonly string[];
  /** Where `members` and `accessors` mean this library; everywhere if not said. */
  within?: Within;
  /** The chain it is another name of, where the library that makes the session is another one: `req.session`. */
  standsFor?: MemberPath;
  /** Left out: the file's set-up decides. */
  storage?: DataLocation;
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
  /** What gives it a new id beside it, by the way it is written: `ctx.regenerateSession`. */
  renewedBy?: readonly MemberPath[];
  /**
   * What has the same done when the request is answered, by a key that is set to `true`: `c.set('session_key_rotation',
   * true)`.
   */
  renewedByKey?: { member: MemberPath; key: string };
  /**
   * What becomes of a session on the server that the request loses (`req.session = null`, `delete req.session`).
   * `lives`: whoever comes with the cookie from before is still in it. Left out: nobody has tried.
   */
  afterUnset?: 'ends' | 'lives';
  /** An option of the set-up by which it ends there where it would live. */
  unsetEndsWith?: { path: readonly string[]; value: Scalar };
  /** The same where only its cookie is cleared, which takes it from this browser alone. */
  afterCookie?: 'lives';
  /** The first version that has the methods of `regenerate`; left out when every version we know of has them. */
  regenerateFrom?: string;
  /**
   * The call is recognised without a visible import. `header`: the call's argument reads this request header; without
   * it the names alone are unmistakable.
   */
  unimported?: { names: readonly string[]; header?: string };
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
  cookieReads?: readonly CookieRead[];
  cookieHeaders?: readonly CookieHeader[];
  sessions?: readonly SessionFact[];
  /** All cookies of a request in one object, by the way it is written: `req.cookies`. */
  requestCookies?: readonly MemberPath[];
  /** Credentials that come along with the session, by the way they are written in full: `req.user.accessToken`. */
  credentials?: readonly MemberPath[];
  responses?: readonly ResponseFact[];
  handlers?: readonly HandlerFact[];
  accountCalls?: readonly AccountCall[];
  /**
   * What keeps sessions in the memory of the process: `['MemoryStore', '()']`, a value for `store`, or a whole storage.
   * `whenAbsent: 'memory'` of `store` says that it is the default.
   */
  memoryStores?: readonly ExportPath[];
  /** What keeps the sessions of others: no set-up, and no memory of the kind above. */
  store?: StoreFact;
  applications?: readonly Application[];
  /** What makes a router, whose routes are its application's: `['Router', '()']`. */
  routers?: readonly ExportPath[];
  /** What the handlers of applications and routers are given. */
  hands?: Handed;
  /** Middlewares and plugins that serve files: `['static', '()']`. */
  staticFiles?: readonly ExportPath[];
  /** True when a file that loads it thereby shows that it has something against forged requests. */
  stopsForgery?: boolean;
}
