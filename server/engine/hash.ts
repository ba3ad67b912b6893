const encoder = new TextEncoder();
let bytes = new Uint8Array(1 << 16);
let words = new Int32Array(bytes.buffer);

/**
 * Hash of a text: 16 hexadecimal digits, the same on every machine of the usual byte order. Not for secrets, only to tell
 * texts apart: two 32-bit lanes over the UTF-8 bytes, four at a time.
 */
export function textHash(text: string): string {
  if (bytes.length < 3 * text.length + 4) {
    bytes = new Uint8Array(Math.ceil((3 * text.length + 4) / 4096) * 4096);
    words = new Int32Array(bytes.buffer);
  }
  const { written } = encoder.encodeInto(text, bytes);
  bytes.fill(0, written, written + 4);
  const count = (written + 3) >> 2;
  let low = 0x811c9dc5 ^ written;
  let high = 0x9e3779b9;
  for (let index = 0; index < count; index++) {
    const word = words[index];
    low = Math.imul(low ^ word, 0x01000193);
    low ^= low >>> 15;
    high = Math.imul(high ^ word, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return digits(finish(low)) + digits(finish(high ^ Math.imul(low, 0x27d4eb2f)));
}

function finish(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const digits = (lane: number): string => lane.toString(16).padStart(8, '0');
