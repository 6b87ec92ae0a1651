import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Project } from './temporary-project';
import { makeProject, packageJson } from './temporary-project';

const compiler = join(__dirname, '../../node_modules/typescript/bin/tsc');

const entryIn = (project: Project): unknown =>
  (JSON.parse(project.read('package.json')) as { imports: Record<string, unknown> }).imports['#session-vault'];

const tsconfig = (compilerOptions: object, more: object = {}): string => JSON.stringify({ compilerOptions, ...more });

/** The three conditions for a source and what it is compiled to. */
const both = (source: string, result: string) => ({ types: source, development: source, default: result });

describe('what Node runs', () => {
  const old = { 'node_modules/typescript/package.json': '{ "version": "5.9.3" }' };
  const recent = { 'node_modules/typescript/package.json': '{ "version": "6.0.3" }' };
  const inSrc = both('./src/session-vault.ts', './dist/session-vault.js');
  const below = both('./src/session-vault.ts', './dist/src/session-vault.js');
  const source = './src/session-vault.ts';

  it.each<[string, Record<string, string>, unknown]>([
    ['rootDir', { 'tsconfig.json': tsconfig({ outDir: 'dist', rootDir: 'src' }) }, inSrc],
    ['rootDir, the project', { 'tsconfig.json': tsconfig({ outDir: 'dist', rootDir: '.' }) }, below],
    ['no emit', { 'tsconfig.json': tsconfig({ outDir: 'dist', noEmit: true }) }, source],
    ['only declarations', { 'tsconfig.json': tsconfig({ outDir: 'dist', emitDeclarationOnly: true }) }, source],
    ['no outDir', { 'tsconfig.json': '{}' }, source],
    ['outDir of another package', { 'tsconfig.json': tsconfig({ outDir: '../dist', rootDir: 'src' }) }, source],
    [
      'a script that compiles beside the sources',
      { 'tsconfig.json': '{}', 'package.json': packageJson({ scripts: { build: 'tsc -p .' } }) },
      both(source, './src/session-vault.js'),
    ],
    [
      'a script that only checks',
      { 'tsconfig.json': '{}', 'package.json': packageJson({ scripts: { check: 'tsc -p . --noEmit' } }) },
      source,
    ],
    ['a recent TypeScript, no rootDir', { 'tsconfig.json': tsconfig({ outDir: 'dist' }), ...recent }, below],
    ['a composite project', { 'tsconfig.json': tsconfig({ outDir: 'dist', composite: true }), ...old }, below],
    [
      'an older one, all in src',
      { 'tsconfig.json': tsconfig({ outDir: 'dist' }), 'vitest.config.ts': '', ...old },
      inSrc,
    ],
    [
      'an older one, tests beside src',
      { 'tsconfig.json': tsconfig({ outDir: 'dist' }), 'test/a.ts': '', ...old },
      below,
    ],
    ['an older one, a file at the top', { 'tsconfig.json': tsconfig({ outDir: 'dist' }), 'top.ts': '', ...old }, below],
    [
      'an older one that includes src',
      { 'tsconfig.json': tsconfig({ outDir: 'dist' }, { include: ['src/**/*.ts'] }), 'test/a.ts': '', ...old },
      inSrc,
    ],
    [
      'an older one that includes files',
      { 'tsconfig.json': tsconfig({ outDir: 'dist' }, { files: ['src/a.ts', 'types/b.d.ts'] }), ...old },
      below,
    ],
    [
      'a script that starts what was built of src',
      {
        'tsconfig.json': tsconfig({ outDir: './dist' }),
        'package.json': packageJson({ scripts: { start: 'node dist/app' } }),
        'test/app.test.ts': '',
        ...old,
      },
      inSrc,
    ],
    [
      'an entry that was built of the project',
      {
        'tsconfig.json': tsconfig({ outDir: './dist' }),
        'package.json': packageJson({ main: './dist/src/app.js' }),
        ...old,
      },
      below,
    ],
  ])('%s', (_, files, entry) => {
    const project = makeProject({ 'package.json': packageJson(), 'src/app.ts': 'export {};', ...files });
    const { err, out } = project.init();
    expect(err).toBe('');
    expect(entryIn(project)).toEqual(entry);
    expect(out.includes('if your build writes it elsewhere')).toBe(typeof entry === 'object');
    // Conditions are tried in the order they are written.
    if (typeof entry === 'object')
      expect(Object.keys(entryIn(project) as object)).toEqual(['types', 'development', 'default']);
  });

  it('a rootDir that is not src holds the module', () => {
    const project = makeProject({
      'package.json': packageJson(),
      'tsconfig.json': tsconfig({ outDir: 'build', rootDir: 'server' }),
      'src/client.js': '',
      'server/app.ts': '',
    });
    project.init();
    expect(entryIn(project)).toEqual(both('./server/session-vault.ts', './build/session-vault.js'));
  });

  it('a rootDir above the project is no place for it', () => {
    const project = makeProject({
      'package.json': packageJson(),
      'tsconfig.json': tsconfig({ noEmit: true, rootDir: '..' }),
    });
    project.init();
    expect(entryIn(project)).toBe('./session-vault.ts');
  });
});

describe('compiled by tsc and run by Node', () => {
  const app = `
import { vault } from '#session-vault';

export async function main(): Promise<string> {
  const reference = await vault.store('kept');
  return vault.read(reference);
}

void main().then((value) => console.log(value));
`;
  const common = { strict: true, skipLibCheck: true, types: ['node'], target: 'es2022' };

  it.each<[string, object, object, string]>([
    ['ESM', { type: 'module' }, { module: 'nodenext', outDir: 'dist', rootDir: 'src' }, 'dist/app.js'],
    ['CommonJS', { type: 'commonjs' }, { module: 'nodenext', outDir: 'dist', rootDir: 'src' }, 'dist/app.js'],
    ['no rootDir', { type: 'module' }, { module: 'node16', outDir: 'dist', rootDir: '.' }, 'dist/src/app.js'],
    [
      'what bundlers resolve',
      {},
      { module: 'commonjs', moduleResolution: 'bundler', outDir: 'out', rootDir: 'src' },
      'out/app.js',
    ],
    ['beside the sources', { type: 'module', scripts: { build: 'tsc' } }, { module: 'nodenext' }, 'src/app.js'],
    [
      'an old resolution, with the paths that are advised',
      {},
      { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0', outDir: 'dist', rootDir: 'src' },
      'dist/app.js',
    ],
  ])('%s', async (_, content, compilerOptions, started) => {
    const project = makeProject({
      'package.json': packageJson(content),
      'tsconfig.json': tsconfig({ ...common, ...compilerOptions }, { include: ['src'] }),
      'src/app.ts': app,
    });
    project.install('keyv', '@types/node', 'typescript');
    const { out, err } = project.init();
    expect(err).toBe('');
    const paths = /"paths": (.*)/.exec(out)?.[1];
    expect(paths !== undefined).toBe('ignoreDeprecations' in compilerOptions);
    if (paths !== undefined) {
      const withPaths = { ...common, ...compilerOptions, paths: JSON.parse(paths) as object };
      project.write({ 'tsconfig.json': tsconfig(withPaths, { include: ['src'] }) });
    }
    execFileSync(process.execPath, [compiler], { cwd: project.folder, stdio: 'pipe' });
    expect(await project.node([started])).toEqual({ code: 0, out: 'kept\n', err: '' });
  });
});
