/** Fields about people that only take what is usual in some places. */
import { datumOf } from '../data';
import { source } from '../flow/labels';
import { Kind, LiteralKind, NONE } from '../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Datum } from '../rule';
import type { NarrowField } from '../rule/structure';
import { argumentsOf, callsOf, entriesOf, functionOf, methodOf, slotOf, textAt, type Code, type Spot, type Topic } from './code';
import { makerOf } from './answers';
import { attributesOf, elementsOf } from './markup';
import { isLatinOnly, isTwoGenders } from './narrow-values';
import { english, knowsEnglishOnly } from './one-language';
import type { Uses } from './uses';

const topic: Topic = (name) =>
  /^(min|minLength|MinLength|Length|Sentiment)$/.test(name) ||
  /^(f|w|female|woman|frau|weiblich)$/i.test(name) ||
  (/a-z/i.test(name) && name.length < 200);

export function narrowFieldsOf(code: Code, uses: Uses): NarrowField[] {
  const out: NarrowField[] = [];
  const judging = code.modulesImporting(knowsEnglishOnly);
  for (const module of new Set([...code.modulesWith(topic), ...judging]))
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (let i = 0; i < reader.count; i++) {
        const pattern = patternAt(reader, i);
        if (pattern !== '' && isLatinOnly(pattern)) out.push(...named(code, uses, { fn, ordinal: i }, 'letters', 'person-name'));
      }
      for (const call of callsOf(reader)) {
        if (isLong(reader, call)) out.push(...named(code, uses, { fn, ordinal: call }, 'length', 'person-name'));
        out.push(...genders(code, uses, fn, reader, call), ...english(code, fn, reader, call));
      }
      out.push(...inputs(code, fn, reader));
    }
  return out;
}

const patternAt = (reader: Reader, i: number): string =>
  kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.Regexp
    ? (reader.module.names[operandAt(reader, i, 1)] ?? '')
    : '';

/** `.min(2)` and the like: some names are one letter long. */
function isLong(reader: Reader, call: number): boolean {
  const callee = operandAt(reader, call, 0);
  const method = methodOf(reader, call) || (kindAt(reader, callee) === Kind.Global ? globalName(reader, callee) : '');
  if (!/^(min|minLength|MinLength|Length)$/.test(method)) return false;
  const [least] = argumentsOf(reader, call);
  if (least === undefined || least === NONE || kindAt(reader, least) !== Kind.Const) return false;
  const isNumber = operandAt(reader, least, 0) === LiteralKind.Number;
  return isNumber && Number(reader.module.names[operandAt(reader, least, 1)]) >= 2;
}

const globalName = (reader: Reader, i: number): string =>
  (reader.module.code[reader.module.at[reader.first + i]] >> 8) & 1
    ? (reader.module.imports[operandAt(reader, i, 0)]?.imported ?? '')
    : (reader.module.names[operandAt(reader, i, 0)] ?? '');

/** Fields a demand is made on, when they are of the category. A minimum is only asked about for family names. */
function named(code: Code, uses: Uses, spot: Spot, kind: NarrowField['kind'], category: string): NarrowField[] {
  for (const { name, owner } of fieldsOf(code, uses, spot)) {
    if (ELSEWHERE.test(name) || ELSEWHERE.test(owner)) continue;
    if (kind === 'length' && !FAMILY.test(name)) continue;
    const datum = datumFor(code, spot, owner, name, category);
    if (datum) return [{ ...code.seen(spot, name), kind, field: name, datum, confidence: 'high' }];
  }
  return [];
}

/** Machine-readable passports, cards and transfers have a character set of their own; names of accounts are no names of people. */
const ELSEWHERE = /mrz|passport|iban|sepa|swift|card|cheque|user_?name|nick|slug|handle|display|file|domain|host/i;
const FAMILY = /last_?name|sur_?name|family_?name|nachname|apellido|cognome|nom_?de_?famille/i;

function datumFor(code: Code, { fn, ordinal }: Spot, owner: string, name: string, category: string): Datum | null {
  const evidence = code.classifier.field(owner === '' ? null : owner, name);
  const own = code.classifier.name(name);
  const isIt =
    (evidence && evidence.strength !== 'possible' ? evidence.category : own?.specific ? own.category.id : '') === category;
  return isIt ? datumOf(code.classifier, source({ category, words: name, datum: 'field', trust: 3, fn, ordinal }), '', '') : null;
}

const OPTIONAL = /^(optional|nullish|nullable|notRequired|default)$/;
/** Keys of options under which a demand stands, beside the name of the field. */
const OPTIONS = /^(pattern|regex|value|rules|validate|matches|match|validation|format)$/;
const POINTS = 60;

/** Fields that a demand reaches: `z.object({ lastName: Name })`, `register('lastName', { pattern })`, `@Matches(…) lastName`. */
function fieldsOf(code: Code, uses: Uses, start: Spot): { name: string; owner: string }[] {
  const out: { name: string; owner: string }[] = [];
  const seen = new Set<string>();
  const queue = [start];
  for (const spot of queue) {
    if (seen.has(`${spot.fn}:${spot.ordinal}`) || seen.size > POINTS) continue;
    seen.add(`${spot.fn}:${spot.ordinal}`);
    const reader = code.trail.reader(spot.fn);
    out.push(...decorated(code, spot));
    for (const user of uses.of(spot.fn, spot.ordinal)) {
      const here = { fn: spot.fn, ordinal: user };
      switch (kindAt(reader, user)) {
        case Kind.Store: {
          const { owner, slot } = slotOf(code.program, spot.fn, reader, user);
          queue.push(...uses.loads(owner, slot));
          break;
        }
        case Kind.Object:
          for (const { name, value } of entriesOf(reader, user)) {
            if (value !== spot.ordinal) continue;
            if (OPTIONS.test(name)) queue.push(here);
            else out.push({ name, owner: holderOf(code, uses, here) });
          }
          break;
        case Kind.Call: {
          const method = methodOf(reader, user);
          if (OPTIONAL.test(method)) break;
          const tested = testedName(code, spot, reader, user);
          const registered = /register|field/i.test(method || calleeName(code, spot.fn, user))
            ? argumentsOf(reader, user)[0]
            : NONE;
          const text = registered === undefined ? null : textAt(reader, registered);
          if (tested !== '') out.push({ name: tested, owner: '' });
          else if (text !== null) out.push({ name: text, owner: '' });
          else if (!/^(test|exec|match|replace|object|strictObject|array|record|parse|safeParse)$/.test(method)) queue.push(here);
          break;
        }
        default:
          break;
      }
    }
  }
  return out;
}

const calleeName = (code: Code, fn: number, call: number): string => {
  const reader = code.trail.reader(fn);
  const callee = operandAt(reader, call, 0);
  if (kindAt(reader, callee) !== Kind.Load) return code.calleeOf(fn, call)?.path.at(-1) ?? '';
  const { owner, slot } = slotOf(code.program, fn, reader, callee);
  return functionOf(code.program, owner).slots[slot]?.name ?? '';
};

/** What a pattern is tried on: `PATTERN.test(lastName)`, `form.lastName.match(PATTERN)`. */
function testedName(code: Code, spot: Spot, reader: Reader, call: number): string {
  const method = methodOf(reader, call);
  const value =
    method === 'test' || method === 'exec'
      ? (argumentsOf(reader, call)[0] ?? NONE)
      : method === 'match'
        ? operandAt(reader, call, 0)
        : NONE;
  if (value === NONE || value === spot.ordinal) return '';
  if (kindAt(reader, value) === Kind.Get) return reader.module.names[operandAt(reader, value, 1)] ?? '';
  if (kindAt(reader, value) !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, spot.fn, reader, value);
  return functionOf(code.program, owner).slots[slot]?.name ?? '';
}

/** What an object of fields is called: "guest" of `guestSchema = z.object({ … })`. */
function holderOf(code: Code, uses: Uses, object: Spot, depth = 4): string {
  const reader = code.trail.reader(object.fn);
  for (const user of depth === 0 ? [] : uses.of(object.fn, object.ordinal)) {
    if (kindAt(reader, user) === Kind.Store) {
      const { owner, slot } = slotOf(code.program, object.fn, reader, user);
      return (functionOf(code.program, owner).slots[slot]?.name ?? '').replace(/(?:Schema|Input|Dto|Validator|Form)$/i, '');
    }
    if (kindAt(reader, user) === Kind.Call) return holderOf(code, uses, { fn: object.fn, ordinal: user }, depth - 1);
  }
  return '';
}

/** Members a decorator's value stands at; an optional one demands nothing. */
function decorated(code: Code, { fn, ordinal }: Spot): { name: string; owner: string }[] {
  const module = code.program.moduleOf[fn];
  const { classes, shapes } = code.program.modules[module];
  return classes.flatMap((declared, index) => {
    const own = declared.decorators.filter(
      ({ member, value, parameter }) => member !== null && value === ordinal && parameter < 0,
    );
    if (own.length === 0 || makerOf(code, module, index) !== fn) return [];
    return own.flatMap(({ member }) => {
      const isOptional = shapes[declared.shape]?.members.some((each) => each.name === member && each.optional);
      return isOptional ? [] : [{ name: member!, owner: declared.name.replace(/(?:Dto|Input|Form)$/, '') }];
    });
  });
}

const CHOICES = /^(union|Union|enum|nativeEnum|IsEnum|IsIn|oneOf|valid|picklist|enums|isIn)$/;

/** `z.enum(['m', 'f'])`, `@IsEnum(Gender)`: shown where the two values are written. */
function genders(code: Code, uses: Uses, fn: number, reader: Reader, call: number): NarrowField[] {
  if (!CHOICES.test(methodOf(reader, call) || (code.calleeOf(fn, call)?.path.at(-1) ?? ''))) return [];
  return code.trail.origins(fn, argumentsOf(reader, call)[0] ?? NONE).flatMap((point) => {
    const made = code.trail.reader(point.fn);
    if (!isTwoGenders(valuesOf(made, point.ordinal))) return [];
    const asked = named(code, uses, { fn, ordinal: call }, 'two-genders', 'gender');
    return asked.map((each) => ({ ...each, ...code.seen({ fn: point.fn, ordinal: point.ordinal }, each.words) }));
  });
}

function valuesOf(reader: Reader, i: number): string[] {
  const kind = kindAt(reader, i);
  const values =
    kind === Kind.Object
      ? entriesOf(reader, i).map(({ value }) => value)
      : kind === Kind.Array
        ? Array.from({ length: operandCount(reader, i) >> 1 }, (_, n) => operandAt(reader, i, n * 2 + 1))
        : [];
  const texts = values.map((value) => textAt(reader, literalIn(reader, value)));
  return texts.every((text) => text !== null) ? texts.filter((text) => text !== null) : [];
}

/** `z.literal('male')` is what it is given. */
function literalIn(reader: Reader, value: number): number {
  const isCall = value !== NONE && kindAt(reader, value) === Kind.Call && /^literal$/i.test(methodOf(reader, value));
  return isCall ? (argumentsOf(reader, value)[0] ?? NONE) : value;
}

/** `<input name="lastName" pattern="[A-Za-z]+">`. */
function inputs(code: Code, fn: number, reader: Reader): NarrowField[] {
  const out: NarrowField[] = [];
  for (const element of elementsOf(reader)) {
    const attributes = attributesOf(reader, element);
    const text = (name: string): string => textAt(reader, attributes.find((each) => each.name === name)?.value ?? NONE) ?? '';
    const pattern = text('pattern');
    const name = text('name') || text('id');
    if (pattern === '' || name === '' || ELSEWHERE.test(name) || !isLatinOnly(`/^${pattern.replace(/^\^|\$$/g, '')}$/`)) continue;
    const spot = { fn, ordinal: element };
    const datum = datumFor(code, spot, '', name, 'person-name');
    if (datum) out.push({ ...code.seen(spot, name), kind: 'letters', field: name, datum, confidence: 'high' });
  }
  return out;
}
