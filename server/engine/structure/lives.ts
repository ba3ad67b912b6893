/**
 * What becomes of a value: which of its members are read, across variables, calls, callbacks and components, and where it
 * leaves as a whole. Nothing is guessed: what the walk cannot follow counts as leaving.
 */
import { Flag, Kind, NONE } from '../ir';
import { isNull } from '../link/operands';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import { entriesOf, slotOf, textAt, type Code } from './code';
import { leave, type Life, type Point } from './life';
import { called, shown } from './life-calls';
import { returned } from './life-results';
import type { Uses } from './uses';

const POINTS = 400;
const WRAPPERS = /^(rows|docs|data|items|results|records|edges|node|dataValues|_doc|recordset)$/;

/**
 * @param inside members under which the value lies in the one given, outermost first
 * @param relation the member of the value that is asked about, where it is not the whole
 */
export function lifeOf(
  code: Code,
  uses: Uses,
  fn: number,
  ordinal: number,
  list: boolean,
  inside: readonly string[] = [],
  relation = '',
): Life {
  const life: Life = { read: new Set(), leaves: new Map(), changed: false, narrowed: false, relation };
  const queue: Point[] = [{ fn, ordinal, inside, list }];
  const seen = new Set<string>();
  for (let at = 0; at < queue.length; at++) {
    const point = queue[at];
    const key = `${point.fn}:${point.ordinal}:${point.inside.join('.')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (at > POINTS) {
      leave(life, code, point, point.ordinal, 'elsewhere');
      break;
    }
    for (const user of uses.of(point.fn, point.ordinal)) queue.push(...next(code, uses, life, point, user));
  }
  return life;
}

function next(code: Code, uses: Uses, life: Life, point: Point, user: number): Point[] {
  const { fn, ordinal, inside } = point;
  const reader = code.trail.reader(fn);
  const names = reader.module.names;
  const on = (at: number, change: Partial<Point> = {}): Point[] => [{ ...point, ordinal: at, ...change }];
  switch (kindAt(reader, user)) {
    case Kind.Await:
    case Kind.Cast:
    case Kind.Otherwise:
    case Kind.Phi:
      return on(user);
    case Kind.Store: {
      const { owner, slot } = slotOf(code.program, fn, reader, user);
      return uses.loads(owner, slot).map((load) => ({ ...point, ...load }));
    }
    case Kind.Get:
      return got(code, life, point, reader, user);
    case Kind.Rest:
      if (inside.length === 0 && !(flagsAt(reader, user) & Flag.Array)) life.narrowed = true;
      return on(user);
    case Kind.Iter:
      return flagsAt(reader, user) & Flag.In
        ? leave(life, code, point, user, 'elsewhere')
        : inside.length > 0
          ? on(user, { inside: inside.slice(1) })
          : on(user, { list: false });
    case Kind.Object: {
      const out: Point[] = [];
      for (const entry of entriesOf(reader, user)) {
        if (entry.value !== ordinal) continue;
        if (entry.name === '...' && inside.length === 0 && isReplaced(reader, user, life.relation)) return [];
        out.push(...on(user, { inside: entry.name === '...' ? inside : [entry.name, ...inside] }));
      }
      return out.length > 0 ? out : leave(life, code, point, user, 'elsewhere');
    }
    case Kind.Array: {
      const out: Point[] = [];
      for (let n = 0, index = 0; n + 1 < reader.module.code[reader.module.at[reader.first + user]] >>> 16; n += 2, index++) {
        if (operandAt(reader, user, n + 1) !== ordinal) continue;
        out.push(...on(user, operandAt(reader, user, n) === 1 ? {} : { inside: [String(index), ...inside] }));
      }
      return out;
    }
    case Kind.Call:
      return called(code, life, point, reader, user);
    case Kind.Element:
      return shown(code, life, point, reader, user);
    case Kind.Return:
      return returned(code, uses, life, point);
    case Kind.Set: {
      if (operandAt(reader, user, 0) === ordinal) {
        if (inside.length === 0) life.changed = true;
        // `delete copy.password`, `user.password = undefined`: taken away before it goes on.
        if (inside.length === 0 && (flagsAt(reader, user) & Flag.Delete || isNull(reader, operandAt(reader, user, 2))))
          life.narrowed = true;
        return [];
      }
      const isBody = !(flagsAt(reader, user) & Flag.Computed) && names[operandAt(reader, user, 1)] === 'body';
      return leave(life, code, point, user, isBody ? 'response' : 'elsewhere');
    }
    case Kind.Binary:
      return operandAt(reader, user, 0) < 10 ? [] : leave(life, code, point, user, 'elsewhere');
    case Kind.Template:
    case Kind.Throw:
    case Kind.Opaque:
      return leave(life, code, point, user, 'elsewhere');
    default:
      return [];
  }
}

/** `{ ...review, user: toPublic(review.user) }`: something else is put where the relation was. */
const isReplaced = (reader: Reader, object: number, relation: string): boolean =>
  entriesOf(reader, object).some(
    ({ name, value }) => relation !== '' && name === relation && value !== NONE && kindAt(reader, value) !== Kind.Get,
  );

function got(code: Code, life: Life, point: Point, reader: Reader, user: number): Point[] {
  const { inside, ordinal, list } = point;
  const on = (change: Partial<Point> = {}): Point[] => [{ ...point, ordinal: user, ...change }];
  if (flagsAt(reader, user) & Flag.Computed) {
    if (operandAt(reader, user, 0) !== ordinal) return [];
    const key = operandAt(reader, user, 1);
    const text = textAt(reader, key);
    if (inside.length > 0) return on({ inside: inside.slice(1) });
    if (list) return on({ list: false });
    if (text === null) return leave(life, code, point, user, 'elsewhere');
    life.read.add(text);
    return [];
  }
  const name = reader.module.names[operandAt(reader, user, 1)];
  if (inside.length > 0) return name === inside[0] ? on({ inside: inside.slice(1) }) : [];
  if (/^\d+$/.test(name)) return on({ list: false });
  if (/^(length|size|count|rowCount|total|error|status)$/.test(name)) return [];
  if (WRAPPERS.test(name) && (list || /^(rows|dataValues|_doc)$/.test(name))) return on();
  // A method that is called stands in the call itself; a member that is read is a column.
  life.read.add(name);
  return [];
}
