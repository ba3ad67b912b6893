/** What all readers share: their form, and how rows and names are told. */
import type { LibraryCall } from '../actions';
import type { Engine, Frame } from '../frame';
import { UNKNOWN, type Member, type ObjectType, type Type } from '../../link/types';
import { OFF, container, make, put, type Value } from '../values';
import { derived } from '../../link/type-parts';

/** The result of a modelled call, or null when the reader has nothing to say about it. */
export type Read = (engine: Engine, frame: Frame, call: LibraryCall) => Value | null;

/** A value that holds others under these names. */
export function holding(members: Record<string, Value>): Value {
  const out = container();
  for (const [name, value] of Object.entries(members)) out.fields?.set(name, value);
  return out;
}

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

/** The names that a projection keeps, or those that it leaves out. */
export interface Projection {
  names: Set<string>;
  keep: boolean;
  /** Hidden ones that it wants besides: `'+password'`. */
  added: Set<string>;
}

/** `['id', 'email']`, `{ id: true, email: 1 }`, `'id email'`, `'-password'`, `{ password: 0 }`; null when it is none. */
export function projection(value: Value | undefined): Projection | null {
  if (!value) return null;
  if (value.text !== null) return ofWords(value.text.split(/[\s,]+/).filter((word) => word !== ''));
  const texts = textsIn([value]);
  if (texts.length > 0) return { names: new Set(texts.map(columnName)), keep: true, added: NONE_ADDED };
  const entries = [...(value.fields ?? [])].filter(([name]) => !/^(\d|\[\]|\*|@keys)$/.test(name));
  const out = entries.filter(([name, child]) => child === OFF && name !== '_id');
  const names = out.length > 0 ? out : entries;
  return names.length === 0 ? null : { names: new Set(names.map(([name]) => name)), keep: out.length === 0, added: NONE_ADDED };
}

const NONE_ADDED: Set<string> = new Set();

function ofWords(words: string[]): Projection | null {
  const by = (sign: RegExp): string[] => words.filter((word) => sign.test(word)).map((word) => word.replace(sign, ''));
  const kept = words.filter((word) => !/^[-+]/.test(word));
  const left = by(/^-/);
  const added = new Set(by(/^\+/));
  if (words.length === 0) return null;
  return kept.length > 0 ? { names: new Set(kept), keep: true, added } : { names: new Set(left), keep: false, added };
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
  isHidden: (value: Value) => boolean = () => false,
): ObjectType {
  const members = [...(fields ?? [])].filter(([field]) => field !== '*' && field !== '[]');
  return derived(
    name,
    new Map(
      members.map(([field, value]): [string, Member] => [
        field,
        { type: typeOf(value), owner: name, ...(schema ? { schema } : {}), ...(isHidden(value) ? { hidden: true } : {}) },
      ]),
    ),
  );
}
