import { resolve } from 'node:path';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { whileCalled } from './ast/callers';
import { isInside } from './ast/is-inside';
import { sourceOf } from './ast/source-of';
import type { Context, FileContext } from './model/file/file-context';
import { fileHolding } from './model/file/file-context';
import { relativePath } from './model/project/relative-path';
import type { HandOver } from './model/session/hand-over';

type Inner = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;
type Descriptor = TSESLint.ReportDescriptor<string>;

/** The part of a report that we look at. */
export interface Report {
  node: TSESTree.Node;
  messageId: string;
  /** `elsewhere` is a node of another file that is the reason, where the report stands in this one. */
  data?: Record<string, unknown>;
  suggest?: readonly { data?: Record<string, unknown> }[] | null;
}

/** Where the other file is named, at the end of each message; empty for what stands in the file under lint. */
export const placeHolder = '{{place}}';

/** How a rule looks at other files. */
export interface Elsewhere {
  /** What it reports there: in a file as it stands by itself, or as it is called from another one. */
  reportsIn(other: FileContext): readonly Report[];
  /** What it says of other files by themselves: there it is reported, and nowhere else. */
  readonly said: WeakMap<FileContext, ReadonlySet<TSESTree.Node>>;
}

/**
 * What a rule sees of its context. What it reports in another file is told in the file under lint, at the expression
 * that leads there, with the place; once, and without an edit, because ESLint edits only the file it lints.
 */
export class RuleContext {
  readonly #inner: Inner;
  readonly #file: FileContext;
  readonly #elsewhere: Elsewhere;
  readonly #told = new Set<TSESTree.Node>();

  constructor(inner: Inner, file: FileContext, elsewhere: Elsewhere) {
    this.#inner = inner;
    this.#file = file;
    this.#elsewhere = elsewhere;
  }

  get opened(): FileContext {
    return this.#file;
  }

  get id(): string {
    return this.#inner.id;
  }

  get options(): readonly unknown[] {
    return this.#inner.options;
  }

  get settings(): Context['settings'] {
    return this.#inner.settings;
  }

  get filename(): string {
    return this.#inner.filename;
  }

  get cwd(): string {
    return this.#inner.cwd;
  }

  get sourceCode(): Context['sourceCode'] {
    return this.#inner.sourceCode;
  }

  get languageOptions(): unknown {
    return this.#inner.languageOptions;
  }

  /** A property, because rules may take it out of the context. */
  readonly report = (descriptor: Descriptor): void => {
    const { node, data = {}, suggest } = descriptor as unknown as Report;
    if (node && fileHolding(node, this.#file) !== this.#file) {
      // What began here and went back to a file that leads here is told there.
      if (data['elsewhere'] && this.#file.entry) return this.#inner.report(descriptor);
      const here = expressionLeadingTo(node, this.#file);
      return here ? this.#reportElsewhere(descriptor as unknown as Report, here) : undefined;
    }
    const elsewhere = data['elsewhere'] as TSESTree.Node | undefined;
    const place = placeText(elsewhere, this.#file);
    this.#told.add(node).add(elsewhere ?? node);
    const suggestions = suggest && [...suggest].map((one) => ({ ...one, data: { ...one.data, place: '' } }));
    this.#inner.report({ ...descriptor, data: { ...data, place }, suggest: suggestions } as never);
  };

  /** What a function of another file does with what this one hands it, and not without. */
  reportFrom(handOver: HandOver): void {
    const { to, calledBy } = handOver;
    const reports = whileCalled(calledBy, to.sourceCode, () => this.#elsewhere.reportsIn(to));
    for (const report of reports) this.#reportElsewhere(report, callLeadingTo(report.node, handOver));
  }

  #reportElsewhere(report: Report, here: TSESTree.Node): void {
    const { node, messageId, data } = report;
    // Where that is a file which leads on to a third one, the fault stands there.
    const elsewhere = (data?.['elsewhere'] as TSESTree.Node | undefined) ?? node;
    const isHere = fileHolding(node, this.#file) === this.#file;
    if (this.#told.has(isHere ? node : elsewhere) || (!isHere && this.#isSaidAlone(node))) return;
    this.#told.add(elsewhere).add(node);
    const place = placeText(elsewhere, this.#file);
    this.#inner.report({ node: isHere ? node : here, messageId, data: { ...data, elsewhere, place } } as never);
  }

  #isSaidAlone(node: TSESTree.Node): boolean {
    const { said, reportsIn } = this.#elsewhere;
    const other = fileHolding(node, this.#file);
    let nodes = said.get(other);
    if (!nodes) {
      // Files that lead to each other in a circle find the first one silent.
      said.set(other, new Set());
      said.set(other, (nodes = new Set(reportsIn(other).map((report) => report.node))));
    }
    return nodes.has(node);
  }
}

/** Of several calls that are looked at together, the one of the method that a node stands in. */
function callLeadingTo(node: TSESTree.Node, { node: handOver, calledBy }: HandOver): TSESTree.Node {
  return calledBy.find(({ fn }) => isInside(node, fn))?.call ?? handOver;
}

/** The expression of this file by which a node of another one was reached, or something around that node. */
function expressionLeadingTo(node: TSESTree.Node, { arrivals }: FileContext): TSESTree.Node | null {
  for (let around: TSESTree.Node | undefined = node; around; around = around.parent) {
    const by = arrivals.get(around);
    if (by) return by.by;
  }
  return null;
}

/** ` See ./config/session.js:5.`; empty for a node of the file under lint, and for none. */
function placeText(node: TSESTree.Node | undefined, from: FileContext): string {
  const other = node ? fileHolding(node, from) : from;
  if (!node || other === from) return '';
  const path = relativePath(other.filename, resolve(from.cwd, from.filename));
  const { line } = sourceOf(node, from.sourceCode).getLocFromIndex(node.range[0]);
  return ` See \`${path}:${line}\`.`;
}
