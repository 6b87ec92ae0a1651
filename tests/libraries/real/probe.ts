/** What a probe file, `probes/<library>.mjs`, has to export by default: how to start a library and visit it. */
export interface Probe {
  /** `module` of the fact file. */
  module: string;
  /** False where the package is not to be loaded as a whole, because a bundler comes with it. */
  isLoaded?: false;
  /** Names below `node_modules`, when the library is run in several versions; the module itself when left out. */
  packages?: readonly string[];
  /** Facts about options that a package, an older version, does not have yet: those are proven by the others. */
  lacks?: Readonly<Record<string, readonly string[]>>;
  /**
   * By the name of a place as docs/libraries.md spells it: `default()`, `register(default)`, `res.cookie()`; calls that
   * read a cookie as `reading by ctx.cookies.get()`.
   */
  places?: Readonly<Record<string, Place>>;
  /** Why facts are not proven, for all places; or one text for the whole library. */
  unproven?: string | Readonly<Record<string, string>>;
}

/** Reasons are given by fact: `store`, `secret keys`, `storage`, `destroy: destroy`, or by the name of a place. */
export interface Place {
  /** Those of the probe's packages that have this place; all when left out. */
  packages?: readonly string[];
  /** Options the library needs to start; each fact in question is set in a copy. */
  options?: unknown;
  /** Starts the library, `library` being the namespace object of the package. */
  start?: (library: never, options: never, more: More) => App | Promise<App>;
  /** Cookies apart from the one in question, by their names; those that end in `.sig` are always left aside. */
  besides?: readonly string[];
  /** How a key is written to and read from the session, where neither `methods` of the facts nor properties do. */
  write?: (session: never, key: string, value: string) => unknown;
  read?: (session: never, key: string) => unknown;
  /** A secret in the form this place takes: a list of keys, an object. A list in `options` makes a list by itself. */
  secret?: (text: string) => unknown;
  /** Values for the options named in `storageWhen`, by their path: `store`. */
  samples?: Readonly<Record<string, () => unknown>>;
  /** Words in the tokens that the provider of the probe gives to everybody. */
  tokens?: string;
  /** True where `maxAge` is how long the library itself accepts the data, too. */
  endsData?: true;
  /** What a cookie holds for a text, where a call that reads it takes only what is signed. */
  cookie?: (name: string, text: string) => string | Promise<string>;
  /** What the browser is handed, for data that goes there by design. */
  browser?: (library: never, marker: string, version: string) => string | Promise<string>;
  /** Options at the top that an attribute is not taken without: hapi's `isPartitioned` needs `isSameSite: 'None'`. */
  needs?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Values an attribute is tried with, where the usual ones make no sense to the library. */
  tries?: Readonly<Record<string, unknown>>;
  /** Proofs of facts that no cookie shows, by the fact; each answers what is wrong, or nothing. */
  proofs?: Readonly<
    Record<string, (library: never, version: string) => string | undefined | Promise<string | undefined>>
  >;
  /** Why a fact of this place is not proven, by its name: `store`, `secret keys`, `storage`, `destroy`. */
  unproven?: Readonly<Record<string, string>>;
}

/** What is given beside the options. */
export interface More {
  /** For secrets that are an argument of their own; undefined: none. */
  secret: unknown;
  /** The options argument is to be left out altogether. */
  withoutOptions: boolean;
  /** Options of the set-up named in `defaultsFrom`. */
  defaults?: object;
  version: string;
  /** Of those that a cookie is read in, by `within`: `hooks.server`. */
  file?: string;
}

export interface App {
  /** One request; the lines of its `Set-Cookie` headers. Throws where the library does. */
  visit(visit: Visit): Promise<readonly string[]>;
  close?(): unknown;
}

/** What places of calls that log in or out hand to `visited`: a request, and what it can do to its session. */
export interface Account {
  /** Has a session kept. */
  keep(): unknown;
  /** Makes the call, with a user where it takes one; done when the library is. Rejects what it throws. */
  call(method: string, given: Given): Promise<unknown>;
  isIn(): boolean;
}

/** How a call is made. */
export interface Given {
  options?: Readonly<Record<string, unknown>>;
  /** True: with a function that does nothing, `false`: without any. Left out: as the library wants it. */
  callback?: boolean;
}

export interface Visit {
  https: boolean;
  /** The request's `Cookie` header. */
  cookie?: string;
  headers?: Readonly<Record<string, string>>;
  /** To be called once in the request, with a way to the session (anew after each change), or with none. */
  act: (session?: () => unknown) => unknown;
}
