import { broadScopesIn } from '../findings/cookie/broad-cookie-scope';
import { onFile } from '../model/file/open';
import { createRule } from '../create-rule';
import { withoutOption } from '../fix/move-option';

export default createRule({
  name: 'no-broad-cookie-scope',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow session cookies that every subdomain is sent',
      recommended: false,
      danger: 3,
      cwe: ['CWE-1275', 'CWE-668'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      broad:
        'This `{{library}}` session is sent to every host below `{{domain}}`: one of them that is taken over, or ' +
        'hosts the pages of others, has it. Leave `{{option}}` out, and only the host that set it gets it back.',
      remove: 'Leave `{{option}}` out.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const { site, node, option, domain } of broadScopesIn(file)) {
        const fix = withoutOption(node, context.sourceCode);
        context.report({
          node,
          messageId: 'broad',
          data: { library: site.module, option, domain },
          suggest: fix ? [{ messageId: 'remove', data: { option }, fix }] : [],
        });
      }
    });
  },
});
