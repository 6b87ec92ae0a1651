import type { ExportPath, MemberPath } from './paths';

/** A call that logs a user in or out, and what it does to the session. */
export interface AccountCall {
  does: 'login' | 'logout';
  /** By the way it is written: `req.logout`. */
  members?: readonly MemberPath[];
  /** By where it comes from: `['authenticate']`. */
  exports?: readonly ExportPath[];
  /** The first version that gives the session a new id by itself; left out when every version we know of does. */
  renewsFrom?: string;
  /**
   * True when nothing is done where a function is among the arguments: it is told the user and has to log in itself.
   */
  callbackTakesOver?: boolean;
  /** Options that, when they are `false`, leave the session alone. */
  skippedBy?: readonly string[];
  /** The first version that throws where it is given no function. */
  callbackFrom?: string;
}
