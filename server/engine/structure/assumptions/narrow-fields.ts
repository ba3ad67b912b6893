/** Fields about people that only take what is usual in some places. */
import { datumOf } from '../../data';
import { source } from '../../flow/labels';
import { Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Datum } from '../../rule';
import type { NarrowField } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, methodOf, textAt, type Code, type Spot, type Topic } from '../code';
import { fieldsOf, type FieldName } from './demanded-fields';
import { attributesOf, elementsOf } from '../markup';
import { minimaOf } from './least-lengths';
import { servesCountries } from '../many-places';
import { isAmericanPhone, isAmericanPostcode, isLatinOnly, isTwoGenders } from './narrow-values';
import { english, knowsEnglishOnly } from './one-language';
import type { Uses } from '../uses';

const topic: Topic = (name) =>
  /^(min|minLength|minlength|MinLength|Length|isLength|Sentiment)$/.test(name) ||
  /^(f|w|female|woman|frau|weiblich)$/i.test(name) ||
  FAMILY.test(name) ||
  (/a-z|\\d[\\{]|0-9\]\{/i.test(name) && name.length < 200);

export function narrowFieldsOf(code: Code, uses: Uses): NarrowField[] {
  const out: NarrowField[] = [];
  let isWide: boolean | null = null;
  const judging = code.modulesImporting(knowsEnglishOnly);
  for (const module of new Set([...code.modulesWith(topic), ...judging]))
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (let i = 0; i < reader.count; i++) {
        const pattern = patternAt(reader, i);
        for (const demand of demandsOf(pattern))
          if (demand.kind === 'letters' || (isWide ??= servesCountries(code)))
            out.push(...named(code, uses, { fn, ordinal: i }, demand.kind, demand.category));
      }
      for (const { ordinal, field } of minimaOf(code, fn, reader)) {
        const fields = field === null ? fieldsOf(code, uses, { fn, ordinal }) : [{ name: field, owner: '' }];
        out.push(...among(code, fields, { fn, ordinal }, 'length', 'person-name'));
      }
      for (const call of callsOf(reader)) {
        out.push(...genders(code, uses, fn, reader, call), ...english(code, fn, reader, call));
      }
      out.push(...inputs(code, fn, reader));
    }
  return out;
}

/** What a pattern asks of whoever it reaches. */
function demandsOf(pattern: string): { kind: NarrowField['kind']; category: string }[] {
  if (pattern === '') return [];
  if (isLatinOnly(pattern)) return [{ kind: 'letters', category: 'person-name' }];
  if (isAmericanPhone(pattern)) return [{ kind: 'phone', category: 'phone' }];
  return isAmericanPostcode(pattern) ? [{ kind: 'postcode', category: 'postcode' }] : [];
}

/** A pattern as it is written: a literal, or the text of a schema or a constructor that stands for one. */
function patternAt(reader: Reader, i: number): string {
  if (kindAt(reader, i) !== Kind.Const) return '';
  const text = reader.module.names[operandAt(reader, i, 1)] ?? '';
  if (operandAt(reader, i, 0) === LiteralKind.Regexp) return text;
  return operandAt(reader, i, 0) === LiteralKind.String && /^\^.+\$$/.test(text) ? `/${text}/` : '';
}

/** Fields a demand is made on, when they are of the category. A minimum is only asked about for family names. */
const named = (code: Code, uses: Uses, spot: Spot, kind: NarrowField['kind'], category: string): NarrowField[] =>
  among(code, fieldsOf(code, uses, spot), spot, kind, category);

function among(code: Code, fields: readonly FieldName[], spot: Spot, kind: NarrowField['kind'], category: string): NarrowField[] {
  for (const { name, owner } of fields) {
    if (ELSEWHERE.test(name) || ELSEWHERE.test(owner)) continue;
    if (kind === 'length' && !FAMILY.test(name)) continue;
    const datum = datumFor(code, spot, owner, name, category);
    if (datum) return [{ ...code.seen(spot, name), kind, field: name, datum, confidence: 'high' }];
  }
  return [];
}

/** Machine-readable passports, cards and transfers have a character set of their own; names of accounts are no names of people. */
const ELSEWHERE = /mrz|passport|iban|sepa|swift|card|cheque|user_?name|nick|slug|handle|display|(?<!pro)file|domain|host/i;
const FAMILY = /last_?name|sur_?name|family_?name|nachname|apellido|cognome|nom_?de_?famille/i;

function datumFor(code: Code, { fn, ordinal }: Spot, owner: string, name: string, category: string): Datum | null {
  const evidence = code.classifier.field(owner === '' ? null : owner, name);
  const own = code.classifier.name(name);
  // Only the name of a person can be something else's: what a pattern of phone numbers is put on is one.
  const isOwn = own?.specific || category === 'phone' || category === 'postcode';
  const isIt =
    (evidence && evidence.strength !== 'possible' ? evidence.category : own && isOwn ? own.category.id : '') === category;
  return isIt ? datumOf(code.classifier, source({ category, words: name, datum: 'field', trust: 3, fn, ordinal }), '', '') : null;
}

const CHOICES = /^(union|Union|enum|nativeEnum|IsEnum|IsIn|oneOf|valid|picklist|enums|isIn)$/;

/** `z.enum(['m', 'f'])`, `@IsEnum(Gender)`: shown where the two values are written. */
function genders(code: Code, uses: Uses, fn: number, reader: Reader, call: number): NarrowField[] {
  if (!CHOICES.test(methodOf(reader, call) || (code.calleeOf(fn, call)?.path.at(-1) ?? ''))) return [];
  const args = argumentsOf(reader, call);
  // `Joi.string().valid('male', 'female')`
  if (isTwoGenders(args.flatMap((arg) => textAt(reader, arg) ?? [])))
    return named(code, uses, { fn, ordinal: call }, 'two-genders', 'gender');
  return code.trail.origins(fn, args[0] ?? NONE).flatMap((point) => {
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
