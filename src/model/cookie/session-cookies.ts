import type { TSESTree } from '@typescript-eslint/utils';
import type { CookieHeaderText } from './cookie-header';
import { cookieHeadersIn } from './cookie-header';
import type { CookieWrite } from './cookie-write';
import { cookieWritesIn } from './cookie-writes';
import { constantOf } from '../dataflow/values';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import type { SessionSetup } from '../setup/session-setup';
import { setupsIn } from '../setup/session-setup';

/** A place that says how a session's cookie is sent, told apart by what it is. */
export type SessionCookie = SessionSetup | CookieWrite | CookieHeaderText;

/**
 * Every place of a file that says how a session's cookie is sent: set-ups, cookies written one by one, header texts.
 */
export const sessionCookiesIn = oncePerFile((file: FileContext): readonly SessionCookie[] => [
  ...setupsIn(file),
  ...cookieWritesIn(file),
  ...cookieHeadersIn(file),
]);

/** The name a cookie is given. */
export interface CookieName {
  /** The name; what an expression nobody can read begins with is not known, and has no name. */
  text: string;
  /** The value that says so; null where it is the library's default. */
  node: TSESTree.Expression | null;
  /** True when an edit of `node` changes this cookie and nothing else. */
  isLocal: boolean;
}

/** What a session's cookie is called; null where nobody can say. */
export function cookieNameOf(site: SessionCookie, file: FileContext): CookieName | null {
  if (site.kind === 'header') {
    const { name, node } = site.text;
    return typeof name === 'string' ? { text: name, node, isLocal: false } : null;
  }
  if (site.kind === 'write') return nameAt(site.name as TSESTree.Expression, file, false);
  const reading = site.read('name');
  if (reading?.state === 'absent') {
    return typeof reading.whenAbsent === 'string' ? { text: reading.whenAbsent, node: null, isLocal: false } : null;
  }
  if (reading?.state !== 'set' || reading.others.length > 0) return null;
  return nameAt(reading.node, file, !reading.isShared);
}

function nameAt(node: TSESTree.Expression, file: FileContext, isLocal: boolean): CookieName | null {
  const text = constantOf(node, file)?.value;
  return typeof text === 'string' ? { text, node, isLocal } : null;
}
