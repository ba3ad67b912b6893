/** Connections that are encrypted for whoever answers: nobody looks at the certificate. */
import type { SinkSite } from './flow/frame';
import type { Trail } from './flow/trail';
import { EntryKind, Kind, LiteralKind, NONE } from './ir';
import type { Program } from './link/program';
import { kindAt, operandAt, operandCount, type Reader } from './link/reader';
import { extentOf } from './places';
import type { Place } from './rule';

const DEPTH = 6;
/** Options that hold those of the connection, and agents that are made with them. */
const HOLDS = /^(agent|httpsAgent|dispatcher|https|tls|ssl|connect|agentOptions|requestTls)$/;

/** Where `rejectUnauthorized: false` stands that a call, or the client it is made with, is given; null without one. */
export function uncheckedBy(program: Program, trail: Trail, { fn, ordinal, library }: SinkSite): Place | null {
  const reader = trail.reader(fn);
  for (const value of given(reader, ordinal)) {
    const found = below(program, trail, fn, value, DEPTH);
    if (found) return found;
  }
  const { site } = library;
  if (!site || (site.fn === fn && site.ordinal === ordinal)) return null;
  const made = trail.reader(site.fn);
  return (
    given(made, site.ordinal)
      .map((value) => below(program, trail, site.fn, value, DEPTH))
      .find((found) => found !== null) ?? null
  );
}

/** Arguments of a call. */
function given(reader: Reader, call: number): number[] {
  if (kindAt(reader, call) !== Kind.Call) return [];
  return Array.from({ length: Math.max(0, operandCount(reader, call) - 4) }, (_, n) => operandAt(reader, call, 4 + n));
}

function below(program: Program, trail: Trail, fn: number, value: number, depth: number): Place | null {
  if (value === NONE || depth === 0) return null;
  for (const point of trail.origins(fn, value)) {
    const reader = trail.reader(point.fn);
    if (point.path.length > 0 || kindAt(reader, point.ordinal) !== Kind.Object) {
      if (point.path.length > 0 || kindAt(reader, point.ordinal) !== Kind.Call) continue;
      for (const argument of given(reader, point.ordinal)) {
        const found = below(program, trail, point.fn, argument, depth - 1);
        if (found) return found;
      }
      continue;
    }
    for (let n = 0; n < operandCount(reader, point.ordinal); n += 3) {
      if (operandAt(reader, point.ordinal, n) === EntryKind.Computed) continue;
      const isSpread = operandAt(reader, point.ordinal, n) === EntryKind.Spread;
      const name = isSpread ? '' : reader.module.names[operandAt(reader, point.ordinal, n + 1)];
      const entry = operandAt(reader, point.ordinal, n + 2);
      if (name === 'rejectUnauthorized' && isFalse(reader, entry)) return extentOf(program, point.fn, entry);
      const found = isSpread || HOLDS.test(name) ? below(program, trail, point.fn, entry, depth - 1) : null;
      if (found) return found;
    }
  }
  return null;
}

const isFalse = (reader: Reader, value: number): boolean =>
  value !== NONE &&
  kindAt(reader, value) === Kind.Const &&
  operandAt(reader, value, 0) === LiteralKind.Boolean &&
  reader.module.names[operandAt(reader, value, 1)] === 'false';
