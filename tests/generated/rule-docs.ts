import { presets } from '../../src/presets';
import type { Rule } from '../../src/presets';
import { code, listed, table } from './markdown';

type Named = readonly [name: string, rule: Rule];

export const presetsOf = ({ meta }: Rule): string[] =>
  Object.entries(presets).flatMap(([preset, has]) => (has(meta) ? [preset] : []));

function offersOf({ meta }: Rule): string[] {
  return [...(meta.fixable ? ['fix'] : []), ...(meta.hasSuggestions ? ['suggestions'] : [])];
}

/** What the stricter presets turn on: `; with `{ callbacks: true }` in …`. */
function strictOptions({ meta: { docs } }: Rule): string {
  const options = Object.entries(docs?.strict?.[0] ?? {}).map(([key, value]) =>
    code(`${key}: ${JSON.stringify(value)}`),
  );
  return options.length > 0 ? `, with ${listed(options)} in ${listed(['`strict`', '`all`'])}` : '';
}

/**
 * The top of docs/rules/<rule>.md.
 * @param figures what the rule said about real code
 */
export function ruleHeader([name, rule]: Named, figures: string): string {
  const { docs } = rule.meta;
  const offers = offersOf(rule);
  return [
    `# ${code(name)}`,
    '',
    `${docs?.description}.`,
    '',
    `- Presets: ${listed(presetsOf(rule).map(code))}${strictOptions(rule)}`,
    `- Offers: ${listed(offers) || 'reports only'}`,
    `- Tests: ${docs?.inTests === false ? 'left out' : 'looked at, too'} ([what is a test](../setup.md#tests))`,
    `- Weakness: ${listed(docs?.cwe ?? [])}`,
    `- ${figures}`,
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

/** `recommended` as oxlint takes it, for docs/setup.md. */
export function oxlintBlock(rules: readonly Named[]): string {
  const names = rules.filter(([, rule]) => presetsOf(rule).includes('recommended')).map(([name]) => name);
  const lines = names.map((name) => `    "session-secrets/${name}": "error"`);
  return `\`\`\`json\n{\n  "jsPlugins": ["eslint-plugin-session-secrets"],\n  "rules": {\n${lines.join(',\n')}\n  }\n}\n\`\`\``;
}
