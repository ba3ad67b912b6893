/** From instructions to places in the text, and to the part of a call that carries the data. */
import { EntryKind, Flag, Kind, NONE } from './ir';
import { functionOf, type Program } from './link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from './link/reader';
import type { Place } from './rule';

const readerFor = (program: Program, fn: number): Reader => readerOf(program.modules[program.moduleOf[fn]], fn - program.base[program.moduleOf[fn]]);

/** The extent of an instruction. */
export function extentOf(program: Program, fn: number, ordinal: number): Place {
  const reader = readerFor(program, fn);
  const { start } = functionOf(program, fn);
  const { path, places } = reader.module;
  return { path, start: start + places[(reader.first + ordinal) * 2], end: start + places[(reader.first + ordinal) * 2 + 1] };
}

/** Where a finding about a call is shown: from the callee on, in a chain from the last link on. */
export function placeOf(program: Program, fn: number, ordinal: number): Place {
  const reader = readerFor(program, fn);
  const extent = extentOf(program, fn, ordinal);
  if (kindAt(reader, ordinal) !== Kind.Call || operandAt(reader, ordinal, 1) === NONE) return extent;
  const receiver = operandAt(reader, ordinal, 0);
  if (kindAt(reader, receiver) !== Kind.Call || flagsAt(reader, receiver) & Flag.New) return extent;
  return { ...extent, start: Math.min(extentOf(program, fn, receiver).end + 1, extent.end - 1) };
}

/**
 * The property of a literal argument that carries all of the data: for "1.email" the value of `email`, for
 * "0.metadata.passport" and "0.metadata.diet" the value of `metadata`. Null when no single property does.
 */
export function carrierOf(program: Program, fn: number, ordinal: number, paths: readonly string[]): Place | null {
  const reader = readerFor(program, fn);
  const heads = new Set(paths.map((path) => path.split('.').slice(0, 2).join('.')));
  if (kindAt(reader, ordinal) !== Kind.Call || heads.size !== 1) return null;
  const [argument, name] = [...heads][0].split('.');
  const index = 4 + Number(argument);
  if (name === undefined || Number.isNaN(index) || index >= operandCount(reader, ordinal)) return null;
  const value = operandAt(reader, ordinal, index);
  if (value === NONE || kindAt(reader, value) !== Kind.Object) return null;
  for (let n = 0; n < operandCount(reader, value); n += 3) {
    if (operandAt(reader, value, n) !== EntryKind.Static || reader.module.names[operandAt(reader, value, n + 1)] !== name) continue;
    return extentOf(program, fn, operandAt(reader, value, n + 2));
  }
  return null;
}
