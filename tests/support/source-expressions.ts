import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@typescript-eslint/parser';
import { secretFormats } from '../../src/secrets/formats';

/** A regular expression of the shipped code. */
export interface SourceExpression {
  /** Where it is written, for the name of the test. */
  where: string;
  source: string;
  flags: string;
}

const root = path.resolve(__dirname, '../..');

/** Every regular expression that the formats of `src/secrets` are compiled to. */
export function formatExpressions(): SourceExpression[] {
  return secretFormats.map(({ id, regex, flags = '' }) => ({ where: `format ${id}`, source: regex, flags }));
}

/** Every regular expression literal of a folder, such as `src/model`. */
export function expressionLiterals(folder: string): SourceExpression[] {
  return sourceFiles(folder).flatMap((file) =>
    nodesOf(file).flatMap((node) => {
      const regex = node['regex'] as { pattern: string; flags: string } | undefined;
      if (regex === undefined) return [];
      return [{ where: `${file}:${lineOf(node)}`, source: regex.pattern, flags: regex.flags }];
    }),
  );
}

/** Where a folder compiles a text to a regular expression: what such a text may be must be checked by itself. */
export function compiledExpressions(folder: string): string[] {
  return sourceFiles(folder).flatMap((file) =>
    nodesOf(file)
      .filter((node) => node['type'] === 'NewExpression' || node['type'] === 'CallExpression')
      .filter((node) => (node['callee'] as Node)['name'] === 'RegExp')
      .map(() => file),
  );
}

type Node = Record<string, unknown>;

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort();
}

function nodesOf(file: string): Node[] {
  const nodes = new Set<Node>();
  const pending: unknown[] = [parse(readFileSync(path.join(root, file), 'utf8'), { loc: true })];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (!isObject(value) || nodes.has(value)) continue;
    nodes.add(value);
    pending.push(...Object.values(value).filter(isObject));
  }
  return [...nodes].filter((node) => typeof node['type'] === 'string');
}

function isObject(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function lineOf(node: Node): number {
  return (node['loc'] as { start: { line: number } }).start.line;
}
