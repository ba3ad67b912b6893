/** Rows of plain SQL and of collections: what the text of a query, or the name of a collection, says about them. */
import { NONE } from '../../ir';
import type { Classifier } from '../../classify';
import { derived } from '../../link/type-parts';
import { NUMBER, UNKNOWN, type Member, type ObjectType, type Type } from '../../link/types';
import type { LibraryCall } from '../actions';
import type { Engine, Frame } from '../frame';
import { typeIn } from '../operands';
import { INERT, container, make, type Value } from '../values';
import { columnName, listOf, type Read } from './reading';

/** `pool.query('select id, email from users')`: rows, as each driver wraps them. */
export const sql: Read = (engine, frame, call) => {
  const text = textOf(call.args[0]);
  const found = text === null ? null : queried(text);
  if (!found) return null;
  const { table, columns } = found;
  const type = columns ? rowOf(engine.classifier, columns, table) : declaredRow(engine, frame, call);
  const rows = listOf(make({ type, hint: table }), table);
  rows.fields?.set('rows', listOf(rows.fields.get('[]') ?? INERT, table));
  for (const name of ['rowCount', 'command', 'error']) rows.fields?.set(name, INERT);
  return rows;
};

/** `query<UserRow>(…)` of pg, `query<UserRow[]>(…)` of mysql2 */
function declaredRow(engine: Engine, frame: Frame, call: LibraryCall): Type {
  const type = call.typeArgument === NONE ? UNKNOWN : typeIn(engine, frame, call.typeArgument);
  const row = type.kind === 'array' ? type.element : type;
  return row.kind === 'object' ? row : UNKNOWN;
}

/** A text, or the written parts of a tagged one. */
function textOf(value: Value | undefined): string | null {
  if (!value) return null;
  if (value.text !== null) return value.text;
  const config = value.fields?.get('text')?.text;
  if (config) return config;
  const parts = [...(value.fields?.values() ?? [])].map(({ text }) => text);
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.join(' ? ') : null;
}

interface Column {
  /** As the row has it. */
  name: string;
  /** What the table calls it; null when it is worked out. */
  column: string | null;
  /** How many there are. */
  isTally: boolean;
  table: string;
}

/** A column stays what its table says it is, whatever it is called in the row: `l.address_pin_code as pin`. */
function rowOf(classifier: Classifier, columns: readonly Column[], table: string): ObjectType {
  return derived(
    table,
    new Map(
      columns.map(({ name, column, isTally, table: owner }): [string, Member] => {
        if (isTally) return [name, { type: NUMBER, owner, personal: null }];
        const told = column === null || column === name ? null : classifier.field(owner, column);
        const isSure = told !== null && told.strength !== 'possible';
        return [name, { type: UNKNOWN, owner, ...(isSure ? { personal: told.category } : {}) }];
      }),
    ),
  );
}

/** Table and columns of what a statement gives back; null when it gives no rows, columns null when it gives all of them. */
function queried(text: string): { table: string; columns: Column[] | null } | null {
  const read = /\bselect\s+(?:distinct\s+)?([\s\S]+?)\s+from\s+["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)/i.exec(text);
  const written = /\b(?:into|update|from)\s+["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)[\s\S]*?\breturning\s+([\s\S]+?);?\s*$/i.exec(text);
  const [list, table] = read ? [read[1], read[2]] : written ? [written[2], written[1]] : ['', ''];
  if (table === '') return null;
  const columns = list.split(/,(?![^(]*\))/).map((column) => column.trim());
  if (columns.some((column) => /(^|\.)\*$/.test(column))) return { table, columns: null };
  const tables = tablesIn(text);
  return { table, columns: columns.filter((column) => !/\)$/.test(column)).map(columnOf) };

  function columnOf(written: string): Column {
    const name = columnName(written).replace(/`/g, '');
    const plain = /^(?:["`]?(\w+)["`]?\.)?["`]?(\w+)["`]?(?:\s+(?:as\s+)?["`]?\w+["`]?)?$/i.exec(written);
    return {
      name,
      column: plain ? plain[2] : null,
      isTally: /^(?:count|sum|avg)\s*\(/i.test(written),
      table: tables.get(plain?.[1] ?? '') ?? table,
    };
  }
}

/** Tables by the names that a statement gives them: `from admissions a join leads as l`. */
function tablesIn(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/\b(?:from|join)\s+["`[]?(?:\w+["`\]]?\.["`[]?)?(\w+)["`\]]?(?:\s+(?:as\s+)?["`]?(\w+))?/gi);
  return new Map([...found].flatMap(([, table, alias]) => [[table, table] as const, [alias ?? table, table] as const]));
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
