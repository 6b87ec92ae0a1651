import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** A `<script>` that a parser of single-file components gives as one node among the markup. */
interface ScriptElement {
  type: string;
  body: TSESTree.ProgramStatement[];
}

/**
 * The statements at the top level of a file; of a component whose markup is part of the tree, those of its first
 * script, which all others see.
 */
export function scriptBody({ ast: { body } }: Readonly<TSESLint.SourceCode>): readonly TSESTree.ProgramStatement[] {
  const script = (body as unknown as ScriptElement[]).find(({ type }) => type === 'SvelteScriptElement');
  return script ? script.body : body;
}
