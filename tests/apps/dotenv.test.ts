import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { move } from './harness/moving';
import { startServer } from './harness/server';
import { visitorOf } from './harness/visitor';
import { makeWorkplace } from './harness/workplace';

const production = { NODE_ENV: 'production' };
const secretOf = (name: string): string => `${name}=${randomBytes(32).toString('hex')}\n`;

/** The import of the vault stands, or is lifted, above the line that reads the key. */
describe.each(['dotenv-commonjs', 'dotenv-esm'])('%s, in production', (program) => {
  it('answers as before with its key in .env, and ends at once without one', async () => {
    const workplace = makeWorkplace(program);
    onTestFinished(() => workplace.remove());
    const [before, after] = [workplace.copyOf('before'), workplace.copyOf('after')];
    await move(after);
    expect(after.read('app.js')).toContain('await vault.store(req.body.key)');

    const answersOf = async ({ folder }: typeof after) => {
      const server = await startServer(folder, 'app.js', production);
      onTestFinished(() => server.stop());
      const { send, answers } = visitorOf(server.url);
      await send('POST', '/key', { key: `key_${'0a1b'.repeat(6)}` });
      await send('GET', '/key');
      return answers;
    };
    before.write('.env', secretOf('SESSION_SECRET'));
    after.write('.env', secretOf('SESSION_SECRET') + secretOf('SESSION_VAULT_KEY'));
    const answers = await answersOf(before);
    expect(answers).toMatchObject([{ status: 204 }, { status: 200, body: '{"end":"0a1b"}' }]);
    expect(await answersOf(after)).toEqual(answers);

    // It may have got as far as saying where it listens, but nobody is answered.
    after.write('.env', secretOf('SESSION_SECRET'));
    const start = startServer(after.folder, 'app.js', production).then(async (server) => {
      await expect.poll(() => server.output(), { timeout: 10_000 }).toContain('VAULT_NO_KEY');
      await server.stop();
      throw new Error(server.output());
    });
    await expect(start).rejects.toThrow('SESSION_VAULT_KEY is not set');
  });
});
