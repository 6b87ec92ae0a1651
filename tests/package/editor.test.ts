import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { makeHost } from '../support/host';
import type { EslintAlias } from '../support/host';
import { openInEditor } from '../support/language-server';
import type { Editor } from '../support/language-server';
import { manifestWithVault, promised, vulnerable } from './app';

const legacy = {
  '.eslintrc.json': JSON.stringify({
    root: true,
    parserOptions: { ecmaVersion: 2022 },
    extends: ['plugin:session-secrets/recommended'],
  }),
};
const flat = {
  'eslint.config.mjs': `import sessionSecrets from 'eslint-plugin-session-secrets';
export default [sessionSecrets.configs['flat/recommended'], { languageOptions: { sourceType: 'commonjs' } }];
`,
};

const open: Editor[] = [];
afterAll(() => open.forEach((editor) => editor.close()));

// The server is the one of the VS Code extension, as npm has it.
describe.each<[string, EslintAlias, object, object?]>([
  ['ESLint 8.57, eslintrc', 'eslint8', legacy],
  ['ESLint 9, eslintrc', 'eslint', legacy, { useFlatConfig: false }],
  ['ESLint 9, flat', 'eslint', flat],
  ['ESLint 10, flat', 'eslint10', flat],
])('an editor with %s', (_name, eslint, config, eslintSettings) => {
  const start = async () => {
    const host = makeHost(eslint, { 'package.json': manifestWithVault, ...config, 'server.js': vulnerable });
    const editor = await openInEditor(host.folder, 'server.js', eslintSettings);
    open.push(editor);
    return editor;
  };

  it('underlines what is wrong and links to the page that says why', async () => {
    const { homepage } = JSON.parse(readFileSync(join(inject('packed').content, 'package.json'), 'utf8')) as {
      homepage: string;
    };
    const editor = await start();
    const diagnostics = await editor.diagnostics();
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(promised);
    for (const { code, codeDescription, severity } of diagnostics) {
      expect(severity).toBe(1);
      expect(codeDescription?.href).toContain(homepage);
      expect(codeDescription?.href).toContain(`/docs/rules/${code.replace('session-secrets/', '')}.md`);
    }

    const secret = diagnostics.find(({ code }) => code === 'session-secrets/no-secret-in-session');
    const linesBefore = vulnerable.slice(0, vulnerable.indexOf('req.session')).split('\n').length - 1;
    expect(secret?.range.start.line).toBe(linesBefore);
  });

  it('shows what another file says as soon as that is saved', async () => {
    const options = (secure: boolean) =>
      `module.exports = { secret: process.env.SECRET, name: 'app', cookie: { secure: ${secure}, sameSite: 'lax' } };`;
    const server = "const session = require('express-session');\napp.use(session(require('./options')));\n";
    const files = { 'package.json': '{}', ...config, 'server.js': server, 'options.js': options(false) };
    const { folder } = makeHost(eslint, files);
    const editor = await openInEditor(folder, 'server.js', eslintSettings);
    open.push(editor);
    const insecure = async () => {
      const found = await editor.diagnostics();
      return found.filter(({ code }) => code === 'session-secrets/require-secure-cookie').map(({ message }) => message);
    };

    expect(await insecure()).toEqual([expect.stringContaining(' See `./options.js:1`.')]);
    writeFileSync(join(folder, 'options.js'), options(true));
    expect(await insecure()).toEqual([]);
    writeFileSync(join(folder, 'options.js'), options(false));
    expect(await insecure()).toHaveLength(1);
  });

  it('mends the secret by the light bulb and shows the page on demand', async () => {
    const editor = await start();
    const [secret] = (await editor.diagnostics()).filter(({ code }) => code.endsWith('/no-secret-in-session'));
    const actions = secret ? await editor.actionsFor(secret) : [];

    const documentation = actions.find(({ title }) => title.startsWith('Show documentation'));
    if (documentation) await editor.choose(documentation);
    expect(editor.shown).toEqual([secret?.codeDescription?.href]);

    const fix = actions.find(({ title }) => title === 'Fix this session-secrets/no-secret-in-session problem');
    const text = fix ? await editor.choose(fix) : '';
    expect(text).toContain("req.session.api_key_ref = await vault.store('sk_live_abc123xyz')");
    const left = (await editor.diagnostics()).map(({ code }) => code);
    expect(left).not.toContain('session-secrets/no-secret-in-session');
    expect(left).toContain('session-secrets/require-secure-cookie');
  });
});
