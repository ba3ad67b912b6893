/** What all readers share: their form, and how rows and names are told. */
import type { LibraryCall } from '../actions';
import type { Engine, Frame } from '../frame';
import { UNKNOWN, type Member, type ObjectType, type Type } from '../../link/types';
import { container, make, put, type Value } from '../values';
import { derived } from '../../link/type-parts';

/** The result of a modelled call, or null when the reader has nothing to say about it. */
export type Read = (engine: Engine, frame: Frame, call: LibraryCall) => Value | null;

/** A list whose every element is the value. */
export function listOf(value: Value, hint: string): Value {
  const out = container();
  put(out, '[]', value);
  return make({ fields: out.fields, hint });
}

/** A value of no known type whose members are these names; the hint is their owner. */
export function shapeOf(names: Iterable<string>, hint: string): ObjectType {
  return derived(hint, new Map([...names].map((name): [string, Member] => [name, { type: UNKNOWN, owner: hint }])));
}

/** Constant texts among the values, and in lists among them. */
export function textsIn(values: readonly Value[]): string[] {
  const out: string[] = [];
  for (const value of values) {
    if (value.text !== null) out.push(value.text);
    for (const child of value.fields?.values() ?? []) if (child.text !== null) out.push(child.text);
  }
  return out;
}

export const isFunction = (value: Value | undefined): boolean =>
  value?.targets.some((target) => target.kind === 'function') ?? false;

/**
 * Names that a projection keeps: `['id', 'email']`, `{ id: true, email: 1 }`, `'id email'`; null when it is none or leaves
 * names out (`'-password'`, `{ password: 0 }` cannot be told from keeping, but are rare where `select` is meant).
 */
export function projection(value: Value | undefined): Set<string> | null {
  if (!value) return null;
  if (value.text !== null) return /[-+]/.test(value.text) || value.text === '' ? null : new Set(value.text.split(/[\s,]+/));
  const texts = textsIn([value]);
  if (texts.length > 0) return new Set(texts.map(columnName));
  const keys = [...(value.fields?.keys() ?? [])].filter((name) => !/^(\d|\[\]|\*|@keys)$/.test(name));
  return keys.length > 0 ? new Set(keys) : null;
}

/** "users.email as mail" → mail, "users.email" → email. */
export function columnName(text: string): string {
  const alias = /\sas\s+(\w+)\s*$/i.exec(text);
  return alias ? alias[1] : text.trim().replace(/^.*\./, '').replace(/"/g, '');
}

/** Members declared by an object of builders: each takes the type that `typeOf` reads from its builder. */
export function declared(
  name: string,
  fields: ReadonlyMap<string, Value> | null | undefined,
  typeOf: (value: Value) => Type,
  schema: boolean,
): ObjectType {
  const members = [...(fields ?? [])].filter(([field]) => field !== '*' && field !== '[]');
  return derived(
    name,
    new Map(
      members.map(([field, value]): [string, Member] => [
        field,
        { type: typeOf(value), owner: name, ...(schema ? { schema } : {}) },
      ]),
    ),
  );
}
