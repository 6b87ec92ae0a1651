import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { expect, it, onTestFinished } from 'vitest';
import { withPart } from '../generated/markdown';
import { compile, fine, lint, move } from './harness/moving';
import { startProvider } from './harness/provider';
import { startServer } from './harness/server';
import { referencesIn } from './harness/sessions';
import { visitorOf } from './harness/visitor';
import type { Copy } from './harness/workplace';
import { makeWorkplace } from './harness/workplace';
import { logoutOf } from './cookie-session.logout';

const file = join(__dirname, '../../docs/migration.md');

const fenced = (language: string, text: string): string => `\n\`\`\`${language}\n${text.trim()}\n\`\`\`\n`;

/** What differs, as `git diff` shows it. */
const differences = (before: Record<string, string>, after: Record<string, string>, files: readonly string[]): string =>
  files
    .filter((name) => before[name] !== after[name])
    .map((name) =>
      createTwoFilesPatch(`a/${name}`, `b/${name}`, before[name] ?? '', after[name] ?? '', '', '', { context: 2 }),
    )
    .map((patch) => patch.replace(/^=+\n/, '').replace(/^((?:---|\+\+\+) \S+)\s*$/gm, '$1'))
    .join('');

/** The session in the cookie of somebody who has signed in, without what differs from one to the next. */
async function sessionOf(copy: Copy): Promise<string> {
  const provider = await startProvider();
  onTestFinished(() => provider.stop());
  const server = await startServer(copy.folder, 'app.js', {
    PROVIDER_URL: provider.url,
    SESSION_SECRET: randomBytes(32).toString('hex'),
  });
  onTestFinished(() => server.stop());
  const { send, jar } = visitorOf(server.url);
  expect((await send('POST', '/login', { name: 'alice', password: 'wonderland' })).status).toBe(200);
  const session: unknown = JSON.parse(Buffer.from(jar.get('session') ?? '', 'base64').toString());
  const random = [
    ...provider.issued.map((token) => [token, 'at_9f86d081884c7d65…']),
    ...referencesIn([session]).map((one) => [one, 'q3Jx0v7LmT2c…']),
  ];
  return random.reduce((text, [from, to]) => text.replace(from ?? '', to ?? ''), JSON.stringify(session, null, 2));
}

it('docs/migration.md is what happens: npx vitest run --project apps migration-page -u', async () => {
  const workplace = makeWorkplace('cookie-session');
  onTestFinished(() => workplace.remove());
  const [before, after] = [workplace.copyOf('before'), workplace.copyOf('after')];

  const findings = (await lint(before)).output.replaceAll(`${before.folder}/`, '').replace(/[ \t]+$/gm, '');
  await move(after);
  const moved = after.texts();
  const [cookieBefore, cookieAfter] = [await sessionOf(before), await sessionOf(after)];
  after.write('app.js', logoutOf(moved['app.js'] ?? ''));
  expect(await lint(after)).toEqual(fine);
  expect(await compile(after)).toEqual(fine);

  const old = before.texts();
  const sources = Object.keys(old).filter((name) => name.endsWith('.js'));
  const parts: Record<string, string> = {
    findings: fenced('text', findings),
    'cookie before': fenced('json', cookieBefore),
    init: fenced('diff', differences(old, moved, ['package.json'])),
    fix: fenced('diff', differences(old, moved, sources)),
    logout: fenced('diff', differences(moved, after.texts(), ['app.js'])),
    'cookie after': fenced('json', cookieAfter),
  };
  expect(existsSync(file)).toBe(true);
  const page = Object.entries(parts).reduce(
    (text, [part, content]) => withPart(text, part, content),
    readFileSync(file, 'utf8'),
  );
  await expect(
    page,
    'docs/migration.md is out of date: npx vitest run --project apps migration-page -u',
  ).toMatchFileSnapshot(file);
});
