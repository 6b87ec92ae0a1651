import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultTestFiles } from '../../src/settings/test-files';
import { link, makeHost } from '../support/host';
import type { EslintAlias, Host } from '../support/host';

const root = join(__dirname, '../..');

interface Block {
  title: string;
  /** Is it of the README? */
  isFirst: boolean;
  file: string;
  text: string;
}

/** The configurations a page prints: blocks that begin with the name of the file they are for. */
function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```js\n(\/\/ (eslint\.config\.mjs|\.eslintrc\.cjs)\n[\s\S]*?)^```$/gm)].map((match) => {
    const heading = [...text.slice(0, match.index).matchAll(/^(?:## .*|\*\*.*?\*\*.*)$/gm)].at(-1)?.[0] ?? '';
    const line = text.slice(0, match.index).split('\n').length;
    return {
      title: `${page}:${line} ${heading.slice(0, 30)}`,
      isFirst: page === 'README.md',
      file: match[2] as string,
      text: match[1] as string,
    };
  });
}

const setup = "session({ keys: [process.env.SESSION_SECRET], sameSite: 'lax' })";
const use = `app.use(${setup});
app.post('/key', async (req, res) => {
  req.session.apiKey = req.body.key;
  res.send('stored');
});
`;
const esm = `import session from 'cookie-session';\nimport { app } from './server.js';\n\n${use}`;
const cjs = `const session = require('cookie-session');\nconst { app } = require('./server.js');\n\n${use}`;
const typed = (text: string): string =>
  text
    .replace('(req, res)', '(req: Request, res: Response): Promise<void>')
    .replace('SESSION_SECRET]', 'SESSION_SECRET as string]');

/** Each holds one session with one secret in it, and nothing else that could be found. */
const sources: Record<string, string> = {
  'src/app.js': esm,
  'src/route.js': cjs,
  'src/app.ts': typed(esm),
  'src/page.tsx': `${typed(esm)}export const page = <p>stored</p>;\n`,
  'src/Page.vue': `<script lang="ts">\n${typed(esm)}</script>\n\n<template><p>session</p></template>\n`,
  'src/Page.svelte': `<script lang="ts" module>\n${typed(esm)}</script>\n\n<p>session</p>\n`,
  'src/Page.astro': `---\n${typed(esm)}---\n<p>session</p>\n`,
};

/** Which of them a configuration is about. */
function subjectsOf({ text }: Block): string[] {
  const isTypeScript = /tseslint|@typescript-eslint/.test(text);
  const isAbout = (file: string): boolean => {
    if (file.endsWith('.js')) return true;
    if (file.endsWith('.ts')) return isTypeScript;
    if (file.endsWith('.tsx')) return isTypeScript && text.includes('tsx');
    return text.includes(`**/*.${file.split('.').pop()}`);
  };
  return Object.keys(sources).filter(isAbout);
}

const outputs = ['dist/app.js', 'packages/a/dist/app.js'];

function hostOf(eslint: EslintAlias, block: Block): Host {
  const host = makeHost(eslint, {
    'package.json': JSON.stringify({
      name: 'host',
      private: true,
      imports: { '#session-vault': './session-vault.js' },
    }),
    [block.file]: block.text,
    ...sources,
    ...Object.fromEntries(outputs.map((file) => [file, cjs])),
  });
  const parsers = ['@typescript-eslint/parser', 'vue-eslint-parser', 'svelte-eslint-parser', 'astro-eslint-parser'];
  for (const name of ['typescript-eslint', 'typescript', ...parsers]) link(host.folder, name, name);
  return host;
}

/** `file rule` of every message. */
async function lint(host: Host, env: Record<string, string>, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await host.run('eslint/bin/eslint.js', ['.', '--format=json', ...args], env);
  expect(stderr.replace(/\(node:\d+\) ESLint(?:RC|Ignore)Warning[\s\S]*/, '')).toBe('');
  const reports = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; message: string }[] }[];
  return reports.flatMap(({ filePath, messages }) => {
    const file = filePath.slice(host.folder.length + 1).replaceAll('\\', '/');
    return messages.map(({ ruleId, message }) => `${file} ${ruleId ?? message}`);
  });
}

const readIn = (host: Host, file: string): string => readFileSync(join(host.folder, file), 'utf8');

const hostsOf = ({ file, text, isFirst }: Block): EslintAlias[] => {
  if (file === '.eslintrc.cjs') return ['eslint8', 'eslint'];
  // What differs between them has been seen by then.
  if (!isFirst) return ['eslint10'];
  return text.includes('defineConfig') ? ['eslint', 'eslint10'] : ['eslint8', 'eslint', 'eslint10'];
};

const taught = (block: Block): boolean => block.text.includes('@acme/session');
const blocks = [...blocksOf('README.md'), ...blocksOf('docs/setup.md')];
const cases = blocks
  .filter((block) => !taught(block))
  .flatMap((block) => hostsOf(block).map((eslint) => [block.title, eslint, block] as const));

describe('the configurations of the documentation', () => {
  it('are found', () => {
    expect(blocksOf('README.md').length).toBeGreaterThanOrEqual(5);
    expect(blocksOf('docs/setup.md').length).toBeGreaterThanOrEqual(6);
    expect(blocks.some(({ file }) => file === '.eslintrc.cjs')).toBe(true);
    expect(blocks.filter(taught)).toHaveLength(1);
  });

  it.concurrent.each(cases)(
    '%s, %s: finds what is there, fixes it, and leaves the output alone',
    async (_, eslint, block) => {
      const env: Record<string, string> = block.file === '.eslintrc.cjs' ? { ESLINT_USE_FLAT_CONFIG: 'false' } : {};
      const host = hostOf(eslint, block);
      const subjects = subjectsOf(block);
      const found = subjects.map((file) => `${file} session-secrets/no-secret-in-session`);
      expect((await lint(host, env)).sort()).toEqual(found.sort());

      expect(await lint(host, env, '--fix')).toEqual([]);
      for (const file of outputs) expect(readIn(host, file)).toBe(cjs);
      for (const [file, text] of Object.entries(sources)) {
        if (!subjects.includes(file)) expect(readIn(host, file)).toBe(text);
        else expect(readIn(host, file)).toContain('apiKeyRef = await vault.store(req.body.key)');
      }
    },
  );

  it.each(blocks.filter(taught).map((block) => [block.title, block] as const))(
    '%s teaches a wrapper',
    async (_, block) => {
      const host = makeHost('eslint10', {
        [block.file]: block.text,
        'app.js':
          "import { createSession } from '@acme/session';\nexport const s = createSession({ secret: 'abc' });\n",
      });
      expect((await lint(host, {})).sort()).toEqual([
        'app.js session-secrets/no-weak-session-secret',
        'app.js session-secrets/require-secure-cookie',
      ]);
    },
  );

  it('say the defaults of testFiles as they are', () => {
    const [, said = ''] = /testFiles: \[(.*)\]/.exec(readFileSync(join(root, 'docs/setup.md'), 'utf8')) ?? [];
    expect(said).toBe(defaultTestFiles.map((glob) => `'${glob}'`).join(', '));
  });
});
