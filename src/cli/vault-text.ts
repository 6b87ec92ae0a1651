import { storesText } from './vault-stores';

/** What the module needs, in the order it is imported. */
export const vaultImports = {
  'node:buffer': ['Buffer'],
  'node:crypto': ['createCipheriv', 'createDecipheriv', 'createHash', 'randomBytes'],
  'node:process': ['env'],
  'node:querystring': ['unescape'],
  'node:timers': ['clearTimeout', 'setImmediate', 'setTimeout'],
  keyv: ['Keyv'],
};

/**
 * The one text behind every dialect. What stands in ‹ › is TypeScript's alone. The code has no template strings, so
 * that it reads here nearly as it will be written.
 * @param adapters of the store by the scheme of its URL
 */
export const vaultText = (adapters: Readonly<Record<string, string>>): string => `
/**
 * How long a value is kept after it was last used, in milliseconds. Keep it as long as your session's own lifetime:
 * a shorter one loses secrets of people who are still signed in, a longer one keeps those of people who are gone.
 */
const SESSION_VAULT_TTL = 24 * 60 * 60 * 1000;

/** Use prolongs a life at most this often, so that not every read costs a write; values live this much longer. */
const RENEWAL = Math.ceil(SESSION_VAULT_TTL / 10);
const LIFE = SESSION_VAULT_TTL + RENEWAL;

/** Milliseconds until a store that does not answer is an error: adapters wait for it far longer than a request can. */
const PATIENCE = 5000;

/** \`error.code\` says what went wrong, \`error.statusCode\` is what a framework answers if nobody catches it. */
const failure = (code‹: string›, message‹: string›, more = {}) =>
  Object.assign(new Error(message), { code, statusCode: 500, ...more });

/** All keys open values, the first one seals: \`SESSION_VAULT_KEY=new,old\` changes the key and loses nothing. */
function readSettings()‹: { keys: Buffer[]; url: string }› {
  const { NODE_ENV, SESSION_VAULT_KEY, SESSION_VAULT_URL: url = '' } = env;
  const advice = 'Make a key with: node -p "crypto.randomBytes(32).toString(\\'base64\\')"';
  if (!SESSION_VAULT_KEY) {
    if (NODE_ENV !== 'production' && !url) return { keys: [randomBytes(32)], url };
    throw failure('VAULT_NO_KEY', 'SESSION_VAULT_KEY is not set, and without it no secret can be kept. ' + advice);
  }
  const keys = SESSION_VAULT_KEY.split(',').map((key) => {
    const text = key.trim();
    if (/^[\\da-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
    if (/^[\\w+/-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
    throw failure('VAULT_BAD_KEY', 'SESSION_VAULT_KEY is not 32 bytes in base64 or hex. ' + advice);
  });
  return { keys, url };
}

let settings‹: ReturnType<typeof readSettings> | undefined›;

/** At first use, for this module may be loaded before \`dotenv\` has filled the environment. */
const given = () => (settings ??= readSettings());

// A program that has no key ends as soon as all of it is loaded, before it answers a request.
setImmediate(readSettings);

/** Tells keys apart without giving them away. */
const markOf = (key‹: Buffer›) => createHash('sha256').update(key).digest().subarray(0, 8);

/** The place of a value in the store. Whoever reads the store finds no reference there that a session would accept. */
function placeOf(reference‹: string›)‹: string› {
  if (typeof reference !== 'string') {
    throw failure('VAULT_BAD_REFERENCE', 'A reference is a string, and this is of type ' + typeof reference);
  }
  return 'session-vault:' + createHash('sha256').update(reference).digest('base64url');
}

/** What a session would keep of a value; nothing for a function, a circle and the like. */
function jsonOf(value‹: unknown›, visit‹?: (key: string, value: unknown) => unknown›)‹: string› {
  try {
    const text = JSON.stringify(value, visit)‹ as string | undefined›;
    if (text !== undefined) return text;
  } catch {
    // It has none either.
  }
  throw failure('VAULT_BAD_VALUE', 'A value of type ' + typeof value + ' that has no JSON cannot be kept.');
}

/** Mark of the key, nonce, tag, ciphertext. Sealed for its place: moved to another, it does not open. */
function seal(place‹: string›, value‹: unknown›)‹: string› {
  const key = given().keys[0]‹ as Buffer›;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = '{"used":' + Date.now() + ',"value":' + jsonOf(value) + '}';
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([markOf(key), nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

const tampered = () =>
  failure('VAULT_TAMPERED', 'This value is not what was stored: it was changed, or moved, in the store.');

function open(place‹: string›, sealed‹: string›)‹: { value: unknown; used: number }› {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 36) throw tampered();
  const key = given().keys.find((one) => markOf(one).equals(bytes.subarray(0, 8)));
  if (!key) throw failure('VAULT_WRONG_KEY', 'This value was sealed with a key that SESSION_VAULT_KEY does not have.');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(8, 20), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(20, 36));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(36)), decipher.final()]).toString());
  } catch {
    throw tampered();
  }
}

${storesText(adapters)}
/** In memory without a URL, which is for one process and forgets everything when it ends. */
async function connect(url‹: string›)‹: Promise<{ entries: Keyv; replace: Replace }>› {
  const options = { namespace: '', throwOnErrors: true };
  if (!url) return { entries: new Keyv(options), replace: inMemory };
  const adapter = adapters.get(url.replace(/:.*/, ''));
  if (!adapter) {
    throw failure('VAULT_BAD_URL', 'SESSION_VAULT_URL begins with none of: ' + [...adapters.keys()].join(', '));
  }
  const { name, replace } = adapter;
  // Under a name only known at run time, so that nobody has to install all four.
  const { default: Adapter } = await import(name.replace(/@\\d+$/, '')).catch((cause) => {
    throw failure('VAULT_NO_ADAPTER', 'SESSION_VAULT_URL needs an adapter: npm install ' + name, { cause });
  });
  try {
    return { entries: new Keyv(new Adapter(url, { throwOnErrors: true }), options), replace };
  } catch {
    throw badUrl();
  }
}

const badUrl = () =>
  failure('VAULT_BAD_URL', 'SESSION_VAULT_URL is not a URL of a store; a password in it has to be percent-encoded.');

/** What a driver says of its trouble, but not what it may quote of the URL. Its own error is not shown to anybody. */
function troubleOf(cause‹: unknown›)‹: Error› {
  const { code, message, syscall } = Object(cause);
  if (code === 'ERR_INVALID_URL' || cause instanceof URIError) return badUrl();
  if (cause instanceof SyntaxError) return tampered();
  const { url } = given();
  const [, password = url] = /:\\/\\/[^:/]*:(.*)@/.exec(url) ?? [];
  const reason = [url, password, unescape(password)]
    .filter(Boolean)
    .reduce((text, secret) => text.split(secret).join('***'), String((!syscall && message) || code || cause));
  return failure('VAULT_UNAVAILABLE', 'The store of the vault cannot be reached: ' + reason, { statusCode: 503 });
}

let connection‹: ReturnType<typeof connect> | undefined›;

async function ask‹<T>›(question‹: (store: Awaited<ReturnType<typeof connect>>) => Promise<T>›)‹: Promise<T>› {
  const { url } = given();
  connection ??= connect(url);
  const store = await connection;
  let timer‹: ReturnType<typeof setTimeout> | undefined›;
  const silence = new Promise‹<never>›((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
  });
  try {
    return await Promise.race([question(store), silence]);
  } catch (cause) {
    throw troubleOf(cause);
  } finally {
    clearTimeout(timer);
  }
}

const sealedAt = (place‹: string›) => ask(({ entries }) => entries.get‹<unknown>›(place));

/** Puts a value in place of what is sealed there, if it is there still; in place of anything, if it is not named. */
function change(place‹: string›, value‹: unknown›, sealed = '')‹: Promise<boolean>› {
  const text = JSON.stringify({ value: seal(place, value), expires: Date.now() + LIFE });
  return ask(({ entries, replace }) => replace(entries.store, text, place, sealed));
}

‹/** What a session holds for a value: a reference to it, or the value itself where it is nothing. */›
‹type Kept<T> = T extends null | undefined ? T : string;›
‹›
/** Keeps the JSON of a value; a session may hold the reference. What is nothing (undefined, null, '') stays that. */
async function store‹<T>›(value‹: T›)‹: Promise<Kept<T>>› {
  if (!value) return value‹ as Kept<T>›;
  const reference = randomBytes(24).toString('base64url');
  const place = placeOf(reference);
  const sealed = seal(place, value);
  await ask(({ entries }) => entries.set(place, sealed, LIFE));
  return reference‹ as Kept<T>›;
}

/** The value behind a reference. Without a reference there is nothing, as there was nothing in the session. */
‹async function read<T = string>(reference: string): Promise<T>;›
‹async function read<T = string>(reference: string | undefined): Promise<T | undefined>;›
‹async function read<T = string>(reference: string | null | undefined): Promise<T | null | undefined>;›
async function read‹<T = string>›(reference‹: string | null | undefined›)‹: Promise<T | null | undefined>› {
  if (!reference) return reference‹ as null | undefined›;
  const place = placeOf(reference);
  const sealed = await sealedAt(place);
  if (sealed === undefined) {
    const message = 'The vault has no value for this reference: it expired, was revoked, or never was.';
    throw failure('VAULT_UNKNOWN_REFERENCE', message, { statusCode: 401 });
  }
  const { value, used } = open(place, String(sealed));
  if (Date.now() - used > RENEWAL) await change(place, value, String(sealed));
  return value‹ as T›;
}

/**
 * Another value behind the same reference, which is given back: other requests that hold it find the new value. Where
 * nothing is behind it, the value is stored under a new one.
 */
async function rotate‹<T>›(reference‹: string | null | undefined›, value‹: T›)‹: Promise<Kept<T>>› {
  if (!value) await revoke(reference);
  if (!value || !reference) return store(value);
  const place = placeOf(reference);
  const isChanged = (await sealedAt(place)) !== undefined && (await change(place, value));
  return isChanged ? reference‹ as Kept<T>› : store(value);
}

/** Forgets a value; one that is not there is forgotten already. */
async function revoke(reference‹: string | null | undefined›)‹: Promise<void>› {
  if (!reference) return;
  const place = placeOf(reference);
  await ask(({ entries }) => entries.delete(place));
}

/** For logout, before the session is destroyed: forgets all values that its keys (\`apiKeyRef\` and so on) refer to. */
async function revokeAll(session‹: unknown›)‹: Promise<void>› {
  const references‹: string[]› = [];
  // What a session keeps is its JSON; the walk through it leaves out requests and stores that hang on some of them.
  jsonOf({ session }, (key, value) => {
    if (typeof value === 'string' && /Ref$|[._-]ref$|_REF$/.test(key)) references.push(value);
    return value;
  });
  await Promise.all(references.map(revoke));
}
`;
