import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { leavesAt } from '../../ast/leaves';
import { markNodes, sourceOf } from '../../ast/source-of';
import type { FunctionNode } from '../../ast/functions';
import type { Library } from '../../libraries/types';
import type { ResolvedSettings } from '../../settings/types';
import type { KnownLibraries } from '../facts/known-libraries';
import type { Origin } from './origin';
import { originOf } from './origin';
import type { RelevantNodes } from './relevant-nodes';
import { relevantNodesFrom } from './relevant-nodes';
import { isForeignFunction } from '../facts/relevant-name';

/** What any rule's context offers and this floor needs. */
export type Context = Pick<
  Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  'id' | 'sourceCode' | 'settings' | 'filename' | 'cwd'
> & {
  /** The file, where it is open already. */
  readonly opened?: FileContext;
};

/** The place of another file that a file is looked at from, and how that leads here. */
export interface Entry {
  /** The function of this file that is called there, or that a router is given there. */
  fn: FunctionNode;
  /** The call, or the expression that is given. */
  node: TSESTree.Node;
  /** The file it stands in. */
  from: FileContext;
}

/** Another file of the project. */
export interface OtherFiles {
  /** Does an import of a file lead to another one of the project? */
  has(specifier: string, from: FileContext): boolean;
  /** That file, read; null where there is none. */
  fileAt(specifier: string, from: FileContext): FileContext | null;
  /** What a name that a file imports from another file has there as its origin; null if that is not known. */
  originOf(imported: Origin, from: FileContext): Origin | null;
}

/** How a question came from a file to a node of another one. */
interface Arrival {
  /** The expression of the file that leads there. */
  by: TSESTree.Node;
  /** Is it to stay, whatever is around it? */
  isFixed: boolean;
  /** What the question has for its own. */
  question: object;
}

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
  /** How this file was opened, for the files it leads to. */
  readonly context: Context;
  /** The other files of the project; null where they are not followed. */
  readonly others: OtherFiles | null;
  /** Null for a file as it stands by itself. */
  readonly entry: Entry | null;
  /** The same file as it stands by itself. */
  readonly alone: FileContext;
  /** By what expression of this file a node of another one was reached. */
  readonly arrivals = new Map<TSESTree.Node, Arrival>();
  /** What the questions of `oncePerFile` were answered, each in its place. */
  readonly answers = new Array<unknown>(questions);
  private readonly offsets: readonly number[];
  private readonly origins = new Map<TSESTree.Node, Origin | null>();
  private found: RelevantNodes | undefined;

  /** @param offsets where one of our words stands in the text, ascending */
  constructor(
    context: Context,
    settings: ResolvedSettings,
    libraries: KnownLibraries,
    offsets: readonly number[],
    others: OtherFiles | null = null,
    entry: Entry | null = null,
    alone: FileContext | null = null,
  ) {
    this.entry = entry;
    this.alone = alone ?? this;
    this.context = context;
    this.others = others;
    this.sourceCode = context.sourceCode;
    this.filename = context.filename;
    this.cwd = context.cwd;
    this.prefix = (context.id ?? '').slice(0, (context.id ?? '').lastIndexOf('/') + 1);
    this.settings = settings;
    this.libraries = libraries;
    this.offsets = offsets;
  }

  get nodes(): RelevantNodes {
    return (this.found ??= this.findNodes());
  }

  private findNodes(): RelevantNodes {
    const { offsets, sourceCode, libraries, others, entry } = this;
    const isOfProject = (specifier: string): boolean => others !== null && others.has(specifier, this);
    const leaves = leavesAt(offsets, sourceCode).filter(
      (leaf) => !isForeignFunction(leaf, sourceCode, libraries.isTelling, isOfProject),
    );
    return relevantNodesFrom(leaves, entry?.fn.params ?? [], sourceCode, libraries.sessionNames);
  }

  /** Where an expression comes from, when that is a module one of the known libraries is loaded by. */
  originOf(node: TSESTree.Node): Origin | null {
    const home = fileHolding(node, this);
    let origin = home.origins.get(node);
    if (origin === undefined) {
      // Files that import each other in a circle find the first one without an answer.
      home.origins.set(node, null);
      const own = originOf(node, home.sourceCode, (given) => this.originOf(given));
      const isOurs = !own || home.librariesOf(own).length > 0;
      home.origins.set(node, (origin = isOurs ? own : (home.others?.originOf(own, home) ?? own)));
    }
    return origin;
  }

  /** The text of a node, in whatever file it stands. */
  textOf(node: TSESTree.Node): string {
    return sourceOf(node, this.sourceCode).getText(node);
  }

  /** The same file, looked at from another one. */
  from(entry: Entry): FileContext {
    return new FileContext(this.context, this.settings, this.libraries, this.offsets, this.others, entry, this.alone);
  }

  librariesOf(origin: Origin): readonly Library[] {
    return this.libraries.bySpecifier.get(origin.module) ?? none;
  }
}

const none: readonly Library[] = [];

/** A file whose nodes tell that they are its own, so that they can be told from those of other files. */
export function connected(file: FileContext): FileContext {
  markNodes(file.sourceCode);
  contexts.set(file.sourceCode, file);
  return file;
}

/** The files that lead to others, or that others lead to. */
const contexts = new WeakMap<TSESLint.SourceCode, FileContext>();

/** The file a node stands in: the given one, one it is looked at from, or another one that is open. */
export function fileHolding(node: TSESTree.Node, given: FileContext): FileContext {
  const source = sourceOf(node, given.sourceCode);
  for (let file: FileContext | undefined = given; file; file = file.entry?.from) {
    if (file.sourceCode === source) return file;
  }
  return contexts.get(source) ?? given;
}

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

/** The same for a question whose answer does not depend on where the file is looked at from. */
export function oncePerText<T extends object | string | boolean | null>(
  question: (file: FileContext) => T,
): (file: FileContext) => T {
  const once = oncePerFile(question);
  return (file) => once(file.alone);
}
