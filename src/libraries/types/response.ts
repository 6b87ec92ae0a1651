import type { ExportPath, MemberPath } from './paths';
import type { Within } from './paths';

/** A way in which what it is given leaves the server, in answer to a request. */
export interface ResponseFact {
  /** What becomes of it: the body of a response, the address of a redirect, the data of a page's template. */
  as: 'body' | 'redirect' | 'page';
  /**
   * By the way it is called or assigned to: `res.json`, `ctx.body`. Calls in between do not matter
   * (`res.status(200).json`).
   */
  members?: readonly MemberPath[];
  /** By where the callee comes from: `['NextResponse', 'json']`; for `new NextResponse()` without the `()`. */
  exports?: readonly ExportPath[];
  /** Constructors every runtime has: `Response`. */
  globals?: readonly string[];
  /** Index of the argument; left out: every argument. */
  argument?: number;
}

/** Functions whose result is the response, the whole of it. */
export interface HandlerFact {
  /**
   * By the name they are exported under: `loader`. Only for the sessions of the same library, or in files of its own.
   */
  exported?: readonly string[];
  /** The files of its own. */
  within?: Within;
  /** By a decorator of the method: `@Get()`. */
  decorators?: readonly ExportPath[];
  /** By the name that the second parameter of handlers has in all of the library's documentation: `reply`. */
  secondParameter?: string;
}
