// `npm run demo`: lints the Express example, fixes a copy, starts both, and compares what is in their cookies.
// Nothing but Node's own modules may be imported before `prepare()` has installed the rest.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { example } from './demo/paths.mjs';
import { prepare } from './demo/prepare.mjs';
import { bold, colouredDiff, dim, green, heading, red, say, sideBySide } from './demo/print.mjs';
import { stopAll } from './demo/processes.mjs';
import { problemsOf } from './demo/verdict.mjs';
import { copyOf, differences, lint } from './demo/versions.mjs';
import { startExample, visit } from './demo/visit.mjs';

let isEnding = false;
const workplace = mkdtempSync(join(realpathSync(tmpdir()), 'session-secrets-demo-'));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => end([`Interrupted by ${signal}.`]));
}

demo().then(end, (error) => end([error.stack ?? String(error)]));

async function demo() {
  heading('Install and build');
  await prepare();

  heading('Lint a vulnerable Express application with `recommended`');
  if (await lint(example)) {
    return ['ESLint reported nothing in the vulnerable example.'];
  }

  heading('Fix a copy of it');
  const copy = copyOf(example, join(workplace, 'fixed'));
  const isDone = await lint(copy, '--fix');
  say(dim(isDone ? 'Nothing is left to report.' : 'What is left needs a decision: editors offer it as a suggestion.'));

  heading('What changed');
  const patch = await differences(example, copy);
  if (!patch) {
    return ['`eslint --fix` changed nothing.'];
  }
  say(colouredDiff(patch));

  heading('Start both, log in as Alice, and steal her cookie');
  const outcome = await visitBoth(copy);
  showOutcome(outcome);
  return problemsOf(outcome);
}

async function visitBoth(copy) {
  const { startProvider } = createRequire(import.meta.url)('./express/provider-stub.js');
  const provider = await startProvider();
  try {
    const urls = await Promise.all([example, copy].map((directory) => startExample(directory, provider.url)));
    const [vulnerable, fixed] = [await visit(urls[0], provider), await visit(urls[1], provider)];
    return { vulnerable, fixed };
  } finally {
    provider.server.close();
    provider.server.closeAllConnections();
  }
}

function showOutcome({ vulnerable, fixed }) {
  const row = (label, cell) => [label, cell(vulnerable), cell(fixed)];
  const good = (text) => ({ text, colour: green });
  const bad = (text) => ({ text, colour: red });

  sideBySide(['vulnerable', 'fixed'], [
    row('The user is answered', ({ answers }) =>
      answers.map(({ request, status }) => `${request} → ${status}`).join('\n')),
    row('The cookie says', ({ cookie }) =>
      cookie.session ? JSON.stringify(cookie.session, null, 1) : '(not readable)'),
    row('The thief holds', ({ secrets }) =>
      secrets.length > 0 ? bad(`the access token ${secrets}`) : good('no secret')),
    row('At the provider', ({ accepted }) =>
      accepted.length > 0 ? bad('accepted: reads Alice\'s invoices there') : good('nothing in the cookie is accepted')),
    row('After her logout', ({ replay }) =>
      replay === 200 ? bad(`the old cookie still works (${replay})`) : good(`the old cookie is refused (${replay})`)),
  ]);
}

async function end(problems) {
  if (isEnding) {
    return;
  }
  isEnding = true;
  await stopAll();
  rmSync(workplace, { recursive: true, force: true });
  if (problems.length > 0) {
    say(`\n${bold(red('The demo failed.'))}`);
    problems.forEach((problem) => say(red(`- ${problem}`)));
  } else {
    say(`\n${bold(green('The secret is gone from the cookie, and both versions answered alike.'))}`);
    say(dim('A stolen cookie is still a stolen session until it ends; it is no longer a stolen credential.'));
  }
  process.exit(problems.length > 0 ? 1 : 0);
}
