import type { FileContext } from '../model/file/file-context';
import { onFile } from '../model/file/open';
import { libraryLoginsIn } from '../findings/login/library-login';
import { unrenewedLoginsIn } from '../findings/login/session-regeneration';
import type { SessionUse } from '../model/session/session-use';
import { codeText } from '../ast/code-text';
import type { Tail } from '../ast/tail';
import { tailOf } from '../ast/tail';
import { createRule } from '../create-rule';
import { inCallback } from '../fix/continue-in-callback';
import type { AccountAction } from '../secrets/names/account-actions';

type Options = [{ callbacks?: boolean }];

const usual: readonly AccountAction[] = ['login', 'register'];

export default createRule<Options, 'kept' | 'asked' | 'byLibrary' | 'inCallback'>({
  name: 'require-session-regeneration',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a new session id when a user logs in',
      recommended: true,
      strict: [{ callbacks: true }],
      cwe: ['CWE-384'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          callbacks: {
            type: 'boolean',
            description: 'Look at the callbacks of OAuth, OpenID Connect and SAML providers too.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      kept:
        'Whoever planted a session id in this browser is logged in along with the user, because `{{library}}` ' +
        'keeps the id (session fixation). Call `{{session}}.{{method}}(…)` first, and write `{{key}}` when it is ' +
        'done.',
      asked:
        'Whoever planted a session id in this browser is logged in along with the user, because `{{library}}` ' +
        'keeps the id (session fixation). Call `{{asked}}` in this handler, for a new one with the answer.',
      byLibrary:
        'Whoever planted a session id in this browser is logged in along with the user: `{{call}}` of this ' +
        'version of `{{library}}` keeps the id (session fixation). Use {{version}} or later.',
      inCallback: 'Call `{{call}}((error) => …)`, and run this and what follows in the callback.',
    },
    defaultOptions: [{}],
  },
  create(context, [{ callbacks = false }]) {
    const actions = new Set<AccountAction>(callbacks ? [...usual, 'callback'] : usual);
    return onFile(context, (file) => {
      const logins = unrenewedLoginsIn(file, actions);
      for (const { call, library, renewsFrom } of libraryLoginsIn(file, actions, logins)) {
        const data = { library, version: renewsFrom, call: file.textOf(call.callee) };
        context.report({ node: call, messageId: 'byLibrary', data });
      }
      for (const { use, library, session, method, isOwn, asked } of logins) {
        if (asked !== undefined) {
          context.report({ node: use.node, messageId: 'asked', data: { library, asked } });
          continue;
        }
        const tail = isOwn ? firstWord(use, session, file) : null;
        const offer = inCallback(tail, { call: `${session}.${method}`, keepsStatement: true }, context.sourceCode);
        context.report({
          node: use.node,
          messageId: 'kept',
          data: { library, method, session, key: use.keys.at(-1) ?? '' },
          suggest: offer && [{ messageId: 'inCallback', ...offer }],
        });
      }
    });
  },
});

/** Where a session is read: a new one does not have what was put into the old one. */
const reads = /session\??\.(?!save\b)\w+(?!\w|\s*=[^=])/i;

/** The write and what follows, where neither needs what was in the session before. */
function firstWord(use: SessionUse, session: string, { sourceCode }: FileContext): Tail | null {
  const tail = session.includes('.') ? tailOf(use.whole?.parent, sourceCode) : null;
  const at = tail?.block.body.indexOf(tail.statement) ?? 0;
  const isNeeded = tail?.block.body.some((statement, index) => {
    const text = codeText(statement, sourceCode);
    return index < at ? /session/i.test(text) : reads.test(text);
  });
  return isNeeded ? null : tail;
}
