import { beforeAll, describe, expect, it } from 'vitest';
import type { EslintAlias } from '../support/host';
import { link, makeHost } from '../support/host';
import { install, linkInstalled } from '../support/installed';
import { neutral, promised, vulnerable } from './app';

/** Plugins of other languages, under a preset that is given without `files`, as people write it. */
const plugins = [
  '@html-eslint/eslint-plugin@0.66.1',
  '@eslint/json@2.1.1',
  '@eslint/markdown@8.0.3',
  '@eslint/css@2.0.0',
  'eslint-plugin-yml@3.10.0',
  'eslint-plugin-jsonc@3.4.2',
];

const nameOf = (plugin: string): string => plugin.slice(0, plugin.lastIndexOf('@'));

let installed: string;
beforeAll(async () => {
  installed = await install(plugins);
  // Some load it, for rules that are not on here.
  link(installed, 'eslint', 'eslint');
}, 300_000);

const words = 'Your session cookie has expired: req.session.accessToken, password, secret';

const files: Record<string, string> = {
  'server.js': vulnerable,
  'neutral.js': neutral,
  'page.html': `<!doctype html><html><head><title>${words}</title><script>req.session.accessToken = 'x';</script></head><body><p>${words}</p></body></html>\n`,
  'bare.html': `<!doctype html><p>${words}</p>\n`,
  'empty.html': '',
  'data.json': JSON.stringify({ session: { secret: 'keyboard cat', cookie: { secure: false } }, accessToken: words }),
  'data.json5': `{ session: { secret: 'keyboard cat' }, /* ${words} */ cookie: { secure: false } }\n`,
  'data.jsonc': `{ "session": { "secret": "keyboard cat" }, "cookie": { "secure": false } } // ${words}\n`,
  'notes.md': `# ${words}\n\n\`\`\`js\n${vulnerable}\`\`\`\n\n| session | cookie |\n| --- | --- |\n| ${words} | x |\n`,
  'style.css': `/* ${words} */\n.session::before { content: 'cookie: req.session.accessToken'; }\n`,
  'settings.yml': `# ${words}\nsession:\n  secret: keyboard cat\n  cookie: { secure: false }\n`,
};

/** Every language there is, and our preset for all files: `files` is nowhere but where a language needs it. */
const config = `import sessionSecrets from 'eslint-plugin-session-secrets';
import html from '@html-eslint/eslint-plugin';
import json from '@eslint/json';
import markdown from '@eslint/markdown';
import css from '@eslint/css';
import yml from 'eslint-plugin-yml';
import jsonc from 'eslint-plugin-jsonc';

export default [
  sessionSecrets.configs['flat/PRESET'],
  { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
  { files: ['**/*.html'], plugins: { html }, language: 'html/html' },
  { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
  { files: ['**/*.json5'], plugins: { json }, language: 'json/json5' },
  ...jsonc.configs['flat/base'].map((one) => ({ ...one, files: ['**/*.jsonc'] })),
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm' },
  { files: ['**/*.css'], plugins: { css }, language: 'css/css' },
  ...yml.configs.base,
];
`;

async function lint(eslint: EslintAlias, preset: string): Promise<Record<string, string[]>> {
  const host = makeHost(eslint, { ...files, 'eslint.config.mjs': config.replace('PRESET', preset) });
  for (const plugin of plugins) linkInstalled(host.folder, installed, nameOf(plugin));
  const { code, stdout, stderr } = await host.run('eslint/bin/eslint.js', ['--format=json', ...Object.keys(files)]);
  expect([0, 1], stderr).toContain(code);
  const reports = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[];
  return Object.fromEntries(
    reports.map(({ filePath, messages }) => [
      filePath.replace(/^.*[\\/]/, ''),
      messages.map(({ ruleId, message }) => ruleId ?? message).sort(),
    ]),
  );
}

const silent = Object.fromEntries(
  Object.keys(files)
    .filter((file) => !file.endsWith('.js'))
    .map((file) => [file, []]),
);

describe.each<[string, EslintAlias]>([
  ['ESLint 9', 'eslint'],
  ['ESLint 10', 'eslint10'],
])('%s with other languages', (_, eslint) => {
  it('finds what is in the scripts and says nothing of the rest', async () => {
    expect(await lint(eslint, 'recommended')).toEqual({ ...silent, 'server.js': promised, 'neutral.js': promised });
  });

  it('runs to its end with all rules', async () => {
    const found = await lint(eslint, 'all');
    expect(found).toMatchObject(silent);
    expect(found['server.js']).toEqual(expect.arrayContaining(promised));
  });
});
