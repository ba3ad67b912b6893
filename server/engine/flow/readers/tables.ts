/** Tables declared in code, and tables named by text: a chain of calls that ends in rows. */
import { Kind } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { UNKNOWN, type Type } from '../../link/types';
import type { LibraryCall } from '../actions';
import type { Frame } from '../frame';
import { valueAt } from '../operands';
import { EMPTY, INERT, container, make, type Value } from '../values';
import { columnName, declared, listOf, shapeOf, textsIn, type Read } from './reading';
import { selected } from './postgrest';
import { related } from './relational';
import { picked } from '../../link/type-parts';

/** `pgTable('members', { email: text('email') })`: the columns are the shape of a row. */
export const drizzleTable: Read = (_engine, _frame, call) => {
  const name = call.args[0]?.text ?? '';
  return make({
    type: declared(name, call.args[1]?.fields, (column) => (column.type.kind === 'primitive' ? column.type : UNKNOWN), true),
    hint: name,
  });
};

/** `integer('visits')`, `boolean('active')`: columns that are no text. */
export const drizzleColumn: Read = (_engine, _frame, call) => {
  const { method } = call;
  if (method === 'boolean') return make({ type: { kind: 'primitive', name: 'boolean' } });
  if (/^(timestamp|date|datetime|time)$/.test(method)) return make({ type: { kind: 'primitive', name: 'Date' } });
  if (/^(integer|int|serial|bigint|smallint|bigserial|numeric|decimal|real|doublePrecision|float)$/.test(method))
    return make({ type: { kind: 'primitive', name: 'number' } });
  return /^(text|varchar|char|uuid)$/.test(method) ? make({ type: { kind: 'primitive', name: 'string' } }) : null;
};

/** `db.select({ … }).from(table)`, `db.insert(table).returning()`, `db.query.users.findMany({ columns })`: rows. The table of an insert waits in a function type, which holds no content. */
export const drizzle: Read = (engine, frame, call) => {
  const { method, receiver } = call;
  const first = call.args[0] ?? EMPTY;
  if (method === 'select' || method === 'selectDistinct')
    return make({ fields: first.fields ? new Map([['@select', first]]) : new Map() });
  if (method === 'insert' || method === 'update' || method === 'delete')
    return make({ type: { kind: 'function', returns: () => first.type }, hint: first.hint });
  if (method === 'returning')
    return receiver.type.kind === 'function' ? rowsOf(chosen(first.fields, receiver.type.returns()), receiver.hint) : null;
  if (method === 'from') return rowsOf(chosen(selectionOf(frame, call)?.fields, first.type), first.hint);
  if (/^find(Many|First)$/.test(method)) return related(engine, call);
  return null;
};

/** The columns of the `select` before it, also of a database out of sight. */
function selectionOf(frame: Frame, { receiver, site }: LibraryCall): Value | undefined {
  const known = receiver.fields?.get('@select');
  if (known) return known;
  const { reader } = frame;
  const select = operandAt(reader, site.ordinal, 0);
  return kindAt(reader, select) === Kind.Call && operandCount(reader, select) > 4
    ? valueAt(frame, operandAt(reader, select, 4))
    : undefined;
}

/** Columns under the names that the query gives them; without a choice all. */
function chosen(columns: ReadonlyMap<string, Value> | null | undefined, table: Type): Type {
  if (!columns) return table;
  return table.kind === 'object' ? picked(table, new Set(columns.keys()), true) : shapeOf(columns.keys(), '');
}

const rowsOf = (type: Type, hint: string): Value => listOf(make({ type, hint }), hint);

/** `supabase.from('users').select('id, email')`: rows under `data`. */
export const supabase: Read = (_engine, _frame, call) => {
  const { method, receiver } = call;
  if (method === 'from') return make({ hint: call.args[0]?.text ?? '' });
  if (method === 'single' || method === 'maybeSingle') {
    const rows = receiver.fields?.get('data');
    return answer(rows?.fields?.get('[]') ?? rows ?? EMPTY, receiver.hint);
  }
  if (method !== 'select') return receiver.fields ? receiver : answer(EMPTY, receiver.hint);
  const row = make({ type: selected(call.args[0]?.text ?? '', receiver.hint), hint: receiver.hint });
  return answer(listOf(row, receiver.hint), receiver.hint);
};

function answer(data: Value, hint: string): Value {
  const out = container();
  for (const [name, value] of [
    ['data', data],
    ['error', INERT],
    ['count', INERT],
    ['status', INERT],
  ] as const)
    out.fields?.set(name, value);
  return make({ fields: out.fields, hint });
}

/** Query builders over table names: `knex('users').select('id', 'email').first()`, `db.selectFrom('users')`. */
export const builder: Read = (_engine, _frame, call) => {
  const { method, receiver } = call;
  const table = call.args[0]?.text ?? '';
  if (/^(knex|db|from|into|table|selectFrom|insertInto|updateTable|deleteFrom)$/.test(method) || call.action.returns === 'query')
    return rowsOf(UNKNOWN, columnName(table) || receiver.hint);
  if (/^(select|column|columns|returning|first|pluck)$/.test(method)) {
    const names = textsIn(call.args).map(columnName);
    const rows = names.length === 0 || names.includes('*') ? receiver : rowsOf(shapeOf(names, receiver.hint), receiver.hint);
    return method === 'first' ? row(rows) : rows;
  }
  if (/^executeTakeFirst/.test(method)) return row(receiver);
  if (/^(count|countDistinct|sum|avg|min|max)$/.test(method)) return make({ fields: new Map([['[]', INERT]]) });
  return null;
};

const row = (rows: Value): Value => ({ ...(rows.fields?.get('[]') ?? rows), targets: [] });
