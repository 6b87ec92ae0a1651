import { randomBytes } from 'node:crypto';

/** A vault as docs/vault.md asks for one, that tells what became of its values. */
export class MemoryVault {
  /** References nobody holds any more, though their values are still here. */
  readonly lost: string[] = [];
  rotations = 0;
  readonly #entries = new Map<string, string>();
  /** Left behind by a plain write over another one, which the documentation says. */
  readonly #leftBehind = new Set<string>();
  #hasStored = false;

  store(value: unknown): Promise<unknown> {
    this.#hasStored = true;
    return Promise.resolve(this.#keep(value));
  }

  #keep(value: unknown): unknown {
    if (!value) return value;
    const reference = `ref-${randomBytes(16).toString('hex')}`;
    this.#entries.set(reference, JSON.stringify(value));
    return reference;
  }

  read(reference: unknown): Promise<unknown> {
    if (!reference) return Promise.resolve(reference);
    const text = this.#entries.get(reference as string);
    return text === undefined ? Promise.reject(new Error('unknown reference')) : Promise.resolve(JSON.parse(text));
  }

  rotate(reference: unknown, value: unknown): Promise<unknown> {
    this.rotations += 1;
    if (value && this.#entries.has(reference as string)) {
      this.#entries.set(reference as string, JSON.stringify(value));
      return Promise.resolve(reference);
    }
    this.#entries.delete(reference as string);
    return Promise.resolve(this.#keep(value));
  }

  revoke(reference: unknown): Promise<void> {
    this.#entries.delete(reference as string);
    return Promise.resolve();
  }

  /** The value behind a reference; what is none, itself. */
  peek(reference: unknown): unknown {
    const text = this.#entries.get(reference as string);
    return text === undefined ? reference : JSON.parse(text);
  }

  /** A request begins. */
  begin(): void {
    this.#hasStored = false;
  }

  /** A request is over. @param session all that the session holds now */
  end(session: string): void {
    for (const reference of this.#entries.keys()) {
      if (session.includes(reference) || this.#leftBehind.has(reference)) continue;
      if (this.#hasStored) this.#leftBehind.add(reference);
      else this.lost.push(reference);
    }
  }
}
