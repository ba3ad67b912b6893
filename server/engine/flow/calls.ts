/** Calls: who is called, in the order of tiers, and what comes back. */
import { Flag, Kind, NONE } from '../ir';
import { functionOf } from '../link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import { derived, isInert, UNKNOWN, type ObjectType, type Type } from '../link/types';
import { memberOfLibrary, typeOf, type LibraryValue } from '../match';
import { libraryCall, applyAction } from './actions';
import { apply, bindArguments } from './apply';
import { borrowedArguments, boundFunction, isBorrowed, isOfFunction } from './borrowed';
import { builtinCall } from './builtins';
import { constructorOf, methodsOf } from './classes';
import { declaredResult, declaredReturn } from './declared';
import { contents } from './emit';
import { solveNested } from './evaluate';
import { typeIn, valueAt } from './operands';
import type { Engine, Frame, Summary } from './frame';
import { frameOf, parameterCell } from './frame';
import { asText, inState, isGone, less, source } from './labels';
import { underItsAddress } from './endpoints';
import {
  asksOnly,
  givesNumber,
  handsOut,
  isHook,
  hintOfCall,
  readsCommandLine,
  readsKey,
  stateOfName,
  tellsAbout,
  writesOut,
} from './names';
import { libraryOfType, read, type Site } from './read';
import {
  EMPTY,
  INERT,
  altered,
  container,
  join,
  make,
  mapLabels,
  ofLabels,
  unite,
  type Bindings,
  type Denoted,
  type Label,
  type Value,
} from './values';

const MANY = 8;

export interface CallSite {
  ordinal: number;
  site: Site;
  flags: number;
  /** Callee, or receiver of a method call. */
  callee: Value;
  /** '' for a plain call. */
  name: string;
  args: Value[];
  spreadMask: number;
  /** First type argument, as a term. */
  typeArgument: number;
  /** "logger.info": made when it is asked for. */
  readonly words: string;
}

/** How a message names what is called. */
export type Named = Pick<CallSite, 'words'>;

class CallInstruction implements CallSite {
  private known: string | null = null;
  constructor(
    private readonly frame: Frame,
    readonly ordinal: number,
    readonly site: Site,
    readonly flags: number,
    readonly callee: Value,
    readonly name: string,
    readonly args: Value[],
    readonly spreadMask: number,
    readonly typeArgument: number,
  ) {}
  get words(): string {
    return (this.known ??= wordsOfCallee(this.frame, this.ordinal, this.callee, this.name));
  }
}

/** The same call as a library or another function gets it. */
const restated = (call: CallSite, name: string, args: Value[], words: string): CallSite => ({
  ordinal: call.ordinal,
  site: call.site,
  flags: call.flags,
  callee: call.callee,
  name,
  args,
  spreadMask: 0,
  typeArgument: call.typeArgument,
  words,
});

export function callInstruction(engine: Engine, frame: Frame, i: number): Value {
  const call = callAt(frame, i);
  engine.stats.calls++;
  const result = underItsAddress(engine, frame, call, dispatch(engine, frame, call));
  if (call.typeArgument === NONE || result.type.kind !== 'unknown' || result.inert) return result;
  const type = typeIn(engine, frame, call.typeArgument);
  return type.kind === 'unknown' || isInert(type) || call.flags & Flag.New ? result : altered(result, { type });
}

/** A call instruction with the values of its operands. */
export function callAt(frame: Frame, i: number): CallSite {
  const { reader } = frame;
  const name = operandAt(reader, i, 1);
  const args: Value[] = [];
  for (let n = 4; n < operandCount(reader, i); n++) args.push(valueAt(frame, operandAt(reader, i, n)));
  const callee = valueAt(frame, operandAt(reader, i, 0));
  const method = name === NONE ? '' : reader.module.names[name];
  return new CallInstruction(
    frame,
    i,
    { fn: frame.fn, ordinal: i },
    flagsAt(reader, i),
    callee,
    method,
    args,
    operandAt(reader, i, 3),
    operandAt(reader, i, 2),
  );
}

/** "logger.info", "this.mailer.send", "audit": as a message names the callee. */
function wordsOfCallee(frame: Frame, i: number, callee: Value, method: string): string {
  let words = method;
  const put = (name: string): void => {
    if (name !== '') words = words === '' ? name : `${name}.${words}`;
  };
  let at = operandAt(frame.reader, i, 0);
  for (let depth = 0; depth < 4 && at !== NONE; depth++) {
    const kind = kindAt(frame.reader, at);
    const { names: table } = frame.reader.module;
    if (kind === Kind.Get && !(flagsAt(frame.reader, at) & Flag.Computed)) {
      put(table[operandAt(frame.reader, at, 1)]);
      at = operandAt(frame.reader, at, 0);
      continue;
    }
    if (kind === Kind.This) put('this');
    if (kind === Kind.Global) {
      const index = operandAt(frame.reader, at, 0);
      put(flagsAt(frame.reader, at) & Flag.Import ? frame.reader.module.imports[index].local : table[index]);
    }
    if (kind === Kind.Load) {
      const owner = operandAt(frame.reader, at, 1);
      put(frame.reader.module.functions[owner === NONE ? frame.index : owner].slots[operandAt(frame.reader, at, 0)].name);
    }
    break;
  }
  return words || callee.hint;
}

function dispatch(engine: Engine, frame: Frame, call: CallSite): Value {
  const state = stateOf(engine, frame, call);
  if (state) return protect(engine, call, state);
  const functions = functionTargets(engine, call);
  if (call.name === '' && givesNumber(call.words)) return INERT;
  const isLibrary = call.callee.targets.some((target) => target.kind === 'library');
  if (!isLibrary && readsCommandLine(call.name || call.words) && takesCommandLine(frame, call.ordinal)) return INERT;
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
  if (isBorrowed(call)) {
    if (call.name === 'bind') return boundFunction(call);
    const words = call.words.slice(0, call.words.lastIndexOf('.'));
    return dispatch(engine, frame, restated(call, '', borrowedArguments(call, []), words));
  }
  const library = libraryTargets(call, engine);
  if (library.length > 0) {
    engine.stats.resolved++;
    const rows = isOfRows(call) ? builtinCall(engine, frame, call) : null;
    if (rows) return rows;
    return library
      .map(({ value, bound }) => {
        const whole = bound ? restated(call, call.name, [...bound, ...call.args], call.words) : call;
        return libraryCall(engine, frame, value.model.kind === 'http' ? spreadOut(engine, whole) : whole, value);
      })
      .reduce((sum, value) => join(sum, value));
  }
  const returns = call.flags & Flag.New ? UNKNOWN : declaredReturn(call.callee, call.name);
  if (returns.kind !== 'unknown') return declaredResult(call, returns, passing(engine, call));
  return builtinCall(engine, frame, call) ?? unknownCall(engine, frame, call);
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

/** What a query gives is a list as well: `(await db.select().from(members)).map(…)`. */
const isOfRows = ({ callee, name }: CallSite): boolean =>
  name !== '' &&
  callee.fields?.has('[]') === true &&
  callee.targets.every((target) => target.kind !== 'library' || memberOfLibrary(target.value, name) === null);

/** Masking functions named in the configuration or by their own name keep their promise wherever they are declared. */
function stateOf(engine: Engine, frame: Frame, call: CallSite): ReturnType<typeof stateOfName> {
  const name = call.name || call.words;
  const config = engine.config(frame.reader.module.path);
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (config.maskingFunctions.includes(last)) return 'masked';
  if (config.encryptionFunctions.includes(last)) return 'encrypted';
  if (config.keyedHashFunctions.includes(last)) return 'pseudonymous';
  if (call.callee.targets.some((target) => target.kind === 'library') || call.flags & Flag.New) return null;
  return call.args.length === 0 ? null : stateOfName(last);
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

type FunctionTarget = Extract<Denoted, { kind: 'function' }>;

/** Project functions that a call may run. */
export function functionTargets(engine: Engine, call: CallSite): FunctionTarget[] {
  const { callee, name, flags } = call;
  const isFunction = (target: Denoted): target is FunctionTarget => target.kind === 'function';
  if (name === '') {
    const own = callee.targets.filter(isFunction);
    if (own.length > 0) return own;
    return callee.targets.flatMap((target) =>
      target.kind === 'class' && flags & Flag.New ? constructorOf(engine, target.ref) : [],
    );
  }
  if (isOfFunction(call)) return callee.targets.filter(isFunction);
  const field = callee.fields?.get(name)?.targets.filter(isFunction) ?? [];
  if (field.length > 0) return field;
  const member = callee.targets.some((target) => target.kind === 'namespace' || target.kind === 'class')
    ? read(engine, callee, name, call.site).targets.filter(isFunction)
    : [];
  if (member.length > 0) return member;
  const methods = methodsOf(engine, callee, name);
  if (methods.length > 0) return methods;
  return callee.type.kind === 'object' && callee.type.class
    ? read(engine, callee, name, call.site).targets.filter(isFunction)
    : [];
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
  );
}

/** Calls a project function: its summary applied to the arguments. */
export function invoke(
  engine: Engine,
  frame: Frame,
  target: FunctionTarget,
  args: readonly Value[],
  spreadMask: number,
  site: Site,
  called: Named,
  asks = true,
): Value {
  const info = functionOf(engine.program, target.fn);
  note(engine, target.fn, site);
  noteCallee(frame, target.fn, site);
  const own = target.frame && frameOf(frame, target.frame.fn) === target.frame ? target.frame : null;
  const summary = summaryOf(engine, frame, target, own, args, asks);
  if (!summary) return passThrough(engine, args, target.fn, site);
  const bound = bindArguments(
    args,
    spreadMask,
    info.parameters.findIndex((parameter) => parameter.rest),
  );
  const bindings: Bindings = { root: target.fn, args: bound, next: target.bindings };
  return apply(engine, frame, summary, bindings, called, site, own !== null);
}

/** Functions this short are read whoever calls them: getters, factories, one-line wrappers. */
const SHORT = 40;

/** A short function whose result says more than its declaration, for somebody who asks for it. */
function isWorthReading(engine: Engine, fn: number): boolean {
  const module = engine.program.moduleOf[fn];
  const info = functionOf(engine.program, fn);
  if (info.count > SHORT) return false;
  const declared = engine.types.of(module, info.returns);
  if (isInert(declared) || (declared.kind === 'object' && declared.class !== null)) return false;
  return givesMore(readerOf(engine.program.modules[module], fn - engine.program.base[module]));
}

/** Something else than literals, parameters and what operators make of them is returned. */
function givesMore(reader: Reader): boolean {
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Return) continue;
    const value = operandAt(reader, i, 0);
    if (value !== NONE && !PLAIN.has(kindAt(reader, value))) return true;
  }
  return false;
}

const PLAIN: ReadonlySet<Kind> = new Set([Kind.Const, Kind.Unary, Kind.Param]);

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

/** Demand follows labels: null when nothing that enters the callee, and nothing it mentions, is worth reading it. */
function summaryOf(
  engine: Engine,
  frame: Frame,
  target: FunctionTarget,
  own: Frame | null,
  args: readonly Value[],
  asks: boolean,
): Summary | null {
  const enters = args.some((arg) => carries(engine, arg, frame.nest.deep));
  if (own) {
    giveTypes(own, target.fn, args);
    return solveNested(engine, own, target.fn, target.self ?? EMPTY, enters);
  }
  if (!target.frame) {
    if (enters) return engine.solve(target.fn, true);
    if (engine.tells(target.fn)) return engine.solve(target.fn, false);
    return asks && isWorthReading(engine, target.fn) ? engine.solve(target.fn, false) : null;
  }
  return solveNested(engine, target.frame, target.fn, target.self ?? EMPTY, enters);
}

/** `visits.forEach((visit) => …)`: the parameter is what the list holds, as long as nothing else is given to the function. */
function giveTypes({ nest }: Frame, fn: number, args: readonly Value[]): void {
  args.forEach(({ type }, position) => {
    if (type.kind !== 'object') return;
    const key = parameterCell(fn, position);
    const given = (nest.given ??= new Map<number, ObjectType | null>());
    const before = given.get(key);
    if (before === undefined) given.set(key, type);
    else if (before !== type) given.set(key, null);
  });
}

/** Personal content in an argument; in deep solving also what parameters of the caller may bring. */
function carries(engine: Engine, value: Value, deep: boolean, depth = 3): boolean {
  if (value.labels.some((label) => label.kind === 'source' || deep)) return true;
  if (!value.inert && (engine.personal.fields(value.type).length > 0 || engine.personal.isRecord(value))) return true;
  if (!value.fields || depth === 0) return false;
  for (const child of value.fields.values()) if (carries(engine, child, deep, depth - 1)) return true;
  return false;
}

/** The value of a call whose callee is not read: its declared type, and whatever the arguments hold. */
function passThrough(engine: Engine, args: readonly Value[], fn: number, site: Site): Value {
  const info = functionOf(engine.program, fn);
  const type = info.returns >= 0 ? engine.types.of(engine.program.moduleOf[fn], info.returns) : UNKNOWN;
  if (isInert(type)) return INERT;
  let labels: readonly Label[] = [];
  for (const arg of args) for (const { label } of contents(engine, arg, site, true)) labels = unite(labels, [label]);
  return make({ labels, type, hint: hintOfCall(info.name, '') });
}

function note(engine: Engine, fn: number, site: Site): void {
  const list = engine.calls.get(fn);
  if (!list) engine.calls.set(fn, [site]);
  if (list && list.length < 64 && !list.some((other) => other.fn === site.fn && other.ordinal === site.ordinal)) list.push(site);
}

function noteCallee({ nest }: Frame, fn: number, site: Site): void {
  if (!nest.callees) return;
  const key = `${site.fn}:${site.ordinal}`;
  (nest.callees.get(key) ?? nest.callees.set(key, new Set()).get(key)!).add(fn);
}

/** `new C()` of a project class. */
function instances(engine: Engine, call: CallSite): Value | null {
  if (!(call.flags & Flag.New)) return null;
  const found = call.callee.targets.find((target) => target.kind === 'class');
  return found?.kind === 'class' ? make({ type: engine.types.ofClass(found.ref), fields: new Map() }) : null;
}

/** Library values a call goes to: known ones, or by the name of a receiver whose declaration we cannot see. */
export function libraryTargets(call: CallSite, engine: Engine): { value: LibraryValue; bound?: readonly Value[] }[] {
  const known = call.callee.targets.filter((target) => target.kind === 'library');
  if (known.length > 0) return known;
  const { callee } = call;
  const inherited = callee.type.kind === 'object' && callee.type.class ? libraryOfType(engine, callee.type) : null;
  if (inherited) return [{ value: inherited }];
  if (callee.inert || callee.fields || callee.hint === '') return [];
  const blank = /^(unknown|named|library|object)$/.test(callee.type.kind);
  const annotated = callee.type.kind === 'object' ? null : libraryOfType(engine, callee.type);
  if (annotated) return [{ value: annotated }];
  const ambient = blank ? engine.matcher.ambient(callee.hint) : null;
  if (!ambient) return [];
  if (call.name === '') return typeOf(ambient)?.call ? [{ value: ambient }] : [];
  return memberOfLibrary(ambient, call.name) ? [{ value: ambient }] : [];
}

/** Nothing is known: content may come back, with less trust; no state changes; a question gives no content. */
function unknownCall(engine: Engine, frame: Frame, call: CallSite): Value {
  const name = call.name || call.words.slice(call.words.lastIndexOf('.') + 1);
  if (asksOnly(name) || (call.name !== '' && tellsAbout(name))) return INERT;
  if (writesOut(name) && call.args.length > 0)
    return ofLabels(contents(engine, call.args[0], call.site).map(({ label }) => asText(label)));
  const key = call.args.length > 0 ? call.args[0].text : null;
  if (key !== null && call.name !== '' && readsKey(call.name)) return read(engine, call.callee, key, call.site);
  const hint = hintOfCall(name, call.name === '' ? '' : call.callee.hint);
  if (call.name !== '' && call.args.length === 0 && engine.personal.isOfThing(call.callee, hint, null)) return INERT;
  // A lookup gives the record it names, not what it was asked by.
  const labels = engine.classifier.owner(hint) === 'person' ? [] : passing(engine, call);
  const evidence = call.flags & Flag.New || !handsOut(name) ? null : engine.personal.name(hint, UNKNOWN);
  if (evidence) return make({ labels: [source({ ...evidence, words: `${call.words}()`, datum: 'field', ...call.site })], hint });
  const literal = call.args.length > 0 && call.args.every((arg) => arg.inert) && hint === '';
  if (literal && labels.length === 0) return INERT;
  const type = isHook(name) && engine.classifier.owner(hint) === 'maybe' ? ownOf(hint) : UNKNOWN;
  return make({ labels, hint, fields: call.flags & Flag.New ? container().fields : null, type });
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

/** Runs a callback that a library or a built-in calls. */
export function runCallback(
  engine: Engine,
  frame: Frame,
  callback: Value | undefined,
  args: readonly Value[],
  site: Site,
  called: Named,
): Value {
  let out = EMPTY;
  for (const target of callback?.targets ?? []) {
    if (target.kind === 'function') out = join(out, invoke(engine, frame, target, [...target.bound, ...args], 0, site, called));
    if (target.kind === 'library') {
      const action = typeOf(target.value)?.call;
      if (action)
        out = join(
          out,
          applyAction(engine, frame, {
            action,
            library: target.value,
            words: target.value.words,
            receiver: EMPTY,
            args: [...(target.bound ?? []), ...args],
            site,
            typeArgument: NONE,
          }),
        );
    }
  }
  return out;
}

export { mapLabels };
