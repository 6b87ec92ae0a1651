import type { TSESTree } from '@typescript-eslint/utils';
import type { AttributeFact, AttributeName, Scalar } from '../../libraries/types';
import type { FileContext } from '../../model/file/file-context';
import { attributeValueOf } from '../../model/cookie/attribute-value';
import type { SessionCookie } from '../../model/cookie/session-cookies';

/** A value the library does not understand. */
export interface RefusedValue {
  attribute: AttributeName;
  /** The option, as the library spells it. */
  option: string;
  node: TSESTree.Expression;
  cause:
    /** The library throws, or sends what no browser understands. */
    | 'refused'
    /** `secure: 'auto'` where any text means `true`. */
    | 'meansTrue';
  value: Scalar;
  /** What it understands instead. */
  values: readonly Scalar[];
  isLocal: boolean;
}

const judged = ['secure', 'sameSite'] as const;

/** Values of a session's cookie that its library refuses; where it depends on the version, only when that is known. */
export function refusedValuesOf(site: SessionCookie, file: FileContext): RefusedValue[] {
  return judged.flatMap((attribute) => {
    const fact = site.attributes[attribute];
    const said = fact && attributeValueOf(site, attribute, file);
    const value = said?.state === 'set' ? said.constant?.value : undefined;
    // What is off is another rule's subject, whatever the library makes of it.
    if (!fact || said?.state !== 'set' || value === undefined || value === null || value === false) return [];
    const cause = isRefused(attribute, fact, value) ? 'refused' : meaningOf(attribute, fact, value, site);
    if (!cause) return [];
    const { node, isLocal } = said;
    return [{ attribute, option: fact.path.join('.'), node, cause, value, values: fact.values ?? [], isLocal }];
  });
}

function isRefused(attribute: AttributeName, fact: AttributeFact, value: Scalar): boolean {
  const { values = [], rejects = [], rejectsTypes = [] } = fact;
  if (values.includes(value)) return false;
  if (rejects.includes(value) || rejectsTypes.some((type) => type === typeof value)) return true;
  // What is none of its words in any case of letters is none of anybody's.
  return (
    attribute === 'sameSite' &&
    values.length > 0 &&
    typeof value === 'string' &&
    !['', 'true', 'false'].includes(value) &&
    !values.some((one) => String(one).toLowerCase() === value.toLowerCase())
  );
}

function meaningOf(
  attribute: AttributeName,
  fact: AttributeFact,
  value: Scalar,
  site: SessionCookie,
): 'meansTrue' | null {
  // Only what is known of a library's words says that this is none of them.
  const isAuto = attribute === 'secure' && value === 'auto' && site.kind !== 'header';
  return isAuto && !fact.values?.includes('auto') && !fact.rejectsTypes?.length ? 'meansTrue' : null;
}
