import type { TSESLint } from '@typescript-eslint/utils';
import { onFile } from '../model/file/file-context';
import { unfinishedLogoutsIn } from '../findings/login/session-destruction';
import type { SessionUse } from '../model/session/session-use';
import type { Tail } from '../ast/tail';
import { tailOf } from '../ast/tail';
import { createRule } from '../create-rule';
import { inCallback } from '../fix/continue-in-callback';

export default createRule({
  name: 'require-session-destruction',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a logout to end the session',
      recommended: true,
      cwe: ['CWE-613'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      refused:
        '`{{library}}` throws here and the user stays logged in: from {{version}} on `{{call}}` needs a callback. Write `{{call}}((error) => …)`, and answer in it.',
      kept: '`{{call}}` of this version of `{{library}}` takes the user out and leaves the session alive, under an id that others may know. End it as well, or use {{version}} or later, with a callback.',
      unsure:
        'The user may stay logged in: `{{call}}` without a callback throws from `{{library}}` {{version}} on, and leaves the session alive before. Write `{{call}}((error) => …)`, and answer in it.',
      inCallback: 'Write `{{call}}((error) => …)`, and run what follows in the callback.',
      cleared:
        'After this logout the session of `{{library}}` lives on, with all else it holds, under an id that others may know. End it with `{{session}}.{{method}}(…)`.',
    },
    defaultOptions: [],
  },
  create(context) {
    const { sourceCode } = context;
    return onFile(context, (file) => {
      for (const logout of unfinishedLogoutsIn(file)) {
        if (logout.by === 'clear') {
          const { use, library, session, method } = logout;
          const tail = lastWord(use, session, sourceCode);
          const offer = inCallback(tail, { call: `${session}.${method}`, keepsStatement: false }, sourceCode);
          context.report({
            node: use.node,
            messageId: 'cleared',
            data: { library, session, method },
            suggest: offer && [{ messageId: 'inCallback', ...offer }],
          });
          continue;
        }
        const { call: node, library, callbackFrom, isRefused } = logout;
        const call = sourceCode.getText(node.callee);
        const first = node.arguments.map((argument) => sourceCode.getText(argument)).join(', ');
        // A version that takes no callback would never call it.
        const tail = isRefused === false ? null : tailOf(node.parent, sourceCode);
        const offer = inCallback(tail, { call, first, keepsStatement: false }, sourceCode);
        context.report({
          node,
          messageId: isRefused === undefined ? 'unsure' : isRefused ? 'refused' : 'kept',
          data: { library, version: callbackFrom, call },
          suggest: offer && [{ messageId: 'inCallback', ...offer }],
        });
      }
    });
  },
});

/** What follows a clear, where that has no more to do with the session: once destroyed, there is none. */
function lastWord(use: SessionUse, session: string, sourceCode: TSESLint.SourceCode): Tail | null {
  const tail = session.includes('.') ? tailOf(use.whole?.parent, sourceCode) : null;
  return tail?.rest.some((statement) => /session/i.test(sourceCode.getText(statement))) ? null : tail;
}
