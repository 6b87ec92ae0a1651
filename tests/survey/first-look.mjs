import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isInTest } from './review.mjs';
import { table } from './table.mjs';

const file = fileURLToPath(new URL('first-look.json', import.meta.url));

/**
 * What was found in packages that nobody had looked at before, and what was said of each finding before anything was
 * mended. It is never brought up to date: that is what makes it a sample.
 */
export function readFirstLook() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Every finding with its place taken apart, of all packages. */
export function firstFindingsOf({ packages }) {
  return packages.flatMap(({ name, findings }) =>
    Object.entries(findings).map(([place, verdict]) => {
      const [, rule, path, line] = /^(\S+) (.+):(\d+)$/.exec(place);
      return {
        name,
        rule,
        path,
        line: Number(line),
        isRight: verdict === 'right',
        why: verdict.replace(/^wrong: /, ''),
      };
    }),
  );
}

/** The part of `docs/real-code.md` that tells of it. */
export function firstLookPart(firstLook, rules) {
  const { date, packages } = firstLook;
  const all = firstFindingsOf(firstLook);
  const own = all.filter((one) => !isInTest(one));
  const files = packages.reduce((total, one) => total + one.files, 0);
  const rows = rules
    .map((rule) => ({ rule, found: all.filter((one) => one.rule === rule) }))
    .filter(({ found }) => found.length > 0)
    .map(({ rule, found }) => [
      `\`${rule}\``,
      found.length,
      new Set(found.map(({ name }) => name)).size,
      found.filter(isInTest).length,
      found.filter(({ isRight }) => isRight).length,
      found.filter(({ isRight }) => !isRight).length,
    ]);
  const wrong = all
    .filter(({ isRight }) => !isRight)
    .map(({ rule, name, path, line, why }) => `- \`${rule}\`, \`${name}\` ${path}:${line}: ${why}`);

  return `## A first look

Most packages of this page are also what the rules were mended on, so they say little about code that is new to the
plugin. On ${date} it was run on ${packages.length} more, ${files} files: starters, admin panels, identity providers, sessions and their stores,
with two files at least that touch a session or a cookie outside of tests, and chosen before anything was run on them.
Every finding was read before anything was mended: ${share(all)} were right, and ${share(own)} of those outside of tests and
examples. These figures stay as they were that day; the packages have since become part of the survey.

${table(['Rule', 'Findings', 'In packages', 'Of these in tests', 'Right', 'Wrong'], rows)}

The wrong ones, as they were then:

${wrong.join('\n')}
`;
}

function share(findings) {
  const right = findings.filter(({ isRight }) => isRight).length;
  return `${right} of ${findings.length} (${Math.floor((100 * right) / findings.length)} %)`;
}
