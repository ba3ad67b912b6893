/** Basic blocks of the current function. A label is a block that may not have been placed yet. */
import { Kind, NONE } from '../ir';
import { emit0, emit1, emit3, reserve, larger } from './writer';
import type { Lowering } from './state';

export function newLabel(l: Lowering): number {
  const label = l.labelCount++;
  if (label >= l.labelBlock.length) {
    l.labelBlock = larger(l.labelBlock, label + 1);
    l.labelEdges = larger(l.labelEdges, label + 1);
  }
  l.labelBlock[label] = NONE;
  l.labelEdges[label] = 0;
  return label;
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
  leadTo(l, label, l.size + 1);
  emit1(l, Kind.Jump, 0, label, start, start);
  l.open = false;
}

/** `condition` NONE: either way, for reasons that are no value (an exception, the end of an iteration). */
export function branch(l: Lowering, condition: number, whenTrue: number, whenFalse: number, start: number, end: number): void {
  leadTo(l, whenTrue, l.size + 2);
  leadTo(l, whenFalse, l.size + 3);
  emit3(l, Kind.Branch, 0, condition, whenTrue, whenFalse, start, end);
  l.open = false;
}

/** Notes an edge whose target stands at a word of the code. */
function leadTo(l: Lowering, label: number, word: number): void {
  if (l.fixupCount >= l.fixups.length) l.fixups = larger(l.fixups, l.fixupCount + 1);
  l.fixups[l.fixupCount++] = word;
  l.labelEdges[label]++;
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
  l.labelCount = l.fixupCount = 0;
  if (l.pendingLabels.length > 0) l.pendingLabels = [];
  reserve(l, Kind.Block, 0, 0, l.origin, l.origin);
  l.block = 0;
  l.open = true;
}

/** Turns labels into blocks. */
export function endFunction(l: Lowering): void {
  const { code, fixups, labelBlock, fixupCount } = l;
  for (let index = 0; index < fixupCount; index++) code[fixups[index]] = labelBlock[code[fixups[index]]];
}
