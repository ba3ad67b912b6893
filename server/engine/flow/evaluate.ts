/** Evaluating a function: one pass over its instructions, a second one when it loops or a closure wrote outside. */
import { EntryKind, Flag, Kind, LiteralKind, NONE, OPERATORS } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import { isMeasure, isTally } from '../owners';
import { elementOf, isInert, NUMBER, picked, STRING, UNKNOWN, type Type } from '../link/types';
import { callInstruction } from './calls';
import { casesOf } from './cases';
import { keep } from './cells';
import { contents } from './emit';
import type { Engine, Frame, Nest, Summary } from './frame';
import { fieldKey } from './classes';
import { frameOf, grow, modeOf, parameterCell, saysMore, slotCell } from './frame';
import { elementInstruction } from './markup';
import { claimByName } from './hashes';
import { FRAGMENT, MINUS, WHEN, asNoKey, below, inState, isKey, source, spoken, symbol } from './labels';
import { hasLoop, MANY_STORES, reachingStores, type Reaching } from './reach';
import { element, iterated, libraryOfType, ofTarget, read, type Site } from './read';
import { assignSink, handOver } from './actions';
import { lookedUpAs, usedShape } from './usage';
import {
  EMPTY,
  INERT,
  SPREAD,
  altered,
  container,
  isBlank,
  join,
  make,
  mapLabels,
  ofLabels,
  ofText,
  put,
  snapshot,
  unite,
  type Label,
  type Value,
} from './values';

const ROUNDS = 3;

/** Evaluates a function, or the instructions of it that are marked; `parent` is the frame it closes over. */
export function evaluate(
  engine: Engine,
  fn: number,
  parent: Frame | null,
  self: Value,
  nest: Nest,
  only: Uint8Array | null = null,
): Summary {
  const module = engine.program.moduleOf[fn];
  const index = fn - engine.program.base[module];
  const reader = readerOf(engine.program.modules[module], index);
  const slots = engine.program.modules[module].functions[index].slots.length;
  const frame: Frame = {
    fn,
    module,
    index,
    reader,
    parent,
    self,
    nest,
    values: new Array<Value | undefined>(reader.count),
    slots: new Array<Value | undefined>(slots),
    outside: null,
    summary: { returns: EMPTY, sinks: [], open: false },
    nested: null,
    used: null,
    cases: undefined,
    dirty: false,
    late: null,
  };
  nest.frames?.set(fn, frame);
  if (index === 0) engine.keepModule(module, frame.slots);
  const loops = hasLoop(reader);
  const reaching = reachingStores(reader);
  const grew = nest.grew;
  for (let round = 0; round < ROUNDS; round++) {
    frame.dirty = false;
    frame.nested = null;
    nest.grew = false;
    pass(engine, frame, reaching, only);
    if (!frame.dirty && (round > 0 || !loops || !isNews(frame))) break;
  }
  nest.grew ||= grew;
  frame.summary.returns = snapshot(frame.summary.returns);
  // A closure made here may outlive the evaluation: it needs the slots only.
  frame.used = null;
  if (!nest.frames) frame.values = NO_VALUES;
  return frame.summary;
}

/** A loop has brought something that its beginning has not seen. */
function isNews({ nest, late, values }: Frame): boolean {
  if (nest.grew) return true;
  for (let n = 0; late && n < late.length; n += 2) {
    const brought = values[late[n + 1]];
    if (brought && saysMore(brought, values[late[n]])) return true;
  }
  return false;
}

const NO_VALUES: (Value | undefined)[] = [];

/** Solves a function written inside the frame's function (once per pass), with its own symbols; deep where something personal enters it. */
export function solveNested(engine: Engine, frame: Frame, fn: number, self: Value, enters = false): Summary {
  const { nest } = frame;
  const deep = nest.deep || enters;
  const key = modeOf(fn, deep);
  const known = frame.nested?.get(modeOf(fn, true)) ?? frame.nested?.get(key);
  if (known) return known;
  if (nest.busy.includes(fn)) return { returns: EMPTY, sinks: [], open: true };
  nest.busy.push(fn);
  const outer = nest.deep;
  nest.deep = deep;
  const summary = evaluate(engine, fn, frame, self, nest);
  nest.deep = outer;
  nest.busy.pop();
  (frame.nested ??= new Map<number, Summary>()).set(key, summary);
  return summary;
}

function pass(engine: Engine, frame: Frame, reaching: Reaching, only: Uint8Array | null): void {
  const { reader, module, index } = frame;
  const ir = engine.program.modules[module];
  let returns = EMPTY;
  for (let i = 0; i < reader.count; i++) {
    if (only && only[i] === 0) continue;
    const kind = kindAt(reader, i);
    if (kind === Kind.Return) {
      const value = operandAt(reader, i, 0);
      if (value !== NONE) returns = join(returns, valueAt(frame, value));
      if (value !== NONE) claimByName(engine, frame, ir.functions[index].name, valueAt(frame, value));
      continue;
    }
    const value = step(engine, frame, i, kind, reaching);
    if (value) frame.values[i] = value;
  }
  if (only) return;
  const declared = ir.functions[index].returns >= 0 ? typeIn(engine, frame, ir.functions[index].returns) : UNKNOWN;
  frame.summary.returns = declared.kind === 'unknown' || isBare(declared) ? returns : altered(returns, { type: declared });
  if (ir.functions[index].generator) frame.summary.returns = join(frame.summary.returns, yields(frame));
  const own = engine.program.base[module];
  for (const nested of engine.program.children(module)[index]) {
    const other = ir.functions[nested];
    if (index === 0 && !isInline(other.name, other.class)) continue;
    const self = other.class >= 0 ? make({ type: engine.types.ofClass({ module, class: other.class }) }) : frame.self;
    solveNested(engine, frame, own + nested, self);
  }
}

/** At module level only unnamed callbacks belong to the module's own nest; named functions stand alone. */
export const isInline = (name: string, ofClass: number): boolean => name === '' && ofClass === NONE;
const isBare = (type: Type): boolean => type.kind === 'primitive' && (type.name === 'void' || type.name === 'never');

function yields(frame: Frame): Value {
  const out = container();
  for (let i = 0; i < frame.reader.count; i++) {
    if (kindAt(frame.reader, i) === Kind.Await && flagsAt(frame.reader, i) & Flag.Yield)
      put(out, '[]', valueAt(frame, operandAt(frame.reader, i, 0)));
  }
  return out;
}

export const valueAt = (frame: Frame, ordinal: number): Value => (ordinal === NONE ? EMPTY : (frame.values[ordinal] ?? EMPTY));

export const typeIn = (engine: Engine, frame: Frame, term: number): Type => typeAt(engine, frame.module, frame.index, term);

function typeAt(engine: Engine, module: number, index: number, term: number): Type {
  if (term < 0) return UNKNOWN;
  let unbound: Map<string, Type> | null = null;
  const { functions } = engine.program.modules[module];
  for (let at = index; at >= 0; at = functions[at].parent)
    for (const name of functions[at].typeParameters) (unbound ??= new Map<string, Type>()).set(name, UNKNOWN);
  return engine.types.of(module, term, unbound);
}

/** The declared type of a function's parameter. */
export function parameterType(engine: Engine, fn: number, position: number): Type {
  const module = engine.program.moduleOf[fn];
  const index = fn - engine.program.base[module];
  const parameter = engine.program.modules[module].functions[index].parameters[position];
  return parameter ? typeAt(engine, module, index, parameter.term) : UNKNOWN;
}

const operandValue = (frame: Frame, i: number, n: number): Value => valueAt(frame, operandAt(frame.reader, i, n));
const siteAt = (frame: Frame, ordinal: number): Site => ({ fn: frame.fn, ordinal });

const nameAt = (reader: Reader, i: number, n: number): string => {
  const name = operandAt(reader, i, n);
  return name === NONE ? '' : reader.module.names[name];
};

function step(engine: Engine, frame: Frame, i: number, kind: Kind, reaching: Reaching): Value | null {
  const { reader } = frame;
  switch (kind) {
    case Kind.Const:
      return operandAt(reader, i, 0) === LiteralKind.String ? ofText(nameAt(reader, i, 1)) : INERT;
    case Kind.Global:
      return global(engine, frame, i);
    case Kind.This:
      return frame.self;
    case Kind.Param:
      return parameter(engine, frame, i);
    case Kind.Load:
      return load(engine, frame, i, reaching);
    case Kind.Store:
      store(engine, frame, i);
      return null;
    case Kind.Get:
      return flagsAt(reader, i) & Flag.Computed
        ? computed(engine, operandValue(frame, i, 0), operandValue(frame, i, 1), siteAt(frame, i))
        : read(engine, operandValue(frame, i, 0), nameAt(reader, i, 1), siteAt(frame, i));
    case Kind.Set:
      set(engine, frame, i);
      return null;
    case Kind.Object:
      return object(engine, frame, i);
    case Kind.Array: {
      const out = container();
      for (let n = 0, k = 0; n < operandCount(reader, i); n += 2, k++) {
        if (operandAt(reader, i, n + 1) === NONE) continue;
        put(
          out,
          operandAt(reader, i, n) || k > 7 ? '[]' : String(k),
          operandAt(reader, i, n) ? element(operandValue(frame, i, n + 1)) : operandValue(frame, i, n + 1),
        );
      }
      return out;
    }
    case Kind.Rest:
      return rest(frame, i);
    case Kind.Call:
      return callInstruction(engine, frame, i);
    case Kind.Binary:
      if (operandAt(reader, i, 0) !== PLUS) return INERT;
      return joined(engine, operandValue(frame, i, 1), operandValue(frame, i, 2), siteAt(frame, i));
    case Kind.Unary:
      return INERT;
    case Kind.Template: {
      const parts: Value[] = [];
      let literal = nameAt(reader, i, 0);
      for (let n = 1; n < operandCount(reader, i); n += 2) {
        if (opensDatabase(literal)) return INERT;
        const part = operandValue(frame, i, n);
        parts.push(opensFragment(literal) ? inFragment(engine, part, siteAt(frame, i)) : part);
        literal += nameAt(reader, i, n + 1);
      }
      return parts.length === 0 ? ofText(literal) : text(engine, parts, siteAt(frame, i));
    }
    case Kind.Phi: {
      let out: Value | null = null;
      for (let n = 0; n < operandCount(reader, i); n += 2) {
        const value = inCase(frame, operandAt(reader, i, n), operandValue(frame, i, n + 1));
        out = out ? join(out, value) : value;
      }
      return out;
    }
    case Kind.Otherwise: {
      // What is a number when it is missing is no record when it is there.
      const fallback = operandAt(reader, i, 1);
      const isNumber = kindAt(reader, fallback) === Kind.Const && operandAt(reader, fallback, 0) === LiteralKind.Number;
      return isNumber && isAnonymous(operandValue(frame, i, 0)) && operandValue(frame, i, 0).type.kind === 'unknown'
        ? altered(operandValue(frame, i, 0), { type: NUMBER })
        : join(operandValue(frame, i, 0), operandValue(frame, i, 1));
    }
    case Kind.Closure:
      return make({
        inert: true,
        targets: [
          {
            kind: 'function',
            fn: engine.program.base[frame.module] + operandAt(reader, i, 0),
            frame: outlives(frame, operandAt(reader, i, 0)),
            self: frame.self,
            bindings: null,
            bound: [],
          },
        ],
      });
    case Kind.Class:
      decorate(engine, frame, operandAt(reader, i, 0));
      return make({ inert: true, targets: [{ kind: 'class', ref: { module: frame.module, class: operandAt(reader, i, 0) } }] });
    case Kind.Await:
      return operandAt(reader, i, 0) === NONE ? EMPTY : operandValue(frame, i, 0);
    case Kind.Element:
      return elementInstruction(engine, frame, i);
    case Kind.Cast: {
      const type = typeIn(engine, frame, operandAt(reader, i, 1));
      const own = operandValue(frame, i, 0);
      if (type.kind === 'unknown') return own;
      if (type.kind === 'library') handOver(engine, frame, own, type, siteAt(frame, i));
      return refine(engine, own, type);
    }
    case Kind.Iter:
      return flagsAt(reader, i) & Flag.In ? INERT : iterated(operandValue(frame, i, 0));
    case Kind.Catch:
      return make({ inert: true, hint: 'error' });
    case Kind.Opaque: {
      let labels: readonly Label[] = [];
      for (let n = 0; n < operandCount(reader, i); n++) labels = unite(labels, operandValue(frame, i, n).labels);
      return ofLabels(labels);
    }
    default:
      return null;
  }
}

/** An annotation names the shape; an unresolved one never hides what is known already. */
export function refine(engine: Engine, value: Value, type: Type): Value {
  if (type.kind === 'unknown') return value;
  const library = type.kind === 'library' || type.kind === 'union' ? libraryOfType(engine, type) : null;
  const targets = library && value.targets.length === 0 ? [{ kind: 'library' as const, value: library }] : value.targets;
  if ((type.kind === 'named' || type.kind === 'library') && value.type.kind === 'object') return altered(value, { targets });
  if (isInert(type) && value.labels.length === 0) return altered(value, { type, inert: true });
  return altered(value, { type, targets });
}

/** A named function of a module stands alone; everything else keeps the frame it was made in. */
function outlives(frame: Frame, index: number): Frame | null {
  if (frame.index !== 0) return frame;
  const own = frame.reader.module.functions[index];
  return isInline(own.name, own.class) ? frame : null;
}

function global(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  if (flagsAt(reader, i) & Flag.Import) {
    const entry = reader.module.imports[operandAt(reader, i, 0)];
    return ofTarget(engine, engine.program.imported(frame.module, operandAt(reader, i, 0)), entry.local || entry.imported);
  }
  const name = nameAt(reader, i, 0);
  if (name === 'undefined' || name === 'NaN' || name === 'Infinity') return INERT;
  const library = engine.matcher.ambient(name);
  if (library) return make({ targets: [{ kind: 'library', value: library }], hint: name });
  const evidence = engine.personal.name(name, UNKNOWN);
  if (evidence) return ofLabels([source({ ...evidence, words: name, datum: 'field', fn: frame.fn, ordinal: i })]);
  return make({ hint: name });
}

function parameter(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  const position = operandAt(reader, i, 0);
  const own = reader.module.functions[frame.index].parameters[position];
  const type = typeIn(engine, frame, operandAt(reader, i, 1));
  const evidence =
    own.personal === null
      ? null
      : own.personal
        ? { category: own.personal, trust: 3 as const }
        : own.name
          ? (engine.personal.name(own.name, type) ??
            engine.personal.parameter(own.name, type, reader.module.functions[frame.index]))
          : null;
  if (evidence)
    return make({
      labels: [source({ ...evidence, words: own.name, datum: 'field', fn: frame.fn, ordinal: i })],
      type,
      hint: own.name,
    });
  // One of a few texts is no content, but decides which case of a callee it is.
  if (type.kind === 'union' && isInert(type)) return make({ labels: [symbol(frame.fn, position)], inert: true, type });
  if (isInert(type) && type.kind !== 'function') return make({ inert: true, type });
  const base = make({ labels: [symbol(frame.fn, position)], type, hint: own.name });
  const library = type.kind === 'object' ? null : libraryOfType(engine, type);
  const given = engine.look(engine.cellAt(parameterCell(frame.fn, position)));
  if (!library && (given.labels.length > 0 || given.targets.length > 0)) {
    return altered(base, { labels: type.kind === 'object' ? [] : given.labels, targets: given.targets });
  }
  if (given.fields && type.kind === 'unknown') return altered(base, { fields: given.fields });
  const ambient = library ?? (type.kind === 'unknown' && own.name ? engine.matcher.ambient(own.name) : null);
  return ambient ? altered(base, { targets: [{ kind: 'library', value: ambient }] }) : base;
}

/** A decorated parameter receives what its decorator stands for (`@Body() body`). */
function decorate(engine: Engine, frame: Frame, index: number): void {
  const declared = engine.program.modules[frame.module].classes[index];
  for (const { member, parameter: position, value } of declared.decorators) {
    if (position < 0) continue;
    const given = valueAt(frame, value);
    const fn =
      member === null || member === 'constructor'
        ? declared.constructor_
        : (declared.methods.find((method) => method.name === member)?.function ?? NONE);
    if (fn !== NONE && (given.labels.length > 0 || given.targets.length > 0))
      engine.store(parameterCell(engine.program.base[frame.module] + fn, position), given);
  }
}

function load(engine: Engine, frame: Frame, i: number, reaching: Reaching): Value {
  const { reader } = frame;
  const slot = operandAt(reader, i, 0);
  const owner = operandAt(reader, i, 1);
  if (owner !== NONE && owner !== frame.index) {
    const outer = frameOf(frame, engine.program.base[frame.module] + owner);
    if (owner === 0 && (!outer || outer.slots[slot] === undefined)) return engine.moduleSlot(frame.module, slot);
    return outer?.slots[slot] ?? EMPTY;
  }
  const stores = reaching(i, slot);
  const outside = frame.outside?.[slot];
  if (stores.length === 0) return outside ?? frame.slots[slot] ?? hoisted(engine, frame, slot);
  if (stores.length > MANY_STORES) {
    const end = stores[stores.length - 1];
    if (end > i && frame.values[end] === undefined) (frame.late ??= []).push(i, end);
    return frame.slots[slot] ?? hoisted(engine, frame, slot);
  }
  for (const at of stores) if (at > i && frame.values[at] === undefined) (frame.late ??= []).push(i, at);
  if (stores.length === 1 && !outside) return frame.values[stores[0]] ?? EMPTY;
  let out = EMPTY;
  for (const at of stores) out = join(out, frame.values[at] ?? EMPTY);
  return outside ? join(out, outside) : out;
}

const hoisted = (engine: Engine, frame: Frame, slot: number): Value =>
  frame.index === 0 ? engine.moduleSlot(frame.module, slot) : EMPTY;

/** Storing gives a value its name: the hint, and evidence when nothing else is known about it. */
function store(engine: Engine, frame: Frame, i: number): void {
  const { reader } = frame;
  const slot = operandAt(reader, i, 0);
  const owner = operandAt(reader, i, 2);
  const holder = owner === NONE || owner === frame.index ? frame : frameOf(frame, engine.program.base[frame.module] + owner);
  const info = reader.module.functions[owner === NONE ? frame.index : owner].slots[slot];
  const declaredBy = owner === NONE ? frame.index : owner;
  const given = shaped(engine, frame, inCase(frame, i, valueAt(frame, operandAt(reader, i, 1))), declaredBy, slot);
  const site = { fn: frame.fn, ordinal: i };
  const value = looked(engine, frame, named(engine, given, info.name, info.personal, site), declaredBy, slot, site);
  claimByName(engine, frame, info.name, value);
  if (!holder) {
    if (owner === 0 && value.labels.length > 0) engine.store(slotCell(frame.module, slot), value);
    return;
  }
  if (holder === frame) frame.values[i] = value;
  if (holder !== frame) {
    const outside = (holder.outside ??= []);
    const before = outside[slot];
    outside[slot] = before ? join(before, value) : value;
    if (value.labels.some((label) => !before?.labels.some((own) => own.key === label.key))) holder.dirty = true;
  }
  const known = holder.slots[slot];
  holder.slots[slot] = known && known !== value ? join(known, value) : value;
}

/** What the function's own parameters bring to a place that runs only in one case. */
function inCase(frame: Frame, ordinal: number, value: Value): Value {
  if (!value.labels.some((label) => label.kind === 'symbol' && label.root === frame.fn)) return value;
  if (frame.cases === undefined) frame.cases = casesOf(frame.reader);
  const found = frame.cases?.(ordinal);
  if (!found) return value;
  const step = `${WHEN}${found.parameter}=${found.text}`;
  const isOwn = (label: Label): boolean =>
    label.kind === 'symbol' && label.root === frame.fn && label.parameter !== found.parameter && !label.path.includes(step);
  return altered(value, {
    labels: value.labels.map((label) => (label.kind === 'symbol' && isOwn(label) ? below(label, step) : label)),
  });
}

/** A value of no known shape gets the one that the uses of its variable tell. */
function shaped(engine: Engine, frame: Frame, value: Value, owner: number, slot: number): Value {
  if (value.type.kind !== 'unknown' && value.type.kind !== 'named' && value.type.kind !== 'library') return value;
  if (!isAnonymous(value) || libraryOfType(engine, value.type)) return value;
  const type = usedShape(engine, frame.reader.module, owner, slot);
  return type.kind === 'unknown' ? value : altered(value, { type });
}

/** What a query compares with a person's member is that member's value, whatever the variable is called. */
function looked(engine: Engine, frame: Frame, value: Value, owner: number, slot: number, site: Site): Value {
  if (!isAnonymous(value) || !(value.type.kind === 'unknown' || value.type.kind === 'primitive')) return value;
  const category = lookedUpAs(engine, frame.reader.module, owner, slot);
  if (category === null || engine.classifier.category(category)?.identifies === 'opaque') return value;
  return altered(value, { labels: [source({ category, trust: 2, words: value.hint, datum: 'field', ...site })] });
}

const isAnonymous = (value: Value): boolean =>
  !value.inert && !value.fields && value.targets.length === 0 && value.labels.every((label) => label.kind === 'symbol');

export function named(engine: Engine, value: Value, name: string, personal: string | null | undefined, site: Site): Value {
  if (name === '') return value;
  if (personal === null) return altered(value, { labels: [], inert: true });
  const excluded = value.labels.length > 0 ? engine.classifier.excludes(name) : null;
  if (excluded !== null && isKey(excluded)) return mapLabels(value, asNoKey);
  if (excluded !== null)
    return altered(value, { labels: value.labels.filter((label) => label.kind === 'symbol' || label.category !== excluded) });
  const evidence = personal
    ? { category: personal, trust: 3 as const }
    : isAnonymous(value)
      ? engine.personal.name(name, value.type)
      : null;
  if (evidence) return altered(value, { labels: [source({ ...evidence, words: name, datum: 'field', ...site })], hint: name });
  if (value.hint !== '' && (isMeasure(value.hint) || engine.classifier.owner(name) === 'unknown')) return value;
  return value.inert && !value.fields
    ? value
    : altered(value, { hint: value.targets.some((target) => target.kind === 'library') ? value.hint : name });
}

function computed(engine: Engine, object: Value, key: Value, site: Site): Value {
  if (key.text !== null) return read(engine, object, key.text, site);
  // One of many headers or cookies by a name that only the running program knows is not all of them.
  const isKeyed = object.targets.some((target) => target.kind === 'library');
  const labels: Label[] = object.labels.filter(
    (label) => label.kind === 'symbol' || label.datum !== 'origin' || (label.trust === 3 && !isKeyed),
  );
  const out = element({ ...object, labels });
  let all = out;
  if (object.fields && out === EMPTY) for (const child of object.fields.values()) all = join(all, child);
  const record = all.labels.length === 0 && labels.length === 0 && engine.personal.fields(object.type).length > 0;
  if (record) return ofLabels(contents(engine, object, site).map(({ label }) => label));
  return altered(all, { labels: unite(all.labels, labels), type: elementOf(object.type), inert: false });
}

function set(engine: Engine, frame: Frame, i: number): void {
  const { reader } = frame;
  const flags = flagsAt(reader, i);
  const receiver = valueAt(frame, operandAt(reader, i, 0));
  const key = flags & Flag.Computed ? valueAt(frame, operandAt(reader, i, 1)).text : nameAt(reader, i, 1);
  const last = operandCount(reader, i) - 1;
  if (flags & Flag.Delete) {
    if (key !== null) for (const part of receiver.parts ?? [receiver]) part.fields?.set(key, INERT);
    return;
  }
  const value =
    key === null || isTally(receiver.hint)
      ? valueAt(frame, operandAt(reader, i, last))
      : named(engine, valueAt(frame, operandAt(reader, i, last)), key, undefined, { fn: frame.fn, ordinal: i });
  if (key !== null) claimByName(engine, frame, key, value);
  if (assignSink(engine, frame, receiver, key ?? '', value, i)) return;
  grow(frame, receiver, key ?? '[]', value);
  if (receiver.type.kind === 'object' && receiver.type.class && key !== null) {
    keep(engine, frame, fieldKey(receiver.type.class, key), value, {
      fn: frame.fn,
      ordinal: i,
    });
  }
  for (const target of receiver.targets) {
    if (target.kind === 'class' && key !== null) engine.store(`static:${target.ref.module}:${target.ref.class}:${key}`, value);
  }
}

function object(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  const out = container();
  for (let n = 0; n < operandCount(reader, i); n += 3) {
    const entry = operandAt(reader, i, n);
    const value = valueAt(frame, operandAt(reader, i, n + 2));
    if (entry === EntryKind.Spread) {
      spread(engine, out, value, { fn: frame.fn, ordinal: i });
      continue;
    }
    const key = entry === EntryKind.Computed ? valueAt(frame, operandAt(reader, i, n + 1)).text : nameAt(reader, i, n + 1);
    const own =
      key === null ? value : named(engine, value, key, undefined, { fn: frame.fn, ordinal: operandAt(reader, i, n + 2) });
    if (key !== null) claimByName(engine, frame, key, own);
    out.fields?.set(key ?? '[]', key === null ? join(out.fields.get('[]') ?? EMPTY, own) : own);
  }
  return out;
}

/** `{ ...value }`: known children by name; a declared shape's personal fields, and what has no name, below. */
function spread(engine: Engine, into: Value, value: Value, site: Site): void {
  for (const [name, child] of value.fields ?? []) into.fields?.set(name, child);
  if (value.labels.length > 0) into.fields?.set(SPREAD, join(into.fields.get(SPREAD) ?? EMPTY, ofLabels(value.labels)));
  for (const { label, at } of isBlank(value) || !value.fields ? contents(engine, value, site) : []) {
    if (label.kind === 'source' && at !== '' && !at.includes('.') && !into.fields?.has(at))
      into.fields?.set(at, make({ labels: [label], hint: at }));
    if (label.kind === 'source' && at === '') into.fields?.set(SPREAD, join(into.fields.get(SPREAD) ?? EMPTY, ofLabels([label])));
  }
}

function rest(frame: Frame, i: number): Value {
  const { reader } = frame;
  const value = valueAt(frame, operandAt(reader, i, 0));
  if (flagsAt(reader, i) & Flag.Array) {
    const out = container();
    put(out, '[]', element(value));
    return altered(out, { type: value.type, hint: value.hint });
  }
  const names = new Set<string>();
  for (let n = 1; n < operandCount(reader, i); n++) names.add(nameAt(reader, i, n));
  return without(value, names);
}

/** A value less some of its members. */
export function without(value: Value, names: ReadonlySet<string>): Value {
  if (names.size === 0) return value;
  const fields = value.fields ? new Map([...value.fields].filter(([name]) => !names.has(name))) : null;
  const labels = value.labels.map((label) => (label.kind === 'symbol' ? below(label, MINUS + [...names].join()) : label));
  // Without a known shape the names taken out are the ones the author cared about: what is left is no record any more.
  const hint = value.type.kind === 'object' ? value.hint : '';
  return altered(value, { labels, fields, hint, type: picked(value.type, names, false), parts: null, targets: [] });
}

const PLUS = OPERATORS.indexOf('+');

/** An address of which what follows stands behind the "#": the browser keeps that part. */
const opensFragment = (before: string | null): boolean =>
  before !== null && before.includes('#') && /(^|[/?]\S*)#[^\s#]*$/.test(before);

/** Who a program is to its database is nobody's data. */
const opensDatabase = (before: string): boolean =>
  /^(postgres(ql)?|mysql|mariadb|mongodb(\+srv)?|rediss?|amqps?|mssql|sqlserver|clickhouse):\/\//.test(before);

/** Two texts put together with "+". */
const joined = (engine: Engine, left: Value, right: Value, site: Site): Value =>
  text(engine, [left, opensFragment(left.text) ? inFragment(engine, right, site) : right], site);

const inFragment = (engine: Engine, value: Value, site: Site): Value =>
  ofLabels(contents(engine, value, site, true).map(({ label }) => inState(label, 'raw', FRAGMENT)));

/** Text built from values: their direct content, not what a record would hold. */
export function text(engine: Engine, parts: readonly Value[], site: Site): Value {
  let labels: readonly Label[] = [];
  for (const part of parts)
    labels = unite(
      labels,
      contents(engine, part, site, true).map(({ label }) => spoken(label)),
    );
  return labels.length === 0 && parts.every((part) => part.inert) ? INERT : make({ labels, type: STRING });
}
