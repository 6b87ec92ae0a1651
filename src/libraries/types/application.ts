import type { ExportPath } from './paths';

/** A server application: what sessions, static files and routes are added to. */
export interface Application {
  /** What makes one: `['()']` for `express()`. */
  export: ExportPath;
  /** Methods that add a middleware or plugin: `use`. */
  adds: readonly string[];
  /** Methods that add a route for requests that change something: `post`; none where only routers have them. */
  changes: readonly string[];
  /** Other methods that give the application back: `set`. */
  chained?: readonly string[];
  /** True when what is added first runs first, so that a session is nothing to what was added before it. */
  isOrdered?: boolean;
  /** How an application is told that a proxy in front of it ends TLS. */
  proxy?: {
    /** The words that leaves in the text. */
    words: string;
    /** The statement that says so, for an application called `app`; left out where it is an option. */
    statement?: string;
  };
}

/** What applications and routers hand to the functions they are given, whatever those call it. */
export interface Handed {
  /** What makes such an application or router: `['Router', '()']`. */
  by: readonly ExportPath[];
  /** What the facts call each parameter, the first one first: `[['req', 'request'], ['res', 'response']]`. */
  to: readonly (readonly string[])[];
  /** A function with so many parameters is handed an error first. */
  errorFirstOf?: number;
}
