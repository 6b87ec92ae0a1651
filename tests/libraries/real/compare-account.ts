import type { AccountCall, Library } from '../../../src/libraries/types';
import { jarAfter } from './cookie';
import type { Findings } from './findings';
import type { Account, Given } from './probe';
import type { Trial } from './run';
import { cookieIn, withApp } from './run';
import { isBelow } from './version';

/** The methods of a call by their bare names: `login` for `req.login` and `request.login`. */
const methodsOf = ({ members = [], exports = [] }: AccountCall): string[] => [
  ...new Set([
    ...members.map((member) => member.slice(member.lastIndexOf('.') + 1)),
    ...exports.flatMap((path) => path.at(-1) ?? []),
  ]),
];

/** What is claimed of a call, by kinds. */
const kindsOf = (fact: AccountCall): string[] => [
  fact.does === 'login' ? 'logs in' : 'logs out',
  'new id',
  ...(fact.callbackTakesOver ? ['left to a function'] : []),
  ...(fact.skippedBy ?? []).map((option) => `skipped by ${option}`),
  ...(fact.callbackFrom ? ['asks for a function'] : []),
];

/** The names of everything a call claims. */
export const accountFactsOf = (fact: AccountCall): string[] =>
  methodsOf(fact).flatMap((method) => kindsOf(fact).map((kind) => `${kind}: ${method}`));

/** The calls of a library, under the names they have in docs/libraries.md and in its probe. */
export const accountNames = (
  { members = [], exports = [] }: AccountCall,
  nameOf: (path: readonly string[]) => string,
): string[] => [...members, ...exports.map(nameOf)].map((name) => `${name}()`);

/** Logs somebody in or out in every way the facts speak of, and looks at the session before and after. */
export async function compareAccount(
  fact: AccountCall,
  { module }: Library,
  trial: Trial,
  findings: Findings,
): Promise<void> {
  const renews = fact.renewsFrom === undefined || !isBelow(trial.version, fact.renewsFrom);
  const refuses = fact.callbackFrom !== undefined && !isBelow(trial.version, fact.callbackFrom);
  for (const method of methodsOf(fact)) {
    const usual = await called(fact, method, trial, {});
    const look = (kind: string, ask: () => Promise<string | undefined> | string | undefined) =>
      findings.look(`${kind}: ${method}`, async (wrong) => {
        const problem = usual.threw === undefined ? await ask() : `${module} throws ${usual.threw}`;
        if (problem !== undefined) wrong(problem);
      });
    const isLogin = fact.does === 'login';
    await look(isLogin ? 'logs in' : 'logs out', () =>
      usual.isIn === isLogin ? undefined : `is ${usual.isIn ? 'in' : 'out'} afterwards`,
    );
    await look('new id', () =>
      isRenewed(usual) === renews ? undefined : `renewed: ${renews} by the facts, but ${shown(usual)}`,
    );
    if (fact.callbackTakesOver) {
      await look('left to a function', async () => untouched(await called(fact, method, trial, { callback: true })));
    }
    for (const option of fact.skippedBy ?? []) {
      await look(`skipped by ${option}`, async () =>
        untouched(await called(fact, method, trial, { options: { [option]: false } })),
      );
    }
    if (fact.callbackFrom) {
      await look('asks for a function', async () => {
        const { threw } = await called(fact, method, trial, { callback: false });
        return (threw !== undefined) === refuses
          ? undefined
          : `throws without one: ${refuses} by the facts, but ${threw}`;
      });
    }
  }
}

/** What became of a session. */
interface Became {
  before: string | undefined;
  after: string | undefined;
  isIn: boolean;
  threw?: string;
}

const isRenewed = ({ before, after }: Became): boolean => before !== after;
const shown = ({ before, after }: Became): string => `the cookie was ${before} and is ${after}`;

function untouched(became: Became): string | undefined {
  if (became.threw !== undefined) return `throws ${became.threw}`;
  if (became.isIn) return 'is in afterwards';
  return isRenewed(became) ? shown(became) : undefined;
}

/** One call in a session that was there before; somebody is in where it is to log out. */
async function called({ does }: AccountCall, method: string, trial: Trial, given: Given): Promise<Became> {
  return withApp(trial, {}, async (app) => {
    let cookie = '';
    const idOf = () => cookieIn(cookie.split('; '), trial.place)?.value;
    const visit = async (act: (account: Account) => unknown) => {
      const lines = await app.visit({ https: true, cookie, act: (account) => act(account?.() as Account) });
      cookie = jarAfter(lines, cookie);
    };
    await visit((account) => account.keep());
    if (does === 'logout') await visit((account) => account.call('logIn', {}));
    const became: Became = { before: idOf(), after: undefined, isIn: false };
    await visit(async (account) => {
      try {
        await account.call(method, given);
      } catch (error) {
        became.threw = error instanceof Error ? error.message : String(error);
      }
    });
    became.after = idOf();
    await visit((account) => (became.isIn = account.isIn()));
    if (became.before === undefined) throw new Error('there is no session whose id could change');
    return became;
  });
}
