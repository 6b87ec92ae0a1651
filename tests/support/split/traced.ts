/** What stands in the place of a part of a text. */
export interface Edit {
  range: readonly [number, number];
  by: Traced | string;
}

/** A text that knows of each of its characters where that stood in the flat program, if it did. */
export class Traced {
  readonly text: string;
  /** Offsets in the flat program; -1 for what the split wrote. */
  readonly #origins: readonly number[];

  private constructor(text: string, origins: readonly number[]) {
    this.text = text;
    this.#origins = origins;
  }

  /** The flat program itself. */
  static flat(text: string): Traced {
    return new Traced(
      text,
      Array.from(text, () => 0).map((_, index) => index),
    );
  }

  static join(...parts: readonly (Traced | string)[]): Traced {
    const all = parts.map((part) => (typeof part === 'string' ? Traced.#made(part) : part));
    return new Traced(
      all.map(({ text }) => text).join(''),
      all.flatMap((part) => part.#origins),
    );
  }

  static #made(text: string): Traced {
    return new Traced(text, new Array<number>(text.length).fill(-1));
  }

  slice([start, end]: readonly [number, number]): Traced {
    return new Traced(this.text.slice(start, end), this.#origins.slice(start, end));
  }

  /** The part of a range with the edits that lie in it. */
  edited(edits: readonly Edit[], [start, end]: readonly [number, number] = [0, this.text.length]): Traced {
    const parts: (Traced | string)[] = [];
    let from = start;
    for (const { range, by } of [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
      if (range[0] < from || range[1] > end) continue;
      parts.push(this.slice([from, range[0]]), by);
      from = range[1];
    }
    return Traced.join(...parts, this.slice([from, end]));
  }

  /** The lines of the flat program that one line is made of. */
  originsOf(line: number, flat: string): Set<number> {
    const lines = this.text.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    const found = new Set<number>();
    for (let index = start; index < start + (lines[line - 1]?.length ?? 0); index += 1) {
      const origin = this.#origins[index] ?? -1;
      if (origin >= 0 && this.text[index] !== ' ') found.add(lineAt(flat, origin));
    }
    return found;
  }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
