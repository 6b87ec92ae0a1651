import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { leavesAt } from './leaves';

const isNamePart = (character: string): boolean => /[\w$]/.test(character);

/** White space may stand between a dot and a name, though seldom much of it. */
const widest = 40;

/**
 * Where some names stand as that of a member, or as a key: behind one of some characters. For names that are too usual
 * to be followed from in every file.
 * @param behind `.` for members, `{` and `,` for keys
 */
export function placesNamed(names: Iterable<string>, behind: string, sourceCode: TSESLint.SourceCode): TSESTree.Node[] {
  const { text } = sourceCode;
  const offsets: number[] = [];
  for (const name of names) {
    if (name === '') continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (isNamePart(text.charAt(at + name.length))) continue;
      const before =
        text
          .slice(Math.max(0, at - widest), at)
          .trimEnd()
          .at(-1) ?? '';
      if (before !== '' && behind.includes(before)) offsets.push(at);
    }
  }
  // Without any, the leaf would be the program.
  return offsets.length === 0
    ? []
    : leavesAt(
        offsets.sort((a, b) => a - b),
        sourceCode,
      );
}
