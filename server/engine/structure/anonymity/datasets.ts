/** Rows about people that are called anonymous, and what in them singles people out. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Type } from '../../link/types';
import type { Datum } from '../../rule';
import type { Dataset } from '../../rule/structure';
import {
  argumentsOf,
  entriesOf,
  methodOf,
  namesAround,
  slotOf,
  textAt,
  functionOf,
  type Code,
  type Spot,
  type Topic,
} from '../code';
import { aggregationIn, anonymityIn } from './anonymity';
import { returnsOf } from '../markup';
import { choiceAt, columnsOf } from './dataset-choices';
import { datumFor, categoryOf, made, unchanged } from './dataset-columns';
import { smallGroups } from './small-groups';
import { holdersOf, type Uses } from '../uses';

const topic: Topic = (name) => name.length < 120 && anonymityIn(name) !== '';
const countTopic: Topic = (name) => name.length < 120 && aggregationIn(name) !== '';

export function datasetsOf(code: Code, uses: Uses): Dataset[] {
  const out: Dataset[] = [];
  const claiming = new Set([...code.modulesWith(topic, 'declared'), ...code.modulesAt((path) => promiseOf(path) !== '')]);
  for (const module of [...claiming].sort((a, b) => a - b))
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      const claim = claimOf(code, uses, fn);
      if (claim !== '')
        for (const value of returnsOf(reader))
          out.push(...rows(code, uses, { fn, ordinal: made(code, fn, reader, value) }, claim));
      out.push(...kept(code, uses, fn, reader));
    }
  const counting = new Set([
    ...code.modulesWith(countTopic, 'declared'),
    ...code.modulesAt((path) => promiseOf(path, aggregationIn) !== ''),
  ]);
  for (const module of [...counting].sort((a, b) => a - b))
    for (const fn of code.functions(module))
      out.push(...smallGroups(code, fn, code.trail.reader(fn), claimOf(code, uses, fn, aggregationIn)));
  return out;
}

/** The part of a file's path that promises: its name, or a part of the address that it answers where files are routes. */
function promiseOf(path: string, promise = anonymityIn): string {
  const parts = path.replace(/(\.\w+)+$/, '').split('/');
  const routes = parts.findLastIndex((part) => /^(routes|pages|api|app)$/.test(part));
  const said = [parts.at(-1)!, ...(routes < 0 ? [] : parts.slice(routes + 1, -1))];
  return said.find((part) => promise(part) !== '') ?? '';
}

/** What promises anonymity for the rows a function gives: its name, the variable, the route or the file it stands in. */
function claimOf(code: Code, uses: Uses, fn: number, promise = anonymityIn): string {
  const own = namesAround(code.program, fn).find((name) => promise(name) !== '');
  if (own) return own;
  const path = code.program.modules[code.program.moduleOf[fn]].path;
  if (fn !== code.program.base[code.program.moduleOf[fn]] && promiseOf(path, promise) !== '') return promiseOf(path, promise);
  const closure = uses.made(fn);
  if (!closure) return '';
  const reader = code.trail.reader(closure.fn);
  for (const user of uses.of(closure.fn, closure.ordinal)) {
    if (kindAt(reader, user) !== Kind.Call) continue;
    const route = argumentsOf(reader, user)
      .map((arg) => textAt(reader, arg))
      .find((text) => text !== null && promise(text) !== '');
    const held =
      route ?? (/^(map|flatMap)$/.test(methodOf(reader, user)) ? holderOf(code, uses, { fn: closure.fn, ordinal: user }) : '');
    if (held) return held;
  }
  return '';
}

/** Name that keeps a value, when it makes the promise. */
function holderOf(code: Code, uses: Uses, { fn, ordinal }: Spot): string {
  const reader = code.trail.reader(fn);
  for (const user of uses.of(fn, ordinal)) {
    const name =
      kindAt(reader, user) === Kind.Store
        ? slotName(code, fn, reader, user)
        : kindAt(reader, user) === Kind.Object
          ? (entriesOf(reader, user).find(({ value }) => value === ordinal)?.name ?? '')
          : '';
    if (anonymityIn(name) !== '') return name;
  }
  return '';
}

const slotName = (code: Code, fn: number, reader: Reader, i: number): string => {
  const { owner, slot } = slotOf(code.program, fn, reader, i);
  return functionOf(code.program, owner).slots[slot]?.name ?? '';
};

/** `const anonymized = { … }`. */
function kept(code: Code, uses: Uses, fn: number, reader: Reader): Dataset[] {
  const out: Dataset[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store) continue;
    const name = slotName(code, fn, reader, i);
    if (anonymityIn(name) !== '') out.push(...rows(code, uses, { fn, ordinal: operandAt(reader, i, 1) }, name));
  }
  return out;
}

/** @param holding the value that a variable holds, when the row is cast on the way into it */
function rows(code: Code, uses: Uses, spot: Spot, claim: string, holding?: Spot): Dataset[] {
  const reader = code.trail.reader(spot.fn);
  if (spot.ordinal === NONE) return [];
  if (kindAt(reader, spot.ordinal) === Kind.Cast)
    return rows(code, uses, { fn: spot.fn, ordinal: operandAt(reader, spot.ordinal, 0) }, claim, holding ?? spot);
  const later = takenLater(code, uses, holding ?? spot);
  if (later === null) return [];
  if (kindAt(reader, spot.ordinal) === Kind.Rest && !(flagsAt(reader, spot.ordinal) & Flag.Array)) {
    const removed = Array.from(
      { length: operandCount(reader, spot.ordinal) - 1 },
      (_, n) => reader.module.names[operandAt(reader, spot.ordinal, n + 1)],
    );
    return remaining(code, uses, spot, operandAt(reader, spot.ordinal, 0), [...removed, ...later], claim);
  }
  if (kindAt(reader, spot.ordinal) === Kind.Call) {
    const choice = choiceAt(code, spot);
    if (choice?.how === 'omit') return remaining(code, uses, spot, choice.from, [...choice.names, ...later], claim);
    const kept = choice?.names.filter((name) => !later.includes(name)) ?? [];
    return judged(code, spot, choice ? columnsOf(code, spot, choice.from, kept) : [], claim, 'high');
  }
  if (kindAt(reader, spot.ordinal) !== Kind.Object) return [];
  const entries = entriesOf(reader, spot.ordinal);
  const spread = entries.find(({ name }) => name === '...');
  if (spread) {
    const base = made(code, spot.fn, reader, spread.value);
    const isRest = base !== NONE && kindAt(reader, base) === Kind.Rest;
    const over = [...entries.map(({ name }) => name).filter((name) => name !== '...' && name !== ''), ...later];
    if (!isRest) return remaining(code, uses, spot, spread.value, over, claim);
    const more = Array.from(
      { length: operandCount(reader, base) - 1 },
      (_, n) => reader.module.names[operandAt(reader, base, n + 1)],
    );
    return remaining(code, uses, spot, operandAt(reader, base, 0), [...over, ...more], claim);
  }
  const data = entries.filter(({ name }) => !later.includes(name)).flatMap((entry) => carried(code, uses, spot.fn, entry));
  return judged(code, spot, data, claim, 'high');
}

/** What an entry of a row carries: a datum as it was read, or a record of a person that lies in the row, whole or what is left of it. */
function carried(code: Code, uses: Uses, fn: number, { name, value }: { name: string; value: number }, depth = 3): Datum[] {
  const reader = code.trail.reader(fn);
  const plain = unchanged(code, fn, reader, name, value);
  const own = made(code, fn, reader, value);
  if (plain.length > 0 || own === NONE || depth === 0) return plain;
  if (kindAt(reader, own) === Kind.Object)
    return entriesOf(reader, own).flatMap((entry) => carried(code, uses, fn, entry, depth - 1));
  const isRest = kindAt(reader, own) === Kind.Rest && !(flagsAt(reader, own) & Flag.Array);
  const from = isRest ? operandAt(reader, own, 0) : own;
  const removed = isRest
    ? Array.from({ length: operandCount(reader, own) - 1 }, (_, n) => reader.module.names[operandAt(reader, own, n + 1)])
    : [];
  return typesOf(code, uses, fn, from)
    .flatMap((type) => code.engine.personal.fields(type))
    .filter(({ path }) => !removed.includes(path.split('.')[0]))
    .map(({ category, path }) => datumFor(code, { fn, ordinal: own }, category, path))
    .filter(({ identifies }) => identifies === 'direct');
}

/** Members of a row that are deleted or written over after it is made; null when only the running code knows which. */
function takenLater(code: Code, uses: Uses, row: Spot): string[] | null {
  const out: string[] = [];
  for (const held of holdersOf(code, uses, row)) {
    const reader = code.trail.reader(held.fn);
    for (const user of uses.of(held.fn, held.ordinal)) {
      if (kindAt(reader, user) !== Kind.Set || operandAt(reader, user, 0) !== held.ordinal) continue;
      if (flagsAt(reader, user) & Flag.Computed) return null;
      out.push(reader.module.names[operandAt(reader, user, 1)]);
    }
  }
  return out;
}

/** Data of a row that single somebody out; nothing when they do not. */
function judged(code: Code, spot: Spot, data: Datum[], claim: string, confidence: Dataset['confidence']): Dataset[] {
  const direct = data.filter(({ identifies }) => identifies === 'direct');
  const shown = direct.length > 0 ? direct : data;
  if (direct.length === 0 && new Set(data.map(({ category }) => category)).size < 3) return [];
  return [{ ...code.seen(spot, claim), kind: direct.length > 0 ? 'direct' : 'combination', claim, data: shown, confidence }];
}

/** Some fields are taken away, and whatever else the record has stays. */
function remaining(code: Code, uses: Uses, spot: Spot, from: number, removed: readonly string[], claim: string): Dataset[] {
  const fields = typesOf(code, uses, spot.fn, from).flatMap((type) => code.engine.personal.fields(type));
  if (fields.length > 0) {
    const left = fields.filter(({ path }) => !removed.includes(path.split('.')[0]));
    return judged(
      code,
      spot,
      left.map(({ category, path }) => datumFor(code, spot, category, path)),
      claim,
      'high',
    );
  }
  const taken = removed.flatMap((name) => {
    const category = categoryOf(code, '', name);
    return category && code.classifier.category(category)?.identifies === 'direct' ? [datumFor(code, spot, category, name)] : [];
  });
  return taken.length === 0 ? [] : [{ ...code.seen(spot, claim), kind: 'rest', claim, data: taken, confidence: 'medium' }];
}

/** Type of a value; the parameter of a callback is an element of the list it is called for. */
function typesOf(code: Code, uses: Uses, fn: number, from: number): Type[] {
  const type = from === NONE ? undefined : code.frames.of(fn)?.values[from]?.type;
  if (!type || type.kind !== 'unknown') return type ? [type] : [];
  const closure = uses.made(fn);
  const reader = code.trail.reader(fn);
  if (!closure || kindAt(reader, made(code, fn, reader, from)) !== Kind.Param) return [];
  const outer = code.trail.reader(closure.fn);
  return uses.of(closure.fn, closure.ordinal).flatMap((user) => {
    const isList = kindAt(outer, user) === Kind.Call && /^(map|flatMap)$/.test(methodOf(outer, user));
    const list = isList ? code.frames.of(closure.fn)?.values[operandAt(outer, user, 0)]?.type : undefined;
    return list?.kind === 'array' ? [list.element] : [];
  });
}
