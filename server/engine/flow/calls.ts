/** Calls: who is called, in the order of tiers, and what comes back. */
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { UNKNOWN, type Type } from '../link/types';
import { libraryCall } from './actions';
import { borrowedArguments, boundFunction, isBorrowed, isOfFunction } from './borrowed';
import { builtinCall } from './builtins';
import { numberOf } from './builtins/builtin';
import { declaredResult, declaredReturn } from './declared';
import { contents } from './emit';
import { typeIn } from './operands';
import type { Engine, Frame } from './frame';
import { asText, inState, isGone, less, source } from './labels';
import { underItsAddress } from './endpoints';
import {
  asksOnly,
  fieldOf,
  picksElement,
  givesNumber,
  handsOut,
  isHook,
  isOwnLine,
  hintOfCall,
  readsCommandLine,
  readsKey,
  stateOfName,
  tellsAbout,
  uncovers,
  writesOut,
} from './names';
import { memberOfLibrary } from '../match';
import { isKeyName } from '../owners';
import { read } from './read';
import { isStream } from './streams';
import { withoutNamed } from './taken-away';
import { noteInvocation } from './invocations';
import { isReadAsPerson } from './usage';
import { named } from './variables';
import { flatten } from './trees';
import { ANSWER, CALLED, EMPTY, INERT, altered, container, join, make, ofLabels, unite, type Label, type Value } from './values';
import { derived, isInert } from '../link/type-parts';
import { isOfRows, type FunctionTarget, functionTargets, libraryTargets } from './targets';
import { fill, heldAt, isKeeper } from './keepers';
import { invoke, runCallback } from './invoke';
import { type CallSite, restated, callAt } from './call-site';
import { onlyCleans } from './cleaners';

const MANY = 8;

export function callInstruction(engine: Engine, frame: Frame, i: number): Value {
  const call = callAt(frame, i);
  engine.stats.calls++;
  const result = underItsAddress(engine, frame, call, dispatch(engine, frame, call));
  if (call.typeArgument === NONE || result.type.kind !== 'unknown' || result.inert || isStream(result)) return result;
  const type = typeIn(engine, frame, call.typeArgument);
  return type.kind === 'unknown' || isInert(type) || call.flags & Flag.New ? result : altered(result, { type });
}

function dispatch(engine: Engine, frame: Frame, call: CallSite): Value {
  const state = stateOf(engine, frame, call);
  const last = lastOf(call);
  const isTold = engine.config(frame.reader.module.path).maskingFunctions.includes(last);
  const rest = state === 'masked' && !isTold ? withoutNamed(engine.classifier, last, call.args) : null;
  if (rest) return rest;
  if (state) return (call.args.length > 0 && hashedInside(engine, frame, call)) || protect(engine, call, state);
  const functions = functionTargets(engine, call);
  if (call.name === '' && givesNumber(call.words)) return numberOf(engine, call.args[0] ?? INERT, call.site);
  const isLibrary = call.callee.targets.some((target) => target.kind === 'library');
  if (!isLibrary && readsCommandLine(call.name || call.words) && takesCommandLine(frame, call.ordinal)) return INERT;
  // What `decrypt(…)` of the project is given is no plain text yet; what it gives back is.
  if (functions.length > 0 && uncovers(call.name || call.words))
    return ofLabels(call.args.flatMap((arg) => contents(engine, arg, call.site).map(({ label }) => label)));
  if (functions.length > 0 && functions.length <= MANY) {
    engine.stats.resolved++;
    let out: Value | null = null;
    for (const target of functions) {
      const result = callFunction(engine, frame, call, target);
      out = out ? join(out, result) : result;
    }
    const made = instances(engine, call);
    return made ? { ...(out ?? EMPTY), ...made } : (out ?? EMPTY);
  }
  const made = instances(engine, call);
  if (made) return made;
  if (fillsHeld(engine, frame, call)) return INERT;
  const held = heldBy(engine, call);
  if (held) return held;
  if (isBorrowed(call)) {
    if (call.name === 'bind') return boundFunction(call);
    const words = call.words.slice(0, call.words.lastIndexOf('.'));
    return dispatch(engine, frame, restated(call, '', borrowedArguments(call, []), words));
  }
  const library = libraryTargets(call, engine);
  if (library.length > 0) {
    engine.stats.resolved++;
    // What a library gives may be waited for, whether its model says so or not.
    const isPromised = /^(?:then|catch|finally|pipe|subscribe)$/.test(call.name);
    const rows =
      isOfRows(call) || (isPromised && library.every(({ value }) => !memberOfLibrary(value, call.name)))
        ? builtinCall(engine, frame, call)
        : null;
    if (rows) return rows;
    return library
      .map(({ value, bound }) => {
        const whole = bound ? restated(call, call.name, [...bound, ...call.args], call.words) : call;
        return libraryCall(engine, frame, value.model.kind === 'http' ? spreadOut(engine, whole) : whole, value);
      })
      .reduce((sum, value) => join(sum, value));
  }
  noteInvocation(engine, frame, call);
  const returns = call.flags & Flag.New ? UNKNOWN : declaredReturn(call.callee, call.name);
  if (returns.kind !== 'unknown') return declaredResult(call, returns, passing(engine, call));
  return builtinCall(engine, frame, call) ?? unknownCall(engine, frame, call);
}

/** `setUser(user)`, `resolve(user)`, `setUser((before) => ({ ...before, email }))`: true when something is put where it is kept. */
function fillsHeld(engine: Engine, frame: Frame, call: CallSite): boolean {
  const callee = call.name === '' ? call.callee : call.callee.fields?.get(call.name);
  const keepers = callee?.targets.filter(isKeeper) ?? [];
  // `setDraft('email', value)`: the last one is put in, under the name before it; `set(values, true, 'login')`: the first.
  const name = call.args.length > 1 ? call.args[0].text : null;
  const value = name === null ? call.args[0] : call.args.at(-1);
  for (const keeper of value ? keepers : []) {
    const isWorkedOut = value!.targets.some(({ kind }) => kind === 'function');
    const put = isWorkedOut ? runCallback(engine, frame, value, [heldAt(keeper.frame, keeper.ordinal)], call.site, call) : value!;
    fill(keeper, name === null ? put : make({ fields: new Map([[name, put]]) }));
  }
  return keepers.length > 0;
}

/** `email()`, `this.email()`: what a signal of that name holds. */
function heldBy(engine: Engine, call: CallSite): Value | null {
  if (call.args.length > 0) return null;
  const isMember = call.name !== '' && call.callee.type.kind === 'object' && call.callee.type.class !== null;
  const signal = call.name === '' ? call.callee : isMember ? read(engine, call.callee, call.name, call.site) : null;
  const held = signal?.fields?.get(CALLED);
  return held && signal ? named(engine, held, call.name || signal.hint, undefined, call.site) : null;
}

/** `fetch(...args)`: of the one list each element is an argument of its own. */
function spreadOut(engine: Engine, call: CallSite): CallSite {
  if (call.spreadMask !== 1 || call.args.length !== 1) return call;
  const args = ['0', '1', '2'].map((index) => read(engine, call.args[0], index, call.site));
  return restated(call, call.name, args, call.words);
}

/** `process.argv`, or a part of it, is among the arguments. */
function takesCommandLine({ reader }: Frame, call: number): boolean {
  for (let n = 4; n < operandCount(reader, call); n++) {
    let at = operandAt(reader, call, n);
    if (at !== NONE && kindAt(reader, at) === Kind.Call) at = operandAt(reader, at, 0);
    if (at === NONE || kindAt(reader, at) !== Kind.Get || flagsAt(reader, at) & Flag.Computed) continue;
    if (reader.module.names[operandAt(reader, at, 1)] === 'argv') return true;
  }
  return false;
}

function lastOf({ name, words }: CallSite): string {
  const whole = name || words;
  return whole.slice(whole.lastIndexOf('.') + 1);
}

/** Masking functions named in the configuration or by their own name keep their promise wherever they are declared. */
function stateOf(engine: Engine, frame: Frame, call: CallSite): ReturnType<typeof stateOfName> {
  const config = engine.config(frame.reader.module.path);
  const last = lastOf(call);
  if (config.maskingFunctions.includes(last)) return 'masked';
  if (config.encryptionFunctions.includes(last)) return 'encrypted';
  if (config.keyedHashFunctions.includes(last)) return 'pseudonymous';
  if (call.callee.targets.some((target) => target.kind === 'library') || call.flags & Flag.New) return null;
  return call.args.length === 0 || onlyCleans(engine, call, last) ? null : stateOfName(last);
}

function protect(engine: Engine, call: CallSite, state: NonNullable<ReturnType<typeof stateOfName>>): Value {
  let labels: readonly Label[] = [];
  for (const arg of call.args)
    labels = unite(
      labels,
      contents(engine, arg, call.site).map(({ label }) => inState(label, state)),
    );
  return labels.length === 0 ? INERT : ofLabels(labels.filter((label) => !isGone(label.state)));
}

/**
 * `hashOf(email)`, `anonymize(email)` of the project, when nothing but an unkeyed hash is in it: the name promises more than the
 * function holds. Null when it does something else, or nobody sees what.
 */
function hashedInside(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const functions = functionTargets(engine, call);
  if (functions.length === 0 || functions.length > MANY) return null;
  const out = functions.map((target) => callFunction(engine, frame, call, target)).reduce((sum, value) => join(sum, value));
  const labels = flatten(out);
  return labels.length > 0 && labels.every((label) => label.state === 'weak-hash') ? out : null;
}

function callFunction(engine: Engine, frame: Frame, call: CallSite, target: FunctionTarget): Value {
  const isBorrowing = isOfFunction(call);
  const args = isBorrowing ? borrowedArguments(call, target.bound) : [...target.bound, ...call.args];
  return invoke(
    engine,
    frame,
    target,
    args,
    isBorrowing && call.name === 'apply' ? 0 : call.spreadMask,
    call.site,
    call,
    isAsked(frame, call),
    call.name === '',
  );
}

/** Something may be done with the result of a call: nothing is with that of a statement, and `new` gives the instance. */
function isAsked(frame: Frame, call: CallSite): boolean {
  if (call.flags & Flag.New && call.callee.targets.some((target) => target.kind === 'class')) return false;
  return (frame.used ??= operandsOf(frame.reader))[call.ordinal] === 1;
}

/** Marks what instructions take; a name's number may mark more than is taken. */
function operandsOf({ module, first, count }: Reader): Uint8Array {
  const out = new Uint8Array(count);
  const end = module.at[first + count];
  for (let word = module.at[first]; word < end; word++)
    if (module.code[word] >= 0 && module.code[word] < count) out[module.code[word]] = 1;
  return out;
}

/** `new C()` of a project class. */
function instances(engine: Engine, call: CallSite): Value | null {
  if (!(call.flags & Flag.New)) return null;
  const found = call.callee.targets.find((target) => target.kind === 'class');
  return found?.kind === 'class' ? make({ type: engine.types.ofClass(found.ref), fields: new Map() }) : null;
}

/** Nothing is known: content may come back, with less trust; no state changes; a question gives no content. */
function unknownCall(engine: Engine, frame: Frame, call: CallSite): Value {
  const name = call.name || call.words.slice(call.words.lastIndexOf('.') + 1);
  // `const { user } = await auth.validate()` has an answer with somebody in it.
  if (asksOnly(name)) return isReadAsPerson(engine, frame, call.ordinal) ? EMPTY : INERT;
  if (call.name !== '' && tellsAbout(name)) return INERT;
  if (writesOut(name) && call.args.length > 0)
    return ofLabels(contents(engine, call.args[0], call.site).map(({ label }) => asText(label)));
  const key = call.args.length > 0 ? call.args[0].text : null;
  if (key !== null && call.name !== '' && readsKey(call.name))
    return call.callee === ANSWER ? ANSWER : read(engine, call.callee, key, call.site);
  if (key !== null && isOwnLine(key)) return INERT;
  if (key !== null && picksElement(name)) return make({ hint: `${fieldOf(key)} input` });
  const hint = hintOfCall(name, call.name === '' ? '' : call.callee.hint);
  if (call.name !== '' && call.args.length === 0) {
    if (engine.personal.isOfThing(call.callee, hint, null)) return INERT;
    // `admin.getId()`: the key of the record, and nothing of what it holds.
    if (isKeyName(name) && !engine.classifier.name(hint)?.specific) return INERT;
  }
  // A lookup gives the record it names, not what it was asked by.
  const isAnswer = engine.classifier.owner(hint) === 'person' || isOfService(frame, call);
  const labels = isAnswer ? [] : passing(engine, call);
  const evidence = call.flags & Flag.New || !handsOut(name) ? null : engine.personal.name(hint, UNKNOWN);
  if (evidence) return make({ labels: [source({ ...evidence, words: `${call.words}()`, datum: 'field', ...call.site })], hint });
  const literal = call.args.length > 0 && call.args.every((arg) => arg.inert) && hint === '';
  if (literal && labels.length === 0) return ANSWER;
  const type = isHook(name) && engine.classifier.owner(hint) === 'maybe' ? ownOf(hint) : UNKNOWN;
  return make({ labels, hint, fields: call.flags & Flag.New ? container().fields : null, type });
}

/** `await consulate.book(passport)` of a part of the project that cannot be seen: what comes back is its own answer. */
function isOfService({ reader }: Frame, call: CallSite): boolean {
  if (call.name === '' || call.args.length === 0) return false;
  const receiver = operandAt(reader, call.ordinal, 0);
  if (receiver === NONE || kindAt(reader, receiver) !== Kind.Global || !(flagsAt(reader, receiver) & Flag.Import)) return false;
  const { specifier } = reader.module.imports[operandAt(reader, receiver, 0)];
  const next = call.ordinal + 1;
  const isAwaited = next < reader.count && kindAt(reader, next) === Kind.Await && operandAt(reader, next, 0) === call.ordinal;
  return isAwaited && /^[.~#]|^@\//.test(specifier) && !/render|format|template|text|build|make|to[A-Z]/i.test(call.name);
}

/** `const { profile } = useProfile()`: the profile of the user. */
const ownOf = (noun: string): Type =>
  derived('', new Map([[noun, { type: { kind: 'named', name: `user ${noun}`, args: [] }, owner: '' }]]));

/** What may pass through a callee that is not read. */
function passing(engine: Engine, call: CallSite): readonly Label[] {
  let labels: readonly Label[] = [];
  for (const value of [...(call.name === '' ? [] : [call.callee]), ...call.args]) {
    for (const { label } of contents(engine, value, call.site, true))
      if (label.kind === 'symbol' || (label.datum === 'field' && !isOpaque(engine, label.category)))
        labels = unite(labels, [less(label)]);
  }
  return labels;
}

const isOpaque = (engine: Engine, category: string): boolean => engine.classifier.category(category)?.identifies === 'opaque';
