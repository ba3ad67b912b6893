import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';

const tables = ['pgTable', 'mysqlTable', 'sqliteTable', 'singlestoreTable', 'pgView', 'mysqlView', 'sqliteView'];
const creators = ['pgTableCreator', 'mysqlTableCreator', 'sqliteTableCreator', 'singlestoreTableCreator'];
const schemas = ['pgSchema', 'mysqlSchema', 'singlestoreSchema'];
/** What `drizzle()` gives, as parameters and fields that are handed one declare it. */
const databases = [
  'NodePgDatabase',
  'PostgresJsDatabase',
  'NeonDatabase',
  'NeonHttpDatabase',
  'VercelPgDatabase',
  'PgliteDatabase',
  'PgDatabase',
  'PgTransaction',
  'MySqlDatabase',
  'MySql2Database',
  'PlanetScaleDatabase',
  'BaseSQLiteDatabase',
  'BetterSQLite3Database',
  'LibSQLDatabase',
  'DrizzleD1Database',
  'ExpoSQLiteDatabase',
  'BunSQLDatabase',
  'BunSQLiteDatabase',
];
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
  // `pgTableCreator((name) => `app_${name}`)` gives a `pgTable` of one's own.
  ...each(creators, { returns: 'creator' }),
  ...each(schemas, { returns: 'namespace' }),
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
  exports: { ...actions.exports, ...Object.fromEntries(databases.map((name) => [name, 'declared'])) },
  ambient: { pgTable: 'pgTable()', mysqlTable: 'mysqlTable()', sqliteTable: 'sqliteTable()' },
  types: {
    ...actions.types,
    declared: { construct: { returns: 'database' } },
    creator: { call: { returns: 'table', reader: 'drizzle-table' } },
    namespace: { members: { table: { returns: 'table', reader: 'drizzle-table' } } },
    table: {
      members: { enableRLS: { returns: 'receiver' } },
      otherwise: { returns: 'column' },
      takenBy: { from: 'query', insert: 'database', update: 'database', delete: 'database' },
    },
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
  source: 'Drizzle ORM 0.45 documentation, orm.drizzle.team/docs/select and /docs/rqb (from memory, 2026-11)',
  examples: {
    finds: [
      [
        ...members,
        "export const show = async () => console.log('members', await database.select().from(members)); // ! pii-in-logs",
      ].join('\n'),
      [
        ...members,
        "export const show = async () => console.log('found', await database.query.members.findFirst()); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [
        ...members,
        "export const show = async () => console.log('visits', await database.select({ visits: members.visits }).from(members));",
      ].join('\n'),
      [
        ...members,
        "export const show = async () => console.log('found', await database.query.members.findFirst({ columns: { visits: true } }));",
      ].join('\n'),
    ],
  },
};
