/** Code between braces in a template: where it stands, and the template without it. */

/** Offsets of the braces and of the code between them. */
export interface Hole {
  start: number;
  end: number;
  from: number;
  to: number;
}

/** `{{ code }}` of a template, in order. */
export function doubleHoles(text: string, from: number, to: number): Hole[] {
  const holes: Hole[] = [];
  for (let start = text.indexOf('{{', from); start !== -1 && start < to;) {
    const close = text.indexOf('}}', start + 2);
    if (close === -1 || close >= to) break;
    // `{{ { a: 1 } }}` and `{{{ raw }}}` end one brace later.
    const end = text[close + 2] === '}' ? close + 3 : close + 2;
    holes.push({ start, end, from: start + 2, to: end - 2 });
    start = text.indexOf('{{', end);
  }
  return holes;
}

/** `{code}` of a template, or `${code}` of a template literal, in order; braces in its strings do not count. */
export function singleHoles(text: string, from: number, to: number, mark = '{'): Hole[] {
  const holes: Hole[] = [];
  for (let start = text.indexOf(mark, from); start !== -1 && start < to;) {
    const open = start + mark.length;
    const close = closing(text, open, to);
    if (close === -1) break;
    holes.push({ start, end: close + 1, from: open, to: close });
    start = text.indexOf(mark, close + 1);
  }
  return holes;
}

/** Offset of the brace that closes what begins at an offset, -1 when there is none. */
function closing(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const unit = text[at];
    if (unit === '{') depth++;
    else if (unit === '}') {
      if (depth-- === 0) return at;
    } else if (unit === '"' || unit === "'") {
      // An apostrophe in the text of markup has no partner on its line.
      const end = endOfQuote(text, at, to);
      if (end !== -1) at = end;
    } else if (unit === '`') {
      const end = endOfTemplate(text, at + 1, to);
      if (end === -1) return -1;
      at = end;
    } else if (unit === '/' && text[at + 1] === '*') {
      const end = text.indexOf('*/', at + 2);
      if (end === -1 || end >= to) return -1;
      at = end + 1;
    }
  }
  return -1;
}

/** Offset of the quote that ends a text on its line, -1 when there is none. */
export function endOfQuote(text: string, from: number, to: number): number {
  const quote = text[from];
  for (let at = from + 1; at < to; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '\n') return -1;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** Offset of the mark that ends a template literal, -1 when there is none. */
export function endOfTemplate(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return at;
    else if (text[at] === '$' && text[at + 1] === '{') {
      const close = closing(text, at + 2, to);
      if (close === -1) return -1;
      at = close;
    }
  }
  return -1;
}

/** The text with letters in place of its holes, so that whatever stands in them is no markup. */
export function masked(text: string, holes: readonly Hole[]): string {
  let result = '';
  let position = 0;
  for (const { start, end } of holes) {
    result += text.slice(position, start) + 'x'.repeat(end - start);
    position = end;
  }
  return result + text.slice(position);
}

/** Holes that stand in a place. */
export function holesIn(holes: readonly Hole[], start: number, end: number): Hole[] {
  let low = 0;
  for (let high = holes.length; low < high;) {
    const middle = (low + high) >> 1;
    if (holes[middle].start < start) low = middle + 1;
    else high = middle;
  }
  const found: Hole[] = [];
  for (let at = low; at < holes.length && holes[at].end <= end; at++) found.push(holes[at]);
  return found;
}
