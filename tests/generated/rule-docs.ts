import { presets } from '../../src/presets';
import type { Rule } from '../../src/presets';
import { code, listed, table } from './markdown';

type Named = readonly [name: string, rule: Rule];

const presetsOf = ({ meta }: Rule): string[] =>
  Object.entries(presets).flatMap(([preset, has]) => (has(meta) ? [preset] : []));

function offersOf({ meta }: Rule): string[] {
  return [...(meta.fixable ? ['fix'] : []), ...(meta.hasSuggestions ? ['suggestions'] : [])];
}

/** The top of docs/rules/<rule>.md. */
export function ruleHeader([name, rule]: Named): string {
  const { docs } = rule.meta;
  const offers = offersOf(rule);
  return [
    `# ${code(name)}`,
    '',
    `${docs?.description}.`,
    '',
    `- Presets: ${listed(presetsOf(rule).map(code))}`,
    `- Offers: ${listed(offers) || 'reports only'}`,
    `- Weakness: ${listed(docs?.cwe ?? [])}`,
  ].join('\n');
}

/** The rules of the README. */
export function rulesTable(rules: readonly Named[]): string {
  const row = ([name, rule]: Named) => [
    `[${code(name)}](docs/rules/${name}.md)`,
    `${rule.meta.docs?.description}`,
    presetsOf(rule)[0] ?? '',
    offersOf(rule).join(', '),
  ];
  return table(['Rule', 'What it asks for', 'From preset', 'Offers'], rules.map(row));
}
