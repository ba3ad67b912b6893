/** Records of an entity that a class, a type argument or a schema declares, and rows of a Prisma model. */
import { UNKNOWN, type Member, type ObjectType, type Type } from '../../link/types';
import type { LibraryCall } from '../actions';
import { typeIn } from '../operands';
import type { Engine, Frame } from '../frame';
import { EMPTY, INERT, OFF, container, make, type Value } from '../values';
import { declared, listOf, projection, shapeOf, textsIn, type Projection, type Read } from './reading';
import { derived, elementOf, isInert } from '../../link/type-parts';

const isMany = (method: string): boolean =>
  /many|all|list|find$|findBy$|rows|paginate|query|insertMany|bulk/i.test(method) &&
  !/findone|findfirst|findunique/i.test(method);

/** `prisma.user.findMany({ select })`: the model's columns, narrowed; relations only when asked for. */
export const prisma: Read = (engine, _frame, call) => {
  const { method } = call;
  if (method.startsWith('$')) return make({});
  const model = call.library.words.slice(call.library.words.lastIndexOf('.') + 1);
  if (/^(count|aggregate|createMany|updateMany|deleteMany|groupBy)$/.test(method)) return INERT;
  if (!/^(find|create|update|upsert|delete)/.test(method)) return null;
  const options = call.args[0] ?? EMPTY;
  const type = queried(engine, model.charAt(0).toUpperCase() + model.slice(1), options, 3) ?? projected(options, model, 3);
  const record = make({ type, hint: model });
  return isMany(method) ? listOf(record, model) : record;
};

function queried(engine: Engine, name: string, options: Value, depth: number): ObjectType | null {
  const base = engine.schemas.models.get(name);
  if (!base || depth === 0) return null;
  const select = options.fields?.get('select');
  const omit = options.fields?.get('omit');
  const members = new Map<string, Member>();
  for (const [field, member] of base.members()) {
    if (select?.fields && !select.fields.has(field)) continue;
    if (omit?.fields?.has(field)) continue;
    members.set(field, member);
  }
  const relations = engine.schemas.relations.get(name) ?? new Map<string, string>();
  const wanted = select?.fields ?? options.fields?.get('include')?.fields;
  for (const [field, target] of relations) {
    const nested = wanted?.get(field);
    if (!nested) continue;
    const inner = queried(engine, target, nested, depth - 1);
    if (inner) members.set(field, { type: inner, owner: name });
  }
  return derived(name, members);
}

/** Without a schema the projection itself names the fields. */
function projected(options: Value, owner: string, depth: number): Type {
  const select = options.fields?.get('select')?.fields;
  if (!select || depth === 0) return UNKNOWN;
  return derived(
    owner,
    new Map([...select].map(([name, value]): [string, Member] => [name, { type: projected(value, name, depth - 1), owner }])),
  );
}

/** `repository.find()`, `manager.findOne(User, …)`: the entity of the class given to the call, else of the receiver. */
export const repository: Read = (engine, frame, call) => {
  const entity = entityOf(engine, frame, call);
  const hint = hintOf(entity, call);
  if (call.action.returns) return make({ type: entity, hint });
  const options = call.args.find(
    (arg) => arg.fields?.has('select') || arg.fields?.has('attributes') || arg.fields?.has('fields'),
  );
  const names = projection(
    options?.fields?.get('select') ?? options?.fields?.get('attributes') ?? options?.fields?.get('fields'),
  );
  const record = make({ type: narrowed(entity, names, hint), hint });
  if (/andcount/i.test(call.method)) return counted(listOf(record, hint));
  return isMany(call.method) ? listOf(record, hint) : record;
};

function entityOf(engine: Engine, frame: Frame, call: LibraryCall): Type {
  for (const arg of call.args) {
    const found = arg.targets.find((target) => target.kind === 'class');
    if (found?.kind === 'class') return engine.types.ofClass(found.ref);
  }
  const written = call.typeArgument >= 0 ? typeIn(engine, frame, call.typeArgument) : UNKNOWN;
  if (written.kind !== 'unknown' && !isInert(written)) return written;
  const { type } = call.receiver;
  if (type.kind === 'library' || type.kind === 'named') return type.args[0] ?? UNKNOWN;
  return type.kind === 'object' ? type : elementOf(type);
}

const hintOf = (entity: Type, call: LibraryCall): string =>
  (entity.kind === 'object' || entity.kind === 'named' ? entity.name : '') || call.receiver.hint;

/** Columns that the schema hides (`select: false`) are there when they are asked for: by their name, or by `'+password'`. */
function narrowed(entity: Type, wanted: Projection | null, hint: string): Type {
  if (wanted === null) return entity;
  if (entity.kind !== 'object') return wanted.keep ? shapeOf(wanted.names, hint) : entity;
  const isAsked = (name: string): boolean => wanted.added.has(name) || (wanted.keep && wanted.names.has(name));
  const members = [...entity.members()].filter(([name]) => isAsked(name) || wanted.names.has(name) === wanted.keep);
  return derived(
    entity.name,
    new Map(members.map(([name, member]) => [name, isAsked(name) ? { ...member, hidden: false } : member])),
  );
}

/** `[rows, count]`, `{ rows, count }`. */
function counted(rows: Value): Value {
  const out = container();
  for (const [name, value] of [
    ['0', rows],
    ['1', INERT],
    ['rows', rows],
    ['count', INERT],
  ] as const)
    out.fields?.set(name, value);
  return out;
}

/** The key of another document, until a query fetches that as well. */
const REFERENCE: Type = { kind: 'named', name: 'ObjectId', args: [] };

/** What a column's declaration says: `String`, `DataTypes.STRING`, `{ type: Number }`, `[{ … }]`. */
function columnType(value: Value): Type {
  const kind = value.fields?.get('type') ?? value;
  const word = kind.hint.toLowerCase();
  if (value.fields?.has('ref') || word === 'objectid') return REFERENCE;
  if (/^(bool|boolean)/.test(word)) return { kind: 'primitive', name: 'boolean' };
  if (/^(date|time)/.test(word)) return { kind: 'primitive', name: 'Date' };
  if (/^(number|int|float|double|decimal|bigint|real|long)/.test(word)) return { kind: 'primitive', name: 'number' };
  if (kind.type.kind === 'object') return kind.type;
  const inner = kind.fields?.get('0');
  if (inner) return { kind: 'array', element: columnType(inner) };
  if (kind === value && value.fields && value.fields.size > 0) return declared('', value.fields, columnType, true);
  return /^(string|text|char|varchar|citext|uuid|enum)/.test(word) ? { kind: 'primitive', name: 'string' } : UNKNOWN;
}

/** `{ type: String, select: false }`. */
const isHidden = (value: Value): boolean => value.fields?.get('select') === OFF;

/** `model('Member', schema)` declares documents; a query of the model gives them, narrowed by `select`. */
export const mongoose: Read = (engine, frame, call) => {
  if (call.action.returns === 'schema') {
    const written = call.typeArgument >= 0 ? typeIn(engine, frame, call.typeArgument) : UNKNOWN;
    return make({ type: written.kind === 'object' ? written : declared('', call.args[0]?.fields, columnType, true, isHidden) });
  }
  if (call.method === 'model') {
    const name = call.args[0]?.text ?? '';
    const written = call.typeArgument >= 0 ? typeIn(engine, frame, call.typeArgument) : UNKNOWN;
    const type = written.kind === 'object' ? written : (call.args[1]?.type ?? UNKNOWN);
    return make({ type: type.kind === 'object' && type.name === '' ? derived(name, new Map(type.members())) : type, hint: name });
  }
  if (call.method === 'populate') return populated(call);
  if (call.method === 'select' || call.method === 'projection') return selected(call);
  if (call.action.returns === 'receiver') return null;
  const record = repository(engine, frame, { ...call, action: {}, args: call.args.filter((arg) => arg.targets.length === 0) });
  // Of a query the second argument chooses columns; of an update it is what is written.
  const names = /^find(One|ById)?$/.test(call.method) ? projection(call.args[1]) : null;
  return record && names ? narrowedRows(record, names) : record;
};

/** `query.populate('patient')`, `query.populate({ path: 'patient' })`: the documents behind these keys come along. */
function populated(call: LibraryCall): Value {
  const [first] = call.args;
  const given = first?.fields?.has('path') ? [first.fields.get('path')!] : [...(first?.fields?.values() ?? [])];
  const texts = textsIn(first ? [first, ...given, ...given.flatMap((each) => each.fields?.get('path') ?? [])] : []);
  const names = new Set(texts.flatMap((text) => text.split(/\s+/)).map((path) => path.split('.')[0]));
  const open = (rows: Value): Value => {
    const row = rows.fields?.get('[]');
    if (row) return { ...listOf(open(row), rows.hint), targets: rows.targets };
    if (rows.type.kind !== 'object') return rows;
    const members = new Map(
      [...rows.type.members()].map(([name, member]) => [name, names.has(name) ? { ...member, type: UNKNOWN } : member]),
    );
    return make({ type: derived(rows.type.name, members), hint: rows.hint, targets: rows.targets });
  };
  return open(call.receiver);
}

/** `query.select('id email')` narrows what the query before it gives. */
function selected(call: LibraryCall): Value {
  const names = projection(call.args[0]);
  return names ? narrowedRows(call.receiver, names) : call.receiver;
}

function narrowedRows(rows: Value, wanted: Projection): Value {
  const row = rows.fields?.get('[]');
  if (row) return { ...listOf(narrowedRows(row, wanted), rows.hint), targets: rows.targets };
  return make({ type: narrowed(rows.type, wanted, rows.hint), hint: rows.hint, targets: rows.targets });
}

/** `sequelize.define('Member', { email: DataTypes.STRING })` declares instances of the model. */
export const sequelize: Read = (engine, frame, call) => {
  if (call.method !== 'define') return repository(engine, frame, call);
  const name = call.args[0]?.text ?? '';
  return make({ type: declared(name, call.args[1]?.fields, columnType, true), hint: name });
};
