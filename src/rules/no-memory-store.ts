import { onFile } from '../model/file/open';
import { memoryStoresIn } from '../findings/application/memory-store';
import { createRule } from '../create-rule';

const harm =
  'a restart logs everybody out, a second process knows none of the sessions, and nothing bounds how many pile up';

export default createRule({
  name: 'no-memory-store',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow keeping sessions in the memory of the process',
      recommended: true,
      danger: 3,
      cwe: ['CWE-770'],
      inTests: false,
    },
    schema: [],
    messages: {
      absent:
        `Without \`{{option}}\`, \`{{library}}\` keeps sessions in the memory of this process: ${harm}. Give it a ` +
        'store on Redis or a database.',
      named: `This store keeps sessions in the memory of this process: ${harm}. Use one on Redis or a database.`,
      storage:
        `This \`{{library}}\` storage keeps sessions in the memory of this process: ${harm}. Use one on a ` +
        'database or in a cookie.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const { node, cause, library, option } of memoryStoresIn(file)) {
        context.report({ node, messageId: cause, data: { library, option } });
      }
    });
  },
});
