import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../../libraries/types';
import type { ResolvedSettings } from '../../settings/types';
import { settingsOf } from '../../settings/settings';
import { offsetsIn } from '../facts/text-filter';
import type { KnownLibraries } from '../facts/known-libraries';
import { knownLibraries } from '../facts/known-libraries';
import type { Origin } from './origin';
import { originOf } from './origin';
import type { RelevantNodes } from './relevant-nodes';
import { relevantNodesAt } from './relevant-nodes';
import { relevantOffsets } from '../facts/relevant-name';

/** What any rule's context offers and this floor needs. */
export type Context = Pick<
  Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  'id' | 'sourceCode' | 'settings' | 'filename' | 'cwd'
>;

/** How many questions `oncePerFile` knows. */
let questions = 0;

/**
 * Everything the rules share about one file; made once, by the first rule that asks. A class, because an object with a
 * getter of its own is unlike any other for the engine, which then looks up everything in it anew for each file.
 */
export class FileContext {
  readonly sourceCode: TSESLint.SourceCode;
  readonly filename: string;
  readonly cwd: string;
  /** What the configuration has before the names of our rules: `session-secrets/`. */
  readonly prefix: string;
  readonly settings: ResolvedSettings;
  readonly libraries: KnownLibraries;
  /** What the questions of `oncePerFile` were answered, each in its place. */
  readonly answers = new Array<unknown>(questions);
  private readonly offsets: readonly number[];
  private readonly origins = new Map<TSESTree.Node, Origin | null>();
  private found: RelevantNodes | undefined;

  /** @param offsets where one of our words stands in the text, ascending */
  constructor(context: Context, settings: ResolvedSettings, libraries: KnownLibraries, offsets: readonly number[]) {
    this.sourceCode = context.sourceCode;
    this.filename = context.filename;
    this.cwd = context.cwd;
    this.prefix = (context.id ?? '').slice(0, (context.id ?? '').lastIndexOf('/') + 1);
    this.settings = settings;
    this.libraries = libraries;
    this.offsets = offsets;
  }

  get nodes(): RelevantNodes {
    return (this.found ??= relevantNodesAt(
      this.offsets,
      this.sourceCode,
      this.libraries.sessionNames,
      this.libraries.isTelling,
    ));
  }

  /** Where an expression comes from, when that is a module one of the known libraries is loaded by. */
  originOf(node: TSESTree.Node): Origin | null {
    let origin = this.origins.get(node);
    if (origin === undefined) this.origins.set(node, (origin = originOf(node, this.sourceCode)));
    return origin;
  }

  librariesOf(origin: Origin): readonly Library[] {
    return this.libraries.bySpecifier.get(origin.module) ?? none;
  }
}

const none: readonly Library[] = [];

interface Opened {
  ast: TSESTree.Program;
  settings: object;
  file: FileContext | null;
}

/**
 * The files of all parts of a text that a processor has divided, say; of nearly all others only the last one is asked
 * for.
 */
const files = new WeakMap<TSESTree.Program, Opened>();
let last: Opened | undefined;

/**
 * The file a rule looks at, or null when it is no JavaScript or its text has none of our words: then the rule has
 * nothing to do.
 * @throws when the settings are wrong, with a message for the user
 */
export function fileOf(context: Context): FileContext | null {
  const { ast } = context.sourceCode;
  const { settings } = context;
  if (!last || last.ast !== ast || last.settings !== settings) last = openedOnce(ast, context);
  return last.file;
}

function openedOnce(ast: TSESTree.Program, context: Context): Opened {
  const known = files.get(ast);
  if (known?.settings === context.settings) return known;
  const opened = { ast, settings: context.settings, file: open(context) };
  // What has none of our words is quicker searched again, if it comes to that, than kept.
  if (opened.file) files.set(ast, opened);
  return opened;
}

/** What a rule listens to in a file with none of our words: one object for all rules and files. */
export const noListeners: TSESLint.RuleListener = Object.freeze({});

/**
 * The listeners of a rule: `look` is called once with the file, and not at all where the file has none of our words.
 * A single listener a rule, because each node that a rule listens to costs every file of a project.
 */
export function onFile(context: Context, look: (file: FileContext) => void): TSESLint.RuleListener {
  const file = fileOf(context);
  return file ? { Program: () => look(file) } : noListeners;
}

/**
 * Is it a program of JavaScript, with all that is asked about one? Rules are also run on what is none: where a preset
 * is given without `files`, on pages and on data. Their trees are other ones, whatever their roots are called.
 */
function isScript({ ast, visitorKeys, scopeManager, text }: TSESLint.SourceCode): boolean {
  const isProgram =
    ast?.type === 'Program' && Array.isArray(ast.body) && [ast, ...ast.body.slice(0, 1)].every(hasPlace);
  return (
    isProgram && Boolean(visitorKeys?.['CallExpression'] && scopeManager?.scopes?.length) && typeof text === 'string'
  );
}

const hasPlace = (node: TSESTree.Node): boolean => Array.isArray(node?.range) && Boolean(node.loc);

function open(context: Context): FileContext | null {
  // Wrong settings are said of every file, whatever it is.
  const settings = settingsOf(context);
  if (!isScript(context.sourceCode)) return null;
  const libraries = knownLibraries(settings);
  const { text } = context.sourceCode;
  const offsets = relevantOffsets(text, offsetsIn(text, libraries.gate), libraries.isTelling);
  if (offsets.length === 0 && !libraries.configurationNames.has(bareName(context.filename))) return null;
  return new FileContext(context, settings, libraries, offsets);
}

/** The name of a file, without its folders and its extension. */
const bareName = (filename: string): string =>
  filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1, filename.lastIndexOf('.'));

/** One answer per file and question: `question` runs when it is first asked about a file, and never again. */
export function oncePerFile<T extends object | string | boolean | null>(
  question: (file: FileContext) => T,
): (file: FileContext) => T {
  const place = questions;
  questions += 1;
  return (file) => {
    const known = file.answers[place];
    if (known !== undefined) return known as T;
    const answer = question(file);
    file.answers[place] = answer;
    return answer;
  };
}
