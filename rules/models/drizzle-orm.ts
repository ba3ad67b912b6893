import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';

const tables = ['pgTable', 'mysqlTable', 'sqliteTable', 'singlestoreTable', 'pgView', 'mysqlView', 'sqliteView'];
const columns = [
  'text',
  'varchar',
  'char',
  'integer',
  'int',
  'serial',
  'bigint',
  'boolean',
  'timestamp',
  'date',
  'datetime',
  'numeric',
  'decimal',
  'real',
  'json',
  'jsonb',
  'uuid',
  'blob',
  'index',
  'uniqueIndex',
  'pgEnum',
  'mysqlEnum',
  'primaryKey',
];
const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'and',
  'or',
  'not',
  'like',
  'ilike',
  'inArray',
  'isNull',
  'asc',
  'desc',
  'count',
  'sum',
  'avg',
  'relations',
  'sql',
  'exists',
];
const chained = [
  'where',
  'orderBy',
  'limit',
  'offset',
  'innerJoin',
  'leftJoin',
  'groupBy',
  'having',
  'values',
  'set',
  'prepare',
  'execute',
];
const actions = functions({
  ...each(tables, { returns: 'table', reader: 'drizzle-table' }),
  ...each(columns, { returns: 'column', reader: 'drizzle-column' }),
  ...each(operators, {}),
  drizzle: { returns: 'database', config: 0 },
});
const members = [
  "import { drizzle } from 'drizzle-orm/node-postgres';",
  "import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';",
  "const members = pgTable('members', { id: uuid('id'), email: text('email'), fullName: text('full_name'), visits: integer('visits') });",
  'const database = drizzle(process.env.DATABASE_URL!);',
];

/** Tables are declared in code; a query is a chain that ends in rows. */
export const drizzle: Model = {
  id: 'drizzle-orm',
  title: 'Drizzle',
  kind: 'database',
  packages: ['drizzle-orm', 'drizzle-orm/*'],
  exports: actions.exports,
  ambient: { pgTable: 'pgTable()', mysqlTable: 'mysqlTable()', sqliteTable: 'sqliteTable()' },
  types: {
    ...actions.types,
    table: { members: { enableRLS: { returns: 'receiver' } }, otherwise: { returns: 'column' } },
    column: { otherwise: { returns: 'receiver' } },
    database: {
      members: {
        ...each(['select', 'selectDistinct', 'insert', 'update', 'delete'], { returns: 'query', reader: 'drizzle' }),
        query: 'tables',
        transaction: { callback: [{ argument: 0, parameters: ['type:database'], result: 'value' }] },
        ...each(['execute', '$count', 'batch'], {}),
      },
    },
    tables: { otherwise: { reader: 'drizzle' } },
    query: {
      members: {
        ...each(['from', 'returning'], { returns: 'receiver', reader: 'drizzle' }),
        ...each(chained, { returns: 'receiver' }),
      },
    },
  },
  source: 'Drizzle ORM 0.45 documentation, orm.drizzle.team/docs/select (from memory, 2026-11)',
  examples: {
    finds: [
      [
        ...members,
        "export const show = async () => console.log('members', await database.select().from(members)); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [
        ...members,
        "export const show = async () => console.log('visits', await database.select({ visits: members.visits }).from(members));",
      ].join('\n'),
    ],
  },
};
