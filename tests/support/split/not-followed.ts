/** Where a split program says something else than the flat one, and why that is so. */
export interface Exception {
  kinds: RegExp;
  /** Of `kind | here or elsewhere | what differs`. */
  what: RegExp;
  because: string;
}

type Where = 'here' | 'elsewhere' | 'anywhere';

const row = (kinds: string, where: Where, difference: string, because: string): Exception => ({
  kinds: new RegExp(`^(?:${kinds})$`),
  what: new RegExp(`^(?:${kinds}) \\| ${where === 'anywhere' ? '\\w+' : where} \\| (?:${difference})$`),
  because,
});

const parts = 'helper(?: of a renamed request| of the session)?';
const asMethod = ' as a (?:static method|method|method of a new one)';
const callbacks = `${parts} as a callback|a callback that is given the session`;
const anyHelper = `${parts}(?: as a .*)?|a callback that is given the session`;

/** Rules that ask what is done with a session, and with what is in it. */
const uses = 'not said: (?:no-secret-in-session (?:name|source)|no-session-leak \\w+|prefer-vault-read \\w+)';

export const notFollowed: readonly Exception[] = [
  // The flat program says less, or elsewhere.
  row(
    anyHelper,
    'elsewhere',
    'said as well: no-session-leak loggedId',
    'of an object that is logged the first fault is told; the session is told by one file and the id by the other',
  ),
  row(
    anyHelper,
    'anywhere',
    'elsewhere: no-session-leak \\w+',
    'what is handed to a helper is told where it is handed, and not where it is sent',
  ),
  row(
    anyHelper,
    'elsewhere',
    'said as well: require-session-destruction cookie',
    'a logout is told once, by the first act of it that is seen',
  ),
  // Sessions.
  row(
    'helper of a renamed request(?: as a method of an object)?',
    'elsewhere',
    uses,
    'a file without a word of sessions is not looked at',
  ),
  row(`${parts}${asMethod}`, 'elsewhere', uses, 'methods of classes of other files are not followed'),
  row(callbacks, 'elsewhere', uses, 'what another file does with a function it is given is not followed'),
  row(
    'helper(?: as a .*)?',
    'elsewhere',
    'not said: no-session-leak (?:sentSession|loggedUser)',
    'a helper is not asked about what its own parameters say it is given; a file by itself may be of any library',
  ),
  row(
    'handler(?: as a .*)?',
    'elsewhere',
    'not said: no-session-leak loggedUser',
    'the middleware that tells whose user it is stands in the route',
  ),
  row('options built(?: of a value)?', 'elsewhere', uses, 'what is built of a request elsewhere is not followed'),
  row('options built(?: of a value)?', 'here', uses, 'an object that is merged has to stand where it is merged'),
  row(
    'options.*|helper.*',
    'anywhere',
    'not said: no-secret-in-session gathered',
    'the callbacks of next-auth are read where they stand',
  ),
  row(
    anyHelper,
    'anywhere',
    'not said: no-user-object-in-session (?:row|credential)',
    'a user is not followed into the parameters of a helper',
  ),
  row(
    'handler(?: as a .*)?',
    'anywhere',
    'not said: no-user-object-in-session serialized',
    'a serializer is read where it is given',
  ),
  // Cookies.
  row(
    'helper(?: as a .*)?',
    'anywhere',
    'not said: (?:no-broad-cookie-scope broad|no-ineffective-cookie-option prefixDomain)',
    'options are not followed into the parameters of a method, nor of a function of another file',
  ),
  row(
    'value',
    'anywhere',
    'not said: no-ineffective-cookie-option expiry',
    'the number in `new Date(number)` is read where it stands',
  ),
  row('value', 'anywhere', 'not said: no-secret-in-cookie environment', 'the name of a header is read where it stands'),
  row(
    'options built',
    'anywhere',
    'not said: no-secret-in-cookie password',
    'what is put into a text is read where it stands',
  ),
  row(
    'options built of a value',
    'elsewhere',
    'not said: require-secure-cookie configured',
    'a configuration is judged by the objects that stand in it',
  ),
  // Applications.
  row(
    'what a call makes|a declaration|value|handler.*|helper.*|a callback.*',
    'anywhere',
    'not said: (?:require-csrf-protection|no-session-on-static-assets|require-trust-proxy) \\w+',
    'an application, its set-up, its files and its routes are read in one piece; what is handed on may be made safe',
  ),
  // Logins and logouts.
  row(
    anyHelper,
    'anywhere',
    'not said: (?:require-session-regeneration|require-session-destruction) \\w+',
    'a helper whose parameters are called as a handler’s is taken for one, and its callers are not asked',
  ),
];
