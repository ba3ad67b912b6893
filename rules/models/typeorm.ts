import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { recordOperations } from './shared/orm';

const entity = [
  '@Entity()',
  'export class Member {',
  '  @PrimaryGeneratedColumn() id!: string;',
  '  @Column() email!: string;',
  '  @Column() fullName!: string;',
  '}',
].join('\n');
const records = [
  'find',
  'findBy',
  'findOne',
  'findOneBy',
  'findOneOrFail',
  'findOneByOrFail',
  'save',
  'create',
  'merge',
  'preload',
  'remove',
  'getOne',
  'getMany',
  'getOneOrFail',
  'findAndCount',
];
const none = [
  'count',
  'countBy',
  'exists',
  'existsBy',
  'update',
  'delete',
  'insert',
  'upsert',
  'sum',
  'average',
  'query',
  'clear',
  'softDelete',
  'getCount',
];
const operations = recordOperations('repository', records, none);
const repository = { returns: 'repository', reader: 'repository' };
const decorators = functions(
  each(
    [
      'Entity',
      'Column',
      'PrimaryColumn',
      'PrimaryGeneratedColumn',
      'CreateDateColumn',
      'OneToMany',
      'ManyToOne',
      'JoinColumn',
      'Index',
    ],
    {},
  ),
);

/** Entities are classes with decorators; their columns are a declared shape. */
export const typeorm: Model = {
  id: 'typeorm',
  title: 'TypeORM',
  kind: 'database',
  packages: ['typeorm', '@nestjs/typeorm'],
  exports: {
    ...decorators.exports,
    Repository: 'Repository',
    EntityManager: 'EntityManager',
    DataSource: 'DataSource',
    BaseEntity: 'BaseEntity',
    getRepository: 'getRepository',
    InjectRepository: 'InjectRepository',
  },
  ambient: {
    Repository: 'Repository',
    Entity: 'Entity()',
    Column: 'Column()',
    PrimaryGeneratedColumn: 'PrimaryGeneratedColumn()',
  },
  types: {
    ...decorators.types,
    Repository: { construct: { returns: 'repository' } },
    EntityManager: { construct: { returns: 'manager' } },
    DataSource: { construct: { returns: 'source', config: 0 } },
    BaseEntity: { construct: {}, members: operations },
    getRepository: { call: repository },
    InjectRepository: { call: {} },
    source: {
      members: {
        getRepository: repository,
        manager: 'manager',
        createEntityManager: { returns: 'manager' },
        ...each(['initialize', 'destroy', 'query'], {}),
      },
    },
    manager: {
      members: {
        ...operations,
        getRepository: repository,
        transaction: { callback: [{ argument: 0, parameters: ['type:manager'], result: 'value' }] },
      },
    },
    repository: {
      members: { ...operations, createQueryBuilder: { returns: 'repository', reader: 'repository' }, manager: 'manager' },
    },
  },
  source: 'TypeORM 0.3 documentation, typeorm.io/docs (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';",
        entity,
        'export async function show(members: Repository<Member>, id: string) {',
        "  console.log('found', await members.findOneBy({ id })); // ! pii-in-logs",
        '}',
      ].join('\n'),
    ],
    silent: [
      [
        "import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';",
        entity,
        "export const show = async (members: Repository<Member>) => console.log('members', await members.count());",
      ].join('\n'),
    ],
  },
};
