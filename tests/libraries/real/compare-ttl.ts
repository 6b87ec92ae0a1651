import { vi } from 'vitest';
import { jarAfter } from './cookie';
import type { Read } from './compare-storage';
import type { Findings } from './findings';
import type { Change, Trial } from './run';
import { see, withApp } from './run';
import type { Subject } from './subjects';

const hour = 3600;

/** Turns the clock forward, and looks how long the session's data is accepted. */
export async function compareTtl({ attributes }: Subject, trial: Trial, read: Read, findings: Findings): Promise<void> {
  const ttl = attributes.ttl ?? (trial.place.endsData ? attributes.maxAge : undefined);
  if (!ttl) return;
  await findings.look(ttl === attributes.ttl ? 'ttl' : 'maxAge', async (wrong) => {
    const perSecond = ttl.unit === 'ms' ? 1000 : 1;
    const expect = async (what: string, change: Change, seconds: number, isAlive: boolean) => {
      if ((await isAliveAfter(seconds, change, trial, read)) !== isAlive) {
        wrong(`${what}: ${isAlive ? 'accepted' : 'refused'} after ${seconds} seconds by the facts, but it is not`);
      }
    };
    const { path, whenAbsent } = ttl;
    const said = { path, value: 2 * hour * perSecond };
    await expect('2 hours', said, hour, true);
    await expect('2 hours', said, 2 * hour + 300, false);
    if (typeof whenAbsent === 'number') {
      await expect('left out', { path, remove: true }, whenAbsent / perSecond - 600, true);
      await expect('left out', { path, remove: true }, whenAbsent / perSecond + 600, false);
    }
    if (whenAbsent === false) await expect('left out', { path, remove: true }, 5 * 365 * 24 * hour, true);
    for (const kind of ttl.rejectsTypes ?? []) {
      const seen = await see(trial, { changes: [{ path, value: kind === 'string' ? 'soon' : 1000 }] });
      const isTaken = !('refused' in seen) && !seen.lines.some((line) => line.includes('Invalid Date'));
      if (isTaken) wrong(`rejects each ${kind}, but sends ${seen.lines.join(' | ')}`);
    }
    for (const value of ttl.endless ?? []) await expect(String(value), { path, value }, 5 * 365 * 24 * hour, true);
  });
}

async function isAliveAfter(seconds: number, change: Change, trial: Trial, read: Read): Promise<boolean> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  try {
    return await withApp(trial, { changes: [change] }, async (app) => {
      const lines = await app.visit({
        https: true,
        act: (session) => session && trial.write(session(), 'probe', 'value'),
      });
      const cookie = jarAfter(lines);
      vi.setSystemTime(Date.now() + seconds * 1000);
      let back: unknown;
      const act = async (session?: () => unknown) => (back = session && (await read(session(), 'probe')));
      await app.visit({ https: true, cookie, act }).catch(() => undefined);
      return back === 'value';
    });
  } finally {
    vi.useRealTimers();
  }
}
