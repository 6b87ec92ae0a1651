import type { TSESTree } from '@typescript-eslint/utils';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { FileContext } from '../src/model/file/file-context';
import { circles, circlesOfTypes, rows } from './support/hostile';
import { inFile } from './support/probe';

/** A question of the model or of the findings: about a file, or about an expression in it. */
interface Question {
  path: string;
  name: string;
  isOfNode: boolean;
}

const root = join(import.meta.dirname, '../src');

const files = ['model', 'findings'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${room}/${path.replaceAll('\\', '/')}`),
);

/** Every exported question of a file of `src`, by the types of its parameters; those that need more are asked by these. */
function questionsOf(path: string): Question[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const isExported = (node: ts.HasModifiers): boolean =>
    node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
  return source.statements.flatMap((statement): Question[] => {
    if (ts.isFunctionDeclaration(statement) && isExported(statement))
      return question(path, statement.name!.text, statement.parameters);
    if (!ts.isVariableStatement(statement) || !isExported(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      if (!initializer || !ts.isIdentifier(name)) return [];
      if (ts.isArrowFunction(initializer)) return question(path, name.text, initializer.parameters);
      return /^oncePerFile\b/.test(initializer.getText()) ? [{ path, name: name.text, isOfNode: false }] : [];
    });
  });
}

function question(path: string, name: string, parameters: readonly ts.ParameterDeclaration[]): Question[] {
  const types = parameters
    .filter((one) => !one.initializer && !one.questionToken)
    .map(({ type }) => type?.getText() ?? '');
  if (types.join() === 'FileContext') return [{ path, name, isOfNode: false }];
  return /^TSESTree\.(?:Node|Expression),FileContext$/.test(types.join()) ? [{ path, name, isOfNode: true }] : [];
}

const questions = files.flatMap(questionsOf);

type Ask = (...given: unknown[]) => unknown;

const asked = await Promise.all(
  questions.map(async ({ path, name, isOfNode }) => {
    const module = (await import(join(root, path))) as Record<string, Ask>;
    return { name, isOfNode, ask: module[name] as Ask };
  }),
);

/** One expression of each wording, the innermost first. */
function expressionsOf({ sourceCode }: FileContext): TSESTree.Node[] {
  const found = new Map<string, TSESTree.Node>();
  const stack: TSESTree.Node[] = [sourceCode.ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (/Expression$|^(?:Identifier|Literal|TemplateLiteral)$/.test(node.type))
      found.set(`${node.type} ${sourceCode.getText(node)}`, node);
    for (const key of sourceCode.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const one of Array.isArray(child) ? child : [child]) if (one) stack.push(one as TSESTree.Node);
    }
  }
  return [...found.values()];
}

function askAll(file: FileContext, nodes: readonly TSESTree.Node[]): void {
  for (const { name, isOfNode, ask } of asked) {
    for (const node of isOfNode ? nodes : [undefined]) {
      expect(() => (node ? ask(node, file) : ask(file)), name).not.toThrow();
    }
  }
}

it('finds the questions', () => {
  expect(questions.filter(({ isOfNode }) => isOfNode).length).toBeGreaterThan(15);
  expect(questions.filter(({ isOfNode }) => !isOfNode).length).toBeGreaterThan(30);
});

describe('every question ends, about whatever is defined in a circle', () => {
  it.each(Object.entries({ ...circles, ...circlesOfTypes }))('%s', (_, text) => {
    inFile(text, (file) => askAll(file, expressionsOf(file)), { filename: 'file.tsx' });
  });
});

describe('every question ends, about the last of many definitions', () => {
  it.each(Object.entries(rows))('%s', (_, make) => {
    inFile(make(300), (file) => {
      const { body } = file.sourceCode.ast;
      const last = body.at(-1) as TSESTree.ExpressionStatement;
      askAll(file, [last.expression, (last.expression as TSESTree.CallExpression).callee]);
    });
  });
});
