// `npm run bench`: the time all rules take, as a share of the time ESLint takes to parse the same files and analyze their
// scopes, in one run. Only ratios are printed: they are what can be compared between machines. It fails where a row is
// above its limit, which is the budget for code without sessions and for programs that are full of them.
//
// The last row is of whole projects, whose imports are followed: reading their files and running the rules, as a multiple
// of what it takes without that.
//
// `npm run bench -- heavy espree` measures the rows that have these words only. For a profile of them:
// `node --cpu-prof tests/bench/bench.mjs heavy espree`, after `npm run build`.
import { createRequire } from 'node:module';
import { corpora } from './corpus.mjs';
import { sharesOf } from './measure.mjs';
import { costOfFollowing, LIMIT } from './projects.mjs';

const plugin = createRequire(import.meta.url)('../../dist');

/** Short files are measured more often. A row a little above its limit is measured again before that counts. */
const SIZE_OF_A_SAMPLE = 8_000_000;
const ROUNDS = { least: 7, most: 121 };
const ATTEMPTS = 5;
const HOPELESS = 3;

const percent = (share) => `${(share * 100).toFixed(2)} %`;

const words = process.argv.slice(2);
const rows = corpora().filter(({ kind, name, language }) =>
  words.every((word) => `${kind} ${name} ${language.name}`.includes(word)),
);
const isAboutProjects = words.every((word) => 'projects typescript-eslint'.includes(word));
if (rows.length === 0 && !isAboutProjects) throw new Error(`No row has all of these words: ${words.join(' ')}`);

console.log(`${Object.keys(plugin.rules).length} rules: their own time, and ESLint's time to report what they found,`);
console.log('as shares of the time ESLint takes to parse the same files and analyze their scopes.\n');
let isSlow = false;
for (const corpus of rows) {
  const { kind, name, language, limit, files } = corpus;
  const { rules, reports } = measured(corpus);
  isSlow ||= rules > limit;
  const verdict = rules <= limit ? '' : 'TOO SLOW';
  const row = [kind.padEnd(14), name.padEnd(15), language.name.padEnd(18), `${files.length} files`.padStart(10)];
  const result = [
    `rules ${percent(rules).padStart(8)} of ${percent(limit).padStart(8)}`,
    `reporting ${percent(reports).padStart(8)}`,
  ];
  console.log(...row, ' ', result.join('   '), verdict);
}
if (isAboutProjects) {
  let best = costOfFollowing(plugin);
  if (best.times > LIMIT && best.times < LIMIT * 1.1) {
    const another = costOfFollowing(plugin);
    if (another.times < best.times) best = another;
  }
  const { times, files, opened, again } = best;
  isSlow ||= times > LIMIT || again > 0;
  const verdict = times <= LIMIT ? '' : 'TOO SLOW';
  console.log(`\nprojects, typescript-eslint: ${files} files, of which ${opened} were read for others, ${again} again`);
  console.log(`  reading, scopes and rules: ${times.toFixed(2)} times of ${LIMIT} ${verdict}`);
}
process.exitCode = isSlow ? 1 : 0;

function measured(corpus) {
  const size = corpus.files.reduce((sum, { text }) => sum + text.length, 0);
  const rounds = Math.min(Math.max(Math.round(SIZE_OF_A_SAMPLE / size), ROUNDS.least), ROUNDS.most) | 1;
  const isNear = ({ rules }) => rules > corpus.limit && rules < corpus.limit * HOPELESS;
  let best = sharesOf(corpus, plugin, rounds);
  for (let attempt = 1; attempt < ATTEMPTS && isNear(best); attempt += 1) {
    const again = sharesOf(corpus, plugin, rounds);
    if (again.rules < best.rules) best = again;
  }
  return best;
}
