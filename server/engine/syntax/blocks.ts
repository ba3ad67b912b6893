/** Basic blocks of the current function. A label is a block that may not have been placed yet. */
import { Kind, NONE } from '../ir';
import { emit0, emit1, emit3, reserve } from './writer';
import type { Lowering } from './state';

export function newLabel(l: Lowering): number {
  l.labelEdges.push(0);
  return l.labelBlock.push(NONE) - 1;
}

/** Begins the block of a label; an open block falls through into it. */
export function place(l: Lowering, label: number, flags: number, start: number): void {
  if (l.open) jump(l, label, start);
  l.block = emit0(l, Kind.Block, flags, start, start);
  l.labelBlock[label] = l.block;
  l.open = true;
}

/** Like `place`, for a label that no later edge leads to: begins a block only if an edge led here. */
export function placeIfReached(l: Lowering, label: number, start: number): void {
  if (l.labelEdges[label] > 0) place(l, label, 0, start);
}

/** Begins a block without predecessors when the previous statement has ended one: unreachable code. */
export function ensureOpen(l: Lowering, start: number): void {
  if (!l.open) place(l, newLabel(l), 0, start);
}

export function jump(l: Lowering, label: number, start: number): void {
  l.fixups.push(l.size + 1);
  l.labelEdges[label]++;
  emit1(l, Kind.Jump, 0, label, start, start);
  l.open = false;
}

/** `condition` NONE: either way, for reasons that are no value (an exception, the end of an iteration). */
export function branch(l: Lowering, condition: number, whenTrue: number, whenFalse: number, start: number, end: number): void {
  l.fixups.push(l.size + 2, l.size + 3);
  l.labelEdges[whenTrue]++;
  l.labelEdges[whenFalse]++;
  emit3(l, Kind.Branch, 0, condition, whenTrue, whenFalse, start, end);
  l.open = false;
}

export function returnValue(l: Lowering, value: number, start: number, end: number): void {
  emit1(l, Kind.Return, 0, value, start, end);
  l.open = false;
}

export function throwValue(l: Lowering, value: number, start: number, end: number): void {
  emit1(l, Kind.Throw, 0, value, start, end);
  l.open = false;
}

/** Begins the code of a function with its entry block. */
export function beginFunction(l: Lowering): void {
  l.labelBlock.length = l.labelEdges.length = l.fixups.length = l.frames.length = l.pendingLabels.length = 0;
  reserve(l, Kind.Block, 0, 0, l.origin, l.origin);
  l.block = 0;
  l.open = true;
}

/** Turns labels into blocks. */
export function endFunction(l: Lowering): void {
  for (const word of l.fixups) l.code[word] = l.labelBlock[l.code[word]];
}
