import type { TSESLint } from '@typescript-eslint/utils';

/**
 * What has been found out about the parts of the file that is looked at: a map, which a new one replaces when it is the
 * next file's turn. A `WeakMap` would serve as well, but the engine goes through all it holds whenever it collects
 * garbage, which it does all the time while files are parsed.
 */
export function notesOnFile<Part, Note>(): (sourceCode: TSESLint.SourceCode) => Map<Part, Note> {
  let current: TSESLint.SourceCode | undefined;
  let notes = new Map<Part, Note>();
  return (sourceCode) => {
    if (sourceCode !== current) {
      current = sourceCode;
      notes = new Map();
    }
    return notes;
  };
}
