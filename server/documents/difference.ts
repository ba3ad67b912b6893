/** Two texts compared line by line, as a patch that `git apply` takes. */

const CONTEXT = 2;

type Line = { mark: ' ' | '-' | '+'; text: string };

/** '' when nothing differs. */
export function difference(path: string, before: string, after: string): string {
  const lines = compared(linesOf(before), linesOf(after));
  const parts = groups(lines).map(([from, to]) => part(lines, from, to));
  return parts.length > 0 ? `--- a/${path}\n+++ b/${path}\n${parts.join('')}` : '';
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

/** What is equal at both ends needs no table. */
function compared(before: string[], after: string[]): Line[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (lines: string[]): Line[] => lines.map((text) => ({ mark: ' ', text }));
  const end = before.length - tail;
  return [
    ...same(before.slice(0, head)),
    ...middle(before.slice(head, end), after.slice(head, after.length - tail)),
    ...same(before.slice(end)),
  ];
}

/** Longest common subsequence; what a person changes in a policy is short enough for the plain table. */
function middle(before: string[], after: string[]): Line[] {
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      longest[row * width + column] =
        before[row] === after[column]
          ? longest[(row + 1) * width + column + 1]! + 1
          : Math.max(longest[(row + 1) * width + column]!, longest[row * width + column + 1]!);
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      lines.push({ mark: ' ', text: before[row++]! });
      column++;
      continue;
    }
    const isRemoved =
      column === after.length ||
      (row < before.length && longest[(row + 1) * width + column]! >= longest[row * width + column + 1]!);
    lines.push(isRemoved ? { mark: '-', text: before[row++]! } : { mark: '+', text: after[column++]! });
  }
  return lines;
}

/** Ranges of lines to show, each with its context. */
function groups(lines: Line[]): [number, number][] {
  const shown: [number, number][] = [];
  for (const [index, { mark }] of lines.entries()) {
    if (mark === ' ') continue;
    const [from, to] = [Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1)];
    const last = shown.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else shown.push([from, to]);
  }
  return shown;
}

function part(lines: Line[], from: number, to: number): string {
  const count = (list: Line[], mark: '-' | '+'): number => list.filter((line) => line.mark === ' ' || line.mark === mark).length;
  const [head, own] = [lines.slice(0, from), lines.slice(from, to)];
  const [left, right] = [count(own, '-'), count(own, '+')];
  const place = `@@ -${count(head, '-') + 1},${left} +${count(head, '+') + 1},${right} @@`;
  return `${place}\n${own.map(({ mark, text }) => `${mark}${text}\n`).join('')}`;
}
