/** Lines shown around a change. */
const context = 3;

/**
 * What changes in a file, in the unified form that `git apply` and `patch` read. Made for one change in one place: what
 * lies between the first and the last line that differ is shown as one hunk.
 * @param before undefined for a file that is new
 */
export function diffOf(file: string, before: string | undefined, after: string): string {
  const old = linesOf(before ?? '');
  const now = linesOf(after);
  let start = 0;
  while (start < old.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;

  const from = Math.max(0, start - context);
  const below = Math.min(end, context);
  const hunk = [
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
    ...old.slice(old.length - end, old.length - end + below).map((line) => ` ${line}`),
  ];
  const range = (lines: string[]) => {
    const count = lines.length - end + below - from;
    return `${count === 0 ? 0 : from + 1},${count}`;
  };
  return [
    before === undefined ? '--- /dev/null' : `--- a/${file}`,
    `+++ b/${file}`,
    `@@ -${range(old)} +${range(now)} @@`,
    ...hunk.map((line) => (line.endsWith('\n') ? line.slice(0, -1) : `${line}\n\\ No newline at end of file`)),
    '',
  ].join('\n');
}

/** With their line breaks; the last one may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
