/** What goes back over the network to whoever asked: calls that answer, and functions whose result is the answer. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt } from '../link/reader';
import { argumentsOf, entriesOf, functionOf, methodOf, textAt, type Code, type Name, type Spot } from './code';
import type { Uses } from './uses';

const RESPONSES = /^(res|response|reply|resp|ctx|c|context|h|_res|httpRes|NextResponse|Response|HttpResponse|responses)$/;

/** `res.json(x)`, `res.status(200).send(x)`, `NextResponse.json(x)`, `c.json(x)`, `reply.send(x)`. */
export function isAnswer(name: Name | null, method: string): boolean {
  if (!/^(json|send|jsonp|render|end|body|ok|created|success)$/.test(method)) {
    return (
      method === '' &&
      /^(json|defer|successResponse|jsonResponse|sendResponse|sendJson)$/.test(name?.path.at(-1) ?? '') &&
      /remix|react-router|svelte|express/.test(name?.specifier ?? '')
    );
  }
  if (name === null) return method === 'json' || method === 'send';
  return name.path.slice(0, -1).some((each) => RESPONSES.test(each));
}

const ROUTES = /^(GET|POST|PUT|PATCH|DELETE|loader|action|getServerSideProps|getStaticProps|clientLoader)$/;
/** Files whose `load` gives a page of SvelteKit its data; `load = (() => …) satisfies PageServerLoad` has no name of its own. */
const LOADING = /\+(page|layout)\.server\.[jt]s$/;
const PROCEDURES =
  /^(query|mutation|subscription|handler|action|serverAction|resolve|defineEventHandler|eventHandler|cachedEventHandler|createServerFn)$/;
const BUILDERS = /Procedure|procedure|Action|action|Client|router|t\b|createServerFn|builder/;
/** Resolvers of GraphQL are left out: what a query names is what the answer carries. */
const DECORATORS = /^(Get|Post|Put|Patch|Delete|All)$/;
/** `@TypedRoute.Get()` of Nestia writes out only what the declared result names (nestia.io/docs, from memory, 2026-11). */
const BY_TYPE = 'TypedRoute';

/** `@ZodSerializerDto(MemberDto)`, `@Serialize(MemberDto)`: the answer holds what the class or the schema named there has. */
const WRITTEN_BY = /seriali[sz]e|^ZodResponse$/i;

/** The result of the function is sent to whoever asked. */
export function answersIn(code: Code, uses: Uses, fn: number): boolean {
  const own = functionOf(code.program, fn);
  const module = code.program.modules[code.program.moduleOf[fn]];
  if (own.class !== NONE) return isHandler(code, fn);
  const isExported = own.parent === 0 && (own.exported || module.exports.some((entry) => entry.name === own.name));
  if (isExported && (ROUTES.test(own.name) || (/^(load)?$/.test(own.name) && LOADING.test(module.path)))) return true;
  if (isExported && own.async && startsWith(code, code.program.base[code.program.moduleOf[fn]], 'use server')) return true;
  if (startsWith(code, fn, 'use server')) return true;
  const made = uses.made(fn);
  if (!made) return false;
  const reader = code.trail.reader(made.fn);
  return uses.of(made.fn, made.ordinal).some((user) => {
    if (answersByReturn(code, uses, made, user)) return true;
    if (kindAt(reader, user) !== Kind.Call || !argumentsOf(reader, user).includes(made.ordinal)) return false;
    const method = methodOf(reader, user);
    if (method !== '') {
      const chain = chainText(code, made.fn, user);
      // A procedure with a schema of its output answers with that only.
      return PROCEDURES.test(method) && BUILDERS.test(chain) && !/(^|\.)(output|outputSchema)(\.|$)/.test(chain);
    }
    const name = code.calleeOf(made.fn, user)?.path.at(-1) ?? '';
    return PROCEDURES.test(name) && name !== 'action' && name !== 'query';
  });
}

/** Frameworks that send what a handler returns (documentation of each, from memory, 2026-11). */
const RETURNING = /^(elysia|fastify|@fastify\/.*|fastify-plugin|@hapi\/hapi|h3|encore\.dev\/api|@mionkit\/.*)$/;
const VERBS = /^(get|post|put|patch|delete|all|options|head|route)$/;

/** `app.get('/members', async () => rows)`, `server.route({ path, handler })`: what the handler returns is the answer. */
function answersByReturn(code: Code, uses: Uses, made: Spot, user: number): boolean {
  const ir = code.program.modules[code.program.moduleOf[made.fn]];
  if (!ir.imports.some(({ specifier }) => RETURNING.test(specifier))) return false;
  const reader = code.trail.reader(made.fn);
  const isRoute = (call: number): boolean => kindAt(reader, call) === Kind.Call && VERBS.test(methodOf(reader, call));
  if (kindAt(reader, user) === Kind.Object) {
    const isHandled = entriesOf(reader, user).some(({ name, value }) => name === 'handler' && value === made.ordinal);
    return isHandled && uses.of(made.fn, user).some(isRoute);
  }
  const [first] = isRoute(user) ? argumentsOf(reader, user) : [];
  return first !== undefined && textAt(reader, first)?.startsWith('/') === true;
}

/** Names of the chain that a method is called on: "protectedProcedure.input". */
function chainText(code: Code, fn: number, call: number): string {
  const reader = code.trail.reader(fn);
  const words: string[] = [];
  for (let at = operandAt(reader, call, 0), steps = 0; steps < 8 && at !== NONE; steps++) {
    const kind = kindAt(reader, at);
    if (kind === Kind.Call) {
      words.push(methodOf(reader, at));
      at = operandAt(reader, at, 0);
      continue;
    }
    if (kind === Kind.Get) {
      words.push(reader.module.names[operandAt(reader, at, 1)] ?? '');
      at = operandAt(reader, at, 0);
      continue;
    }
    if (kind === Kind.Global) {
      const index = operandAt(reader, at, 0);
      words.push(
        reader.module.imports[index] && (reader.module.code[reader.module.at[reader.first + at]] >> 8) & 1
          ? reader.module.imports[index].local
          : (reader.module.names[index] ?? ''),
      );
    }
    if (kind === Kind.Load) {
      const owner = operandAt(reader, at, 1);
      const module = code.program.modules[code.program.moduleOf[fn]];
      words.push(
        module.functions[owner === NONE ? fn - code.program.base[code.program.moduleOf[fn]] : owner].slots[
          operandAt(reader, at, 0)
        ]?.name ?? '',
      );
    }
    break;
  }
  return words.join('.');
}

/** A method with a decorator of a route or a resolver. */
function isHandler(code: Code, fn: number): boolean {
  const module = code.program.moduleOf[fn];
  const ir = code.program.modules[module];
  const own = functionOf(code.program, fn);
  const { decorators } = ir.classes[own.class];
  const maker = decorators.length === 0 ? NONE : makerOf(code, module, own.class);
  if (maker === NONE) return false;
  const reader = code.trail.reader(maker);
  const paths = decorators.flatMap(({ member, value, parameter }) => {
    const isOwn = (member === own.name || member === null) && parameter < 0 && kindAt(reader, value) === Kind.Call;
    return isOwn ? [{ member, path: code.calleeOf(maker, value)?.path ?? [] }] : [];
  });
  return (
    paths.some(({ member, path }) => member !== null && DECORATORS.test(path.at(-1) ?? '') && path.at(-2) !== BY_TYPE) &&
    !paths.some(({ path }) => WRITTEN_BY.test(path.at(-1) ?? ''))
  );
}

/** The function in which a class is made: the values of its decorators stand there. */
export function makerOf(code: Code, module: number, index: number): number {
  for (const fn of code.functions(module)) {
    const reader = code.trail.reader(fn);
    for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Class && operandAt(reader, i, 0) === index) return fn;
  }
  return NONE;
}

/** A directive is a text at the beginning that nobody uses. */
export function startsWith(code: Code, fn: number, directive: string): boolean {
  const reader = code.trail.reader(fn);
  if (!reader.module.names.includes(directive)) return false;
  for (let i = 0; i < Math.min(reader.count, 12); i++) if (textAt(reader, i) === directive) return true;
  return false;
}
