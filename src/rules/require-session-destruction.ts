import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { codeText } from '../ast/code-text';
import { quoted } from '../ast/quote';
import type { Tail } from '../ast/tail';
import { tailOf } from '../ast/tail';
import { createRule } from '../create-rule';
import type { End, UnfinishedLogout } from '../findings/login/session-destruction';
import { unfinishedLogoutsIn } from '../findings/login/session-destruction';
import { inCallback } from '../fix/continue-in-callback';
import { addProperty } from '../fix/set-property';
import type { FileContext } from '../model/file/file-context';
import { onFile } from '../model/file/open';

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
        '`{{library}}` throws here and the user stays logged in: from {{version}} on `{{call}}` needs a callback. ' +
        'Write `{{call}}((error) => …)`, and answer in it.',
      kept:
        '`{{call}}` of this version of `{{library}}` takes the user out and leaves the session alive, under an id ' +
        'that others may know. End it as well, or use {{version}} or later, with a callback.',
      unsure:
        'The user may stay logged in: `{{call}}` without a callback throws from `{{library}}` {{version}} on, and ' +
        'leaves the session alive before. Write `{{call}}((error) => …)`, and answer in it.',
      inCallback: 'Write `{{call}}((error) => …)`, and run what follows in the callback.',
      cleared:
        'After this logout the session of `{{library}}` lives on, with all else it holds, under an id that others ' +
        'may know. End it with `{{end}}`.',
      unset:
        '`{{code}}` ends nothing: `{{library}}` keeps the session in its store, and whoever has the cookie, this ' +
        'browser too, stays logged in. End it with `{{end}}`.',
      unsetEnds: 'Write `{{option}}` in the set-up, so that this ends the session.',
      cookie:
        'This takes the cookie from one browser; the session of `{{library}}` lives on in its store, and a copy ' +
        'of the cookie opens it. End it with `{{end}}`.',
    },
    defaultOptions: [],
  },
  create(context) {
    const { sourceCode } = context;
    return onFile(context, (file) => {
      for (const logout of unfinishedLogoutsIn(file)) {
        if (logout.by !== 'call') {
          const { library, end } = logout;
          const node = logout.by === 'clear' ? logout.use.node : logout.node;
          const data = { library, end: codeOf(end), code: file.textOf(node) };
          context.report({
            node,
            messageId: logout.by === 'clear' ? 'cleared' : logout.by,
            data,
            suggest: offersFor(logout, file),
          });
          continue;
        }
        const { call: node, library, callbackFrom, isRefused } = logout;
        const call = file.textOf(node.callee);
        const first = node.arguments.map((argument) => file.textOf(argument)).join(', ');
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

const codeOf = ({ session, method }: End): string =>
  method === undefined ? `${session} = null` : `${session}.${method}(…)`;

type Suggestion = TSESLint.SuggestionReportDescriptor<'inCallback' | 'unsetEnds'>;

function offersFor(logout: Exclude<UnfinishedLogout, { by: 'call' }>, file: FileContext): Suggestion[] {
  const { session, method } = logout.end;
  const statement = logout.by === 'clear' ? logout.use.whole?.parent : logout.node.parent;
  const tail = logout.by === 'cookie' || method === undefined ? null : lastWord(statement, session, file.sourceCode);
  const offer = inCallback(tail, { call: `${session}.${method}`, keepsStatement: false }, file.sourceCode);
  const other = logout.by === 'unset' ? unsetEnding(logout, file) : null;
  return [...(offer ? [{ messageId: 'inCallback' as const, ...offer }] : []), ...(other ? [other] : [])];
}

/** The option of the set-up, where that is in this file and has no other value. */
function unsetEnding(
  { setup }: Extract<UnfinishedLogout, { by: 'unset' }>,
  { sourceCode }: FileContext,
): Suggestion | null {
  if (!setup) return null;
  const { owner, path, value } = setup;
  const code = quoted(value, owner, sourceCode);
  return {
    messageId: 'unsetEnds',
    data: { option: `${path.join('.')}: ${code}` },
    fix: (fixer) => addProperty(fixer, owner, path, code, sourceCode),
  };
}

/** What follows, where that has no more to do with the session: once destroyed, there is none. */
function lastWord(statement: TSESTree.Node | undefined, session: string, sourceCode: TSESLint.SourceCode): Tail | null {
  const tail = session.includes('.') ? tailOf(statement, sourceCode) : null;
  return tail?.rest.some((one) => /session/i.test(codeText(one, sourceCode))) ? null : tail;
}
