import type { TSESTree } from '@typescript-eslint/utils';
import { onFile } from '../model/file/open';
import { constantOf, possibleValuesOf } from '../model/dataflow/values';
import { storedValuesIn } from '../model/secret/vault';
import { variableNameFor } from '../findings/vault-move/environment-variable-name';
import { createRule } from '../create-rule';

export default createRule({
  name: 'no-hardcoded-vault-value',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow storing string literals in the vault',
      recommended: true,
      cwe: ['CWE-798'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      hardcoded:
        'This secret left the session but is still in the source code, for everyone who can read it. Read it from ' +
        'an environment variable or a secret manager.',
      fromEnvironment: 'Read it from `process.env.{{variable}}`.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      const reported = new Set<TSESTree.Node>();
      for (const { call, value } of storedValuesIn(file)) {
        for (const { node } of possibleValuesOf(value, file)) {
          const text = constantOf(node, file)?.value;
          if (typeof text !== 'string' || text === '' || reported.has(node)) continue;
          reported.add(node);
          const variable = variableNameFor(call);
          context.report({
            node,
            messageId: 'hardcoded',
            suggest: [
              {
                messageId: 'fromEnvironment',
                data: { variable },
                fix: (fixer) => fixer.replaceText(node, `process.env.${variable}`),
              },
            ],
          });
        }
      }
    });
  },
});
