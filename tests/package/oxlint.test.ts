import * as typescriptParser from '@typescript-eslint/parser';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/plugin';
import type { Host } from '../support/host';
import { link, makeHost } from '../support/host';
import { install, linkInstalled } from '../support/installed';

/** oxlint runs our rules as they are, by `jsPlugins`; it has other parsers, places and passes of its own. */
const version = '1.94.0';

const apps = join(import.meta.dirname, '../apps');

type Texts = Record<string, string>;

const isCode = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.ts$|eslint\.config/.test(path);

const textsIn = (folder: string, isTaken: (path: string) => boolean): Texts =>
  Object.fromEntries(
    readdirSync(join(apps, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(apps.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((path) => !/node_modules|\/(?:fixed|reports)\//.test(path) && isTaken(path))
      .map((path) => [path, readFileSync(join(apps, path), 'utf8')]),
  );

/** The programs of the tests, with the files that say where their vault is. */
const programs: Texts = {
  ...textsIn('insecure', isCode),
  ...textsIn('secure', isCode),
  ...textsIn('programs', (path) => isCode(path) || path.endsWith('package.json')),
};

/** The same application under comments of other lengths, some of them not of ASCII: what stands at one place of one file stands elsewhere in the next. */
const alike: Texts = Object.fromEntries(
  ['', 'x'.repeat(9), 'x'.repeat(41), 'é'.repeat(20), '🍪'.repeat(11), 'x'.repeat(66)].map((comment, index) => [
    `alike-${index}.js`,
    `${comment && `/* ${comment} */ `}const session = require('express-session');
app.use(session({ secret: 'keyboard cat', cookie: { secure: true } })); // ${comment}
app.get('/', async (req, res) => { /* ${comment} */ req.session.apiKey = key; res.send(req.session.apiKey); });
`,
  ]),
);

/** A clean file, and one that is not, with other names for the same things. */
const pair: Texts = {
  'clean.ts':
    "const session = require('cookie-session');\napp.use(session({ name: 'id', keys: [process.env.KEY], sameSite: 'lax', secure: true }));\n",
  'weak.js':
    "const own = require('express-session');\napp.use(own({ secret: 'keyboard cat', store: makeStore(), cookie: { secure: true } }));\n",
};

const vault = { imports: { '#session-vault': './session-vault.js' } };
const { rules } = plugin.configs['flat/all'];

const configs: Texts = {
  'package.json': JSON.stringify(vault),
  '.oxlintrc.json': JSON.stringify({
    jsPlugins: ['eslint-plugin-session-secrets'],
    categories: { correctness: 'off' },
    rules,
  }),
  'eslint.config.mjs': `import sessionSecrets from 'eslint-plugin-session-secrets';
import parser from '@typescript-eslint/parser';
export default [
  { ...sessionSecrets.configs['flat/all'], files: ['**/*.{js,jsx,cjs,mjs,ts,tsx,cts,mts}'] },
  { files: ['**/*.{ts,tsx,cts,mts}'], languageOptions: { parser } },
];
`,
};

let oxlint: string;
beforeAll(async () => {
  oxlint = await install([`oxlint@${version}`]);
}, 300_000);

function hostWith(texts: Texts): Host {
  const host = makeHost('eslint', { ...configs, ...texts });
  linkInstalled(host.folder, oxlint, 'oxlint');
  link(host.folder, '@typescript-eslint/parser', '@typescript-eslint/parser');
  return host;
}

const codeOf = (texts: Texts): string[] => Object.keys(texts).filter(isCode);

/** `rule line:column` of each finding, by file, in the order of the text. */
type Findings = Record<string, string[]>;

function sorted(found: readonly { file: string; rule: string; offset: number }[], texts: Texts): Findings {
  const findings: Findings = Object.fromEntries(codeOf(texts).map((file) => [file, []]));
  for (const { file, rule, offset } of [...found].sort((a, b) => a.offset - b.offset || (a.rule < b.rule ? -1 : 1))) {
    const lines = texts[file]!.slice(0, offset).split('\n');
    findings[file]!.push(`${rule} ${lines.length}:${lines.at(-1)!.length + 1}`);
  }
  return findings;
}

async function byOxlint(host: Host, texts: Texts, args: readonly string[] = codeOf(texts)): Promise<Findings> {
  const { stdout, stderr } = await host.run('oxlint/bin/oxlint', ['--format=json', ...args]);
  const { diagnostics } = JSON.parse(stdout || stderr) as {
    diagnostics: { code?: string; message: string; filename: string; labels: { span: { offset: number } }[] }[];
  };
  return sorted(
    diagnostics.map(({ code, message, filename, labels: [label] }) => {
      const [, rule] = /^session-secrets\((.*)\)$/.exec(code ?? '') ?? [];
      // Whatever is not ours is a failure: a file that does not parse, a rule that threw.
      if (rule === undefined || !label) throw new Error(`${filename}: ${message}`);
      const file = filename.replaceAll('\\', '/');
      // oxlint counts the bytes of UTF-8, and ESLint the units of UTF-16.
      const offset = Buffer.from(texts[file]!).subarray(0, label.span.offset).toString().length;
      return { file, rule, offset };
    }),
    texts,
  );
}

async function byEslint(host: Host, texts: Texts): Promise<Findings> {
  const { stdout, stderr, code } = await host.run('eslint/bin/eslint.js', ['--format=json', ...codeOf(texts)]);
  expect([0, 1], stderr).toContain(code);
  const reports = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId: string | null; message: string; line: number; column: number }[];
  }[];
  return sorted(
    reports.flatMap(({ filePath, messages }) => {
      const file = filePath.slice(host.folder.length + 1).replaceAll('\\', '/');
      return messages.map(({ ruleId, message, line, column }) => {
        if (!ruleId) throw new Error(`${file}: ${message}`);
        const before = texts[file]!.split('\n').slice(0, line - 1);
        return {
          file,
          rule: ruleId.replace('session-secrets/', ''),
          offset: before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1,
        };
      });
    }),
    texts,
  );
}

const countOf = (findings: Findings): number => Object.values(findings).flat().length;

describe('oxlint finds what ESLint finds', () => {
  it('in all programs of the tests', async () => {
    const texts = { ...programs, ...alike, ...pair };
    const host = hostWith(texts);
    const expected = await byEslint(host, texts);
    expect(countOf(expected)).toBeGreaterThan(100);
    expect(await byOxlint(host, texts)).toEqual(expected);
    expect(await byOxlint(host, texts, ['--threads=1', ...codeOf(texts).reverse()])).toEqual(expected);
  });

  it.each([
    ['a clean file and a weak one', pair],
    ['two that are alike', { 'alike-0.js': alike['alike-0.js']!, 'alike-3.js': alike['alike-3.js']! }],
  ])('in %s, in both orders', async (_, texts) => {
    const host = hostWith(texts);
    const expected = await byEslint(host, texts);
    const files = codeOf(texts);
    for (const order of [files, [...files].reverse()]) {
      expect(await byOxlint(host, texts, ['--threads=1', ...order])).toEqual(expected);
    }
  });
});

const read = (host: Host, texts: Texts): Texts =>
  Object.fromEntries(codeOf(texts).map((file) => [file, readFileSync(join(host.folder, file), 'utf8')]));

function expectToParse(texts: Texts): void {
  for (const [filePath, text] of Object.entries(texts)) {
    expect(
      () => typescriptParser.parse(text, { filePath, jsx: /x$/.test(filePath), sourceType: 'module' }),
      `${filePath}\n${text}`,
    ).not.toThrow();
  }
}

describe('oxlint --fix, which makes one pass a run', () => {
  it('comes to what one `eslint --fix` makes, and leaves what parses after each run', async () => {
    const texts = { ...programs, ...alike, ...pair };
    const host = hostWith(texts);
    await host.run('eslint/bin/eslint.js', ['--fix', ...codeOf(texts)]);
    const expected = read(host, texts);
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(host.folder, file), text);
    for (let run = 1; run <= 3; run += 1) {
      await host.run('oxlint/bin/oxlint', ['--fix', ...codeOf(texts)]);
      expectToParse(read(host, texts));
    }
    expect(read(host, texts)).toEqual(expected);
  });
});
