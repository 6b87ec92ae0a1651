import { onFile } from '../model/file/open';
import { movedBefore, sessionedFilesIn } from '../findings/application/static-assets';
import { createRule } from '../create-rule';
import { moveStatement } from '../fix/move-statement';

const cost = 'every image and script loads a session and may set its cookie, which a cache can then hand to others';

export default createRule({
  name: 'no-session-on-static-assets',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow serving static files behind the session',
      recommended: false,
      danger: 3,
      cwe: ['CWE-524', 'CWE-770'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      behind: `These files are served behind the session of \`{{library}}\`: ${cost}. Add them before the session.`,
      beside:
        `These files are served in the scope of the session of \`{{library}}\`: ${cost}. Register the session in ` +
        'a scope of its own.',
      move: 'Serve the files before the session.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const files of sessionedFilesIn(file)) {
        const { node, application } = files;
        const place = movedBefore(files, file);
        const fix = place && moveStatement(...place, context.sourceCode);
        context.report({
          node,
          messageId: application.fact.isOrdered ? 'behind' : 'beside',
          data: { library: application.setup.module },
          suggest: fix ? [{ messageId: 'move', fix }] : [],
        });
      }
    });
  },
});
