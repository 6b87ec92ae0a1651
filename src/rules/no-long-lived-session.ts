import { longLivedSessionsIn } from '../findings/cookie/long-lived-session';
import { inWords, millisecondsOf } from '../model/dataflow/duration';
import { onFile } from '../model/file/file-context';
import { createRule } from '../create-rule';
import { oncePerName } from '../secrets/names/once-per-name';

type Options = [{ max?: string | number }];

export default createRule<Options, 'long' | 'endless'>({
  name: 'no-long-lived-session',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow sessions that last longer than a given time',
      recommended: false,
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
            description: "The longest time a session may last: a number of days, or a text such as `'12h'` or `'30 days'`.",
          },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      long: '`{{library}}` lets this session live for {{duration}}, and a stolen cookie opens it just as long. Set `{{option}}` to {{max}} at most.',
      endless: '`{{library}}` lets this session live without end, and a stolen cookie opens it just as long. Set `{{option}}` to {{max}} at most.',
    },
    defaultOptions: [{ max: '7d' }],
  },
  create(context, [{ max = '7d' }]) {
    const seconds = secondsOf(max);
    return onFile(context, (file) => {
      for (const { site, lifetime } of longLivedSessionsIn(file, seconds)) {
        context.report({
          node: lifetime.node,
          messageId: Number.isFinite(lifetime.seconds) ? 'long' : 'endless',
          data: { library: site.module, option: lifetime.option, duration: inWords(lifetime.seconds), max: inWords(seconds) },
        });
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
    `The option "max" of no-long-lived-session is ${JSON.stringify(max)}. Expected a number of days above 0, or a text such as "12h" or "30 days".`,
  );
}
