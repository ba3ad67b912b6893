/** Functions of the global objects: `Object.keys`, `JSON.stringify`. */
import { WRITTEN_OUT } from '../../link/types';
import { contents } from '../emit';
import { grow, type Engine, type Frame } from '../frame';
import { asText } from '../labels';
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { heldAt, keeperOf } from '../keepers';
import { operandValue } from '../operands';
import { element } from '../read';
import { EMPTY, INERT, altered, container, join, make, ofLabels, type Value } from '../values';
import { picked } from '../../link/type-parts';
import type { CallSite } from '../call-site';
import { type Builtin, first, run, listOf, none, number, textOfArguments } from './builtin';
import { entriesOf, everything } from './lists';

export const STATICS: Record<string, Builtin> = {
  'JSON.stringify': (engine, _frame, call) => {
    const text = ofLabels(contents(engine, onlyKeys(call) ?? first(call), call.site).map(({ label }) => asText(label)));
    return first(call).fields?.size ? altered(text, { type: WRITTEN_OUT }) : text;
  },
  // Bytes of a text say what it says.
  'Buffer.from': (engine, _frame, call) => ofLabels(contents(engine, first(call), call.site).map(({ label }) => asText(label))),
  'JSON.parse': parsed,
  'Object.keys': keysOf,
  'Object.hasOwn': none,
  'Array.isArray': none,
  'Number.parseInt': number,
  'Number.parseFloat': number,
  'Number.isNaN': none,
  'Number.isInteger': none,
  'Number.isFinite': none,
  'Date.now': none,
  'Date.parse': none,
  'Object.getOwnPropertyNames': keysOf,
  'Object.is': none,
  'Object.values': (engine, _frame, call) => listOf(everything(engine, first(call), call.site), first(call)),
  'Object.entries': (engine, _frame, call) => entriesOf(engine, first(call), call.site),
  'Object.fromEntries': (_engine, _frame, call) => ofPairs(first(call)),
  'Object.assign': assign,
  'Object.groupBy': grouped,
  'Map.groupBy': grouped,
  'Object.freeze': (_engine, _frame, call) => first(call),
  'Object.create': (_engine, _frame, call) => first(call),
  'Array.from': (engine, frame, call) =>
    call.args.length > 1 ? listOf(run(engine, frame, call, [element(first(call)), INERT], 1), first(call)) : first(call),
  'Array.of': (_engine, _frame, call) =>
    listOf(
      call.args.reduce((sum, value) => join(sum, value), EMPTY),
      EMPTY,
    ),
  'Promise.all': (_engine, _frame, call) => first(call),
  'Promise.allSettled': (_engine, _frame, call) => first(call),
  'Promise.resolve': (_engine, _frame, call) => first(call),
  'Promise.race': (_engine, _frame, call) => element(first(call)),
  'Promise.any': (_engine, _frame, call) => element(first(call)),
  'Promise.withResolvers': resolvers,
  'Promise.reject': (_engine, _frame, call) => first(call),
  'String.raw': textOfArguments,
  'Reflect.get': (_engine, _frame, call) => first(call),
  'React.memo': (_engine, _frame, call) => first(call),
  'React.forwardRef': (_engine, _frame, call) => first(call),
};

/** The keys of a table, where something is known of them. */
function keysOf(_engine: Engine, _frame: Frame, call: CallSite): Value {
  const keys = first(call).fields?.get('@keys');
  return keys && keys.labels.length > 0 ? listOf(keys, EMPTY) : INERT;
}

/** A table of pairs; of what is no list of them, as a form is, any part may be a value. */
function ofPairs(pairs: Value): Value {
  const pair = element(pairs);
  const [keys, values] = [pair.fields?.get('0'), pair.fields?.get('1')];
  if (!keys || !values) return listOf(element(pair), pairs);
  const out = listOf(values, pairs);
  out.fields?.set('@keys', keys);
  return out;
}

function resolvers(_engine: Engine, frame: Frame, call: CallSite): Value {
  const fields = new Map([
    ['promise', heldAt(frame, call.ordinal)],
    ['resolve', keeperOf(frame, call.ordinal)],
    ['reject', INERT],
  ]);
  return make({ fields });
}

/** `JSON.parse(JSON.stringify(order))` is the order once more; of a text that was made elsewhere nobody knows the parts. */
function parsed(_engine: Engine, frame: Frame, call: CallSite): Value {
  const { reader } = frame;
  const at = operandCount(reader, call.ordinal) > 4 ? operandAt(reader, call.ordinal, 4) : NONE;
  const isCopy = at !== NONE && kindAt(reader, at) === Kind.Call && operandAt(reader, at, 1) !== NONE;
  if (isCopy && reader.module.names[operandAt(reader, at, 1)] === 'stringify' && operandCount(reader, at) === 5)
    return operandValue(frame, at, 4);
  const out = altered(first(call), { inert: false });
  return at !== NONE && fallsBack(reader, at) ? join(out, container()) : out;
}

/** `JSON.parse(text || '[]')`: what is put into it later is known. */
function fallsBack(reader: Reader, at: number): boolean {
  const kind = kindAt(reader, at);
  if (kind !== Kind.Phi && kind !== Kind.Otherwise) return false;
  for (let n = 0; n < operandCount(reader, at); n++) {
    const part = operandAt(reader, at, n);
    if (part === NONE || part >= reader.count || kindAt(reader, part) !== Kind.Const) continue;
    if (/^(?:\[\]|\{\})$/.test(reader.module.names[operandAt(reader, part, 1)] ?? '')) return true;
  }
  return false;
}

/** `JSON.stringify(value, ['id'])` keeps those members only. */
function onlyKeys(call: CallSite): Value | null {
  const list = call.args[1];
  if (!list?.fields || list.targets.length > 0) return null;
  const names = new Set([...list.fields.values()].flatMap((value) => (value.text === null ? [] : [value.text])));
  const value = first(call);
  if (names.size === 0) return null;
  return altered(value, {
    fields: value.fields ? new Map([...value.fields].filter(([name]) => names.has(name))) : null,
    type: picked(value.type, names, true),
    labels: [],
    targets: [],
    parts: null,
  });
}

function grouped(engine: Engine, frame: Frame, call: CallSite): Value {
  run(engine, frame, call, [element(first(call)), INERT], 1);
  return listOf(first(call), first(call));
}

function assign(engine: Engine, frame: Frame, call: CallSite): Value {
  const target = first(call);
  for (const from of call.args.slice(1)) {
    for (const [name, child] of from.fields ?? []) grow(frame, target, name, child);
    if (!from.fields || from.labels.length > 0)
      grow(frame, target, '*', ofLabels(contents(engine, from, call.site).map(({ label }) => label)));
  }
  return target;
}
