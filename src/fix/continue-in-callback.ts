import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationOf, lineBreakOf } from '../ast/line-style';
import type { Tail } from '../ast/tail';

/** What is to run, and what with. */
interface Continuation {
  /** The callee's code: `req.logout`. */
  call: string;
  /** Arguments before the callback, as code. */
  first?: string;
  /** Does the statement itself run in the callback too? Otherwise the call takes its place. */
  keepsStatement: boolean;
}

/** The part of a suggestion that says what is run in a callback; null where nothing can be. */
export function inCallback(
  tail: Tail | null,
  continuation: Continuation,
  sourceCode: TSESLint.SourceCode,
): { data: { call: string }; fix: TSESLint.ReportFixFunction } | null {
  return (
    tail && {
      data: { call: continuation.call },
      fix: (fixer) => continueInCallback(fixer, tail, continuation, sourceCode),
    }
  );
}

/**
 * Puts a call with a callback in the place of a statement, and lets all that follows run in the callback:
 * `call((error) => { if (error) return next(error); … })`. Null where the code would shadow a name, or a comment inside
 * the replaced statement would be lost.
 */
function continueInCallback(
  fixer: TSESLint.RuleFixer,
  { statement, rest, block }: Tail,
  { call, first = '', keepsStatement }: Continuation,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix | null {
  const end = (rest.at(-1) ?? statement).range[1];
  const text = sourceCode.getText();
  const from = keepsStatement ? statement.range[0] : statement.range[1];
  if (!keepsStatement && sourceCode.getCommentsInside(statement).length > 0) return null;
  const moved = text.slice(from, end);
  const words = new Set(moved.split(/\W/));
  const error = ['error', 'err', 'failure'].find((name) => !words.has(name));
  if (error === undefined) return null;

  const semicolon = /;$/.test(sourceCode.getText(statement)) ? ';' : '';
  const head = `${call}(${first === '' ? '' : `${first}, `}(${error}) => {`;
  const check = `if (${error}) return next(${error});`.replace(/;$/, semicolon);
  const indentation = indentationOf(statement, sourceCode);
  if (indentation === undefined || block.loc.start.line === block.loc.end.line) {
    const body = [check.replace(/;?$/, ';'), moved.trim()].filter((part) => part !== '').join(' ');
    return fixer.replaceTextRange([statement.range[0], end], `${head} ${body} })${semicolon}`);
  }
  const line = lineBreakOf(sourceCode);
  const unit = unitOf(block, indentation, sourceCode);
  const body = indented(moved, from, unit, sourceCode);
  const lead = keepsStatement ? `${line}${indentation}${unit}` : '';
  return fixer.replaceTextRange(
    [statement.range[0], end],
    `${head}${line}${indentation}${unit}${check}${lead}${body}${line}${indentation}})${semicolon}`,
  );
}

/** By how much a block's statements are indented. */
function unitOf(block: TSESTree.BlockStatement, inner: string, { lines }: TSESLint.SourceCode): string {
  const outer = /^\s*/.exec(lines[block.loc.end.line - 1] ?? '')?.[0] ?? '';
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
}

/** Moves the lines after the first to the right, but for those that are part of a template's text. */
function indented(text: string, from: number, unit: string, sourceCode: TSESLint.SourceCode): string {
  const templates = (sourceCode.ast.tokens ?? []).filter(
    ({ type, loc }) => (type as string) === 'Template' && loc.start.line !== loc.end.line,
  );
  const first = sourceCode.getLocFromIndex(from).line;
  return text
    .split('\n')
    .map((one, index) => {
      const isText = templates.some(({ loc }) => loc.start.line < first + index && loc.end.line >= first + index);
      return index === 0 || isText || one.trim() === '' ? one : unit + one;
    })
    .join('\n');
}
