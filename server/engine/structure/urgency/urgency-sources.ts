/** Where the numbers in a value come from. */
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Urgency } from '../../rule/structure';
import { argumentsOf, functionOf, methodOf, slotOf, textAt, type Code } from '../code';
import { closuresOf } from '../closures';
import { returnsOf } from '../markup';
import { assignedInside, fillingsOf, type Filling } from './urgency-states';
import type { Pressure } from './urgency-words';
import { holdersOf, type Uses } from '../uses';

/** `countdown`: a literal that a clock of the page counts down. */
export type Source = 'random' | 'clock' | 'countdown' | 'constant' | 'person' | 'other';

const DEPTH = 24;
/** Values looked at for one question; what is left after that is unknown. */
const STEPS = 1500;
const RANDOM =
  /^(random|randomInt|randomBetween|randInt|getRandomInt|getRandomNumber|sample|shuffle|randomNumber|randomIntFromInterval)$/;
const KEEPS = /^(useState|useRef|useMemo|ref|computed|signal|createSignal|shallowRef|useSignal|writable|atom|observable)$/;
/** What a store holds, asked for by a function of its library. */
const HELD = /^(get|useAtom|useAtomValue|useRecoilValue|useRecoilState|useStore)$/;
const NUMERIC =
  /^(floor|ceil|round|max|min|abs|Number|String|parseInt|toString|toFixed|toLocaleString|padStart|parseFloat|getTime|valueOf|format|add|addMinutes|addHours|addDays|addSeconds|setHours|setMinutes)$/;
const OF_MATH = /^(floor|ceil|round|max|min|abs)$/;

export function createSources(code: Code, uses: Uses): (fn: number, value: number) => Set<Source> {
  /** Functions whose parameters add no source: they are what a state was, or are counted where the function is called. */
  const bound = new Set<number>();
  const filling = new Set<string>();
  let steps = 0;

  const of = (fn: number, value: number, depth: number): Set<Source> => {
    if (value === NONE || depth === 0 || steps++ > STEPS) return new Set(['other']);
    const reader = code.trail.reader(fn);
    const operand = (n: number): number => operandAt(reader, value, n);
    const all = (...values: number[]): Set<Source> => new Set(values.flatMap((each) => [...of(fn, each, depth - 1)]));
    switch (kindAt(reader, value)) {
      case Kind.Const:
        return new Set(operand(0) === LiteralKind.Number ? ['constant'] : []);
      case Kind.Binary:
        return all(operand(1), operand(2));
      case Kind.Otherwise:
        return all(operand(0), operand(1));
      case Kind.Template:
        return all(...odd(reader, value));
      case Kind.Unary:
        return all(operand(1));
      case Kind.Cast:
      case Kind.Await:
        return all(operand(0));
      case Kind.Object:
        return all(...entries(reader, value));
      case Kind.Array:
        return all(...odd(reader, value));
      case Kind.Phi: {
        const out = all(...odd(reader, value));
        // A number of one's own for some people, or one that a die chooses: the branch before the join asks.
        if (!out.has('constant')) return out;
        const asked = beforeJoin(reader, value);
        if (asked !== NONE && namesIn(code, fn, reader, asked, 4).some((name) => code.classifier.owner(name) === 'person'))
          out.add('person');
        if (asked !== NONE && of(fn, asked, depth - 1).has('random')) out.add('random');
        return out;
      }
      case Kind.Get:
        return ofMember(fn, reader, value, depth);
      case Kind.Global:
        return flagsAt(reader, value) & Flag.Import ? ofPoints(fn, value, depth) : new Set(['other']);
      case Kind.Param:
        return new Set(bound.has(fn) ? [] : ofPoints(fn, value, depth));
      case Kind.Call:
        return ofCall(fn, reader, value, depth);
      case Kind.Load: {
        const { owner, slot } = slotOf(code.program, fn, reader, value);
        const out = ofPoints(fn, value, depth);
        return merged(out, `${owner}.${slot}`, () => assignedInside(code, uses, owner, slot), depth);
      }
      default:
        return new Set(['other']);
    }
  };

  const ofPoints = (fn: number, ordinal: number, depth: number): Set<Source> => {
    const points = code.trail.back({ fn, ordinal, path: [] }) ?? [];
    if (points.length === 0) return new Set(['other']);
    return new Set(
      points.flatMap((point) => (point.path.length > 0 ? ['other' as const] : [...of(point.fn, point.ordinal, depth - 1)])),
    );
  };

  const ofMember = (fn: number, reader: Reader, value: number, depth: number): Set<Source> => {
    const holder = operandAt(reader, value, 0);
    const isComputed = (flagsAt(reader, value) & Flag.Computed) !== 0;
    const name = isComputed ? '' : reader.module.names[operandAt(reader, value, 1)];
    if (/^(0|value|current)$/.test(name)) return of(fn, holder, depth - 1);
    if (kindAt(reader, holder) === Kind.This && !isComputed) return ofPoints(fn, value, depth);
    // A row that a die chooses; a part of what a state of this component holds.
    if (isComputed && of(fn, operandAt(reader, value, 1), depth - 1).has('random')) return new Set(['random']);
    return !isComputed && isOwnState(fn, holder, 6) ? of(fn, holder, depth - 1) : new Set(['other']);
  };

  const isOwnState = (fn: number, value: number, depth: number): boolean => {
    if (value === NONE || depth === 0) return false;
    const reader = code.trail.reader(fn);
    if (kindAt(reader, value) === Kind.Call) return KEEPS.test(nameOf(fn, reader, value));
    if (kindAt(reader, value) === Kind.Param) return bound.has(fn);
    if (kindAt(reader, value) === Kind.Get)
      return reader.module.names[operandAt(reader, value, 1)] === '0' && isOwnState(fn, operandAt(reader, value, 0), depth - 1);
    if (kindAt(reader, value) !== Kind.Load) return false;
    const points = code.trail.back({ fn, ordinal: value, path: [] }) ?? [];
    return points.length === 1 && isOwnState(points[0].fn, points[0].ordinal, depth - 1);
  };

  const nameOf = (fn: number, reader: Reader, call: number): string =>
    methodOf(reader, call) || (code.calleeOf(fn, call)?.path.at(-1) ?? '');

  const ofCall = (fn: number, reader: Reader, call: number, depth: number): Set<Source> => {
    const method = methodOf(reader, call);
    const args = argumentsOf(reader, call).filter((arg) => arg !== NONE);
    const path = code.calleeOf(fn, call)?.path ?? [];
    const last = nameOf(fn, reader, call);
    if (RANDOM.test(last)) return new Set(['random']);
    // What a browser keeps for itself was made in it.
    if (last === 'getItem' && /^(window\.)?(local|session)Storage\.getItem$/.test(path.join('.'))) return new Set();
    // A day that somebody wrote down, or the end of this one, is a deadline for all.
    if (last === 'Date' && (isFixed(reader, args) || endsToday(code, uses, fn, call))) return new Set(['other']);
    if (path.join('.') === 'Date.now' || last === 'now' || (last === 'Date' && args.length === 0)) return new Set(['clock']);
    if (last === 'Date' || NUMERIC.test(last)) {
      const receiver = method !== '' && !OF_MATH.test(last) ? [operandAt(reader, call, 0)] : [];
      return new Set([...receiver, ...args].flatMap((each) => [...of(fn, each, depth - 1)]));
    }
    if (KEEPS.test(last)) return ofState(fn, reader, call, depth);
    if (method === '' && args.length === 1 && HELD.test(last)) return of(fn, args[0], depth - 1);
    const targets = method === '' ? closuresOf(code, fn, operandAt(reader, call, 0)) : [];
    if (targets.length === 0) return new Set(['other']);
    for (const target of targets) bound.add(target);
    return new Set([...returned(targets, depth), ...args.flatMap((arg) => [...of(fn, arg, depth - 1)])]);
  };

  const ofState = (fn: number, reader: Reader, call: number, depth: number): Set<Source> => {
    const [initial = NONE] = argumentsOf(reader, call);
    if (initial === NONE) return new Set(['other']);
    const closures = kindAt(reader, initial) === Kind.Closure ? closuresOf(code, fn, initial) : [];
    const first = closures.length > 0 ? returned(closures, depth) : of(fn, initial, depth - 1);
    const given = fillingsOf(code, uses, { fn, ordinal: call });
    // A state that begins with a literal and that nobody is seen to fill is filled from somewhere else.
    if (given === null || given.length === 0) return isLiteral(reader, initial) ? new Set(['other']) : first;
    return merged(first, `${fn}:${call}`, () => given, depth);
  };

  const merged = (first: Set<Source>, key: string, fillings: () => Filling[], depth: number): Set<Source> => {
    if (filling.has(key)) return new Set();
    filling.add(key);
    const out = new Set(first);
    for (const { fn, ordinal, updater, ticks } of fillings()) {
      if (updater !== null) bound.add(updater);
      for (const source of of(fn, ordinal, depth - 1)) out.add(source === 'constant' && ticks ? 'countdown' : source);
    }
    filling.delete(key);
    return out;
  };

  const returned = (targets: number[], depth: number): Set<Source> =>
    new Set(
      targets.flatMap((target) => returnsOf(code.trail.reader(target)).flatMap((value) => [...of(target, value, depth - 1)])),
    );

  return (fn, value) => {
    steps = 0;
    return of(fn, value, DEPTH);
  };
}

/** What the sources of a sentence's numbers make of it; null when they may be true. */
export function judgedBy(found: ReadonlySet<Source>, pressure: Pressure): Urgency['from'] | null {
  if (found.has('random')) return 'random';
  if (found.has('person')) return 'person';
  if (found.has('other')) return null;
  // A clock that counts down from a literal is a deadline only where something ends: a quiz counts down as well.
  if (found.has('countdown')) return pressure === 'ending' ? 'visit' : null;
  return found.has('clock') ? 'visit' : found.has('constant') ? 'constant' : null;
}

/** `new Date('2025-12-31')`, `new Date(2025, 11, 31)`. */
const isFixed = (reader: Reader, args: readonly number[]): boolean =>
  args.length > 1 || (args.length === 1 && textAt(reader, args[0]) !== null);

/** `midnight.setHours(24, 0, 0, 0)`. */
const endsToday = (code: Code, uses: Uses, fn: number, date: number): boolean =>
  holdersOf(code, uses, { fn, ordinal: date }).some((held) => {
    const reader = code.trail.reader(held.fn);
    return uses.of(held.fn, held.ordinal).some((user) => {
      const isSet = kindAt(reader, user) === Kind.Call && /^set(UTC)?Hours$/.test(methodOf(reader, user));
      const [hours = NONE] = isSet ? argumentsOf(reader, user) : [];
      return hours !== NONE && kindAt(reader, hours) === Kind.Const;
    });
  });

const isLiteral = (reader: Reader, value: number): boolean =>
  [Kind.Const, Kind.Object, Kind.Array].includes(kindAt(reader, value));

const odd = (reader: Reader, value: number): number[] =>
  Array.from({ length: operandCount(reader, value) >> 1 }, (_, n) => operandAt(reader, value, n * 2 + 1));

const entries = (reader: Reader, value: number): number[] =>
  Array.from({ length: Math.floor(operandCount(reader, value) / 3) }, (_, n) => n * 3)
    .filter((n) => operandAt(reader, value, n) !== EntryKind.Computed)
    .map((n) => operandAt(reader, value, n + 2));

/** Condition of the last branch before a join. */
function beforeJoin(reader: Reader, phi: number): number {
  for (let i = phi - 1; i >= 0; i--) if (kindAt(reader, i) === Kind.Branch) return operandAt(reader, i, 0);
  return NONE;
}

function namesIn(code: Code, fn: number, reader: Reader, value: number, depth: number): string[] {
  if (value === NONE || depth === 0) return [];
  const kind = kindAt(reader, value);
  const below = (...values: number[]): string[] => values.flatMap((each) => namesIn(code, fn, reader, each, depth - 1));
  if (kind === Kind.Get) return below(operandAt(reader, value, 0));
  if (kind === Kind.Binary) return below(operandAt(reader, value, 1), operandAt(reader, value, 2));
  if (kind === Kind.Unary) return below(operandAt(reader, value, 1));
  if (kind === Kind.Global && !(flagsAt(reader, value) & Flag.Import)) return [reader.module.names[operandAt(reader, value, 0)]];
  if (kind !== Kind.Load) return [];
  const owner = operandAt(reader, value, 1);
  const holder = owner === NONE ? functionOf(code.program, fn) : code.program.modules[code.program.moduleOf[fn]].functions[owner];
  return [holder.slots[operandAt(reader, value, 0)]?.name ?? ''];
}
