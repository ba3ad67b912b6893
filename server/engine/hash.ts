/**
 * Hash of a text: 16 hexadecimal digits, the same on every machine. Not for secrets, only to tell texts apart:
 * two independent 32-bit lanes over the UTF-16 code units, mixed with the length at the end.
 */
export function textHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) + 0x6d2b79f5;
    high ^= high >>> 15;
  }
  return digits(finish(low ^ text.length)) + digits(finish(high ^ low));
}

function finish(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const digits = (lane: number): string => lane.toString(16).padStart(8, '0');
