import type { TSESTree } from '@typescript-eslint/utils';
import type { Needs, Program, Range } from './program';
import type { Edit } from './traced';
import { Traced } from './traced';

/** A piece that is taken out of a flat program. */
export interface Cut {
  kind: string;
  /** The name the piece is used by. */
  name: string;
  /** Its declarations; the last one declares that name. */
  piece: readonly Traced[];
  /** What is written in its place, and in other places, by the expression that stands for the piece there. */
  rest: (reference: string) => Edit[];
  needs: Needs;
  /** The statement of the file in which it stood. */
  at: TSESTree.ProgramStatement;
}

/** All the ways a piece can be cut out of a program. */
export type Cutter = (program: Program) => Cut[];

/** A cut of one node, if it needs nothing of the functions around it, which would have to be handed. */
export function cutOf(
  kind: string,
  program: Program,
  range: Range,
  {
    name,
    piece,
    by,
  }: { name: string; piece: (text: Traced) => (Traced | string)[]; by?: (reference: string) => string },
): Cut[] {
  const needs = program.needsOf(range);
  const at = program.body.find((statement) => range[0] >= statement.range[0] && range[1] <= statement.range[1]);
  if (!at || needs.locals.length > 0) return [];
  return [
    {
      kind,
      name,
      piece: [Traced.join(...piece(program.text.slice(range)))],
      rest: (reference) => [{ range, by: by ? by(reference) : reference }],
      needs,
      at,
    },
  ];
}
