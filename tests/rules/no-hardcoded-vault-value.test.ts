import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-hardcoded-vault-value';

const ruleTester = new RuleTester();
const imported = "import { vault } from '#session-vault';\n";

const suggested = (before: string, after: string) => ({
  name: before,
  code: imported + before,
  errors: [
    {
      messageId: 'hardcoded' as const,
      suggestions: [{ messageId: 'fromEnvironment' as const, output: imported + after }],
    },
  ],
});

ruleTester.run('no-hardcoded-vault-value', rule, {
  valid: [
    '',
    { name: 'no vault is known', code: "vault.store('a');" },
    { name: 'another vault', code: "import { vault } from './bank'; vault.store('a');" },
    { name: 'another method', code: `${imported}vault.read('a');` },
    { name: 'an empty string', code: `${imported}vault.store('');` },
    { name: 'an environment variable', code: `${imported}vault.store(process.env.API_KEY);` },
    { name: 'a parameter', code: `${imported}const f = (key) => vault.store(key);` },
    { name: 'an imported value', code: `import { key } from './keys';\n${imported}vault.store(key);` },
    { name: 'an object', code: `${imported}vault.store({ a: 1 });` },
    { name: 'no argument', code: `${imported}vault.store(); vault.rotate('a');` },
    { name: 'a parameter of the same name', code: `${imported}const f = (vault) => vault.store('a');` },
    { name: 'only the type', code: "import type { vault } from '#session-vault'; vault.store('a');" },
    {
      name: 'there is no vault',
      code: `${imported}vault.store('a');`,
      settings: { 'session-secrets': { vault: false } },
    },
  ],
  invalid: [
    suggested("vault.store('a');", 'vault.store(process.env.SECRET);'),
    suggested(
      "req.session.apiKeyRef = await vault.store('a');",
      'req.session.apiKeyRef = await vault.store(process.env.API_KEY);',
    ),
    suggested(
      "req.session.api_key_ref = await vault.store('a');",
      'req.session.api_key_ref = await vault.store(process.env.API_KEY);',
    ),
    suggested(
      'const stripeKey = await vault.store(`a`);',
      'const stripeKey = await vault.store(process.env.STRIPE_KEY);',
    ),
    suggested(
      "s.apiKeyRef = await vault.rotate(s.apiKeyRef, 'a');",
      's.apiKeyRef = await vault.rotate(s.apiKeyRef, process.env.API_KEY);',
    ),
    suggested("vault.store(process.env.KEY || 'a');", 'vault.store(process.env.KEY || process.env.SECRET);'),
    suggested("const key = 'a'; vault.store(key);", 'const key = process.env.SECRET; vault.store(key);'),
    {
      name: 'required, under a name of its own',
      code: "const { vault: keeper } = require('#session-vault'); keeper.store('a');",
      errors: [
        {
          messageId: 'hardcoded',
          suggestions: [
            {
              messageId: 'fromEnvironment',
              output: "const { vault: keeper } = require('#session-vault'); keeper.store(process.env.SECRET);",
            },
          ],
        },
      ],
    },
    {
      name: 'a vault of other names',
      code: "import * as box from './box'; box.keeper.put('a');",
      settings: { 'session-secrets': { vault: { module: './box', export: 'keeper', store: 'put' } } },
      errors: [
        {
          messageId: 'hardcoded',
          suggestions: [
            {
              messageId: 'fromEnvironment',
              output: "import * as box from './box'; box.keeper.put(process.env.SECRET);",
            },
          ],
        },
      ],
    },
    {
      name: 'reported once',
      code: `${imported}const key = 'a'; vault.store(key); vault.store(key);`,
      errors: [{ messageId: 'hardcoded', suggestions: 1 as never }],
    },
  ],
});
