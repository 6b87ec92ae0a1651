import { splitWords } from './split-words';

/** What a handler does with an account, by what it is called. */
export type AccountAction = 'login' | 'callback' | 'register' | 'logout';

/** Phrases, their words run together; the first that is found decides. */
const phrases: readonly (readonly [RegExp, AccountAction])[] = [
  [/ (?:log ?out|sign ?out|log ?off|sign ?off) /, 'logout'],
  [/ (?:callback|cb|oauth return|oauth redirect|handle redirect|acs|assertion) /, 'callback'],
  [/ (?:log ?in|sign ?in|authenticate) /, 'login'],
  [/ (?:register|sign ?up|registration) /, 'register'],
];

/** Names that ask about a login, prepare one, or guard what lies behind it. */
const others =
  / (?:is|has|was|check|ensure|require|requires|required|need|needs|must|not|status|forgot|only|guard|middleware|unless|before|after) /;

/** What a name or one segment of a path says that is done: `postLogin`, `sign-in`, `logoutUser`; null for all else. */
export function accountActionOf(name: string): AccountAction | null {
  const text = ` ${splitWords(name).join(' ')} `;
  if (others.test(text)) return null;
  return phrases.find(([phrase]) => phrase.test(text))?.[1] ?? null;
}

/** Collections of logins: something is posted to them to log in, and deleted from them to log out. */
const collections = new Set(['session', 'sessions', 'auth', 'authentication']);

/** A second factor ends a login: `/2fa`, `/mfa/verify`, `/verify-mfa`. To set one up, or to take it away, is none. */
const factor = /(?:^| )(?:2 ?fa|mfa|totp|two ?factor|second factor|multi ?factor)(?: |$)/;
const steps = /^(?:auth|authentication|challenge|check|code|complete|confirm|login|verif(?:y|ication)|validate|api)$/;

function isSecondFactor(ending: string): boolean {
  const text = splitWords(ending).join(' ');
  const rest = text
    .replace(factor, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  return factor.test(text) && rest.every((word) => steps.test(word));
}

/**
 * What a route does by its path and method.
 * @param method in lower case; empty when it is not known
 */
export function routeActionOf(path: string, method: string): AccountAction | null {
  const segments =
    path
      .split(/[?#]/, 1)[0]
      ?.split('/')
      .filter((segment) => segment !== '' && !/^[:{$*[]/.test(segment)) ?? [];
  const actions = segments.map(accountActionOf);
  // `/login/callback` is a callback, `/logout/register-device` no registration.
  for (const action of ['logout', 'callback', 'login', 'register'] as const)
    if (actions.includes(action)) return action;
  if (method !== 'get' && isSecondFactor(segments.slice(-2).join('-'))) return 'login';
  if (!collections.has(segments.at(-1) ?? '')) return null;
  return method === 'post' ? 'login' : method === 'delete' ? 'logout' : null;
}
