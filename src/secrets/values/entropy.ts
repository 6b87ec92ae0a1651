/**
 * Shannon entropy of the characters of a text, in bits per character: 0 for `aaaa`, about 4 for random hex,
 * about 5 for random base64 of some length. 0 for the empty text.
 */
export function shannonEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let length = 0;
  for (const count of counts.values()) length += count;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / length) * Math.log2(count / length);
  return bits;
}
