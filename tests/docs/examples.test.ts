import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/plugin';
import type { Block } from '../support/docs-blocks';
import { blocksOf, isCommonJs } from '../support/docs-blocks';
import { lint, shown } from '../support/lint';

const root = join(__dirname, '../..');

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
    .map((file) => relative(root, join(root, 'docs', file))),
];

const reportsOf = ({ language, text, options }: Block, rule: string | undefined): string[] => {
  const messages = lint(text, {
    filename: `example.${language}`,
    sourceType: isCommonJs(text) ? 'commonjs' : 'module',
    // Held to what everybody gets and to the page's own rule: what is strict has more to say of a short example.
    preset: 'recommended',
    ...(rule ? { options: { [rule]: options } } : {}),
  });
  return shown(messages);
};

describe.each(pages)('%s', (page) => {
  const rule = /^docs\/rules\/(.+)\.md$/.exec(page)?.[1];
  const blocks = blocksOf(page);

  if (rule) {
    it('shows what is reported and what is not', () => {
      expect(Object.keys(plugin.rules)).toContain(rule);
      expect(blocks.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['bad', 'good']));
    });
  }

  it.each(blocks)('$title is as it says', (block) => {
    const reports = reportsOf(block, rule);
    if (block.verdict === 'good') expect(reports).toEqual([]);
    else if (block.verdict === 'bad') {
      const rules = new Set(reports.map((report) => report.split(' ')[0]));
      if (rule) expect([...rules]).toEqual([rule]);
      else expect(rules.size).toBeGreaterThan(0);
    } else expect(reports.filter((report) => /^(?:null|undefined|Parsing)/.test(report))).toEqual([]);
  });

  // A page without code has nothing to be held to.
  if (blocks.length === 0) it('has no code', () => expect(blocks).toEqual([]));
});
