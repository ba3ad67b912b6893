/** A function of the project is called, by the code or by a library: its summary, as far as it is worth reading. */
import { Kind, NONE } from '../ir';
import { functionOf } from '../link/program';
import { kindAt, operandAt, readerOf, type Reader } from '../link/reader';
import { UNKNOWN } from '../link/types';
import { typeOf } from '../match';
import { applyAction } from './actions';
import { apply, bindArguments } from './apply';
import { carries, contents } from './emit';
import { solveNested } from './evaluate';
import { type Engine, type Frame, type Summary, frameOf, parameterCell } from './frame';
import { fill } from './keepers';
import { hintOfCall } from './names';
import type { Site } from './read';
import { EMPTY, INERT, altered, isWrittenOut, join, make, typed, unite, type Bindings, type Label, type Value } from './values';
import { isInert } from '../link/type-parts';
import type { FunctionTarget } from './targets';
import type { CallSite } from './call-site';

/** How a message names what is called. */
export type Named = Pick<CallSite, 'words'>;

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
  isByName = false,
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
  return apply(engine, frame, summary, bindings, called, site, own !== null && !(isByName && info.name !== ''));
}

/** Functions this short are read whoever calls them: getters, factories, one-line wrappers. */
const SHORT = 40;

/** A short function whose result says more than its declaration, for somebody who asks for it. */
function isWorthReading(engine: Engine, fn: number): boolean {
  const module = engine.program.moduleOf[fn];
  const info = functionOf(engine.program, fn);
  if (info.count > SHORT) return false;
  const declared = engine.types.of(module, info.returns);
  // Which function comes back, its type does not say.
  if ((isInert(declared) && declared.kind !== 'function') || (declared.kind === 'object' && declared.class !== null))
    return false;
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
    giveTypes(own, target.fn, args, functionOf(engine.program, target.fn).name === '');
    return solveNested(engine, own, target.fn, target.self ?? EMPTY, enters);
  }
  if (!target.frame) {
    if (enters) return engine.solve(target.fn, true);
    if (engine.tells(target.fn)) return engine.solve(target.fn, false);
    return asks && isWorthReading(engine, target.fn) ? engine.solve(target.fn, false) : null;
  }
  return solveNested(engine, target.frame, target.fn, target.self ?? EMPTY, enters);
}

/**
 * `visits.forEach((visit) => …)`: the parameter is what the list holds, as long as nothing else is given to the function. What
 * is written out is given to functions without a name only: others have more callers.
 */
function giveTypes({ nest }: Frame, fn: number, args: readonly Value[], isNameless: boolean): void {
  args.forEach((arg, position) => {
    const key = parameterCell(fn, position);
    const before = nest.given?.get(key);
    const given = isNameless && isSpelledOut(arg) ? untyped(arg) : arg.type.kind === 'object' ? typed(arg.type) : null;
    if (!given && !before?.fields) return;
    const known = (nest.given ??= new Map<number, Value | null>());
    if (before === undefined) known.set(key, given);
    else if (!given || before?.type !== given.type) known.set(key, null);
  });
}

const isSpelledOut = (value: Value): boolean => (value.fields !== null || value.text !== null) && isWrittenOut(untyped(value));

/** What is written out of a declared record says more than the declaration. */
const untyped = (value: Value): Value =>
  value.fields !== null && value.type.kind === 'object' ? altered(value, { type: UNKNOWN }) : value;

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

/** Runs a callback that a library or a built-in calls. */
export function runCallback(
  engine: Engine,
  frame: Frame,
  callback: Value | undefined,
  args: readonly Value[],
  site: Site,
  called: Named,
): Value {
  // What gives nothing of anybody is told from what nothing is known of.
  let out: Value | null = null;
  const add = (result: Value): void => void (out = out ? join(out, result) : result);
  for (const target of callback?.targets ?? []) {
    if (target.kind === 'function') add(invoke(engine, frame, target, [...target.bound, ...args], 0, site, called));
    if (target.kind === 'keeper') fill(target, args[0] ?? EMPTY);
    if (target.kind === 'library') {
      const action = typeOf(target.value)?.call;
      if (action)
        add(
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
  return out ?? EMPTY;
}
