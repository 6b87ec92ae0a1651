import type { CookieRead } from '../../../src/libraries/types';
import type { Findings } from './findings';
import type { App } from './probe';
import type { Told, Trial } from './run';
import { withApp } from './run';
import type { Subject } from './subjects';

/** What the cookies of the request say; nothing in it has to be encoded. */
const texts = { sid: 'marked-words-of-the-probe', other: 'words-of-another-cookie' };

/** What `reading by …` of a probe hands to `visited`: the call, and the arguments that stand before the name. */
interface Reading {
  call: (...given: unknown[]) => unknown;
  before?: readonly unknown[];
}

/** What is claimed of a call: that it gives the cookie, in each of the files it is meant in. */
export const readFactsOf = ({ within }: CookieRead): string[] => ['the cookie', ...(within?.files ?? []).map(inFile)];

const inFile = (file: string): string => `the cookie in ${file}`;

/** Sends two cookies, and makes the call the facts name: it has to give the one that is asked for. */
export async function compareReads({ read }: Subject, trial: Trial, findings: Findings): Promise<void> {
  if (!read) return;
  await findings.look('the cookie', (wrong) => compareRead(read, trial, {}, wrong));
  for (const file of read.within?.files ?? []) {
    await findings.look(inFile(file), (wrong) => compareRead(read, trial, { file }, wrong));
  }
}

async function compareRead(
  read: CookieRead,
  trial: Trial,
  told: Told,
  wrong: (problem: string) => void,
): Promise<void> {
  const { cookie: written = (_name: string, text: string) => text } = trial.place;
  const pairs = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => `${name}=${await written(name, text)}`),
  );
  const readBack = (name: string, cookie?: string) => withApp(trial, told, (app) => readIn(app, read, name, cookie));
  for (const [name, text] of Object.entries(texts)) {
    const back = await readBack(name, pairs.join('; '));
    if (textOf(read, back) !== text) wrong(`${name} is ${text}, but ${shown(back)} is read`);
    // Whoever hands the object on hands the text on with it.
    else if (!shown(back).includes(text))
      wrong(`the text is left out of what is written of the object: ${shown(back)}`);
  }
  for (const cookie of [pairs[1], undefined]) {
    const back = await readBack('sid', cookie);
    if (textOf(read, back)) wrong(`sid is not sent with ${cookie ?? 'no cookie'}, but ${shown(back)} is read`);
  }
}

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** The text, where the facts say that it is. */
const textOf = ({ value }: CookieRead, back: unknown): unknown =>
  value === undefined ? back : (back as Record<string, unknown> | null | undefined)?.[value];

/** What the call gives in one request. */
async function readIn(app: App, { name: index }: CookieRead, name: string, cookie?: string): Promise<unknown> {
  let back: unknown;
  let isCalled = false;
  const act = async (way?: () => unknown) => {
    const { call, before = [] } = way?.() as Reading;
    const given = [...before];
    given[index] = name;
    isCalled = true;
    back = await call(...given);
  };
  await app.visit({ https: true, act, ...(cookie ? { cookie } : {}) });
  if (!isCalled) throw new Error('the request did not get to the call');
  return back;
}
