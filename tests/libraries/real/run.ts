import type { Cookie } from './cookie';
import { cookieOf } from './cookie';
import type { App, More, Place, Visit } from './probe';

/** A place of a library, ready to be tried. */
export interface Trial {
  place: Place;
  library: unknown;
  version: string;
  /** The facts' own way of writing to a session. */
  write: (session: unknown, key: string, value: string) => unknown;
}

/** One option, by its path, and the value it is given; `remove` takes it away. */
export interface Change {
  path: readonly string[];
  value?: unknown;
  remove?: boolean;
}

/** How a library is told something for once. */
export interface Told extends Partial<More> {
  changes?: readonly Change[];
  https?: boolean;
  headers?: Visit['headers'];
}

/** What came of it: a cookie, or why there is none. */
export type Seen = { cookie: Cookie; lines: readonly string[] } | { refused: string };

/** Starts the library with changed options and does with it what is asked. Throws what the library throws. */
export async function withApp<T>(trial: Trial, told: Told, use: (app: App) => Promise<T>): Promise<T> {
  const { place, library, version } = trial;
  const options = (told.changes ?? []).reduce(changed, copied(place.options ?? {}));
  const more: More = { secret: undefined, withoutOptions: false, version, ...told };
  if (!place.start) throw new Error('the probe does not start anything here');
  const app = await place.start(library as never, options as never, more);
  try {
    return await use(app);
  } finally {
    await app.close?.();
  }
}

/** The cookie that comes of a new session, or of one written cookie. */
export async function see(trial: Trial, told: Told = {}): Promise<Seen> {
  try {
    return await withApp(trial, told, async (app) => {
      const act = (session?: () => unknown) => session && trial.write(session(), 'probe', 'value');
      const lines = await app.visit({
        https: told.https ?? true,
        act,
        ...(told.headers ? { headers: told.headers } : {}),
      });
      const cookie = cookieIn(lines, trial.place);
      return cookie ? { cookie, lines } : { refused: 'no cookie was set' };
    });
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** The cookie of the session, among those of its signature and of others. */
export function cookieIn(lines: readonly string[], { besides = [] }: Place): Cookie | undefined {
  return lines.map(cookieOf).find(({ name }) => !name.endsWith('.sig') && !besides.includes(name));
}

/** Libraries fill in what they are given: each start gets objects of its own. What is no plain object is handed on. */
function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]));
}

function changed(options: unknown, { path, value, remove = false }: Change): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  // Nothing is to be taken away where nothing is.
  if (remove && rest.length > 0 && (options as Record<string, unknown> | undefined)?.[key] === undefined)
    return options;
  const own = typeof options === 'object' && options !== null ? options : {};
  // What is made by the library (a store, a key) is handed on as it is.
  const copy: Record<string, unknown> = { ...own };
  if (rest.length > 0) copy[key] = changed(copy[key], { path: rest, value, remove });
  else if (remove) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** What the options say at a path. */
export const optionAt = (options: unknown, path: readonly string[]): unknown =>
  path.reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], options);
