import type { Fate } from './eslint-of-project';
import type { Scope } from './lint-scripts';

/** What was found out about one file with sessions. */
export interface Examined {
  file: string;
  because: string;
  fate: Fate;
  off: readonly string[];
  isOutput: boolean;
  isTest: boolean;
  /** The module of its vault; null where none is known, false where it is turned off. */
  vault: string | null | false;
  /** Its package, from the folder of the project. */
  home: string;
}

export interface Examination {
  eslint: { version: string; kind: 'flat' | 'eslintrc'; file: string };
  otherConfigurations: readonly string[];
  looked: number;
  isCut: boolean;
  files: readonly Examined[];
  lintedOutputs: readonly string[];
  cachedScripts: readonly string[];
  scopes: readonly Scope[];
  rulesOffInTests: number;
}

/** Something that has to be changed, with the files it is about. */
export interface Finding {
  kind: string;
  message: string;
  advice: string;
  files: { file: string; because: string }[];
}

/** What `--json` prints. */
export interface Findings {
  eslint: Examination['eslint'];
  /** Source files that were looked at. */
  looked: number;
  /** Those with sessions, without tests and build output. */
  sessionFiles: number;
  linted: number;
  tests: string[];
  problems: Finding[];
  notes: { kind: string; message: string }[];
}

/** What keeps a file from being checked, worst first. */
const causes: readonly { fate: Fate; message: string; advice: Record<'flat' | 'eslintrc', string> | 'language' }[] = [
  {
    fate: 'unmatched',
    message: 'No configuration has `files` for these, so ESLint passes them over and says nothing',
    advice: 'language',
  },
  {
    fate: 'unparsed',
    message: 'These are read by the parser for plain JavaScript, which stops at the first type or tag',
    advice: 'language',
  },
  {
    fate: 'without rules',
    message: 'ESLint lints these, but no rule of this plugin is on for them',
    advice: {
      flat: "Add sessionSecrets.configs['flat/recommended'], without `files` or with some that match.",
      eslintrc: "Add 'plugin:session-secrets/recommended' to `extends`.",
    },
  },
  {
    fate: 'ignored',
    message: 'Your configuration ignores these',
    advice: {
      flat: 'Take them out of `ignores`, and out of .gitignore if you include it.',
      eslintrc: 'Take them out of `ignorePatterns` and .eslintignore; a folder that begins with a dot needs a `!`.',
    },
  },
];

const typeScript = {
  flat: "{ files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: tseslint.parser } }",
  eslintrc: '{ files: ["*.ts", "*.tsx", "*.mts", "*.cts"], parser: "@typescript-eslint/parser" } to `overrides`',
};

/** What to add for files that ESLint does not read as it is. */
function languageAdvice(files: readonly Examined[], kind: 'flat' | 'eslintrc'): string {
  const ends = [...new Set(files.map(({ file }) => /\.\w+$/.exec(file)?.[0] ?? ''))];
  const others = ends.filter((end) => !/^\.(?:[cm]?ts|tsx)$/.test(end));
  return [
    ...(others.length < ends.length ? [`For TypeScript, add ${typeScript[kind]}.`] : []),
    ...(others.length > 0 ? [`For ${others.join(', ')}, see docs/setup.md of the plugin.`] : []),
  ].join(' ');
}

/** Judges what was found out. Tests and build output may be left out; nothing else that has to do with sessions. */
export function findingsOf(examination: Examination): Findings {
  const { eslint, looked, lintedOutputs } = examination;
  const sources = examination.files.filter(({ isOutput }) => !isOutput);
  const program = sources.filter(({ isTest }) => !isTest);
  const problems = causes.flatMap(({ fate, message, advice }): Finding[] => {
    const these = program.filter((one) => one.fate === fate);
    if (these.length === 0) return [];
    const cure = advice === 'language' ? languageAdvice(these, eslint.kind) : advice[eslint.kind];
    const files = these.map(({ file, because }) => ({ file, because }));
    return [{ kind: fate.replace(' ', '-'), message, advice: cure, files }];
  });
  if (lintedOutputs.length > 0) problems.push(outputProblem(lintedOutputs, eslint.kind));
  return {
    eslint,
    looked,
    sessionFiles: program.length,
    linted: program.filter(({ fate }) => fate === 'linted').length,
    tests: sources.filter(({ isTest }) => isTest).map(({ file }) => file),
    problems,
    notes: notesOf(examination, program),
  };
}

function outputProblem(outputs: readonly string[], kind: 'flat' | 'eslintrc'): Finding {
  const globs = outputs.map((output) => (kind === 'flat' ? `'**/${output}'` : `'${output.slice(0, -1)}'`)).join(', ');
  return {
    kind: 'linted-output',
    message: 'A build writes these folders and ESLint lints them: `--fix` would change what the next build overwrites',
    advice: kind === 'flat' ? `Add { ignores: [${globs}] }.` : `Add ignorePatterns: [${globs}].`,
    files: outputs.map((output) => ({ file: output, because: 'written by a build' })),
  };
}

function notesOf(examination: Examination, program: readonly Examined[]): Findings['notes'] {
  const { otherConfigurations: others, isCut, looked, cachedScripts, rulesOffInTests, scopes } = examination;
  const off = [...new Set(program.filter(({ fate }) => fate === 'linted').flatMap((one) => one.off))];
  const tests = examination.files.filter(({ isTest, isOutput }) => isTest && !isOutput);
  const unlinted = tests.filter(({ fate }) => fate !== 'linted').length;
  const note = (kind: string, is: boolean, message: string) => (is ? [{ kind, message }] : []);
  return [
    ...note('cut', isCut, `There are more than ${looked} source files; what comes after those was not looked at.`),
    ...note('configuration', others.length > 0, `ESLint does not read ${others.join(' and ')}.`),
    ...note('rules-off', off.length > 0, `Rules of \`recommended\` that are off somewhere: ${off.join(', ')}.`),
    ...note(
      'tests',
      tests.length > 0,
      `${counted(tests.length, 'file')} with sessions (${namesOf(tests)}): test code by the setting \`testFiles\`, ` +
        `in which ${rulesOffInTests} rules about cookies, signing and log-ins are silent.` +
        (unlinted > 0 ? ` Not linted at all: ${unlinted} of them.` : ''),
    ),
    ...scopes.flatMap(({ script, paths }) => scopeNote(script, paths, program)),
    ...note(
      'cache',
      cachedScripts.length > 0,
      `The script ${cachedScripts.map((name) => `"${name}"`).join(' and ')} uses --cache, which does not see that ` +
        'another file, package.json or an installed version has changed: lint without it in CI.',
    ),
    ...vaultNotes(program),
  ];
}

function scopeNote(script: string, paths: readonly string[], program: readonly Examined[]): Findings['notes'] {
  const outside = program.filter(({ file }) => !paths.some((path) => file === path || file.startsWith(`${path}/`)));
  const [first] = outside;
  if (!first) return [];
  const what = `The script "${script}" lints ${paths.join(' and ')} only`;
  const rest = `${counted(outside.length, 'file')} with sessions elsewhere, such as ${first.file}.`;
  return [{ kind: 'scope', message: `${what}: ${rest}` }];
}

function vaultNotes(program: readonly Examined[]): Findings['notes'] {
  const homesBy = new Map<string | null | false, Set<string>>();
  for (const { vault, home } of program) homesBy.set(vault, (homesBy.get(vault) ?? new Set()).add(home));
  return [...homesBy].map(([vault, homes]) => {
    const where = homes.size === 1 && homes.has('') ? '' : ` in ${[...homes].map((home) => home || './').join(', ')}`;
    if (vault) return { kind: 'vault', message: `The vault${where} is \`${vault}\`.` };
    const off = `The vault${where} is turned off: \`--fix\` moves nothing.`;
    if (vault === false) return { kind: 'no-vault', message: off };
    const cure = 'until `npx eslint-plugin-session-secrets init` has written one';
    return { kind: 'no-vault', message: `No vault is known${where}: \`--fix\` moves nothing ${cure}.` };
  });
}

const namesOf = (files: readonly Examined[]): string =>
  [...files.slice(0, 3).map(({ file }) => file), ...(files.length > 3 ? ['…'] : [])].join(', ');

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
