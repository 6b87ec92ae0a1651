import { onFile } from '../model/file/open';
import type { IneffectiveOption } from '../findings/cookie/ineffective-option';
import { ineffectiveOptionsIn } from '../findings/cookie/ineffective-option';
import { createRule } from '../create-rule';
import { offerMending } from '../fix/mend-option';

type Ids = IneffectiveOption['cause'] | 'move' | 'set' | 'inHeader' | 'addAll' | 'moveInUnit';

const refuse = 'Browsers refuse a cookie whose name begins with `{{prefix}}`';
const makeSecure = 'unless it is `Secure`, so that nobody stays signed in. Set `{{option}}`.';

export default createRule<[], Ids>({
  name: 'no-ineffective-cookie-option',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow session cookie options that do nothing, or something else than they say',
      recommended: true,
      cwe: ['CWE-16', 'CWE-614', 'CWE-1004'],
      inTests: false,
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      misspelt: '`{{library}}` does not know `{{written}}` and ignores it. Write `{{option}}`.',
      outside: '`{{library}}` ignores `{{written}}` here, because it reads `{{option}}`. Write it there.',
      inside: '`{{library}}` ignores everything in `{{written}}`, because it reads `{{option}}`. Write it there.',
      misspeltInHeader: 'Browsers do not know `{{written}}` and ignore it. Write `{{option}}`.',
      prefixInsecure: `${refuse} ${makeSecure}`,
      noneInsecure: `Browsers refuse a \`SameSite=None\` cookie ${makeSecure}`,
      partitionedInsecure: `Browsers refuse a \`Partitioned\` cookie ${makeSecure}`,
      prefixDomain:
        `${refuse} and that has a domain, so that nobody stays signed in. Leave the domain out, or use ` +
        '`__Secure-`.',
      prefixPath:
        `${refuse} when its path is another than \`/\`, so that nobody stays signed in. Set \`{{option}}\` to ` +
        `\`'/'\`.`,
      prefixNoPath: `${refuse} and that has no path, and \`{{library}}\` sends none by itself. Set \`{{option}}\` to \`'/'\`.`,
      refused: '`{{library}}` does not accept {{value}} for `{{option}}` and sends no usable cookie. Give it {{cure}}.',
      noLifetime:
        '`{{library}}` cannot use {{value}} as `{{option}}`: it throws, or sends the cookie without this ' +
        'lifetime. Give it {{cure}}.',
      dead:
        '`{{library}}` sends this cookie with a lifetime that is over, so browsers drop it at once and nobody ' +
        'stays signed in. Leave `{{option}}` out, or give it a time to come.',
      zeroIgnored:
        '`{{library}}` ignores a `{{option}}` of 0, as if nothing were said. Leave it out, or give it a time to ' +
        'come.',
      tooLong: '`{{library}}` throws where `{{option}}` is more than {{most}}, so nobody signs in. Give it less.',
      moment:
        '`{{library}}` counts `{{option}}` from now on, and {{value}} is a point in time, so this session lasts ' +
        'for decades. Give it {{cure}}.',
      meansTrue:
        "`{{library}}` has no `'auto'` and takes it for `true`: over plain HTTP browsers drop this cookie. Set " +
        '`{{option}}` to `true`, or to a condition that holds in production.',
      secondsForMilliseconds:
        '`{{library}}` counts `{{option}}` in milliseconds, so this session is over after {{duration}}. Multiply ' +
        'the seconds by 1000.',
      millisecondsForSeconds:
        '`{{library}}` counts `{{option}}` in seconds, so this session lasts {{duration}}. Divide the ' +
        'milliseconds by 1000.',
      unsignable:
        '`{{library}}` throws where a cookie is `{{option}}` and `{{signer}}` was given no secret. Give it one, ' +
        'or leave `{{option}}` out.',
      defaults:
        'In `{{library}}` this `{{option}}` replaces every default, and the session cookie loses {{dropped}}. Set ' +
        'them here too.',
      expiry:
        '`{{option}}` is worked out once, when the program starts: after that time every new session of ' +
        '`{{library}}` is over at once. Give it a lifetime instead.',
      move: 'Write it as `{{option}}`.',
      moveInUnit: 'Write it as `{{option}}`, in milliseconds.',
      set: 'Set `{{option}}` to `{{code}}`.',
      inHeader: 'Set `{{option}}` in the header.',
      addAll: 'Set {{dropped}} too.',
    },
    defaultOptions: [],
  },
  create(context) {
    const { sourceCode } = context;
    return onFile(context, (file) => {
      for (const { node, cause, data, mending } of ineffectiveOptionsIn(file)) {
        context.report({ node, messageId: cause, data, ...offerMending(mending, node, sourceCode) });
      }
    });
  },
});
