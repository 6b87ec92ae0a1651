import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isInTest } from './review.mjs';
import { table } from './table.mjs';

const file = fileURLToPath(new URL('first-look.json', import.meta.url));

/**
 * What was found in packages that nobody had looked at before, and what was said of each finding before anything was
 * mended; one look for each day it was done, the newest first. None is ever brought up to date: that is what makes it
 * a sample.
 */
export function readFirstLooks() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Every finding of a look with its place taken apart, of all packages. */
export function firstFindingsOf({ packages }) {
  return packages.flatMap(({ name, findings, followed = [] }) =>
    Object.entries(findings).map(([place, verdict]) => {
      const [, rule, path, line] = /^(\S+) (.+):(\d+)$/.exec(place);
      return {
        name,
        rule,
        path,
        line: Number(line),
        isFollowed: followed.includes(place),
        isRight: verdict === 'right',
        why: verdict.replace(/^wrong: /, ''),
      };
    }),
  );
}

/** The part of `docs/real-code.md` that tells of all of them. */
export function firstLooksPart(looks, { rules, servers }) {
  const surveyed = new Set(servers.map(({ name }) => name));

  return `## First looks

Most packages of this page are also what the rules were mended on, so they say little about code that is new to the
plugin. So it is run on many at once that nobody had run it on, chosen before anything is run on them, each with two
files at least that touch a session or a cookie outside of tests. Every finding is read before anything is mended. The
figures stay as they were that day, and the rules have changed since. The newest look comes first.

${looks.map((look) => lookPart(look, rules, surveyed)).join('\n')}`;
}

function lookPart(look, rules, surveyed) {
  const { date, kinds, packages } = look;
  const all = firstFindingsOf(look);
  const own = all.filter((one) => !isInTest(one));
  const files = packages.reduce((total, one) => total + one.files, 0);
  const isSurveyed = packages.every(({ name }) => surveyed.has(name));
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
  return `### On ${date}

${packages.length} packages, ${files} files: ${kinds}.
${share(own)} of the findings outside of tests and examples were right, and ${share(all)} of all.
${followedSentence(all)}${isSurveyed ? 'The packages have since become part of the survey.\n' : ''}
${table(['Rule', 'Findings', 'In packages', 'Of these in tests', 'Right', 'Wrong'], rows)}

The wrong ones, as they were then:

${wrongOnes(all).join('\n')}
`;
}

/** How many needed another file; nothing where no look was taken at it. */
function followedSentence(findings) {
  const followed = findings.filter(({ isFollowed }) => isFollowed);
  const right = followed.filter(({ isRight }) => isRight).length;
  return followed.length > 0
    ? `Seen only by following an import into another file: ${followed.length}, of which ${right} right.\n`
    : '';
}

/** One line for each cause: what a package does once it often does again. */
function wrongOnes(findings) {
  const places = new Map();
  for (const { rule, name, path, line, isRight, why } of findings) {
    if (!isRight) {
      const cause = `\`${rule}\`, \`${name}\`: ${why}`;
      places.set(cause, [...(places.get(cause) ?? []), `${path}:${line}`]);
    }
  }
  return [...places].map(([cause, where]) => `- ${cause} (${where.join(', ')})`);
}

function share(findings) {
  const right = findings.filter(({ isRight }) => isRight).length;
  return `${right} of ${findings.length} (${Math.floor((100 * right) / findings.length)} %)`;
}
