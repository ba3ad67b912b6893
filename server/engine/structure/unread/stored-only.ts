/** Columns of people that code fills and nothing reads back: every query chooses others. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { UnreadField } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, memberPath, methodOf, type Code, type PersonalOf, type Spot } from '../code';
import type { Uses } from '../uses';

const WRITES = /^(create|createMany|update|updateMany|upsert)$/;
/** Give no rows back. */
const COUNTS = /^(createMany|updateMany|deleteMany|count|aggregate)$/;

export function storedOnly(code: Code, uses: Uses, personal: PersonalOf): UnreadField[] {
  const out: UnreadField[] = [];
  for (const [model, type] of code.engine.schemas.models) {
    const fields = [...type.members().keys()].flatMap((name) => {
      const datum = personal(code, model, name);
      return datum ? [{ name, datum }] : [];
    });
    const queries = fields.length === 0 || isRelated(code, model) ? [] : queriesOf(code, model);
    if (queries.length === 0) continue;
    for (const { name, datum } of fields) {
      const written = queries.flatMap((query) => writtenAt(code, query, name));
      if (written.length === 0 || queries.some((query) => gives(code, uses, query, name))) continue;
      const asked = mentions(code, uses, name, new Set(written.map(({ fn, ordinal }) => `${fn}:${ordinal}`)));
      if (asked === null) continue;
      const [first] = [...asked, ...written.map(({ fn, value }) => ({ fn, ordinal: value }))];
      out.push({ ...code.seen(first, name), datum, declared: 'column', required: asked.length > 0, confidence: 'high' });
    }
  }
  return out;
}

/** Other models lead to it: what their queries bring along is not looked at. */
const isRelated = ({ engine }: Code, model: string): boolean =>
  [...engine.schemas.relations.values()].some((fields) => [...fields.values()].includes(model));

/** Calls on the model's delegate: `prisma.member.findMany(…)`. */
function queriesOf(code: Code, model: string): Spot[] {
  const delegate = model.charAt(0).toLowerCase() + model.slice(1);
  return code
    .modulesWith((name) => name === delegate)
    .flatMap((module) =>
      code.functions(module).flatMap((fn) => {
        const reader = code.trail.reader(fn);
        return [...callsOf(reader)]
          .filter((call) => memberPath(code, fn, reader, call).at(-2) === delegate)
          .map((ordinal) => ({ fn, ordinal }));
      }),
    );
}

const entryAt = (reader: Reader, object: number | undefined, name: string): number | undefined =>
  object !== undefined && object !== NONE && kindAt(reader, object) === Kind.Object
    ? entriesOf(reader, object).find((entry) => entry.name === name)?.value
    : undefined;

/** Literals in which a query writes the column, with the value it gets. */
function writtenAt(code: Code, { fn, ordinal }: Spot, name: string): (Spot & { value: number })[] {
  const reader = code.trail.reader(fn);
  if (!WRITES.test(methodOf(reader, ordinal))) return [];
  const [options] = argumentsOf(reader, ordinal);
  return ['data', 'create', 'update'].flatMap((part) => {
    const data = entryAt(reader, options, part);
    const value = entryAt(reader, data, name);
    return data === undefined || value === undefined ? [] : [{ fn, ordinal: data, value }];
  });
}

/** The query may give the column: it chooses it, or it chooses nothing and somebody takes the result. */
function gives(code: Code, uses: Uses, { fn, ordinal }: Spot, name: string): boolean {
  const reader = code.trail.reader(fn);
  if (COUNTS.test(methodOf(reader, ordinal))) return false;
  const [options] = argumentsOf(reader, ordinal);
  const select = entryAt(reader, options, 'select');
  if (select !== undefined) return kindAt(reader, select) !== Kind.Object || hasEntry(reader, select, name);
  const isTaken = (value: number): boolean =>
    uses.of(fn, value).some((user) => kindAt(reader, user) !== Kind.Await || isTaken(user));
  return isTaken(ordinal);
}

const hasEntry = (reader: Reader, object: number, name: string): boolean =>
  entriesOf(reader, object).some((entry) => entry.name === name || entry.name === '...' || entry.name === '');

/**
 * Places where schemas ask for a field of that name; null when the name stands anywhere else but where the column is written
 * and where its value comes from.
 */
function mentions(code: Code, uses: Uses, name: string, written: ReadonlySet<string>): Spot[] | null {
  const word = new RegExp(`\\b${name}\\b`);
  const asked: Spot[] = [];
  for (const module of code.modulesWith((text) => text.includes(name))) {
    // A text that has the word may be a query, a key or a column of an export.
    if (code.program.modules[module].names.some((text) => text !== name && word.test(text))) return null;
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (let i = 0; i < reader.count; i++) {
        const place = mentionAt(code, uses, { fn, ordinal: i }, name, written);
        if (place === 'read') return null;
        if (place !== null) asked.push(place);
      }
    }
  }
  return asked;
}

function mentionAt(
  code: Code,
  uses: Uses,
  { fn, ordinal }: Spot,
  name: string,
  written: ReadonlySet<string>,
): Spot | 'read' | null {
  const reader = code.trail.reader(fn);
  const { names } = reader.module;
  const isWritten = (object: number): boolean => written.has(`${fn}:${object}`);
  switch (kindAt(reader, ordinal)) {
    case Kind.Object: {
      for (let n = 0; n < operandCount(reader, ordinal); n += 3) {
        if (operandAt(reader, ordinal, n) !== (EntryKind.Static as number) || names[operandAt(reader, ordinal, n + 1)] !== name)
          continue;
        const value = operandAt(reader, ordinal, n + 2);
        if (isWritten(ordinal)) return null;
        return value !== NONE && kindAt(reader, value) === Kind.Call ? { fn, ordinal: value } : 'read';
      }
      return null;
    }
    case Kind.Get: {
      if (flagsAt(reader, ordinal) & Flag.Computed || names[operandAt(reader, ordinal, 1)] !== name) return null;
      return uses.of(fn, ordinal).every(isWritten) ? null : 'read';
    }
    case Kind.Set:
    case Kind.Call:
    case Kind.Global:
    case Kind.Const:
      return Array.from({ length: Math.min(2, operandCount(reader, ordinal)) }, (_, n) => operandAt(reader, ordinal, n)).some(
        (operand, n) => n === (kindAt(reader, ordinal) === Kind.Global ? 0 : 1) && names[operand] === name,
      )
        ? 'read'
        : null;
    default:
      return null;
  }
}
