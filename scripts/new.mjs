// npm run new rule <name>      the three files of a rule
// npm run new library <module> the facts of a library, and the probe that proves them
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [kind, name = ''] = process.argv.slice(2);

const rule = () => ({
  [`src/rules/${name}.ts`]: `import { createRule } from '../create-rule';

export default createRule({
  name: '${name}',
  meta: {
    type: '${name.startsWith('prefer-') ? 'suggestion' : 'problem'}',
    docs: { description: 'TODO', recommended: false, cwe: [] },
    schema: [],
    messages: {},
    defaultOptions: [],
  },
  create() {
    return {};
  },
});
`,
  [`tests/rules/${name}.test.ts`]: `import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/${name}';

new RuleTester().run('${name}', rule, {
  valid: [],
  invalid: [],
});
`,
  [`docs/rules/${name}.md`]: `## Why

## Examples

## What it does not see

## When not to use it
`,
});

const library = () => {
  const file = name.replace(/^@/, '').replaceAll('/', '-');
  const constant = file.replaceAll(/-([a-z\d])/g, (_, letter) => letter.toUpperCase());
  return {
    [`src/libraries/${file}.ts`]: `import type { Library } from './types';

/** \`${name}\` on npm. */
export const ${constant}: Library = {
  module: '${name}',
  readFrom: 'TODO',
  setups: [],
};
`,
    [`tests/libraries/real/probes/${file}.mjs`]: `export default {
  module: '${name}',
  unproven: 'TODO',
};
`,
  };
};

const names = { rule: /^(?:require|no|prefer)(?:-[a-z]+)+$/, library: /^(?:@[a-z\d-]+\/)?[a-z\d-]+$/ };
if (!names[kind]?.test(name)) {
  console.error('npm run new rule <require|no|prefer>-<words>\nnpm run new library <name on npm>');
  process.exit(1);
}

const files = { rule, library }[kind]();
const taken = Object.keys(files).find((file) => existsSync(file));
if (taken) {
  console.error(`${taken} is already there`);
  process.exit(1);
}

for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}
execSync('npm run --silent update', { stdio: 'inherit' });
