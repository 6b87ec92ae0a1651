import { onFile } from '../model/file/open';
import { tellingNamesIn } from '../findings/cookie/default-session-name';
import { quoted } from '../ast/quote';
import { createRule } from '../create-rule';
import { offerCookieOption } from '../fix/cookie-offer';

type Options = [{ requirePrefix?: boolean }];

export default createRule<Options, 'default' | 'unprefixed' | 'rename'>({
  name: 'no-default-session-name',
  meta: {
    type: 'problem',
    docs: {
      description: "Disallow the library's own name for the session cookie",
      recommended: false,
      danger: 3,
      cwe: ['CWE-200'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          requirePrefix: {
            type: 'boolean',
            description: 'Report every session name that does not begin with `__Host-`.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      default:
        '`{{name}}` is the name that `{{library}}` gives every session cookie: it tells what runs here, and ' +
        'collides with others on the same host. Give it one of your own with `{{option}}`.',
      unprefixed:
        'Without `__Host-` in front of `{{name}}`, another host of the domain can set this session cookie. Begin ' +
        'the name with `__Host-`.',
      rename: 'Set `{{option}}` to `{{value}}`.',
    },
    defaultOptions: [{}],
  },
  create(context, [{ requirePrefix = false }]) {
    const { sourceCode } = context;
    return onFile(context, (file) => {
      for (const { site, cause, node, name, option, place, isPrefixable } of tellingNamesIn(file, requirePrefix)) {
        const base = cause === 'default' ? 'sid' : name.replace(/^__Secure-/i, '');
        const own = isPrefixable ? `__Host-${base}` : requirePrefix ? null : base;
        const choices =
          own === null || own === name
            ? []
            : [{ messageId: 'rename', data: { option, value: own }, value: quoted(own, node, sourceCode) } as const];
        context.report({
          node,
          messageId: cause,
          data: { library: site.module, name, option },
          ...offerCookieOption(place, choices, undefined, sourceCode),
        });
      }
    });
  },
});
