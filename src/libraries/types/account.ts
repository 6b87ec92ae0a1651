import type { ExportPath, MemberPath } from '../types';

/** A call that logs a user in or out, and what it does to the session. */
export interface AccountCall {
  does: 'login' | 'logout';
  /** By the way it is written: `req.logout`. */
  members?: readonly MemberPath[];
  /** By where it comes from: `['authenticate']`. */
  exports?: readonly ExportPath[];
  /** The first version that gives the session a new id by itself; left out when every version we know of does. */
  renewsFrom?: string;
  /** The first version that throws where it is given no function. */
  callbackFrom?: string;
}
