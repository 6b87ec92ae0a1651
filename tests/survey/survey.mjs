// `npm run survey`: lints the source of published packages with every preset, and keeps what was found in `results.json`;
// `docs/real-code.md` and the figures in the pages of the rules are made from it and from `review.json`, where the
// verdicts are kept that were given by hand. All findings, with the lines around them, go to a file in the cache, for
// reading.
//
// `npm run survey name…`: these packages alone, for reading; nothing else is written.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache, fetched } from './fetch.mjs';
import { filesOf } from './files.mjs';
import { linted, rules, runs } from './lint.mjs';
import { resultsText } from './results.mjs';
import { placeOf, readReview, verdictOn } from './review.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const packages = JSON.parse(readFileSync(here('packages.json'), 'utf8'));
const review = readReview();
const names = process.argv.slice(2);
const chosen = ({ name }) => names.length === 0 || names.includes(name);
const servers = packages.servers.filter(chosen).map(surveyed);
const sessionFree = packages.sessionFree.filter(chosen).map(surveyed);
const results = [...servers, ...sessionFree];

const raw = join(cache, names.length > 0 ? 'some-findings.txt' : 'findings.txt');
writeFileSync(raw, results.map(findingsText).join(''));
console.log(`\nThe findings, for reading: ${raw}`);
if (names.length === 0) {
  writeFileSync(here('results.json'), resultsText({ runs, rules, servers, sessionFree }));
  console.log(
    'Written: tests/survey/results.json. The pages are made from it and from review.json by `npm run update`.',
  );
}

const crashes = results.flatMap(({ broken }) => broken);
crashes.forEach((crash) => console.error(`✖ ${crash}`));
process.exitCode = crashes.length > 0 ? 1 : 0;

function surveyed(entry) {
  const { name, version } = entry;
  const folder = fetched(entry);
  const { files, bundled } = filesOf(folder, entry.folders);
  const result = { name, version, files: files.length, bundled, unparseable: 0, broken: [], findings: [] };
  const found = [];
  for (const file of files) {
    const outcome = linted(file, folder);
    if (!outcome) {
      result.unparseable += 1;
      continue;
    }
    result.broken.push(...outcome.crashes.map((crash) => crash.replace(folder, name)));
    for (const run of runs) {
      found.push(...outcome.findings[run].map((finding) => ({ ...finding, run })));
    }
  }
  result.findings = merged(found);
  console.log(`${name}@${version}: ${files.length} files, ${result.findings.length} findings`);
  return result;
}

/** Every place once, with the runs that named it. */
function merged(found) {
  const byPlace = new Map();
  for (const { run, ...finding } of found) {
    const place = `${placeOf(finding)}:${finding.column}`;
    const known = byPlace.get(place) ?? { ...finding, runs: [] };
    byPlace.set(place, { ...known, runs: [...new Set([...known.runs, run])] });
  }
  const inOrder = (a, b) => a.path.localeCompare(b.path, 'en') || a.line - b.line || a.column - b.column;
  return [...byPlace.values()].sort(inOrder);
}

function findingsText({ name, findings }) {
  return findings
    .map((finding) => {
      const head = `${name} ${placeOf(finding)} [${verdictOn(review, name, finding)}] ${finding.runs.join(', ')}`;
      return `${head}\n  ${finding.message}\n${finding.excerpt.map((line) => `    | ${line}\n`).join('')}\n`;
    })
    .join('');
}
