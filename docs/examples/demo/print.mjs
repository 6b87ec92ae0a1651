/** Colour, columns and headings; plain text where NO_COLOR is set or nobody looks. */
export const inColour = hasColour(process.env, process.stdout);

export const bold = (text) => paint(1, text);
export const dim = (text) => paint(2, text);
export const red = (text) => paint(31, text);
export const green = (text) => paint(32, text);
export const cyan = (text) => paint(36, text);

export function say(text = '') {
  process.stdout.write(`${text}\n`);
}

let steps = 0;

export function heading(text) {
  steps += 1;
  say(`\n${bold(cyan(`${steps}. ${text}`))}\n`);
}

const DIFF_COLOURS = [['--- ', bold], ['+++ ', bold], ['@@', cyan], ['-', red], ['+', green]];

/** A unified diff, line by line in the usual colours. */
export function colouredDiff(patch) {
  return patch
    .split('\n')
    .map((line) => (DIFF_COLOURS.find(([start]) => line.startsWith(start))?.[1] ?? String)(line))
    .join('\n');
}

/**
 * Rows of `[label, left, right]` under a head, wrapped to the width of the terminal.
 * A cell is a text, or `{ text, colour }`.
 */
export function sideBySide(head, rows) {
  const label = Math.max(...rows.map(([text]) => text.length)) + 2;
  const terminal = Math.min(Math.max(process.stdout.columns || 110, 80), 150);
  const column = Math.floor((terminal - label - 3) / 2);
  const line = (first, left, right) => say(`${first.padEnd(label)}${left} ${dim('│')} ${right}`.trimEnd());

  line('', bold(head[0].padEnd(column)), bold(head[1]));
  for (const [text, ...cells] of rows) {
    const [left, right] = cells.map((cell) => wrapped(cell.text ?? cell, column));
    const [paintLeft, paintRight] = cells.map((cell) => cell.colour ?? String);
    say(dim('─'.repeat(label + column * 2 + 3)));
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      line(index === 0 ? text : '', paintLeft((left[index] ?? '').padEnd(column)), paintRight(right[index] ?? ''));
    }
  }
}

function wrapped(text, width) {
  return text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']);
}

function hasColour(env, stream) {
  if (env.NO_COLOR) {
    return false;
  }
  return env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : Boolean(stream.isTTY) && env.TERM !== 'dumb';
}

function paint(code, text) {
  return inColour ? `\u001b[${code}m${text}\u001b[0m` : text;
}
