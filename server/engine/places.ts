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

/** The property of a literal argument that carries all of the data ("1.email" → the value of `email`), else null. */
export function carrierOf(program: Program, fn: number, ordinal: number, paths: readonly string[]): Place | null {
  const reader = readerFor(program, fn);
  if (kindAt(reader, ordinal) !== Kind.Call || paths.length === 0) return null;
  const heads = new Set(paths.map((path) => path.split('.').slice(0, 2).join('.')));
  if (heads.size !== 1) return null;
  const [argument, name] = [...heads][0].split('.');
  if (name === undefined || 4 + Number(argument) >= operandCount(reader, ordinal)) return null;
  const value = operandAt(reader, ordinal, 4 + Number(argument));
  if (value === NONE || kindAt(reader, value) !== Kind.Object) return null;
  for (let n = 0; n < operandCount(reader, value); n += 3) {
    if (operandAt(reader, value, n) !== EntryKind.Static || reader.module.names[operandAt(reader, value, n + 1)] !== name) continue;
    return extentOf(program, fn, operandAt(reader, value, n + 2));
  }
  return null;
}
