import { certain, nameVerdict, none } from './name-verdict';
import type { NameVerdict } from './name-verdict';
import { providers } from './name-words';
import { oncePerName } from './once-per-name';
import { splitWords } from './split-words';

export type { NameClass, NameVerdict } from './name-verdict';
export { splitWords } from './split-words';

/** Names a user has settled: those in `add` are secrets, those in `allow` are none. */
export interface CustomNames {
  add?: readonly string[] | undefined;
  allow?: readonly string[] | undefined;
}

/** Prefixes that make a bundler write an environment variable into the code for the browser. */
const publishedPrefixes = [
  'NEXT_PUBLIC_',
  'VITE_',
  'REACT_APP_',
  'PUBLIC_',
  'EXPO_PUBLIC_',
  'GATSBY_',
  'NUXT_PUBLIC_',
  'NUXT_ENV_',
  'VUE_APP_',
  'NG_APP_',
  'SNOWPACK_PUBLIC_',
  'PREACT_APP_',
  'RAZZLE_',
  'STORYBOOK_',
  'BUN_PUBLIC_',
  'PLASMO_PUBLIC_',
  'TARO_APP_',
  'SANITY_STUDIO_',
  'MIX_',
  'REDWOOD_ENV_',
];

/**
 * Is an environment variable of this name shipped to the browser by design (`NEXT_PUBLIC_API_KEY`)?
 * Source: the documentation of the frameworks whose prefixes these are.
 */
export function isPublishedVariable(name: string): boolean {
  return publishedPrefixes.some((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}

/** Is a word of a name that of a service whose keys and tokens people hold: `githubToken`, `STRIPE_KEY`? */
export function namesProvider(name: string): boolean {
  return splitWords(name).some((word) => providers.has(word));
}

/** The shell's working directory, which has the name of a password by accident. */
const directoryVariables: ReadonlySet<string> = new Set(['PWD', 'OLDPWD', 'INIT_CWD']);

const verdictOf = oncePerName((name): NameVerdict => {
  const isHarmless = isPublishedVariable(name) || directoryVariables.has(name);
  return isHarmless ? none : nameVerdict(splitWords(name));
});

/** The lists of the settings live as long as the settings do. */
const spellings = new WeakMap<readonly string[], ReadonlySet<string>>();

function isListed(name: string, names: readonly string[] | undefined): boolean {
  if (names === undefined || names.length === 0) return false;
  const known = spellings.get(names) ?? new Set(names.map((candidate) => splitWords(candidate).join(' ')));
  spellings.set(names, known);
  const own = splitWords(name).join(' ');
  return own !== '' && known.has(own);
}

/**
 * Does a name say that the value behind it is a secret?
 *
 * @param name a property, variable, environment variable or setter key, in any spelling: `apiKey`, `api_key` and
 *   `API-KEY` are the same name
 * @param custom the user's own names; `allow` wins over `add`, both win over the lists
 * @returns a verdict, `none` for whatever is not understood; the source of the words is secret-name research over
 *   public scanners and two package trees
 */
export function classifyName(name: string, custom?: CustomNames): NameVerdict {
  if (isListed(name, custom?.allow)) return none;
  if (isListed(name, custom?.add)) return certain;
  return verdictOf(name);
}
