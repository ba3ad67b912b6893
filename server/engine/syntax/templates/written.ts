/** Text that is written from another one, with the way back to the places it came from. */

export interface Written {
  readonly source: string;
  /** The source as it stands. */
  copy(start: number, end: number): void;
  /** Code of the source, or what stands for it where no code is wanted. */
  code(start: number, end: number, instead: string): void;
  /** Words that the source does not have, for what stands there. */
  put(text: string, start: number, end?: number): void;
  text(): string;
  /** Offset in the source of something that begins at an offset of the whole text; what is not written stays where it is. */
  start(offset: number): number;
  /** The same of something that ends there. */
  end(offset: number): number;
}

interface Segment {
  /** Offset in what is written. */
  at: number;
  start: number;
  end: number;
  isCopy: boolean;
}

/**
 * @param offset where in the whole text what is written will begin
 * @param isBare leaves the code out, for a template whose code does not parse
 */
export function createWritten(source: string, offset: number, isBare: boolean): Written {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let size = offset;
  const add = (text: string, start: number, end: number, isCopy: boolean): void => {
    segments.push({ at: size, start, end, isCopy });
    parts.push(text);
    size += text.length;
  };
  /** @param inside offset of a unit of what begins or ends at `at` */
  const place = (at: number, inside: number, side: 'start' | 'end'): number => {
    if (inside < offset || segments.length === 0) return at;
    let low = 0;
    for (let high = segments.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle].at <= inside) low = middle;
      else high = middle - 1;
    }
    const segment = segments[low];
    return segment.isCopy ? Math.min(segment.start + at - segment.at, segment.end) : segment[side];
  };
  const copy = (start: number, end: number): void => {
    if (end > start) add(source.slice(start, end), start, end, true);
  };
  return {
    source,
    copy,
    code: (start, end, instead) => (isBare ? add(instead, start, end, false) : copy(start, end)),
    put: (text, start, end = start) => add(text, start, end, false),
    text: () => parts.join(''),
    start: (at) => place(at, at, 'start'),
    end: (at) => place(at, at - 1, 'end'),
  };
}
