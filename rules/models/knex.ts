import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const narrowing = [
  'select',
  'column',
  'columns',
  'returning',
  'pluck',
  'selectAll',
  'count',
  'countDistinct',
  'sum',
  'avg',
  'from',
  'into',
];
const chained = [
  'where',
  'whereIn',
  'andWhere',
  'orWhere',
  'orderBy',
  'limit',
  'offset',
  'join',
  'leftJoin',
  'innerJoin',
  'insert',
  'update',
  'values',
  'set',
  'groupBy',
  'execute',
  'onConflict',
  'merge',
];

/** Rows of a query builder are known by the annotation only: `knex<Member>('members')`. */
export const knex: Model = {
  id: 'knex',
  title: 'Knex and Kysely',
  kind: 'database',
  packages: ['knex', 'kysely'],
  exports: { default: 'knex', knex: 'knex', '*': 'knex', Knex: 'Kysely', Kysely: 'Kysely', sql: 'sql' },
  ambient: { knex: 'builder', Kysely: 'Kysely' },
  types: {
    knex: { call: { returns: 'builder', config: 0 } },
    Kysely: { construct: { returns: 'builder', config: 0 } },
    builder: {
      call: { returns: 'query', reader: 'builder' },
      members: {
        transaction: { callback: [{ argument: 0, parameters: ['type:builder'], result: 'value' }] },
        raw: {},
        destroy: {},
      },
      otherwise: { returns: 'query', reader: 'builder' },
    },
    query: {
      members: {
        ...each(narrowing, { returns: 'receiver', reader: 'builder' }),
        ...each(chained, { returns: 'receiver' }),
        ...each(['first', 'executeTakeFirst', 'executeTakeFirstOrThrow'], { reader: 'builder' }),
      },
    },
    sql: { call: {}, otherwise: {} },
  },
  source: 'Knex 3 documentation, knexjs.org/guide; Kysely 0.28, kysely.dev/docs (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import createKnex from 'knex';",
        "const database = createKnex({ client: 'pg' });",
        "console.log('visits', await database('visits').where({ email: user.email }).count());",
      ),
    ],
  },
};
