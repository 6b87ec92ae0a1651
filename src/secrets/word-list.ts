/** A list of words or phrases written as one text with commas, which keeps long lists readable and easy to compare. */
export function listed(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );
}

/** The same for pairs: `halves to join=whole word, …`. */
export function mapped(text: string): ReadonlyMap<string, string> {
  const pairs = Array.from(listed(text), (entry) => entry.split('=').map((side) => side.trim()));
  return new Map(pairs.map(([from = '', to = '']) => [from, to]));
}
