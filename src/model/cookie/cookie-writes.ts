import type { TSESTree } from '@typescript-eslint/utils';
import { blockAround } from '../../ast/functions';
import { isFlagCookie } from '../../secrets/names/cookie-names';
import { constantOf } from '../dataflow/values';
import { candidateCallsIn } from '../file/candidate-calls';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import { assignedCookiesIn } from './assigned-cookie';
import { writeAt } from './cookie-call';
import { isDeletion } from './cookie-deletion';
import { nameTextOf } from './cookie-member-name';
import { holdsSession, namesSession } from './cookie-name';
import type { CookieWrite } from './cookie-write';

/** Every cookie write of a file, whatever the cookie is for, in the order of the text. */
export const allCookieWritesIn = oncePerFile((file: FileContext): readonly CookieWrite[] =>
  [...candidateCallsIn(file).flatMap((call) => writeAt(call, file) ?? []), ...assignedCookiesIn(file)].sort(
    (a, b) => a.node.range[0] - b.node.range[0],
  ),
);

/** The writes of cookies that hold a session, by their names; deletions are none. */
export const cookieWritesIn = oncePerFile((file: FileContext): readonly CookieWrite[] => {
  const writes = allCookieWritesIn(file).filter((write) => isOfSession(write, file) && !isDeletion(write, file));
  if (writes.length < 2) return writes;
  const tokens = writes.filter(({ name }) => !isUserId(name, file)).map(({ node }) => blockAround(node));
  return writes.filter(({ name, node }) => !isUserId(name, file) || !tokens.includes(blockAround(node)));
});

/** By its name, or by what its value is called where the name says nothing; a flag holds no session. */
function isOfSession({ fact, name, value }: CookieWrite, file: FileContext): boolean {
  if (fact.isOfSession) return true;
  const text = nameTextOf(name, file);
  if (!namesSession(name, file)) return value !== null && holdsSession(value, text);
  const constant = text !== undefined && value ? constantOf(value, file) : null;
  return !constant || !isFlagCookie(text ?? '', constant.value);
}

/** A user's id beside a token tells scripts who is there; it opens nothing, as it may where it comes alone. */
const isUserId = (name: TSESTree.Node, file: FileContext): boolean =>
  /^user[_-]?(?:uu)?id$/i.test(String(constantOf(name, file)?.value));
