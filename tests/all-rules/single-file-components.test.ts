import * as typescriptParser from '@typescript-eslint/parser';
import * as astroParser from 'astro-eslint-parser';
import { Linter } from 'eslint';
import * as svelteParser from 'svelte-eslint-parser';
import { describe, expect, it } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import plugin from '../../src/plugin';
import { shown } from '../support/lint';

const parsers = { vue: vueParser, svelte: svelteParser, astro: astroParser };

const configOf = (kind: keyof typeof parsers): Linter.Config[] => {
  const flat = plugin.configs['flat/all'] as unknown as Linter.Config;
  return [
    {
      ...flat,
      files: ['**/*.*'],
      settings: { 'session-secrets': { vault: { module: '#session-vault' } } },
      languageOptions: {
        ecmaVersion: 'latest',
        sourceType: 'module',
        parser: parsers[kind] as never,
        parserOptions: { parser: typescriptParser },
      },
    } as Linter.Config,
  ];
};

const lint = (kind: keyof typeof parsers, text: string): string[] =>
  shown(new Linter({ configType: 'flat' }).verify(text, configOf(kind), { filename: `Page.${kind}` }));

const fix = (kind: keyof typeof parsers, text: string): string =>
  new Linter({ configType: 'flat' }).verifyAndFix(text, configOf(kind), { filename: `Page.${kind}` }).output;

/** The script part of a component, between its markup. */
const components: Record<keyof typeof parsers, (script: string) => string> = {
  vue: (script) =>
    `<script lang="ts">\n${script}\n</script>\n\n<template>\n  <p class="session">{{ cookie }}</p>\n</template>\n`,
  svelte: (script) => `<script lang="ts">\n${script}\n</script>\n\n<p class="session">{cookie}</p>\n`,
  astro: (script) => `---\n${script}\n---\n<p class="session">{cookie}</p>\n<script>\n  session.start();\n</script>\n`,
};

const vulnerable = `import session from 'express-session';
const cookie = 'sid';
export const middleware = session({ secret: 'keyboard' + ' cat', store, cookie: { secure: true, httpOnly: false, sameSite: 'lax' } });
export async function connect(req: Request) {
  req.session.accessToken = await tokens();
}`;

const sound = `import session from 'express-session';
import { vault } from '#session-vault';
const cookie = 'sid';
export const middleware = session({ secret: process.env.SECRET, store, name: '__Host-sid', cookie: { secure: true, sameSite: 'lax' } });
export async function connect(req: Request) {
  req.session.accessTokenRef = await vault.store(await tokens());
}`;

describe.each(['vue', 'svelte', 'astro'] as const)('a .%s file', (kind) => {
  const around = components[kind];

  it('is read where its script is', () => {
    const reports = lint(kind, around(vulnerable));
    expect(reports).toEqual(
      expect.arrayContaining(['no-weak-session-secret 4', 'require-http-only-cookie 4', 'no-secret-in-session 6']),
    );
  });

  it('is silent where nothing is wrong', () => {
    expect(lint(kind, around(sound))).toEqual([]);
  });

  it('is fixed in its script, and keeps its markup', () => {
    const fixed = fix(kind, around(vulnerable));
    const [before = '', after = ''] = around('□').split('□');
    expect(fixed.startsWith(before)).toBe(true);
    expect(fixed.endsWith(after)).toBe(true);
    expect(fixed).toContain("import session from 'express-session';\nimport { vault } from '#session-vault';\n");
    expect(fixed).toContain('  req.session.accessTokenRef = await vault.store(await tokens());');
    expect(fix(kind, fixed)).toBe(fixed);
  });

  it('may have a script without imports, or none', () => {
    const fixed = fix(kind, around('async function connect(req) {\n  req.session.accessToken = token;\n}'));
    expect(fixed).toContain(`${around('□').split('□')[0]}import { vault } from '#session-vault';\n\nasync function`);
    expect(lint(kind, '<p>session cookie</p>\n')).toEqual([]);
    expect(lint(kind, '')).toEqual([]);
  });
});

it('reads both scripts of a Vue component', () => {
  const text = `<script>
import session from 'express-session';
export default { middleware: session({ store, secret: process.env.SECRET, name: '__Host-sid', cookie: { secure: true, sameSite: 'none' } }) };
</script>
<script setup>
const { apiKey } = defineProps(['apiKey']);
</script>
<template><session :cookie="apiKey" /></template>
`;
  expect(lint('vue', text)).toEqual(['require-same-site-cookie 3']);
});
