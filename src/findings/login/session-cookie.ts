import type { TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../../libraries/types';
import { scalarOf } from '../../model/dataflow/values';
import type { File } from '../../model/file/file-context';
import { setupsIn } from '../../model/setup/session-setup';

/** `connect.sid`, `app.sid`: the id of a session on the server by its last word. `token` may be anybody's. */
const ofId = /(?:^|[._-])sid$/i;

/**
 * Does a name stand for the cookie of a library's session? By the set-ups in sight; where there are none, by the
 * library's own name for it, or one that says as much.
 */
export function isSessionCookieOf(library: Library, name: TSESTree.Node | undefined, file: File): boolean {
  const text = name && scalarOf(name, file)?.value;
  if (typeof text !== 'string') return false;
  const here = setupsIn(file).filter((setup) => setup.library === library);
  if (here.length === 0) {
    return ofId.test(text) || (library.setups ?? []).some(({ attributes }) => attributes?.name?.whenAbsent === text);
  }
  return here.some((setup) => {
    const reading = setup.read('name');
    if (reading?.state === 'absent') return reading.whenAbsent === text;
    return reading?.state === 'set' && scalarOf(reading.node, file)?.value === text;
  });
}
