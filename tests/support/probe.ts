import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { dirname, isAbsolute } from 'node:path';
import type { FileContext } from '../../src/model/file/file-context';
import { fileOf } from '../../src/model/file/open';

/** How a text is to be read. */
export interface ProbeOptions {
  filename?: string;
  settings?: Record<string, unknown>;
}

/**
 * Asks a question about a text from inside a rule, as our rules do. A comment opens the gate of any text.
 * @throws when the text does not parse
 */
export function inFile<T>(
  text: string,
  ask: (file: FileContext) => T,
  { filename = 'file.ts', settings = {} }: ProbeOptions = {},
): T {
  let answer: { value: T } | undefined;
  const rule = {
    create: (context: TSESLint.RuleContext<string, []>) => ({
      Program() {
        const file = fileOf(context);
        if (file) answer = { value: ask(file) };
      },
    }),
  };
  const isScript = filename.endsWith('.js');
  const messages = new Linter({
    configType: 'flat',
    cwd: isAbsolute(filename) ? dirname(filename) : process.cwd(),
  }).verify(
    `${text}\n// session`,
    {
      files: ['**/*.{js,mjs,cjs,ts,tsx}'],
      plugins: { probe: { rules: { probe: rule as never } } },
      rules: { 'probe/probe': 'error' },
      settings: { 'session-secrets': settings },
      languageOptions: isScript ? {} : { parser: typescriptParser as never },
    },
    { filename },
  );
  // What ESLint says of comments for it is none of ours.
  const broken = messages.filter(({ fatal }) => fatal);
  if (broken.length > 0 || !answer)
    throw new Error(broken.map(({ message }) => message).join('\n') || 'The gate is shut.');
  return answer.value;
}

/** The arguments of each call of `probe` in a file: how a test points at expressions. */
export function probedIn(file: FileContext): TSESTree.Expression[] {
  const found: TSESTree.Expression[] = [];
  const stack: TSESTree.Node[] = [file.sourceCode.ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'probe') {
      found.push(...(node.arguments as TSESTree.Expression[]));
    }
    for (const key of file.sourceCode.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const one of Array.isArray(child) ? child : [child]) if (one) stack.push(one as TSESTree.Node);
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}
