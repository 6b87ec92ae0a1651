import { RuleTester } from '@typescript-eslint/rule-tester';
import type { TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../../src/create-rule';
import { renameKey, withoutOption } from '../../src/fix/move-option';

/** Takes `gone` away, and gives `old` the key `fresh`. */
const probe = createRule({
  name: 'probe',
  meta: { type: 'problem', docs: { description: 'Probe', recommended: false, cwe: [] }, fixable: 'code', schema: [], messages: { edit: 'Edit.' }, defaultOptions: [] },
  create: ({ sourceCode, report }) => ({
    "Property[key.name='gone'], Property[key.name='old'], Property[key.value='old']"(node: TSESTree.Property) {
      const isOld = sourceCode.getText(node.key).includes('old');
      report({ node, messageId: 'edit', fix: isOld ? (fixer) => renameKey(fixer, node, 'fresh', sourceCode) : withoutOption(node.value, sourceCode) });
    },
  }),
});

const edited = (code: string, output: string | null) => ({ name: code, code, output, errors: [{ messageId: 'edit' as const }] });

new RuleTester().run('move-option', probe, {
  valid: ['f({ a: 1 });'],
  invalid: [
    edited('f({ gone: 1 });', 'f({ });'),
    edited('f({ gone: 1, });', 'f({ });'),
    edited('f({ gone: 1, a: 2 });', 'f({ a: 2 });'),
    edited('f({ a: 2, gone: 1 });', 'f({ a: 2 });'),
    edited('f({ a: 2, gone: 1, });', 'f({ a: 2, });'),
    edited('f({ a: 2, gone: 1, b: 3 });', 'f({ a: 2, b: 3 });'),
    edited('f({\n  a: 2,\n  gone: 1,\n});', 'f({\n  a: 2,\n});'),
    edited('f({\n  gone: 1,\n  a: 2,\n});', 'f({\n  a: 2,\n});'),
    edited('f({\n  gone: 1, // why\n  a: 2,\n});', 'f({\n  // why\n  a: 2,\n});'),
    edited('f({ gone: /* why */ 1 });', null),
    edited('f({ gone });', null),
    edited('f({ old: 1 });', 'f({ fresh: 1 });'),
    edited("f({ 'old': 1 });", "f({ 'fresh': 1 });"),
    edited('f({ old });', 'f({ fresh: old });'),
  ],
});
