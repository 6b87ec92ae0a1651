import type { Placement } from './project';
import { importName } from './project';
import { adapters, storePackage } from './vault-module';

/**
 * What is left to do by hand once the files are there.
 * @param lint about the configuration of the linter
 */
export function adviceFor(
  { file, runFile, needsPaths }: Placement,
  lint: readonly string[],
  isOxlint: boolean,
): string {
  // `rediss` and `postgresql` are second names.
  const schemes = new Map(
    Object.entries(adapters)
      .reverse()
      .map(([scheme, name]) => [name, scheme]),
  );
  return [
    'Install what it is built on:',
    '',
    `  npm install ${storePackage}`,
    '',
    'Values are kept in memory until SESSION_VAULT_URL names a store, which has an adapter of its own:',
    '',
    ...[...schemes].reverse().map(([name, scheme]) => `  ${`${scheme}://…`.padEnd(12)}  npm install ${name}`),
    '',
    'With a store, and in production, set SESSION_VAULT_KEY to 32 random bytes:',
    '',
    '  node -p "crypto.randomBytes(32).toString(\'base64\')"',
    '',
    ...(runFile === undefined ? [] : buildAdvice(runFile)),
    ...(needsPaths ? pathsAdvice(file) : []),
    ...lint,
    ...(isOxlint ? oxlintCommands : eslintCommands),
    '',
  ].join('\n');
}

const eslintCommands = [
  'Move the project once, as a whole: `npx eslint . --fix` moves the secrets of all sessions to the vault.',
  '`npx eslint-plugin-session-secrets doctor` says whether every file with a session is linted.',
];

const oxlintCommands = [
  'Move the project once, as a whole: `npx oxlint --fix` moves the secrets of all sessions to the vault.',
  'Run it again until it fixes nothing more: it applies one of two fixes at one place.',
];

const buildAdvice = (runFile: string): string[] => [
  `Node runs the vault as ${runFile}; if your build writes it elsewhere, correct "default" in package.json.`,
  'What runs the sources instead (tsx, ts-node) needs --conditions=development.',
  '',
];

const pathsAdvice = (file: string): string[] => [
  'Your TypeScript does not read "imports" of package.json. Set "moduleResolution" in tsconfig.json to "node16",',
  '"nodenext" or "bundler", or add to its "compilerOptions":',
  '',
  `  "paths": { "${importName}": ["./${file}"] }`,
  '',
];
