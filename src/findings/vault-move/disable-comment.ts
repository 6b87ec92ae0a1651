import type { TSESTree } from '@typescript-eslint/utils';
import type { FileContext } from '../../model/file/file-context';
import { oncePerText } from '../../model/file/file-context';

/** A comment that switches rules off or on: from its own line on, on one line, or on the next. */
interface Directive {
  kind: 'disable' | 'enable' | 'line';
  line: number;
  /** Without the prefix of the plugin; empty for all rules. */
  rules: readonly string[];
}

const directivesIn = oncePerText((file: FileContext): readonly Directive[] => {
  const { sourceCode } = file;
  if (!/(?:eslint|oxlint)(?:-disable|\s)/.test(sourceCode.text)) return [];
  // Other plugins may have a rule of the same name.
  const own = (name: string): string[] => {
    const slash = name.lastIndexOf('/');
    return prefixes.has(name.slice(0, slash + 1)) ? [name.slice(slash + 1)] : [];
  };
  const prefixes = new Set(['session-secrets/', file.prefix]);
  return sourceCode.getAllComments().flatMap((comment) => directiveOf(comment, own) ?? []);
});

/** `eslint session-secrets/prefer-vault-read: off`, which counts for the whole file. */
function switchedOff(value: string, own: (name: string) => string[]): Directive | null {
  const [, text] = /^\s*eslint\s([^]*)$/.exec(value) ?? [];
  const rules = (text ?? '').split(',').flatMap((one) => {
    const [, name] = /^\s*["']?([\w@/-]+)["']?\s*:\s*(?:\[\s*)?["']?(?:off|0)\b/.exec(one) ?? [];
    return name === undefined ? [] : own(name);
  });
  return rules.length > 0 ? { kind: 'disable', line: 0, rules } : null;
}

const form = /^\s*(?:eslint|oxlint)-(disable-next-line|disable-line|disable|enable)(?:\s([^]*))?$/;

function directiveOf({ type, value, loc }: TSESTree.Comment, own: (name: string) => string[]): Directive | null {
  const [, kind, text = ''] = form.exec(value) ?? [];
  const isLine = kind === 'disable-line' || kind === 'disable-next-line';
  // ESLint takes no other directive from a comment of one line, and none about a line from one of several.
  if (kind === undefined || (!isLine && (type as string) === 'Line'))
    return (type as string) === 'Block' ? switchedOff(value, own) : null;
  if (kind === 'disable-line' && loc.start.line !== loc.end.line) return null;
  // What follows two dashes is the reason.
  const [names = ''] = text.split(/(?:^|\s)-{2,}\s/);
  const given = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const rules = given.flatMap(own);
  // Rules of others only.
  if (given.length > 0 && rules.length === 0) return null;
  if (kind === 'disable' || kind === 'enable') return { kind, line: loc.start.line, rules };
  return { kind: 'line', line: kind === 'disable-line' ? loc.start.line : loc.end.line + 1, rules };
}

/** Those of single lines by their line, so that no use is asked about with all of them. */
const linesIn = oncePerText((file: FileContext): ReadonlyMap<number, readonly Directive[]> => {
  const lines = new Map<number, Directive[]>();
  for (const directive of directivesIn(file)) {
    if (directive.kind === 'line') lines.set(directive.line, [...(lines.get(directive.line) ?? []), directive]);
  }
  return lines;
});

/** What the configuration of a file says comes last: no comment switches it on again. */
const rangesIn = oncePerText((file: FileContext) => {
  const ranges = directivesIn(file).filter(({ kind }) => kind !== 'line');
  return [...ranges.filter(({ line }) => line > 0), ...ranges.filter(({ line }) => line === 0)];
});

/** Has somebody switched a report of one of these rules off, by a comment, where this node begins? */
export function isDisabled(node: TSESTree.Node, rules: readonly string[], file: FileContext): boolean {
  const { line } = node.loc.start;
  return rules.some((rule) => {
    const isMeant = ({ rules: named }: Directive): boolean => named.length === 0 || named.includes(rule);
    const last = rangesIn(file)
      .filter((one) => one.line <= line && isMeant(one))
      .at(-1);
    return last?.kind === 'disable' || (linesIn(file).get(line)?.some(isMeant) ?? false);
  });
}
