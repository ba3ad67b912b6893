import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';

const chained = ['lean', 'exec', 'sort', 'limit', 'skip', 'where', 'session', 'orFail', 'toObject', 'cursor', 'save'];
const operations = {
  ...each(
    [
      'find',
      'findOne',
      'findById',
      'findOneAndUpdate',
      'findByIdAndUpdate',
      'findOneAndDelete',
      'findByIdAndDelete',
      'create',
      'insertMany',
      'hydrate',
      'where',
    ],
    { returns: 'query', reader: 'mongoose' },
  ),
  ...each(
    [
      'countDocuments',
      'estimatedDocumentCount',
      'exists',
      'updateOne',
      'updateMany',
      'deleteOne',
      'deleteMany',
      'distinct',
      'aggregate',
      'bulkWrite',
      'syncIndexes',
    ],
    {},
  ),
};
const model = { returns: 'model', reader: 'mongoose' };
const schema = [
  "import { Schema, model } from 'mongoose';",
  "const Member = model('Member', new Schema({ email: String, fullName: String, visits: Number }));",
];

/** The schema is a declared shape; documents keep it through `lean`, `exec` and `toObject`. */
export const mongoose: Model = {
  id: 'mongoose',
  title: 'Mongoose',
  kind: 'database',
  packages: ['mongoose', '@nestjs/mongoose', '@typegoose/typegoose'],
  exports: {
    default: 'mongoose',
    '*': 'mongoose',
    Schema: 'Schema',
    model: 'model()',
    Model: 'Model',
    Types: 'types',
    ...Object.fromEntries(['Prop', 'InjectModel', 'prop'].map((name) => [name, 'decorator'])),
  },
  ambient: { mongoose: 'mongoose' },
  types: {
    mongoose: {
      members: {
        model,
        Schema: 'Schema',
        Types: 'types',
        ...each(['connect', 'disconnect', 'set', 'isValidObjectId', 'startSession'], {}),
      },
    },
    Schema: {
      call: { returns: 'schema', reader: 'mongoose' },
      construct: { returns: 'schema', reader: 'mongoose' },
      members: { Types: 'types' },
    },
    schema: {
      members: each(['pre', 'post', 'index', 'plugin', 'virtual', 'method', 'static', 'set', 'add'], { returns: 'receiver' }),
    },
    'model()': { call: model },
    Model: { construct: { returns: 'model' } },
    model: { construct: { content: 'arguments', reader: 'mongoose' }, members: operations },
    query: {
      members: {
        select: { returns: 'receiver', reader: 'mongoose' },
        populate: { returns: 'receiver', reader: 'mongoose' },
        ...each(chained, { returns: 'receiver' }),
        countDocuments: {},
      },
    },
    types: { otherwise: {} },
    decorator: { call: {} },
  },
  source: 'Mongoose 8 documentation, mongoosejs.com/docs/api/model.html (from memory, 2026-11)',
  examples: {
    finds: [
      [
        ...schema,
        "export const show = async (id: string) => console.log('found', await Member.findById(id).lean()); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [...schema, "export const show = async () => console.log('members', await Member.countDocuments());"].join('\n'),
      [...schema, "export const show = async () => console.log('visits', await Member.find().select('visits').lean());"].join(
        '\n',
      ),
    ],
  },
};
