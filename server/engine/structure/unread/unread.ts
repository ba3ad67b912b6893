/** Personal fields that a schema, a request object or a form asks for, and that nothing reads. */
import { datumOf } from '../../data';
import { source } from '../../flow/labels';
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, termName, type Reader } from '../../link/reader';
import type { Datum } from '../../rule';
import type { UnreadField } from '../../rule/structure';
import { makerOf } from '../answers';
import { argumentsOf, callsOf, entriesOf, functionOf, methodOf, slotOf, textAt, type Code, type Topic } from '../code';
import { closuresOf, parameterAt } from '../closures';
import { routeLives, steppedLives } from './handed-schemas';
import type { Life } from '../life';
import { lifeOf } from '../lives';
import { storedOnly } from './stored-only';
import { inputTopic, unreadInputs } from './unread-inputs';
import { keepsState, unreadStates } from './unread-states';
import { bodyTopic, unreadVariables, variableTopic } from './unread-variables';
import { isAnswer } from '../received';
import type { Uses } from '../uses';

const SCHEMAS =
  /^(zod|zod\/.*|@hono\/zod-openapi|astro:schema|yup|valibot|joi|@hapi\/joi|superstruct|@sinclair\/typebox|typebox|@fastify\/type-provider-typebox|elysia|arktype)$/;
const schemaTopic: Topic = (name) => /^(parse|safeParse|parseAsync|safeParseAsync|validate|validateSync)$/.test(name);
const dtoTopic: Topic = (name) => /^Is[A-Z]\w+$/.test(name);
const formTopic: Topic = (name) => name === 'register';

export function unreadFieldsOf(code: Code, uses: Uses): UnreadField[] {
  const out: UnreadField[] = [];
  for (const module of new Set([
    ...code.modulesWith(schemaTopic),
    ...code.modulesImporting((specifier) => SCHEMAS.test(specifier)),
  ]))
    for (const fn of code.functions(module)) out.push(...schemaFields(code, uses, fn));
  for (const module of code.modulesImporting((specifier) => specifier === 'class-validator'))
    out.push(...dtoFields(code, uses, module));
  for (const module of code.modulesWith(dtoTopic)) out.push(...dtoFields(code, uses, module));
  for (const module of code.modulesWith(formTopic))
    for (const fn of code.functions(module)) out.push(...formFields(code, uses, fn));
  for (const module of new Set([...code.modulesWith(variableTopic), ...code.modulesWith(bodyTopic)]))
    for (const fn of code.functions(module)) out.push(...unreadVariables(code, uses, fn, personal));
  out.push(...storedOnly(code, uses, personal));
  for (const module of code.modulesImporting(keepsState))
    for (const fn of code.functions(module)) out.push(...unreadStates(code, uses, fn, personal));
  for (const module of code.modulesWith(inputTopic)) out.push(...unreadInputs(code, module, personal));
  return out;
}

/** Everything that is read of a value, or null when some of it goes where we cannot follow. */
function readOf(lives: readonly Life[]): Set<string> | null {
  if (lives.length === 0) return null;
  const read = new Set<string>();
  for (const life of lives) {
    if (life.leaves.size > 0 || life.changed || life.narrowed) return null;
    for (const name of life.read) read.add(name);
  }
  return read;
}

const HONEYPOT = /honey|trap|bot|website|url|hp_|confirm|repeat|verify|password/i;

function personal(code: Code, owner: string, name: string): Datum | null {
  if (HONEYPOT.test(name)) return null;
  const evidence = code.classifier.field(owner === '' ? null : owner, name) ?? null;
  const own = code.classifier.name(name);
  if (!evidence && !own) return null;
  const isSure = evidence !== null && evidence.strength !== 'possible';
  if (!isSure && own?.specific !== true) return null;
  const category = evidence?.category ?? own!.category.id;
  const datum = datumOf(
    code.classifier,
    source({ category, words: name, datum: 'field', trust: 3, fn: 0, ordinal: 0 }),
    name,
    name,
  );
  return datum.identifies === 'opaque' || /consent-record|access-token|session-id|message-content|credential/.test(category)
    ? null
    : datum;
}

/** `const signup = z.object({ … })`, of which every parsed value is followed. */
function schemaFields(code: Code, uses: Uses, fn: number): UnreadField[] {
  const reader = code.trail.reader(fn);
  const out: UnreadField[] = [];
  for (const call of callsOf(reader)) {
    if (!/^(object|strictObject|looseObject|Object)$/.test(methodOf(reader, call))) continue;
    const name = code.calleeOf(fn, call);
    if (!name || (name.specifier !== '' ? !SCHEMAS.test(name.specifier) : !/^(z|yup|v|Joi|Type)$/.test(name.path[0]))) continue;
    const [fields] = argumentsOf(reader, call);
    if (fields === undefined || fields === NONE || kindAt(reader, fields) !== Kind.Object) continue;
    const entries = entriesOf(reader, fields);
    const held = entries.flatMap((entry) => {
      const datum = personal(code, '', entry.name);
      return datum ? [{ ...entry, datum }] : [];
    });
    if (held.length === 0) continue;
    const read = readOf(parsedLives(code, uses, fn, call) ?? []);
    if (read === null || read.size === 0) continue;
    for (const { name: field, value, datum } of held) {
      if (read.has(field)) continue;
      const required = !isOptional(reader, value);
      out.push({ ...code.seen({ fn, ordinal: value }, field), datum, declared: 'schema', required, confidence: 'high' });
    }
  }
  return out;
}

const PARSERS = /^(parse|parseAsync|safeParse|safeParseAsync)$/;

/** Lives of what a schema's parsing gives; null when the schema goes elsewhere. */
function parsedLives(code: Code, uses: Uses, fn: number, schema: number, depth = 3): Life[] | null {
  const reader = code.trail.reader(fn);
  const out: Life[] = [];
  for (const user of uses.of(fn, schema)) {
    const kind = kindAt(reader, user);
    if (kind === Kind.Store && depth > 0) {
      const { owner, slot } = slotOf(code.program, fn, reader, user);
      for (const load of uses.loads(owner, slot)) {
        const found = parsedLives(code, uses, load.fn, load.ordinal, depth - 1);
        if (found === null) return null;
        out.push(...found);
      }
      continue;
    }
    // `v.parse(Signup, raw)`: where functions parse, the schema is what they are given.
    if (kind === Kind.Call && argumentsOf(reader, user)[0] === schema && PARSERS.test(methodOf(reader, user))) {
      const isSafe = methodOf(reader, user).startsWith('safe');
      out.push(lifeOf(code, uses, fn, user, false, isSafe ? ['output'] : []));
      continue;
    }
    if (kind === Kind.Object || (kind === Kind.Call && operandAt(reader, user, 0) !== schema)) {
      const handed = kind === Kind.Call ? steppedLives(code, uses, fn, user) : routeLives(code, uses, fn, user, schema);
      if (handed === null) return null;
      out.push(...handed);
      continue;
    }
    if (kind !== Kind.Call) return null;
    const method = methodOf(reader, user);
    if (/^(safe)?[pP]arse|^validate/.test(method) && isAnswer(code, fn, argumentsOf(reader, user)[0] ?? NONE)) return null;
    if (/^(parse|parseAsync|validateSync)$/.test(method)) out.push(lifeOf(code, uses, fn, user, false));
    else if (/^(safeParse|safeParseAsync)$/.test(method)) out.push(lifeOf(code, uses, fn, user, false, ['data']));
    else if (method === 'validate') out.push(lifeOf(code, uses, fn, user, false, ['value']));
    else if (method === 'validateAsync') out.push(lifeOf(code, uses, fn, user, false));
    else if (/^(strict|strip|passthrough)$/.test(method) && depth > 0) {
      const found = parsedLives(code, uses, fn, user, depth - 1);
      if (found === null) return null;
      out.push(...found);
    } else return null;
  }
  return out;
}

function isOptional(reader: Reader, value: number): boolean {
  for (let at = value, steps = 0; steps < 8 && kindAt(reader, at) === Kind.Call; steps++) {
    if (/^(optional|nullish|default|catch|exactOptional|notRequired|Optional|MaybeEmpty)$/.test(methodOf(reader, at)))
      return true;
    at = operandAt(reader, at, 0);
  }
  return false;
}

/** Classes of class-validator that are the type of parameters, all of which are followed. */
function dtoFields(code: Code, uses: Uses, module: number): UnreadField[] {
  const ir = code.program.modules[module];
  return ir.classes.flatMap((declared, index) => {
    const validated = declared.decorators.filter(({ member, parameter }) => member !== null && parameter < 0);
    const held = validated.flatMap(({ member }) => {
      const datum = personal(code, /dto|input|form|request|body/i.test(declared.name) ? '' : declared.name, member!);
      return datum ? [{ member: member!, datum }] : [];
    });
    if (held.length === 0 || !isValidated(code, module, index)) return [];
    const lives = parameterLives(code, uses, module, declared.name);
    const read = lives && readOf(lives);
    if (!read || read.size === 0) return [];
    const done = new Set<string>();
    return held.flatMap(({ member, datum }): UnreadField[] => {
      const place = ir.shapes[declared.shape]?.members.find((each) => each.name === member);
      if (read.has(member) || !place || done.has(member)) return [];
      done.add(member);
      const at = { path: ir.path, start: place.start, end: place.end };
      return [
        {
          at,
          extent: at,
          symbol: declared.name,
          words: member,
          datum,
          declared: 'dto',
          required: !place.optional,
          confidence: 'high',
        },
      ];
    });
  });
}

function isValidated(code: Code, module: number, index: number): boolean {
  const maker = makerOf(code, module, index);
  if (maker === NONE) return false;
  const reader = code.trail.reader(maker);
  return code.program.modules[module].classes[index].decorators.some(
    ({ value }) => kindAt(reader, value) === Kind.Call && /^Is[A-Z]/.test(code.calleeOf(maker, value)?.path.at(-1) ?? ''),
  );
}

/** Lives of all parameters of a class; null when it is also used in another way (extended, in a list, as a result). */
function parameterLives(code: Code, uses: Uses, module: number, name: string): Life[] | null {
  const out: Life[] = [];
  for (const other of [module, ...code.program.importers(module)]) {
    const ir = code.program.modules[other];
    const terms: number[] = [];
    for (let term = 0; term < ir.termStart.length - 1; term++) if (termName(ir, term) === name) terms.push(term);
    if (terms.length === 0) continue;
    let used = 0;
    for (const fn of code.functions(other)) {
      functionOf(code.program, fn).parameters.forEach((parameter, position) => {
        if (!terms.includes(parameter.term)) return;
        used++;
        const ordinal = parameterAt(code.trail.reader(fn), position);
        if (ordinal !== NONE) out.push(lifeOf(code, uses, fn, ordinal, false));
      });
    }
    if (used < terms.length) return null;
  }
  return out;
}

/** `register('income')` of a form whose submit handler is followed. */
function formFields(code: Code, uses: Uses, fn: number): UnreadField[] {
  const reader = code.trail.reader(fn);
  const form = [...callsOf(reader)].find(
    (call) => /^useForm$/.test(code.calleeOf(fn, call)?.path.at(-1) ?? '') && methodOf(reader, call) === '',
  );
  if (form === undefined) return [];
  const members = lifeOf(code, uses, fn, form, false);
  if (
    members.leaves.size > 0 ||
    [...members.read].some(
      (name) => !/^(register|handleSubmit|formState|reset|setError|clearErrors|setFocus|setValue|trigger)$/.test(name),
    )
  )
    return [];
  const lives: Life[] = [];
  const asked: { call: number; name: string }[] = [];
  for (const call of callsOf(reader)) {
    const path = calledPath(code, fn, reader, call);
    if (path === 'register') {
      const text = textAt(reader, argumentsOf(reader, call)[0] ?? NONE);
      if (text === null) return [];
      asked.push({ call, name: text });
    }
    if (path !== 'handleSubmit') continue;
    const handlers = closuresOf(code, fn, argumentsOf(reader, call)[0] ?? NONE);
    if (handlers.length === 0) return [];
    for (const handler of handlers) {
      const parameter = parameterAt(code.trail.reader(handler), 0);
      if (parameter !== NONE) lives.push(lifeOf(code, uses, handler, parameter, false));
    }
  }
  const read = readOf(lives);
  if (read === null || read.size === 0) return [];
  return asked.flatMap(({ call, name }): UnreadField[] => {
    const datum = read.has(name) ? null : personal(code, '', name);
    return datum
      ? [{ ...code.seen({ fn, ordinal: call }, name), datum, declared: 'form', required: false, confidence: 'high' }]
      : [];
  });
}

/** Name of the function of a form that is called: taken apart (`register`) or as a member (`form.register`). */
function calledPath(code: Code, fn: number, reader: Reader, call: number): string {
  const method = methodOf(reader, call);
  if (method !== '') return method;
  const callee = operandAt(reader, call, 0);
  if (kindAt(reader, callee) !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, fn, reader, callee);
  return functionOf(code.program, owner).slots[slot].name;
}
