/**
 * Keeps the answers of a pure question about texts for those who ask again soon. At `most` of them all are forgotten:
 * a large project asks about millions, and nearly always about the same few for a while.
 */
export function remembering<Answer>(answer: (text: string) => Answer, most = 1 << 14): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = answer(text);
      if (known.size >= most) known.clear();
      known.set(text, found);
    }
    return found;
  };
}
