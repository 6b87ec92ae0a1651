import { describe, expect, it } from 'vitest';
import { fix } from '../support/lint';

const settings = { vault: { module: '#session-vault' } };
const use = "app.get('/', async (req, res) => { req.session.accessToken = t; });";
const moved = "app.get('/', async (req, res) => { req.session.accessTokenRef = await vault.store(t); });";
const bare = (text: string): string => text.replace(/;$/, '');

const fixed = (text: string, sourceType: 'module' | 'commonjs', filename = 'file.js'): string =>
  fix(text, { settings, sourceType, filename, preset: 'recommended' }).output;

const load = "const { vault } = require('#session-vault')";
const imports = "import { vault } from '#session-vault'";

describe('the import of the vault in CommonJS', () => {
  it.each([
    ['below the last require', `const a = require('a');\n${use}`, `const a = require('a');\n${load};\n${moved}`],
    [
      'before a bracket, with a semicolon in any style',
      `const a = require('a')\n\n;[1].forEach(f)\n${bare(use)}`,
      `const a = require('a')\n${load}\n\n;[1].forEach(f)\n${bare(moved)}`,
    ],
    [
      'at the top, before a bracket',
      `(async () => { b() })()\n${bare(use)}\nmodule.exports = 1`,
      `${load};\n\n(async () => { b() })()\n${bare(moved)}\nmodule.exports = 1`,
    ],
    [
      'behind a directive, before a bracket',
      `'use strict'\n;[1].f()\n${bare(use)}`,
      `'use strict'\n\n${load}\n;[1].f()\n${bare(moved)}`,
    ],
    [
      'below dotenv',
      `const a = require('a');\nrequire('dotenv').config();\n${use}`,
      `const a = require('a');\nrequire('dotenv').config();\n${load};\n${moved}`,
    ],
    [
      'below dotenv by name',
      `const dotenv = require('dotenv');\nconst a = require('a');\ndotenv.config({ path: '.env.local' });\n${use}`,
      `const dotenv = require('dotenv');\nconst a = require('a');\ndotenv.config({ path: '.env.local' });\n${load};\n${moved}`,
    ],
    [
      "below `require('dotenv/config')`",
      `require('dotenv/config');\n${use}`,
      `require('dotenv/config');\n${load};\n${moved}`,
    ],
    [
      'below `process.loadEnvFile()`',
      `const a = require('a');\nprocess.loadEnvFile();\n${use}`,
      `const a = require('a');\nprocess.loadEnvFile();\n${load};\n${moved}`,
    ],
    [
      'not below what only looks like it',
      `const a = require('a');\nenvironment.config();\n${use}`,
      `const a = require('a');\n${load};\nenvironment.config();\n${moved}`,
    ],
    [
      'as one more name',
      `const { request } = require('#session-vault');\n${use}`,
      `const { request, vault } = require('#session-vault');\n${moved}`,
    ],
  ])('%s', (_, before, after) => {
    expect(fixed(before, 'commonjs')).toBe(after);
    expect(fixed(after, 'commonjs')).toBe(after);
  });
});

describe('the import of the vault in a module', () => {
  it.each([
    ['below the last import', `import a from 'a';\n${use}`, `import a from 'a';\n${imports};\n${moved}`],
    [
      "below `import 'dotenv/config'`",
      `import 'dotenv/config';\n${use}`,
      `import 'dotenv/config';\n${imports};\n${moved}`,
    ],
    [
      'as one more name',
      `import { request } from '#session-vault';\n${use}`,
      `import { request, vault } from '#session-vault';\n${moved}`,
    ],
    [
      'as one more name of one that has it already',
      `import { vault } from './bank';\nimport { request } from '#session-vault';\n${use}`,
      `import { vault } from './bank';\nimport { request, vault as sessionVault } from '#session-vault';\n${moved.replace('vault.', 'sessionVault.')}`,
    ],
    ['below a licence', `/* Copyright 2026 */\n${use}`, `/* Copyright 2026 */\n${imports};\n\n${moved}`],
    [
      'below a licence of several lines',
      `// SPDX-License-Identifier: MIT\n// All of it.\n${use}`,
      `// SPDX-License-Identifier: MIT\n// All of it.\n${imports};\n\n${moved}`,
    ],
    [
      'below what is said of the file',
      `/** Sessions. */\n\n/** A route. */\n${use}`,
      `/** Sessions. */\n\n${imports};\n\n/** A route. */\n${moved}`,
    ],
    [
      'above what is said of the first statement',
      `/** A route. */\n${use}`,
      `${imports};\n\n/** A route. */\n${moved}`,
    ],
    ['below a hashbang', `#!/usr/bin/env node\n${use}`, `#!/usr/bin/env node\n${imports};\n\n${moved}`],
    [
      'below a hashbang of an odd line end',
      `#!/usr/bin/env node\u2028${use}`,
      `#!/usr/bin/env node\u2028${imports};\n\n${moved}`,
    ],
    ['before markup', `<p>a</p>\n${bare(use)}`, `${imports};\n\n<p>a</p>\n${bare(moved)}`],
    [
      'by the path of the file that `init` writes',
      `import { vault } from './session-vault.js';\n${use}`,
      `import { vault } from './session-vault.js';\n${moved}`,
    ],
  ])('%s', (_, before, after) => {
    expect(fixed(before, 'module')).toBe(after);
    expect(fixed(after, 'module')).toBe(after);
  });

  it('never by a word that nothing may be called', () => {
    const settings = { vault: { module: '#v', export: 'eval' } };
    expect(() => fix(use, { settings, preset: 'recommended' })).toThrow("vault.export: got 'eval'");
  });
});
