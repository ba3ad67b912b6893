/**
 * Readers: results that a path cannot describe because they depend on names, projections or declared shapes.
 * A model names one in `reader`; the engine has one function per name. Nothing else may be named.
 */
export const readers = {
  /** Only the named fields of the object. Object and names are told apart by which argument is constant text (or a list of it). Unknown names: everything, one confidence step lower. */
  pick: 'the object with only the named fields',
  /** The object without the named fields; unknown names remove nothing. */
  omit: 'the object without the named fields',
  /** The one field that the constant text names: of the receiver (`form.get('email')`), or of an object argument before it (`get(user, 'address.street')`). The receiver is its owner; no constant: any field. Of a list it is a list (`map(users, 'email')`); where the text could be a callback and is one, the callback decides. */
  field: 'one field, named by constant text',
  /** `client.<model>.<operation>`: a record of that model of schema.prisma, narrowed by `select`, `omit` and `include`; `count`, `aggregate`, `groupBy`, `deleteMany`, `updateMany` and `createMany` give none. An unlisted property keeps the type, so that `client.user.findMany` arrives here. */
  prisma: 'a record of a Prisma model',
  /** A record of the entity that the repository is for: its type argument, the class given to the factory, or the class given to the call (`manager.find(User)`); narrowed by `select`. */
  repository: 'a record of an entity class',
  /** A document of the model: the type argument or the schema given to `model(name, schema)`; narrowed by `select` and the projection argument; `lean`, `exec`, `populate` change nothing. */
  mongoose: 'a document of a Mongoose model',
  /** An instance of the model class (or of what `define` declared), narrowed by `attributes`. */
  sequelize: 'a row of a Sequelize model',
  /** Columns of a table declaration are a declared shape: `pgTable('members', { email: text('email') })`. */
  'drizzle-table': 'the declared columns of a table',
  /** Rows of the table given to `from` (or of `query.<table>`), narrowed by the object given to `select` or by `columns`. */
  drizzle: 'rows of a declared table',
  /** Rows of `from('<table>')`: the fields that the constant text of `select('id, email')` lists, the table's name (singular) as their owner; `*` gives a row of the generated database type, if declared. */
  supabase: 'rows of a named table',
  /** The content of argument 0 in the shape that the schema declares; a plain object schema drops fields that it does not list. `safeParse` puts it under `data`. */
  zod: 'the input in the shape of the schema',
  /** A store that is written to storage: the sink of the setter takes only what `partialize` (or `whitelist`/`blacklist`) of the options keeps, and none when `storage` is a secure store. */
  persist: 'the part of a store that is kept',
} as const;
