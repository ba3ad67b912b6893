/** Writes names and instructions into the growing arrays of the module being lowered. */
import { Kind, NONE } from '../ir';
import type { Lowering } from './state';

export function nameOf(l: Lowering, text: string): number {
  const known = l.nameIndex.get(text);
  if (known !== undefined) return known;
  const index = l.names.length;
  l.names.push(text);
  l.nameIndex.set(text, index);
  return index;
}

/** Reserves an instruction and returns the word offset of its operands. */
export function reserve(l: Lowering, kind: Kind, flags: number, operands: number, start: number, end: number): number {
  const offset = l.size;
  const { count } = l;
  if (offset + operands + 1 > l.code.length) l.code = larger(l.code, offset + operands + 1);
  if (count + 2 > l.at.length) {
    l.at = larger(l.at, count + 2);
    l.places = larger(l.places, 2 * count + 2);
  }
  l.code[offset] = kind | (flags << 8) | (operands << 16);
  l.at[count] = offset;
  l.places[2 * count] = start - l.origin;
  l.places[2 * count + 1] = end - l.origin;
  l.size = offset + 1 + operands;
  l.count = count + 1;
  return offset + 1;
}

export function larger(words: Int32Array, needed: number): Int32Array {
  const grown = new Int32Array(Math.max(needed, words.length * 2));
  grown.set(words);
  return grown;
}

/** Value of the instruction reserved last. */
export const lastValue = (l: Lowering): number => l.count - 1 - l.first;

export function emit0(l: Lowering, kind: Kind, flags: number, start: number, end: number): number {
  reserve(l, kind, flags, 0, start, end);
  return l.count - 1 - l.first;
}

export function emit1(l: Lowering, kind: Kind, flags: number, a: number, start: number, end: number): number {
  const offset = reserve(l, kind, flags, 1, start, end);
  l.code[offset] = a;
  return l.count - 1 - l.first;
}

export function emit2(l: Lowering, kind: Kind, flags: number, a: number, b: number, start: number, end: number): number {
  const offset = reserve(l, kind, flags, 2, start, end);
  l.code[offset] = a;
  l.code[offset + 1] = b;
  return l.count - 1 - l.first;
}

export function emit3(
  l: Lowering,
  kind: Kind,
  flags: number,
  a: number,
  b: number,
  c: number,
  start: number,
  end: number,
): number {
  const offset = reserve(l, kind, flags, 3, start, end);
  l.code[offset] = a;
  l.code[offset + 1] = b;
  l.code[offset + 2] = c;
  return l.count - 1 - l.first;
}

/** Operand count has 16 bits; a reader may take them as signed. */
const MOST_OPERANDS = 32_000;

/** The operands of an instruction in the making are pushed one by one, while its parts are lowered. */
export function push(l: Lowering, a: number): void {
  if (l.top >= l.stack.length) l.stack = larger(l.stack, l.top + 1);
  l.stack[l.top++] = a;
}

export function push2(l: Lowering, a: number, b: number): void {
  push(l, a);
  push(l, b);
}

export function push3(l: Lowering, a: number, b: number, c: number): void {
  push(l, a);
  push(l, b);
  push(l, c);
}

export function push4(l: Lowering, a: number, b: number, c: number, d: number): void {
  push2(l, a, b);
  push2(l, c, d);
}

/** Emits an instruction whose operands are the stack from `base` on, and pops them. */
export function emitStack(l: Lowering, kind: Kind, flags: number, base: number, start: number, end: number): number {
  const operands = l.top - base;
  const offset = reserve(l, kind, flags, operands, start, end);
  const { code, stack } = l;
  for (let index = 0; index < operands; index++) code[offset + index] = stack[base + index];
  l.top = base;
  return l.count - 1 - l.first;
}

/**
 * Keeps a list on the stack (entries of `width` operands from `base` on, the value last) within what one instruction
 * can hold: the values of the rest become one opaque value, in an entry that begins with `lead`.
 */
export function foldLongList(l: Lowering, base: number, width: number, lead: number[]): void {
  const folded = Math.floor(MOST_OPERANDS / (2 * width)) * width;
  while (l.top - base > MOST_OPERANDS) {
    const from = l.top - folded;
    const { stack, top } = l;
    l.top = from;
    // Values come last in their entries, so none is overwritten before it is read.
    for (let index = from + width - 1; index < top; index += width) if (stack[index] !== NONE) push(l, stack[index]);
    l.opaque++;
    const opaque = emitStack(l, Kind.Opaque, 0, from, l.origin, l.origin);
    for (const word of lead) push(l, word);
    push(l, opaque);
  }
}
