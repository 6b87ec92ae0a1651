import { expect } from 'vitest';
import type { Copy, Outcome } from './workplace';

/** A command that had nothing to complain about. */
export const fine: Outcome = { code: 0, output: '' };

export const lint = (copy: Copy, ...flags: string[]): Promise<Outcome> =>
  copy.run('eslint/bin/eslint.js', ...flags, '.');

/** Nothing is compiled where nothing has to be, and nothing twice. */
export const compile = async (copy: Copy): Promise<Outcome> =>
  copy.isTypeScript
    ? copy.run('typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', `${copy.folder}.tsbuildinfo`)
    : fine;

/** Gives a program a vault, and moves its secrets there: all that a person types who takes the plugin into use. */
export async function move(copy: Copy): Promise<void> {
  const init = await copy.run('eslint-plugin-session-secrets/dist/cli/index.js', 'init');
  expect(init).toMatchObject({ code: 0, output: expect.stringContaining('npm install keyv@5') });
  expect(await lint(copy, '--fix')).toEqual(fine);
  const texts = copy.texts();
  expect(await lint(copy, '--fix')).toEqual(fine);
  expect(copy.texts()).toEqual(texts);
  expect(await compile(copy)).toEqual(fine);
}
