/** Queries of records of people that choose no columns, and what becomes of the records. */
import type { Reader } from '../../link/reader';
import type { Confidence } from '../../rule';
import type { Fetch } from '../../rule/structure';
import { callsOf, memberPath, methodOf, type Code, type Topic } from '../code';
import { includedIn } from './fetch-options';
import { asksOneself, columnsOf, COMMON, isBare, isSecretRecord, MANY, METHODS, queryAt, STAR, type Query } from './fetch-query';
import type { Life } from '../life';
import { lifeOf } from '../lives';
import type { Uses } from '../uses';

/** Code that fills or mends a database once, by hand. */
const ONCE = /(^|\/)(seeds?|seeders?|migrations?|scripts)\//;

const topic: Topic = (name) => (METHODS.has(name) && !COMMON.has(name) ? true : name.length < 300 && STAR.test(name));

const common: Topic = (name) => name === 'find' || name === 'create' || name === 'from';

const importsOneOf = ({ program }: Code, module: number, wanted: ReadonlySet<number>): boolean =>
  program.modules[module].imports.some((_, index) => {
    const target = program.imported(module, index);
    return target.kind !== 'external' && wanted.has(target.module);
  });

export function fetchesOf(code: Code, uses: Uses): Fetch[] {
  const out: Fetch[] = [];
  const databases = code.modulesImporting((specifier) =>
    /^(mongoose|typeorm|@nestjs\/mongoose|@nestjs\/typeorm|drizzle-orm|mongodb|pg|mysql2?|better-sqlite3|knex|@supabase\/(supabase-js|ssr))(\/|$)/.test(
      specifier,
    ),
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

function fetchAt(code: Code, uses: Uses, fn: number, reader: Reader, call: number): Fetch | null {
  const query = queryAt(code, fn, reader, call);
  if (!query) return null;
  const { isProjected } = query;
  const relations = includedIn(code, fn, query.options);
  const isPerson = code.classifier.owner(query.record) === 'person';
  const columns = isProjected ? [] : columnsOf(code, query, '');
  const related = relations.flatMap((relation) => columnsOf(code, query, relation));
  const people = relations.filter((relation) => code.classifier.owner(relation) === 'person' && !isBare(code, query, relation));
  const included = (isProjected || !(isPerson || columns.length > 1)) && people.length > 0;
  // What a schema tells counts; without one the name of the records does.
  const isUntold = columns.length === 0 && query.shape === null;
  const secret = isSecretRecord(code, query);
  if (!included && (isProjected || !(columns.length > 1 || secret || (isPerson && isUntold)))) return null;
  if (included && isProjected) return null;
  const method = methodOf(reader, call);
  const inside = query.inside === undefined ? [] : [query.inside];
  const life = lifeOf(code, uses, fn, call, MANY.test(method), inside, included ? people[0] : '');
  // A record that is changed and saved has to be loaded whole; it need not be answered whole.
  if (life.narrowed || ((life.changed || query.writes) && !life.leaves.has('response'))) return null;
  const words = memberPath(code, fn, reader, call).join('.');
  return {
    ...code.seen({ fn, ordinal: call }, words),
    record: included ? people[0] : query.record,
    columns: included ? related : columns,
    read: [...life.read].sort(),
    leaves: leavingOf(life),
    included,
    own: !included && asksOneself(code, fn, reader, call, query.options),
    secret,
    written: query.writes || life.changed,
    gives: query.writes,
    confidence: confidenceOf(query, columns.length > 0 || related.length > 0),
  };
}

const confidenceOf = (query: Query, hasColumns: boolean): Confidence => (query.isKnown && hasColumns ? 'high' : 'medium');

/** An answer to a request says more than a use that cannot be followed, and that more than a caller who cannot be seen. */
function leavingOf(life: Life): Fetch['leaves'] {
  for (const to of ['response', 'elsewhere', 'caller'] as const) {
    const at = life.leaves.get(to);
    if (at) return { to, at };
  }
  return null;
}
