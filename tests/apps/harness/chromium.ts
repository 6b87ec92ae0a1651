import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programCalled } from './program';

/** As much of a page of playwright's as we use. */
export interface Page {
  goto(url: string): Promise<unknown>;
  getByLabel(text: string): { fill(value: string): Promise<void> };
  getByRole(role: string, options: { name: string }): { click(): Promise<void> };
  getByText(text: string): { waitFor(): Promise<void> };
  /** Runs a text in the page, as its own scripts run. */
  evaluate(text: string): Promise<unknown>;
}

/** A cookie as the browser keeps it. */
export interface StoredCookie {
  name: string;
  value: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite: string;
}

export interface Browser {
  page: Page;
  cookies(): Promise<StoredCookie[]>;
  close(): Promise<void>;
}

interface Context {
  newPage(): Promise<Page>;
  cookies(): Promise<StoredCookie[]>;
  close(): Promise<void>;
  setDefaultTimeout(milliseconds: number): void;
}

interface Playwright {
  chromium: { launchPersistentContext(folder: string, options: object): Promise<Context> };
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's Chromium, without a window, for somebody who has never been anywhere. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = programCalled(['chromium', 'chromium-browser', 'google-chrome'], 'CHROMIUM');
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium on this machine: install it (on Debian `apt-get install chromium`), or say where it is in CHROMIUM.',
    );
  }
  const { chromium } = createRequire(join(__dirname, '../package.json'))('playwright-core') as Playwright;
  const profile = mkdtempSync(join(tmpdir(), 'session-secrets-chromium-'));
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: flags,
      timeout: 60_000,
    });
    context.setDefaultTimeout(30_000);
    return {
      page: await context.newPage(),
      cookies: () => context.cookies(),
      async close() {
        await context.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw new Error(`Chromium (${executablePath}) did not start: ${(error as Error).message}`, { cause: error });
  }
}
