/** Built-in readers that models name: results of ORM queries and schema builders carry shapes. */
import { derived, elementOf, picked, UNKNOWN, type Member, type ObjectType, type Type } from '../link/types';
import type { LibraryCall } from './actions';
import { contents } from './emit';
import type { Engine, Frame } from './frame';
import { inState, isGone } from './labels';
import { element, read } from './read';
import { EMPTY, INERT, container, make, ofLabels, put, type Value } from './values';

type Read = (engine: Engine, frame: Frame, call: LibraryCall) => Value | null;

const isMany = (method: string): boolean => /many|all|list|find$|rows|paginate|query|groupby/i.test(method) && !/findone|findfirst|findunique/i.test(method);
const methodOf = (call: LibraryCall): string => call.words.slice(call.words.lastIndexOf('.') + 1);

/** `prisma.user.findMany({ select })`: the model's columns, narrowed; relations only when asked for. */
const prisma: Read = (engine, _frame, call) => {
  const parts = call.words.split('.');
  const method = parts[parts.length - 1];
  const model = parts[parts.length - 2] ?? '';
  if (/^(count|aggregate|createMany|updateMany|deleteMany|groupBy)$/.test(method)) return INERT;
  if (!/^(find|create|update|upsert|delete)/.test(method)) return null;
  const type = queried(engine, model.charAt(0).toUpperCase() + model.slice(1), call.args[0] ?? EMPTY, 3);
  const result = type ? make({ type, hint: model }) : projected(call.args[0] ?? EMPTY, model);
  return isMany(method) ? listOf(result, model) : result;
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
function projected(options: Value, hint: string): Value {
  const select = options.fields?.get('select');
  if (!select?.fields) return make({ hint });
  const members = new Map<string, Member>([...select.fields.keys()].map((name) => [name, { type: UNKNOWN, owner: hint }]));
  return make({ type: derived(hint, members), hint });
}

function listOf(value: Value, hint: string): Value {
  const out = container();
  put(out, '[]', value);
  return make({ fields: out.fields, hint });
}

/** `repository.find()`, `Model.findOne()`: the entity behind the receiver, by its type argument or name. */
const repository: Read = (engine, _frame, call) => {
  const method = methodOf(call);
  if (/^(count|exist|delete|remove|update|increment|decrement|insert)/.test(method)) return INERT;
  if (!/^(find|get|create|save|query|one|all|load|by)/.test(method)) return null;
  const type = call.receiver.type;
  const entity: Type = type.kind === 'library' || type.kind === 'named' ? (type.args[0] ?? UNKNOWN) : elementOf(type);
  const hint = entity.kind === 'object' || entity.kind === 'named' ? entity.name : call.receiver.hint;
  const single = make({ type: entity, hint });
  return isMany(method) ? listOf(single, hint) : single;
};

/** `z.object({ … })` keeps a shape; `.parse()` gives a value of it; the schema itself holds no data. */
const zod: Read = (engine, _frame, call) => {
  const method = methodOf(call);
  const schema = (type: Type): Value => make({ type, targets: call.receiver.targets.length > 0 ? call.receiver.targets : [{ kind: 'library', value: { ...call.library, words: '' } }], hint: call.receiver.hint });
  if (/^(object|strictObject|looseObject)$/.test(method)) {
    const members = new Map<string, Member>([...(call.args[0]?.fields ?? [])].map(([name, value]) => [name, { type: value.type, owner: '' }]));
    return schema(derived('', members));
  }
  if (method === 'array') return schema({ kind: 'array', element: call.args[0]?.type ?? call.receiver.type });
  if (/^(boolean|literal|enum|nativeEnum|date|number|bigint|int|coerce)$/.test(method)) return schema({ kind: 'primitive', name: /boolean|literal/.test(method) ? 'boolean' : method === 'date' ? 'Date' : /num|int/.test(method) ? 'number' : 'string' });
  if (/^(string|email|uuid|url|text|number)$/.test(method) && call.receiver.type.kind === 'unknown') return schema({ kind: 'primitive', name: 'string' });
  if (method === 'pick' || method === 'omit') return schema(picked(call.receiver.type, new Set(call.args[0]?.fields?.keys() ?? []), method === 'pick'));
  if (method === 'extend' || method === 'merge') return schema(extended(call.receiver.type, call.args[0] ?? EMPTY));
  if (/^(parse|parseAsync|validate|validateSync|cast|decode)$/.test(method)) return make({ type: parsedType(engine, call), hint: call.args[0]?.hint ?? '' });
  if (/^(safeParse|safeParseAsync)$/.test(method)) {
    const out = container();
    out.fields?.set('data', make({ type: parsedType(engine, call), hint: call.args[0]?.hint ?? '' }));
    out.fields?.set('error', INERT);
    out.fields?.set('success', INERT);
    return out;
  }
  return schema(call.receiver.type);
};

const parsedType = (_engine: Engine, call: LibraryCall): Type => call.receiver.type;

function extended(type: Type, more: Value): Type {
  if (type.kind !== 'object') return more.type;
  const added = more.fields ? [...more.fields].map(([name, value]): [string, Member] => [name, { type: value.type, owner: '' }]) : more.type.kind === 'object' ? [...more.type.members()] : [];
  return derived(type.name, new Map([...type.members(), ...added]));
}

const namesIn = (values: readonly Value[]): Set<string> => {
  const out = new Set<string>();
  for (const value of values) {
    if (value.text !== null) out.add(value.text);
    for (const child of value.fields?.values() ?? []) if (child.text !== null) out.add(child.text);
  }
  return out;
};

/** `omit(user, ['email'])` and `pick(user, ['id'])` with literal names are exact. */
const chosen = (keep: boolean): Read => (engine, _frame, call) => {
  const value = call.args[0] ?? EMPTY;
  const names = namesIn(call.args.slice(1));
  if (names.size === 0) return ofLabels(contents(engine, value, call.site).map(({ label }) => label));
  const fields = value.fields ? new Map([...value.fields].filter(([name]) => names.has(name) === keep)) : null;
  if (keep && value.type.kind !== 'object') {
    const out = container();
    for (const name of names) out.fields?.set(name, read(engine, value, name, call.site));
    return out;
  }
  return { ...value, fields, type: picked(value.type, names, keep), hint: value.type.kind === 'object' ? value.hint : '', labels: keep ? [] : value.labels, parts: null, targets: [] };
};

/** A column list becomes the record shape of a table. */
const drizzleTable: Read = (_engine, _frame, call) => {
  const name = call.args[0]?.text ?? '';
  const members = new Map<string, Member>([...(call.args[1]?.fields ?? [])].map(([field, column]) => [field, { type: column.type.kind === 'primitive' ? column.type : UNKNOWN, owner: name, schema: true }]));
  return make({ type: derived(name, members), hint: name, targets: [{ kind: 'library', value: call.library }] });
};

/** `db.select().from(table)`, `db.query.users.findMany()`: rows of the table. */
const drizzle: Read = (_engine, _frame, call) => {
  const method = methodOf(call);
  if (method === 'select' || method === 'selectDistinct') {
    const columns = call.args[0]?.fields;
    return make({ targets: call.receiver.targets, fields: columns ? new Map([['select', call.args[0]]]) : new Map() });
  }
  if (method === 'from') {
    const table = call.args[0] ?? EMPTY;
    const chosenColumns = call.receiver.fields?.get('select');
    const type: Type = chosenColumns?.fields && table.type.kind === 'object' ? picked(table.type, new Set(chosenColumns.fields.keys()), true) : table.type;
    return make({ ...listOf(make({ type, hint: table.hint }), table.hint), targets: call.receiver.targets });
  }
  if (/^(where|orderBy|limit|offset|innerJoin|leftJoin|groupBy|returning|values|prepare)$/.test(method)) return call.receiver;
  return null;
};

const supabase: Read = (engine, _frame, call) => {
  const method = methodOf(call);
  if (method === 'from') return make({ targets: call.receiver.targets, hint: call.args[0]?.text ?? '' });
  if (method !== 'select') return call.receiver;
  const columns = (call.args[0]?.text ?? '').split(',').map((column) => column.trim()).filter((column) => /^\w+$/.test(column));
  const row = columns.length === 0 ? make({ hint: call.receiver.hint }) : make({ type: derived(call.receiver.hint, new Map(columns.map((name) => [name, { type: UNKNOWN, owner: call.receiver.hint }]))), hint: call.receiver.hint });
  const out = container();
  out.fields?.set('data', listOf(row, call.receiver.hint));
  out.fields?.set('error', INERT);
  return make({ fields: out.fields, targets: call.receiver.targets, hint: engine.classifier.owner(call.receiver.hint) === 'unknown' ? '' : call.receiver.hint });
};

export const readers: Record<string, Read> = {
  prisma, repository, mongoose: repository, sequelize: repository, zod, yup: zod, valibot: zod, joi: zod,
  omit: chosen(false), pick: chosen(true), 'drizzle-table': drizzleTable, drizzle, supabase,
};

export { element, inState, isGone };
