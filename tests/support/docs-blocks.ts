import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** A fenced block of JavaScript or TypeScript in a page. */
export interface Block {
  title: string;
  language: string;
  /** `bad`, `good`, or nothing: a block that only has to parse. */
  verdict: string | undefined;
  options: unknown[];
  text: string;
}

/** The fenced blocks of JavaScript and TypeScript in a page, with what their fence says. */
export function blocksOf(file: string): Block[] {
  const page = readFileSync(join(root, file), 'utf8');
  return [...page.matchAll(/^```(js|ts|jsx|tsx|mjs|cjs)(?: (bad|good))?(?: (\[.*\]))?\n([\s\S]*?)^```$/gm)].map(
    (match) => {
      const [, language = '', verdict, options = '[]', text = ''] = match;
      const line = page.slice(0, match.index).split('\n').length;
      return { title: `${file}:${line}`, language, verdict, options: JSON.parse(options) as unknown[], text };
    },
  );
}

/** Is it CommonJS by what it says? */
export const isCommonJs = (text: string): boolean =>
  /\brequire\(|\bmodule\.exports\b/.test(text) && !/^(?:import|export)\b/m.test(text);
