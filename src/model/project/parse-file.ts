import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { createRequire } from 'node:module';
import type { Context } from '../file/file-context';

/** What a parser of ESLint offers, of one kind or the other. */
interface Parser {
  parseForESLint?: (text: string, options: object) => Parsed;
  parse?: (text: string, options: object) => TSESTree.Program;
}

interface Parsed {
  ast: TSESTree.Program;
  scopeManager?: unknown;
  visitorKeys?: Record<string, readonly string[]>;
}

/** How the file under lint is read. */
interface LanguageOptions {
  parser?: Parser;
  parserOptions?: object;
}

/** Asked for where a parser leaves the scopes to us, as ESLint's own does. */
const scopesOf = (ast: TSESTree.Program, options: object): unknown =>
  (createRequire(__filename)('eslint-scope') as { analyze: (...given: object[]) => unknown }).analyze(ast, options);

/**
 * Reads the text of another file the way the file under lint is read, without its types. Null where that cannot be
 * done: in a host that does not show its parser, for a language it does not know, for a text that is wrong.
 * @param path absolute, of the file the text was read from
 */
export function parseFile(text: string, path: string, context: Context): TSESLint.SourceCode | null {
  const { parser, parserOptions } = languageOf(context);
  if (!parser) return null;
  const parsed =
    parsedBy(parser, text, path, parserOptions ?? {}) ??
    (/\.[cm]?tsx?$/.test(path) ? parsedBy(typescriptParser(path), text, path, {}) : null);
  return parsed && sourceCodeOf(parsed, text, context);
}

/** Hosts may throw when they are asked what they do not have. */
export function languageOf(context: Context): LanguageOptions {
  try {
    return (context as { languageOptions?: LanguageOptions }).languageOptions ?? {};
  } catch {
    return {};
  }
}

/** The parser that the project has for TypeScript, for files of JavaScript that import some. */
function typescriptParser(path: string): Parser | null {
  try {
    return createRequire(path)('@typescript-eslint/parser') as Parser;
  } catch {
    return null;
  }
}

/** Types would have to be made for a whole program, and are not asked for; nor are the names every program has. */
const withoutTypes = {
  project: undefined,
  projectService: undefined,
  programs: undefined,
  program: undefined,
  lib: [],
  jsDocParsingMode: 'none',
};

/** An ES module first, which nearly all is; what cannot be one is a script of CommonJS. */
function parsedBy(parser: Parser | null, text: string, path: string, given: object): Parsed | null {
  for (const sourceType of ['module', 'script']) {
    const options = {
      ...given,
      ...withoutTypes,
      ecmaFeatures: { ...(given as { ecmaFeatures?: object }).ecmaFeatures, globalReturn: sourceType === 'script' },
      ecmaVersion: 'latest',
      sourceType,
      filePath: path,
      loc: true,
      range: true,
      raw: true,
      tokens: true,
      comment: true,
      eslintVisitorKeys: true,
      eslintScopeManager: true,
    };
    try {
      if (parser?.parseForESLint) return parser.parseForESLint(text, options);
      if (parser?.parse) return { ast: parser.parse(text, options) };
    } catch {
      // Not this way.
    }
  }
  return null;
}

function sourceCodeOf(parsed: Parsed, text: string, { sourceCode }: Context): TSESLint.SourceCode {
  const { ast } = parsed;
  const visitorKeys = parsed.visitorKeys ?? sourceCode.visitorKeys;
  const scopeManager =
    parsed.scopeManager ??
    scopesOf(ast, { ecmaVersion: 2022, sourceType: ast.sourceType, childVisitorKeys: visitorKeys, fallback: () => [] });
  const SourceCode = sourceCode.constructor as new (given: object) => TSESLint.SourceCode;
  // A parser's services hold its own tree of the file, which takes as much room as all else and which nothing asks for.
  return new SourceCode({ text, ast, parserServices: {}, scopeManager, visitorKeys });
}
