import type { TSESTree } from '@typescript-eslint/utils';
import { unwrap } from '../../ast/unwrap';
import { isPublishedVariable } from '../../secrets/names/names';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { qualifiedNameOf } from '../../model/dataflow/qualified-name';

/** Why a value that is made at run time can be found out by somebody who sees neither the code nor the server. */
export type GuessCause =
  /** A clock, a counter, or a generator whose next value follows from its last ones. */
  | 'predictable'
  /** A property of the machine or of the program that is no secret. */
  | 'knowable'
  /** A variable that is bundled for the browser. */
  | 'published'
  /** At random, as a UUID: 122 bits at best. */
  | 'uuid'
  /** At random, but not long enough. */
  | 'fewBytes';

/** A value made at run time of which we know how much of it nobody else can know. */
export interface Guessable {
  cause: GuessCause;
  /** What it is, as one would say it: `Math.random()`. */
  what: string;
  /** How many bits of it are random. */
  bits: number;
  /** Random bits in one character or byte: what is cut off takes them along. */
  bitsPerUnit?: number;
}

/** Fewer random bits than this are worth a report: OWASP ASVS 5.0, 11.5.1. */
export const enoughBits = 128;

const uuidBits = 122;

const inModules = (modules: readonly string[], names: readonly string[]): string[] =>
  modules.flatMap((module) => names.map((name) => (name === '' ? module : `${module}.${name}`)));

/** Called, constructed or read: what comes out is a time, a counter, or follows from earlier values. */
const predictable = new Set([
  ...['Math.random', 'Date', 'Date.now', 'performance.now', 'perf_hooks.performance.now'],
  ...inModules(['process'], ['hrtime', 'hrtime.bigint', 'uptime', 'pid', 'ppid']),
  ...inModules(['uuid'], ['v1', 'v3', 'v5', 'v6', 'v7']),
  ...['uuid/v1', 'uuid/v3', 'uuid/v5', 'uuidv7', 'uuidv7.uuidv7'],
  ...inModules(['shortid'], ['', 'generate']),
  ...['cuid', 'nanoid/non-secure.nanoid', 'uniqid', 'hyperid'],
  ...['lodash.random', 'lodash.uniqueId', 'lodash/random', 'lodash/uniqueId'],
  ...inModules(['mongodb', 'bson', 'mongoose', 'mongoose.Types', 'mongoose.mongo'], ['ObjectId', 'ObjectID']),
]);

const knowable = new Set([
  ...['__dirname', '__filename', 'import.meta.url', 'import.meta.dirname', 'import.meta.filename'],
  ...inModules(['os'], ['hostname', 'userInfo', 'homedir', 'tmpdir', 'networkInterfaces']),
  ...inModules(['os'], ['platform', 'arch', 'type', 'release', 'version', 'machine']),
  ...inModules(['process'], ['cwd', 'version', 'versions', 'title', 'platform', 'arch', 'release', 'execPath']),
  ...inModules(['process.env'], ['HOSTNAME', 'NODE_ENV', 'npm_package_name', 'npm_package_version']),
]);

const uuids = new Set([
  ...inModules(['crypto', 'crypto.webcrypto'], ['randomUUID']),
  ...['uuid', 'uuid.v4', 'uuid/v4', 'uuidv4', 'uuidv4.uuid'],
]);

/** Makes as many random units as its argument says: how many bits there are in each. */
const bitsPerUnitOf = new Map([
  ...inModules(['crypto'], ['randomBytes', 'pseudoRandomBytes']).map((name) => [name, 8] as const),
  ['uid-safe.sync', 8],
  ...['nanoid', 'nanoid.nanoid', 'uid2'].map((name) => [name, 6] as const),
]);

/** Fill the array they are given. */
const fillers = new Set(inModules(['crypto', 'crypto.webcrypto'], ['getRandomValues', 'randomFillSync']));

const bytesPerElement = new Map([
  ...['Uint8Array', 'Int8Array', 'Uint8ClampedArray', 'Buffer.alloc'].map((name) => [name, 1] as const),
  ...['Uint16Array', 'Int16Array'].map((name) => [name, 2] as const),
  ...['Uint32Array', 'Int32Array'].map((name) => [name, 4] as const),
  ...['BigUint64Array', 'BigInt64Array'].map((name) => [name, 8] as const),
]);

/** Names an application's own description goes by; what it says of itself is on its front page. */
const descriptions = /^(?:app|appInfo|appinfo|pkg|pack|packageJson|package_json|packageInfo|packageJSON|manifest)$/;

/** What is known of a value made at run time; null when nothing is, which is what one hopes of a secret. */
export function guessableOf(expression: TSESTree.Node, file: FileContext): Guessable | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
    case 'MemberExpression':
    case 'MetaProperty':
      return named(node, file);
    case 'CallExpression':
    case 'NewExpression':
      return made(node, file);
    default:
      return null;
  }
}

function named(node: TSESTree.Node, file: FileContext): Guessable | null {
  const name = qualifiedNameOf(node, file);
  if (name === null) return describedName(node, file);
  const guess = (cause: GuessCause, text = name): Guessable => ({ cause, what: `\`${text}\``, bits: 0 });
  const variable = publishedVariable(name);
  if (variable !== undefined) return guess('published', variable);
  if (/^process\.p?pid$/.test(name)) return guess('predictable');
  if (isIn(knowable, name)) return guess('knowable');
  const [, own] = /(?:^|\/)package(?:\.json)?\.(name|version|description|author|homepage)$/.exec(name) ?? [];
  return own ? { cause: 'knowable', what: `the \`${own}\` of package.json`, bits: 0 } : describedName(node, file);
}

/** A member of one of ours counts as well: `os.userInfo().username`, `process.versions.node`. */
const isIn = (names: ReadonlySet<string>, name: string): boolean => {
  const [base = name] = name.split('.()');
  return names.has(base) || names.has(base.slice(0, Math.max(base.lastIndexOf('.'), 0)));
};

/** The variable of the environment that a known name reads, when it is one that browsers get to see. */
function publishedVariable(name: string): string | undefined {
  const [, shared] = /^\$env\/(?:static|dynamic)\/public\.(?:env\.)?(\w+)$/.exec(name) ?? [];
  if (shared !== undefined) return shared;
  const [, variable] = /^(?:process|import\.meta|Bun)\.env\.(\w+)$/.exec(name) ?? [];
  return variable !== undefined && isPublishedVariable(variable) ? variable : undefined;
}

/** `appInfo.name`, `pkg.version`: handed in or imported from elsewhere, but saying what it is. */
function describedName(node: TSESTree.Node, file: FileContext): Guessable | null {
  if (node.type !== 'MemberExpression') return null;
  const object = unwrap(node.object);
  const last = object.type === 'MemberExpression' ? lastKey(object) : undefined;
  const owner = object.type === 'Identifier' ? object.name : last;
  const key = lastKey(node);
  if (!owner || !descriptions.test(owner) || !/^(?:name|version)$/.test(key ?? '')) return null;
  return { cause: 'knowable', what: `\`${file.textOf(node)}\``, bits: 0 };
}

const lastKey = (node: TSESTree.MemberExpression): string | undefined =>
  !node.computed && node.property.type === 'Identifier' ? node.property.name : undefined;

function made(node: TSESTree.CallExpression | TSESTree.NewExpression, file: FileContext): Guessable | null {
  const name = qualifiedNameOf(node.callee, file);
  if (name === null) return null;
  const what = `\`${node.type === 'NewExpression' ? 'new ' : ''}${file.textOf(node.callee)}()\``;
  if (predictable.has(name)) {
    // A fixed date is a constant, and no clock.
    return name === 'Date' && node.arguments.length > 0 ? null : { cause: 'predictable', what, bits: 0 };
  }
  if (isIn(knowable, name)) return { cause: 'knowable', what, bits: 0 };
  if (uuids.has(name)) return { cause: 'uuid', what, bits: uuidBits, bitsPerUnit: 4 };
  const [first] = node.arguments;
  if (name === 'Deno.env.get' && first) {
    const variable = constantOf(first, file)?.value;
    const isPublished = typeof variable === 'string' && isPublishedVariable(variable);
    return isPublished ? { cause: 'published', what: `\`${variable}\``, bits: 0 } : null;
  }
  if (name === 'crypto.randomInt') return randomInt(node.arguments, what, file);
  const bitsPerUnit = bitsPerUnitOf.get(name);
  if (bitsPerUnit !== undefined) return atRandom(numberIn(first, file), bitsPerUnit, what);
  if (fillers.has(name) && first) return atRandom(bytesIn(first, file), 8, what);
  return null;
}

const atRandom = (units: number | undefined, bitsPerUnit: number, what: string): Guessable | null =>
  units === undefined ? null : { cause: 'fewBytes', what, bits: units * bitsPerUnit, bitsPerUnit };

function randomInt([first, second]: readonly TSESTree.Node[], what: string, file: FileContext): Guessable | null {
  const [from, to] = [numberIn(first, file), numberIn(second, file)];
  const isRange = second && !/Function/.test(second.type);
  const span = isRange ? (to ?? NaN) - (from ?? NaN) : (from ?? NaN);
  return span > 0 ? { cause: 'fewBytes', what, bits: Math.floor(Math.log2(span)) } : null;
}

function numberIn(node: TSESTree.Node | undefined, file: FileContext): number | undefined {
  const value = node && constantOf(node, file)?.value;
  return typeof value === 'number' && value >= 0 ? value : undefined;
}

/** How many bytes there are in `new Uint8Array(16)`. */
function bytesIn(expression: TSESTree.Node, file: FileContext): number | undefined {
  const node = unwrap(expression);
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const perElement = bytesPerElement.get(qualifiedNameOf(node.callee, file) ?? '');
  const length = numberIn(node.arguments[0], file);
  return perElement && length !== undefined ? perElement * length : undefined;
}
