import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { lineBreakOf } from '../ast/line-style';
import { scriptBody } from '../ast/script-body';
import { staticString } from '../ast/static-name';

/** What to load, and what to call it here. */
export interface Import {
  module: string;
  name: string;
  /** The name in this file, when `name` is taken. */
  local: string;
}

/** The edit that adds one import, `import` or `require` as the file does it, behind those that are there. */
export function addImport(
  fixer: TSESLint.RuleFixer,
  wanted: Import,
  sourceCode: TSESLint.SourceCode,
  filename: string,
): TSESLint.RuleFix {
  const body = scriptBody(sourceCode);
  const last = body.filter(loadsModule).at(-1);
  const text = textOf(wanted, last, sourceCode, filename);
  const eol = lineBreakOf(sourceCode);
  if (last) return fixer.insertTextAfterRange([0, lineEnd(last, sourceCode)], eol + text);
  // Behind the directives and a hashbang, before everything else together with the comments that belong to it.
  const directive = body.filter((node) => node.type === 'ExpressionStatement' && node.directive !== undefined).at(-1);
  if (directive) return fixer.insertTextAfterRange([0, lineEnd(directive, sourceCode)], eol + eol + text);
  const hashbang = /^#!.*\r?\n/.exec(sourceCode.text)?.[0].length ?? 0;
  const first = body[0];
  const start = first ? Math.min(first.range[0], scriptStart(sourceCode, first)) : sourceCode.text.length;
  const at = Math.max(hashbang, start);
  return fixer.insertTextBeforeRange([at, at], text + eol + eol);
}

/** The end of a statement together with the comment behind it. */
function lineEnd(node: TSESTree.Node, { text }: TSESLint.SourceCode): number {
  const [, end] = node.range;
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^*\r\n]*\*\/[ \t]*)?(?=\r?\n|$)/.exec(text.slice(end, end + 500));
  return end + (rest?.[0].length ?? 0);
}

/** Single-file components begin with markup: only where the script is the whole file does it start at its first comment. */
function scriptStart(sourceCode: TSESLint.SourceCode, first: TSESTree.Node): number {
  const before = sourceCode.getCommentsBefore(first).filter((comment) => (comment.type as string) !== 'Shebang');
  return before[0]?.range[0] ?? first.range[0];
}

/** `import …`, `import x = require(…)`, `const x = require(…)` at the top level. */
function loadsModule(node: TSESTree.Node): boolean {
  if (node.type === 'ImportDeclaration' || node.type === 'TSImportEqualsDeclaration') return true;
  return node.type === 'VariableDeclaration' && node.declarations.some(({ init }) => isRequireCall(init));
}

function isRequireCall(node: TSESTree.Node | null | undefined): boolean {
  if (node?.type === 'MemberExpression') return isRequireCall(node.object);
  if (node?.type !== 'CallExpression') return false;
  const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire ? staticString(node.arguments[0]) !== undefined : isRequireCall(node.callee);
}

function textOf(
  { module, name, local }: Import,
  neighbour: TSESTree.Node | undefined,
  sourceCode: TSESLint.SourceCode,
  filename: string,
): string {
  const { quote, semicolon } = styleOf(sourceCode, neighbour);
  const specifier = `${quote}${module}${quote}`;
  if (usesImport(sourceCode, filename)) {
    return `import { ${local === name ? name : `${name} as ${local}`} } from ${specifier}${semicolon}`;
  }
  return `const { ${local === name ? name : `${name}: ${local}`} } = require(${specifier})${semicolon}`;
}

function usesImport(sourceCode: TSESLint.SourceCode, filename: string): boolean {
  const { ast, text } = sourceCode;
  const body = scriptBody(sourceCode);
  if (body.some((node) => /^(?:Import|Export|TSImportEquals)/.test(node.type))) return true;
  // Modules are strict without being told.
  if (body.some((node) => node.type === 'ExpressionStatement' && node.directive === 'use strict')) return false;
  if (/\.[cm][jt]s$/.test(filename)) return /\.m[jt]s$/.test(filename);
  return ast.sourceType === 'module' && !body.some(loadsModule) && !/\bmodule\.exports\b|\bexports\.\w/.test(text);
}

/** Quotes and semicolon of the neighbouring import, or of the file's first string. */
function styleOf(
  sourceCode: TSESLint.SourceCode,
  neighbour: TSESTree.Node | undefined,
): { quote: string; semicolon: string } {
  const place = neighbour ?? scriptBody(sourceCode)[0];
  const tokens = place ? sourceCode.getTokens(place) : [];
  const text = tokens.find(({ type }) => type === ('String' as never)) ?? sourceCode.ast.tokens?.find(({ type }) => type === ('String' as never));
  const end = place ? sourceCode.getLastToken(place)?.value : ';';
  return { quote: text?.value[0] === '"' ? '"' : "'", semicolon: end === ';' || end === '}' ? ';' : '' };
}
