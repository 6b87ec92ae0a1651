import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/**
 * Is it a program of JavaScript, with all that is asked about one? Rules are also run on what is none: where a preset
 * is given without `files`, on pages and on data. Their trees are other ones, whatever their roots are called.
 */
export function isScript({ ast, visitorKeys, scopeManager, text }: TSESLint.SourceCode): boolean {
  const isProgram =
    ast?.type === 'Program' && Array.isArray(ast.body) && [ast, ...ast.body.slice(0, 1)].every(hasPlace);
  return (
    isProgram && Boolean(visitorKeys?.['CallExpression'] && scopeManager?.scopes?.length) && typeof text === 'string'
  );
}

const hasPlace = (node: TSESTree.Node): boolean => Array.isArray(node?.range) && Boolean(node.loc);

/** `.post('/login', …)`: what answers that may stand in another file, and only that one has words of sessions. */
const accountRoute = /\(\s*['"`]\/[\w/:.-]*(?:log-?(?:in|o)|sign-?(?:in|o))/i;

/** Does a program have the address of a log-in or log-out? Each is asked, so first comes what is quick to find out. */
export const hasAccountRoute = (text: string, filename: string): boolean =>
  !filename.endsWith('.d.ts') && (text.includes('/log') || text.includes('/sign')) && accountRoute.test(text);

/** The name of a file, without its folders and its extension. */
export const bareName = (filename: string): string =>
  filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1, filename.lastIndexOf('.'));
