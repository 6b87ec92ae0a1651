/** A member of an object as it stands in a text. */
interface Member {
  key: string;
  start: number;
  /** Where its value begins. */
  value: number;
  end: number;
}

interface Extent {
  members: Member[];
  /** The positions of its braces. */
  open: number;
  close: number;
}

/**
 * Adds a member to an object of a JSON text and leaves every other character as it is: order, indentation, line breaks,
 * what the last line ends in.
 * @param text valid JSON, an object
 * @param path the members to go down to the object; empty for the outermost
 * @param after keys behind one of which the member belongs, the best first; else it goes last
 */
export function withMember(
  text: string,
  path: readonly string[],
  [key, value]: readonly [string, unknown],
  after: readonly string[] = [],
): string {
  const object = extentAt(text, path);
  const style = styleOf(text, object, path.length);
  const written = `${JSON.stringify(key)}${style.colon}${valueText(value, style)}`;

  const { members, open, close } = object;
  const anchor = after.map((name) => members.find((member) => member.key === name)).find(Boolean) ?? members.at(-1);
  if (anchor) return `${text.slice(0, anchor.end)},${style.gap}${written}${text.slice(anchor.end)}`;
  return `${text.slice(0, open + 1)}${style.first}${written}${style.last}${text.slice(close)}`;
}

/** How to write into an object as its text does. */
interface Style {
  /** Before the first member, between two (after the comma), and after the last. */
  first: string;
  gap: string;
  last: string;
  colon: string;
  /** The indentation of one level; undefined where all is in one line. */
  unit: string | undefined;
}

function styleOf(text: string, { members: [member] }: Extent, depth: number): Style {
  const [outermost] = extentAt(text, []).members;
  const colon = outermost && !/^"(?:[^"\\]|\\.)*"\s*:\s/.test(text.slice(outermost.start)) ? ':' : ': ';
  const unit = outermost ? indentationOf(text, outermost) : '  ';
  const indentation = member ? indentationOf(text, member) : unit?.repeat(depth + 1);
  if (indentation === undefined) {
    const space = colon.slice(1);
    return { first: space, gap: space, last: space, colon, unit: undefined };
  }
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const line = lineBreak + indentation;
  return { first: line, gap: line, last: lineBreak + (unit ?? '').repeat(depth), colon, unit: unit ?? '  ' };
}

/** An object over several lines where its owner is, else in one. */
function valueText(value: unknown, { unit, gap, colon }: Style): string {
  if (unit !== undefined) return JSON.stringify(value, null, unit).replaceAll('\n', gap);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}${colon}${JSON.stringify(inner)}`);
  return `{${gap}${entries.join(`,${gap}`)}${gap}}`;
}

/** Undefined for a member that does not begin its line. */
function indentationOf(text: string, { start }: Member): string | undefined {
  return /^[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0];
}

function extentAt(text: string, path: readonly string[]): Extent {
  let extent = extentFrom(text, text.indexOf('{'));
  for (const key of path) {
    // Of two members with one key, the last one counts, as it does for JSON.parse.
    const member = extent.members.filter((one) => one.key === key).at(-1);
    if (!member) throw new Error(`There is no "${key}" to add to.`);
    extent = extentFrom(text, member.value);
  }
  return extent;
}

/** The members of the object whose brace opens at a position. */
function extentFrom(text: string, open: number): Extent {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;
  token.lastIndex = open;
  const members: Member[] = [];
  let member: Partial<Member> = {};
  let end = open;
  let depth = 0;
  const complete = () => {
    if (member.key !== undefined) members.push({ ...(member as Member), end });
    member = {};
  };
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    if (word === '}' || word === ']') depth -= 1;
    if (depth === 0 && match.index > open) {
      complete();
      return { members, open, close: match.index };
    }
    if (depth === 1 && word === ',') complete();
    else if (depth === 1 && member.key === undefined) member = { key: JSON.parse(word) as string, start: match.index };
    else if (depth === 1 && word !== ':') member.value ??= match.index;
    if (word === '{' || word === '[') depth += 1;
    end = match.index + word.length;
  }
  throw new Error('This is not a JSON object.');
}
