/** The adapters of the store by the scheme of its URL, in the last versions that run with Keyv 5 and on Node 18. */
export const adapters = {
  redis: '@keyv/redis@5',
  rediss: '@keyv/redis@5',
  postgres: '@keyv/postgres@2',
  postgresql: '@keyv/postgres@2',
  mysql: '@keyv/mysql@2',
  sqlite: '@keyv/sqlite@4',
};

/** The store itself: the adapters above refuse Keyv 6, which in turn refuses Node 20. */
export const storePackage = 'keyv@5';

/** What the module is written in. */
export interface Dialect {
  language: 'typescript' | 'javascript';
  modules: 'esm' | 'commonjs';
}

/** What the module needs, in the order it is imported. */
const imports = {
  'node:buffer': ['Buffer'],
  'node:crypto': ['createCipheriv', 'createDecipheriv', 'createHash', 'randomBytes'],
  'node:process': ['env'],
  'node:timers': ['clearTimeout', 'setTimeout'],
  keyv: ['Keyv'],
};

/**
 * The one text behind every dialect. What stands in ‹ › is TypeScript's alone. The code has no template strings, so
 * that it reads here nearly as it will be written.
 */
const body = `
/**
 * How long a value is kept after it was last used, in milliseconds. Keep it as long as your session's own lifetime:
 * a shorter one loses secrets of people who are still signed in, a longer one keeps those of people who are gone.
 */
const SESSION_VAULT_TTL = 24 * 60 * 60 * 1000;

/** Use prolongs a life at most this often, so that not every read costs a write; values live this much longer. */
const RENEWAL = Math.ceil(SESSION_VAULT_TTL / 10);

/** Milliseconds until a store that does not answer is an error: adapters wait for it far longer than a request can. */
const PATIENCE = 5000;

const { NODE_ENV, SESSION_VAULT_KEY, SESSION_VAULT_URL } = env;

/** \`error.code\` says what went wrong, \`error.statusCode\` is what a framework answers if nobody catches it. */
const failure = (code‹: string›, message‹: string›, more = {}) =>
  Object.assign(new Error(message), { code, statusCode: 500, ...more });

/** All of them open values, the first one seals: \`SESSION_VAULT_KEY=new,old\` changes the key and loses nothing. */
function readKeys()‹: Buffer[]› {
  const advice = 'Make a key with: node -p "crypto.randomBytes(32).toString(\\'base64\\')"';
  if (!SESSION_VAULT_KEY) {
    if (NODE_ENV !== 'production' && !SESSION_VAULT_URL) return [randomBytes(32)];
    throw failure('VAULT_NO_KEY', 'SESSION_VAULT_KEY is not set, and without it no secret can be kept. ' + advice);
  }
  return SESSION_VAULT_KEY.split(',').map((key) => {
    const text = key.trim();
    if (/^[\\da-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
    if (/^[\\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
    throw failure('VAULT_BAD_KEY', 'SESSION_VAULT_KEY is not 32 bytes in base64 or hex. ' + advice);
  });
}

const keys = readKeys();

/** Tells keys apart without giving them away. */
const markOf = (key‹: Buffer›) => createHash('sha256').update(key).digest().subarray(0, 8);

/** The place of a value in the store. Whoever reads the store finds no reference there that a session would accept. */
const placeOf = (reference‹: string›) => createHash('sha256').update(reference).digest('base64url');

/** Mark of the key, nonce, tag, ciphertext. Sealed for its place: moved to another, it does not open. */
function seal(place‹: string›, value‹: unknown›)‹: string› {
  const key = keys[0]‹ as Buffer›;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(JSON.stringify({ value, used: Date.now() })), cipher.final()]);
  return Buffer.concat([markOf(key), nonce, cipher.getAuthTag(), text]).toString('base64');
}

function open(place‹: string›, sealed‹: string›)‹: { value: unknown; used: number }› {
  const bytes = Buffer.from(sealed, 'base64');
  const key = keys.find((one) => markOf(one).equals(bytes.subarray(0, 8)));
  if (!key) throw failure('VAULT_WRONG_KEY', 'This value was sealed with a key that SESSION_VAULT_KEY does not have.');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(8, 20), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(20, 36));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(36)), decipher.final()]).toString());
  } catch {
    throw failure('VAULT_TAMPERED', 'This value is not what was stored: it was changed, or moved, in the store.');
  }
}

const adapters = new Map([
${Object.entries(adapters)
  .map(([scheme, name]) => `  ['${scheme}', '${name}'],`)
  .join('\n')}
]);

/** In memory without a URL, which is for one process and forgets everything when it ends. */
async function connect()‹: Promise<Keyv>› {
  const options = { namespace: 'session-vault', throwOnErrors: true };
  if (!SESSION_VAULT_URL) return new Keyv(options);
  const adapter = adapters.get(SESSION_VAULT_URL.replace(/:.*/, ''));
  if (!adapter) {
    throw failure('VAULT_BAD_URL', 'SESSION_VAULT_URL begins with none of: ' + [...adapters.keys()].join(', '));
  }
  // Under a name only known at run time, so that nobody has to install all four.
  const { default: Adapter } = await import(adapter.replace(/@\\d+$/, '')).catch((cause) => {
    throw failure('VAULT_NO_ADAPTER', 'SESSION_VAULT_URL needs an adapter: npm install ' + adapter, { cause });
  });
  return new Keyv(new Adapter(SESSION_VAULT_URL, { throwOnErrors: true }), options);
}

let connection‹: Promise<Keyv> | undefined›;

async function ask‹<T>›(question‹: (entries: Keyv) => Promise<T>›)‹: Promise<T>› {
  connection ??= connect();
  const entries = await connection;
  let timer‹: ReturnType<typeof setTimeout> | undefined›;
  const silence = new Promise‹<never>›((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
  });
  try {
    return await Promise.race([question(entries), silence]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = 'The store of the vault cannot be reached: ' + reason;
    throw failure('VAULT_UNAVAILABLE', message, { statusCode: 503, cause });
  } finally {
    clearTimeout(timer);
  }
}

const sealedAt = (place‹: string›) => ask((entries) => entries.get(place));

async function entryAt(place‹: string›)‹: Promise<{ value: unknown; used: number }>› {
  const sealed = await sealedAt(place);
  if (typeof sealed === 'string') return open(place, sealed);
  const message = 'The vault has no value for this reference: it expired, was revoked, or never was.';
  throw failure('VAULT_UNKNOWN_REFERENCE', message, { statusCode: 401 });
}

async function put(place‹: string›, value‹: unknown›)‹: Promise<void>› {
  const sealed = seal(place, value);
  await ask((entries) => entries.set(place, sealed, SESSION_VAULT_TTL + RENEWAL));
}

‹/** What a session holds for a value: a reference to it, or the value itself where it is nothing. */›
‹type Kept<T> = T extends null | undefined ? T : string;›
‹›
/** Keeps a value; the reference to it is what a session may hold. What is nothing (undefined, null, '') stays that. */
async function store‹<T>›(value‹: T›)‹: Promise<Kept<T>>› {
  if (!value) return value‹ as Kept<T>›;
  const reference = randomBytes(24).toString('base64url');
  await put(placeOf(reference), value);
  return reference‹ as Kept<T>›;
}

/** The value behind a reference. Without a reference there is nothing, as there was nothing in the session. */
‹async function read<T = string>(reference: string): Promise<T>;›
‹async function read<T = string>(reference: string | undefined): Promise<T | undefined>;›
‹async function read<T = string>(reference: string | null | undefined): Promise<T | null | undefined>;›
async function read‹<T = string>›(reference‹: string | null | undefined›)‹: Promise<T | null | undefined>› {
  if (!reference) return reference‹ as null | undefined›;
  const place = placeOf(reference);
  const { value, used } = await entryAt(place);
  if (Date.now() - used > RENEWAL) await put(place, value);
  return value‹ as T›;
}

/**
 * Another value behind the same reference, which is given back: other requests that hold it find the new value. Where
 * nothing is behind it, the value is stored under a new one.
 */
async function rotate‹<T>›(reference‹: string | null | undefined›, value‹: T›)‹: Promise<Kept<T>>› {
  if (!value) await revoke(reference);
  if (!value || !reference || !(await sealedAt(placeOf(reference)))) return store(value);
  await put(placeOf(reference), value);
  return reference‹ as Kept<T>›;
}

/** Forgets a value; one that is not there is forgotten already. */
async function revoke(reference‹: string | null | undefined›)‹: Promise<void>› {
  if (reference) await ask((entries) => entries.delete(placeOf(reference)));
}

/** For logout, before the session is destroyed: forgets every value that its keys (\`apiKeyRef\` and so on) refer to. */
async function revokeAll(session‹: unknown›)‹: Promise<void>› {
  const references‹: string[]› = [];
  // What a session keeps is its JSON; the walk through it leaves out requests and stores that hang on some of them.
  JSON.stringify(session, (key, value) => {
    if (typeof value === 'string' && /Ref$|[._-]ref$|_REF$/.test(key)) references.push(value);
    return value;
  });
  await Promise.all(references.map(revoke));
}
`;

const members = '{ store, read, rotate, revoke, revokeAll }';

/** The text of the vault's module, which the project owns from then on. */
export function vaultModule({ language, modules }: Dialect): string {
  const isCommonJs = modules === 'commonjs' && language === 'javascript';
  const head = Object.entries(imports).map(([from, names]) => {
    const bindings = `{ ${names.join(', ')} }`;
    return isCommonJs ? `const ${bindings} = require('${from}');` : `import ${bindings} from '${from}';`;
  });
  return [
    ...(isCommonJs ? ["'use strict';", ''] : []),
    ...head,
    language === 'typescript' ? typescriptOf(body) : javascriptOf(body),
    isCommonJs ? `const vault = ${members};\n\nmodule.exports = { vault };` : `export const vault = ${members};`,
    '',
  ].join('\n');
}

const typescriptOf = (text: string): string => text.replace(/[‹›]/g, '');

/** Lines of nothing but types go as a whole. */
const javascriptOf = (text: string): string => text.replace(/^‹[^‹›]*›\n/gm, '').replace(/‹[^‹›]*›/g, '');
