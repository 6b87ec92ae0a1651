import * as typescriptParser from '@typescript-eslint/parser';
import eslintJs from '@eslint/js';
import { Linter } from 'eslint';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScanner, LanguageVariant, ModuleKind, ScriptTarget, SyntaxKind, transpileModule } from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/cli/vault-module';
import { adapters, storePackage, vaultModule } from '../../src/cli/vault-module';
import plugin from '../../src/plugin';
import { makeProject, packageJson } from './temporary-project';

const root = join(__dirname, '../..');

const dialects: Record<string, Dialect> = {
  'vault.mjs': { language: 'javascript', modules: 'esm' },
  'vault.cjs': { language: 'javascript', modules: 'commonjs' },
  'vault.ts': { language: 'typescript', modules: 'esm' },
};

const textOf = (file: string): string => vaultModule(dialects[file] as Dialect);

describe.each(Object.keys(dialects))('%s', (file) => {
  const text = textOf(file);

  it('is clean under our own rules and under those of ESLint, with no globals declared', () => {
    const isTypeScript = file.endsWith('.ts');
    const config = [
      { ...eslintJs.configs.recommended, files: ['**/*'] },
      { ...plugin.configs['flat/all'], files: ['**/*'] },
      {
        files: ['**/*.{ts,mjs,cjs}'],
        languageOptions: {
          ecmaVersion: 2022,
          sourceType: file.endsWith('.cjs') ? 'commonjs' : 'module',
          ...(isTypeScript ? { parser: typescriptParser } : {}),
        },
        linterOptions: { reportUnusedDisableDirectives: 'error' },
        // What the compiler knows better.
        rules: isTypeScript ? { 'no-undef': 'off', 'no-unused-vars': 'off', 'no-redeclare': 'off' } : {},
      },
    ] as Linter.Config[];
    expect(new Linter({ configType: 'flat' }).verify(text, config, { filename: file })).toEqual([]);
  });

  it('is readable: short lines, no trace of the template', () => {
    expect(text).not.toMatch(/[‹›]|\$\{|[ \t]\n|\n{3}/);
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
    expect(text).toMatch(/[^\n]\n$/);
    const code = text.split('\n').filter((line) => !/^\s*(?:\/\*\*|\*|\/\/|$)/.test(line));
    expect(code.length).toBeLessThan(200);
  });
});

/** The words of a text, without comments and without what is a matter of layout. */
function wordsOf(text: string): string[] {
  const scanner = createScanner(ScriptTarget.ES2022, true, LanguageVariant.Standard, text);
  const words: string[] = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    // A slash begins a regular expression nearly everywhere in this text.
    if (kind === SyntaxKind.SlashToken && words.at(-1) !== 'SESSION_VAULT_TTL') scanner.reScanSlashToken();
    words.push(scanner.getTokenText().replace(/^"(.*)"$/s, "'$1'"));
  }
  return words.filter((word, index) => !(word === ',' && /^[)\]}]$/.test(words[index + 1] ?? '')));
}

describe('the dialects are one module', () => {
  const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 };

  it('JavaScript is what is left of TypeScript without its types', () => {
    const { outputText } = transpileModule(textOf('vault.ts'), { compilerOptions });
    expect(
      wordsOf(outputText)
        .join(' ')
        .replaceAll(/\(\( (\w+) \)\)/g, '( $1 )'),
    ).toBe(wordsOf(textOf('vault.mjs')).join(' '));
  });

  it('CommonJS differs in how it imports and exports', () => {
    const asEsm = textOf('vault.cjs')
      .replace("'use strict';\n\n", '')
      .replaceAll(/^const (\{.*\}) = require\((.*)\);$/gm, 'import $1 from $2;')
      .replace('const vault', 'export const vault')
      .replace('\nmodule.exports = { vault };\n', '');
    expect(asEsm).toBe(textOf('vault.mjs'));
  });
});

describe('as TypeScript', () => {
  const use = `
import { vault } from './session-vault';

/** What the plugin writes calls of. */
type Kept<T> = T extends null | undefined ? T : string;
interface Vault {
  store<T>(value: T): Promise<Kept<T>>;
  read<T = string>(reference: string): Promise<T>;
  read<T = string>(reference: string | undefined): Promise<T | undefined>;
  read<T = string>(reference: string | null | undefined): Promise<T | null | undefined>;
  rotate<T>(reference: string | null | undefined, value: T): Promise<Kept<T>>;
  revoke(reference: string | null | undefined): Promise<void>;
  revokeAll(session: unknown): Promise<void>;
}

export const contract: Vault = vault;

export async function use(sure: string, maybe?: string, none?: null, any?: any, unknown?: unknown) {
  const key: string = await vault.read(sure);
  const token: { access: string } = await vault.read(sure);
  const explicit: number = await vault.read<number>(sure);
  const perhaps: string | undefined = await vault.read(maybe);
  const nothing: string | null | undefined = await vault.read(none);
  // @ts-expect-error there may be nothing
  const wrong: string = await vault.read(maybe);
  // @ts-expect-error a reference is a string
  await vault.read(1);
  const rotated: string = await vault.rotate(maybe, 1);
  await vault.revoke(maybe);
  await vault.revokeAll({ cookie: {} });
  const reference: string = await vault.store({ token: 'a' });
  const perhapsOne: string | undefined = await vault.store(process.env['KEY']);
  const orNull: string | null = await vault.rotate(sure, none ?? 'a');
  const ofAny: string = await vault.store(any);
  const ofUnknown: string = await vault.store(unknown);
  // @ts-expect-error there may be nothing to refer to
  const wrongOne: string = await vault.store(process.env['KEY']);
  return [key, token, explicit, perhaps, nothing, wrong, rotated, reference, perhapsOne, orNull, ofAny, ofUnknown, wrongOne];
}
`;

  const strictest = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitReturns: true,
    noImplicitOverride: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    types: ['node'],
    noEmit: true,
  };

  const lax = { strict: false, exactOptionalPropertyTypes: false };

  it.each([
    [
      'ESM for bundlers',
      'module',
      { module: 'esnext', moduleResolution: 'bundler', verbatimModuleSyntax: true, target: 'es2022' },
    ],
    ['CommonJS for an older Node', 'commonjs', { module: 'nodenext', target: 'es2021', lib: ['es2021'] }],
    ['with no strictness', 'commonjs', { module: 'commonjs', moduleResolution: 'bundler', target: 'es2020', ...lax }],
  ])('it is typed as it should be: %s', (_, type, compilerOptions) => {
    const project = makeProject({
      'package.json': packageJson({ type }),
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...strictest, ...compilerOptions } }),
      'use.ts': type === 'module' ? use.replace("'./session-vault'", "'#session-vault'") : use,
    });
    project.install('keyv', '@keyv/serialize', '@types/node', 'undici-types', 'typescript');
    expect(project.init().err).toBe('');
    // Without strictness nothing is ever undefined, so nothing is wrong either.
    if (!('strict' in compilerOptions)) expect(compile(project.folder)).toBe('');
    else
      expect(
        compile(project.folder)
          .split('\n')
          .filter((line) => !/^use\.ts|^$/.test(line)),
      ).toEqual([]);
  });

  /** What the compiler says. */
  function compile(cwd: string): string {
    try {
      return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], { cwd, encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }
});

it('names packages in versions that go together', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/keyv/package.json'), 'utf8')) as {
    version: string;
  };
  const redis = JSON.parse(readFileSync(join(root, 'node_modules/@keyv/redis/package.json'), 'utf8')) as {
    version: string;
    peerDependencies: { keyv: string };
  };
  expect(storePackage).toBe(`keyv@${version.split('.')[0]}`);
  expect(adapters.redis).toBe(`@keyv/redis@${redis.version.split('.')[0]}`);
  expect(redis.peerDependencies.keyv).toMatch(new RegExp(`^\\^${version.split('.')[0]}\\.`));
});
