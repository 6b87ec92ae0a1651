import { describe, expect, it } from 'vitest';
import { link, makeHost } from '../support/host';
import type { EslintAlias } from '../support/host';
import { cured } from './app';

const command = 'eslint-plugin-session-secrets/dist/cli/index.js';
const load = "import sessionSecrets from 'eslint-plugin-session-secrets';";
const recommended = "sessionSecrets.configs['flat/recommended']";
const incomplete = `${load}\nexport default [${recommended}];\n`;
const complete = `${load}
import tseslint from 'typescript-eslint';
export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ${recommended}];
`;

describe.concurrent('the packed doctor', () => {
  it.each<EslintAlias>(['eslint8', 'eslint', 'eslint10'])(
    '%s: tells a set-up that lints nothing from one that does',
    async (eslint) => {
      const codes = [incomplete, complete].map(async (config) => {
        const host = makeHost(eslint, { 'package.json': '{}', 'eslint.config.mjs': config, 'src/app.ts': cured });
        for (const name of ['typescript-eslint', 'typescript']) link(host.folder, name, name);
        return host.run(command, ['doctor']);
      });
      const [first, second] = await Promise.all(codes);
      expect(first).toMatchObject({
        code: 1,
        stderr: '',
        stdout: expect.stringContaining('    src/app.ts  imports express-session\n'),
      });
      expect(second).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringContaining('✔ Nothing that matters is left out.'),
      });
    },
  );

  it('wrong usage ends with 2', async () => {
    const { run } = makeHost('eslint', { 'package.json': '{}' });
    expect(await run(command, ['doctor', '--fast'])).toMatchObject({ code: 2, stdout: '' });
    expect(await run(command, ['doctor', '--dir'])).toMatchObject({ code: 2, stdout: '' });
  });
});
