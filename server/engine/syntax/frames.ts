/** What `break`, `continue`, `return` and exceptions cross on their way out of nested statements. */
import { Kind, NONE } from '../ir';
import { branch, jump, newLabel, place, returnValue, throwValue } from './blocks';
import { addSlot } from './scopes';
import { emit0, emit2, emit3 } from './writer';
import type { Lowering } from './state';

/** A statement that control can leave: a loop, switch or labelled statement, a `try` body, or all before a `finally`. */
export interface Frame {
  kind: 'target' | 'try' | 'finally';
  labels: string[];
  /** Where `break` goes; the handler of a try; the block of a finally. */
  label: number;
  /** Where `continue` goes, or NONE. */
  continueLabel: number;
  /** Whether a plain `break` stops here. */
  breakable: boolean;
  exits: Exit[];
}

/** A way out through a `finally`: to a label outside, or (label NONE) out of the function. */
interface Exit {
  label: number;
  depth: number;
}

export function pushTarget(l: Lowering, label: number, continueLabel: number, breakable: boolean): void {
  l.frames.push({ kind: 'target', labels: l.pendingLabels, label, continueLabel, breakable, exits: [] });
  l.pendingLabels = [];
}

export function pushHandler(l: Lowering, kind: 'try' | 'finally', label: number): Frame {
  const frame: Frame = { kind, labels: [], label, continueLabel: NONE, breakable: false, exits: [] };
  l.frames.push(frame);
  return frame;
}

export function leaveTo(l: Lowering, isContinue: boolean, name: string | undefined, start: number): void {
  for (let depth = l.frames.length - 1; depth >= 0; depth--) {
    const frame = l.frames[depth];
    if (frame.kind !== 'target') continue;
    if (isContinue ? frame.continueLabel === NONE : name === undefined && !frame.breakable) continue;
    if (name !== undefined && !frame.labels.includes(name)) continue;
    if (crossesHandler(l, depth)) exceptionEdge(l, start);
    transfer(l, { label: isContinue ? frame.continueLabel : frame.label, depth }, start, start);
    return;
  }
  // A jump without a target is broken source: the code after it stays reachable.
}

export function leaveWithReturn(l: Lowering, value: number, start: number, end: number): void {
  exceptionEdge(l, start);
  const crossing = l.frames.some((frame) => frame.kind === 'finally');
  if (!crossing) return returnValue(l, value, start, end);
  if (value !== NONE) emit3(l, Kind.Store, 0, returnSlot(l), value, NONE, start, end);
  transfer(l, { label: NONE, depth: 0 }, start, end);
}

export function leaveWithThrow(l: Lowering, value: number, start: number, end: number): void {
  exceptionEdge(l, start);
  throwValue(l, value, start, end);
}

/** The code so far may have thrown: an edge to the innermost handler, then goes on in a block of its own. */
export function exceptionEdge(l: Lowering, start: number): void {
  for (let depth = l.frames.length - 1; depth >= 0; depth--) {
    const frame = l.frames[depth];
    if (frame.kind === 'target') continue;
    const onwards = newLabel(l);
    branch(l, NONE, onwards, frame.label, start, start);
    place(l, onwards, 0, start);
    return;
  }
}

/** After the `finally` block: on to every place that control was on its way to. */
export function leaveFinally(l: Lowering, frame: Frame, after: number, start: number, end: number): void {
  const { exits } = frame;
  for (let index = 0; index < exits.length; index++) {
    const taken = newLabel(l);
    const otherwise = newLabel(l);
    branch(l, NONE, taken, otherwise, end, end);
    place(l, taken, 0, end);
    transfer(l, exits[index], start, end);
    place(l, otherwise, 0, end);
  }
  const rethrow = newLabel(l);
  if (after === NONE) jump(l, rethrow, end);
  else branch(l, NONE, after, rethrow, end, end);
  place(l, rethrow, 0, end);
  leaveWithThrow(l, emit0(l, Kind.Catch, 0, start, end), start, end);
}

function crossesHandler(l: Lowering, depth: number): boolean {
  for (let index = l.frames.length - 1; index > depth; index--) if (l.frames[index].kind !== 'target') return true;
  return false;
}

function transfer(l: Lowering, exit: Exit, start: number, end: number): void {
  for (let depth = l.frames.length - 1; depth >= exit.depth; depth--) {
    const frame = l.frames[depth];
    if (frame.kind !== 'finally') continue;
    if (!frame.exits.some((known) => known.label === exit.label)) frame.exits.push(exit);
    return jump(l, frame.label, start);
  }
  if (exit.label !== NONE) return jump(l, exit.label, start);
  const slot = l.functions[l.function].slots.findIndex(
    (candidate) => candidate.kind === 'synthetic' && candidate.name === 'return',
  );
  returnValue(l, slot === -1 ? NONE : emit2(l, Kind.Load, 0, slot, NONE, start, end), start, end);
}

function returnSlot(l: Lowering): number {
  const known = l.functions[l.function].slots.findIndex((slot) => slot.kind === 'synthetic' && slot.name === 'return');
  return known === -1 ? addSlot(l, 'return', 'synthetic') : known;
}
