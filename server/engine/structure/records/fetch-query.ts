/** What a call asks a database for: the records, their declared columns, and where in its arguments columns are chosen. */
import { datumOf } from '../../data';
import { methodsOf } from '../../flow/classes';
import { source } from '../../flow/labels';
import { areOfSomebody } from '../../flow/persons';
import type { Value } from '../../flow/values';
import type { ObjectType } from '../../link/types';
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Datum } from '../../rule';
import { argumentsOf, entriesOf, memberPath, methodOf, textAt, type Code } from '../code';
import { couldInclude, looksLikeQuery, marks, projects } from './fetch-options';
import { isNamedAfterOneself, namesOf } from './share-secrets';

const READS = [
  'findMany',
  'findFirst',
  'findFirstOrThrow',
  'findUnique',
  'findUniqueOrThrow',
  'findOne',
  'findOneOrFail',
  'findOneBy',
  'findOneByOrFail',
  'findBy',
  'findAll',
  'findByPk',
  'findById',
  'findAndCountAll',
  'findAndCount',
  'find',
  'query',
  '$queryRaw',
  '$queryRawUnsafe',
  'execute',
  'raw',
  'first',
];
/** Of models that code declares, and of nothing else. */
const OF_MODELS = new Set(['findAll', 'findByPk', 'findAndCountAll']);
/** Give the record back that they write. */
const WRITES = new Set(['create', 'update', 'upsert', 'findOneAndUpdate', 'findByIdAndUpdate', 'findOneAndReplace']);
/** `from` is one after a `select` that names no column. */
export const METHODS = new Set([...READS, ...WRITES, 'from', 'select']);
/** Names that many other things have too: they alone do not make a module worth a look. */
export const COMMON = new Set(['find', 'first', 'query', 'execute', 'raw', 'create', 'update', 'upsert', 'from', 'select']);
export const MANY =
  /^(findMany|findAll|findBy|find|findAndCountAll|findAndCount|query|execute|raw|from|select|\$queryRaw|\$queryRawUnsafe)$/;
/** Take the filter first, and options behind it. */
const FILTER_FIRST = /^(find|findOne|findById|findOneAndUpdate|findByIdAndUpdate|findOneAndReplace|create)$/;
/** Records that hold a secret beside whatever else they hold. */
const SECRETS =
  /^(web_?hooks?|(web_?hook_?)?endpoints?|api_?keys?|(personal_?)?access_?tokens?|oauth_?(clients?|apps?)|credentials?)$/i;
export const STAR = /\bselect\s+\*\s+from\s+["'`[]?(\w+)/i;

export interface Query {
  record: string;
  shape: ObjectType | null;
  /** The library is known, not only the look of the call. */
  isKnown: boolean;
  options: number;
  /** It gives the record back that it writes. */
  writes: boolean;
  isProjected: boolean;
  /** The member of the answer that holds the rows, where it is not they. */
  inside?: string;
}

export function queryAt(code: Code, fn: number, reader: Reader, call: number): Query | null {
  const method = methodOf(reader, call);
  const args = argumentsOf(reader, call);
  if (/^(query|execute|raw|\$queryRaw|\$queryRawUnsafe)$/.test(method)) return written(code, fn, call, args);
  if (method === 'from' && !selectsAll(reader, call)) return null;
  if (method === 'select') return ofTable(code, fn, reader, call, args) ?? ofBuilder(code, fn, reader, call, args);
  if (method === 'first') return ofBuilder(code, fn, reader, call, args);
  const name = code.calleeOf(fn, call);
  const path = name?.path ?? memberPath(code, fn, reader, call);
  const owner = method === 'from' ? (namesOf(code, fn, reader, args[0] ?? NONE).at(-1) ?? '') : recordOf(code, path.at(-2) ?? '');
  // Cheap first: a list has `find` as well, and what is looked up must be a record.
  const isLookUp = method === 'find' && !looksLikeQuery(reader, args);
  if (isLookUp && (args[0] === NONE || kindAt(reader, args[0]) === Kind.Closure)) return null;
  const options = args.find((arg) => arg !== NONE && kindAt(reader, arg) === Kind.Object) ?? NONE;
  const isTelling = code.classifier.owner(owner) === 'person' || (SECRETS.test(owner) && method === 'findMany');
  const frame = code.frames.of(fn);
  // `sequelize.define('Player', { … })`, tables of drizzle: the rows that the query gives say what they hold.
  const tellsRows = method === 'from' || path.at(-3) === 'query' || OF_MODELS.has(method);
  const ofPeople = (): boolean =>
    mayHoldPeople(code, owner) || (tellsRows && isAboutPeople(code, shapeOf(code, frame?.values[call] ?? null, owner)));
  if (!isTelling && !couldInclude(reader, options) && !ofPeople()) return null;
  const receiver = frame?.values[operandAt(reader, call, 0)];
  const library = receiver?.targets.find((target) => target.kind === 'library');
  const model = library?.kind === 'library' && library.value.model.kind === 'database' ? library.value.model.id : null;
  if (model === null && (isLookUp || COMMON.has(method) || !(isTelling && looksLikeQuery(reader, args)))) return null;
  // A method of the project is followed to the query in it.
  if (model === null && receiver && methodsOf(code.engine, receiver, method).length > 0) return null;
  return {
    record: owner || 'row',
    shape: shapeOf(code, frame?.values[call] ?? null, owner),
    isKnown: model !== null || modelOf(code, owner) !== null,
    options,
    writes: WRITES.has(method),
    isProjected: choosesColumns(code, fn, reader, args, method, model),
  };
}

/** `SELECT * FROM patients`. */
function written(code: Code, fn: number, call: number, [text]: number[]): Query | null {
  const constant = text === undefined ? undefined : code.constants.of(fn, text)[0]?.value;
  const table = typeof constant === 'string' ? STAR.exec(constant)?.[1] : undefined;
  if (table === undefined) return null;
  const shape = rowType(code.frames.of(fn)?.values[call] ?? null);
  return { record: table, shape, isKnown: true, options: NONE, writes: false, isProjected: false };
}

/** `supabase.from('members').select('*')`: all columns of a table that a text names. */
function ofTable(code: Code, fn: number, reader: Reader, call: number, args: number[]): Query | null {
  const from = operandAt(reader, call, 0);
  if (from === NONE || kindAt(reader, from) !== Kind.Call || methodOf(reader, from) !== 'from') return null;
  const table = textAt(reader, argumentsOf(reader, from)[0] ?? NONE);
  if (table === null || code.classifier.owner(table) !== 'person' || (args.length > 0 && textAt(reader, args[0]) !== '*'))
    return null;
  const isCount = args.length > 1 && entriesOf(reader, args[1]).some(({ name }) => name === 'head');
  const receiver = code.frames.of(fn)?.values[operandAt(reader, from, 0)];
  const isKnown = receiver?.targets.some((target) => target.kind === 'library' && target.value.model.kind === 'database');
  if (isCount || !isKnown) return null;
  return {
    record: table,
    shape: modelOf(code, table),
    isKnown: true,
    options: NONE,
    writes: false,
    isProjected: false,
    inside: 'data',
  };
}

/** `knex('members').where({ id }).first()`, `knex('members').select('*')`: all columns of a table that a text names. */
function ofBuilder(code: Code, fn: number, reader: Reader, call: number, args: number[]): Query | null {
  if (args.length > 0 && textAt(reader, args[0]) !== '*') return null;
  let from = operandAt(reader, call, 0);
  while (from !== NONE && kindAt(reader, from) === Kind.Call && operandAt(reader, from, 1) !== NONE) {
    if (CHOOSES.test(methodOf(reader, from))) return null;
    from = operandAt(reader, from, 0);
  }
  if (from === NONE || kindAt(reader, from) !== Kind.Call) return null;
  const table = textAt(reader, argumentsOf(reader, from)[0] ?? NONE);
  const frame = code.frames.of(fn);
  const builder = frame?.values[operandAt(reader, from, 0)]?.targets.find((target) => target.kind === 'library');
  if (table === null || builder?.kind !== 'library' || builder.value.model.id !== 'knex') return null;
  const shape = shapeOf(code, frame?.values[call] ?? null, table);
  if (code.classifier.owner(table) !== 'person' && !isAboutPeople(code, shape)) return null;
  return { record: table, shape, isKnown: true, options: NONE, writes: false, isProjected: false };
}
/** What a query gives instead of whole rows. */
const CHOOSES = /^(select|columns?|pluck|first|returning|insert|update|del|delete|count|countDistinct|sum|avg|min|max)$/;

/** `db.select().from(users)`. */
function selectsAll(reader: Reader, call: number): boolean {
  const on = operandAt(reader, call, 0);
  return (
    on !== NONE &&
    kindAt(reader, on) === Kind.Call &&
    /^select(Distinct)?$/.test(methodOf(reader, on)) &&
    argumentsOf(reader, on).length === 0
  );
}

/** "userRepository" gives users; `prisma.userCollection` gives what the schema calls a UserCollection. */
const recordOf = (code: Code, owner: string): string =>
  modelOf(code, owner) ? owner : owner.replace(/(?<=\w)_?(Repository|Repo|Dao|Model|Collection|Table)$/i, '') || owner;

function choosesColumns(code: Code, fn: number, reader: Reader, args: number[], method: string, model: string | null): boolean {
  const isFilterFirst = model === 'mongoose' && FILTER_FIRST.test(method);
  const isProjection = isFilterFirst && args.length > 1 && /^find(One|ById)?$/.test(method);
  if (isProjection && (textAt(reader, args[1]) !== null || marks(reader, args[1]))) return true;
  if (method === 'from') return false;
  // What is written is no choice of columns.
  const options = isFilterFirst ? args.slice(/Update|Replace/.test(method) ? 2 : 1) : args;
  return options.some((arg) => projects(code, fn, reader, arg));
}

/** `where: { id: session.user.id }`, `findById(req.user.id)`: the record of whoever asks. */
export function asksOneself(code: Code, fn: number, reader: Reader, call: number, options: number): boolean {
  const [first = NONE] = argumentsOf(reader, call);
  const isOwn = (value: number): boolean => value !== NONE && isNamedAfterOneself(namesOf(code, fn, reader, value));
  if (first !== NONE && kindAt(reader, first) !== Kind.Object) return isOwn(first);
  if (options === NONE) return false;
  const entries = entriesOf(reader, options);
  const where = entries.find(({ name }) => name === 'where')?.value ?? NONE;
  const wanted = where !== NONE && kindAt(reader, where) === Kind.Object ? entriesOf(reader, where) : entries;
  return wanted.some(({ name, value }) => /^(_?id|uid|email|user_?id)$/i.test(name) && isOwn(value));
}

/**
 * Whether a call writes records of people, by what it gives or by the schema of that name. What is only read along
 * (`include`) is not written, and a company has columns that a person has too.
 */
export function holdsPeople(code: Code, fn: number, call: number, owner: string): boolean {
  const shape = shapeOf(code, code.frames.of(fn)?.values[call] ?? null, owner);
  if (!shape) return false;
  const own = code.engine.personal.fields(shape).filter(({ path }) => !path.includes('.'));
  return (
    own.length > 1 && (code.classifier.owner(owner) !== 'other' || areOfSomebody(code.classifier, [...shape.members().keys()]))
  );
}

/** `prisma.profile`, `this.memberships`: a schema may say that its rows are about people. */
const mayHoldPeople = (code: Code, owner: string): boolean => isAboutPeople(code, modelOf(code, owner));

const isAboutPeople = (code: Code, type: ObjectType | null): boolean =>
  type !== null && code.engine.personal.fields(type).length > 1;

export const isSecretRecord = (code: Code, { record, shape }: Query): boolean =>
  SECRETS.test(record) &&
  (!shape ||
    [...shape.members().keys()].some((name) =>
      /^(credential|access-token)$/.test(code.classifier.name(name)?.category.id ?? ''),
    ));

/** What a row is declared to be: by the value the query gives, else by the schema's model of that name. */
function shapeOf(code: Code, value: Value | null, record: string): ObjectType | null {
  return rowType(value) ?? modelOf(code, record);
}

/** The declared shape of the rows that a query gives. */
function rowType(value: Value | null): ObjectType | null {
  const row = value ? (value.fields?.get('[]') ?? value) : null;
  const type = row?.type.kind === 'array' ? row.type.element : row?.type;
  return type?.kind === 'object' && type.members().size > 0 ? type : null;
}

const modelOf = (code: Code, name: string): ObjectType | null =>
  code.engine.schemas.models.get(name.charAt(0).toUpperCase() + name.slice(1)) ?? null;

/** The schema tells a relation's columns, and none of them is personal: a row that joins a person and a team. */
export const isBare = (code: Code, query: Query, relation: string): boolean =>
  Boolean(relatedTo(code, query, relation)) && columnsOf(code, query, relation).length === 0;

/** What a relation leads to: by the schema, or by the tables that code declares. */
function relatedTo(code: Code, { shape }: Query, relation: string): ObjectType | null {
  if (!shape) return null;
  const target = code.engine.schemas.relations.get(shape.name)?.get(relation);
  const type = shape.members().get(relation)?.type;
  const row = type?.kind === 'array' ? type.element : type;
  return target ? modelOf(code, target) : row?.kind === 'object' ? row : null;
}

/** Personal columns of the rows, or of a relation that comes with them. */
export function columnsOf(code: Code, query: Query, relation: string): Datum[] {
  const type = relation === '' ? query.shape : relatedTo(code, query, relation);
  if (!type) return [];
  const { record } = query;
  return code.engine.personal
    .fields(type)
    .filter((field) => !field.path.includes('.'))
    .map(({ path, category, trust }) =>
      datumOf(
        code.classifier,
        source({ category, words: path, datum: 'field', trust, fn: 0, ordinal: 0 }),
        path,
        `${record}.${path}`,
      ),
    )
    .filter((datum) => datum.identifies !== 'opaque');
}
