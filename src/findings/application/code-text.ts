import type { FileContext } from '../../model/file/file-context';
import { oncePerText } from '../../model/file/file-context';

/** A text in quotes, on one line. */
const quoted = /"[^"\\\n]*"|'[^'\\\n]*'|`[^`\\\n]*`/g;

/** Text of the same length with nothing in it, so that what lies behind keeps its place. */
const blanked = (text: string): string => text.replace(/\S/g, ' ');

/** The text of a file without its comments: what they say is no evidence of what the program does. */
export const codeOf = oncePerText(({ sourceCode }: FileContext): string => {
  let code = '';
  let end = 0;
  for (const { range } of sourceCode.getAllComments()) {
    code += sourceCode.text.slice(end, range[0]) + blanked(sourceCode.text.slice(...range));
    end = range[1];
  }
  return code + sourceCode.text.slice(end);
});

/** The same without sentences in quotes: those are said to somebody, and are no names of headers or modules. */
export const codeWithoutSentences = oncePerText((file: FileContext): string =>
  codeOf(file).replace(quoted, (text) => (text.includes(' ') ? blanked(text) : text)),
);
