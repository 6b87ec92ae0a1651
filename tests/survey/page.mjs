import { firstLooksPart } from './first-look.mjs';
import { isInTest, verdictOn } from './review.mjs';
import { table } from './table.mjs';

/**
 * What the last run found of each rule and what was said of it by hand, by the rule's name. No entry for a rule that
 * did not exist yet.
 */
export function figuresOf({ rules, servers, sessionFree, runs }, review) {
  const all = [...servers, ...sessionFree];
  const withVault = runs.at(-1);
  return Object.fromEntries(
    rules.map((rule) => {
      const found = all.flatMap(({ name, findings }) =>
        findings
          .filter((finding) => finding.rule === rule)
          .map((finding) => ({ ...finding, name, verdict: verdictOn(review, name, finding) })),
      );
      const count = (is) => found.filter(is).length;
      const figures = {
        findings: found.length,
        withoutVault: count((one) => one.runs.some((run) => run !== withVault)),
        packages: new Set(found.map(({ name }) => name)).size,
        inTests: count(isInTest),
        right: count(({ verdict }) => verdict === 'right'),
        wrong: count(({ verdict }) => verdict === 'wrong'),
        unread: count(({ verdict }) => verdict === 'unread'),
      };
      return [rule, figures];
    }),
  );
}

/** The figures of one rule, as its own page quotes them: `12 findings in 5 of 90 packages: 11 right, 1 wrong`. */
export function figuresSentence(figures, { servers }) {
  const where = `[${servers.length} packages with sessions](../real-code.md)`;
  if (!figures) {
    return `Real code: not run yet on the ${where}`;
  }
  const { findings, packages, right, wrong, unread, inTests } = figures;
  if (findings === 0) {
    return `Real code: nothing found in ${where}`;
  }
  const verdicts = [
    [right, 'right'],
    [wrong, 'wrong'],
    [unread, 'not read'],
  ];
  const said = verdicts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
  const tests = inTests > 0 ? `; ${inTests} of them in tests and examples` : '';
  return `Real code: ${findings} ${findings === 1 ? 'finding' : 'findings'} in ${packages} of ${where}: ${said}${tests}`;
}

/** `docs/real-code.md`: what the plugin says about code that other people published. */
export function pageOf(results, review, looks, presetOf) {
  const { runs, rules, servers, sessionFree } = results;
  const figures = figuresOf(results, review);
  const filesIn = (packages) => packages.reduce((total, { files }) => total + files, 0);
  const broken = [...servers, ...sessionFree].flatMap((one) => one.broken);

  return `# What the plugin says about real code

\`npm run survey\` fetches these packages from npm in exactly these versions and lints their source where it lies, with
every preset; this page is made from what it found and from the verdicts in \`tests/survey/review.json\`. Files that a
bundler or minifier wrote are left out. "With a vault" is \`all\` with a vault in the settings, as in a project that has
started to move its secrets.

- ${servers.length} packages with server code that uses sessions or cookies: ${filesIn(servers)} files.
- ${sessionFree.length} large packages without: ${filesIn(sessionFree)} files.
- Crashes, fixes and suggestions that broke a file, and fixes that did not settle: ${broken.length === 0 ? 'none' : broken.length}.

## By rule

"Right" and "wrong" are findings that were read where they stand and judged by hand: is there what the message says? In
tests and examples that can be true and yet harm nobody, so they are counted apart. No rule stays in \`recommended\` with
less than nine in ten right.

${table(
  ['Rule', 'From preset', 'Findings', 'With a vault', 'In packages', 'Of these in tests', 'Right', 'Wrong', 'Not read'],
  rules.map((rule) => {
    const { withoutVault, findings, packages, inTests, right, wrong, unread } = figures[rule];
    return [`\`${rule}\``, presetOf(rule), withoutVault, findings, packages, inTests, right, wrong, unread];
  }),
)}

${wrongOnes(results, review)}${firstLooksPart(looks, results)}
## Packages with sessions

${packageTable(servers, runs)}

## Packages without

${packageTable(sessionFree, runs)}
`;
}

/** The false alarms that are known, with their causes. */
function wrongOnes({ servers, sessionFree }, review) {
  const lines = [...servers, ...sessionFree].flatMap(({ name, findings }) =>
    findings
      .filter((finding) => verdictOn(review, name, finding) === 'wrong')
      .map(({ rule, path, line }) => {
        const why = review[name][`${rule} ${path}:${line}`].replace(/^wrong: /, '');
        return `- \`${rule}\`, \`${name}\` ${path}:${line}: ${why}`;
      }),
  );
  return lines.length > 0 ? `## Known false alarms\n\n${[...new Set(lines)].join('\n')}\n\n` : '';
}

function packageTable(results, runs) {
  const heads = runs.map((run) => (run.includes('vault') ? 'With a vault' : `\`${run}\``));
  return table(
    ['Package', 'Version', 'Files', 'Bundled', 'Unparseable', ...heads, 'Findings by rule', 'Crashes'],
    results.map(({ name, version, files, bundled, unparseable, findings, broken }) => [
      `\`${name}\``,
      version,
      files,
      bundled,
      unparseable,
      ...runs.map((run) => findings.filter((finding) => finding.runs.includes(run)).length),
      countsOf(findings),
      broken.length,
    ]),
  );
}

function countsOf(findings) {
  const counts = new Map();
  for (const { rule } of findings) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts]
    .sort()
    .map(([rule, count]) => `\`${rule}\` ${count}`)
    .join(', ');
}
