import { resolve } from 'node:path';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { staticString } from '../../ast/static-name';
import type { Library } from '../../libraries/types';
import type { Within } from '../../libraries/types/paths';
import type { FileContext } from './file-context';
import { oncePerText } from './file-context';

/** What a file loads, by whatever means: an answer to a question of wording need be no better than that. */
export const specifiersIn = oncePerText(({ sourceCode }): ReadonlySet<string> => {
  const { text, ast } = sourceCode;
  const isScript = !ast.body[0]?.type.startsWith('Svelte');
  // Most files load by declarations and by `require`, which need no search of their text.
  if (isScript && !text.includes('import(')) return new Set([...ast.body.flatMap(sourceOf), ...requiredIn(sourceCode)]);
  const loads = text.matchAll(/\b(?:from|import|require) ?\(?["'`]([\w@/.:$#-]+)["'`]/g);
  return new Set(Array.from(loads, ([, specifier]) => specifier as string));
});

function sourceOf(statement: TSESTree.ProgramStatement): string[] {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return statement.source ? [statement.source.value] : [];
    case 'TSImportEqualsDeclaration': {
      const specifier =
        'expression' in statement.moduleReference ? staticString(statement.moduleReference.expression) : undefined;
      return specifier === undefined ? [] : [specifier];
    }
    default:
      return [];
  }
}

/** The arguments of `require`, be it the global one or the file's own by `createRequire`. */
function requiredIn({ scopeManager }: TSESLint.SourceCode): string[] {
  const [outermost, top] = scopeManager?.scopes ?? [];
  const own = [outermost, top].flatMap((scope) => scope?.set.get('require')?.references ?? []);
  const undeclared = outermost?.through.filter(({ identifier }) => identifier.name === 'require') ?? [];
  return [...own, ...undeclared].flatMap(({ identifier }) => {
    const call = (identifier as TSESTree.Node).parent;
    const specifier = call?.type === 'CallExpression' ? staticString(call.arguments[0]) : undefined;
    return specifier === undefined ? [] : [specifier];
  });
}

/** Does the file load a library, under whatever name? */
export function isLoaded({ module, specifiers = [] }: Library, file: FileContext): boolean {
  const named = specifiersIn(file);
  return named.has(module) || specifiers.some((specifier) => named.has(specifier));
}

/** Is the file one of a framework's own, by its place or by what it loads? */
export function isWithin({ files = [], imports = [] }: Within, file: FileContext): boolean {
  return isNamed(files, file) || imports.some((specifier) => specifiersIn(file).has(specifier));
}

const extension = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

const pathOf = oncePerText(({ filename, cwd }: FileContext): string =>
  `/${resolve(cwd, filename).replaceAll('\\', '/')}`.replace(extension, ''),
);

const ownNameOf = oncePerText(({ filename }: FileContext): string =>
  filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1).replace(extension, ''),
);

/** Does the path of the file end in one of these names, its extension aside? */
export function isNamed(names: readonly string[], file: FileContext): boolean {
  if (names.length === 0) return false;
  // Its own name costs little, and is hardly ever one of them.
  const ownName = ownNameOf(file);
  return names.some((name) => name.endsWith(ownName) && isAtEnd(name, pathOf(file)));
}

const isAtEnd = (name: string, path: string): boolean =>
  path.endsWith(name) && path.charAt(path.length - name.length - 1) === '/';
