/** Applying a summary: symbols become what the arguments carry, sinks are reached from here. */
import { contents, emit } from './emit';
import { Kind } from '../ir';
import { functionOf } from '../link/program';
import { kindAt, operandAt, readerOf } from '../link/reader';
import { type Engine, type Frame, type Hop, type Invocation, type Summary, frameOf } from './frame';
import { addInvocation, handedOn } from './invocations';
import { without } from './members';
import { parameterType } from './operands';
import {
  BELOW,
  DEEPER,
  HEAD,
  MINUS,
  NO_KEY,
  SPOKEN,
  START,
  WHEN,
  after,
  asNoKey,
  asText,
  below,
  ofHead,
  ofStart,
  spoken,
} from './labels';
import { UNKNOWN } from '../link/types';
import { element, read, type Site } from './read';
import { bounded, mapFields, mapLabels } from './trees';
import {
  EMPTY,
  INERT,
  altered,
  boundTo,
  container,
  join,
  ofLabels,
  put,
  SPREAD,
  type Bindings,
  type Denoted,
  type SymbolLabel,
  type Value,
} from './values';
import { runCallback, type Named } from './invoke';

export interface Arguments {
  args: readonly Value[];
  self: Value;
}

export function apply(
  engine: Engine,
  frame: Frame,
  summary: Summary,
  bindings: Bindings,
  called: Named,
  site: Site,
  nested: boolean,
): Value {
  const arriving = createResolve(engine, bindings, site);
  for (const edge of summary.sinks) {
    const value = arriving(edge.label);
    if (!value || value === EMPTY || (value.inert && !value.fields)) continue;
    const found = contents(engine, value, site).map(({ label, at }) => ({
      label: after(label, edge.label),
      at: at === '' ? edge.at : edge.at === '' ? at : `${edge.at}.${at}`,
    }));
    const inner = edge.hops ?? edge.site;
    const place = nested ? { fn: inner.fn, ordinal: inner.ordinal } : site;
    emit(engine, frame, found, edge.site, place, nested ? edge.hops : hop(engine, bindings.root, site, called, edge.hops));
  }
  for (const invocation of summary.invokes ?? []) run(engine, frame, invocation, bindings, called, site);
  return bounded(substitute(withoutNothing(engine, summary.returns, bindings), bindings, createResolve(engine, bindings, site)));
}

/** A function that was handed over is called; one that the caller was given itself is for its callers. */
function run(engine: Engine, frame: Frame, { callee, args }: Invocation, bindings: Bindings, called: Named, site: Site): void {
  const resolve = createResolve(engine, bindings, site);
  const value = resolve(callee);
  const given = (): Value[] => args.map((arg) => substitute(arg, bindings, resolve));
  if (value && value.targets.length > 0) {
    const { handing } = frame.nest;
    // Functions that are handed to each other again and again: once more adds nothing.
    if (handing.includes(bindings.root)) return;
    handing.push(bindings.root);
    runCallback(engine, frame, value, given(), site, called);
    handing.pop();
    return;
  }
  const handed = value ? handedOn(frame, value) : frameOf(frame, callee.root) ? [callee] : [];
  if (handed.length === 0) return;
  const onward = given();
  for (const label of handed) addInvocation(frame, { callee: label, args: onward });
}

/** A parameter's name says what callers give; of one that gives nothing personal (a literal, no argument) it says nothing. */
function withoutNothing(engine: Engine, returns: Value, { root, args }: Bindings): Value {
  if (!returns.labels.some((label) => label.kind === 'source' && label.fn === root)) return returns;
  const module = engine.program.moduleOf[root];
  const reader = readerOf(engine.program.modules[module], root - engine.program.base[module]);
  const out = mapLabels(returns, (label) => {
    if (label.kind !== 'source' || label.fn !== root || kindAt(reader, label.ordinal) !== Kind.Param) return label;
    const given = args[operandAt(reader, label.ordinal, 0)] ?? INERT;
    return given.inert && !given.fields && given.targets.length === 0 ? null : label;
  });
  return out.labels.length === 0 && !out.fields ? INERT : out;
}

const hop = (engine: Engine, callee: number, site: Site, { words }: Named, next: Hop | null): Hop => ({
  fn: site.fn,
  ordinal: site.ordinal,
  words: words || functionOf(engine.program, callee).name,
  next,
});

/** The argument a symbol stands for, read along the symbol's path; null when the symbol is not ours to bind. */
type Resolve = (label: SymbolLabel) => Value | null;

/** Reads each way into the arguments once. Not beyond the call of a function that was handed over: it may fill the arguments. */
function createResolve(engine: Engine, bindings: Bindings, site: Site): Resolve {
  const known = new Map<string, Value>();
  return ({ root, parameter, path }) => {
    const args = boundTo(bindings, root);
    if (!args) return null;
    // What is not handed over is undefined: its members are nobody's, whatever they are called.
    if (parameter >= args.length && path.length > 0) return null;
    let value = args[parameter] ?? EMPTY;
    if (path.length > 0 && isUntold(value)) value = altered(value, { type: parameterType(engine, root, parameter) });
    let way = `${root}:${parameter}`;
    for (const name of path) {
      way += `.${name}`;
      const found = known.get(way) ?? (name.startsWith(WHEN) ? inCase(value, name, args) : step(engine, value, name, site));
      known.set(way, (value = found));
    }
    return value;
  };
}

/** Nothing where the caller says another text than the one of this case; the same case where it hands on a parameter of its own. */
function inCase(value: Value, name: string, args: readonly Value[]): Value {
  const at = name.indexOf('=');
  const given = args[Number(name.slice(WHEN.length, at))] ?? EMPTY;
  if (given.text !== null) return given.text === name.slice(at + 1) ? value : EMPTY;
  const [own] = given.labels;
  if (own?.kind !== 'symbol' || own.path.length > 0) return value;
  const step = `${WHEN}${own.parameter}${name.slice(at)}`;
  return mapLabels(value, (label) => (label.kind === 'symbol' && label.root === own.root ? below(label, step) : label));
}

/** A mere name: the type the callee declares says more about its members. */
const isUntold = (value: Value): boolean => value !== EMPTY && !value.inert && isBare(value) && value.type.kind === 'unknown';

function step(engine: Engine, value: Value, name: string, site: Site): Value {
  if (name === '[]')
    return isWritten(value) && !LISTED.test([...value.fields!.keys()].join()) ? anyMember(value) : element(value);
  if (name === DEEPER) return nameless(value);
  if (name === HEAD) return ofLabels(contents(engine, value, site, true).flatMap(({ label }) => ofHead(label) ?? []));
  if (name === BELOW) return ofLabels(contents(engine, value, site).map(({ label }) => asText(label)));
  if (name === NO_KEY) return mapLabels(value, asNoKey);
  if (name.startsWith(START)) return mapLabels(value, (label) => ofStart(label, Number(name.slice(START.length))));
  if (name === SPOKEN) return ofLabels(contents(engine, value, site, true).map(({ label }) => spoken(label)));
  if (name.startsWith(MINUS)) return without(value, new Set(name.slice(1).split(',')));
  return isWritten(value) && !value.fields?.has(name) ? EMPTY : read(engine, value, name, site);
}

/** What is deep inside is no record, although what it is in is called one. */
const nameless = (value: Value): Value =>
  altered(value, { hint: '', type: value.type.kind === 'named' || value.type.kind === 'library' ? UNKNOWN : value.type });

const LISTED = /^\d/;

/** `Object.entries(query)` of an object that the caller wrote: any of its members. */
const anyMember = ({ fields }: Value): Value => [...fields!.values()].reduce((all, member) => join(all, member), EMPTY);

/** An object written where it is handed over, or the properties of a component: what it does not list is not there. */
const isWritten = (value: Value): boolean =>
  value.fields !== null &&
  value.hint === '' &&
  value.home === null &&
  value.labels.length === 0 &&
  value.targets.length === 0 &&
  value.type.kind === 'unknown' &&
  !OPEN.some((name) => value.fields?.has(name));

/** Fields of what has others besides those we know. */
const OPEN = ['[]', '*', '@keys', SPREAD];

function substitute(value: Value, bindings: Bindings, resolve: Resolve, depth = 4): Value {
  if (value.labels.length === 0 && !value.fields && !value.targets.some((target) => target.kind === 'function' && target.frame))
    return value;
  const out = altered(value, {
    labels:
      value.labels.length === 0
        ? value.labels
        : value.labels.filter((label) => label.kind === 'source' || !boundTo(bindings, label.root)),
    fields:
      value.fields && depth > 0
        ? mapFields(value.fields, (child) => substitute(child, bindings, resolve, depth - 1))
        : value.fields,
    parts: null,
    targets: value.targets.length === 0 ? value.targets : value.targets.map((target) => bind(target, bindings)),
  });
  const arrived: Value[] = [];
  for (const label of value.labels) {
    const bound = label.kind === 'symbol' ? resolve(label) : null;
    if (bound && label.kind === 'symbol') arrived.push(isUnchanged(label) ? bound : mapLabels(bound, (own) => after(own, label)));
  }
  if (arrived.length === 0) return out;
  const all = joined(arrived);
  return isBare(out)
    ? altered(all, { hint: all.hint || out.hint, type: all.type.kind === 'unknown' ? out.type : all.type })
    : join(out, all);
}

const isUnchanged = ({ state, trust, through }: SymbolLabel): boolean => state === 'raw' && trust === 3 && through.length === 0;

/** By halves: one after the other would copy what the first ones brought again and again. */
const joined = (values: readonly Value[]): Value =>
  values.length === 1 ? values[0] : join(joined(values.slice(0, values.length >> 1)), joined(values.slice(values.length >> 1)));

const isBare = (value: Value): boolean => value.labels.length === 0 && !value.fields && value.targets.length === 0;

/** A closure made by the callee keeps the arguments it was made with. */
function bind(target: Denoted, bindings: Bindings): Denoted {
  if (target.kind !== 'function' || !target.frame) return target;
  for (let at: Bindings | null = bindings; at; at = at.next)
    if (frameOf(target.frame, at.root)) return { ...target, bindings: before(bindings, target.bindings) };
  return target;
}

/** The newer arguments of a function stand for the older ones. */
function before(newer: Bindings, older: Bindings | null): Bindings {
  const all: Bindings[] = [];
  for (const list of [newer, older])
    for (let at = list; at; at = at.next) if (!all.some(({ root }) => root === at!.root)) all.push(at);
  return all.reduceRight<Bindings | null>((next, { root, args }) => ({ root, args, next }), null)!;
}

/** Arguments as the parameters see them: a rest parameter gathers, a spread argument may be any of the later ones. */
export function bindArguments(args: readonly Value[], spreadMask: number, restIndex: number): Value[] {
  let out = [...args];
  const spread = spreadMask === 0 ? -1 : 31 - Math.clz32(spreadMask & -spreadMask);
  if (spread >= 0 && spread < args.length) {
    const any = args
      .slice(spread)
      .reduce((sum, value, i) => join(sum, (spreadMask >> (spread + i)) & 1 ? element(value) : value), EMPTY);
    const inner = args[spread];
    out = out.slice(0, spread);
    for (let i = 0; i < 6; i++) out.push(inner.fields?.get(String(i)) ?? any);
  }
  if (restIndex < 0 || out.length <= restIndex) return out;
  const rest = container();
  out.slice(restIndex).forEach((value, i) => put(rest, i < 8 && spread < 0 ? String(i) : '[]', value));
  return [...out.slice(0, restIndex), rest];
}
