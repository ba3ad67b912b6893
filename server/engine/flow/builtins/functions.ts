/** Functions that stand alone: conversions, timers, hooks, constructors. */
import { Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { UNKNOWN } from '../../link/types';
import { typeIn } from '../operands';
import type { Engine, Frame } from '../frame';
import { element } from '../read';
import { fillable, mapFields } from '../trees';
import { CALLED, EMPTY, INERT, altered, container, join, make, put, type Value } from '../values';
import { heldAt, keeperOf } from '../keepers';
import { handedOutBy, isShape, isStream, streamOf } from '../streams';
import { elementOf } from '../../link/type-parts';
import type { CallSite } from '../call-site';
import { type Builtin, first, run, listOf, isFunction, none, number, textOfArguments, argument } from './builtin';

export const FUNCTIONS: Record<string, Builtin> = {
  String: textOfArguments,
  encodeURIComponent: textOfArguments,
  encodeURI: textOfArguments,
  decodeURIComponent: textOfArguments,
  escape: textOfArguments,
  unescape: textOfArguments,
  Boolean: none,
  Number: number,
  parseInt: number,
  parseFloat: number,
  BigInt: number,
  isNaN: none,
  Symbol: none,
  setTimeout: delayed,
  setInterval: delayed,
  setImmediate: delayed,
  queueMicrotask: delayed,
  structuredClone: argument,
  cloneDeep: argument,
  useMemo: (engine, frame, call) => run(engine, frame, call, []),
  useCallback: argument,
  memo: argument,
  forwardRef: argument,
  cache: argument,
  useDeferredValue: argument,
  toRaw: argument,
  unref: argument,
  toValue: argument,
  useEffect: delayed,
  useLayoutEffect: delayed,
  useState: state,
  createSignal: signalPair,
  createContext: context,
  useContext: (_engine, _frame, call) => (isStream(first(call)) ? handedOutBy(first(call)) : null),
  use: (_engine, _frame, call) => (isStream(first(call)) ? handedOutBy(first(call)) : null),
  useReducer: reducer,
  signal,
  createStore: storePair,
  ref: box,
  shallowRef: box,
  reactive: filled,
  $state: filled,
  useRef: (engine, frame, call) => field('current', declaredOr(engine, frame, call, first(call))),
  produce: (engine, frame, call) =>
    isFunction(call.args[1] ?? EMPTY) ? (run(engine, frame, call, [first(call)], 1), first(call)) : null,
  computed: derived,
  watch,
  Array: (_engine, _frame, call) => listOf(EMPTY, first(call)),
  Object: argument,
  Map: collection,
  Set: collection,
  WeakMap: collection,
  Promise: promise,
  Date: textOfArguments,
  RegExp: none,
  Proxy: argument,
  t: none,
  i18n: none,
  __: none,
  gettext: none,
  cn: none,
  clsx: none,
};

function field(name: string, value: Value): Value {
  const out = container();
  out.fields?.set(name, value);
  return make({ fields: out.fields, hint: value.hint });
}

function box(engine: Engine, frame: Frame, call: CallSite): Value {
  return field('value', declaredOr(engine, frame, call, fillable(first(call))));
}

/** `reactive({ email: '' })` of Vue, `$state({ email: '' })` of Svelte: the thing itself. */
function filled(engine: Engine, frame: Frame, call: CallSite): Value {
  return declaredOr(engine, frame, call, fillable(first(call)));
}

/** `ref<User | null>(null)`: what it is declared to hold; else what it begins with. */
function declaredOr(engine: Engine, frame: Frame, call: CallSite, value: Value): Value {
  const type = call.typeArgument === NONE ? UNKNOWN : typeIn(engine, frame, call.typeArgument);
  return type.kind === 'unknown' ? begun(frame, call, value) : altered(value, { type, inert: false, text: null });
}

/** What a state begins with is not what it will hold. */
const begun = (frame: Frame, call: CallSite, value: Value): Value =>
  altered(value, { text: null, inert: value.inert && isSwitch(frame, call) });

function delayed(engine: Engine, frame: Frame, call: CallSite): Value {
  run(engine, frame, call, call.args.slice(2));
  return INERT;
}

/** `useState<T>(initial)`: the value and its setter; the setter is a function of nobody's. */
function state(engine: Engine, frame: Frame, call: CallSite): Value {
  const initial = first(call);
  const value = fillable(isFunction(initial) ? run(engine, frame, call, []) : initial);
  const out = container();
  out.fields?.set('0', joinHeld(frame, call, declaredOr(engine, frame, call, value)));
  out.fields?.set('1', keeperOf(frame, call.ordinal));
  return out;
}

/** With what its setter is given; a declared type says by itself what that is. */
function joinHeld(frame: Frame, call: CallSite, begins: Value): Value {
  const held = heldAt(frame, call.ordinal);
  return held === EMPTY || begins.type.kind === 'object' ? begins : join(begins, held);
}

/** `createContext<User | null>(null)`: what its providers give. */
function context(engine: Engine, frame: Frame, call: CallSite): Value {
  const type = call.typeArgument === NONE ? UNKNOWN : typeIn(engine, frame, call.typeArgument);
  if (isShape(type)) return streamOf(make({ type }));
  const begins = begun(frame, call, fillable(first(call)));
  return streamOf(type.kind === 'unknown' ? begins : altered(begins, { type, inert: false }));
}

/** `useReducer(reducer, start)`: what the reducer makes of what is dispatched. */
function reducer(engine: Engine, frame: Frame, call: CallSite): Value {
  const start = begun(frame, call, fillable(call.args[1] ?? EMPTY));
  const held = heldAt(frame, call.ordinal);
  return pairOf(held === EMPTY ? start : join(start, run(engine, frame, call, [start, held])), frame, call);
}

/** `email()` of Solid and Angular: what the signal holds. */
function signal(engine: Engine, frame: Frame, call: CallSite): Value {
  const out = container();
  out.fields?.set(CALLED, declaredOr(engine, frame, call, fillable(first(call))));
  return out;
}

function signalPair(engine: Engine, frame: Frame, call: CallSite): Value {
  const out = signal(engine, frame, call);
  out.fields?.set(CALLED, joinHeld(frame, call, out.fields.get(CALLED) ?? EMPTY));
  return pairOf(out, frame, call);
}

/** `createStore({ email: '' })` of Solid; of others, what makes a store is a function. */
function storePair(_engine: Engine, frame: Frame, call: CallSite): Value | null {
  return first(call).fields && !isFunction(first(call))
    ? pairOf(joinHeld(frame, call, begun(frame, call, fillable(first(call)))), frame, call)
    : null;
}

/** `computed(() => …)`: read as `.value` in Vue, called in Angular. */
function derived(engine: Engine, frame: Frame, call: CallSite): Value {
  const made = run(engine, frame, call, []);
  const out = field('value', made);
  out.fields?.set(CALLED, made);
  return out;
}

/** `watch(user, (now, before) => …)` of Vue: a box, a function that asks for something, a thing itself, or a list of them. */
function watch(engine: Engine, frame: Frame, call: CallSite): Value | null {
  if (!isFunction(call.args[1] ?? EMPTY)) return null;
  const source = first(call);
  const seen = isFunction(source) ? run(engine, frame, call, []) : watched(source);
  run(engine, frame, call, [seen, seen], 1);
  return INERT;
}

/** Of a list what each of them holds, in its place. */
const watched = (source: Value): Value =>
  source.fields?.get('value') ??
  (source.fields?.has('0') ? make({ fields: mapFields(source.fields, (own) => own.fields?.get('value') ?? own) }) : source);

/** A value and its setter. */
function pairOf(value: Value, frame: Frame, call: CallSite): Value {
  const out = container();
  out.fields?.set('0', value);
  out.fields?.set('1', keeperOf(frame, call.ordinal));
  return out;
}

/** `useState(false)` only ever holds a yes or a no; another first value says little of what is set later. */
function isSwitch({ reader }: Frame, call: CallSite): boolean {
  const at = operandCount(reader, call.ordinal) > 4 ? operandAt(reader, call.ordinal, 4) : NONE;
  return at !== NONE && kindAt(reader, at) === Kind.Const && operandAt(reader, at, 0) === LiteralKind.Boolean;
}

function collection(_engine: Engine, _frame: Frame, call: CallSite): Value {
  const out = container();
  const from = first(call);
  if (from === EMPTY) return out;
  const items = element(from);
  const keys = call.words.endsWith('Map') ? items.fields?.get('0') : undefined;
  if (keys) put(out, '@keys', keys);
  put(
    out,
    '[]',
    call.words === 'Map' || call.words === 'WeakMap'
      ? join(items.fields?.get('1') ?? EMPTY, make({ type: elementOf(items.type) }))
      : items,
  );
  return make({ fields: out.fields, hint: from.hint });
}

/** `new Promise((resolve) => …)`: what `resolve` is given. */
function promise(engine: Engine, frame: Frame, call: CallSite): Value {
  run(engine, frame, call, [keeperOf(frame, call.ordinal), INERT]);
  return heldAt(frame, call.ordinal);
}
