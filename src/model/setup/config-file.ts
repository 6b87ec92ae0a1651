import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { Library, Setup } from '../../libraries/types';
import { factIndexOf } from '../facts/fact-index';
import type { FileContext } from '../file/file-context';
import { isNamed } from '../file/imports';
import { valuesAtPath } from '../dataflow/values';

type ConfigSetup = Extract<Setup, { form: 'config' }>;

/** Options that a framework reads out of a file because of where the file is. */
export interface Configured {
  library: Library;
  fact: ConfigSetup;
  /** The key it is exported under. */
  anchor: TSESTree.Node;
  options: TSESTree.Node;
}

/** Options below what a configuration file exports; none in every other file. */
export function configuredIn(file: FileContext): Configured[] {
  return factIndexOf(file.libraries).configs.flatMap(({ library, fact }) =>
    isNamed(fact.files, file)
      ? exportsOf(file.sourceCode.ast).flatMap(({ node, path }) => {
          const below = fact.path.slice(path.length);
          if (!path.every((key, index) => key === fact.path[index])) return [];
          return valuesAtPath(handedBy(node, file), below, file).flatMap((outcome) => {
            if (outcome.state !== 'set') return [];
            const { parent } = outermost(outcome.node);
            const anchor = parent?.type === 'Property' ? parent.key : outcome.node;
            return [{ library, fact, anchor, options: outcome.node }];
          });
        })
      : [],
  );
}

interface Export {
  node: TSESTree.Node;
  /** Keys below which it is exported; none for the default export. */
  path: readonly string[];
}

function exportsOf(program: TSESTree.Program): Export[] {
  return program.body.flatMap((statement): Export[] => {
    if (statement.type === 'ExportDefaultDeclaration') return [{ node: statement.declaration, path: [] }];
    if (statement.type === 'TSExportAssignment') return [{ node: statement.expression, path: [] }];
    if (statement.type === 'ExportNamedDeclaration') return named(statement);
    const assignment = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') return [];
    const path = exportPath(assignment.left);
    return path ? [{ node: assignment.right, path }] : [];
  });
}

function named({ declaration }: TSESTree.ExportNamedDeclaration): Export[] {
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    init && id.type === 'Identifier' ? [{ node: init, path: [id.name] }] : [],
  );
}

/** `module.exports.session` and `exports.session` are `['session']`. */
function exportPath(target: TSESTree.Node): string[] | null {
  const keys: string[] = [];
  let node = target;
  while (node.type === 'MemberExpression') {
    keys.unshift(staticName(node) ?? '');
    node = node.object;
  }
  if (node.type !== 'Identifier') return null;
  if (node.name === 'exports') return keys;
  return node.name === 'module' && keys[0] === 'exports' ? keys.slice(1) : null;
}

/** `defineConfig({...})` hands its argument on. */
function handedBy(node: TSESTree.Node, file: FileContext): TSESTree.Node {
  const value = valueBehind(node, file.sourceCode);
  const [first] = value.type === 'CallExpression' ? value.arguments : [];
  return first && first.type !== 'SpreadElement' ? first : node;
}
