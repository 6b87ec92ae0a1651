import { reveals } from './cookie';
import type { Findings } from './findings';
import type { Trial } from './run';
import { withApp } from './run';
import type { Subject } from './subjects';

/** Somebody is logged in by a provider: are the tokens in the cookies? */
export async function compareTokens(
  { attributes: { tokens } }: Subject,
  trial: Trial,
  findings: Findings,
): Promise<void> {
  if (!tokens) return;
  const { path, whenAbsent } = tokens;
  await findings.look('tokens', async (wrong) => {
    const words = trial.place.tokens ?? '';
    if (words === '') return wrong('`tokens` of the probe says nothing');
    for (const change of [
      { path, value: true },
      { path, value: false },
      { path, remove: true },
    ]) {
      const isOn = change.value ?? whenAbsent;
      await withApp(trial, { changes: [change] }, async (app) => {
        const lines = await app.visit({ https: true, act: () => undefined });
        if (lines.length === 0) wrong('nobody was logged in');
        if (lines.some((line) => reveals(line, words)) !== isOn)
          wrong(`${String(isOn)} by the facts, but ${lines.join(' | ')}`);
      });
    }
  });
}
