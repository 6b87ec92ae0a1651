import type { TSESTree } from '@typescript-eslint/utils';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { Query } from '../dataflow/query';
import { queryIn } from '../dataflow/values';
import type { FileContext } from '../file/file-context';

/** A cookie as the text of a header: `sid=${id}; Path=/; HttpOnly`. */
export interface CookieText {
  /** The whole expression of the text. */
  node: TSESTree.Expression;
  /** The text before the first `=`, or the expression that makes it. */
  name: string | TSESTree.Expression;
  /** The text after it, as far as it is known: empty only when it is empty for certain. */
  value: string;
  /** The expressions that the value is made of. */
  values: readonly TSESTree.Expression[];
  /** What the text says of an attribute. */
  attribute(name: string): TextAttribute;
}

export type TextAttribute =
  | {
      state: 'set';
      /** What follows the `=`; null where there is none, or where an expression makes it. */
      value: string | null;
      /** Where that stands in the file's text; null where it is not written as it is. */
      range: TSESTree.Range | null;
      /** The expression that makes the whole of it; null where letters do. */
      node: TSESTree.Expression | null;
    }
  | { state: 'absent' | 'unknown' };

/** A stretch of the text: written out, one of several known texts, or out of sight. */
interface Piece {
  text: string;
  /** Where it begins in the file; undefined when it is not written there letter by letter. */
  start?: number;
  node?: TSESTree.Expression;
  alternatives?: readonly string[];
}

/** Stand for expressions in the flattened text: of unknown text, of one of several known texts. */
const hidden = '\uE000';
const either = '\uE001';
const marks = /[\uE000\uE001]/g;

/** A header text taken apart; null when the expression is not visibly the text of a cookie. */
export function cookieTextOf(expression: TSESTree.Node, file: FileContext): CookieText | null {
  const pieces = piecesOf(expression, file);
  if (!pieces) return null;
  const whole = pieces.map(({ text }) => text).join('');
  const [, name = '', value = ''] = /^\s*([^=;\s]+)=([^;]*)/.exec(whole) ?? [];
  if (!name) return null;
  const first = pieces.find(({ text }) => text !== '');
  const nameNode = first?.text === name ? first.node : undefined;
  if (!nameNode && name.search(marks) === 0) return null;
  return {
    node: expression as TSESTree.Expression,
    name: nameNode ?? (name.split(marks, 1)[0] as string),
    value,
    values: valuesIn(pieces, first),
    attribute: (wanted) => attributeIn(pieces, whole, wanted),
  };
}

/** The expressions before the first attribute, but for that of the name. */
function valuesIn(pieces: readonly Piece[], nameOrFirst: Piece | undefined): TSESTree.Expression[] {
  const end = pieces.findIndex(({ text }) => text.includes(';'));
  const inValue = end === -1 ? pieces : pieces.slice(0, end);
  return inValue.flatMap((piece) => (piece.node && piece !== nameOrFirst ? [piece.node] : []));
}

function attributeIn(pieces: readonly Piece[], whole: string, wanted: string): TextAttribute {
  let end = whole.split(';', 1)[0]?.length ?? 0;
  for (const segment of whole.slice(end + 1).split(';')) {
    const start = end + 1;
    end = start + segment.length;
    const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(segment) ?? [];
    if (!isSame(key.replaceAll(marks, ''), wanted)) continue;
    const text = value.trim();
    const at = start + segment.indexOf(text, key.length);
    if (text === '') return { state: 'set', value: null, range: null, node: null };
    if (text.search(marks) !== -1) {
      return { state: 'set', value: null, range: null, node: text.length === 1 ? nodeAt(pieces, at) : null };
    }
    return { state: 'set', value: text, range: rangeOf(pieces, at, text), node: null };
  }
  const alternatives = pieces.flatMap((piece) => piece.alternatives ?? []);
  const isPossible = alternatives.some((text) =>
    text.split(/[;\s]+/).some((word) => isSame(word.split('=', 1)[0] as string, wanted)),
  );
  return { state: isPossible || mayHoldMore(whole) || alternatives.some(mayHoldMore) ? 'unknown' : 'absent' };
}

const isSame = (key: string, wanted: string): boolean => key.trim().toLowerCase() === wanted.toLowerCase();

/** Does a text out of sight stand where it can bring attributes of its own, and not only a value? */
function mayHoldMore(whole: string): boolean {
  const [pair = '', ...attributes] = whole.split(';');
  // `sid=${id}${flags}`: two side by side in the cookie's value are a value and something else.
  if (/[\uE000\uE001]\uE000/.test(pair)) return true;
  return attributes.some((segment) => /(?:^|[^=])\uE000/.test(segment));
}

function rangeOf(pieces: readonly Piece[], offset: number, text: string): TSESTree.Range | null {
  let before = 0;
  for (const piece of pieces) {
    if (offset >= before && offset + text.length <= before + piece.text.length) {
      if (piece.start === undefined) return null;
      const start = piece.start + offset - before;
      return [start, start + text.length];
    }
    before += piece.text.length;
  }
  return null;
}

function nodeAt(pieces: readonly Piece[], offset: number): TSESTree.Expression | null {
  let before = 0;
  const piece = pieces.find(({ text }) => (before += text.length) > offset);
  return piece?.node ?? null;
}

/** @param query what is under way, where this is a text within another; each part of the outermost one begins anew */
function piecesOf(expression: TSESTree.Node, file: FileContext, query?: Query): Piece[] | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [written(node.value, node.raw.slice(1, -1), node.range[0] + 1)] : null;
    case 'TemplateLiteral':
      return node.quasis.flatMap((quasi, index) => {
        const inner = node.expressions[index];
        return [
          written(quasi.value.cooked ?? '', quasi.value.raw, quasi.range[0] + 1),
          ...(inner ? insideOf(inner, file, query) : []),
        ];
      });
    case 'BinaryExpression':
      return node.operator === '+'
        ? operandsOf(node).flatMap((operand) => piecesOf(operand, file, query) ?? insideOf(operand, file, query))
        : null;
    case 'CallExpression':
      return joinedOf(node, file, query);
    default:
      return null;
  }
}

const written = (text: string, raw: string, start: number): Piece => (text === raw ? { text, start } : { text });

function operandsOf(node: TSESTree.BinaryExpression): TSESTree.Node[] {
  const operands: TSESTree.Node[] = [];
  let current: TSESTree.Node = node;
  for (; current.type === 'BinaryExpression' && current.operator === '+'; current = unwrap(current.left))
    operands.unshift(current.right);
  return [current, ...operands];
}

/** An expression in the middle of a text. */
function insideOf(expression: TSESTree.Node, file: FileContext, query = queryIn(file)): Piece[] {
  const node = unwrap(expression) as TSESTree.Expression;
  const texts = query.possibleValuesOf(node).map((source) => textOf(source.node, query));
  const [only] = texts;
  if (texts.includes(hidden)) return [{ text: hidden, node }];
  if (texts.length === 1 && only !== undefined) return [{ text: only, node }];
  // `${isProduction ? '; Secure' : ''}` ends the attribute before it, whichever it is.
  const isApart = texts.every((text) => /^\s*(?:;|$)/.test(text));
  return [{ text: isApart ? `;${either}` : either, node, alternatives: texts }];
}

/** A text may have itself among its pieces, or one that has: what is too deep, or asked too often, is out of sight. */
function textOf(node: TSESTree.Node, query: Query): string {
  const constant = query.constantOf(node);
  if (constant) return String(constant.value);
  if (node.type !== 'TemplateLiteral' || query.budget.isSpent() || !query.budget.enter()) return hidden;
  const pieces = piecesOf(node, query.file, query) ?? [];
  query.budget.leave();
  return pieces.map(({ text }) => text).join('') || hidden;
}

/** `['sid=' + id, 'HttpOnly'].join('; ')`. */
function joinedOf(node: TSESTree.CallExpression, file: FileContext, query?: Query): Piece[] | null {
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression' || staticName(callee) !== 'join') return null;
  const list = unwrap(callee.object);
  const separator = staticString(node.arguments[0]);
  if (list.type !== 'ArrayExpression' || separator === undefined) return null;
  return list.elements.flatMap((element, index) => [
    ...(index > 0 ? [{ text: separator }] : []),
    ...(!element || element.type === 'SpreadElement'
      ? [{ text: hidden }]
      : (piecesOf(element, file, query) ?? insideOf(element, file, query))),
  ]);
}
