import type { Result } from '../libraries/real/results';
import { code, listed } from './markdown';

/** What is proven beside the rows of the tables: where the data lies, what the methods do. */
export function provenBeside({ places }: Result): string[] {
  const all = Object.values(places);
  const isBeside = (fact: string) =>
    Object.hasOwn(besideNames, fact) || /^(?:storage with|encrypts with) |: /.test(fact);
  const proven = new Set(all.flatMap((place) => place.proven.filter(isBeside)));
  const told = all.flatMap(({ unproven = {} }) => Object.entries(unproven).filter(([fact]) => isBeside(fact)));
  const reasons = [...new Set(told.map(([, reason]) => reason))].map((reason) => {
    const facts = new Set(told.flatMap(([fact, one]) => (one === reason ? [besideName(fact)] : [])));
    return `Not proven: ${listed([...facts])} (${reason}).`;
  });
  return [...(proven.size > 0 ? [`Also proven: ${listed([...proven].map(besideName))}.`] : []), ...reasons];
}

const besideNames: Readonly<Record<string, string>> = {
  storage: 'where session data lies',
  browser: 'what reaches the browser',
  'passed on': 'what is passed on to the session',
  'keeps sessions': 'that sessions are kept',
  'clear text': 'that they lie there in clear text',
  'renewed by': 'what gives it a new id beside it',
  'runs in order': 'that what an application is given first runs first',
  'runs in any order': 'that the order in which an application is given things does not count',
  'behind a proxy': 'how it is told of a proxy',
  'files with the session': 'that a file behind a session is served with it',
  'given elsewhere': 'that its options may be given elsewhere',
};

/** `regenerate: reset` is the method `reset`, which regenerates. */
function besideName(fact: string): string {
  if (besideNames[fact] !== undefined) return besideNames[fact];
  if (fact.startsWith('storage with ')) return `where it lies with ${code(fact.slice('storage with '.length))}`;
  if (fact.startsWith('encrypts with '))
    return `that they are encrypted with ${code(fact.slice('encrypts with '.length))}`;
  const [kind, name] = fact.split(/: /);
  return `${code(`${name}()`)} (${kind})`;
}
