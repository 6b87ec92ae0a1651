import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** What speaks of the whole file, wherever the next line begins. */
const ofFile =
  /licen[sc]e|copyright|spdx|eslint-|@(?:file|overview|module|packageDocumentation|ts-(?:no)?check|flow|preserve)/i;

/** Comments that belong together: one block, or lines one below the other. */
interface Group {
  from: number;
  text: string;
  line: number;
}

/**
 * Where the first import of a file goes: below a hashbang and what is said about the file as a whole, above the first
 * statement together with the comment that belongs to it.
 */
export function topOfFile(first: TSESTree.Node | undefined, sourceCode: TSESLint.SourceCode): number {
  const { text } = sourceCode;
  const hashbang = /^#![^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|$)/.exec(text)?.[0].length ?? 0;
  if (!first) return Math.max(hashbang, text.length);
  const groups = groupsOf(sourceCode.getCommentsBefore(first));
  let at = first.range[0];
  let { line } = first.loc.start;
  // Single-file components begin with markup, which is no comment of the script.
  for (const group of groups.reverse()) {
    if (ofFile.test(group.text) || line - group.line > 1) break;
    at = group.from;
    line = sourceCode.getLocFromIndex(at).line;
  }
  return Math.max(hashbang, at);
}

function groupsOf(comments: readonly TSESTree.Comment[]): Group[] {
  const groups: Group[] = [];
  let isLine = false;
  for (const { type, value, range, loc } of comments) {
    if ((type as string) === 'Shebang') continue;
    const last = groups.at(-1);
    if (last && isLine && (type as string) === 'Line' && loc.start.line === last.line + 1) {
      last.text += `\n${value}`;
      last.line = loc.end.line;
    } else groups.push({ from: range[0], text: value, line: loc.end.line });
    isLine = (type as string) === 'Line';
  }
  return groups;
}
