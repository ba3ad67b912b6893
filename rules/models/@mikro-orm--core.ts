import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { recordOperations } from './shared/orm';

const operations = recordOperations(
  'repository',
  ['find', 'findAll', 'findOne', 'findOneOrFail', 'findAndCount', 'create', 'assign', 'merge', 'upsert'],
  ['count', 'persist', 'flush', 'persistAndFlush', 'remove', 'nativeDelete', 'nativeUpdate', 'clear'],
);
const decorators = functions(each(['Entity', 'Property', 'PrimaryKey', 'Enum', 'ManyToOne', 'OneToMany', 'Unique'], {}));

export const mikroOrm: Model = {
  id: '@mikro-orm/core',
  title: 'MikroORM',
  kind: 'database',
  packages: [
    '@mikro-orm/core',
    '@mikro-orm/postgresql',
    '@mikro-orm/mysql',
    '@mikro-orm/sqlite',
    '@mikro-orm/mongodb',
    '@mikro-orm/nestjs',
    '@mikro-orm/decorators/*',
  ],
  exports: { ...decorators.exports, EntityManager: 'EntityManager', EntityRepository: 'EntityRepository', MikroORM: 'MikroORM' },
  types: {
    ...decorators.types,
    EntityManager: { construct: { returns: 'manager' } },
    EntityRepository: { construct: { returns: 'repository' } },
    MikroORM: { members: { init: { returns: 'orm' } } },
    orm: { members: { em: 'manager' } },
    manager: {
      members: { ...operations, fork: { returns: 'receiver' }, getRepository: { returns: 'repository', reader: 'repository' } },
    },
    repository: { members: operations },
  },
  source: 'MikroORM 6 documentation, mikro-orm.io/docs (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { Entity, EntityManager, PrimaryKey, Property } from '@mikro-orm/core';",
        '@Entity()',
        'export class Customer {',
        '  @PrimaryKey() id!: string;',
        '  @Property() email!: string;',
        '  @Property() fullName!: string;',
        '}',
        "export const show = async (em: EntityManager, id: string) => console.log('found', await em.findOne(Customer, { id })); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [
        "import { EntityManager } from '@mikro-orm/core';",
        'class Customer { id!: string; email!: string }',
        "export const show = async (em: EntityManager) => console.log('customers', await em.count(Customer));",
      ].join('\n'),
    ],
  },
};
