import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { adviceFor } from './advice';
import { diffOf } from './diff';
import type { Change } from './init';
import { applyPlan, planInit } from './init';
import { lintAdvice } from './lint-advice';
import { configurationUsed, lintNeedsOf } from './lint-set-up';
import { Problem, WrongUsage } from './problem';
import { importName } from './project';
import { storePackage } from './vault-module';

/** The process the command line runs in. */
export interface Surroundings {
  cwd: string;
  out: (text: string) => void;
  err: (text: string) => void;
}

const help = `Usage: eslint-plugin-session-secrets <command> [options]

Commands:
  init     Gives a project a vault: writes the module session-vault, which the project owns from then on, and names it
           "#session-vault" in package.json, where the rules look for it. Run again it changes nothing; it never
           overwrites a file. The module is built on Keyv: npm install ${storePackage}
  doctor   Says which files with sessions are linted, which are not, and why.

Options:
  --dir <folder>   init: where to put the module (default: src, if there is one); doctor: the project to look at
  --dry-run        init: show what would change, and write nothing
  --json           doctor: print what was found as JSON
  -h, --help       show this
  -v, --version    show the version

Ends with 0 when all is well, with 1 when something failed or is not linted, with 2 for a command line it does not know.
`;

const options = {
  dir: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** What a command takes beside `--help` and `--version`. */
const commands: Readonly<Record<string, readonly string[]>> = { init: ['dir', 'dry-run'], doctor: ['dir', 'json'] };

/** Does what the arguments say; gives the exit code. What loads the plugin or ESLint gives it later. */
export function run(args: readonly string[], surroundings: Surroundings): number | Promise<number> {
  const failed = (error: unknown): number => {
    if (!(error instanceof Problem)) throw error;
    surroundings.err(`${error.message}\n`);
    return error.code;
  };
  try {
    const code = obey(args, surroundings);
    return typeof code === 'number' ? code : code.catch(failed);
  } catch (error) {
    return failed(error);
  }
}

function obey(args: readonly string[], { cwd, out }: Surroundings): number | Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help || values.version) {
    out(values.help ? help : `${version()}\n`);
    return 0;
  }
  const [command, extra] = positionals;
  if (command === undefined) throw new WrongUsage('Say what to do: `init`, `doctor`, or `--help`.');
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!known) throw new WrongUsage(`There is no command \`${command}\`: there are \`init\` and \`doctor\`.`);
  if (extra !== undefined) throw new WrongUsage(`\`${command}\` takes no argument: \`${extra}\` is one too many.`);
  const unknown = Object.keys(values).find((option) => !known.includes(option));
  if (unknown !== undefined) throw new WrongUsage(`\`${command}\` has no option --${unknown}: see --help.`);
  if (values.dir === '') throw new WrongUsage('--dir needs a folder.');
  if (command === 'init') return init(cwd, values.dir, values['dry-run'] === true, out);
  return import('./doctor.js').then(({ doctor }) => doctor(resolve(cwd, values.dir ?? '.'), values.json === true, out));
}

function init(
  cwd: string,
  dir: string | undefined,
  isDryRun: boolean,
  out: (text: string) => void,
): number | Promise<number> {
  const plan = planInit(cwd, dir);
  const { changes, placement } = plan;
  if (changes.length === 0) {
    out(`Nothing to do: ${placement.file} is there, and package.json names it "${importName}".\n`);
    return 0;
  }
  if (isDryRun) {
    changes.forEach(({ file, before, after }) => out(diffOf(file, before, after)));
    return 0;
  }
  const needs = lintNeedsOf(cwd, placement.packageJson, placement.dialect.language === 'typescript');
  applyPlan(cwd, plan);
  const isOxlint = configurationUsed(needs)?.kind === 'oxlint';
  const tell = (rules: readonly string[]): number => {
    out(`${changes.map(sentenceOf).join('\n')}\n\n${adviceFor(placement, lintAdvice(needs, rules), isOxlint)}`);
    return 0;
  };
  if (!isOxlint) return tell([]);
  return import('./recommended.js').then(({ recommended }) => tell(recommended));
}

const sentenceOf = ({ file, before }: Change): string =>
  before === undefined ? `Wrote ${file}.` : `Added "${importName}" to ${file}.`;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS_')) throw error;
    // What follows the first sentence explains how to escape a dash.
    const [sentence = ''] = message.split(/\.\s|\n/);
    throw new WrongUsage(`${sentence.replace(/\.$/, '')}: see --help.`);
  }
}

const version = (): string =>
  (JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version;
