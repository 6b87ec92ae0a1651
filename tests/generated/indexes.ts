const firstLine = '// Written by `npm run update` from the files of this folder.';

const camelCase = (name: string): string => name.replaceAll(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());

/** The one name a file of facts exports: `fastify-session` is `fastifySession`. */
export const exportOf = camelCase;

/** src/rules/index.ts */
export function rulesIndex(names: readonly string[]): string {
  const imports = names.map((name) => `import ${camelCase(name)} from './${name}';`);
  const entries = names.map((name) => `  '${name}': ${camelCase(name)},`);
  return [
    firstLine,
    ...imports,
    ...(names.length ? ['', 'export const rules = {', ...entries, '};'] : ['export const rules = {};']),
    '',
  ].join('\n');
}

/** src/libraries/index.ts */
export function librariesIndex(names: readonly string[]): string {
  return [
    firstLine,
    ...names.map((name) => `import { ${camelCase(name)} } from './${name}';`),
    "import type { Library } from './types';",
    '',
    'export const libraries: readonly Library[] = [',
    ...names.map((name) => `  ${camelCase(name)},`),
    '];',
    '',
  ].join('\n');
}
