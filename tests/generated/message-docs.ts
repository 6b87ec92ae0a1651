import type { Rule } from '../../src/presets';
import { placeHolder } from '../../src/report-elsewhere';
import { code } from './markdown';

/** docs/messages.md: every sentence the plugin can say, in one place to be read in one sitting. */
export function messagesPage(rules: readonly (readonly [name: string, rule: Rule])[]): string {
  return `${[
    '# Messages',
    '',
    'Everything the rules can say, and the commands of their suggestions, written by `npm run update`. Names in double',
    'braces are filled in. How they read on a program is kept in `tests/apps/insecure/reports`.',
    '',
    ...rules.flatMap(([name, { meta }]) => [
      `## [${code(name)}](rules/${name}.md)`,
      '',
      ...Object.entries(meta.messages).flatMap(([id, text]) => [`- **${id}**: ${text.replace(placeHolder, '')}`]),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`;
}
