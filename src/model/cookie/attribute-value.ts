import type { TSESTree } from '@typescript-eslint/utils';
import type { AttributeName, Scalar } from '../../libraries/types';
import type { Constant } from '../dataflow/query';
import { constantOf, possibleValuesOf } from '../dataflow/values';
import type { CookieHeaderText } from './cookie-header';
import type { SessionCookie } from './session-cookies';
import type { FileContext } from '../file/file-context';

/** What is said of an attribute where it can only be one thing, in options and in the text of a header alike. */
export type AttributeValue =
  | {
      state: 'set';
      /** The value where it is written; the whole text of a header. */
      node: TSESTree.Expression;
      /** The value; null when only a run can tell. A flag in the text of a header is `true`. */
      constant: Constant | null;
      /** True when an edit of `node` changes this cookie and nothing else. */
      isLocal: boolean;
    }
  | { state: 'absent'; whenAbsent: Scalar | undefined }
  | { state: 'unknown' };

const flags: ReadonlySet<AttributeName> = new Set(['secure', 'httpOnly', 'partitioned']);

/** Unknown also where the value may be one of several, and where the library has no such attribute. */
export function attributeValueOf(site: SessionCookie, attribute: AttributeName, file: FileContext): AttributeValue {
  if (site.kind === 'header') return saidInText(site, attribute);
  const reading = site.read(attribute);
  if (!reading || reading.state === 'unknown') return { state: 'unknown' };
  if (reading.state === 'absent') return { state: 'absent', whenAbsent: reading.whenAbsent };
  if (reading.others.length > 0) return { state: 'unknown' };
  const [source, ...others] = possibleValuesOf(reading.node, file);
  if (!source || others.length > 0) {
    return { state: 'set', node: reading.node, constant: constantOf(reading.node, file), isLocal: false };
  }
  const isLocal = !reading.isShared && !source.isShared;
  return { state: 'set', node: source.node, constant: constantOf(source.node, file), isLocal };
}

function saidInText({ text, attributes }: CookieHeaderText, attribute: AttributeName): AttributeValue {
  const key = attributes[attribute]?.path[0];
  if (key === undefined) return { state: 'unknown' };
  const said = text.attribute(key);
  if (said.state !== 'set') {
    return said.state === 'absent'
      ? { state: 'absent', whenAbsent: attributes[attribute]?.whenAbsent }
      : { state: 'unknown' };
  }
  const value = flags.has(attribute) ? true : said.value;
  return { state: 'set', node: text.node, constant: value === null ? null : { value }, isLocal: false };
}

/** Is an attribute off for certain, by its value or by the library's default? */
export function isOff(said: AttributeValue): boolean {
  if (said.state === 'absent') return said.whenAbsent === false;
  return said.state === 'set' && said.constant !== null && !said.constant.value;
}
