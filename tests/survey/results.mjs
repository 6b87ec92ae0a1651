import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('results.json', import.meta.url));

/** What the last run found, as `results.mjs` writes it. */
export function readResults() {
  if (!existsSync(file)) {
    throw new Error('tests/survey/results.json is missing: npm run survey');
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** `results.json`: what is needed to write the pages, one line per finding, so that a change of a rule shows as such. */
export function resultsText({ runs, rules, servers, sessionFree }) {
  return `${JSON.stringify(
    { runs, rules, servers: servers.map(kept), sessionFree: sessionFree.map(kept) },
    null,
    1,
  ).replace(/\{\n\s+("rule": [^{}]*?)\n\s+\}/g, (_, inside) => `{ ${inside.replace(/\s*\n\s*/g, ' ')} }`)}\n`;
}

function kept({ findings, ...result }) {
  return { ...result, findings: findings.map(({ rule, path, line, runs }) => ({ rule, path, line, runs })) };
}
