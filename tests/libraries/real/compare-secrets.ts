import type { SecretFact } from '../../../src/libraries/types';
import { secretName } from '../../support/place-names';
import type { Findings } from './findings';
import type { Change, Seen, Told, Trial } from './run';
import { optionAt, see } from './run';
import type { Subject } from './subjects';

/** A text that is plainly no secret of anybody. */
const textOf = (length: number): string => 'probe-'.repeat(Math.ceil(length / 6)).slice(0, length);

/** Gives each place of a secret one that is too short, one that just does, and none. */
export async function compareSecrets({ secrets }: Subject, trial: Trial, findings: Findings): Promise<void> {
  for (const fact of secrets) {
    // One that no refusal shows is proven by the probe.
    if (Object.hasOwn(trial.place.proofs ?? {}, `secret ${secretName(fact)}`)) continue;
    const others = secrets.filter((one) => one !== fact);
    await findings.look(`secret ${secretName(fact)}`, async (wrong) => {
      const say = async (what: string, secret: unknown, isTaken: boolean) => {
        const seen = await see(trial, told(fact, others, secret, trial));
        if ('refused' in seen === isTaken)
          wrong(`${what}: ${isTaken ? 'taken' : 'refused'} by the facts, but ${shown(seen)}`);
      };
      if (fact.encoding === 'base64') {
        return say('32 bytes in base64', Buffer.alloc(32, 7).toString('base64'), true);
      }
      const { minLength } = fact;
      if (minLength !== undefined) await say(`${minLength - 1} characters`, textOf(minLength - 1), false);
      await say(`${minLength ?? 1} characters`, textOf(minLength ?? 1), true);
      await say('no secret', undefined, fact.unsignedWhenAbsent ?? false);
    });
  }
}

const shown = (seen: Seen): string => ('refused' in seen ? `refused: ${seen.refused}` : seen.lines.join(' | '));

/** A secret at its own place alone; in a list where the options of the probe have one. */
function told({ path, argument }: SecretFact, others: readonly SecretFact[], text: unknown, { place }: Trial): Told {
  const isList = Array.isArray(optionAt(place.options, path));
  const value = text === undefined ? undefined : (place.secret?.(text as string) ?? (isList ? [text] : text));
  const without = others.flatMap((one): Change[] =>
    one.argument === undefined ? [{ path: one.path, remove: true }] : [],
  );
  if (argument !== undefined) return { changes: without, secret: value };
  return { changes: [...without, value === undefined ? { path, remove: true } : { path, value }] };
}
