import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { qualifiedNameOf } from '../../model/dataflow/qualified-name';

/** How an expression is put together from others, as far as that can be undone. */
export interface Composition {
  operands: readonly TSESTree.Node[];
  /** What becomes of the text (or of the random units) of the operands once they are joined. */
  change?: Change;
  /** The result is a digest of the operands: as guessable as they are, whatever its length. */
  isHashed?: boolean;
  /** Derived by a function that makes guessing slow. */
  isStretched?: boolean;
  /** The operand may be exchanged in its place; without it only the expression as a whole makes sense. */
  isWrapper?: boolean;
}

/** A method of strings and buffers with the constants it is called with. */
export interface Change {
  method: string;
  args: readonly unknown[];
}

/** Functions that give what they are handed back in another form; the first argument is what counts. */
const wrappers = new Set([
  ...['Buffer.from', 'Buffer', 'buffer.Buffer.from', 'Uint8Array.from', 'atob', 'btoa', 'crypto.createSecretKey'],
  ...['String', 'JSON.stringify', 'encodeURIComponent', 'escape', 'Number', 'BigInt', 'parseInt'],
  ...['floor', 'round', 'ceil', 'trunc'].map((name) => `Math.${name}`),
]);

/** Functions of paths and the like: as knowable as all they are handed. */
const joiners = new Set([
  ...['basename', 'dirname', 'join', 'resolve', 'normalize'].map((name) => `path.${name}`),
  'url.fileURLToPath',
]);

/** Digests that take one text. */
const digests = new Set([
  ...['md5', 'blueimp-md5', 'sha1', 'sha256', 'js-md5', 'js-sha1', 'js-sha256', 'js-sha256.sha256', 'object-hash'],
  ...['MD5', 'SHA1', 'SHA256', 'SHA512', 'SHA3'].map((name) => `crypto-js.${name}`),
]);

const stretchers = new Set(['scryptSync', 'pbkdf2Sync', 'hkdfSync'].map((name) => `crypto.${name}`));

/** Methods that keep what they are called on as guessable as it was, beside `toString`, `getTime` and the like. */
const carriers = new Set([
  ...['valueOf', 'trim', 'trimStart', 'trimEnd', 'normalize', 'replace', 'replaceAll', 'split', 'reverse'],
  ...['slice', 'substring', 'substr', 'subarray', 'padStart', 'padEnd', 'repeat', 'copy'],
]);

/** The operands of an expression that is made of others; null for one that is not, or that nobody can undo. */
export function compositionOf(node: TSESTree.Node, file: FileContext): Composition | null {
  switch (node.type) {
    case 'TemplateLiteral':
      return { operands: templateParts(node), isWrapper: isBare(node) };
    case 'BinaryExpression':
      return isArithmetic(node) ? { operands: [node.left, node.right] } : null;
    case 'UnaryExpression':
      return /^[-+~]$/.test(node.operator) ? { operands: [node.argument] } : null;
    case 'ArrayExpression':
      return node.elements.some((element) => !element || element.type === 'SpreadElement')
        ? null
        : { operands: node.elements as TSESTree.Expression[] };
    case 'MemberExpression':
      return taken(node);
    case 'CallExpression':
    case 'NewExpression':
      return called(node, file);
    default:
      return null;
  }
}

const isArithmetic = ({ operator }: TSESTree.BinaryExpression): boolean =>
  /^(?:\+|-|\*|\/|%|\*\*|\||&|\^|>>>?|<<)$/.test(operator);

const isBare = (node: TSESTree.TemplateLiteral): boolean => node.quasis.every((quasi) => quasi.value.raw === '');

const templateParts = (node: TSESTree.TemplateLiteral): TSESTree.Node[] =>
  isBare(node) ? node.expressions : [...node.quasis, ...node.expressions].sort((a, b) => a.range[0] - b.range[0]);

/** `Math.random().toString(36).split('.')[1]`. */
function taken(node: TSESTree.MemberExpression): Composition | null {
  const isIndex = node.computed && node.property.type === 'Literal' && typeof node.property.value === 'number';
  return isIndex && unwrap(node.object).type === 'CallExpression' ? { operands: [node.object] } : null;
}

function called(node: TSESTree.CallExpression | TSESTree.NewExpression, file: FileContext): Composition | null {
  const args = node.arguments;
  if (args.some((argument) => argument.type === 'SpreadElement')) return null;
  const [first, second] = args;
  const name = qualifiedNameOf(node.callee, file);
  if (name !== null && first) {
    if (wrappers.has(name)) return { operands: [first], ...decoding(name, second, file), isWrapper: true };
    if (joiners.has(name)) return { operands: args };
    if (digests.has(name)) return { operands: [first], isHashed: true, isWrapper: true };
    if (name === 'crypto.hash' && second) return { operands: [second], isHashed: true, isWrapper: true };
    if (stretchers.has(name) && second) return { operands: [first, second], isStretched: true };
  }
  const callee = unwrap(node.callee);
  return node.type === 'CallExpression' && callee.type === 'MemberExpression' ? methodCalled(node, callee, file) : null;
}

/** `atob(x)`, `Buffer.from(x, 'hex')`. */
function decoding(name: string, encoding: TSESTree.Node | undefined, file: FileContext): Pick<Composition, 'change'> {
  const from = name === 'atob' ? 'base64' : encoding && constantOf(encoding, file)?.value;
  const isDecoded = typeof from === 'string' && /^(?:hex|base64|base64url)$/.test(from);
  return isDecoded ? { change: { method: 'decode', args: [from] } } : {};
}

function methodCalled(
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  file: FileContext,
): Composition | null {
  const method = staticName(callee) ?? '';
  const object = unwrap(callee.object);
  const [first] = node.arguments;
  if (method === 'digest') return digested(object, file);
  if (method === 'concat') return { operands: [object, ...node.arguments] };
  if (method === 'join') return joined(object, first, file);
  if (method === 'encode' && first && isTextEncoder(object, file)) return { operands: [first], isWrapper: true };
  if (!carriers.has(method) && !/^(?:get|to)[A-Z]/.test(method)) return null;
  const args = node.arguments.map((argument) => constantOf(argument, file)?.value);
  return { operands: [object], change: { method, args }, isWrapper: method === 'toString' };
}

const isTextEncoder = (node: TSESTree.Node, file: FileContext): boolean =>
  node.type === 'NewExpression' && /^(?:util\.)?TextEncoder$/.test(qualifiedNameOf(node.callee, file) ?? '');

function joined(object: TSESTree.Node, separator: TSESTree.Node | undefined, file: FileContext): Composition | null {
  if (object.type !== 'ArrayExpression') return { operands: [object] };
  const elements = compositionOf(object, file)?.operands;
  if (!elements) return null;
  const between = separator && constantOf(separator, file)?.value !== '' ? [separator] : [];
  return { operands: elements.flatMap((element, index) => (index === 0 ? [element] : [...between, element])) };
}

/** What went into `createHash('md5').update(x).digest('hex')`; `createHmac`'s key counts as well. */
function digested(object: TSESTree.Node, file: FileContext): Composition | null {
  const operands: TSESTree.Node[] = [];
  let node = object;
  while (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    const [first, second] = node.arguments;
    const maker = qualifiedNameOf(callee, file);
    if (maker === 'crypto.createHash') return { operands, isHashed: true, isWrapper: operands.length === 1 };
    if (maker === 'crypto.createHmac' && second) return { operands: [second, ...operands], isHashed: true };
    if (callee.type !== 'MemberExpression' || staticName(callee) !== 'update' || !first) return null;
    operands.unshift(first);
    node = unwrap(callee.object);
  }
  return null;
}
