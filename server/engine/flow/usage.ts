/** The shape of a value nobody declared, told by the members that the code reads from the variable that holds it. */
import { EntryKind, Flag, Kind, LiteralKind, NONE, OPERATORS, type ModuleIR } from '../ir';
import { STRING, UNKNOWN, type Member, type Type } from '../link/types';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import type { Engine, Frame } from './frame';
import { derived } from '../link/type-parts';
import { isIdentifier, isKeyName } from '../owners';

/** Methods that text has and a record has not. */
const ONLY_TEXT = new Set([
  'startsWith',
  'endsWith',
  'split',
  'toLowerCase',
  'toUpperCase',
  'trim',
  'charAt',
  'substring',
  'padStart',
]);

/** The code treats what is in a variable as a text. */
export const isUsedAsText = (module: ModuleIR, holder: number, slot: number): boolean =>
  [...(readsOf(module).get(keyOf(holder, slot)) ?? [])].some((read) => ONLY_TEXT.has(read));

/** Names of the members that are read from what the reading at an instruction reads from. */
export function readBeside(module: ModuleIR, index: number, ordinal: number): string[] {
  const reader = readerOf(module, index);
  const from = isRead(reader, ordinal) ? operandAt(reader, ordinal, 0) : NONE;
  if (from === NONE) return [];
  if (kindAt(reader, from) === Kind.Load) {
    const owner = operandAt(reader, from, 1);
    return [...(readsOf(module).get(keyOf(owner === NONE ? index : owner, operandAt(reader, from, 0))) ?? [])];
  }
  const out: string[] = [];
  for (let i = 0; i < reader.count; i++)
    if (isRead(reader, i) && operandAt(reader, i, 0) === from) out.push(module.names[operandAt(reader, i, 1)]);
  return out;
}

/** Names of the functions that take a variable as an argument, in the function that declares it. */
export function takersOf(module: ModuleIR, holder: number, slot: number): string[] {
  const reader = readerOf(module, holder);
  const isIt = (i: number): boolean =>
    i !== NONE && kindAt(reader, i) === Kind.Load && operandAt(reader, i, 0) === slot && operandAt(reader, i, 1) === NONE;
  const out: string[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Call) continue;
    const method = operandAt(reader, i, 1);
    for (let n = 4; n < operandCount(reader, i); n++)
      if (isIt(operandAt(reader, i, n)))
        out.push(method === NONE ? calleeName(reader, operandAt(reader, i, 0)) : module.names[method]);
  }
  return out;
}

function calleeName(reader: Reader, callee: number): string {
  const { module } = reader;
  const at = operandAt(reader, callee, 0);
  if (kindAt(reader, callee) === Kind.Load) {
    const owner = operandAt(reader, callee, 1);
    return owner === NONE ? '' : module.functions[owner].slots[at].name;
  }
  if (kindAt(reader, callee) !== Kind.Global) return '';
  return flagsAt(reader, callee) & Flag.Import ? module.imports[at].local : module.names[at];
}

/** What is read from each variable, by the function that declares it and its slot. */
type Reads = ReadonlyMap<number, ReadonlySet<string>>;

const tables = new WeakMap<ModuleIR, Reads>();
const keyOf = (holder: number, slot: number): number => holder * 65536 + slot;

/** What reading `command.email` says about `command`: a record with that member; unknown when it says nothing of a person. */
export function usedShape(engine: Engine, module: ModuleIR, holder: number, slot: number): Type {
  const { name } = module.functions[holder].slots[slot];
  const reads = readsOf(module).get(keyOf(holder, slot));
  if (!reads || name === '') return UNKNOWN;
  if ([...reads].some((read) => ONLY_TEXT.has(read)) || [...reads].every((read) => read === KEY)) return STRING;
  const isOther = engine.classifier.owner(name) === 'other';
  const told = [...reads].filter((read) => engine.classifier.field(name, read) !== null);
  const owner = isOther ? '' : name;
  const shape = derived(owner, new Map(told.map((read): [string, Member] => [read, { type: UNKNOWN, owner }])));
  if (engine.personal.fields(shape).length > (isOther ? 1 : 0)) return shape;
  const person = [...reads].find((read) => engine.classifier.owner(read) === 'person');
  return person && engine.classifier.owner(name) === 'maybe' ? { kind: 'named', name: `${person} ${name}`, args: [] } : UNKNOWN;
}

/** Somebody is read from what a call gives: `session.user` of `session = await auth.validate()`. */
export function isReadAsPerson(
  { classifier }: Engine,
  { reader, index }: Pick<Frame, 'reader' | 'index'>,
  call: number,
): boolean {
  const given = new Set([call]);
  const isGiven = (i: number): boolean => i !== NONE && given.has(i);
  const holders: number[] = [];
  for (let i = call + 1; i < reader.count; i++) {
    if (kindAt(reader, i) === Kind.Await && isGiven(operandAt(reader, i, 0))) given.add(i);
    if (kindAt(reader, i) === Kind.Store && isGiven(operandAt(reader, i, 1))) {
      const owner = operandAt(reader, i, 2);
      holders.push(keyOf(owner === NONE ? index : owner, operandAt(reader, i, 0)));
    }
    const isPerson = (): boolean => classifier.owner(reader.module.names[operandAt(reader, i, 1)]) === 'person';
    if (isRead(reader, i) && isGiven(operandAt(reader, i, 0)) && isPerson()) return true;
  }
  const reads = readsOf(reader.module);
  return holders.some((key) => [...(reads.get(key) ?? [])].some((read) => classifier.owner(read) === 'person'));
}

const isRead = (reader: Reader, i: number): boolean => kindAt(reader, i) === Kind.Get && !(flagsAt(reader, i) & Flag.Computed);

const isOfText = (reader: Reader, i: number): boolean =>
  kindAt(reader, i) === Kind.Call &&
  operandAt(reader, i, 1) !== NONE &&
  ONLY_TEXT.has(reader.module.names[operandAt(reader, i, 1)]);

/** What the code takes apart at "/" is the path of something ("owner/name"), whatever it is called. */
export const isPath = (module: ModuleIR, holder: number, slot: number): boolean =>
  module.names.includes(SLASH) && readsOf(module).get(keyOf(holder, slot))?.has(SLASH) === true;

const SLASH = '/';
/** Stands among the reads of a variable for its use as a key. */
const KEY = '=== id';
const EQUAL = (['===', '!==', '==', '!='] as const).map((operator) => OPERATORS.indexOf(operator));

/** What `driver.id === selected` compares with a key; NONE where it compares something else. */
function comparedWithKey(reader: Reader, i: number): number {
  if (!EQUAL.includes(operandAt(reader, i, 0))) return NONE;
  const sides = [operandAt(reader, i, 1), operandAt(reader, i, 2)];
  const isKey = (at: number): boolean =>
    at !== NONE && isRead(reader, at) && isIdentifier(reader.module.names[operandAt(reader, at, 1)]);
  return isKey(sides[0]) ? sides[1] : isKey(sides[1]) ? sides[0] : NONE;
}

/** What stands where a key belongs: `{ userId: selected }`, `query.eq('user_id', selected)`. */
function underKeys(reader: Reader, i: number): number[] {
  const args = argumentsAt(reader, i);
  const named = args.filter((_, n) => n > 0 && opensRecords(textAt(reader, args[n - 1])));
  return [
    ...named,
    ...entriesAt(reader, i)
      .filter(({ name }) => opensRecords(name))
      .map(({ value }) => value),
  ];
}

const opensRecords = (name: string): boolean => isIdentifier(name) || isKeyName(name);

const textAt = (reader: Reader, i: number): string =>
  i !== NONE && kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, i, 1)]
    : '';

const splitsAtSlash = (reader: Reader, i: number): boolean => {
  if (kindAt(reader, i) !== Kind.Call || operandCount(reader, i) < 5) return false;
  const separator = operandAt(reader, i, 4);
  return (
    reader.module.names[operandAt(reader, i, 1)] === 'split' &&
    separator !== NONE &&
    kindAt(reader, separator) === Kind.Const &&
    reader.module.names[operandAt(reader, separator, 1)] === SLASH
  );
};

/** Names of members read from each variable of a module, by the function that declares it and its slot. */
function readsOf(module: ModuleIR): Reads {
  const known = tables.get(module);
  if (known) return known;
  const out = new Map<number, Set<string>>();
  module.functions.forEach((_, index) => {
    const reader = readerOf(module, index);
    const note = (from: number, read: string): void => {
      if (from === NONE || kindAt(reader, from) !== Kind.Load) return;
      const owner = operandAt(reader, from, 1);
      const key = keyOf(owner === NONE ? index : owner, operandAt(reader, from, 0));
      const reads = out.get(key);
      if (reads) reads.add(read);
      else out.set(key, new Set([read]));
    };
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) === Kind.Binary) note(comparedWithKey(reader, i), KEY);
      for (const key of underKeys(reader, i)) note(key, KEY);
      if (!isRead(reader, i) && !isOfText(reader, i)) continue;
      const from = operandAt(reader, i, 0);
      note(from, module.names[operandAt(reader, i, 1)]);
      if (splitsAtSlash(reader, i)) note(from, SLASH);
    }
  });
  tables.set(module, out);
  return out;
}

/** Words of a query between the record and its member: `where: { recipients: { some: { token } } }`. */
const QUERY_WORDS = new Set(['where', 'some', 'every', 'none', 'is', 'isNot', 'AND', 'OR', 'NOT', 'include', 'select']);

interface Lookup {
  /** The record that is looked for, as the query names it. */
  owner: string;
  member: string;
}

const lookupTables = new WeakMap<ModuleIR, ReadonlyMap<string, Lookup>>();

/** A person's member that the variable is compared with in a query: `recipient.findFirst({ where: { token } })`. */
export function lookedUpAs(engine: Engine, module: ModuleIR, holder: number, slot: number): string | null {
  const found = lookupsOf(module).get(`${holder}:${slot}`);
  if (!found || engine.classifier.owner(found.owner) !== 'person') return null;
  return engine.classifier.field(found.owner, found.member)?.category ?? null;
}

/** Variables that stand in a `where` under the name of a member, by the function that declares them and their slot. */
function lookupsOf(module: ModuleIR): ReadonlyMap<string, Lookup> {
  const known = lookupTables.get(module);
  if (known) return known;
  const out = new Map<string, Lookup>();
  lookupTables.set(module, out);
  if (!module.names.includes('where')) return out;
  module.functions.forEach((_, index) => {
    const reader = readerOf(module, index);
    /** The object or call that an object stands in, and under which name. */
    const inside = new Map<number, { at: number; name: string }>();
    for (let i = 0; i < reader.count; i++) {
      for (const { name, value } of entriesAt(reader, i)) inside.set(value, { at: i, name });
      for (const argument of argumentsAt(reader, i)) inside.set(argument, { at: i, name: '' });
    }
    for (let i = 0; i < reader.count; i++) {
      for (const { name, value } of entriesAt(reader, i)) {
        if (kindAt(reader, value) !== Kind.Load) continue;
        const owner = recordLookedFor(reader, inside, i);
        const declared = operandAt(reader, value, 1);
        if (owner) out.set(`${declared === NONE ? index : declared}:${operandAt(reader, value, 0)}`, { owner, member: name });
      }
    }
  });
  return out;
}

/** Climbs from the literal with the member to the relation, or the receiver of the call, that names the record. */
function recordLookedFor(
  reader: Reader,
  inside: ReadonlyMap<number, { at: number; name: string }>,
  literal: number,
): string | null {
  let isCondition = false;
  for (let up = inside.get(literal); up; up = inside.get(up.at)) {
    if (up.name === 'where') isCondition = true;
    if (up.name === '') return isCondition ? receiverName(reader, up.at) : null;
    if (!QUERY_WORDS.has(up.name)) return isConditionAbove(inside, up.at) ? up.name : null;
  }
  return null;
}

function isConditionAbove(inside: ReadonlyMap<number, { at: number; name: string }>, literal: number): boolean {
  for (let up = inside.get(literal); up; up = inside.get(up.at)) if (up.name === 'where') return true;
  return false;
}

function receiverName(reader: Reader, call: number): string | null {
  const receiver = operandAt(reader, call, 0);
  return receiver !== NONE && isRead(reader, receiver) ? reader.module.names[operandAt(reader, receiver, 1)] : null;
}

function entriesAt(reader: Reader, i: number): { name: string; value: number }[] {
  if (kindAt(reader, i) !== Kind.Object) return [];
  const out: { name: string; value: number }[] = [];
  for (let n = 0; n < operandCount(reader, i); n += 3) {
    const kind = operandAt(reader, i, n);
    if (kind !== EntryKind.Spread && kind !== EntryKind.Computed)
      out.push({ name: reader.module.names[operandAt(reader, i, n + 1)], value: operandAt(reader, i, n + 2) });
  }
  return out;
}

function argumentsAt(reader: Reader, i: number): number[] {
  if (kindAt(reader, i) !== Kind.Call || operandAt(reader, i, 1) === NONE) return [];
  return Array.from({ length: operandCount(reader, i) - 4 }, (_, n) => operandAt(reader, i, n + 4));
}
