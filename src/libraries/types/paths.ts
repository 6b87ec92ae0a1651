/**
 * The files of a framework that hands things to functions by their bare names, so that `cookies.set` or `session` mean
 * something there and nothing elsewhere. One of the two is enough.
 */
export interface Within {
  /** How the path ends, without its extension: `hooks.server`, `config/session`. */
  files?: readonly string[];
  /** Modules such a file loads, types included: `./$types`. */
  imports?: readonly string[];
}

/**
 * The way from a module to a value: `['getIronSession', '()']` is the result of calling the export `getIronSession`
 * (awaited or not, `new` alike), `[]` the default export in all its disguises, `*` any one step.
 */
export type ExportPath = readonly string[];

/** The end of a member chain that starts at something no file defines: `req.session`, `ctx.cookies.set`. */
export type MemberPath = string;
