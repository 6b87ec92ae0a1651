import type { Library, SessionFact } from '../../../src/libraries/types';
import { jarAfter } from './cookie';
import type { Read } from './compare-storage';
import type { Findings } from './findings';
import type { Trial } from './run';
import { cookieIn, withApp } from './run';

type Methods = NonNullable<SessionFact['methods']>;
type Session = Record<string, (...given: unknown[]) => unknown>;

/** The methods of all sessions of a library together. */
export function methodsOf({ sessions = [] }: Library): Methods {
  const all: Record<string, string[]> = {};
  for (const { methods = {} } of sessions) {
    for (const [kind, names] of Object.entries(methods)) all[kind] = [...new Set([...(all[kind] ?? []), ...names])];
  }
  return all;
}

/** Calls each method the facts name, and looks what became of the session. */
export async function compareMethods(methods: Methods, trial: Trial, read: Read, findings: Findings): Promise<void> {
  const { write } = trial;
  for (const name of methods.set ?? []) {
    await findings.look(`set: ${name}`, async (wrong) => {
      const back = await over(trial, [
        (session) => session[name]!('probe', 'value'),
        (session) => read(session, 'probe'),
      ]);
      if (back.at(-1) !== 'value') wrong(`read back as ${String(back.at(-1))}`);
    });
  }
  for (const name of methods.assign ?? []) {
    await findings.look(`assign: ${name}`, async (wrong) => {
      const back = await over(trial, [
        (session) => session[name]!({ probe: 'value' }),
        (session) => read(session, 'probe'),
      ]);
      if (back.at(-1) !== 'value') wrong(`read back as ${String(back.at(-1))}`);
    });
  }
  for (const name of methods.get ?? []) {
    await findings.look(`get: ${name}`, async (wrong) => {
      const back = await over(trial, [
        (session) => write(session, 'probe', 'value'),
        (session) => session[name]!('probe'),
      ]);
      if (back.at(-1) !== 'value') wrong(`gets ${String(back.at(-1))}`);
    });
  }
  for (const name of methods.has ?? []) {
    await findings.look(`has: ${name}`, async (wrong) => {
      const [, yes, no] = await over(trial, [
        (session) => write(session, 'probe', 'value'),
        (session) => session[name]!('probe'),
        (session) => session[name]!('other'),
      ]);
      if (yes !== true || no !== false)
        wrong(`says ${String(yes)} of a key that is there, and ${String(no)} of another`);
    });
  }
  for (const name of methods.all ?? []) {
    await findings.look(`all: ${name}`, async (wrong) => {
      const all = (session: Session) => (typeof session[name] === 'function' ? session[name]() : session[name]);
      const [, text] = await over(trial, [
        (session) => write(session, 'probe', 'value'),
        async (session) => JSON.stringify(await all(session)),
      ]);
      if (!String(text).includes('"probe":"value"')) wrong(`gives ${String(text)}`);
    });
  }
  for (const name of methods.clear ?? []) {
    await findings.look(`clear: ${name}`, async (wrong) => {
      const back = await over(trial, [
        async (session) => {
          await write(session, 'probe', 'value');
          await write(session, 'other', 'value');
        },
        (session) => session[name]!('probe'),
        (session) => read(session, 'probe'),
        (session) => read(session, 'other'),
      ]);
      if (isThere(back[2]) || back[3] !== 'value')
        wrong(`leaves ${String(back[2])}, and ${String(back[3])} at another key`);
    });
  }
  for (const name of methods.regenerate ?? []) {
    await findings.look(`regenerate: ${name}`, async (wrong) => {
      const ids: (string | undefined)[] = [];
      await over(
        trial,
        [
          (session) => write(session, 'probe', 'value'),
          async (session, now) => {
            await called(session, name);
            await write(now(), 'other', 'value');
          },
        ],
        (lines) => ids.push(cookieIn(lines, trial.place)?.value),
      );
      if (!ids[1] || ids[0] === ids[1]) wrong(`the cookie was ${ids[0]} and is ${ids[1]}`);
    });
  }
  for (const name of methods.destroy ?? []) {
    await findings.look(`destroy: ${name}`, async (wrong) => {
      const back = await over(trial, [
        (session) => write(session, 'probe', 'value'),
        (session) => called(session, name),
        (session) => read(session ?? {}, 'probe'),
      ]);
      if (isThere(back[2])) wrong(`the session still has ${String(back[2])}`);
    });
  }
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

type Step = (session: Session, now: () => Session) => unknown;

/** One visit after the other, each with the cookies of those before. What each step answered. */
async function over(
  trial: Trial,
  steps: readonly Step[],
  onLines?: (lines: readonly string[]) => void,
): Promise<unknown[]> {
  return withApp(trial, {}, async (app) => {
    const answers: unknown[] = [];
    let cookie = '';
    for (const step of steps) {
      const act = async (session?: () => unknown) => {
        const now = () => session?.() as Session;
        answers.push(await step(now(), now));
      };
      const lines = await app.visit({ https: true, cookie, act });
      onLines?.(lines);
      cookie = jarAfter(lines, cookie);
    }
    return answers;
  });
}

/** A method that can do nothing with a callback is called without one. */
function calledWith(session: Session, name: string, done: (error?: unknown) => void): unknown {
  try {
    return session[name]!(done);
  } catch {
    return session[name]!();
  }
}

/** Calls a method and waits for its promise or its callback; a method that has neither gets a moment. */
function called(session: Session, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown) => (error ? reject(error as Error) : resolve());
    const answer = calledWith(session, name, done) as
      { then?: (resolve: () => void, reject: (error: unknown) => void) => void } | undefined;
    if (typeof answer?.then === 'function') answer.then(() => resolve(), reject);
    else setTimeout(resolve, 100);
  });
}
