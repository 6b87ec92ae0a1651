import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Project } from './temporary-project';
import { makeProject, packageJson } from './temporary-project';

const fixture = (name: string): string => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
const key = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const otherKey = Buffer.from(key, 'hex').reverse().toString('base64');

/** A project of each kind, with a vault by our command. */
const kinds: Record<string, () => Project> = {
  'CommonJS (.cjs)': () => withVault({ 'package.json': packageJson() }),
  'CommonJS (.js)': () => withVault({ 'package.json': packageJson({ type: 'commonjs' }) }),
  'ESM (.mjs)': () => withVault({ 'package.json': packageJson(), 'app.mjs': '' }),
  'ESM (.js)': () => withVault({ 'package.json': packageJson({ type: 'module' }) }),
  'TypeScript as ESM': () => compiled(withVault({ 'package.json': packageJson({ type: 'module' }), ...typeScript }), ModuleKind.ESNext),
  'TypeScript as CommonJS': () => compiled(withVault({ 'package.json': packageJson(), ...typeScript }), ModuleKind.CommonJS),
};

const typeScript = { 'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "." } }' };

function withVault(files: Record<string, string>): Project {
  const project = makeProject(files);
  expect(project.init()).toMatchObject({ code: 0, err: '' });
  project.install('keyv');
  project.write({ 'scenario.mjs': fixture('scenario.mjs') });
  return project;
}

function compiled(project: Project, module: ModuleKind): Project {
  const compilerOptions = { module, target: ScriptTarget.ES2022 };
  const { outputText } = transpileModule(project.read('session-vault.ts'), { compilerOptions });
  project.write({ 'dist/session-vault.js': outputText });
  return project;
}

/** Gives a project an adapter that keeps its entries in a file. */
function withStore(project: Project, host = 'file'): string {
  project.write({
    'node_modules/@keyv/redis/package.json': '{ "exports": { "import": "./index.mjs", "require": "./index.cjs" } }',
    'node_modules/@keyv/redis/index.mjs': "import stub from './index.cjs';\nexport default stub.default;\n",
    'node_modules/@keyv/redis/index.cjs': fixture('file-store.cjs'),
  });
  return `redis://${host}${project.folder}/entries.json`;
}

/** Runs a text that has `vault`; gives what it prints, or the code of what went wrong. */
async function withVaultDo(project: Project, text: string, env: Record<string, string> = {}): Promise<string> {
  project.write({ 'try.mjs': `import { vault } from '#session-vault';\n${text}` });
  const { out, err } = await project.node(['try.mjs'], env);
  return out || (/code: '(VAULT_\w+)'/.exec(err)?.[1] ?? err);
}

const inMemory = {
  reference: true,
  read: 'sk_live_1',
  values: [{ token: 'a', list: [1, null] }, [], true, 7],
  nothing: [true, true, true, true, true],
  rotated: [true, 'sk_live_2'],
  rotateUnknown: [1, 1, 1, 1],
  rotatedAway: [null, 'VAULT_UNKNOWN_REFERENCE 401'],
  notBack: 'VAULT_UNKNOWN_REFERENCE 401',
  revoked: 'VAULT_UNKNOWN_REFERENCE 401',
  revokeAgain: ['fine', 'fine', 'fine', 'fine', 'fine'],
  loggedOut: [...Array<string>(4).fill('VAULT_UNKNOWN_REFERENCE 401'), 'fine'],
  noSession: ['fine', 'fine', 'fine'],
  idle: 'VAULT_UNKNOWN_REFERENCE 401',
  stillThere: 'used',
  expired: 'VAULT_UNKNOWN_REFERENCE 401',
};

const inStore = {
  ...inMemory,
  clearText: [],
  options: { throwOnErrors: true },
  lifetime: 26,
  tampered: ['VAULT_TAMPERED 500'],
  writesWithinRenewal: 0,
  writesBeyond: 4,
};

describe.each(Object.entries(kinds))('%s', (_, make) => {
  it('keeps its promises in memory', async () => {
    const { out, err } = await make().node(['scenario.mjs']);
    const { kept, ...told } = JSON.parse(out || `{ "kept": ${JSON.stringify(err)} }`) as Record<string, unknown>;
    expect(kept).toMatch(/^[\w-]{32}$/);
    expect(told).toEqual(inMemory);
  });

  it('and in a store, which another process with the key shares', async () => {
    const project = make();
    const url = withStore(project);
    const { out, err } = await project.node(['scenario.mjs'], { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key });
    const { kept, ...told } = JSON.parse(out || `{ "kept": ${JSON.stringify(err)} }`) as Record<string, unknown>;
    expect(kept).toMatch(/^[\w-]{32}$/);
    expect(told).toEqual(inStore);

    const read = `process.stdout.write(await vault.read('${String(kept)}'));`;
    const withKey = (keys: string) => withVaultDo(project, read, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: keys });
    expect(await withKey(key)).toBe('kept');
    expect(await withKey(Buffer.from(key, 'hex').toString('base64url'))).toBe('kept');
    expect(await withKey(otherKey)).toBe('VAULT_WRONG_KEY');
    expect(await withKey(`${otherKey}, ${key}`)).toBe('kept');
  });

  it('does not start in production without a key', async () => {
    const project = make();
    project.write({ 'try.mjs': "import '#session-vault';" });
    const { code, err } = await project.node(['try.mjs'], { NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(err).toContain('SESSION_VAULT_KEY is not set');
    expect(err).toContain(`node -p "crypto.randomBytes(32).toString('base64')"`);
    expect(await project.node(['try.mjs'], { NODE_ENV: 'production', SESSION_VAULT_KEY: key })).toMatchObject({ code: 0 });
  });
});

it('finds the references in the sessions of real libraries', async () => {
  const project = kinds['CommonJS (.cjs)']?.() as Project;
  const libraries = ['express-session', 'cookie-session', '@fastify/session', '@fastify/secure-session'];
  project.install('express', 'fastify', '@fastify/cookie', ...libraries);
  project.write({ 'logout.cjs': fixture('logout.cjs') });
  const { out, err } = await project.node(['logout.cjs']);
  expect(err).not.toContain('Error');
  expect(JSON.parse(out)).toEqual(Object.fromEntries(libraries.map((name) => [name, 'VAULT_UNKNOWN_REFERENCE'])));
});

describe('what is wrong with the environment is said', () => {
  const start = 'process.stdout.write(await vault.store(1));';

  it('the command it prints makes a key', async () => {
    const project = makeProject({});
    const { out } = await project.node(['-p', "crypto.randomBytes(32).toString('base64')"]);
    expect(await withVaultDo(kinds['ESM (.js)']?.() as Project, start, { SESSION_VAULT_KEY: out.trim() })).toMatch(/^[\w-]{32}$/);
  });

  it.each([
    ['too short', 'c2hvcnQ='],
    ['a sentence', 'correct horse battery staple correct horses'],
    ['31 bytes', Buffer.alloc(31).toString('base64')],
    ['one of two', `${key},short`],
    ['an end', `${key},`],
  ])('a key that is %s', async (_, bad) => {
    const project = kinds['ESM (.js)']?.() as Project;
    expect(await withVaultDo(project, start, { SESSION_VAULT_KEY: bad })).toBe('VAULT_BAD_KEY');
  });

  it('a store without a key', async () => {
    const project = kinds['ESM (.js)']?.() as Project;
    expect(await withVaultDo(project, start, { SESSION_VAULT_URL: withStore(project) })).toBe('VAULT_NO_KEY');
  });

  it.each([
    ['redis://host', '@keyv/redis@5'],
    ['rediss://host', '@keyv/redis@5'],
    ['postgres://host/db', '@keyv/postgres@2'],
    ['postgresql://host/db', '@keyv/postgres@2'],
    ['mysql://host/db', '@keyv/mysql@2'],
    ['sqlite://vault.db', '@keyv/sqlite@4'],
  ])('an adapter that is not installed: %s', async (url, name) => {
    const project = kinds['CommonJS (.cjs)']?.() as Project;
    project.write({ 'try.mjs': `import { vault } from '#session-vault';\n${start}` });
    const { err } = await project.node(['try.mjs'], { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key });
    expect(err).toContain(`SESSION_VAULT_URL needs an adapter: npm install ${name}`);
    expect(err).toContain("code: 'VAULT_NO_ADAPTER'");
  });

  it.each(['mongodb://host', 'host', 'constructor://host'])('a URL for which there is none: %s', async (url) => {
    const project = kinds['ESM (.js)']?.() as Project;
    expect(await withVaultDo(project, start, { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key })).toBe('VAULT_BAD_URL');
  });

  it.each(['down', 'silent'])('a store that is %s', async (host) => {
    const project = kinds['ESM (.js)']?.() as Project;
    const url = withStore(project, host);
    const module = project.read('session-vault.js');
    project.write({ 'session-vault.js': module.replace('PATIENCE = 5000', 'PATIENCE = 50') });
    const told = await withVaultDo(
      project,
      `const tell = ({ message, statusCode }) => process.stdout.write(message + ' ' + statusCode + '\\n');
      await vault.store(1).catch(tell);
      await vault.read('a').catch(tell);
      await vault.revoke('a').catch(tell);`,
      { SESSION_VAULT_URL: url, SESSION_VAULT_KEY: key },
    );
    const reason = host === 'down' ? 'connection refused' : 'no answer';
    expect(told).toBe(`The store of the vault cannot be reached: ${reason} 503\n`.repeat(3));
  });
});
