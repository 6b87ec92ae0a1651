import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { FileContext } from './model/file/file-context';
import { fileOf, noListeners } from './model/file/open';
import { isTestFile } from './model/file/test-file';
import { otherFiles } from './model/project/project';
import { packageInfo } from './package-info';
import { handOversIn } from './model/session/hand-over';
import type { Elsewhere, Report } from './report-elsewhere';
import { placeHolder, RuleContext } from './report-elsewhere';

/** What every rule says of itself beside ESLint's own fields. Presets, doc headers and tables are built from it. */
export interface RuleDocs {
  /** In `recommended` when true, from `strict` on otherwise. */
  recommended: boolean;
  /** Options that `strict` and `all` turn on, where they ask for more than the defaults. */
  strict?: readonly [object];
  /** Weaknesses the rule speaks of, such as `CWE-614`. */
  cwe: readonly string[];
  /**
   * How near the harm is; 2 if not said. 1: whoever is on the way or on the page has the session; 3: it takes more than
   * this, or only the service suffers. Where several rules report one place, the nearest danger comes first.
   */
  danger?: 1 | 2 | 3;
  /** Does the rule look at tests? Yes if not said. No where nobody is harmed by what a test does. */
  inTests?: false;
}

/** The page of a rule, below the `homepage` of package.json: a repository's file view, or a plain site. */
function docsUrl(rule: string): string {
  const [home = ''] = packageInfo.homepage.split(/\/?(?:[#?]|$)/);
  const isRepository = /^https:\/\/(?:github|gitlab|codeberg)\.[a-z]+\//.test(home);
  return `${home}${isRepository ? '/blob/HEAD' : ''}/docs/rules/${rule}.md`;
}

const withDefaults = RuleCreator<RuleDocs>(docsUrl);

/**
 * Every rule is made by this: it adds the documentation URL and merges `defaultOptions` on every ESLint. In a file with
 * none of our words a rule is not even created, so it costs one look-up there; nor is it in a test, where it has no say
 * in tests. The options of our rules are flat, so merging them is one spread; the deep copies that are usual here cost
 * more than a rule itself does on most files.
 */
export const createRule: typeof withDefaults = (rule) => {
  const defaults = rule.meta.defaultOptions ?? rule.defaultOptions ?? [];
  const isOffInTests = rule.meta.docs.inTests === false;
  const messages = Object.fromEntries(
    Object.entries<string>(rule.meta.messages).map(([id, text]) => [id, `${text}${placeHolder}`]),
  ) as typeof rule.meta.messages;
  type Create = typeof rule.create;
  const listenersIn = (file: FileContext, context: Parameters<Create>[0], options: never, said: Elsewhere['said']) => {
    if (isOffInTests && isTestFile(file)) return noListeners;
    const reportsIn = (other: FileContext): readonly Report[] =>
      reportsOf(other, (inner) => listenersIn(other, inner as typeof context, options, said));
    const reporter = new RuleContext(context, file, { reportsIn, said });
    const listeners = rule.create(reporter as unknown as typeof context, options);
    return file.others ? withHandOvers(listeners, file, reporter) : listeners;
  };
  return {
    ...withDefaults({ ...rule, meta: { ...rule.meta, messages } }),
    create: (context) => {
      const file = fileOf(context, otherFiles);
      if (file === null) return noListeners;
      const { options: given } = context;
      const options =
        given.length > 0
          ? defaults.map((value, index) => ({ ...(value as object), ...(given[index] as object) }))
          : defaults;
      return listenersIn(file, context, options as never, new WeakMap());
    },
  };
};

type Listener = (program: TSESTree.Program) => void;

/** What a rule looks at in a file, and then in the functions of other files that it hands a session to. */
function withHandOvers<T extends object>(listeners: T, file: FileContext, reporter: RuleContext): T {
  const look = (listeners as { Program?: Listener }).Program;
  if (!look) return listeners;
  const Program: Listener = (program) => {
    look(program);
    for (const handOver of handOversIn(file)) reporter.reportFrom(handOver);
  };
  return { ...listeners, Program };
}

/** What a rule reports in another file than the one under lint. */
function reportsOf(file: FileContext, create: (context: object) => unknown): readonly Report[] {
  const reports: Report[] = [];
  const { sourceCode, filename } = file;
  const report = (one: Report): void => void reports.push(one);
  const context = { ...file.context, options: [], sourceCode, filename, opened: file, report };
  (create(context) as { Program?: Listener }).Program?.(sourceCode.ast);
  return reports;
}
