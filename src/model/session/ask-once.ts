import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import type { SessionObject } from './session-object';

/** Names, fields and results that lead to each other in a row; further on, nothing is known. */
const longest = 100;

const wayIn = oncePerFile((_file: FileContext) => ({ length: 0 }));

/** The answer for a part of the file, found when it is first asked for. */
export function once<Part>(
  known: Map<Part, SessionObject | null>,
  part: Part,
  file: FileContext,
  find: () => SessionObject | null,
): SessionObject | null {
  const answer = known.get(part);
  if (answer !== undefined) return answer;
  // Entered before it is known: functions and fields may hand a session round in circles.
  known.set(part, null);
  const way = wayIn(file);
  if (way.length >= longest) return null;
  way.length += 1;
  const session = find();
  way.length -= 1;
  known.set(part, session);
  return session;
}
