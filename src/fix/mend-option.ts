import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { quoted } from '../ast/quote';
import { addProperty } from './set-property';
import { offerCookieOption } from './cookie-offer';
import { inOtherUnit } from './exchange-unit';
import type { MovedOption } from './move-option';
import { moveOption, renameKey } from './move-option';
import type { Place } from './set-cookie-option';

/** A value of an option: a string, or anything else that is written as it is. */
export type OptionValue = string | boolean;

/** What would make an option do what it says. */
export type Mending =
  | ({ kind: 'move'; isFixed: boolean } & MovedOption)
  | { kind: 'set'; place: Place | null; option: string; value: OptionValue }
  | { kind: 'code'; node: TSESTree.Expression; option: string; code: string }
  | { kind: 'unit'; node: TSESTree.Expression; option: string; to: 'ms' | 's' }
  | { kind: 'add'; owner: TSESTree.ObjectExpression; options: readonly MissingOption[] }
  | { kind: 'lifetime'; date: TSESTree.Expression; ahead: TSESTree.Expression; key: string };

interface MissingOption {
  /** The keys from the object down; those before the last are the same for all. */
  missing: readonly string[];
  value: OptionValue;
}

type Ids = 'move' | 'moveInUnit' | 'set' | 'inHeader' | 'addAll';
type Offer = Pick<TSESLint.ReportDescriptor<Ids>, 'fix' | 'suggest'>;

/** The edit that mends an option: a fix where it only puts in force what was meant, a suggestion elsewhere. */
export function offerMending(mending: Mending | null, near: TSESTree.Node, sourceCode: TSESLint.SourceCode): Offer {
  switch (mending?.kind) {
    case 'move': {
      const fix = moveOption(mending, sourceCode);
      if (fix && mending.isFixed) return { fix };
      return suggested(fix, mending.isInSeconds ? 'moveInUnit' : 'move', { option: mending.option.join('.') });
    }
    case 'set': {
      const { place, option, value } = mending;
      const code = place?.kind === 'text' ? textOf(value) : codeOf(value, near, sourceCode);
      const messageId = place?.kind === 'text' ? 'inHeader' : 'set';
      const choice = { messageId, data: { option, code }, value: code } as const;
      return offerCookieOption(place, [choice], undefined, sourceCode);
    }
    case 'code': {
      const { node, option, code } = mending;
      return suggested((fixer) => fixer.replaceText(node, code), 'set', { option, code });
    }
    case 'unit': {
      const { node, option, to } = mending;
      if (sourceCode.getCommentsInside(node).length > 0) return {};
      const code = inOtherUnit(node, to, sourceCode);
      return suggested((fixer) => fixer.replaceText(node, code), 'set', { option, code });
    }
    case 'add': {
      const { owner, options } = mending;
      const keys = options.map(({ missing }) => `\`${missing.at(-1)}\``).join(', ');
      return suggested((fixer) => addOptions(fixer, owner, options, near, sourceCode), 'addAll', { dropped: keys });
    }
    case 'lifetime':
      return suggested(lifetimeForDate(mending, sourceCode), 'move', { option: mending.key });
    default:
      return {};
  }
}

function suggested(fix: TSESLint.ReportFixFunction | null, messageId: Ids, data: Record<string, string>): Offer {
  return fix ? { suggest: [{ messageId, data, fix }] } : {};
}

const codeOf = (value: OptionValue, near: TSESTree.Node, sourceCode: TSESLint.SourceCode): string =>
  typeof value === 'string' ? quoted(value, near, sourceCode) : String(value);

/** In the text of a header what is on is there, and has no value. */
const textOf = (value: OptionValue): string => (value === true ? '' : String(value));

function addOptions(
  fixer: TSESLint.RuleFixer,
  owner: TSESTree.ObjectExpression,
  options: readonly MissingOption[],
  near: TSESTree.Node,
  sourceCode: TSESLint.SourceCode,
): TSESLint.RuleFix[] {
  const [first, ...others] = options;
  if (!first) return [];
  const code = (value: OptionValue): string => codeOf(value, near, sourceCode);
  const rest = others.map(({ missing, value }) => `, ${missing.at(-1)}: ${code(value)}`);
  return addProperty(fixer, owner, first.missing, code(first.value) + rest.join(''), sourceCode);
}

/** `maxAge: n` for `expires: new Date(Date.now() + n)`; null where the date is no property of its own. */
function lifetimeForDate(
  { date, ahead, key }: Extract<Mending, { kind: 'lifetime' }>,
  sourceCode: TSESLint.SourceCode,
): TSESLint.ReportFixFunction | null {
  const property = date.parent;
  if (property.type !== 'Property' || property.computed || property.shorthand || property.value !== date) return null;
  if (sourceCode.getCommentsInside(property).length > 0) return null;
  return (fixer) => [renameKey(fixer, property, key, sourceCode), fixer.replaceText(date, sourceCode.getText(ahead))];
}
