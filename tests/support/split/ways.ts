import type { TSESTree } from '@typescript-eslint/utils';
import type { Cut } from './cut';
import { Program } from './program';
import { Traced } from './traced';

/** The files of a program that was split; the first one is what is left of the flat one. */
export type SplitFiles = Readonly<Record<string, Traced>>;

/** How a piece gets to where it is used. */
export interface Way {
  name: string;
  /** Only there, if said. */
  system?: 'esm' | 'commonjs';
  files(cut: Cut, program: Program, extension: string): SplitFiles;
}

interface Link {
  name: string;
  system: 'esm' | 'commonjs';
  /** The statement that imports; the specifier has no extension. */
  imports: (name: string) => string;
  /** The piece in the program; its name if not said. */
  reference?: (name: string) => string;
  /** What is written before the declaration, and after it. */
  before?: string;
  after?: (name: string) => string;
  /** Other files on the way. */
  through?: (name: string) => [path: string, text: string];
}

const links: Link[] = [
  { name: 'named', system: 'esm', imports: (name) => `import { ${name} } from './part.js';`, before: 'export ' },
  {
    name: 'named, without an extension',
    system: 'esm',
    imports: (name) => `import { ${name} } from './part';`,
    before: 'export ',
  },
  {
    name: 'renamed',
    system: 'esm',
    imports: () => `import { other as own } from './part.js';`,
    reference: () => 'own',
    after: (name) => `export { ${name} as other };`,
  },
  {
    name: 'default',
    system: 'esm',
    imports: (name) => `import ${name} from './part.js';`,
    after: (name) => `export default ${name};`,
  },
  {
    name: 'namespace',
    system: 'esm',
    imports: () => `import * as part from './part.js';`,
    reference: (name) => `part.${name}`,
    before: 'export ',
  },
  {
    name: 'member of the default',
    system: 'esm',
    imports: () => `import part from './part.js';`,
    reference: (name) => `part.${name}`,
    after: (name) => `export default { ${name} };`,
  },
  {
    name: 'index',
    system: 'esm',
    imports: (name) => `import { ${name} } from './lib/index.js';`,
    before: 'export ',
    through: (name) => ['lib/index', `export { ${name} } from '../part.js';\n`],
  },
  {
    name: 'index with all',
    system: 'esm',
    imports: (name) => `import { ${name} } from './lib';`,
    before: 'export ',
    through: () => ['lib/index', `export * from '../part.js';\n`],
  },
  {
    name: 'index of the default',
    system: 'esm',
    imports: (name) => `import { ${name} } from './lib/index.js';`,
    after: (name) => `export default ${name};`,
    through: (name) => ['lib/index', `export { default as ${name} } from '../part.js';\n`],
  },
  {
    name: 'member of exports, by pattern',
    system: 'commonjs',
    imports: (name) => `const { ${name} } = require('./part');`,
    after: (name) => `exports.${name} = ${name};`,
  },
  {
    name: 'object of exports, by member',
    system: 'commonjs',
    imports: () => `const part = require('./part');`,
    reference: (name) => `part.${name}`,
    after: (name) => `module.exports = { ${name} };`,
  },
  {
    name: 'all of exports',
    system: 'commonjs',
    imports: (name) => `const ${name} = require('./part.js');`,
    after: (name) => `module.exports = ${name};`,
  },
  {
    name: 'in place',
    system: 'commonjs',
    imports: () => '',
    reference: (name) => `require('./part').${name}`,
    after: (name) => `module.exports.${name} = ${name};`,
  },
  {
    name: 'index of exports',
    system: 'commonjs',
    imports: (name) => `const { ${name} } = require('./lib');`,
    after: (name) => `module.exports = { ${name} };`,
    through: () => ['lib/index', `module.exports = require('../part');\n`],
  },
  {
    name: 'index of spread exports',
    system: 'commonjs',
    imports: (name) => `const { ${name} } = require('./lib');`,
    after: (name) => `module.exports = { ${name} };`,
    through: () => ['lib/index', `module.exports = { ...require('../part') };\n`],
  },
];

const inSameFile: Way = {
  name: 'same file',
  files(cut, program, extension) {
    if (cut.kind === 'a declaration') return {};
    const before = Traced.join(...cut.piece);
    const edits = [...cut.rest(cut.name), { range: [cut.at.range[0], cut.at.range[0]] as const, by: before }];
    return { [`app.${extension}`]: program.text.edited(edits) };
  },
};

export const ways: readonly Way[] = [inSameFile, ...links.map(wayOf)];

function wayOf({ name, system, imports, reference, before = '', after, through }: Link): Way {
  return {
    name,
    system,
    files({ name: of, piece, rest, needs }, program, extension) {
      const line = (node: TSESTree.Node): Traced => Traced.join(program.text.slice(node.range), '\n');
      const byPlace = (nodes: readonly TSESTree.Node[]): TSESTree.Node[] =>
        [...nodes].sort((a, b) => a.range[0] - b.range[0]);
      const last = piece.at(-1) ?? '';
      const others = piece.slice(0, -1);
      const part = Traced.join(
        ...byPlace([...needs.imports, ...needs.moved]).map(line),
        ...others,
        before,
        last,
        after ? `${after(of)}\n` : '',
      );
      const [firstOther] = program.body.filter(({ type }) => type !== 'ImportDeclaration');
      const start = firstOther?.range[0] ?? 0;
      const edits = [
        ...[...needs.ownImports, ...needs.moved].map(({ range }) => ({ range, by: '' })),
        ...rest(reference ? reference(of) : of),
        { range: [start, start] as const, by: `${imports(of)}\n` },
      ];
      const [path, text] = through?.(of) ?? [];
      return {
        [`app.${extension}`]: program.text.edited(edits),
        [`part.${extension}`]: part,
        ...(path && text ? { [`${path}.${extension}`]: Traced.join(text) } : {}),
      };
    },
  };
}

/** The program with `require` in the place of imports; null where it has types, or exports a declaration. */
export function inCommonJs(text: Traced): Traced | null {
  const program = new Program(text);
  const edits = [];
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      edits.push({ range: statement.range, by: requireOf(statement) });
    } else if (statement.type === 'ExportDefaultDeclaration') {
      const { range, declaration } = statement;
      edits.push({ range: [range[0], declaration.range[0]] as const, by: 'module.exports = ' });
    } else if (statement.type === 'ExportNamedDeclaration') {
      const { declaration, range } = statement;
      const [only] = declaration?.type === 'VariableDeclaration' ? declaration.declarations : [];
      if (!only?.init || only.id.type !== 'Identifier') return null;
      edits.push({ range: [range[0], only.init.range[0]] as const, by: `exports.${only.id.name} = ` });
    } else if (statement.type.startsWith('TS')) return null;
  }
  if (program.nodes.some((node) => node.type === 'AwaitExpression' && isAtTop(node))) return null;
  return text.edited(edits);
}

const isAtTop = (node: TSESTree.Node): boolean => {
  for (let around = node.parent; around; around = around.parent) if ('params' in around) return false;
  return true;
};

function requireOf({ source, specifiers }: TSESTree.ImportDeclaration): string {
  const loaded = `require(${source.raw})`;
  const names = specifiers.flatMap((one) => {
    if (one.type !== 'ImportSpecifier' || one.imported.type !== 'Identifier') return [];
    return one.imported.name === one.local.name ? [one.local.name] : [`${one.imported.name}: ${one.local.name}`];
  });
  const [first] = specifiers;
  return names.length > 0 ? `const { ${names.join(', ')} } = ${loaded};` : `const ${first?.local.name} = ${loaded};`;
}
