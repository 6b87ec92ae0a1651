import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { demoModule } from '../../demo/modules';
import type { StoredCookie } from '../harness/chromium';
import { openBrowser } from '../harness/chromium';
import { compile, fine, move } from '../harness/moving';
import { startProvider } from '../harness/provider';
import { startServer } from '../harness/server';
import type { Copy } from '../harness/workplace';
import { makeWorkplace } from '../harness/workplace';

const { holds } = await demoModule('visit');

interface Seen {
  /** What a script of the page can read while somebody is signed in. */
  byScripts: string;
  /** What the browser keeps meanwhile, and after the logout. */
  stored: StoredCookie[];
  storedAfter: StoredCookie[];
  issued: string[];
}

/** Signs in, reads mail and signs out, in a browser. */
async function visit(copy: Copy): Promise<Seen> {
  const provider = await startProvider();
  onTestFinished(() => provider.stop());
  const server = await startServer(copy.folder, 'build/server.js', {
    PROVIDER_URL: provider.url,
    SESSION_SECRET: randomBytes(32).toString('hex'),
  });
  onTestFinished(() => server.stop());
  const { page, cookies, close } = await openBrowser();
  onTestFinished(close);

  await page.goto(server.url);
  await page.getByLabel('Name').fill('alice');
  await page.getByLabel('Password').fill('wonderland');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Signed in.').waitFor();
  const [byScripts, stored] = [String(await page.evaluate('document.cookie')), await cookies()];
  await page.getByRole('link', { name: 'Mail' }).click();
  await page.getByText('2 mails for alice.').waitFor();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Unknown user or wrong password.').waitFor();
  return { byScripts, stored, storedAfter: await cookies(), issued: provider.issued };
}

const holdsAny = (texts: readonly string[], secrets: readonly string[]): boolean =>
  texts.some((header) => secrets.some((secret) => holds({ header, session: null }, secret)));

const valuesOf = (cookies: readonly StoredCookie[]): string[] => cookies.map(({ value }) => value);

describe.sequential('in Chromium', () => {
  const workplace = makeWorkplace('react-router');
  afterAll(() => workplace.remove());

  it('the token is in the reach of scripts, and on the disk, before', async () => {
    const before = workplace.copyOf('before');
    expect(await compile(before)).toEqual(fine);
    const { byScripts, stored, issued } = await visit(before);
    expect(issued).toHaveLength(2);
    expect(byScripts).toMatch(/^__mailbox=/);
    expect(stored).toMatchObject([{ name: '__mailbox', httpOnly: false }]);
    expect(holdsAny([byScripts], issued)).toBe(true);
    expect(holdsAny(valuesOf(stored), issued)).toBe(true);
  });

  it('no script sees the cookie after, and there is no token in it', async () => {
    const after = workplace.copyOf('after');
    await move(after);
    const { byScripts, stored, storedAfter, issued } = await visit(after);
    expect(issued).toHaveLength(2);
    expect(byScripts).toBe('');
    expect(stored).toMatchObject([{ name: '__mailbox', httpOnly: true, sameSite: 'Lax' }]);
    expect(Buffer.from(decodeURIComponent(stored[0]?.value ?? ''), 'base64').toString()).toContain(
      '"accessTokenRef":"',
    );
    expect(holdsAny(valuesOf([...stored, ...storedAfter]), issued)).toBe(false);
  });
});
