/** A Markdown table. Bars inside cells are kept from ending them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The text with what stands between the two comments of a part exchanged. */
export function withPart(text: string, part: string, content: string): string {
  const [begin, end] = [`<!-- begin ${part} -->`, `<!-- end ${part} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`Expected ${begin} and ${end}, in this order.`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

const endOfHeader = '<!-- end of generated header -->';

/** The page with everything above the end of its header exchanged, or with a header in place of its first title. */
export function withHeader(page: string, header: string): string {
  const end = page.indexOf(endOfHeader);
  const body = end < 0 ? page.replace(/^# .*\n/, '') : page.slice(end + endOfHeader.length);
  return `${header}\n\n${endOfHeader}\n\n${body.trim()}\n`.replace(/\n+$/, '\n');
}
