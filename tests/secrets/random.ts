/** Pseudo-random numbers in [0, 1) that depend on the seed alone (xmur3 hash, mulberry32 generator). */
export function seededRandom(seed: string): () => number {
  let state = 1779033703 ^ seed.length;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 3432918353) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function randomText(random: () => number, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

export function randomBytes(random: () => number, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}
