import type { LintConfiguration, LintNeeds } from './lint-set-up';
import { configurationUsed, namesPlugin } from './lint-set-up';

const plugin = 'eslint-plugin-session-secrets';
const typeScriptFiles = '**/*.{ts,tsx,mts,cts}';

/**
 * What to write into which file, so that the rules see the whole project and nothing else.
 * @param rules those of `recommended`, for hosts that know no presets
 */
export function lintAdvice(needs: LintNeeds, rules: readonly string[]): string[] {
  const used = configurationUsed(needs);
  if (used && namesPlugin(used)) return [`${used.file} has the rules already.`, ''];
  if (used?.kind === 'flat') return flatAddition(used, needs);
  if (used?.kind === 'eslintrc') return eslintrcAddition(used, needs);
  if (used) return oxlintAddition(used, rules);
  const unread = needs.configurations.find(({ kind }) => kind === 'eslintrc');
  return [...(unread ? [`This ESLint does not read ${unread.file}.`, ''] : []), ...newFlat(needs)];
}

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));

function newFlat(needs: LintNeeds): string[] {
  const { isTypeScript } = needs;
  return [
    'ESLint, in eslint.config.mjs:',
    '',
    ...indented([
      `import sessionSecrets from '${plugin}';`,
      ...(isTypeScript ? ["import tseslint from 'typescript-eslint';"] : []),
      '',
      'export default [',
      ...indented(entriesOf(needs)),
      '];',
    ]),
    '',
    ...installation(needs),
  ];
}

/** The entries of a flat configuration; what a text has already is left out. */
function entriesOf({ outputs, isTypeScript }: LintNeeds, text = ''): string[] {
  const ignored = outputs.filter((folder) => !text.includes(folder)).map((folder) => `**/${folder}/`);
  const needsParser = isTypeScript && !/typescript-eslint/.test(text);
  return [
    ...(ignored.length > 0 ? [`{ ignores: [${quoted(ignored)}] },`] : []),
    ...(needsParser ? [`{ files: ['${typeScriptFiles}'], languageOptions: { parser: tseslint.parser } },`] : []),
    "sessionSecrets.configs['flat/recommended'],",
  ];
}

function flatAddition({ file, text }: LintConfiguration, needs: LintNeeds): string[] {
  const isCommonJs = /\.c[jt]s$/.test(file) || (/\bmodule\.exports\b/.test(text) && !/^\s*export\b/m.test(text));
  const load = (name: string, from: string) =>
    isCommonJs ? `const ${name} = require('${from}');` : `import ${name} from '${from}';`;
  const needsParser = needs.isTypeScript && !/typescript-eslint/.test(text);
  return [
    `ESLint, in ${file}, at the top:`,
    '',
    ...indented([load('sessionSecrets', plugin), ...(needsParser ? [load('tseslint', 'typescript-eslint')] : [])]),
    '',
    'and in its list:',
    '',
    ...indented(entriesOf(needs, text)),
    '',
    ...(needsParser ? installation(needs) : []),
  ];
}

function eslintrcAddition({ file, text }: LintConfiguration, needs: LintNeeds): string[] {
  const { isTypeScript, outputs, hasTypeScriptEslint } = needs;
  const ignored = outputs.filter((folder) => !text.includes(folder));
  const needsParser = isTypeScript && !/typescript-eslint/.test(text);
  const override = { files: ['*.ts', '*.tsx', '*.mts', '*.cts'], parser: '@typescript-eslint/parser' };
  const members: Record<string, unknown> = {
    extends: ['plugin:session-secrets/recommended'],
    ...(/sourceType/.test(text) ? {} : { parserOptions: { sourceType: 'module' } }),
    ...(needsParser ? { overrides: [override] } : {}),
    ...(ignored.length > 0 ? { ignorePatterns: ignored } : {}),
  };
  const lines = Object.entries(members).map(([key, value]) => `"${key}": ${spaced(value)},`);
  const where = file.endsWith('package.json') ? `"eslintConfig" of ${file}` : file;
  const missing = needsParser && !hasTypeScriptEslint;
  return [
    `ESLint, in ${where}, add to what these hold, or add them:`,
    '',
    ...indented(/ya?ml$/.test(file) ? lines.map((line) => line.replace(/^"(\w+)"/, '$1').replace(/,$/, '')) : lines),
    '',
    ...(missing ? ['which needs:', '', '  npm install --save-dev @typescript-eslint/parser', ''] : []),
  ];
}

/** JSON on one line, with spaces where people write them; YAML and JavaScript read it, too. */
const spaced = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replace(/([[\]])\s*\n\s*|\n\s*(?=])/g, '$1')
    .replace(/\n\s*/g, ' ');

function oxlintAddition({ file }: LintConfiguration, rules: readonly string[]): string[] {
  return [
    `Oxlint, in ${file}, add to what these hold, or add them:`,
    '',
    ...indented([
      `"jsPlugins": ["${plugin}"],`,
      '"rules": {',
      ...indented(rules.map((rule, index) => `"${rule}": "error"${index < rules.length - 1 ? ',' : ''}`)),
      '}',
    ]),
    '',
  ];
}

function installation({ isTypeScript, hasTypeScriptEslint, eslint }: LintNeeds): string[] {
  const missing = [
    ...(eslint === undefined ? ['eslint'] : []),
    ...(isTypeScript && !hasTypeScriptEslint ? ['typescript-eslint'] : []),
  ];
  return missing.length > 0 ? ['which needs:', '', `  npm install --save-dev ${missing.join(' ')}`, ''] : [];
}
