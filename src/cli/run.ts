import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { adviceFor } from './advice';
import { diffOf } from './diff';
import type { Change } from './init';
import { applyPlan, planInit } from './init';
import { Problem } from './problem';
import { importName } from './project';

/** The process the command line runs in. */
export interface Surroundings {
  cwd: string;
  out: (text: string) => void;
  err: (text: string) => void;
}

const help = `Usage: eslint-plugin-session-secrets init [options]

Gives a project a vault: writes the module session-vault, which the project owns from then on, and names it
"#session-vault" in package.json, where the rules look for it. Run again it changes nothing; it never overwrites a file.

Options:
  --dir <folder>   where to put the module (default: src, if there is one)
  --dry-run        show what would change, and write nothing
  -h, --help       show this
  -v, --version    show the version
`;

const options = {
  dir: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Does what the arguments say; gives the exit code. */
export function run(args: readonly string[], surroundings: Surroundings): number {
  try {
    return obey(args, surroundings);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    surroundings.err(`${error.message}\n`);
    return 1;
  }
}

function obey(args: readonly string[], { cwd, out }: Surroundings): number {
  const { values, positionals } = parse(args);
  if (values.help) out(help);
  else if (values.version) out(`${version()}\n`);
  else {
    const [command, extra] = positionals;
    if (command === undefined) throw new Problem('Say what to do: `init`, or `--help`.');
    if (command !== 'init') throw new Problem(`There is no command \`${command}\`: the only one is \`init\`.`);
    if (extra !== undefined) throw new Problem(`\`init\` takes no argument: \`${extra}\` is one too many.`);
    if (values.dir === '') throw new Problem('--dir needs a folder.');
    init(cwd, values.dir, values['dry-run'] === true, out);
  }
  return 0;
}

function init(cwd: string, dir: string | undefined, isDryRun: boolean, out: (text: string) => void): void {
  const plan = planInit(cwd, dir);
  const { changes, placement } = plan;
  if (changes.length === 0) {
    out(`Nothing to do: ${placement.file} is there, and package.json names it "${importName}".\n`);
  } else if (isDryRun) {
    changes.forEach(({ file, before, after }) => out(diffOf(file, before, after)));
  } else {
    applyPlan(cwd, plan);
    out(`${changes.map(sentenceOf).join('\n')}\n\n${adviceFor(placement)}`);
  }
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
    throw new Problem(`${sentence.replace(/\.$/, '')}: see --help.`);
  }
}

const version = (): string =>
  (JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version;
