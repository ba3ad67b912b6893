import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { recordOperations } from './shared/orm';

const operations = recordOperations(
  'sequelize',
  ['findAll', 'findOne', 'findByPk', 'findOrCreate', 'findOrBuild', 'create', 'build', 'bulkCreate', 'findAndCountAll', 'upsert'],
  ['count', 'max', 'min', 'sum', 'update', 'destroy', 'truncate', 'sync', 'init', 'hasMany', 'belongsTo', 'hasOne', 'addScope'],
);
const declaration = [
  "import { DataTypes, Sequelize } from 'sequelize';",
  "const sequelize = new Sequelize('sqlite::memory:');",
  "const Member = sequelize.define('Member', { email: DataTypes.STRING, fullName: DataTypes.STRING, visits: DataTypes.INTEGER });",
];

/** Model classes: what `define` or `init` declares is their shape. */
export const sequelize: Model = {
  id: 'sequelize',
  title: 'Sequelize',
  kind: 'database',
  packages: ['sequelize', '@sequelize/core', 'sequelize-typescript'],
  ambient: { sequelize: 'connection' },
  exports: {
    Sequelize: 'Sequelize',
    default: 'Sequelize',
    Model: 'Model',
    DataTypes: 'DataTypes',
    Op: 'DataTypes',
    ...Object.fromEntries(
      ['Table', 'Column', 'AllowNull', 'HasMany', 'BelongsTo', 'ForeignKey'].map((name) => [name, 'decorator']),
    ),
  },
  types: {
    Sequelize: { construct: { returns: 'connection' } },
    connection: {
      members: {
        define: { returns: 'Model', reader: 'sequelize' },
        model: { returns: 'Model' },
        ...each(['query', 'sync', 'authenticate', 'close', 'literal', 'fn', 'col'], {}),
        transaction: { callback: [{ argument: 0, parameters: ['none'], result: 'value' }] },
      },
    },
    Model: {
      construct: { content: 'arguments', returns: 'instance' },
      members: { ...operations, scope: { returns: 'receiver' }, unscoped: { returns: 'receiver' } },
    },
    instance: {
      members: {
        ...each(['get', 'getDataValue'], { reader: 'field' }),
        ...each(['save', 'reload', 'toJSON'], { content: 'receiver' }),
        ...each(['destroy', 'validate', 'changed'], {}),
      },
    },
    DataTypes: { otherwise: {} },
    decorator: { call: {} },
  },
  source: 'Sequelize 6 documentation, sequelize.org/docs/v6/core-concepts/model-querying-basics (from memory, 2026-11)',
  examples: {
    finds: [
      [
        ...declaration,
        "export const show = async (id: string) => console.log('found', await Member.findByPk(id)); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [...declaration, "export const show = async () => console.log('members', await Member.count());"].join('\n'),
      [
        ...declaration,
        "export const show = async () => console.log('visits', await Member.findAll({ attributes: ['visits'] }));",
      ].join('\n'),
    ],
  },
};
