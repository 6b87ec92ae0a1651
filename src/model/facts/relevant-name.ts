import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import type { Library } from '../../libraries/types';
import { oncePerName } from '../../secrets/names/once-per-name';
import type { ResolvedSettings } from '../../settings/types';
import { hasCommonWord } from './text-filter';

/**
 * Every word in the facts of the libraries, and in the settings: whatever facts name is one of them, or made of them.
 */
export function wordsOfFacts(libraries: readonly Library[], settings: ResolvedSettings): ReadonlySet<string> {
  return new Set(JSON.stringify([libraries, settings]).match(/[\w$]+/g));
}

/**
 * Tells whether a name can be that of something of ours. Most names that hold a word of sessions or cookies are a
 * program's own: `loginCookie` leads nowhere. What it stands for is found from the names that facts speak of, and
 * followed from there through any name it is given.
 */
export const tellingWords = (words: ReadonlySet<string>): ((word: string) => boolean) =>
  oncePerName((word) => words.has(word) || isTellingByItself(word));

/**
 * What the rules know without facts: a mere session, and what configures one. A name that a rule is taught belongs
 * here.
 */
const isTellingByItself = (word: string): boolean =>
  !hasCommonWord(word) ||
  /^(?:session|cookie)s?$|^(?:clear|delete)Cookie$/i.test(word) ||
  /secret|passw|key|conf|opt|setting/i.test(word);

/**
 * Leaves out the offsets of names that tell nothing, where the text around them shows them to be values or methods: not
 * those in strings, of functions that a file may have itself, of keys and of types.
 * @param offsets inside words of sessions or cookies
 */
export function relevantOffsets(
  text: string,
  offsets: readonly number[],
  isTelling: (word: string) => boolean,
): readonly number[] {
  return offsets.filter((offset) => {
    let [from, to] = [offset, offset + 1];
    while (offset - from < longest && isNamePart(text.charCodeAt(from - 1))) from -= 1;
    while (to - offset < longest && isNamePart(text.charCodeAt(to))) to += 1;
    const [before, behind] = [text.charAt(from - 1), text.charAt(to)];
    const isOwn = beforeValue.has(before) && (behindValue.has(behind) || (before === '.' && behind === '('));
    return !isOwn || isTelling(text.slice(from, to));
  });
}

/** Names have fewer characters before and behind the word; data may go on without end. */
const longest = 100;

/** What stands beside the name of a value: no quotes and hyphens as in strings, no `(` and no `:` behind it. */
const beforeValue = new Set(['', ...' \n\r\t.,;([{!=']);
const behindValue = new Set(['', ...' \n\r\t.,;)]}[?!=']);

/** Letters, digits, `_` and `$`, by their codes. */
const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36;

/**
 * `getLoginCookie` where it is called: a function that other files have, and no facts speak of. What it gives is
 * unknown, unless it is one of the project.
 * @param isOfProject does an import lead to another file of the project?
 */
export function isForeignFunction(
  node: TSESTree.Node,
  sourceCode: TSESLint.SourceCode,
  isTelling: (name: string) => boolean,
  isOfProject: (specifier: string) => boolean,
): boolean {
  if (node.type !== 'Identifier' || isTelling(node.name)) return false;
  const { parent } = node;
  if (parent.type !== 'CallExpression' || parent.callee !== node || functionNamed(node, sourceCode)) return false;
  const definition = definitionOf(variableOf(node, sourceCode));
  return definition?.type !== 'import' || !isOfProject(definition.module);
}
