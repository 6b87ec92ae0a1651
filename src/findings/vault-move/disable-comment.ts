import type { TSESTree } from '@typescript-eslint/utils';
import type { File } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';

/** A comment that switches rules off or on: from its own line on, on one line, or on the next. */
interface Directive {
  kind: 'disable' | 'enable' | 'line';
  line: number;
  /** Without the prefix of the plugin; empty for all rules. */
  rules: readonly string[];
}

const directivesIn = oncePerFile(({ sourceCode }: File): readonly Directive[] => {
  if (!sourceCode.text.includes('eslint-disable')) return [];
  return sourceCode.getAllComments().flatMap((comment) => directiveOf(comment) ?? []);
});

function directiveOf({ value, loc }: TSESTree.Comment): Directive | null {
  const [, kind, text = ''] = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?:\s([^]*))?$/.exec(value) ?? [];
  if (kind === undefined) return null;
  // What follows two dashes is the reason.
  const [names = ''] = text.split(/(?:^|\s)-{2,}\s/);
  const rules = names.split(',').flatMap((name) => name.trim().split('/').at(-1) || []);
  if (kind === 'disable' || kind === 'enable') return { kind, line: loc.start.line, rules };
  return { kind: 'line', line: kind === 'disable-line' ? loc.start.line : loc.end.line + 1, rules };
}

/** Has somebody switched a report of one of these rules off, by a comment, where this node begins? */
export function isDisabled(node: TSESTree.Node, rules: readonly string[], file: File): boolean {
  const { line } = node.loc.start;
  return rules.some((rule) => {
    let isOff = false;
    for (const directive of directivesIn(file)) {
      if (directive.rules.length > 0 && !directive.rules.includes(rule)) continue;
      if (directive.kind === 'line') {
        if (directive.line === line) return true;
      } else if (directive.line <= line) isOff = directive.kind === 'disable';
    }
    return isOff;
  });
}
