/**
 * Finds in a text the words that the facts of the libraries are about. Nearly all files of a project have none, so this
 * is what they cost: two searches, however many libraries there are. Engines are quickest at expressions that begin
 * with one of very few characters, so a name is looked for from its first dot on, and a specifier with its quotes.
 */
export interface Gate {
  /** Finds specifiers and chains: `'koa'`, `.user.accessToken` behind `req`. Null when there are none. */
  rare: RegExp | null;
  /** Finds names of one step, of which our own facts have none. */
  loose: RegExp | null;
}

/**
 * Words of sessions and cookies, which nearly all facts leave in a text. In full: `ession` is in every `expression`.
 */
const commonWords = ['session', 'Session', 'SESSION', 'cookie', 'Cookie', 'COOKIE'];

/** The same words in a form that engines search several times quicker than a list of six. */
const common = /[sScC](?:ession|ookie|ESSION|OOKIE)/g;

/** Is a word found by one of the common words, which cost nothing more? */
export function hasCommonWord(word: string): boolean {
  return commonWords.some((one) => word.includes(one));
}

/**
 * @param words what must stand in a text; one that begins with `'` is the specifier of a module, which stands quoted
 */
export function gateOf(words: readonly string[]): Gate {
  const rare = [...new Set(words)].filter((word) => word !== '' && !hasCommonWord(word)).sort();
  const specifiers = rare.filter(isSpecifier).map((word) => escaped(word.slice(1)));
  const names = rare.filter((word) => !isSpecifier(word));
  const chains = chainsOf(names.filter(isChain).map((name) => name.split('.')));
  return {
    rare: expressionOf([
      ...(chains.length > 0 ? [String.raw`\.(?:${chains.join('|')})`] : []),
      ...(specifiers.length > 0 ? [`["'\`](?:${specifiers.join('|')})["'\`]`] : []),
    ]),
    loose: expressionOf(names.filter((name) => !isChain(name)).map(escaped)),
  };
}

const isSpecifier = (word: string): boolean => word.startsWith("'");

const isChain = (word: string): boolean => /^[\w$]+(?:\.[\w$]+)+$/.test(word);

const escaped = (text: string): string => text.replace(/[$()*+\-.?[\\\]^{|}]/g, '\\$&');

const expressionOf = (alternatives: readonly string[]): RegExp | null =>
  alternatives.length > 0 ? new RegExp(alternatives.join('|'), 'g') : null;

/** `?.`, `!.` and `.` */
const dot = String.raw`[?!]?\.`;

/**
 * What may stand behind the first dot of some chains, beginnings shared: `user[?!]?\.(?:password|token)`. What stands
 * before it is looked at last, so that the search need not begin there.
 * @param before the steps on the way here
 */
function chainsOf(chains: readonly (readonly string[])[], before: readonly string[] = []): string[] {
  const at = before.length + 1;
  const steps = [...new Set(chains.map((chain) => chain[at]))].filter((step) => step !== undefined);
  return steps.map((step) => {
    const way = [...before, step];
    const onTheWay = chains.filter((chain) => chain[at] === step);
    const ended = onTheWay.filter((chain) => chain.length === at + 1).map(([root = '']) => escaped(root));
    const further = chainsOf(
      onTheWay.filter((chain) => chain.length > at + 1),
      way,
    );
    const ends = [
      ...(further.length > 0 ? [`${dot}(?:${further.join('|')})`] : []),
      ...(ended.length > 0
        ? [`(?<=(?<![\\w$])(?:${ended.join('|')})${way.map((one) => dot + escaped(one)).join('')})`]
        : []),
    ];
    return `${escaped(step)}(?:${ends.join('|')})`;
  });
}

/** Offsets in a text, ascending, each of them inside one of the words. */
export function offsetsIn(text: string, { rare, loose }: Gate): number[] {
  const offsets: number[] = [];
  // Without making an object of each match.
  common.lastIndex = 0;
  while (common.test(text)) offsets.push(common.lastIndex - 1);
  if (rare) {
    rare.lastIndex = 0;
    while (rare.test(text)) offsets.push(rare.lastIndex - (isQuote(text.charAt(rare.lastIndex - 1)) ? 2 : 1));
  }
  if (loose) {
    loose.lastIndex = 0;
    while (loose.test(text)) offsets.push(loose.lastIndex - 1);
  }
  return offsets.length > 1 ? offsets.sort((a, b) => a - b) : offsets;
}

const isQuote = (character: string): boolean => character === "'" || character === '"' || character === '`';
