import fc from 'fast-check';

/** The session libraries the programs run on, and how their handlers reach the session. */
export const hosts = ['express-session', 'cookie-session', '@fastify/session', '@fastify/secure-session'] as const;
export type Host = (typeof hosts)[number];

/** A key of the session: names that settle it that the value is a secret, and names that say the contrary. */
export interface Key {
  path: readonly string[];
  isSecret: boolean;
}

const secretNames = ['accessToken', 'refreshToken', 'api_key', 'client-secret', 'PASSWORD'];
const neutralNames = ['views', 'theme', 'last-city'];

const secretKeys: Key[] = secretNames.map((name) => ({ path: [name], isSecret: true }));
const neutralKeys: Key[] = neutralNames.map((name) => ({ path: [name], isSecret: false }));
/** Below an object that is no secret itself. */
const nestedKey: Key = { path: ['github', 'idToken'], isSecret: true };

export const allSecrets: readonly Key[] = [...secretKeys, nestedKey, { path: ['credentials'], isSecret: true }];

const secretKey = fc.constantFrom(...secretKeys);
const anyKey = fc.oneof({ weight: 3, arbitrary: secretKey }, { weight: 1, arbitrary: fc.constantFrom(...neutralKeys) });

/** What is written: fields of the request's body, of which some are secrets, some nothing, some missing. */
const valueOf = (key: Key): fc.Arbitrary<string> =>
  key.isSecret
    ? fc.constantFrom(
        'B.secret',
        'B.other',
        'B.missing',
        'B.nothing',
        'B.empty',
        'B.flag && B.secret',
        'B.flag ? B.other : null',
        '`Bearer ${B.other}`',
        'String(B.secret)',
      )
    : fc.constantFrom('B.note', 'B.count', 'B.missing');

/** A piece of a handler, written for a session `S` and an output `out`. */
type Statement =
  | { kind: 'write'; key: Key; operator: string; value: string }
  | { kind: 'assign'; keys: readonly Key[]; values: readonly string[] }
  | { kind: 'copy'; from: Key; to: Key }
  | { kind: 'append'; key: Key }
  | { kind: 'read'; key: Key; form: number }
  | { kind: 'test'; key: Key; form: number }
  | { kind: 'branch'; key: Key; isNegated: boolean; then: readonly Statement[]; otherwise: readonly Statement[] }
  | { kind: 'loop'; body: readonly Statement[] }
  | { kind: 'guarded'; body: readonly Statement[] }
  | { kind: 'clear'; key: Key; form: number }
  | { kind: 'destructure'; keys: readonly Key[]; isRenamed: boolean; rest: 'none' | 'default' | 'rest' }
  | { kind: 'user'; form: number; value: string }
  | { kind: 'credentials'; form: number; value: string }
  /** Beyond what a fix can move. */
  | { kind: 'hard'; key: Key; form: number };

interface Handler {
  /** How the handler names its session. */
  root: 'direct' | 'alias' | 'destructured' | 'optional';
  /** Its route's name; some say that they refresh. */
  name: string;
  isAsync: boolean;
  statements: readonly Statement[];
}

export interface ProgramFile {
  handlers: readonly Handler[];
  hasVaultAlready: boolean;
  hasSemicolons: boolean;
  /** Which parser ESLint reads it with. */
  parser: 'espree' | 'typescript';
}

export interface Request {
  file: number;
  handler: number;
  isFlagged: boolean;
}

export interface Program {
  host: Host;
  /** By properties, or by `get` and `set` where the library has them. */
  style: 'member' | 'method';
  files: readonly ProgramFile[];
  requests: readonly Request[];
}

const form = fc.nat(20);

const { statements } = fc.letrec<{ statement: Statement; statements: readonly Statement[] }>((tie) => {
  const few = fc.array(tie('statement') as fc.Arbitrary<Statement>, {
    minLength: 1,
    maxLength: 3,
    depthIdentifier: 'statements',
  });
  return {
    statements: fc.array(tie('statement') as fc.Arbitrary<Statement>, { minLength: 1, maxLength: 5 }),
    statement: fc.oneof(
      { depthSize: 'small', depthIdentifier: 'statements', maxDepth: 2 },
      {
        weight: 6,
        arbitrary: anyKey.chain((key) =>
          fc.record({
            kind: fc.constant('write' as const),
            key: fc.constant(key),
            operator: fc.oneof(
              { weight: 6, arbitrary: fc.constant('=') },
              { weight: 2, arbitrary: fc.constantFrom('??=', '||=', '&&=') },
            ),
            value: valueOf(key),
          }),
        ),
      },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('read' as const), key: anyKey, form }) },
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('test' as const), key: anyKey, form }) },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('clear' as const), key: anyKey, form }) },
      {
        weight: 2,
        arbitrary: fc
          .uniqueArray(anyKey, { minLength: 1, maxLength: 3, selector: ({ path }) => path.join() })
          .chain((keys) =>
            fc.record({
              kind: fc.constant('assign' as const),
              keys: fc.constant(keys),
              values: fc.tuple(...keys.map(valueOf)),
            }),
          ),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), from: anyKey, to: secretKey }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('append' as const), key: anyKey }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('destructure' as const),
          keys: fc.uniqueArray(anyKey, { minLength: 1, maxLength: 3, selector: ({ path }) => path.join() }),
          isRenamed: fc.boolean(),
          rest: fc.constant('none' as const),
        }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('user' as const), form, value: valueOf(nestedKey) }) },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('credentials' as const), form, value: valueOf(nestedKey) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('loop' as const), body: few }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('guarded' as const), body: few }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('branch' as const),
          key: anyKey,
          isNegated: fc.boolean(),
          then: few,
          otherwise: fc.oneof(fc.constant([]), few),
        }),
      },
    ),
  };
});

const hard: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({ kind: fc.constant('hard' as const), key: secretKey, form }),
  fc.record({
    kind: fc.constant('destructure' as const),
    keys: fc.uniqueArray(anyKey, { minLength: 1, maxLength: 2, selector: ({ path }) => path.join() }),
    isRenamed: fc.boolean(),
    rest: fc.constantFrom('default' as const, 'rest' as const),
  }),
);

const handler = (mayBeHard: boolean): fc.Arbitrary<Handler> =>
  fc.record({
    root: fc.constantFrom('direct', 'direct', 'alias', 'destructured', 'optional'),
    name: fc.constantFrom('login', 'show', 'refreshToken', 'work', 'logout'),
    isAsync: mayBeHard
      ? fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
      : fc.constant(true),
    statements: mayBeHard
      ? fc.tuple(statements, fc.array(hard, { maxLength: 1 })).map(([plain, more]) => [...plain, ...more])
      : statements,
  });

const file = (mayBeHard: boolean): fc.Arbitrary<ProgramFile> =>
  fc.record({
    handlers: fc.array(handler(mayBeHard), { minLength: 1, maxLength: 3 }),
    hasVaultAlready: fc.oneof(
      { weight: 4, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    hasSemicolons: fc.boolean(),
    parser: fc.constantFrom('espree', 'espree', 'espree', 'typescript'),
  });

/** Programs of one to three files; four in five are made of what can be moved without a person. */
export const programs: fc.Arbitrary<Program> = fc
  .tuple(fc.constantFrom(...hosts), fc.boolean(), fc.constantFrom(false, false, false, false, true))
  .chain(([host, prefersMethods, mayBeHard]) =>
    fc.array(file(mayBeHard), { minLength: 1, maxLength: 3 }).chain((files) =>
      fc.record({
        host: fc.constant(host),
        style: fc.constant<Program['style']>(
          host === '@fastify/secure-session' || (host === '@fastify/session' && prefersMethods) ? 'method' : 'member',
        ),
        files: fc.constant(files),
        requests: fc.array(
          fc.nat(files.length - 1).chain((index) =>
            fc.record({
              file: fc.constant(index),
              handler: fc.nat((files[index] as ProgramFile).handlers.length - 1),
              isFlagged: fc.boolean(),
            }),
          ),
          { minLength: 1, maxLength: 10 },
        ),
      }),
    ),
  );

export type { Statement, Handler };
