/** Values made of others: objects and lists, what is put into them, taken out of them, spread and left out. */
import { EntryKind, Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { isTally } from '../owners';
import { assignSink } from './actions';
import { keep, keepInModule } from './cells';
import { fieldKey } from './classes';
import { contents } from './emit';
import { grow, type Engine, type Frame } from './frame';
import { claimByName } from './hashes';
import { below, MINUS } from './labels';
import { nameAt, operandValue, siteAt, valueAt } from './operands';
import { element, isOwnName, read, type Site } from './read';
import { fillable, flatten } from './trees';
import {
  altered,
  container,
  EMPTY,
  INERT,
  isBlank,
  join,
  make,
  ofLabels,
  put,
  SPREAD,
  unite,
  type Label,
  type Value,
} from './values';
import { named } from './variables';
import { memberOfLibrary } from '../match';
import { elementOf, picked } from '../link/type-parts';

/** A member by a key that is worked out: `data[`${kind}_url`]` is one of those that end alike. */
export function computed(engine: Engine, frame: Frame, i: number): Value {
  const [object, key] = [operandValue(frame, i, 0), operandValue(frame, i, 1)];
  const site = siteAt(frame, i);
  if (key.text !== null) return read(engine, object, key.text, site);
  const level = levelOf(object);
  if (level) return read(engine, object, level, site);
  const isMeant = shapedLike(frame.reader, operandAt(frame.reader, i, 1));
  if (isMeant && object.type.kind === 'object') {
    let out = EMPTY;
    for (const name of object.type.members().keys()) if (isMeant(name)) out = join(out, read(engine, object, name, site));
    return out;
  }
  // One of many headers or cookies by a name that only the running program knows is not all of them.
  const isKeyed = object.targets.some((target) => target.kind === 'library');
  const labels: Label[] = object.labels.filter(
    (label) => label.kind === 'symbol' || label.datum !== 'origin' || (label.trust === 3 && !isKeyed),
  );
  const out = element({ ...object, labels });
  let all = out;
  if (object.fields && out === EMPTY)
    for (const [name, child] of object.fields) if (!isMeant || isMeant(name)) all = join(all, child);
  const isRecord = !object.fields && engine.personal.fields(object.type).length > 0;
  const isUntold = all.labels.length === 0 && labels.length === 0;
  if (isRecord && (isUntold || isKeyOfLoop(frame.reader, operandAt(frame.reader, i, 1))))
    return ofLabels(contents(engine, object, site).map(({ label }) => label));
  return altered(all, { labels: unite(all.labels, labels), type: elementOf(object.type), inert: false });
}

/** `logger[level](…)`, `console[isBad ? 'error' : 'log'](…)`: whichever it is, it writes to the log. */
function levelOf({ targets, type }: Value): string | undefined {
  const [target] = targets;
  if (targets.length !== 1 || target.kind !== 'library' || type.kind === 'object') return undefined;
  return ['info', 'log', 'error'].find((name) => {
    const member = memberOfLibrary(target.value, name);
    return member && 'action' in member && member.action.sink?.kind === 'log';
  });
}

/** `for (const key in user) log(user[key])`: each of its members in turn. */
function isKeyOfLoop(reader: Reader, key: number): boolean {
  let at = key;
  while (at !== NONE && kindAt(reader, at) === Kind.Cast) at = operandAt(reader, at, 0);
  if (at === NONE || kindAt(reader, at) !== Kind.Load || operandAt(reader, at, 1) !== NONE) return false;
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 0) !== operandAt(reader, at, 0)) continue;
    const value = operandAt(reader, i, 1);
    if (value !== NONE && kindAt(reader, value) === Kind.Iter && flagsAt(reader, value) & Flag.In) return true;
  }
  return false;
}

/** Whether a name fits the texts around the unknown part of a key; null when the key is no such text. */
function shapedLike(reader: Reader, key: number): ((name: string) => boolean) | null {
  let at = key;
  while (at !== NONE && kindAt(reader, at) === Kind.Cast) at = operandAt(reader, at, 0);
  if (at === NONE || kindAt(reader, at) !== Kind.Template) return null;
  const [begin, end] = [0, operandCount(reader, at) - 1].map((n) => reader.module.names[operandAt(reader, at, n)]);
  if (begin === '' && end === '') return null;
  return (name) => !/^[\w$]+$/.test(name) || (name.startsWith(begin) && name.endsWith(end));
}

export function set(engine: Engine, frame: Frame, i: number): void {
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
  keepInModule(engine, frame, operandAt(reader, i, 0), key ?? '[]', value);
  if (key === null) {
    const keys = keyed(valueAt(frame, operandAt(reader, i, 1)));
    if (keys !== EMPTY) grow(frame, receiver, '@keys', keys);
    if (keys !== EMPTY) keepInModule(engine, frame, operandAt(reader, i, 0), '@keys', keys);
  }
  if (receiver.type.kind === 'object' && receiver.type.class && key !== null) {
    keep(engine, frame, fieldKey(receiver.type.class, key), fillable(value), {
      fn: frame.fn,
      ordinal: i,
    });
  }
  if (key !== null && isOwnName(frame, operandAt(reader, i, 0)) && isTelling(value))
    engine.store(`self:${frame.module}:${key}`, fillable(value));
  for (const target of receiver.targets) {
    if (target.kind === 'class' && key !== null) engine.store(`static:${target.ref.module}:${target.ref.class}:${key}`, value);
  }
}

/** What a key of a table tells: `hits[user.email]`. */
function keyed({ labels }: Value): Value {
  const own = labels.filter((label) => label.kind === 'source' && label.datum === 'field');
  return own.length === 0 ? EMPTY : ofLabels(own);
}

/** Something personal is in it, at whatever depth. */
const isTelling = (value: Value): boolean => flatten(value).some(({ kind }) => kind === 'source');

export function object(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  const out = container();
  for (let n = 0; n < operandCount(reader, i); n += 3) {
    const entry = operandAt(reader, i, n);
    const value = valueAt(frame, operandAt(reader, i, n + 2));
    if (entry === EntryKind.Spread) {
      spread(engine, out, value, { fn: frame.fn, ordinal: i });
      continue;
    }
    const isComputed = entry === EntryKind.Computed;
    const key = isComputed ? valueAt(frame, operandAt(reader, i, n + 1)).text : nameAt(reader, i, n + 1);
    const keys = isComputed && key === null ? keyed(valueAt(frame, operandAt(reader, i, n + 1))) : EMPTY;
    if (keys !== EMPTY) out.fields?.set('@keys', join(out.fields.get('@keys') ?? EMPTY, keys));
    const own =
      key === null ? value : named(engine, value, key, undefined, { fn: frame.fn, ordinal: operandAt(reader, i, n + 2) });
    if (key !== null) claimByName(engine, frame, key, own);
    out.fields?.set(key ?? '[]', key === null ? join(out.fields.get('[]') ?? EMPTY, own) : own);
  }
  return out;
}

export function list(frame: Frame, i: number): Value {
  const { reader } = frame;
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

/** `{ ...value }`: known children by name; a declared shape's personal fields, and what has no name, below. */
function spread(engine: Engine, into: Value, value: Value, site: Site): void {
  for (const [name, child] of value.fields ?? []) into.fields?.set(name, child);
  // What the declared shape says is nobody's stays so, whatever the new object is called: `{ ...room, nights }`.
  if (value.type.kind === 'object')
    for (const [name, member] of value.type.members())
      if (!into.fields?.has(name) && engine.personal.isOfThing(value, name, member)) into.fields?.set(name, INERT);
  if (value.labels.length > 0) into.fields?.set(SPREAD, join(into.fields.get(SPREAD) ?? EMPTY, ofLabels(value.labels)));
  for (const { label, at } of isBlank(value) || !value.fields ? contents(engine, value, site) : []) {
    if (label.kind === 'source' && at !== '' && !at.includes('.') && !into.fields?.has(at))
      into.fields?.set(at, make({ labels: [label], hint: at }));
    if (label.kind === 'source' && at === '') into.fields?.set(SPREAD, join(into.fields.get(SPREAD) ?? EMPTY, ofLabels([label])));
  }
}

export function rest(frame: Frame, i: number): Value {
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
