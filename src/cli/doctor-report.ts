import type { Findings } from './doctor-findings';
import { counted } from './doctor-findings';

/** Files of one problem that are shown; `--json` has all. */
const most = 20;

/** The findings as text. */
export function reportOf({ eslint, looked, sessionFiles, linted, problems, notes }: Findings): string {
  const { version, kind, file } = eslint;
  const scope = `${counted(looked, 'source file')}, ${sessionFiles} with sessions`;
  return [
    `ESLint ${version}, ${kind} configuration ${file}`,
    `${scope}${sessionFiles > 0 ? `: ${linted === sessionFiles ? 'all' : linted} of them linted` : ''}`,
    '',
    ...problems.flatMap(({ message, advice, files: these }) => [
      `✖ ${message}:`,
      ...these.slice(0, most).map((one) => `    ${one.file}  ${one.because}`),
      ...(these.length > most ? [`    … and ${these.length - most} more`] : []),
      `  ${advice}`,
      '',
    ]),
    ...(problems.length === 0 ? ['✔ Nothing that matters is left out.', ''] : []),
    ...notes.map(({ message }) => `- ${message}`),
    ...(notes.length > 0 ? [''] : []),
  ].join('\n');
}
