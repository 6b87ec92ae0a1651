/** A version: three numbers, and the parts of what follows a hyphen (`5.0.0-beta.3` comes before `5.0.0`). */
interface Version {
  numbers: readonly [number, number, number];
  pre: readonly string[];
}

/** Versions from one on and before another, as a range of a package.json means them; null: no upper end. */
export interface VersionRange {
  from: Version;
  before: Version | null;
}

const version = (numbers: Version['numbers'], pre: readonly string[] = []): Version => ({ numbers, pre });
const zero = version([0, 0, 0]);

/** `1.2.3-beta.1`, `v1.2`, `1.x`: the parts that are given. */
const pattern = /^[v=]*(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:-([\w.-]+))?(?:\+[\w.-]*)?$/;

interface Partial {
  version: Version;
  /** How many of the numbers are given. */
  given: number;
}

function parse(text: string): Partial | null {
  const [, major, minor, patch, pre] = pattern.exec(text) ?? [];
  if (major === undefined) return null;
  const parts = [major, minor, patch].map((part) => Number.parseInt(part ?? '', 10));
  const unknown = parts.findIndex((part) => Number.isNaN(part));
  const given = unknown === -1 ? 3 : unknown;
  const [a = 0, b = 0, c = 0] = parts.map((part, index) => (index < given ? part : 0));
  return { version: version([a, b, c], pre === undefined || given < 3 ? [] : pre.split('.')), given };
}

function compare(a: Version, b: Version): number {
  for (const index of [0, 1, 2] as const) {
    if (a.numbers[index] !== b.numbers[index]) return a.numbers[index] - b.numbers[index];
  }
  if (a.pre.length === 0 || b.pre.length === 0) return Number(a.pre.length === 0) - Number(b.pre.length === 0);
  for (const [index, part] of a.pre.entries()) {
    const other = b.pre[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [isNumber, isOtherNumber] = [part, other].map((one) => /^\d+$/.test(one));
    if (isNumber && isOtherNumber) return Number(part) - Number(other);
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    return part < other ? -1 : 1;
  }
  return a.pre.length - b.pre.length;
}

/** The first version after all that begin with the first `count` numbers; with none of them there is no end. */
function after({ numbers: [a, b, c], pre }: Version, count: number): Version | null {
  if (count === 0) return null;
  if (pre.length > 0 && count === 3) return version([a, b, c], [...pre, '0']);
  return version(count === 1 ? [a + 1, 0, 0] : count === 2 ? [a, b + 1, 0] : [a, b, c + 1], ['0']);
}

function comparator(text: string): VersionRange | null {
  const [, operator = '', rest = ''] = /^(\^|~>?|[<>]=?)?(.*)$/.exec(text) ?? [];
  const parsed = parse(rest);
  if (!parsed) return null;
  const { version: at, given } = parsed;
  switch (operator) {
    case '^': {
      const leading = at.numbers.findIndex((number) => number > 0);
      return { from: at, before: after(at, Math.min(given, leading === -1 ? 3 : leading + 1)) };
    }
    case '~':
    case '~>':
      return { from: at, before: after(at, Math.min(given, 2)) };
    case '>=':
      return { from: at, before: null };
    case '>':
      return { from: version(after(at, given)?.numbers ?? at.numbers), before: null };
    case '<':
      return { from: zero, before: at };
    case '<=':
      return { from: zero, before: after(at, given) };
    default:
      return { from: at, before: after(at, given) };
  }
}

const lower = (a: Version | null, b: Version | null): Version | null =>
  a && b ? (compare(a, b) < 0 ? a : b) : (a ?? b);

/** All comparators of one alternative hold at once. */
function alternative(text: string): VersionRange | null {
  const hyphened = text.replace(/^(\S+) - (\S+)$/, '>=$1 <=$2').replace(/([<>=~^]) /g, '$1');
  const ranges = hyphened.split(/\s+/).map(comparator);
  let all: VersionRange = { from: zero, before: null };
  for (const range of ranges) {
    if (!range) return null;
    all = { from: compare(range.from, all.from) > 0 ? range.from : all.from, before: lower(range.before, all.before) };
  }
  return all;
}

/**
 * What a package.json says of a version: `^1.2.3`, `~1.2`, `1.x`, `>=1 <3`, `1 || 2` (the whole between the ends), with
 * the prefixes `workspace:` and `npm:other@`. Null for what names no version: tags, URLs, `workspace:*`.
 */
export function rangeOf(text: string): VersionRange | null {
  const plain = text
    .trim()
    .replace(/^workspace:/, '')
    .replace(/^npm:.[^@]*@/, '');
  if (plain === '' || plain.length > 200) return null;
  let all: VersionRange | null = null;
  for (const part of plain.split('||')) {
    const range = alternative(part.trim());
    if (!range) return null;
    all = all
      ? {
          from: lower(all.from, range.from) as Version,
          before:
            all.before && range.before && (lower(all.before, range.before) === all.before ? range.before : all.before),
        }
      : range;
  }
  return all;
}

/** Are all versions of a range before one? Undefined where some are and some are not. */
export function isRangeBefore({ from, before }: VersionRange, text: string): boolean | undefined {
  const limit = parse(text)?.version;
  if (!limit) return undefined;
  if (compare(from, limit) >= 0) return false;
  return before && compare(before, limit) <= 0 ? true : undefined;
}
