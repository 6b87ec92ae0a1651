import { isInTest, verdictOn } from './review.mjs';

/** `docs/real-code.md`: what the plugin says about code that other people published. */
export function pageOf({ servers, sessionFree, presets, review, runs }) {
  const all = [...servers, ...sessionFree];
  const sum = (results, part) => results.reduce((total, result) => total + part(result), 0);
  const filesIn = (results) => sum(results, ({ files }) => files);
  const broken = sum(all, ({ crashes }) => crashes.length);

  return `# What the plugin says about real code

Written by \`npm run survey\`, which fetches these packages from npm in exactly these versions and lints their source
with every preset. Files that a bundler or minifier wrote are left out. "With a vault" is \`all\` with a vault in the
settings, as in a project that has started to move its secrets.

- ${servers.length} packages with server code that uses sessions or cookies: ${filesIn(servers)} files.
- ${sessionFree.length} large packages without: ${filesIn(sessionFree)} files.
- Crashes, fixes that broke a file, and fixes that did not settle: ${broken === 0 ? 'none' : broken}.

## By rule

"Right" and "wrong" are findings that were read where they stand and judged by hand: is there what the message says? In
tests and examples that can be true and yet harm nobody, so they are counted apart.

${table(
  ['Rule', 'From preset', 'Findings', 'With a vault', 'Of these in tests', 'Right', 'Wrong', 'Not read'],
  [...presets].map(([rule, preset]) => {
    const of = (run) => sum(all, ({ byRun }) => byRun[run].filter((finding) => finding.rule === rule).length);
    const places = all.flatMap(({ name, findings }) => findings.map((finding) => ({ ...finding, name })));
    const ours = places.filter((finding) => finding.rule === rule);
    const verdicts = ours.map((finding) => verdictOn(review, finding.name, finding));
    const judged = ['right', 'wrong', 'unread'].map((word) => verdicts.filter((verdict) => verdict === word).length);
    return [`\`${rule}\``, preset, of('all'), of('all, with a vault'), ours.filter(isInTest).length, ...judged];
  }),
)}

## Packages with sessions

${packageTable(servers, runs)}

## Packages without

${packageTable(sessionFree, runs)}
`;
}

function packageTable(results, runs) {
  const heads = runs.map((run) => (run.includes('vault') ? 'With a vault' : `\`${run}\``));
  return table(
    ['Package', 'Version', 'Files', 'Bundled', 'Unparseable', ...heads, 'Findings by rule', 'Crashes'],
    results.map(({ name, version, files, bundled, unparseable, byRun, findings, crashes }) => [
      `\`${name}\``,
      version,
      files,
      bundled,
      unparseable,
      ...runs.map((run) => byRun[run].length),
      countsOf(findings),
      crashes.length,
    ]),
  );
}

function countsOf(findings) {
  const counts = new Map();
  for (const { rule } of findings) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].sort().map(([rule, count]) => `\`${rule}\` ${count}`).join(', ');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
