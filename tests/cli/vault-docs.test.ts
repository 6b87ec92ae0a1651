import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { adapters, storePackage, vaultModule } from '../../src/cli/vault-module';
import { makeProject, packageJson } from './temporary-project';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/vault.md'), 'utf8');
const client = (name: string): string => readFileSync(join(__dirname, 'fixtures/clients', name), 'utf8');

const blocks = [...page.matchAll(/^```ts(?: good)?\n([\s\S]*?)^```$/gm)].map((match) => match[1] as string);
const files = blocks.flatMap((text): [string, string][] => {
  const name = /^\/\/ (\w+)\.ts\n/.exec(text)?.[1];
  return name === undefined ? [] : [[name, text]];
});
const vaults = files.map(([name]) => name).filter((name) => name !== 'shared');
const contract = blocks.find((text) => text.includes('\ninterface Vault'));

/** Asks of every vault what the contract says, and prints what is not so. */
const runner = `
require('./hashicorp.cjs');
const { deepStrictEqual, rejects } = require('node:assert');

async function hold(vault) {
  const unknown = { code: 'VAULT_UNKNOWN_REFERENCE', statusCode: 401 };
  const [reference, other] = [await vault.store({ token: 'a' }), await vault.store('b')];
  if (!/^[\\w-]{22,}$/.test(reference) || reference === other) throw new Error('not a reference: ' + reference);
  deepStrictEqual(await vault.read(reference), { token: 'a' });
  deepStrictEqual(await vault.read(other), 'b');
  for (const none of [undefined, null, '']) {
    deepStrictEqual(await vault.store(none), none);
    deepStrictEqual(await vault.read(none), none);
    await vault.revoke(none);
    deepStrictEqual(await vault.read(await vault.rotate(none, 'new')), 'new');
  }
  deepStrictEqual(await vault.rotate(reference, 'c'), reference);
  deepStrictEqual(await vault.read(reference), 'c');
  await vault.revoke(reference);
  await vault.revoke(reference);
  await rejects(vault.read(reference), unknown);
  const anew = await vault.rotate(reference, 'd');
  if (anew === reference) throw new Error('a revoked reference came back');
  deepStrictEqual(await vault.read(anew), 'd');
  deepStrictEqual(await vault.rotate(anew, undefined), undefined);
  await rejects(vault.read(anew), unknown);
  deepStrictEqual(await vault.read(other), 'b');
}

(async () => {
  for (const name of ${JSON.stringify(vaults)}) {
    await hold(require('./dist/' + name + '.js').vault);
    console.log(name);
  }
})();
`;

it('shows vaults that fulfil the contract, to the compiler and at run time', async () => {
  expect(vaults).toEqual(['hashicorp', 'aws', 'gcp', 'table']);
  const generated = vaultModule({ language: 'typescript', modules: 'esm' });
  const packages = { '@aws-sdk/client-secrets-manager': 'aws', '@google-cloud/secret-manager': 'gcp', pg: 'pg' };
  const project = makeProject({
    'package.json': packageJson(),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noPropertyAccessFromIndexSignature: true,
        module: 'nodenext',
        target: 'es2022',
        outDir: 'dist',
        rootDir: '.',
        types: ['node'],
      },
    }),
    ...Object.fromEntries(files.map(([name, text]) => [`${name}.ts`, text])),
    // The page says that these two are the generated module's.
    'seal.ts': `${generated.replace(/^export /m, '')}\nexport { open, seal };\n`,
    'contract.ts': [
      ...vaults.map((name) => `import { vault as ${name} } from './${name}';`),
      contract,
      `export const all: Vault[] = [${vaults.join(', ')}];`,
    ].join('\n'),
    ...Object.fromEntries(
      Object.entries(packages).flatMap(([name, file]) => [
        [`node_modules/${name}/package.json`, '{ "main": "index.js", "types": "index.d.ts" }'],
        [`node_modules/${name}/index.js`, client(`${file}.cjs`)],
        [`node_modules/${name}/index.d.ts`, client(`${file}.d.ts`)],
      ]),
    ),
    'hashicorp.cjs': client('hashicorp.cjs'),
    'runner.cjs': runner,
  });
  project.install('keyv', '@types/node');

  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [compiler], { cwd: project.folder, encoding: 'utf8' });
  } catch (error) {
    expect((error as { stdout: string }).stdout).toBe('');
  }
  const env = { VAULT_ADDR: 'https://vault.test', VAULT_TOKEN: 'token', GOOGLE_CLOUD_PROJECT: 'p' };
  expect(await project.node(['runner.cjs'], env)).toEqual({
    code: 0,
    out: vaults.map((name) => `${name}\n`).join(''),
    err: '',
  });
});

it('names what is installed, what is thrown and what is set as the module does', () => {
  const module = vaultModule({ language: 'typescript', modules: 'esm' });
  expect(page).toContain(`npm install ${storePackage}\n`);
  for (const [scheme, name] of Object.entries(adapters)) {
    expect(page).toMatch(new RegExp(`\\| .*\`${scheme}://…\`.* \\| \`npm install ${name}\` \\|`));
  }
  const [, errors = ''] = /^### Its errors\n([\s\S]*?)^## /m.exec(page) ?? [];
  const codes = (text: string) => [...new Set(text.match(/(?<=['`])VAULT_[A-Z_]+(?=['`])/g))].sort();
  expect(codes(errors)).toEqual(codes(module));
  const variables = (text: string) => [...new Set(text.match(/SESSION_VAULT_[A-Z]+/g))].sort();
  expect(variables(page)).toEqual(variables(module));
});
