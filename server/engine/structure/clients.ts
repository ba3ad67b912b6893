/** What a client of a service is given, wherever it goes: variables, fields of a class, other files, helpers. */
import { contents } from '../flow/emit';
import type { RawFlow } from '../flow/frame';
import type { SourceLabel } from '../flow/values';
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import { argumentsOf, entriesOf, functionOf, methodOf, slotOf, type Code, type Spot } from './code';
import { parameterAt } from './closures';
import type { Uses } from './uses';

const POINTS = 300;

/** Flows by the call whose arguments take the data, for data that only callers know. */
export type Arrivals = ReadonlyMap<string, readonly RawFlow[]>;

export function arrivalsOf(flows: readonly RawFlow[]): Arrivals {
  const out = new Map<string, RawFlow[]>();
  for (const flow of flows) {
    const key = `${flow.site.fn}:${flow.site.ordinal}`;
    const known = out.get(key);
    if (known) known.push(flow);
    if (!known) out.set(key, [flow]);
  }
  return out;
}

/** Personal content of the arguments of every call on a client, or with it. */
export function givenTo(code: Code, uses: Uses, arrivals: Arrivals, client: Spot): SourceLabel[] {
  const out: SourceLabel[] = [];
  const seen = new Set<string>();
  const queue: Spot[] = [client];
  for (const spot of queue) {
    const key = `${spot.fn}:${spot.ordinal}`;
    if (seen.has(key) || seen.size > POINTS) continue;
    seen.add(key);
    const reader = code.trail.reader(spot.fn);
    const isFirst = spot === client;
    for (const user of uses.of(spot.fn, spot.ordinal)) {
      if (kindAt(reader, user) === Kind.Call) {
        const entered = parametersFor(code, spot, reader, user);
        queue.push(...(entered ?? [{ fn: spot.fn, ordinal: user }]));
        if (!entered) out.push(...labelsIn(code, arrivals, spot.fn, reader, user));
        continue;
      }
      queue.push(...onward(code, uses, spot, reader, user, isFirst));
    }
  }
  return out;
}

/** Values that are the client too, or hold it. */
function onward(code: Code, uses: Uses, spot: Spot, reader: Reader, user: number, isFirst: boolean): Spot[] {
  const here = { fn: spot.fn, ordinal: user };
  switch (kindAt(reader, user)) {
    case Kind.Store: {
      const { owner, slot } = slotOf(code.program, spot.fn, reader, user);
      return [...uses.loads(owner, slot)];
    }
    case Kind.Set:
      return flagsAt(reader, user) & Flag.Computed ? [] : fieldReads(code, spot.fn, reader, user);
    case Kind.Get:
    case Kind.Object:
    case Kind.Phi:
    case Kind.Otherwise:
    case Kind.Cast:
      return [here];
    case Kind.Await:
      // What a query gives is no client; what a factory gives is.
      return isFirst ? [here] : [];
    case Kind.Return:
      return (code.engine.calls.get(spot.fn) ?? []).map(({ fn, ordinal }) => ({ fn, ordinal }));
    default:
      return [];
  }
}

/** `this.client = …`: reads of the field in the functions of the class. */
function fieldReads(code: Code, fn: number, reader: Reader, set: number): Spot[] {
  if (kindAt(reader, operandAt(reader, set, 0)) !== Kind.This) return [];
  const module = code.program.moduleOf[fn];
  const name = operandAt(reader, set, 1);
  const own = classOf(code, fn);
  if (own === NONE) return [];
  return code.functions(module).flatMap((other) => {
    if (classOf(code, other) !== own) return [];
    const inner = code.trail.reader(other);
    const out: Spot[] = [];
    for (let i = 0; i < inner.count; i++) {
      const isRead = kindAt(inner, i) === Kind.Get && !(flagsAt(inner, i) & Flag.Computed) && operandAt(inner, i, 1) === name;
      if (isRead && kindAt(inner, operandAt(inner, i, 0)) === Kind.This) out.push({ fn: other, ordinal: i });
    }
    return out;
  });
}

/** Class whose `this` a function sees. */
export function classOf(code: Code, fn: number): number {
  const base = code.program.base[code.program.moduleOf[fn]];
  for (let own = functionOf(code.program, fn); ;) {
    if (own.class !== NONE) return own.class;
    if (own.parent <= 0) return NONE;
    own = functionOf(code.program, base + own.parent);
  }
}

/** Where the client goes on in a function of the project that takes it; null for any other call. */
function parametersFor(code: Code, spot: Spot, reader: Reader, call: number): Spot[] | null {
  const position = argumentsOf(reader, call).indexOf(spot.ordinal);
  if (position < 0 || methodOf(reader, call) !== '') return null;
  const closures = code.trail
    .origins(spot.fn, operandAt(reader, call, 0))
    .filter((point) => kindAt(code.trail.reader(point.fn), point.ordinal) === Kind.Closure);
  if (closures.length === 0) return null;
  return closures.flatMap((point) => {
    const fn = code.program.base[code.program.moduleOf[point.fn]] + operandAt(code.trail.reader(point.fn), point.ordinal, 0);
    const ordinal = parameterAt(code.trail.reader(fn), position);
    return ordinal === NONE ? [] : [{ fn, ordinal }];
  });
}

/** Personal content of the arguments of a call: by their values, and by what callers are known to give. */
export function labelsIn(code: Code, arrivals: Arrivals, fn: number, reader: Reader, call: number, depth = 3): SourceLabel[] {
  const told = (arrivals.get(`${fn}:${call}`) ?? []).flatMap((flow) => flow.data.map(({ label }) => label));
  return [...told, ...argumentsOf(reader, call).flatMap((arg) => within(code, arrivals, fn, reader, arg, depth))];
}

/** A command holds what it is made with: `client.send(new PutItemCommand({ Item: marshall(guest) }))`. */
function within(code: Code, arrivals: Arrivals, fn: number, reader: Reader, value: number, depth: number): SourceLabel[] {
  if (value === NONE) return [];
  const known = code.frames.of(fn)?.values[value];
  const found = known ? contents(code.engine, known, { fn, ordinal: value }) : [];
  const labels = found.flatMap(({ label }) => (label.kind === 'source' ? [label] : []));
  if (labels.length > 0 || depth === 0) return labels;
  if (kindAt(reader, value) === Kind.Call) return labelsIn(code, arrivals, fn, reader, value, depth - 1);
  if (kindAt(reader, value) !== Kind.Object) return [];
  return entriesOf(reader, value).flatMap((entry) => within(code, arrivals, fn, reader, entry.value, depth));
}
