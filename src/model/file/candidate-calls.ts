import { calledName } from '../../ast/called-name';
import { definitionOf, variableOf } from '../../ast/definition';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from './file-context';
import { oncePerFile } from './file-context';
import type { RelevantNodes } from './relevant-nodes';

/**
 * The calls that a fact may be about: by a name that facts speak of, of something that a library we know gives, or
 * under a name that the file gives it itself. Asked once for all facts, because most calls that a session or a cookie
 * is near are a program's own: `expect(session)`.
 */
export const candidateCallsIn: (file: FileContext) => RelevantNodes['calls'] = oncePerFile(
  (file): RelevantNodes['calls'] =>
    file.nodes.calls.filter(
      (call) => file.libraries.words.has(calledName(call)) || isOfLibrary(call, file) || isRenamed(call, file),
    ),
);

type Call = RelevantNodes['calls'][number];

function isOfLibrary({ callee }: Call, file: FileContext): boolean {
  const origin = file.originOf(callee);
  return origin !== null && file.librariesOf(origin).length > 0;
}

/** `const leave = req.logout; leave()`, `({ logout: leave }) => leave()`. */
function isRenamed(call: Call, file: FileContext): boolean {
  const callee = unwrap(call.callee);
  const definition = callee.type === 'Identifier' ? definitionOf(variableOf(callee, file.sourceCode)) : null;
  return definition?.type === 'value' || definition?.type === 'parameter';
}
