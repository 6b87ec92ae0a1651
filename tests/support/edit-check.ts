import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { diffArrays } from 'diff';

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;
type Rule = TSESLint.RuleModule<string, readonly unknown[]>;

interface Parsed {
  ast: TSESTree.Program;
  tokens: readonly TSESTree.Token[];
  comments: readonly TSESTree.Comment[];
}

/** A rule all of whose edits are tried on the text before they are reported. @throws where one breaks the program */
export function withCheckedEdits(rule: Rule): Rule {
  return {
    ...rule,
    create: (context) => {
      const report = (descriptor: TSESLint.ReportDescriptor<string>): void => {
        checkReport(descriptor, context);
        context.report(descriptor);
      };
      return rule.create(Object.create(context, { report: { value: report } }) as Context);
    },
  };
}

const fixer = {
  insertTextAfter: ({ range }: TSESTree.Node, text: string) => ({ range: [range[1], range[1]], text }),
  insertTextAfterRange: ([, end]: TSESTree.Range, text: string) => ({ range: [end, end], text }),
  insertTextBefore: ({ range }: TSESTree.Node, text: string) => ({ range: [range[0], range[0]], text }),
  insertTextBeforeRange: ([start]: TSESTree.Range, text: string) => ({ range: [start, start], text }),
  remove: ({ range }: TSESTree.Node) => ({ range, text: '' }),
  removeRange: (range: TSESTree.Range) => ({ range, text: '' }),
  replaceText: ({ range }: TSESTree.Node, text: string) => ({ range, text }),
  replaceTextRange: (range: TSESTree.Range, text: string) => ({ range, text }),
} as TSESLint.RuleFixer;

function checkReport(descriptor: TSESLint.ReportDescriptor<string>, context: Context): void {
  const offers = [descriptor.fix, ...(descriptor.suggest ?? []).map(({ fix }) => fix)];
  for (const offer of offers) {
    const given = offer?.(fixer) ?? [];
    const fixes = [...('text' in given ? [given] : given)].sort(
      (a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1],
    );
    if (fixes.length > 0) checkEdit(fixes, context);
  }
}

function checkEdit(fixes: readonly TSESLint.RuleFix[], { sourceCode, languageOptions, filename }: Context): void {
  const { text } = sourceCode;
  const after = applied(fixes, text);
  const parse = (code: string): Parsed | null => parsed(code, languageOptions as never, filename);
  const before = parse(text);
  if (!before) return;
  const fail = (problem: string): Error => new Error(`${problem} in the edited text:\n${after}\nwhich was:\n${text}`);
  let now: Parsed | null;
  try {
    now = parse(after);
  } catch (error) {
    throw fail((error as Error).message);
  }
  if (!now) return;
  const lost = before.comments.find((comment) => !now.comments.some(({ value }) => value === comment.value));
  if (lost) throw fail(`The comment ${lost.value} is lost`);
  const problem = differingStatement(before, now) ?? lostToken(before, now, fixes);
  if (problem !== undefined) throw fail(problem);
}

function applied(fixes: readonly TSESLint.RuleFix[], text: string): string {
  let at = 0;
  let result = '';
  for (const { range, text: own } of fixes) {
    result += text.slice(at, range[0]) + own;
    [, at] = range;
  }
  return result + text.slice(at);
}

interface Language {
  parser?: {
    parseForESLint?(code: string, options: object): { ast: unknown };
    parse?(code: string, options: object): unknown;
  };
  parserOptions?: object;
  ecmaVersion?: unknown;
  sourceType?: unknown;
}

function parsed(
  code: string,
  { parser, parserOptions, ecmaVersion, sourceType }: Language = {},
  filename: string,
): Parsed | null {
  const options = {
    ecmaVersion,
    sourceType,
    ...parserOptions,
    range: true,
    loc: true,
    tokens: true,
    comment: true,
    filePath: filename,
  };
  const ast = (parser?.parseForESLint?.(code, options).ast ?? parser?.parse?.(code, options)) as
    TSESTree.Program | undefined;
  return ast ? { ast, tokens: ast.tokens ?? [], comments: ast.comments ?? [] } : null;
}

/** Where the statements of a program begin, nested ones too. */
function startsIn({ ast, tokens }: Parsed): Map<number, string> {
  const starts = new Map<number, string>();
  const look = (value: unknown, key: string, parent: string): void => {
    if (Array.isArray(value)) value.forEach((one) => look(one, key, parent));
    else if (typeof value === 'object' && value !== null && 'type' in value && 'range' in value) {
      const { type, range } = value as { type: string; range: TSESTree.Range };
      const isStatement =
        /^(?:body|consequent|alternate)$/.test(key) &&
        /Statement$|Declaration$/.test(type) &&
        !/^Arrow|^Class(?:Body)?$/.test(parent);
      if (isStatement && type !== 'BlockStatement' && type !== 'EmptyStatement') starts.set(range[0], type);
      for (const [name, child] of Object.entries(value))
        if (name !== 'parent' && name !== 'tokens' && name !== 'comments') look(child, name, type);
    }
  };
  look(ast, '', '');
  return new Map(
    tokens.flatMap(({ range }, index): [number, string][] =>
      starts.has(range[0]) ? [[index, starts.get(range[0]) ?? '']] : [],
    ),
  );
}

/**
 * A statement that is one on one side only: a line that runs into the one before, or is torn off it. What is new or gone
 * does not count, nor what stands in front of a statement's first word.
 */
function differingStatement(before: Parsed, now: Parsed): string | undefined {
  const [old, current] = [startsIn(before), startsIn(now)];
  const kept = alignment(before.tokens, now.tokens);
  const reversed = new Map([...kept].map(([from, to]) => [to, from]));
  const isStart = (
    index: number,
    type: string | undefined,
    starts: ReadonlyMap<number, string>,
    aligned: ReadonlyMap<number, number>,
  ): boolean => {
    for (let at = index; at >= 0; at -= 1) {
      // With something in front of it, it is the same statement only if it is of the same kind.
      if (starts.has(at)) return at === index || starts.get(at) === type;
      if (aligned.has(at - 1)) return false;
    }
    return false;
  };
  for (const [from, to] of kept) {
    const word = before.tokens[from]?.value;
    if (old.has(from) && !isStart(to, old.get(from), current, reversed))
      return `The statement at \`${word}\` goes on with the line before`;
    if (current.has(to) && !isStart(from, current.get(to), old, kept)) return `A statement begins at \`${word}\``;
  }
  return undefined;
}

/** Which token of the one text is which of the other. */
function alignment(before: readonly TSESTree.Token[], now: readonly TSESTree.Token[]): Map<number, number> {
  const kept = new Map<number, number>();
  let [from, to] = [0, 0];
  for (const { added, removed, count = 0 } of diffArrays(
    before.map(({ value }) => value),
    now.map(({ value }) => value),
  )) {
    if (!added && !removed) for (let index = 0; index < count; index += 1) kept.set(from + index, to + index);
    if (!added) from += count;
    if (!removed) to += count;
  }
  return kept;
}

/** A token beside the edits that is no longer there, because an edit grew together with it. */
function lostToken(before: Parsed, now: Parsed, fixes: readonly TSESLint.RuleFix[]): string | undefined {
  const places = new Map(now.tokens.map(({ range, value }) => [range[0], value]));
  for (const { range, value } of before.tokens) {
    if (fixes.some((fix) => fix.range[0] < range[1] && range[0] < fix.range[1])) continue;
    const shift = fixes.reduce(
      (sum, fix) => (fix.range[1] <= range[0] ? sum + fix.text.length - (fix.range[1] - fix.range[0]) : sum),
      0,
    );
    if (places.get(range[0] + shift) !== value) return `\`${value}\` is lost`;
  }
  return undefined;
}
