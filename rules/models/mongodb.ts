import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';

/** Documents are what the annotation says (`collection<Member>('members')`), or whom the collection is named after. */
export const mongodb: Model = {
  id: 'mongodb',
  title: 'MongoDB driver',
  kind: 'database',
  packages: ['mongodb'],
  exports: { MongoClient: 'MongoClient', Db: 'Db', Collection: 'Collection', ObjectId: 'nothing' },
  types: {
    MongoClient: { construct: { returns: 'client' }, members: { connect: { returns: 'client' } } },
    Db: { construct: { returns: 'database' } },
    Collection: { construct: { returns: 'collection' } },
    client: { members: { db: { returns: 'database' }, connect: { returns: 'client' }, close: {} } },
    database: { members: { collection: { returns: 'collection', reader: 'documents' }, command: {} } },
    collection: {
      members: {
        ...each(['find', 'aggregate'], { returns: 'cursor', reader: 'documents' }),
        ...each(['findOne', 'findOneAndUpdate', 'findOneAndDelete', 'findOneAndReplace'], { reader: 'documents' }),
        ...each(['insertOne', 'insertMany', 'updateOne', 'updateMany', 'deleteOne', 'replaceOne', 'countDocuments'], {}),
      },
    },
    cursor: { members: { ...each(['sort', 'limit', 'skip', 'project'], { returns: 'receiver' }), toArray: {} } },
    nothing: { construct: {} },
  },
  source: 'mongodb 6 documentation, mongodb.com/docs/drivers/node/current (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      [
        "import { MongoClient } from 'mongodb';",
        'const client = new MongoClient(process.env.DATABASE_URL!);',
        "export const show = async (email: string) => console.log('visits', await client.db().collection('visits').countDocuments({ email }));",
      ].join('\n'),
    ],
  },
};
