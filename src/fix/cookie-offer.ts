import type { TSESLint } from '@typescript-eslint/utils';
import type { Place } from './set-cookie-option';
import { setCookieOption } from './set-cookie-option';

/** One value an option can be given, and the words that say so. */
export interface Choice<Ids extends string> {
  messageId: Ids;
  data: Record<string, string>;
  /** The code of the value; for the text of a header, what follows the attribute's `=`. */
  value: string;
}

/** The part of a report that offers edits. */
type Offer<Ids extends string> = Pick<TSESLint.ReportDescriptor<Ids>, 'fix' | 'suggest'>;

/**
 * Offers the values an option can be given: one of them as a fix, or all as suggestions, the best first.
 * Nothing is offered where there is no place for it, or where a comment would be lost.
 */
export function offerCookieOption<Ids extends string>(
  place: Place | null,
  choices: readonly Choice<Ids>[],
  fixed: Choice<Ids> | undefined,
  sourceCode: TSESLint.SourceCode,
): Offer<Ids> {
  if (!place) return {};
  if (place.kind === 'value' && sourceCode.getCommentsInside(place.node).length > 0) return {};
  const edit =
    (value: string): TSESLint.ReportFixFunction =>
    (fixer) =>
      setCookieOption(fixer, place, value, sourceCode);
  if (fixed) return { fix: edit(fixed.value) };
  return { suggest: choices.map(({ messageId, data, value }) => ({ messageId, data, fix: edit(value) })) };
}
