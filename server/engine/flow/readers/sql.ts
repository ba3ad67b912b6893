/** Rows of plain SQL and of collections: what the text of a query, or the name of a collection, says about them. */
import { UNKNOWN } from '../../link/types';
import { INERT, container, make, type Value } from '../values';
import { columnName, listOf, shapeOf, type Read } from './reading';

/** `pool.query('select id, email from users')`: rows, as each driver wraps them. */
export const sql: Read = (_engine, _frame, call) => {
  const text = textOf(call.args[0]);
  const found = text === null ? null : queried(text);
  if (!found) return null;
  const { table, columns } = found;
  const rows = listOf(make({ type: columns ? shapeOf(columns, table) : UNKNOWN, hint: table }), table);
  rows.fields?.set('rows', listOf(rows.fields.get('[]') ?? INERT, table));
  for (const name of ['rowCount', 'command', 'error']) rows.fields?.set(name, INERT);
  return rows;
};

/** A text, or the written parts of a tagged one. */
function textOf(value: Value | undefined): string | null {
  if (!value) return null;
  if (value.text !== null) return value.text;
  const config = value.fields?.get('text')?.text;
  if (config) return config;
  const parts = [...(value.fields?.values() ?? [])].map(({ text }) => text);
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.join(' ? ') : null;
}

/** Table and columns of what a statement gives back; null when it gives no rows, columns null when it gives all of them. */
function queried(text: string): { table: string; columns: string[] | null } | null {
  const read = /\bselect\s+(?:distinct\s+)?([\s\S]+?)\s+from\s+["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)/i.exec(text);
  const written = /\b(?:into|update|from)\s+["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)[\s\S]*?\breturning\s+([\s\S]+?);?\s*$/i.exec(text);
  const [list, table] = read ? [read[1], read[2]] : written ? [written[2], written[1]] : ['', ''];
  if (table === '') return null;
  const columns = list.split(/,(?![^(]*\))/).map((column) => column.trim());
  if (columns.some((column) => /(^|\.)\*$/.test(column))) return { table, columns: null };
  return {
    table,
    columns: columns.filter((column) => !/\)$/.test(column)).map((column) => columnName(column).replace(/`/g, '')),
  };
}

/** `db.collection('members')` and what is found there. */
export const documents: Read = (_engine, _frame, call) => {
  const { method, receiver } = call;
  if (method === 'collection') return make({ hint: call.args[0]?.text ?? '' });
  const record = make({ type: receiver.type, hint: receiver.hint });
  if (method === 'find' || method === 'aggregate') return method === 'find' ? listOf(record, receiver.hint) : null;
  if (!/^findOneAnd/.test(method)) return record;
  const out = container();
  out.fields?.set('value', record);
  return make({ ...record, fields: out.fields });
};
