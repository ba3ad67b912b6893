/** Whom a component keeps in its state or asks for by a hook: what `setCustomers(…)` is given, what `useQuery({ queryFn })` runs. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control, Spot } from '../guards/control';

/** What sets the state that a hook keeps, and what it begins with. @param get the member 0 of what `useState()` gives. */
export function stateBehind(control: Control, fn: number, get: number): Spot[] | null {
  const reader = control.reader(fn);
  const call = operandAt(reader, get, 0);
  if (call === NONE || kindAt(reader, call) !== Kind.Call || !/^useState$/.test(control.name(fn, call))) return null;
  if (control.name(fn, get) !== '0') return null;
  const setter = setterOf(control, fn, call);
  const begun = operandCount(reader, call) > 4 ? [{ fn, ordinal: operandAt(reader, call, 4) }] : [];
  return setter === NONE ? begun : [...begun, ...givenTo(control, fn, setter)];
}

const FETCHES = /^use(Query|SuspenseQuery|InfiniteQuery|SWR|SWRImmutable|AsyncData|LazyAsyncData)$/;

/** The function by which a hook fetches, among its arguments or its options; NONE for any other call. */
export function fetcherIn(control: Control, fn: number, call: number): number {
  if (!FETCHES.test(control.name(fn, call))) return NONE;
  const reader = control.reader(fn);
  const isFunction = (i: number): boolean => i !== NONE && kindAt(reader, i) === Kind.Closure;
  for (let n = 4; n < operandCount(reader, call); n++) {
    const given = operandAt(reader, call, n);
    if (isFunction(given)) return given;
    if (given === NONE || kindAt(reader, given) !== Kind.Object) continue;
    for (let k = 0; k < operandCount(reader, given); k += 3) {
      const name = reader.module.names[operandAt(reader, given, k + 1)];
      if (/^(queryFn|fetcher|handler)$/.test(name) && isFunction(operandAt(reader, given, k + 2)))
        return operandAt(reader, given, k + 2);
    }
  }
  return NONE;
}

/** The variable that holds the other member. */
function setterOf(control: Control, fn: number, call: number): number {
  const reader = control.reader(fn);
  for (let i = 0; i < reader.count; i++) {
    const value = kindAt(reader, i) === Kind.Store ? operandAt(reader, i, 1) : NONE;
    if (value === NONE || kindAt(reader, value) !== Kind.Get || operandAt(reader, value, 0) !== call) continue;
    if (control.name(fn, value) === '1') return operandAt(reader, i, 0);
  }
  return NONE;
}

function givenTo(control: Control, fn: number, slot: number): Spot[] {
  const { program } = control;
  const module = program.moduleOf[fn];
  const out: Spot[] = [];
  for (let each = program.base[module]; each < program.base[module + 1]; each++) {
    const reader = control.reader(each);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Call || operandCount(reader, i) < 5 || operandAt(reader, i, 1) !== NONE) continue;
      const callee = operandAt(reader, i, 0);
      if (callee === NONE || kindAt(reader, callee) !== Kind.Load || operandAt(reader, callee, 0) !== slot) continue;
      const owner = operandAt(reader, callee, 1);
      if ((owner === NONE ? each : program.base[module] + owner) === fn) out.push({ fn: each, ordinal: operandAt(reader, i, 4) });
    }
  }
  return out;
}
