import type { WeakCookie } from '../findings/cookie/weak-attribute';
import { weakCookiesIn } from '../findings/cookie/weak-attribute';
import { onFile } from '../model/file/open';
import { quoted } from '../ast/quote';
import { createRule } from '../create-rule';
import type { Choice } from '../fix/cookie-offer';
import { offerCookieOption } from '../fix/cookie-offer';

type Mode = 'always' | 'auto' | 'production';
type Options = [{ autofix?: Mode }];
type Ids = WeakCookie['cause'] | 'missingInHeader' | Mode;

export default createRule<Options, Ids>({
  name: 'require-secure-cookie',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require session cookies to be sent over HTTPS only',
      recommended: true,
      danger: 1,
      cwe: ['CWE-614'],
      inTests: false,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          autofix: {
            type: 'string',
            enum: ['always', 'auto', 'production'],
            description: "Fix with `true`, with `'auto'` where the library has it, or with a comparison of `NODE_ENV`.",
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      absent:
        'This `{{library}}` cookie also travels over plain HTTP, where everyone on the way can read it, unless ' +
        '`{{option}}` is set. Set it to `true`, or to a condition that holds in production.',
      off:
        'This `{{library}}` cookie also travels over plain HTTP, where everyone on the way can read it, because ' +
        '`{{option}}` is `{{value}}`. Set it to `true`, or to a condition that holds in production.',
      removed:
        '`undefined` takes away the default by which `{{library}}` sends this cookie over HTTPS only. Leave ' +
        '`{{option}}` out, or set it to `true`.',
      configured:
        'This session cookie also travels over plain HTTP, where everyone on the way can read it, because ' +
        '`{{option}}` is `{{value}}`. Set it to `true`, or to a condition that holds in production.',
      missingInHeader:
        'The session cookie this header sets also travels over plain HTTP, where everyone on the way can read it. ' +
        'Add `; Secure`.',
      always: 'Set `{{option}}` to `true`: over plain HTTP the cookie is no longer sent.',
      auto: "Set `{{option}}` to `'auto'`: it follows the connection.",
      production: 'Set `{{option}}` to `true` in production only.',
    },
    defaultOptions: [{}],
  },
  create(context, [{ autofix }]) {
    const choicesFor = (weak: WeakCookie): Choice<Mode>[] => {
      const data = { option: weak.option };
      if (weak.place?.kind === 'text') return [{ messageId: 'always', data, value: '' }];
      const text = (value: string): string => quoted(value, weak.node, context.sourceCode);
      return [
        { messageId: 'always', data, value: 'true' },
        ...(weak.values.includes('auto') ? [{ messageId: 'auto', data, value: text('auto') } as const] : []),
        { messageId: 'production', data, value: `process.env.NODE_ENV === ${text('production')}` },
      ];
    };
    return onFile(context, (file) => {
      for (const weak of weakCookiesIn(file, 'secure', (value) => !value)) {
        const choices = choicesFor(weak);
        const chosen = choices.find(({ messageId }) => messageId === autofix);
        context.report({
          node: weak.node,
          messageId: weak.place?.kind === 'text' ? 'missingInHeader' : weak.cause,
          data: { library: weak.site?.module ?? '', option: weak.option, value: weak.found, elsewhere: weak.elsewhere },
          ...offerCookieOption(weak.place, choices, weak.isLocal ? chosen : undefined, context.sourceCode),
        });
      }
    });
  },
});
