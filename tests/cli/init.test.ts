import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vaultModule } from '../../src/cli/vault-module';
import { compileCommandLine, makeProject, packageJson } from './temporary-project';

const entryOf = (text: string): unknown => (JSON.parse(text) as { imports: object }).imports;

describe('which module, and where', () => {
  it.each([
    ['CommonJS that says so', { 'package.json': packageJson({ type: 'commonjs' }) }, 'session-vault.js'],
    ['ESM', { 'package.json': packageJson({ type: 'module' }) }, 'session-vault.js'],
    ['no type', { 'package.json': packageJson(), 'app.js': '' }, 'session-vault.cjs'],
    [
      'no type, an ESM entry',
      { 'package.json': packageJson({ main: 'app.mjs' }), 'app.mjs': '', 'b.js': '' },
      'session-vault.mjs',
    ],
    [
      'no type, a CommonJS entry',
      { 'package.json': packageJson({ main: 'app.js' }), 'app.js': '', 'b.mjs': '' },
      'session-vault.cjs',
    ],
    [
      'no type, ESM sources',
      { 'package.json': packageJson(), 'app.mjs': '', 'eslint.config.js': '' },
      'session-vault.mjs',
    ],
    [
      'an entry that is not there',
      { 'package.json': packageJson({ main: 'index.js' }), 'app.mjs': '' },
      'session-vault.mjs',
    ],
    ['no type, sources of both kinds', { 'package.json': packageJson(), 'a.mjs': '', 'b.js': '' }, 'session-vault.cjs'],
    ['a src folder', { 'package.json': packageJson(), 'src/app.js': '' }, 'src/session-vault.cjs'],
    ['a file called src', { 'package.json': packageJson(), src: '' }, 'session-vault.cjs'],
    ['TypeScript', { 'package.json': packageJson(), 'tsconfig.json': '{}', 'src/app.ts': '' }, 'src/session-vault.ts'],
  ])('%s', (_, files, file) => {
    const project = makeProject(files as Record<string, string>);
    const { code, out, err } = project.init();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Wrote ${file}.\nAdded "#session-vault" to package.json.\n`);
    expect(project.files()).toContain(file);
    expect(entryOf(project.read('package.json'))).toEqual({ '#session-vault': `./${file}` });
  });

  it.each(['lib/auth', './lib/auth/', 'lib/../lib/auth'])('--dir %s, which it makes', (dir) => {
    const project = makeProject({ 'package.json': packageJson(), 'src/app.js': '' });
    expect(project.init('--dir', dir).code).toBe(0);
    expect(project.files()).toEqual(['lib/auth/session-vault.cjs', 'package.json', 'src/app.js']);
    expect(entryOf(project.read('package.json'))).toEqual({ '#session-vault': './lib/auth/session-vault.cjs' });
  });

  it('--dir .', () => {
    const project = makeProject({ 'package.json': packageJson(), 'src/app.js': '' });
    expect(project.init('--dir', '.').code).toBe(0);
    expect(project.files()).toContain('session-vault.cjs');
  });
});

describe('a second time', () => {
  const tsconfigs = ['{}', '{ "compilerOptions": { "outDir": "dist", "rootDir": "." } }', undefined];
  it.each(tsconfigs)('changes nothing, tsconfig %s', (tsconfig) => {
    const project = makeProject({ 'package.json': packageJson(), ...(tsconfig ? { 'tsconfig.json': tsconfig } : {}) });
    project.init();
    const before = project.files().map((file) => [file, project.read(file)]);
    const { code, out, err } = project.init();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Nothing to do: session-vault\.\w+ is there, and package\.json names it "#session-vault"\.\n$/,
    );
    expect(project.files().map((file) => [file, project.read(file)])).toEqual(before);
  });

  it('leaves a module alone that the project has made its own', () => {
    const project = makeProject({ 'package.json': packageJson() });
    project.init();
    project.write({ 'session-vault.cjs': '// ours now\n' });
    expect(project.init()).toMatchObject({ code: 0, err: '' });
    expect(project.read('session-vault.cjs')).toBe('// ours now\n');
  });

  it('makes up what is missing', () => {
    const project = makeProject({ 'package.json': packageJson() });
    project.init();
    const [text, module] = [project.read('package.json'), project.read('session-vault.cjs')];

    project.write({ 'package.json': packageJson() });
    expect(project.init().out).toMatch(/^Added "#session-vault" to package\.json\.\n\n/);
    expect([project.read('package.json'), project.read('session-vault.cjs')]).toEqual([text, module]);

    execFileSync('node', ['-e', 'fs.rmSync("session-vault.cjs")'], { cwd: project.folder });
    expect(project.init().out).toMatch(/^Wrote session-vault\.cjs\.\n\n/);
    expect([project.read('package.json'), project.read('session-vault.cjs')]).toEqual([text, module]);
  });
});

describe('--dry-run', () => {
  it.each([
    ['', packageJson({ version: '1.0.0', scripts: { start: 'node .' }, dependencies: { express: '5' } })],
    ['CRLF', packageJson({ version: '1.0.0', scripts: {} }).replaceAll('\n', '\r\n')],
    ['no final newline', packageJson().trimEnd()],
    ['one line', '{"name":"app"}'],
  ])('prints what git can apply, and writes nothing %s', (_, text) => {
    const files = { 'package.json': text, 'src/app.js': '' };
    const [dry, real] = [makeProject(files), makeProject(files)];
    const { code, out, err } = dry.init('--dry-run');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(dry.files()).toEqual(['package.json', 'src/app.js']);
    expect(dry.read('package.json')).toBe(text);

    real.init();
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: dry.folder, input: out });
    expect(dry.files()).toEqual(real.files());
    for (const file of real.files()) expect(dry.read(file)).toBe(real.read(file));
  });

  it('has nothing to print where nothing is to be done', () => {
    const project = makeProject({ 'package.json': packageJson() });
    project.init();
    expect(project.init('--dry-run').out).toMatch(/^Nothing to do/);
  });
});

it('writes CRLF where package.json has it', () => {
  const project = makeProject({ 'package.json': packageJson().replaceAll('\n', '\r\n') });
  project.init();
  const module = project.read('session-vault.cjs');
  expect(module.replaceAll('\r\n', '\n')).toBe(vaultModule({ language: 'javascript', modules: 'commonjs' }));
  expect(module.replaceAll('\r\n', '')).not.toContain('\n');
  expect(project.init().out).toMatch(/^Nothing to do/);
});

describe('one sentence, exit code 1 and nothing written', () => {
  const own = packageJson();
  it.each<[string, Record<string, string>, string[], RegExp]>([
    ['no package.json', {}, [], /^There is no package\.json in .+: run this in the folder of your project\.$/],
    ['a broken one', { 'package.json': '{ "name": }' }, [], /^package\.json is not valid JSON: .+\.$/],
    ['an empty one', { 'package.json': '' }, [], /^package\.json is not valid JSON: .+\.$/],
    ['a list', { 'package.json': '[]' }, [], /^package\.json holds no object\.$/],
    [
      'imports of another kind',
      { 'package.json': packageJson({ imports: [] }) },
      [],
      /^"imports" in package\.json is not an object\.$/,
    ],
    [
      'a folder outside',
      { 'package.json': own },
      ['--dir', '../lib'],
      /^--dir \.\.\/lib is not a folder of this project\.$/,
    ],
    ['an absolute folder', { 'package.json': own }, ['--dir', '/'], /^--dir \/ is not a folder of this project\.$/],
    [
      'what is installed',
      { 'package.json': own },
      ['--dir', 'node_modules/a'],
      /^--dir node_modules\/a is not a folder/,
    ],
    [
      'a file for a folder',
      { 'package.json': own, lib: '' },
      ['--dir', 'lib'],
      /^Cannot write lib\/session-vault\.cjs: a part of its path is a file\.$/,
    ],
    [
      'a broken tsconfig',
      { 'package.json': own, 'tsconfig.json': '{ "extends": "./gone" }' },
      [],
      /tsconfig\.json cannot be read: .+\.$/,
    ],
    [
      'another vault',
      { 'package.json': packageJson({ imports: { '#session-vault': './lib/vault.js' } }) },
      [],
      /^package\.json has another "#session-vault" already, "\.\/lib\/vault\.js": keep that vault, or remove the entry to have "\.\/session-vault\.cjs"\.$/,
    ],
    [
      'a file of that name',
      { 'package.json': own, 'session-vault.cjs': 'exports.vault = {};\n' },
      [],
      /^session-vault\.cjs exists already and is not what this command writes: name another folder with --dir, or add .+\.$/,
    ],
    [
      'a folder that is not compiled',
      { 'package.json': own, 'tsconfig.json': '{ "compilerOptions": { "rootDir": "src" } }', 'src/a.ts': '' },
      ['--dir', 'lib'],
      /^--dir lib is outside of "rootDir" in tsconfig\.json and would not be compiled\.$/,
    ],
  ])('%s', (_, files, args, sentence) => {
    const project = makeProject(files);
    const { code, out, err } = project.init(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd()).toMatch(sentence);
    expect(err).not.toMatch(/\n./);
    expect(project.files()).toEqual(Object.keys(files).sort());
    for (const [file, text] of Object.entries(files)) expect(project.read(file)).toBe(text);
  });

  it('a folder where the module should be', () => {
    const project = makeProject({ 'package.json': own });
    mkdirSync(join(project.folder, 'session-vault.cjs'));
    expect(project.init()).toEqual({ code: 1, out: '', err: 'Cannot read session-vault.cjs: it is a folder.\n' });
  });

  it('a folder where package.json should be', () => {
    const project = makeProject({});
    mkdirSync(join(project.folder, 'package.json'));
    expect(project.init()).toEqual({ code: 1, out: '', err: 'Cannot read package.json: it is a folder.\n' });
  });

  // The administrator may write anywhere, so the command is run as nobody.
  const uid = process.getuid?.() === 0 ? 65534 : process.getuid?.();
  it.runIf(uid !== undefined).each([
    ['a read-only folder', 'src/session-vault.cjs', (folder: string) => chmodSync(join(folder, 'src'), 0o555)],
    ['a read-only package.json', 'package.json', (folder: string) => chmodSync(join(folder, 'package.json'), 0o444)],
  ])('%s', (_, file, lock) => {
    const project = makeProject({ 'package.json': own, 'src/app.js': '' });
    execFileSync('chmod', ['-R', 'a+rwX', project.folder]);
    lock(project.folder);
    const program = `
      const { run } = require(process.argv[1]);
      process.exitCode = run(['init'], { cwd: '.', out: (text) => console.log(text), err: (text) => console.error(text) });
    `;
    const options = { cwd: project.folder, uid: uid as number, stdio: 'pipe' } as const;
    const compiled = join(compileCommandLine(makeProject({}).folder), 'run.js');
    expect(() => execFileSync(process.execPath, ['-e', program, compiled], options)).toThrow(
      `Cannot write ${file}: permission denied.`,
    );
    chmodSync(join(project.folder, 'src'), 0o755);
    expect(project.files()).toEqual(['package.json', 'src/app.js']);
    expect(project.read('package.json')).toBe(own);
  });
});
