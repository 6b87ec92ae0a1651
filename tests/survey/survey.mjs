// `npm run survey`: lints the source of published packages with every preset, and writes `docs/real-code.md`.
// All findings, with the lines around them, go to a file in the cache, for reading; what was said about them by hand is
// kept in `review.json`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, fetched } from './fetch.mjs';
import { filesOf } from './files.mjs';
import { linted, presetOfRule, runs } from './lint.mjs';
import { pageOf } from './page.mjs';
import { goneFrom, placeOf, readReview, verdictOn } from './review.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const packages = JSON.parse(readFileSync(here('packages.json'), 'utf8'));
const review = readReview(here('review.json'));
const presets = presetOfRule();
const servers = packages.servers.map(surveyed);
const sessionFree = packages.sessionFree.map(surveyed);
const results = [...servers, ...sessionFree];

const raw = join(cache, 'findings.txt');
writeFileSync(raw, results.map(findingsText).join(''));
writeFileSync(here('../../docs/real-code.md'), pageOf({ servers, sessionFree, presets, review, runs }));
console.log(`\nWritten: docs/real-code.md. The findings, for reading: ${raw}`);

const problems = problemsOf();
problems.forEach((problem) => console.error(`✖ ${problem}`));
process.exitCode = problems.length > 0 ? 1 : 0;

function surveyed(entry) {
  const { name, version } = entry;
  const { files, bundled } = filesOf(fetched(entry), entry.folders);
  const result = { name, version, files: files.length, bundled, unparseable: 0, crashes: [], findings: [] };
  result.byRun = Object.fromEntries(runs.map((run) => [run, []]));
  for (const file of files) {
    const outcome = linted(file, `/${name}/${file.path}`);
    if (!outcome) {
      result.unparseable += 1;
      continue;
    }
    result.crashes.push(...outcome.crashes);
    runs.forEach((run) => result.byRun[run].push(...outcome.findings[run]));
  }
  result.findings = merged(Object.values(result.byRun));
  console.log(`${name}@${version}: ${files.length} files, ${result.findings.length} findings`);
  return result;
}

/** Every place once, whichever run named it. */
function merged(lists) {
  const byPlace = new Map(lists.flat().map((finding) => [`${placeOf(finding)}:${finding.column}`, finding]));
  const inOrder = (a, b) => a.path.localeCompare(b.path, 'en') || a.line - b.line || a.column - b.column;
  return [...byPlace.values()].sort(inOrder);
}

function findingsText({ name, findings }) {
  return findings
    .map((finding) => {
      const head = `${name} ${placeOf(finding)} [${verdictOn(review, name, finding)}]`;
      return `${head}\n  ${finding.message}\n${finding.excerpt.map((line) => `    | ${line}\n`).join('')}\n`;
    })
    .join('');
}

function problemsOf() {
  const placesIn = (list) =>
    list.flatMap(({ name, findings }) =>
      findings.map((finding) => ({
        place: `${name}: ${placeOf(finding)}`,
        isWrong: verdictOn(review, name, finding) === 'wrong' && presets.get(finding.rule) === 'recommended',
      })));
  const wrong = placesIn(servers).filter(({ isWrong }) => isWrong);
  return [
    ...results.flatMap(({ crashes }) => crashes),
    ...placesIn(sessionFree).map(({ place }) => `Nothing may be found where no session is. ${place}`),
    ...wrong.map(({ place }) => `Read, found wrong, and in \`recommended\`. ${place}`),
    ...goneFrom(review, results).map((place) => `In review.json, but not found any more. ${place}`),
  ];
}
