import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { settingsOf } from '../../settings/settings';
import { knownLibraries } from '../facts/known-libraries';
import { relevantOffsets } from '../facts/relevant-name';
import { offsetsIn } from '../facts/text-filter';
import type { Context, OtherFiles } from './file-context';
import { connected, FileContext } from './file-context';
import { bareName, hasAccountRoute, isScript } from './gate';

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
export function fileOf(context: Context, others: OtherFiles | null = null): FileContext | null {
  const { ast } = context.sourceCode;
  const { settings } = context;
  if (!last || last.ast !== ast || last.settings !== settings) last = openedOnce(ast, context, others);
  return last.file;
}

function openedOnce(ast: TSESTree.Program, context: Context, others: OtherFiles | null): Opened {
  const known = files.get(ast);
  if (known?.settings === context.settings) return known;
  const opened = { ast, settings: context.settings, file: open(context, others) };
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
  const file = context.opened ?? fileOf(context);
  return file ? { Program: () => look(file) } : noListeners;
}

function open(context: Context, others: OtherFiles | null): FileContext | null {
  // Wrong settings are said of every file, whatever it is.
  const settings = settingsOf(context);
  if (!isScript(context.sourceCode)) return null;
  const libraries = knownLibraries(settings);
  const { text } = context.sourceCode;
  const offsets = relevantOffsets(text, offsetsIn(text, libraries.gate), libraries.isTelling);
  const hasWords = offsets.length > 0 || libraries.configurationNames.has(bareName(context.filename));
  if (!hasWords && !(others && settings.project && hasAccountRoute(text, context.filename))) return null;
  return new FileContext(context, settings, libraries, offsets, settings.project ? others : null);
}

/** Another file than the one under lint; also one with none of our words: it may have a value for one that has. */
export function openFile(context: Context, others: OtherFiles | null): FileContext {
  const settings = settingsOf(context);
  const { ast } = context.sourceCode;
  const file = openedOnce(ast, context, others).file;
  return connected(file ?? new FileContext(context, settings, knownLibraries(settings), [], others));
}
