import { longLivedSessionsIn } from '../findings/cookie/long-lived-session';
import { inWords, millisecondsOf } from '../model/dataflow/duration';
import { onFile } from '../model/file/open';
import { createRule } from '../create-rule';
import { oncePerName } from '../secrets/names/once-per-name';

type Profile = 'nist-aal2' | 'nist-aal3' | 'pci';
type Options = [{ max?: string | number; profile?: Profile }];
type Ids = 'long' | 'endless' | 'endlessly' | 'sliding' | 'idle';

const hour = 3_600;

/** Seconds; NIST SP 800-63B-4, sections 2.2.3 and 2.3.3, and PCI DSS 4.0.1, requirement 8.2.8. */
const profiles: Record<Profile, { most: number; idle: number }> = {
  'nist-aal2': { most: 24 * hour, idle: hour },
  'nist-aal3': { most: 12 * hour, idle: hour / 4 },
  pci: { most: Infinity, idle: hour / 4 },
};

export default createRule<Options, Ids>({
  name: 'no-long-lived-session',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow sessions that never end, and those that last longer than a given time',
      recommended: true,
      strict: [{ max: '30d' }],
      danger: 3,
      cwe: ['CWE-613'],
      inTests: false,
    },
    schema: [
      {
        type: 'object',
        properties: {
          max: {
            type: ['number', 'string'],
            description:
              "The longest time a session may last: a number of days, or a text such as `'12h'` or `'30 days'`.",
          },
          profile: {
            type: 'string',
            enum: Object.keys(profiles),
            description: 'The limits of a standard, of the whole session and of the time without a request.',
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      long:
        '`{{library}}` lets this session live for {{duration}}, and a stolen cookie opens it just as long. Set ' +
        '`{{option}}` to {{max}} at most.',
      endless:
        '`{{library}}` lets this session live without end, and a stolen cookie opens it just as long. Set ' +
        '`{{option}}` to {{max}} at most.',
      endlessly:
        '`{{library}}` lets this session live without end, and a stolen cookie opens it just as long. Give ' +
        '`{{option}}` a time that ends.',
      sliding:
        '`{{library}}` begins the lifetime of this session anew with each request, so it never ends for whoever ' +
        'keeps using it. Set `{{option}}` to `false`, and let it end after {{max}}.',
      idle:
        '`{{library}}` keeps this session open for {{duration}} without a request, and `{{profile}}` allows ' +
        '{{max}}. Set `{{option}}` to that at most.',
    },
    defaultOptions: [{}],
  },
  create(context, [{ max, profile }]) {
    const limits = profile ? profiles[profile] : { most: Infinity, idle: Infinity };
    const most = Math.min(limits.most, max === undefined ? Infinity : secondsOf(max));
    return onFile(context, (file) => {
      for (const { site, node, option, seconds, cause } of longLivedSessionsIn(file, { most, idle: limits.idle })) {
        const messageId = cause === 'endless' && most === Infinity ? 'endlessly' : cause;
        const end = cause === 'idle' ? limits.idle : most;
        const data = {
          library: site.module,
          option,
          duration: inWords(seconds),
          max: inWords(end),
          profile: profile ?? '',
        };
        context.report({ node, messageId, data });
      }
    });
  },
});

const secondsOfText = oncePerName((max) => (/[a-z]$/i.test(max) ? (millisecondsOf(max) ?? 0) / 1000 : 0));

/** @throws when it is no time, with a message for the user */
function secondsOf(max: string | number): number {
  const seconds = typeof max === 'number' ? max * 86_400 : secondsOfText(max);
  if (seconds > 0) return seconds;
  throw new TypeError(
    `The option "max" of no-long-lived-session is ${JSON.stringify(max)}. Expected a number of days above 0, or a ` +
      'text such as "12h" or "30 days".',
  );
}
