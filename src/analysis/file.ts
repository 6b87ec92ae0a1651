import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../libraries/types';
import type { ResolvedSettings } from '../settings';
import { settingsOf } from '../settings';
import type { KnownLibraries } from './known-libraries';
import { knownLibraries } from './known-libraries';
import type { Origin } from './origin';
import { originOf } from './origin';
import type { Sites } from './sites';
import { sitesAt } from './sites';

/** What any rule's context offers and this floor needs. */
export type Context = Pick<
  Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  'sourceCode' | 'settings' | 'filename' | 'cwd'
>;

/** Everything the rules share about one file; made once, by the first rule that asks. */
export interface File {
  sourceCode: TSESLint.SourceCode;
  filename: string;
  cwd: string;
  settings: ResolvedSettings;
  libraries: KnownLibraries;
  sites: Sites;
  /** Where an expression comes from, when that is a module one of the known libraries is loaded by. */
  originOf(node: TSESTree.Node): Origin | null;
  librariesOf(origin: Origin): readonly Library[];
}

const files = new WeakMap<TSESTree.Program, { settings: object; file: File | null }>();

/**
 * The file a rule looks at, or null when its text has none of our words: then the rule has nothing to do.
 * @throws when the settings are wrong, with a message for the user
 */
export function fileOf(context: Context): File | null {
  const { ast } = context.sourceCode;
  const known = files.get(ast);
  if (known && known.settings === context.settings) return known.file;
  const file = open(context);
  files.set(ast, { settings: context.settings, file });
  return file;
}

function open(context: Context): File | null {
  const { sourceCode } = context;
  const settings = settingsOf(context);
  const libraries = knownLibraries(settings);
  const offsets = Array.from(sourceCode.text.matchAll(libraries.gate), (match) => match.index);
  if (offsets.length === 0) return null;
  let sites: Sites | undefined;
  return {
    sourceCode,
    filename: context.filename,
    cwd: context.cwd,
    settings,
    libraries,
    get sites() {
      sites ??= sitesAt(offsets, sourceCode);
      return sites;
    },
    originOf: (node) => originOf(node, sourceCode),
    librariesOf: (origin) => libraries.bySpecifier.get(origin.module) ?? [],
  };
}

/** One answer per file and question: `question` runs when it is first asked about a file, and never again. */
export function oncePerFile<T>(question: (file: File) => T): (file: File) => T {
  const answers = new WeakMap<File, { answer: T }>();
  return (file) => {
    const known = answers.get(file);
    if (known) return known.answer;
    const answer = question(file);
    answers.set(file, { answer });
    return answer;
  };
}
