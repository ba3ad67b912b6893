/**
 * What becomes of a value: which of its members are read, across variables, calls, callbacks and components, and where it
 * leaves as a whole. Nothing is guessed: what the walk cannot follow counts as leaving.
 */
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import type { Place } from '../rule';
import { answersIn, isAnswer } from './answers';
import { argumentsOf, entriesOf, functionOf, methodOf, slotOf, textAt, type Code } from './code';
import { attributesOf } from './markup';
import { extentOf } from '../places';
import type { Uses } from './uses';

export interface Life {
  /** Members read from the value (from its elements, for a list). */
  read: Set<string>;
  /** Places where it leaves as a whole, by where to. */
  leaves: Map<'response' | 'caller' | 'elsewhere', Place>;
  /** Assigned to, saved, or asked to change itself. */
  changed: boolean;
  /** Columns were chosen, or some were taken away, after it was made. */
  narrowed: boolean;
}

interface Point {
  fn: number;
  ordinal: number;
  /** Members under which the value lies in this one, outermost first. */
  inside: readonly string[];
  /** Still a list of the records. */
  list: boolean;
}

const POINTS = 400;
const WRAPPERS = /^(rows|docs|data|items|results|records|edges|node|dataValues|_doc|recordset)$/;
/** Callback of a list method: which of its parameters is an element. */
const ELEMENT: Record<string, number> = {
  map: 0,
  forEach: 0,
  filter: 0,
  find: 0,
  findLast: 0,
  some: 0,
  every: 0,
  flatMap: 0,
  findIndex: 0,
  reduce: 1,
  sort: 0,
  toSorted: 0,
  groupBy: 0,
  keyBy: 0,
  sortBy: 0,
};
const SAME =
  /^(filter|sort|toSorted|slice|reverse|toReversed|concat|flat|splice|lean|exec|toArray|all|execute|orFail|populate|limit|skip|where|order|orderBy|toObject|toJSON|unwrap|values|clone|session|paginate|catch|finally|returning|with|leftJoin|innerJoin)$/;
const FIRST = /^(find|findLast|at|shift|pop|first|last|single|maybeSingle|executeTakeFirst|executeTakeFirstOrThrow|get)$/;
const CHANGES =
  /^(save|update|remove|destroy|delete|deleteOne|updateOne|set|reload|increment|decrement|push|restore|softRemove|merge|assign|setDataValue|changed)$/;
const ASKS_ONLY =
  /^(Boolean|isArray|isNil|isEmpty|invariant|assert|ok|expect|notFound|isNull|isUndefined|includes|indexOf|some|has)$/;
const PARSES =
  /^(parse|parseAsync|safeParse|safeParseAsync|plainToInstance|plainToClass|instanceToPlain|pick|omit|pickBy|omitBy|exclude|excludeFields|sanitize|serializeUser|toPublic\w*|toDto|toDTO|present\w*|mask\w*|redact\w*|strip\w*)$/;
const COPIES =
  /^(resolve|structuredClone|assign|cloneDeep|clone|freeze|from|all|allSettled|race|cache|memo|useMemo|serialize|stringify|String|json|deserialize)$/;

/** @param inside members under which the value lies in the one given, outermost first */
export function lifeOf(code: Code, uses: Uses, fn: number, ordinal: number, list: boolean, inside: readonly string[] = []): Life {
  const life: Life = { read: new Set(), leaves: new Map(), changed: false, narrowed: false };
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

function leave(life: Life, code: Code, point: Point, user: number, to: 'response' | 'caller' | 'elsewhere'): Point[] {
  if (!life.leaves.has(to)) life.leaves.set(to, extentOf(code.program, point.fn, user));
  return [];
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
      return called(code, uses, life, point, reader, user);
    case Kind.Element:
      return shown(code, life, point, reader, user);
    case Kind.Return:
      return returned(code, uses, life, point);
    case Kind.Set: {
      if (operandAt(reader, user, 0) === ordinal) {
        if (inside.length === 0) life.changed = true;
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

function called(code: Code, uses: Uses, life: Life, point: Point, reader: Reader, call: number): Point[] {
  const { fn, ordinal, inside } = point;
  const method = methodOf(reader, call);
  const args = argumentsOf(reader, call);
  const on = (change: Partial<Point> = {}): Point[] => [{ ...point, ordinal: call, ...change }];
  if (operandAt(reader, call, 0) === ordinal && !args.includes(ordinal)) {
    if (method === '') return [];
    if (inside.length > 0 && !/^\d+$/.test(inside[0])) return method === 'then' ? callback(code, point, args, 0) : [];
    if (method === 'then') return [...callback(code, point, args, 0)];
    if (Object.hasOwn(ELEMENT, method)) {
      const element = { ...point, list: false, inside: inside.slice(1) };
      const kept = SAME.test(method) ? on() : FIRST.test(method) ? on({ list: false, inside: inside.slice(1) }) : [];
      return [...callback(code, element, args, ELEMENT[method]), ...kept];
    }
    if (/^(select|project|projection|omit|pick)$/.test(method)) {
      life.narrowed = true;
      return [];
    }
    if (FIRST.test(method) && (point.list || method !== 'get')) return on({ list: false });
    if (SAME.test(method)) return on();
    if (CHANGES.test(method)) {
      life.changed = true;
      return [];
    }
    return ASKS_ONLY.test(method) || point.list
      ? ASKS_ONLY.test(method)
        ? []
        : leave(life, code, point, call, 'elsewhere')
      : leave(life, code, point, call, 'elsewhere');
  }
  const name = code.calleeOf(fn, call);
  const last = method || (name?.path.at(-1) ?? '');
  if (isAnswer(name, method)) return leave(life, code, point, call, 'response');
  if (ASKS_ONLY.test(last)) return [];
  if (COPIES.test(last) && last !== 'stringify') return on();
  // A schema lets through what it names.
  if (PARSES.test(last) && !/^(JSON|superjson|qs)$/.test(name?.path.at(-2) ?? '')) {
    life.narrowed = true;
    return [];
  }
  const position = args.indexOf(ordinal);
  const targets = method === '' ? closuresOf(code, fn, operandAt(reader, call, 0)) : [];
  if (targets.length === 0 || (operandAt(reader, call, 3) !== 0 && operandAt(reader, call, 3) !== NONE))
    return leave(life, code, point, call, 'elsewhere');
  const out: Point[] = [];
  for (const target of targets) {
    const parameter = parameterAt(code.trail.reader(target), position);
    if (parameter === NONE || functionOf(code.program, target).parameters[position]?.rest)
      return leave(life, code, point, call, 'elsewhere');
    out.push({ ...point, fn: target, ordinal: parameter });
  }
  return out;
}

/** Functions a callee leads to without types: variables, imports. */
export function closuresOf(code: Code, fn: number, callee: number): number[] {
  return code.trail
    .origins(fn, callee)
    .filter((origin) => origin.path.length === 0 && kindAt(code.trail.reader(origin.fn), origin.ordinal) === Kind.Closure)
    .map(
      (origin) =>
        code.program.base[code.program.moduleOf[origin.fn]] + operandAt(code.trail.reader(origin.fn), origin.ordinal, 0),
    );
}

export function parameterAt(reader: Reader, position: number): number {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Param && operandAt(reader, i, 0) === position) return i;
  return NONE;
}

function callback(code: Code, point: Point, args: number[], position: number): Point[] {
  return args.slice(0, 1).flatMap((arg) =>
    arg === NONE
      ? []
      : closuresOf(code, point.fn, arg).flatMap((target) => {
          const parameter = parameterAt(code.trail.reader(target), position);
          return parameter === NONE ? [] : [{ ...point, fn: target, ordinal: parameter }];
        }),
  );
}

/** A component of the project gets the value as one of its props. */
function shown(code: Code, life: Life, point: Point, reader: Reader, element: number): Point[] {
  const { fn, ordinal, inside } = point;
  const attributes = attributesOf(reader, element).filter((each) => each.value === ordinal);
  const tag = operandAt(reader, element, 1);
  if (attributes.length === 0) return [];
  const targets = tag === NONE ? [] : closuresOf(code, fn, tag);
  if (targets.length === 0) return leave(life, code, point, element, 'elsewhere');
  return targets.flatMap((target) => {
    const parameter = parameterAt(code.trail.reader(target), 0);
    if (parameter === NONE) return [];
    return attributes.map(({ name }) => ({
      ...point,
      fn: target,
      ordinal: parameter,
      inside: name === '...' ? inside : [name, ...inside],
    }));
  });
}

/** The value of a call of this function, at every call that can be seen. */
function returned(code: Code, uses: Uses, life: Life, point: Point): Point[] {
  const { fn } = point;
  if (answersIn(code, uses, fn)) return leave(life, code, point, point.ordinal, 'response');
  const out: Point[] = [];
  const made = uses.made(fn);
  const results = made ? resultsOf(code, uses, made.fn, made.ordinal, 4) : null;
  if (results) for (const result of results) out.push({ ...point, ...result, list: point.list || result.list === true });
  for (const site of code.engine.calls.get(fn) ?? []) {
    if (
      kindAt(code.trail.reader(site.fn), site.ordinal) === Kind.Call &&
      methodOf(code.trail.reader(site.fn), site.ordinal) !== 'then'
    )
      out.push({ ...point, ...site });
  }
  if (results === null) return [...out, ...leave(life, code, point, point.ordinal, 'elsewhere')];
  return out.length > 0 ? out : leave(life, code, point, point.ordinal, isOut(code, fn) ? 'caller' : 'elsewhere');
}

/** Exported, or a method of a class: somebody whom we cannot see may call it. */
function isOut(code: Code, fn: number): boolean {
  const own = functionOf(code.program, fn);
  const { exports } = code.program.modules[code.program.moduleOf[fn]];
  return own.exported || own.class !== NONE || exports.some((entry) => entry.name === own.name);
}

/** Calls of a function value; null when it goes where calls cannot be seen. */
function resultsOf(
  code: Code,
  uses: Uses,
  fn: number,
  ordinal: number,
  depth: number,
): { fn: number; ordinal: number; list?: boolean }[] | null {
  if (depth === 0) return null;
  const out: { fn: number; ordinal: number; list?: boolean }[] = [];
  for (const user of uses.of(fn, ordinal)) {
    const reader = code.trail.reader(fn);
    const kind = kindAt(reader, user);
    if (kind === Kind.Call && operandAt(reader, user, 0) === ordinal) {
      out.push({ fn, ordinal: user });
      continue;
    }
    if (kind === Kind.Call) {
      const last = methodOf(reader, user) || (code.calleeOf(fn, user)?.path.at(-1) ?? '');
      if (/^(map|flatMap)$/.test(last)) out.push({ fn, ordinal: user, list: true });
      else if (
        /^(then|useMemo|run|\$transaction|transaction|unstable_cache|cache|reactCache|withCache|useCallback|Promise)$/.test(last)
      ) {
        if (/^(cache|unstable_cache|reactCache|withCache|useCallback)$/.test(last)) {
          const inner = resultsOf(code, uses, fn, user, depth - 1);
          if (inner === null) return null;
          out.push(...inner);
        } else out.push({ fn, ordinal: user });
      } else if (!/^(filter|find|some|every|sort|forEach|reduce|useEffect|setTimeout)$/.test(last)) return null;
      continue;
    }
    if (kind !== Kind.Store && kind !== Kind.Cast) return null;
    const places = kind === Kind.Cast ? [{ fn, ordinal: user }] : loadsOf(code, uses, fn, reader, user);
    for (const place of places) {
      const inner = resultsOf(code, uses, place.fn, place.ordinal, depth - 1);
      if (inner === null) return null;
      out.push(...inner);
    }
  }
  return out;
}

function loadsOf(code: Code, uses: Uses, fn: number, reader: Reader, store: number): readonly { fn: number; ordinal: number }[] {
  const { owner, slot } = slotOf(code.program, fn, reader, store);
  return uses.loads(owner, slot);
}
