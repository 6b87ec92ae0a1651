import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * Where a statement ends for what is to be written behind it. In a file without semicolons, the one in front of a line
 * that begins with a bracket belongs to the statement above by the grammar, and to the line below for the reader.
 */
export function endOfStatement(
  node: TSESTree.Node,
  sourceCode: Readonly<TSESLint.SourceCode>,
): { end: number; hasSemicolon: boolean } {
  const last = sourceCode.getLastToken(node);
  if (last?.value !== ';') return { end: node.range[1], hasSemicolon: false };
  const before = sourceCode.getTokenBefore(last);
  const isOwn = !before || before.range[0] < node.range[0] || before.loc.end.line === last.loc.start.line;
  return isOwn ? { end: node.range[1], hasSemicolon: true } : { end: before.range[1], hasSemicolon: false };
}

/** Would a line that begins with this token go on with the one before, if that has no semicolon? */
export const goesOn = (token: TSESTree.Token | null | undefined): boolean => /^[([`/+\-<*,.?]/.test(token?.value ?? '');

/** The statement that a nested one ends with: `if (a) b` ends where `b` does. */
function lastInside(statement: TSESTree.Node): TSESTree.Node {
  switch (statement.type) {
    case 'IfStatement':
      return lastInside(statement.alternate ?? statement.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'WithStatement':
    case 'LabeledStatement':
      return lastInside(statement.body);
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return statement.declaration ? lastInside(statement.declaration) : statement;
    default:
      return statement;
  }
}

/** Statements that need no semicolon, so that no line goes on with them. */
const closed = /^(?:(?:Block|Switch|Try|Empty)Statement|(?:Function|Class)Declaration|TS(?:Interface|Module|Enum)\w*)$/;

/**
 * Does a statement rely on the line break before it? Then its text must not begin with a bracket, which would have the
 * line before go on in this one.
 */
export function reliesOnLineBreak(statement: TSESTree.Node, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  const { parent } = statement;
  const body: readonly TSESTree.Node[] =
    parent?.type === 'SwitchCase'
      ? parent.consequent
      : (((parent as { body?: unknown } | undefined)?.body as never) ?? []);
  const before = Array.isArray(body) ? body[body.indexOf(statement) - 1] : undefined;
  if (!before || closed.test(lastInside(before).type)) return false;
  return sourceCode.getTokenBefore(statement)?.value !== ';';
}
