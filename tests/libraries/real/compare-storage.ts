import type { Scalar, DataLocation, StorageWhen } from '../../../src/libraries/types';
import { exportName } from '../../support/place-names';
import { jarAfter, reveals } from './cookie';
import type { Findings } from './findings';
import type { Told, Trial } from './run';
import { withApp } from './run';
import type { Subject } from './subjects';

/** Words to look for in cookies. */
const marker = 'marked words of the probe';

/** The facts' own way of reading from a session. */
export type Read = (session: unknown, key: string) => unknown;

/** What an option that moves the data is to be tried with: `store`, `store: "cookie"`, `store: CookieStore()`. */
export function storageSamples({
  path,
  storage,
  values = [],
  exports = [],
}: StorageWhen): { path: readonly string[]; name: string; storage: DataLocation; value?: Scalar }[] {
  const option = path.join('.');
  const given = [
    ...values.map((value) => ({ name: `${option}: ${JSON.stringify(value)}`, value })),
    ...exports.map((one) => ({ name: `${option}: ${exportName(one)}` })),
  ];
  return (given.length > 0 ? given : [{ name: option }]).map((one) => ({ path, storage, ...one }));
}

/** Stores words in a session, and looks where they lie. */
export async function compareStorage(subject: Subject, trial: Trial, read: Read, findings: Findings): Promise<void> {
  const { storage, storageWhen, attributes } = subject;
  if (storage) {
    await findings.look('storage', async (wrong) => {
      const found = await storageSeen(trial, () => ({}), read);
      if (found !== storage) wrong(`${storage} according to the facts, but ${found}`);
    });
  }
  for (const { path, name, storage: then, value } of storageWhen.flatMap(storageSamples)) {
    await findings.look(`storage with ${name}`, async (wrong) => {
      const sample = trial.place.samples?.[name] ?? (value === undefined ? undefined : () => value);
      if (!sample) return wrong(`\`samples\` of the probe has nothing for ${name}`);
      const found = await storageSeen(trial, () => ({ changes: [{ path, value: sample() }] }), read);
      if (found !== then) wrong(`${then} according to the facts, but ${found}`);
    });
  }
  const { browser } = trial.place;
  if (browser) {
    await findings.look('browser', async (wrong) => {
      const handed = await browser(trial.library as never, marker, trial.version);
      if (!reveals(handed, marker)) wrong(`the browser is not handed the words: ${handed}`);
    });
  }
  if (attributes.store?.whenAbsent === 'memory') {
    const { path } = attributes.store;
    await findings.look('store', async (wrong) => {
      const found = await storageSeen(trial, () => ({ changes: [{ path, remove: true }] }), read);
      if (found !== 'server') wrong(`in memory according to the facts, but ${found}`);
    });
  }
}

/**
 * Readable in the cookie: `signed-client`. Out of sight, and a second program with the same options reads the session
 * from the cookie alone: `encrypted-client`. The same program alone reads it: `server`.
 * @throws where the session is not read back at all
 */
async function storageSeen(trial: Trial, told: () => Told, read: Read): Promise<DataLocation> {
  return withApp(trial, told(), async (app) => {
    const lines = await app.visit({
      https: true,
      act: (session) => session && trial.write(session(), 'probe', marker),
    });
    const cookie = jarAfter(lines);
    let back: unknown;
    const visit = {
      https: true,
      cookie,
      act: async (session?: () => unknown) => (back = session && (await read(session(), 'probe'))),
    };
    await app.visit(visit);
    if (back !== marker) throw new Error(`read back as ${String(back)} from ${cookie}`);
    if (lines.some((line) => reveals(line, marker))) return 'signed-client';
    back = undefined;
    const isElsewhere = await withApp(trial, told(), async (second) => {
      await second.visit(visit).catch(() => undefined);
      return back === marker;
    });
    return isElsewhere ? 'encrypted-client' : 'server';
  });
}
