/** What really happens when an option is left out, or the literal a library understands. */
export type Scalar = string | number | boolean | null;

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
  /** Whether each request begins the lifetime anew. */
  | 'rolling'
  /** Whether the library believes the proxy in front of it that the connection is HTTPS. */
  | 'proxy'
  /** Whether the library by itself writes the tokens its users have at their provider into a cookie, in clear text. */
  | 'tokens';

/** A span of versions: from `from` on, and before `before`. */
export interface Versions {
  from?: string;
  before?: string;
}

export interface AttributeFact {
  /** Keys from the options object down to the value. */
  path: readonly string[];
  /** Other places the library reads instead of `path`; one that is set wins. */
  aliases?: readonly (readonly string[])[];
  /** Other options that may set the attribute by themselves: where one is given, nothing is known. */
  impliedBy?: readonly (readonly string[])[];
  /** What happens when the option is left out. Not there: it depends on run time, so absence says nothing. */
  whenAbsent?: Scalar;
  /** True when an explicit `undefined` removes a safe default. */
  undefinedRemoves?: boolean;
  /** Of a duration. */
  unit?: 'ms' | 's';
  /**
   * Literals beside `true` and `false` the library understands, in its own spelling: `['auto']`, `['Lax', 'Strict']`.
   */
  values?: readonly Scalar[];
  /** Literals the library throws on, or writes into the cookie as text no browser understands; `true` may be one. */
  rejects?: readonly Scalar[];
  /** The first version that does; left out when every version we know of does. */
  rejectsFrom?: string;
  /** The same, for what is so long ago that a version nobody knows counts as one that does. */
  rejectsUnlessBefore?: string;
  /** Kinds of literals it does that to, or ignores, whatever they say; a text that is a number is none of them. */
  rejectsTypes?: readonly ('string' | 'number')[];
  /** True when a duration as a text of digits, `'3600'`, is no number to the library either. */
  rejectsDigits?: boolean;
  /**
   * What a set-up makes of a duration of 0: `dead` when it sends the cookie with a lifetime that is over, so that no
   * browser keeps it; `ignored` when it goes on as if nothing were said.
   */
  whenZero?: 'dead' | 'ignored';
  /** The longest time the library takes, in its unit (for a date: seconds from now); it throws above that. */
  max?: number;
  /** Values of a duration that mean: without end. */
  endless?: readonly Scalar[];
  /** True when a duration may be a text as the package `ms` reads it: `'7d'`. */
  texts?: boolean;
  /** What happens when the whole options argument is left out, where that is not `whenAbsent`. */
  withoutOptions?: Scalar;
  /**
   * What is different in other versions than `readFrom`. Where it cannot be told which version is in use, what differs
   * is not known.
   */
  versions?: readonly (Versions &
    Omit<AttributeFact, 'path' | 'aliases' | 'impliedBy' | 'rejectsFrom' | 'rejectsUnlessBefore' | 'versions'>)[];
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
