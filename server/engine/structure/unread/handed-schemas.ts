/** Schemas that a framework checks a request by: the handler beside them, or after them in the chain, gets what passed. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt } from '../../link/reader';
import { argumentsOf, callsOf, entriesOf, methodOf, type Code } from '../code';
import { closuresOf, parameterAt } from '../closures';
import type { Life } from '../life';
import { lifeOf } from '../lives';
import type { Uses } from '../uses';

/** Steps of a chain that take the schema, as `procedure.input(schema)`, and the names the handler finds the value under. */
const TAKES = /^(input|schema|inputSchema|validator|inputValidator)$/;
const HANDLES = /^(mutation|query|action|stateAction|handler)$/;
const BETWEEN = /^(output|outputSchema|meta|use|metadata|middleware|bindArgsSchemas)$/;
const UNDER = ['input', 'parsedInput', 'data'];
const ROUTES = /^(get|post|put|patch|delete|all|route)$/;

/** Lives of what passed the schema, where the call takes it for a handler that is in sight; null elsewhere. */
export function steppedLives(code: Code, uses: Uses, fn: number, call: number): Life[] | null {
  const reader = code.trail.reader(fn);
  const method = methodOf(reader, call);
  if (method === '' && /validator$/i.test(code.calleeOf(fn, call)?.path.at(-1) ?? '')) return validLives(code, uses, fn, call);
  return TAKES.test(method) ? chainLives(code, uses, fn, call, 4) : null;
}

function chainLives(code: Code, uses: Uses, fn: number, step: number, depth: number): Life[] | null {
  const reader = code.trail.reader(fn);
  const out: Life[] = [];
  for (const user of uses.of(fn, step)) {
    if (kindAt(reader, user) !== Kind.Call || operandAt(reader, user, 0) !== step || depth === 0) return null;
    const method = methodOf(reader, user);
    const found = HANDLES.test(method)
      ? UNDER.map((name) => handled(code, uses, fn, argumentsOf(reader, user), [name]))
      : BETWEEN.test(method)
        ? [chainLives(code, uses, fn, user, depth - 1)]
        : [null];
    if (found.includes(null)) return null;
    out.push(...found.flatMap((lives) => lives!));
  }
  return out.length > 0 ? out : null;
}

/** `app.post('/x', zValidator('json', schema), (c) => c.req.valid('json'))`. */
function validLives(code: Code, uses: Uses, fn: number, call: number): Life[] | null {
  const reader = code.trail.reader(fn);
  const out: Life[] = [];
  for (const user of uses.of(fn, call)) {
    if (kindAt(reader, user) !== Kind.Call || !ROUTES.test(methodOf(reader, user))) return null;
    for (const handler of argumentsOf(reader, user).flatMap((value) => (value === NONE ? [] : closuresOf(code, fn, value)))) {
      const own = code.trail.reader(handler);
      for (const inner of callsOf(own)) if (methodOf(own, inner) === 'valid') out.push(lifeOf(code, uses, handler, inner, false));
    }
  }
  return out.length > 0 ? out : null;
}

/**
 * `{ body: schema }` beside the handler of a route, also under `schema` or with the handler in the same object, and
 * `{ input: schema, handler }`.
 */
export function routeLives(code: Code, uses: Uses, fn: number, object: number, schema: number): Life[] | null {
  const reader = code.trail.reader(fn);
  const entries = entriesOf(reader, object);
  const entry = entries.find(({ value }) => value === schema);
  const handler = entries.find(({ name }) => name === 'handler');
  if (entry?.name === 'input' && handler) return handled(code, uses, fn, [handler.value], []);
  if (entry?.name !== 'body') return null;
  const out: Life[] = [];
  for (const user of uses.of(fn, object)) {
    const kind = kindAt(reader, user);
    if (kind === Kind.Object) {
      const around = entriesOf(reader, user);
      if (around.find(({ value }) => value === object)?.name !== 'schema') return null;
      const own = around.find(({ name }) => name === 'handler');
      for (const route of uses.of(fn, user)) {
        if (kindAt(reader, route) !== Kind.Call) return null;
        const found = handled(code, uses, fn, own ? [own.value] : argumentsOf(reader, route), ['body']);
        if (found === null) return null;
        out.push(...found);
      }
      continue;
    }
    if (kind !== Kind.Call || !ROUTES.test(methodOf(reader, user))) return null;
    const found = handled(code, uses, fn, argumentsOf(reader, user), ['body']);
    if (found === null) return null;
    out.push(...found);
  }
  return out.length > 0 ? out : null;
}

/** Lives of the first parameters of the handlers among the values, below the path; null when there is no handler. */
function handled(code: Code, uses: Uses, fn: number, values: readonly number[], path: readonly string[]): Life[] | null {
  const handlers = values.flatMap((value) => (value === NONE ? [] : closuresOf(code, fn, value)));
  if (handlers.length === 0) return null;
  return handlers.flatMap((handler) => {
    const parameter = parameterAt(code.trail.reader(handler), 0);
    return parameter === NONE ? [] : [lifeOf(code, uses, handler, parameter, false, path)];
  });
}
