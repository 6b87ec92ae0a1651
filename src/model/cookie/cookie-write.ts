import type { TSESTree } from '@typescript-eslint/utils';
import type { CookieWrite as CookieWriteFact } from '../../libraries/types';
import type { CookieSite } from '../setup/cookie-site';

/** One place that writes a cookie, or defines one whose values come later. */
export interface CookieWrite extends CookieSite {
  kind: 'write';
  fact: CookieWriteFact;
  /** The expression of the cookie's name. */
  name: TSESTree.Node;
  /** What is written; null for a definition, and where it is left out. */
  value: TSESTree.Node | null;
}
