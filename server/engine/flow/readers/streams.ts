/** Streams of RxJS and stores of Svelte: what goes in and what each operator hands out. */
import { runCallback } from '../invoke';
import { element } from '../read';
import { handedOutBy, isStream, streamOf } from '../streams';
import { heldAt, keeperOf } from '../keepers';
import { fillable, mapFields } from '../trees';
import { EMPTY, INERT, altered, join, make, type Value } from '../values';
import { NONE } from '../../ir';
import { UNKNOWN } from '../../link/types';
import { typeIn } from '../operands';
import { elementOf } from '../../link/type-parts';
import type { LibraryCall } from '../actions';
import type { Read } from './reading';

/** By its own name, whatever it was imported as. */
const nameOf = ({ library }: LibraryCall): string => library.type.replace(/^make |\(\)$/g, '');

/** `of(user)`, `from(users)`, `new BehaviorSubject(user)`, `writable(user)`. */
export const stream: Read = (engine, frame, call) => {
  const type = call.typeArgument === NONE ? UNKNOWN : typeIn(engine, frame, call.typeArgument);
  const [first = EMPTY] = call.args;
  if (nameOf(call) === 'from') return streamOf(elementsOf(first));
  const all = call.args.reduce((sum, value) => join(sum, value), EMPTY);
  // What it begins with is not what it will hold.
  return streamOf(altered(all, { inert: false, text: null, ...(type.kind === 'unknown' ? {} : { type }) }));
};

/** Of a list its elements; a promise is what it will be. */
const elementsOf = (value: Value): Value =>
  isStream(value)
    ? handedOutBy(value)
    : value.fields?.has('[]') || elementOf(value.type).kind !== 'unknown'
      ? element(value)
      : value;

/** `combineLatest([users$, filter$])`, `forkJoin({ user, orders })`: what each of them hands out, in its place. */
export const gathered: Read = (_engine, _frame, call) => {
  const [first = EMPTY] = call.args;
  if (!first.fields) return null;
  return streamOf(ofEach(first));
};

/** `firstValueFrom(user$)`, `get(user)`. */
export const latest: Read = (_engine, _frame, call) => (call.args[0] ? handedOutBy(call.args[0]) : null);

/** An operator waits for the stream it is put into. */
export const operator: Read = (_engine, _frame, call) => make({ fields: new Map(call.args.map((arg, at) => [String(at), arg])) });

/** `map(…)`, `derived(user, …)`: what the function makes of it. */
export const mapping: Read = (engine, frame, call) =>
  streamOf(runCallback(engine, frame, call.args[1], [call.args[0]], call.site, call));

/** `switchMap(…)`: what the stream hands out that the function gives. */
export const flattening: Read = (engine, frame, call) =>
  streamOf(elementsOf(runCallback(engine, frame, call.args[1], [call.args[0]], call.site, call)));

/** `tap(log)`, `tap({ next: log })`, `filter(…)`: it is handed on as it is. */
export const watching: Read = (engine, frame, call) => {
  const [value, given = EMPTY] = call.args;
  for (const one of [given, given.fields?.get('next')]) if (one) runCallback(engine, frame, one, [value], call.site, call);
  return null;
};

/** `scan((all, one) => [...all, one], [])`, `startWith(user)`, `withLatestFrom(user$)`. */
export const adding: Read = (engine, frame, call) => {
  const [value, ...given] = call.args;
  const [first = EMPTY, second = EMPTY] = given;
  if (/^(scan|reduce)$/.test(nameOf(call)))
    return streamOf(join(second, runCallback(engine, frame, first, [second, value], call.site, call)));
  if (nameOf(call) === 'startWith') return streamOf(given.reduce((sum, one) => join(sum, one), value));
  const others = given.map((one, at) => [String(at + 1), handedOutBy(one)] as const);
  return others.length === 0 || value === INERT ? null : streamOf(make({ fields: new Map([['0', value], ...others]) }));
};

/** `create((set, get) => ({ … }))` of zustand; of the store that comes of it, what a selector takes. */
export const sharedState: Read = (engine, frame, call) => {
  const [given = EMPTY] = call.args;
  if (isStream(call.receiver)) {
    const state = handedOutBy(call.receiver);
    if (call.method === 'getState' || given === EMPTY) return state;
    return runCallback(engine, frame, given, [state], call.site, call);
  }
  const { ordinal } = call.site;
  const held = heldAt(frame, ordinal);
  const isMaker = given.targets.some(({ kind }) => kind === 'function');
  const begins = isMaker ? runCallback(engine, frame, given, [keeperOf(frame, ordinal), streamOf(held)], call.site, call) : given;
  return begins === EMPTY ? null : streamOf(join(unfilled(fillable(begins)), held));
};

/** `{ user: null, loading: true }`: what is not there yet is known by its name only. */
const unfilled = (state: Value): Value =>
  state.fields
    ? altered(state, { fields: new Map([...state.fields].filter(([, own]) => !own.inert || own.fields !== null)), parts: null })
    : state;

/** `derived(user, ($user) => …)`, `derived([user, theme], ([$user]) => …)` of Svelte. */
export const derivedStore: Read = (engine, frame, call) => {
  const [given = EMPTY, maker] = call.args;
  const value = isStream(given) ? handedOutBy(given) : ofEach(given);
  return streamOf(runCallback(engine, frame, maker, [value], call.site, call));
};

const ofEach = (value: Value): Value => (value.fields ? make({ fields: mapFields(value.fields, handedOutBy) }) : value);
