import { RuleTester } from '@typescript-eslint/rule-tester';
import type { TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../../src/create-rule';
import { renameKey, withoutOption } from '../../src/fix/move-option';

/** Takes `gone` away, and gives `old` the key `fresh`. */
const probe = createRule({
  name: 'probe',
  meta: {
    type: 'problem',
    docs: { description: 'Probe', recommended: false, cwe: [] },
    fixable: 'code',
    schema: [],
    messages: { edit: 'Edit.' },
    defaultOptions: [],
  },
  create: ({ sourceCode, report }) => ({
    "Property[key.name='gone'], Property[key.name='old'], Property[key.value='old']"(node: TSESTree.Property) {
      const isOld = sourceCode.getText(node.key).includes('old');
      report({
        node,
        messageId: 'edit',
        fix: isOld ? (fixer) => renameKey(fixer, node, 'fresh', sourceCode) : withoutOption(node.value, sourceCode),
      });
    },
  }),
});

const edited = (code: string, output: string | null) => ({
  name: code,
  code,
  output,
  errors: [{ messageId: 'edit' as const }],
});

new RuleTester().run('move-option', probe, {
  valid: ['session({ a: 1 });'],
  invalid: [
    edited('session({ gone: 1 });', 'session({ });'),
    edited('session({ gone: 1, });', 'session({ });'),
    edited('session({ gone: 1, a: 2 });', 'session({ a: 2 });'),
    edited('session({ a: 2, gone: 1 });', 'session({ a: 2 });'),
    edited('session({ a: 2, gone: 1, });', 'session({ a: 2, });'),
    edited('session({ a: 2, gone: 1, b: 3 });', 'session({ a: 2, b: 3 });'),
    edited('session({\n  a: 2,\n  gone: 1,\n});', 'session({\n  a: 2,\n});'),
    edited('session({\n  gone: 1,\n  a: 2,\n});', 'session({\n  a: 2,\n});'),
    edited('session({\n  gone: 1, // why\n  a: 2,\n});', 'session({\n  // why\n  a: 2,\n});'),
    edited('session({ gone: /* why */ 1 });', null),
    edited('session({ gone });', null),
    edited('session({ old: 1 });', 'session({ fresh: 1 });'),
    edited("session({ 'old': 1 });", "session({ 'fresh': 1 });"),
    edited('session({ old });', 'session({ fresh: old });'),
  ],
});
