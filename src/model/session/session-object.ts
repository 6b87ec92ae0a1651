import type { SessionFact } from '../../libraries/types';
import type { Fact } from '../facts/known-libraries';

/** An expression that holds a request's session data. */
export interface SessionObject {
  /** Facts that speak of it: several where libraries share an idiom such as `req.session`; none for the user's own. */
  facts: readonly Fact<SessionFact>[];
  /** False when the expression belongs to one library for certain: by import, type, decorator or callback. */
  isShared: boolean;
  /** True when a function of this file was handed it, or handed it back: its name may hold something else, too. */
  isHandedOn?: boolean;
  /** True for the property that holds the values of a session which keeps them there. */
  isData?: boolean;
}

/** The name of the property the values of a session lie below; undefined where they are its own. */
export const dataNameOf = ({ facts, isData = false }: SessionObject): string | undefined =>
  isData ? undefined : facts.find(({ fact }) => fact.data)?.fact.data;

/** What belongs to its libraries for certain; null where no fact speaks of it. */
export const certain = (facts: readonly Fact<SessionFact>[]): SessionObject | null =>
  facts.length > 0 ? { facts, isShared: false } : null;

/**
 * Is the session one that the library hands on by itself: to scripts of the browser, or out of a serializer? What lies
 * there is made anew again and again, so a reference in it would not stay the same.
 */
export function isClientVisible({ facts }: SessionObject): boolean {
  return facts.some(({ fact }) => fact.storage === 'browser' || fact.passedOn);
}
