/**
 * Finds in a text the words that the facts of the libraries are about. Nearly all files of a project have none, so this
 * is what they cost. Three kinds of words, each looked for in the way engines are quick at; only the names cost more the
 * more there are of them.
 */
export interface Gate {
  /** Each expression finds some anchors of names of the libraries' own. */
  names: readonly RegExp[];
  /** The names, of which many may share an anchor: `.user.` of `req.user.accessToken`. */
  anchored: readonly Anchored[];
  /** Finds a quote with a letter behind it that a specifier begins with; null when there are no specifiers. */
  quote: RegExp | null;
  /** Specifiers of modules, by their first letter. */
  specifiers: ReadonlyMap<string, readonly string[]>;
}

interface Anchored {
  name: string;
  /** Where the anchor stands in it. */
  at: number;
}

/** Words of sessions and cookies, which nearly all facts leave in a text. In full: `ession` is in every `expression`. */
const commonWords = ['session', 'Session', 'SESSION', 'cookie', 'Cookie', 'COOKIE'];

/** The same words in a form that engines search several times quicker than a list of six. */
const common = /[sScC](?:ession|ookie|ESSION|OOKIE)/g;

/** Is a word found by one of the common words, which cost nothing more? */
export function hasCommonWord(word: string): boolean {
  return commonWords.some((one) => word.includes(one));
}

/** Engines search for up to so many anchors at once more quickly than for one after the other; for more, less quickly. */
const anchorsAtOnce = 4;

/** `.user.` of `ctx.state.user.password`, `.logout` of `req.logout`, all of `serializeUser`. */
function anchorOf(name: string): string {
  const steps = name.split('.');
  if (steps.length > 2) return `.${steps.at(-2)}.`;
  return steps.length > 1 ? `.${steps[1]}` : name;
}

/** @param words what must stand in a text; one that begins with `'` is the specifier of a module, which stands quoted */
export function gateOf(words: readonly string[]): Gate {
  const rare = [...new Set(words)].filter((word) => word !== '' && !hasCommonWord(word));
  const specifiers = new Map<string, string[]>();
  for (const specifier of rare.filter(isSpecifier).map((word) => word.slice(1))) {
    const first = specifier.charAt(0);
    specifiers.set(first, [...(specifiers.get(first) ?? []), specifier]);
  }
  const names = rare.filter((word) => !isSpecifier(word));
  const anchored = names.map((name) => ({ name, at: name.lastIndexOf(anchorOf(name)) }));
  const own = [...new Set(names.map(anchorOf))].map(escaped);
  const groups = Array.from({ length: Math.ceil(own.length / anchorsAtOnce) }, (_, index) =>
    own.slice(index * anchorsAtOnce, (index + 1) * anchorsAtOnce),
  );
  return {
    names: groups.map((group) => new RegExp(group.join('|'), 'g')),
    anchored,
    quote: specifiers.size > 0 ? new RegExp(`["'\`](?=[${[...specifiers.keys()].map(escaped).join('')}])`, 'g') : null,
    specifiers,
  };
}

const isSpecifier = (word: string): boolean => word.startsWith("'");

const escaped = (text: string): string => text.replace(/[$()*+\-.?[\\\]^{|}]/g, '\\$&');

/** Offsets in a text, ascending, each of them inside one of the words. */
export function offsetsIn(text: string, { names, anchored, quote, specifiers }: Gate): number[] {
  const offsets: number[] = [];
  common.lastIndex = 0;
  // Without making an object of each match.
  while (common.test(text)) offsets.push(common.lastIndex - 1);
  for (const expression of names) {
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const { index } = match;
      const found = anchored.find(({ name, at }) => index >= at && text.startsWith(name, index - at));
      const offset = found ? index - found.at + found.name.length - 1 : -1;
      if (found && !offsets.includes(offset)) offsets.push(offset);
      // Not behind the match: one anchor may begin in another.
      expression.lastIndex = index + 1;
    }
  }
  if (quote) {
    quote.lastIndex = 0;
    while (quote.test(text)) {
      const start = quote.lastIndex;
      if (specifiers.get(text.charAt(start))?.some((one) => isQuoted(text, one, start))) offsets.push(start);
    }
  }
  return offsets.length > 1 ? offsets.sort((a, b) => a - b) : offsets;
}

const isQuoted = (text: string, word: string, start: number): boolean =>
  text.startsWith(word, start) && text.charAt(start + word.length) === text.charAt(start - 1);
