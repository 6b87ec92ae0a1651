import type {
  AccountCall,
  Application,
  Attributes,
  CookieRead,
  CookieWrite,
  Handed,
  Library,
  SecretFact,
  SessionFact,
  Setup,
} from '../../../src/libraries/types';
import {
  applicationNames,
  exportName,
  handedNames,
  readNames,
  routerName,
  secretName,
  sessionNames,
  setupNames,
  staticName,
  storeNames,
  writeNames,
} from '../../support/place-names';
import { accountNames } from './compare-account';

/** Facts that are proven together, under all the names of the places that share them. */
export interface Subject {
  names: readonly string[];
  attributes: Attributes;
  secrets: readonly SecretFact[];
  storage?: Setup['storage'];
  storageWhen: NonNullable<Setup['storageWhen']>;
  replaces?: Setup['replaces'];
  defaultsFrom?: CookieWrite['defaultsFrom'];
  /** A call that logs in or out. */
  account?: AccountCall;
  /** A call that reads a cookie; the whole fact, as each is proven for itself. */
  read?: CookieRead;
  /** Is there a session behind it, whose methods can be called? */
  hasSession: boolean;
  /** Other claims, which take a proof of their own. */
  claims: readonly string[];
}

/** What set-ups and cookie writes have in common here. */
type Facts = Partial<
  Pick<Subject, 'hasSession' | 'claims' | 'account' | 'read'> &
    Pick<Setup, 'storage' | 'storageWhen' | 'replaces'> &
    Pick<CookieWrite, 'attributes' | 'secrets' | 'defaultsFrom'>
>;

/** Everything a fact file claims that can be seen in a cookie. */
export function subjectsOf({
  setups = [],
  cookieWrites = [],
  cookieReads = [],
  cookieHeaders = [],
  sessions = [],
  accountCalls = [],
  store,
  ...others
}: Library): Subject[] {
  const hasOwnSessions = setups.some(({ storage }) => storage !== undefined);
  const subject = (names: readonly string[], facts: Facts): Subject => ({
    names,
    attributes: facts.attributes ?? {},
    secrets: facts.secrets ?? [],
    storageWhen: facts.storageWhen ?? [],
    hasSession: facts.hasSession ?? facts.storage !== undefined,
    claims: facts.claims ?? [],
    ...(facts.storage ? { storage: facts.storage } : {}),
    ...(facts.replaces ? { replaces: facts.replaces } : {}),
    ...(facts.account ? { account: facts.account } : {}),
    ...(facts.read ? { read: facts.read } : {}),
    ...(facts.defaultsFrom ? { defaultsFrom: facts.defaultsFrom } : {}),
  });
  const all = [
    ...setups.map((setup) =>
      subject(setupNames(setup), {
        ...setup,
        claims: [
          ...('isInjected' in setup && setup.isInjected ? ['given elsewhere'] : []),
          ...(setup.givenId ?? []).map((name) => `gives the id: ${name}`),
        ],
      }),
    ),
    ...cookieWrites.map((write) => subject(writeNames(write), write)),
    ...cookieReads.map((read) => subject(readNames(read), { read })),
    ...sessions.flatMap((session) => {
      const claims = [
        ...(session.storage === 'browser' ? ['browser'] : []),
        ...(session.passedOn ? ['passed on'] : []),
        ...((session.renewedBy ?? session.renewedByKey) ? ['renewed by'] : []),
        ...afterLogout(session),
        ...(session.storeMembers ? ['the store hands on sessions'] : []),
      ];
      const isAlone = !hasOwnSessions && session.methods !== undefined;
      return isAlone || claims.length > 0 ? [subject(sessionNames(session), { hasSession: isAlone, claims })] : [];
    }),
    ...accountCalls.map((account) => subject(accountNames(account, exportName), { account })),
    ...(store
      ? [
          subject(storeNames(store), {
            claims: [
              'keeps sessions',
              'clear text',
              ...(store.secrets ?? []).map((secret) => `encrypts with ${secretName(secret)}`),
            ],
          }),
        ]
      : []),
    ...(others.applications ?? []).map((application) =>
      subject(applicationNames(application), { claims: claimsOf(application) }),
    ),
    ...(others.routers ?? []).map((path) =>
      subject([routerName(path)], { claims: changing.map((method) => `route: ${method}`) }),
    ),
    ...(others.hands ? [subject(handedNames(others.hands), { claims: handsOf(others.hands) })] : []),
    ...(others.staticFiles ?? []).map((path) => subject([staticName(path)], { claims: ['files with the session'] })),
    ...cookieHeaders.map(({ header, attributes }) => subject([`the header ${header}`], { attributes })),
  ];
  const factsOf = ({ names: _, ...facts }: Subject) => JSON.stringify(facts);
  const alike = groupBy(all, factsOf);
  return [...alike.values()].flatMap((same) => {
    const names = [...new Set(same.flatMap(({ names }) => names))];
    return same[0] ? [{ ...same[0], names }] : [];
  });
}

/** What becomes of a session when a logout does less than end it. */
const afterLogout = ({ afterUnset, unsetEndsWith, afterCookie }: SessionFact): string[] => [
  ...(afterUnset ? [`${afterUnset} when it is set to nothing`] : []),
  ...(unsetEndsWith ? [`ends when it is set to nothing, with ${unsetEndsWith.path.join('.')}`] : []),
  ...(afterCookie ? [`${afterCookie} when its cookie is cleared`] : []),
];

/** What a handler is given, by the first name of each parameter. */
const handsOf = ({ to, errorFirstOf }: Handed): string[] => [
  ...to.map(([name], index) => `parameter ${index + 1} is ${name}`),
  ...(errorFirstOf === undefined ? [] : [`an error first, of ${errorFirstOf}`]),
];

/** Methods of routers for requests that change something. */
const changing = ['post', 'put', 'patch', 'delete'];

/** What an application does with what it is given, and what gives it back. */
const claimsOf = ({ adds, changes, chained = [], isOrdered, proxy }: Application): string[] => [
  ...adds.map((method) => `adds: ${method}`),
  isOrdered ? 'runs in order' : 'runs in any order',
  ...changes.map((method) => `route: ${method}`),
  ...[...adds, ...changes, ...chained].map((method) => `gives itself: ${method}`),
  ...(proxy ? ['behind a proxy'] : []),
];

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
