import type { WeakCookie } from '../findings/cookie/weak-attribute';
import { weakCookiesIn } from '../findings/cookie/weak-attribute';
import { onFile } from '../model/file/open';
import { quoted } from '../ast/quote';
import { createRule } from '../create-rule';
import { offerCookieOption } from '../fix/cookie-offer';

type Options = [{ allowNone?: boolean }];

export default createRule<Options, WeakCookie['cause'] | 'none' | 'configuredNone' | 'missingInHeader' | 'set'>({
  name: 'require-same-site-cookie',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require session cookies to stay out of requests that other sites start',
      recommended: true,
      cwe: ['CWE-1275'],
      inTests: false,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          allowNone: {
            type: 'boolean',
            description: "Accept `sameSite: 'none'`, for sessions that live in frames of other sites.",
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      absent:
        'Without `{{option}}`, some browsers send this `{{library}}` cookie with requests that other sites start, ' +
        'and those act in the name of the user. Set it to `{{lax}}`.',
      off:
        'Because `{{option}}` is `{{value}}`, other sites can start requests with this `{{library}}` cookie, ' +
        'which act in the name of the user. Set it to `{{lax}}`.',
      removed:
        '`undefined` takes away the default by which `{{library}}` keeps this cookie out of requests that other ' +
        'sites start. Leave `{{option}}` out, or set it to `{{lax}}`.',
      none:
        '`{{option}}` is `{{value}}`: every site can start requests with this `{{library}}` cookie, which act in ' +
        'the name of the user. Use `{{lax}}`, or allow it with `allowNone` if the session has to work in frames ' +
        'of other sites.',
      configured:
        'Because `{{option}}` is `{{value}}`, other sites can start requests with this session cookie, which act ' +
        'in the name of the user. Set it to `{{lax}}`.',
      configuredNone:
        '`{{option}}` is `{{value}}`: every site can start requests with this session cookie, which act in the ' +
        'name of the user. Use `{{lax}}`, or allow it with `allowNone` if the session has to work in frames of ' +
        'other sites.',
      missingInHeader:
        'Some browsers send the session cookie of this header with requests that other sites start, and those act ' +
        'in the name of the user. Add `; SameSite=Lax`.',
      set: 'Set `{{option}}` to `{{lax}}`.',
    },
    defaultOptions: [{}],
  },
  create(context, [{ allowNone = false }]) {
    const isOff = (value: unknown): boolean => !value || (!allowNone && isNone(value));
    return onFile(context, (file) => {
      for (const weak of weakCookiesIn(file, 'sameSite', isOff)) {
        const { option, place } = weak;
        const lax = laxOf(weak);
        const value = place?.kind === 'text' ? lax : quoted(lax, weak.node, context.sourceCode);
        const data = { library: weak.site?.module ?? '', option, lax: `'${lax}'`, value: weak.found };
        const isFixed = weak.isLocal && weak.site?.kind === 'setup' && !isNone(weak.value);
        const choice = { messageId: 'set', data, value } as const;
        context.report({
          node: weak.node,
          messageId: causeOf(weak),
          data: { ...data, elsewhere: weak.elsewhere },
          ...offerCookieOption(place, [choice], isFixed ? choice : undefined, context.sourceCode),
        });
      }
    });
  },
});

const isNone = (value: unknown): boolean => typeof value === 'string' && value.toLowerCase() === 'none';

function causeOf({
  cause,
  place,
  value,
}: WeakCookie): WeakCookie['cause'] | 'none' | 'configuredNone' | 'missingInHeader' {
  if (isNone(value)) return cause === 'configured' ? 'configuredNone' : 'none';
  return place?.kind === 'text' ? 'missingInHeader' : cause;
}

/** `lax`, in the spelling the library accepts. */
function laxOf({ values }: WeakCookie): string {
  return String(values.find((value) => String(value).toLowerCase() === 'lax') ?? 'lax');
}
