/** What becomes of a value in calls and components: methods of lists, copies, questions, functions of the project. */
import { NONE } from '../ir';
import { operandAt, type Reader } from '../link/reader';
import { isAnswer } from './answers';
import { closuresOf, parameterAt } from './closures';
import { argumentsOf, functionOf, methodOf, type Code } from './code';
import { leave, type Life, type Point } from './life';
import { attributesOf } from './markup';

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
const FILTERS =
  /^(eq|neq|in|is|gt|gte|lt|lte|like|ilike|or|not|match|filter|order|limit|range|single|maybeSingle|contains|overlaps|textSearch|returns|throwOnError)$/;
const FIRST = /^(find|findLast|at|shift|pop|first|last|single|maybeSingle|executeTakeFirst|executeTakeFirstOrThrow|get)$/;
const CHANGES =
  /^(save|update|remove|destroy|delete|deleteOne|updateOne|set|reload|increment|decrement|push|restore|softRemove|merge|assign|setDataValue|changed)$/;
const ASKS_ONLY =
  /^(Boolean|isArray|isNil|isEmpty|invariant|assert|ok|expect|notFound|isNull|isUndefined|includes|indexOf|some|has)$/;
const PARSES =
  /^(parse|parseAsync|safeParse|safeParseAsync|plainToInstance|plainToClass|instanceToPlain|pick|omit|pickBy|omitBy|exclude|excludeFields|sanitize|serializeUser|toPublic\w*|toDto|toDTO|present\w*|mask\w*|redact\w*|strip\w*)$/;
const COPIES =
  /^(resolve|structuredClone|assign|cloneDeep|clone|freeze|from|all|allSettled|race|cache|memo|useMemo|serialize|stringify|String|json|deserialize)$/;

export function called(code: Code, life: Life, point: Point, reader: Reader, call: number): Point[] {
  const { fn, ordinal, inside } = point;
  const method = methodOf(reader, call);
  const args = argumentsOf(reader, call);
  const on = (change: Partial<Point> = {}): Point[] => [{ ...point, ordinal: call, ...change }];
  if (operandAt(reader, call, 0) === ordinal && !args.includes(ordinal)) {
    if (method === '') return [];
    // Filters of a query whose rows lie under "data".
    if (inside[0] === 'data' && FILTERS.test(method)) return on(FIRST.test(method) ? { list: false } : {});
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
      // What is saved comes back.
      return method === 'save' ? on() : [];
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
  if (method === 'save') {
    life.changed = true;
    return on();
  }
  if (COPIES.test(last) && last !== 'stringify') return on();
  // A schema lets through what it names.
  if (PARSES.test(last) && !/^(JSON|superjson|qs)$/.test(name?.path.at(-2) ?? '')) {
    life.narrowed = true;
    return [];
  }
  const position = args.indexOf(ordinal);
  const targets = method === '' ? closuresOf(code, fn, operandAt(reader, call, 0)) : code.frames.callees(fn, call);
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
export function shown(code: Code, life: Life, point: Point, reader: Reader, element: number): Point[] {
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
