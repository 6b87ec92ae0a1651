import type { TSESTree } from '@typescript-eslint/utils';
import type { Library } from '../../libraries/types';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { setupsIn } from '../../model/setup/session-setup';

/** `connect.sid`, `app.sid`: the id of a session on the server by its last word. `token` may be anybody's. */
const ofId = /(?:^|[._-])sid$/i;

/**
 * Does a name stand for the cookie of a library's session? By the set-ups in sight; where there are none, by the
 * library's own name for it, or one that says as much.
 */
export function isSessionCookieOf(library: Library, name: TSESTree.Node | undefined, file: FileContext): boolean {
  const text = name && constantOf(name, file)?.value;
  if (typeof text !== 'string') return false;
  const here = setupsIn(file).filter((setup) => setup.library === library);
  if (here.length === 0) {
    return ofId.test(text) || (library.setups ?? []).some(({ attributes }) => attributes?.name?.whenAbsent === text);
  }
  return here.some((setup) => {
    const reading = setup.read('name');
    if (reading?.state === 'absent') return reading.whenAbsent === text;
    return reading?.state === 'set' && constantOf(reading.node, file)?.value === text;
  });
}
