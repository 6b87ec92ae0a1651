import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { routingOf } from '../../ast/routing';
import { outermost, unwrap } from '../../ast/unwrap';
import type { Handed } from '../../libraries/types';
import type { FileContext } from './file-context';
import { oncePerFile } from './file-context';

const handedIn = oncePerFile((_file: FileContext) => new Map<FunctionNode, Handed | null>());

/**
 * What the facts call the parameter of a function that an application or a router is given: `req` for the first one of
 * `app.get('/', (r, w) => {…})`, where `app` is one of a library that we know. Empty for all other functions: an array
 * has a `map`, and an emitter an `on`.
 */
export function handedAs(fn: FunctionNode, index: number, file: FileContext): readonly string[] {
  const known = handedIn(file);
  let handed = known.get(fn);
  if (handed === undefined) {
    // Entered before it is known, so that nothing can send us round in circles.
    known.set(fn, null);
    handed =
      callsGiven(fn, file)
        .map((call) => handedBy(call, file))
        .find((one) => one !== null) ?? null;
    known.set(fn, handed);
  }
  if (!handed) return [];
  const isErrorFirst = handed.errorFirstOf !== undefined && fn.params.length === handed.errorFirstOf;
  return handed.to[isErrorFirst ? index - 1 : index] ?? [];
}

/** The calls that a function is an argument of: where it is written, or by its name. */
function callsGiven(fn: FunctionNode, file: FileContext): TSESTree.CallExpression[] {
  const id =
    fn.type === 'FunctionDeclaration'
      ? fn.id
      : fn.parent.type === 'VariableDeclarator' && fn.parent.init === fn
        ? fn.parent.id
        : null;
  if (id?.type !== 'Identifier') return callAround(fn);
  const references = variableOf(id, file.sourceCode)?.references ?? [];
  return references.flatMap(({ identifier }) => callAround(identifier as TSESTree.Node));
}

/** `app.get('/', fn)`, `app.get('/', [before, fn])`. */
function callAround(node: TSESTree.Node): TSESTree.CallExpression[] {
  const whole = outermost(node);
  const { parent } = whole;
  if (parent?.type === 'ArrayExpression') return callAround(parent);
  return parent?.type === 'CallExpression' && parent.callee !== whole ? [parent] : [];
}

function handedBy(call: TSESTree.CallExpression, file: FileContext): Handed | null {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !routingOf(call)) return null;
  const origin = file.originOf(callee.object);
  if (!origin) return null;
  // Behind what made it there may be calls that give it back: `app.route('/').get(…)`.
  const isMade = ({ by }: Handed): boolean =>
    by.some(
      (path) =>
        path.every((step, index) => step === origin.path[index]) && (origin.path.length - path.length) % 2 === 0,
    );
  return (
    file
      .librariesOf(origin)
      .flatMap(({ hands }) => hands ?? [])
      .find(isMade) ?? null
  );
}
