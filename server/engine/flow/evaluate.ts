/** Evaluating a function: one pass over its instructions, a second one when it loops or a closure wrote outside. */
import { Flag, Kind, LiteralKind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, readerOf } from '../link/reader';
import { UNKNOWN, type Type } from '../link/types';
import { handOver } from './actions';
import { numberOf } from './builtins/builtin';
import { callInstruction } from './calls';
import { otherwise, phi } from './choices';
import { modeOf, saysMore, type Engine, type Frame, type Nest, type Summary } from './frame';
import { claimByName } from './hashes';
import { elementInstruction } from './markup';
import { computed, list, object, rest, set } from './members';
import { isInline, nameAt, operandValue, siteAt, typeIn, valueAt } from './operands';
import { hasLoop, reachingStores, type Reaching } from './reach';
import { getterOf, superOf } from './classes';
import { invoke } from './invoke';
import { isOwnName, iterated, libraryOfType, read } from './read';
import { binary, PLUS, template } from './texts';
import { snapshot } from './trees';
import {
  addsNothing,
  altered,
  container,
  EMPTY,
  INERT,
  OFF,
  join,
  make,
  ofLabels,
  ofText,
  put,
  unite,
  type Label,
  type Value,
} from './values';
import { decorate, global, load, parameter, store } from './variables';
import { isInert } from '../link/type-parts';

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
    summary: { returns: EMPTY, sinks: [], invokes: null, open: false },
    nested: null,
    used: null,
    cases: undefined,
    dirty: false,
    late: null,
    held: null,
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
  if (nest.busy.includes(fn)) return { returns: EMPTY, sinks: [], invokes: null, open: true };
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
  // A callback whose every result is a comparison, a count or a literal gives nothing of anybody.
  let isPlain = frame.parent !== null;
  for (let i = 0; i < reader.count; i++) {
    if (only && only[i] === 0) continue;
    const kind = kindAt(reader, i);
    if (kind === Kind.Return) {
      const value = operandAt(reader, i, 0);
      if (value !== NONE) returns = join(returns, valueAt(frame, value));
      isPlain &&= value !== NONE && addsNothing(INERT, valueAt(frame, value)) && valueAt(frame, value).inert;
      if (value !== NONE) claimByName(engine, frame, ir.functions[index].name, valueAt(frame, value));
      continue;
    }
    const value = step(engine, frame, i, kind, reaching);
    if (value) frame.values[i] = value;
  }
  if (only) return;
  if (returns === EMPTY && isPlain && !ir.functions[index].async) returns = INERT;
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

const isBare = (type: Type): boolean => type.kind === 'primitive' && (type.name === 'void' || type.name === 'never');

function yields(frame: Frame): Value {
  const out = container();
  for (let i = 0; i < frame.reader.count; i++) {
    if (kindAt(frame.reader, i) === Kind.Await && flagsAt(frame.reader, i) & Flag.Yield)
      put(out, '[]', valueAt(frame, operandAt(frame.reader, i, 0)));
  }
  return out;
}

function step(engine: Engine, frame: Frame, i: number, kind: Kind, reaching: Reaching): Value | null {
  const { reader } = frame;
  switch (kind) {
    case Kind.Const:
      return literal(operandAt(reader, i, 0), nameAt(reader, i, 1));
    case Kind.Global:
      return global(engine, frame, i);
    case Kind.This:
      return flagsAt(reader, i) & Flag.Super ? superOf(engine, frame.self) : frame.self;
    case Kind.Param:
      return parameter(engine, frame, i);
    case Kind.Load:
      return load(engine, frame, i, reaching);
    case Kind.Store:
      store(engine, frame, i);
      return null;
    case Kind.Get:
      return flagsAt(reader, i) & Flag.Computed ? computed(engine, frame, i) : readMember(engine, frame, i);
    case Kind.Set:
      set(engine, frame, i);
      return null;
    case Kind.Object:
      return object(engine, frame, i);
    case Kind.Array:
      return list(frame, i);
    case Kind.Rest:
      return rest(frame, i);
    case Kind.Call:
      return callInstruction(engine, frame, i);
    case Kind.Binary:
      return binary(engine, frame, i);
    case Kind.Unary:
      return operandAt(reader, i, 0) === PLUS ? numberOf(engine, operandValue(frame, i, 1), siteAt(frame, i)) : INERT;
    case Kind.Template:
      return template(engine, frame, i);
    case Kind.Phi:
      return phi(engine, frame, i);
    case Kind.Otherwise:
      return otherwise(engine, frame, i);
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

function literal(kind: LiteralKind, text: string): Value {
  if (kind === LiteralKind.String) return ofText(text);
  return text === 'false' || text === '0' ? OFF : INERT;
}

/** A member; of an instance of a class it may be what a function of the class works out. */
function readMember(engine: Engine, frame: Frame, i: number): Value {
  const value = operandValue(frame, i, 0);
  const name = nameAt(frame.reader, i, 1);
  const out = read(engine, value, name, siteAt(frame, i));
  if (isOwnName(frame, operandAt(frame.reader, i, 0))) return joinOwn(engine, frame, name, out);
  if (value.type.kind !== 'object' || !value.type.class || out.labels.length > 0) return out;
  const getter = getterOf(engine, value.type.class, name);
  return getter ? join(out, invoke(engine, frame, getter, [], 0, siteAt(frame, i), { words: name })) : out;
}

/** What another function of the component or the store put under this name. */
function joinOwn(engine: Engine, { module }: Frame, name: string, out: Value): Value {
  const put = engine.look(engine.cellAt(`self:${module}:${name}`));
  return put === EMPTY ? out : join(out, put);
}

/** What arrives on one of several ways. */
/** An annotation names the shape; an unresolved one never hides what is known already. */
function refine(engine: Engine, value: Value, type: Type): Value {
  if (type.kind === 'unknown') return value;
  const library = type.kind === 'library' || type.kind === 'union' ? libraryOfType(engine, type) : null;
  const targets = library && value.targets.length === 0 ? [{ kind: 'library' as const, value: library }] : value.targets;
  if ((type.kind === 'named' || type.kind === 'library') && value.type.kind === 'object') return altered(value, { targets });
  if (isInert(type) && value.labels.length === 0) return altered(value, { type, inert: true });
  // `const prescription: Prescription = await db.prescription.findFirst()`: what the type declares says more than a table's name.
  const isTold = value.labels.some(isOfName) && engine.personal.fields(type).length > 0;
  return altered(value, { type, targets, labels: isTold ? value.labels.filter((label) => !isOfName(label)) : value.labels });
}

const isOfName = (label: Label): boolean => label.kind === 'source' && label.datum === 'field';

/** A named function of a module stands alone; everything else keeps the frame it was made in. */
function outlives(frame: Frame, index: number): Frame | null {
  if (frame.index !== 0) return frame;
  const own = frame.reader.module.functions[index];
  return isInline(own.name, own.class) ? frame : null;
}
