import { weakCookiesIn } from '../findings/cookie/weak-attribute';
import { onFile } from '../model/file/open';
import { createRule } from '../create-rule';
import { offerCookieOption } from '../fix/cookie-offer';

export default createRule({
  name: 'require-http-only-cookie',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require session cookies to be out of reach of scripts',
      recommended: true,
      danger: 1,
      cwe: ['CWE-1004'],
      inTests: false,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      absent:
        'Scripts on the page can read this `{{library}}` cookie: `{{option}}` is off unless it is set, and one ' +
        'injected script takes the session. Set it to `true`.',
      off:
        'Scripts on the page can read this `{{library}}` cookie because `{{option}}` is `{{value}}`, and one ' +
        'injected script takes the session. Set it to `true`.',
      removed:
        '`undefined` takes away the default by which `{{library}}` hides this cookie from scripts. Leave ' +
        '`{{option}}` out, or set it to `true`.',
      configured:
        'Scripts on the page can read this session cookie because `{{option}}` is `{{value}}`, and one injected ' +
        'script takes the session. Set it to `true`.',
      missingInHeader:
        'Scripts on the page can read the session cookie this header sets, and one injected script takes the ' +
        'session. Add `; HttpOnly`.',
      set: 'Hide the cookie from scripts with `{{option}}`.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const weak of weakCookiesIn(file, 'httpOnly', (value) => !value)) {
        const { option, place } = weak;
        const isFixed = weak.isLocal && weak.site?.kind === 'setup';
        const choice = { messageId: 'set', data: { option }, value: place?.kind === 'text' ? '' : 'true' } as const;
        context.report({
          node: weak.node,
          messageId: place?.kind === 'text' ? 'missingInHeader' : weak.cause,
          data: { library: weak.site?.module ?? '', option, value: weak.found, elsewhere: weak.elsewhere },
          ...offerCookieOption(place, [choice], isFixed ? choice : undefined, context.sourceCode),
        });
      }
    });
  },
});
