import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { demoModule, type Provider, type Visit } from './modules';

const script = fileURLToPath(new URL('../../docs/examples/demo.mjs', import.meta.url));
const { holds, opened, startExample, visit } = await demoModule('visit');
const { problemsOf } = await demoModule('verdict');
const { startNode, stopAll } = await demoModule('processes');
const { endWithParent, example } = await demoModule('paths');

afterEach(stopAll);

interface Ended {
  code: number | null;
  output: string;
}

type OnOutput = (output: string, interrupt: () => void) => void;

function runDemo(env: Record<string, string>, onOutput: OnOutput = () => {}): Promise<Ended> {
  return new Promise((resolve) => {
    const { NO_COLOR, FORCE_COLOR, ...rest } = process.env;
    const child = spawn(process.execPath, [script], { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        onOutput(output, () => child.kill('SIGINT'));
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The vulnerable example, visited once under each name. */
async function visitTwice(): Promise<{ vulnerable: Visit; fixed: Visit }> {
  const stub = createRequire(script)('./express/provider-stub.js') as { startProvider(): Promise<Provider> };
  const provider = await stub.startProvider();
  try {
    const url = await startExample(example, provider.url);
    return { vulnerable: await visit(url, provider), fixed: await visit(url, provider) };
  } finally {
    provider.server.close();
    provider.server.closeAllConnections();
  }
}

describe('npm run demo', () => {
  it('shows the secret in the cookie, and that it is gone after the fix', async () => {
    const { code, output } = await runDemo({ NO_COLOR: '1' });
    expect(output).toContain('session-secrets/no-secret-in-session');
    expect(output).toMatch(/^-\s+req\.session\.accessToken = tokens\.access_token;$/m);
    expect(output).toMatch(/^\+\s+req\.session\.accessTokenRef = await vault\.store\(tokens\.access_token\);$/m);
    expect(output).toContain('"accessToken": "at_');
    expect(output).toContain('"accessTokenRef": "');
    expect(output).toContain('no secret');
    expect(output).toContain('The secret is gone from the cookie, and both versions answered alike.');
    expect(output).not.toContain('\u001b[');
    expect(code).toBe(0);
  });

  it('prints in colour when asked to, and ends with nothing left when interrupted', async () => {
    let interrupted = false;
    const { code, output } = await runDemo({ FORCE_COLOR: '1' }, (text, interrupt) => {
      if (!interrupted && text.includes('What changed')) {
        interrupted = true;
        interrupt();
      }
    });
    expect(output).toContain('\u001b[');
    expect(output).toContain('Interrupted by SIGINT.');
    expect(code).toBe(1);
  });
});

describe('the verdict', () => {
  it('rejects a fixed version whose cookie holds the secret', async () => {
    const outcome = await visitTwice();
    expect(outcome.vulnerable.secrets).toHaveLength(1);
    expect(problemsOf(outcome)).toEqual([
      'The cookie of the fixed version still holds the secret.',
      'The provider still accepts what is in the cookie of the fixed version.',
    ]);
  });

  it('accepts one whose cookie holds a reference, and nothing less', async () => {
    const { vulnerable } = await visitTwice();
    const fixed = { ...vulnerable, secrets: [], accepted: [], cookie: opened('session=e30=') };
    expect(problemsOf({ vulnerable, fixed })).toEqual([]);
    expect(problemsOf({ vulnerable: fixed, fixed })).toHaveLength(2);
    expect(problemsOf({ vulnerable, fixed: { ...fixed, cookie: opened('') } })).toHaveLength(1);
    expect(problemsOf({ vulnerable, fixed: { ...fixed, answers: [] } })).toHaveLength(1);

    const [first, ...others] = fixed.answers;
    const other = { ...fixed, answers: [{ ...first!, status: 500, body: 'Oops' }, ...others] };
    expect(problemsOf({ vulnerable, fixed: other })).toEqual([
      'GET /: the status was 200 and is 500 after the fix.',
      expect.stringMatching(/^GET \/: the body was .* and is "Oops" after the fix\.$/),
    ]);
    expect(problemsOf({ vulnerable: other, fixed: other })).toContain(
      'The vulnerable version answered GET / with 500 instead of 200.',
    );
  });
});

describe('a cookie', () => {
  const secret = 'at_' + '0123456789abcdef'.repeat(3);
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const session = (data: unknown): string => `session=${base64(JSON.stringify(data))}; session.sig=abc`;

  it.each([
    ['as it stands', `session=${secret}`],
    ['in the session', session({ token: secret })],
    ['in base64, in the session', session({ user: { t: base64(secret) } })],
    ['in another cookie', `${session({})}; t=${base64(secret)}`],
    ['in hex', session({ t: Buffer.from(secret).toString('hex') })],
    ['escaped, in base64', `t=${encodeURIComponent(base64(`${secret}?`))}`],
  ])('holds the secret: %s', (_, header) => {
    expect(holds(opened(header), secret)).toBe(true);
  });

  it.each([
    ['a reference', session({ accessTokenRef: base64('something else entirely') })],
    ['no cookie', ''],
    ['nothing readable', 'session=%%%'],
  ])('does not: %s', (_, header) => {
    expect(holds(opened(header), secret)).toBe(false);
  });
});

describe('the servers', () => {
  it('are stopped together', async () => {
    const wait = 'setInterval(() => {}, 1e6)';
    const programs = [wait, `process.on('SIGTERM', () => process.exit(7)); ${wait}`];
    const started = programs.map((code) => startNode(['--eval', code], {}));
    await stopAll();
    expect(started.map(({ child }) => child.exitCode ?? child.signalCode)).not.toContain(null);
  });

  it('end when the program that started them is gone', async () => {
    const program = 'setInterval(() => {}, 1e6); process.send("up")';
    const { child } = startNode(['--require', endWithParent, '--eval', program], {});
    await new Promise((resolve) => child.once('message', resolve));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('say why when they do not start', async () => {
    await expect(startExample(`${example}/routes`, '')).rejects.toThrow(/did not start:[^]*start\.js/);
  });
});
