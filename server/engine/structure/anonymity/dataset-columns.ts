/** Data in the columns of a row, as far as they are carried unchanged. */
import { datumOf } from '../../data';
import { source } from '../../flow/labels';
import type { Value } from '../../flow/values';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { Datum } from '../../rule';
import { methodOf, type Code, type Spot } from '../code';
import { memberOf } from '../../link/type-parts';

/** The instruction behind a variable of the same function that is written once. */
export function made(code: Code, fn: number, reader: Reader, value: number): number {
  if (value === NONE || kindAt(reader, value) !== Kind.Load || operandAt(reader, value, 1) !== NONE) return value;
  const stores: number[] = [];
  for (let i = 0; i < reader.count; i++)
    if (
      kindAt(reader, i) === Kind.Store &&
      operandAt(reader, i, 0) === operandAt(reader, value, 0) &&
      operandAt(reader, i, 2) === NONE
    )
      stores.push(operandAt(reader, i, 1));
  return stores.length === 1 ? stores[0] : value;
}

const KEEPS = /^(toISOString|toString|toJSON|trim|toLowerCase|toUpperCase|valueOf)$/;

/** The datum that an entry carries as it was read; a band, a hash or a part of it is another thing. */
export function unchanged(code: Code, fn: number, reader: Reader, key: string, value: number, depth = 4): Datum[] {
  if (value === NONE || depth === 0) return [];
  switch (kindAt(reader, value)) {
    case Kind.Call:
      return KEEPS.test(methodOf(reader, value)) ? unchanged(code, fn, reader, key, operandAt(reader, value, 0), depth - 1) : [];
    case Kind.Otherwise:
    case Kind.Cast:
      return unchanged(code, fn, reader, key, operandAt(reader, value, 0), depth - 1);
    case Kind.Load: {
      const behind = made(code, fn, reader, value);
      return behind === value ? [] : unchanged(code, fn, reader, key, behind, depth - 1);
    }
    case Kind.Get: {
      if (flagsAt(reader, value) & Flag.Computed) return [];
      const name = reader.module.names[operandAt(reader, value, 1)];
      const object = code.frames.of(fn)?.values[operandAt(reader, value, 0)];
      const owner = object?.hint ?? '';
      const category = categoryOf(code, owner, name) ?? (/^(zip|plz)$/i.test(name) ? 'postcode' : null);
      if (category?.endsWith('-history') && isNumber(object, name)) return [];
      return category ? [datumFor(code, { fn, ordinal: value }, category, owner === '' ? name : `${owner}.${name}`)] : [];
    }
    default:
      return [];
  }
}

/** How many trips there were is no history of them. */
function isNumber(owner: Value | undefined, name: string): boolean {
  const type = owner && memberOf(owner.type, name)?.type;
  return type?.kind === 'primitive' && type.name === 'number';
}

/** Category of what tells people apart, alone or together. */
export function categoryOf(code: Code, owner: string, name: string): string | null {
  const evidence = code.classifier.field(owner === '' ? null : owner, name);
  const own = code.classifier.name(name);
  const id = evidence && evidence.strength !== 'possible' ? evidence.category : own?.specific ? own.category.id : '';
  const category = code.classifier.category(id);
  return category && (category.identifies === 'direct' || category.identifies === 'quasi' || category.special) ? id : null;
}

export const datumFor = (code: Code, { fn, ordinal }: Spot, category: string, words: string): Datum =>
  datumOf(code.classifier, source({ category, words, datum: 'field', trust: 3, fn, ordinal }), words, words);
