import { calledName } from '../ast/called-name';
import type { File } from './file';
import { oncePerFile } from './file';
import type { Sites } from './sites';

/**
 * The calls that a fact may be about: of something that a library we know gives, or by a name that facts speak of. Asked
 * once for all facts, because most calls that a session or a cookie is near are a program's own: `expect(session)`.
 */
export const callsInQuestion: (file: File) => Sites['calls'] = oncePerFile(
  (file): Sites['calls'] =>
    file.sites.calls.filter((call) => {
      if (file.libraries.words.has(calledName(call))) return true;
      const origin = file.originOf(call.callee);
      return origin !== null && file.librariesOf(origin).length > 0;
    }),
);
