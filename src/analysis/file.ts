import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../libraries/types';
import type { ResolvedSettings } from '../settings';
import { settingsOf } from '../settings';
import { offsetsIn } from './gate';
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
  /** What `oncePerFile` has been asked, and what it answered. */
  answers: Map<unknown, unknown>;
}

const none: readonly Library[] = [];

interface Opened {
  ast: TSESTree.Program;
  settings: object;
  file: File | null;
}

/** The files of all parts of a text that a processor has divided, say; of nearly all others only the last one is asked for. */
const files = new WeakMap<TSESTree.Program, Opened>();
let last: Opened | undefined;

/**
 * The file a rule looks at, or null when its text has none of our words: then the rule has nothing to do.
 * @throws when the settings are wrong, with a message for the user
 */
export function fileOf(context: Context): File | null {
  const { ast } = context.sourceCode;
  const { settings } = context;
  if (last?.ast !== ast || last.settings !== settings) last = openedOnce(ast, context);
  return last.file;
}

function openedOnce(ast: TSESTree.Program, context: Context): Opened {
  const known = files.get(ast);
  if (known?.settings === context.settings) return known;
  const opened = { ast, settings: context.settings, file: open(context) };
  files.set(ast, opened);
  return opened;
}

/** What a rule listens to in a file with none of our words: one object for all rules and files. */
export const noListeners: TSESLint.RuleListener = Object.freeze({});

/**
 * The listeners of a rule: `look` is called once with the file, and not at all where the file has none of our words.
 * A single listener a rule, because each node that a rule listens to costs every file of a project.
 */
export function onFile(context: Context, look: (file: File) => void): TSESLint.RuleListener {
  const file = fileOf(context);
  return file ? { Program: () => look(file) } : noListeners;
}

function open(context: Context): File | null {
  const { sourceCode } = context;
  const settings = settingsOf(context);
  const libraries = knownLibraries(settings);
  const offsets = offsetsIn(sourceCode.text, libraries.gate);
  if (offsets.length === 0) return null;
  let sites: Sites | undefined;
  return {
    sourceCode,
    filename: context.filename,
    cwd: context.cwd,
    settings,
    libraries,
    get sites() {
      sites ??= sitesAt(offsets, sourceCode, libraries.sessionNames);
      return sites;
    },
    originOf: (node) => originOf(node, sourceCode),
    librariesOf: (origin) => libraries.bySpecifier.get(origin.module) ?? none,
    answers: new Map(),
  };
}

/** One answer per file and question: `question` runs when it is first asked about a file, and never again. */
export function oncePerFile<T>(question: (file: File) => T): (file: File) => T {
  return (file) => {
    if (file.answers.has(question)) return file.answers.get(question) as T;
    const answer = question(file);
    file.answers.set(question, answer);
    return answer;
  };
}
