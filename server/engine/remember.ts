/**
 * Keeps the answers of a pure question about texts for those who ask again soon. At `most` of them all are forgotten:
 * a large project asks about millions, and nearly always about the same few for a while.
 */
export function remembering<Answer>(answer: (text: string) => Answer, most = 1 << 13): Remembering<Answer> {
  const known = new Map<string, Answer>();
  // One question about a name asks others about it: the last text is nearly always the one that is asked about.
  let last: string | null = null;
  let lastFound: Answer;
  const ask = (text: string): Answer => {
    if (text === last) return lastFound;
    let found = known.get(text);
    if (found === undefined) {
      found = answer(text);
      if (known.size >= most) known.clear();
      known.set(text, found);
    }
    last = text;
    lastFound = found;
    return found;
  };
  const forget = (few = 0): void => {
    if (known.size <= few) return;
    known.clear();
    last = null;
  };
  return Object.assign(ask, { forget });
}

export interface Remembering<Answer> {
  (text: string): Answer;
  /** All of it, unless it is that few: whoever asks again soon asks about the same. */
  forget(few?: number): void;
}

/** Works something out when it is first asked for. */
export function once<Result>(compute: () => Result): () => Result {
  let value: Result | undefined;
  return () => (value ??= compute());
}
