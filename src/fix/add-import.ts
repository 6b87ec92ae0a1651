import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { lineBreakOf } from '../ast/line-style';
import { scriptBody } from '../ast/script-body';
import { staticString } from '../ast/static-name';
import { unwrap } from '../ast/unwrap';
import { topOfFile } from './top-of-file';
import { endOfStatement, goesOn } from './statement-end';

/** What to load, and what to call it here. */
export interface Import {
  module: string;
  name: string;
  /** The name in this file, when `name` is taken. */
  local: string;
  /** An import of the same module, or the pattern of a `require`, that has room for one more name. */
  neighbour?: TSESTree.ImportDeclaration | TSESTree.ObjectPattern | undefined;
}

/** The edit that adds one import, `import` or `require` as the file does it, behind those that are there. */
export function addImport(
  fixer: TSESLint.RuleFixer,
  wanted: Import,
  sourceCode: TSESLint.SourceCode,
  filename: string,
): TSESLint.RuleFix {
  const { name, local, neighbour } = wanted;
  if (neighbour?.type === 'ImportDeclaration')
    return addName(fixer, neighbour.specifiers, local === name ? name : `${name} as ${local}`);
  if (neighbour) return addName(fixer, neighbour.properties, local === name ? name : `${name}: ${local}`);
  const body = scriptBody(sourceCode);
  const isCommonJs = !usesImport(sourceCode, filename);
  const last = body.filter((node) => loadsModule(node) || (isCommonJs && loadsEnvironment(node))).at(-1);
  const eol = lineBreakOf(sourceCode);
  const text = (place: TSESTree.Node | undefined, next: TSESTree.Token | null | undefined): string =>
    textOf(wanted, isCommonJs, styleOf(sourceCode, place, next));
  // Behind the directives and a hashbang, before everything else together with the comments that belong to it.
  const directive = body.filter((node) => node.type === 'ExpressionStatement' && node.directive !== undefined).at(-1);
  const before = last ?? directive;
  if (before) {
    const { end, hasSemicolon } = endOfStatement(before, sourceCode);
    const after = sourceCode.getTokenAfter(before);
    // Before a semicolon that stands on a line of its own, that one ends the import.
    const isOpen = !hasSemicolon && end < before.range[1];
    const own = text(last, isOpen ? null : after);
    return fixer.insertTextAfterRange(
      [0, lineEnd(end, sourceCode)],
      (last ? eol : eol + eol) + (isOpen ? own.replace(/;$/, '') : own),
    );
  }
  const first = body[0];
  const at = topOfFile(first, sourceCode);
  return fixer.insertTextBeforeRange([at, at], text(undefined, first && sourceCode.getFirstToken(first)) + eol + eol);
}

/** One more name behind those that a module is asked for. */
function addName(fixer: TSESLint.RuleFixer, names: readonly TSESTree.Node[], text: string): TSESLint.RuleFix {
  return fixer.insertTextAfter(names.at(-1) as TSESTree.Node, `, ${text}`);
}

/** The end of a statement together with the comment behind it. */
function lineEnd(end: number, { text }: TSESLint.SourceCode): number {
  const rest = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^*\r\n]*\*\/[ \t]*)?(?=\r?\n|$)/.exec(text.slice(end, end + 500));
  return end + (rest?.[0].length ?? 0);
}

/** `import …`, `import x = require(…)`, `const x = require(…)` at the top level. */
function loadsModule(node: TSESTree.Node): boolean {
  if (node.type === 'ImportDeclaration' || node.type === 'TSImportEqualsDeclaration') return true;
  return node.type === 'VariableDeclaration' && node.declarations.some(({ init }) => requiredBy(init) !== undefined);
}

/** The module that an expression begins with a `require` of: `require('a')`, `require('a').b`, `require('a')(c)`. */
function requiredBy(node: TSESTree.Node | null | undefined): string | undefined {
  const value = node && unwrap(node);
  if (value?.type === 'MemberExpression') return requiredBy(value.object);
  if (value?.type !== 'CallExpression') return undefined;
  const isRequire = value.callee.type === 'Identifier' && value.callee.name === 'require';
  return isRequire ? staticString(value.arguments[0]) : requiredBy(value.callee);
}

/**
 * `require('dotenv').config()`, `dotenv.config()`, `process.loadEnvFile()`: what puts the vault's key where the module
 * looks for it when it is loaded.
 */
function loadsEnvironment(node: TSESTree.Node): boolean {
  const value = node.type === 'ExpressionStatement' ? unwrap(node.expression) : undefined;
  if (value?.type !== 'CallExpression') return false;
  if (/^(?:@?dotenv|env-cmd)/.test(requiredBy(value) ?? '')) return true;
  const { callee } = value;
  if (
    callee.type !== 'MemberExpression' ||
    callee.object.type !== 'Identifier' ||
    callee.property.type !== 'Identifier'
  )
    return false;
  return (
    /^dotenv/i.test(callee.object.name) || (callee.object.name === 'process' && callee.property.name === 'loadEnvFile')
  );
}

interface Style {
  quote: string;
  semicolon: string;
}

function textOf({ module, name, local }: Import, isCommonJs: boolean, { quote, semicolon }: Style): string {
  const specifier = `${quote}${module}${quote}`;
  return isCommonJs
    ? `const { ${local === name ? name : `${name}: ${local}`} } = require(${specifier})${semicolon}`
    : `import { ${local === name ? name : `${name} as ${local}`} } from ${specifier}${semicolon}`;
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

/**
 * Quotes and semicolon of the neighbouring import, or of the file's first string.
 * @param next what follows; before a bracket there is a semicolon in every style
 */
function styleOf(
  sourceCode: TSESLint.SourceCode,
  neighbour: TSESTree.Node | undefined,
  next: TSESTree.Token | null | undefined,
): Style {
  const place = neighbour ?? scriptBody(sourceCode)[0];
  const tokens = place ? sourceCode.getTokens(place) : [];
  const text =
    tokens.find(({ type }) => type === ('String' as never)) ??
    sourceCode.ast.tokens?.find(({ type }) => type === ('String' as never));
  const isClosed =
    !place || endOfStatement(place, sourceCode).hasSemicolon || sourceCode.getLastToken(place)?.value === '}';
  return { quote: text?.value[0] === '"' ? '"' : "'", semicolon: isClosed || goesOn(next) ? ';' : '' };
}
