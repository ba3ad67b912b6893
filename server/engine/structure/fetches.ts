/** Queries of records of people that choose no columns, and what becomes of the records. */
import { datumOf } from '../data';
import { source } from '../flow/labels';
import type { Value } from '../flow/values';
import type { ObjectType } from '../link/types';
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';
import type { Confidence, Datum } from '../rule';
import type { Fetch } from '../rule/structure';
import { argumentsOf, callsOf, entriesOf, memberPath, methodOf, textAt, type Code, type Topic } from './code';
import { couldInclude, includedIn, looksLikeQuery, projects } from './fetch-options';
import type { Life } from './life';
import { lifeOf } from './lives';
import { namesOf, ONESELF } from './share-secrets';
import type { Uses } from './uses';

const METHODS = new Set([
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
]);
const MANY = /^(findMany|findAll|findBy|find|findAndCountAll|findAndCount|query|execute|\$queryRaw|\$queryRawUnsafe)$/;
/** Code that fills or mends a database once, by hand. */
const ONCE = /(^|\/)(seeds?|seeders?|migrations?|scripts)\//;
/** Records that hold a secret beside whatever else they hold. */
const SECRETS =
  /^(web_?hooks?|(web_?hook_?)?endpoints?|api_?keys?|(personal_?)?access_?tokens?|oauth_?(clients?|apps?)|credentials?)$/i;
const STAR = /\bselect\s+\*\s+from\s+["'`[]?(\w+)/i;

const topic: Topic = (name) =>
  METHODS.has(name) && name !== 'find' && name !== 'query' && name !== 'execute' ? true : name.length < 300 && STAR.test(name);

const common: Topic = (name) => name === 'find';

const importsOneOf = ({ program }: Code, module: number, wanted: ReadonlySet<number>): boolean =>
  program.modules[module].imports.some((_, index) => {
    const target = program.imported(module, index);
    return target.kind !== 'external' && wanted.has(target.module);
  });

export function fetchesOf(code: Code, uses: Uses): Fetch[] {
  const out: Fetch[] = [];
  const databases = code.modulesImporting((specifier) =>
    /^(mongoose|typeorm|@nestjs\/mongoose|@nestjs\/typeorm|mongodb|pg|mysql2?|better-sqlite3|knex)(\/|$)/.test(specifier),
  );
  // `User.find()` of a model that another file declares.
  const declaring = new Set(databases);
  const finding = code.modulesWith(common).filter((module) => importsOneOf(code, module, declaring));
  for (const module of [...new Set([...code.modulesWith(topic), ...databases, ...finding])].sort((a, b) => a - b)) {
    if (ONCE.test(code.program.modules[module].path)) continue;
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) {
        if (!METHODS.has(methodOf(reader, call))) continue;
        const found = fetchAt(code, uses, fn, reader, call);
        if (found) out.push(found);
      }
    }
  }
  return out;
}

interface Query {
  record: string;
  shape: ObjectType | null;
  /** The library is known, not only the look of the call. */
  isKnown: boolean;
  options: number;
}

function fetchAt(code: Code, uses: Uses, fn: number, reader: Reader, call: number): Fetch | null {
  const query = queryAt(code, fn, reader, call);
  if (!query) return null;
  const args = argumentsOf(reader, call);
  const isProjected =
    args.some((arg) => projects(code, fn, reader, arg)) ||
    (/^find(One|ById)?$/.test(methodOf(reader, call)) && args.length > 1 && textAt(reader, args[1]) !== null);
  const relations = includedIn(code, fn, query.options);
  const isPerson = code.classifier.owner(query.record) === 'person';
  const columns = isProjected ? [] : columnsOf(code, query, '');
  const related = relations.flatMap((relation) => columnsOf(code, query, relation));
  const people = relations.filter((relation) => code.classifier.owner(relation) === 'person' && !isBare(code, query, relation));
  const included = (isProjected || !(isPerson || columns.length > 1)) && people.length > 0;
  // What a schema tells counts; without one the name of the records does.
  const isUntold = columns.length === 0 && !hasShape(query);
  const secret =
    SECRETS.test(query.record) && (!query.shape || [...query.shape.members().keys()].some((name) => isSecret(code, name)));
  if (!included && (isProjected || !(columns.length > 1 || secret || (isPerson && isUntold)))) return null;
  if (included && isProjected) return null;
  const life = lifeOf(code, uses, fn, call, MANY.test(methodOf(reader, call)));
  if (life.changed || life.narrowed) return null;
  const words = memberPath(code, fn, reader, call).join('.');
  return {
    ...code.seen({ fn, ordinal: call }, words),
    record: included ? people[0] : query.record,
    columns: included ? related : columns,
    read: [...life.read].sort(),
    leaves: leavingOf(life),
    included,
    own: !included && asksOneself(code, fn, query.options),
    secret,
    confidence: confidenceOf(query, columns.length > 0 || related.length > 0),
  };
}

/** `where: { id: session.user.id }`: the record of whoever asks. */
function asksOneself(code: Code, fn: number, options: number): boolean {
  const reader = code.trail.reader(fn);
  const where = options === NONE ? undefined : entriesOf(reader, options).find(({ name }) => name === 'where');
  if (!where || where.value === NONE || kindAt(reader, where.value) !== Kind.Object) return false;
  return entriesOf(reader, where.value).some(
    ({ name, value }) =>
      /^(id|uid|email|user_?id)$/i.test(name) &&
      value !== NONE &&
      namesOf(code, fn, reader, value).some((each) => ONESELF.test(each)),
  );
}

const isSecret = (code: Code, name: string): boolean =>
  /^(credential|access-token)$/.test(code.classifier.name(name)?.category.id ?? '');

const confidenceOf = (query: Query, hasColumns: boolean): Confidence => (query.isKnown && hasColumns ? 'high' : 'medium');

/** An answer to a request says more than a use that cannot be followed, and that more than a caller who cannot be seen. */
function leavingOf(life: Life): Fetch['leaves'] {
  for (const to of ['response', 'elsewhere', 'caller'] as const) {
    const at = life.leaves.get(to);
    if (at) return { to, at };
  }
  return null;
}

function queryAt(code: Code, fn: number, reader: Reader, call: number): Query | null {
  const method = methodOf(reader, call);
  const args = argumentsOf(reader, call);
  if (/^(query|execute|\$queryRaw|\$queryRawUnsafe)$/.test(method)) {
    const [text] = args;
    const constant = text === undefined ? undefined : code.constants.of(fn, text)[0]?.value;
    const table = typeof constant === 'string' ? STAR.exec(constant)?.[1] : undefined;
    return table === undefined ? null : { record: table, shape: null, isKnown: true, options: NONE };
  }
  const name = code.calleeOf(fn, call);
  const path = name?.path ?? memberPath(code, fn, reader, call);
  const owner = path.at(-2) ?? '';
  // Cheap first: a list has `find` as well, and what is looked up must be a record.
  if (method === 'find' && !looksLikeQuery(reader, args)) return null;
  const options = args.find((arg) => arg !== NONE && kindAt(reader, arg) === Kind.Object) ?? NONE;
  const isTelling = code.classifier.owner(owner) === 'person' || (SECRETS.test(owner) && method === 'findMany');
  if (!isTelling && !couldInclude(reader, options) && !mayHoldPeople(code, owner)) return null;
  const frame = code.frames.of(fn);
  const receiver = frame?.values[operandAt(reader, call, 0)];
  const library = receiver?.targets.find((target) => target.kind === 'library');
  const isKnown = library?.kind === 'library' && library.value.model.kind === 'database';
  if (!isKnown && !(isTelling && looksLikeQuery(reader, args))) return null;
  return {
    record: owner,
    shape: shapeOf(code, frame?.values[call] ?? null, owner),
    isKnown: isKnown || modelOf(code, owner) !== null,
    options,
  };
}

/** `prisma.profile`, `this.memberships`: a schema may say that its rows are about people. */
const mayHoldPeople = (code: Code, owner: string): boolean => {
  const type = modelOf(code, owner);
  return type !== null && code.engine.personal.fields(type).length > 1;
};

const hasShape = (query: Query): boolean => query.shape !== null;

/** What a row is declared to be: by the value the query gives, else by the schema's model of that name. */
function shapeOf(code: Code, value: Value | null, record: string): ObjectType | null {
  const row = value ? (value.fields?.get('[]') ?? value) : null;
  const type = row?.type.kind === 'array' ? row.type.element : row?.type;
  return type?.kind === 'object' && type.members().size > 0 ? type : modelOf(code, record);
}

const modelOf = (code: Code, name: string): ObjectType | null =>
  code.engine.schemas.models.get(name.charAt(0).toUpperCase() + name.slice(1)) ?? null;

/** The schema tells a relation's columns, and none of them is personal: a row that joins a person and a team. */
const isBare = (code: Code, query: Query, relation: string): boolean => {
  const target = query.shape && code.engine.schemas.relations.get(query.shape.name)?.get(relation);
  return Boolean(target && modelOf(code, target)) && columnsOf(code, query, relation).length === 0;
};

/** Personal columns of the rows, or of a relation that comes with them. */
function columnsOf(code: Code, { shape, record }: Query, relation: string): Datum[] {
  if (!shape) return [];
  const target = relation === '' ? null : code.engine.schemas.relations.get(shape.name)?.get(relation);
  const type = relation === '' ? shape : target ? modelOf(code, target) : null;
  if (!type) return [];
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
