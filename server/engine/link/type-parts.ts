/** What is done with types: members, elements, unions, parts kept and dropped. */
import { once } from '../remember';
import { type Type, type ObjectType, type Member, UNKNOWN, BLANK } from './types';

export function record(key: Type, value: Type): Type {
  const names = literals(key);
  if (names.length === 0) return { kind: 'map', value };
  return derived('', new Map(names.map((name) => [name, { type: value, owner: '' }])));
}

export function literals(type: Type): string[] {
  if (type.kind === 'literal') return [type.text];
  return type.kind === 'union' ? type.parts.flatMap(literals) : [];
}

/** Members of a type kept (`keep`) or dropped by name; an object type stays owned by its base's name. */
export function picked(type: Type, names: ReadonlySet<string>, keep: boolean): Type {
  if (type.kind === 'array') return { kind: 'array', element: picked(type.element, names, keep) };
  if (type.kind === 'union') return union(type.parts.map((part) => picked(part, names, keep)));
  if (type.kind !== 'object' || (names.size === 0 && keep)) return type;
  const base = type;
  return {
    ...base,
    class: null,
    interface: false,
    members: once(() => new Map([...base.members()].filter(([name]) => names.has(name) === keep))),
  };
}

export const derived = (name: string, members: Map<string, Member>): ObjectType => ({
  kind: 'object',
  name,
  class: null,
  interface: false,
  members: () => members,
});

export function owned(members: ReadonlyMap<string, Member>, owner: string): Map<string, Member> {
  return new Map([...members].map(([name, member]) => [name, member.owner === '' ? { ...member, owner } : member]));
}

/** More kinds of values than these are not told apart. */
const LIMIT_PARTS = 32;

/** One level, each type once: values that meet again and again in a loop keep the very type that they have. */
export function union(parts: Type[]): Type {
  const known: Type[] = [];
  for (const part of parts)
    for (const each of part.kind === 'union' ? part.parts : [part]) {
      if (each.kind === 'primitive' && /^(null|undefined|void|never)$/.test(each.name)) continue;
      if (known.length < LIMIT_PARTS && !known.some((other) => isSame(other, each))) known.push(each);
    }
  if (known.length === 1) return known[0];
  if (known.length === 0) return parts[0] ?? UNKNOWN;
  return parts.find((part) => part.kind === 'union' && part.parts.length === known.length) ?? { kind: 'union', parts: known };
}

/** As far as it can be told without looking into objects; an empty field's text is told from other texts. */
function isSame(a: Type, b: Type): boolean {
  if (a === b || a === BLANK || b === BLANK) return a === b;
  if (a.kind === 'array') return b.kind === 'array' && isSame(a.element, b.element);
  if (a.kind === 'primitive') return b.kind === 'primitive' && a.name === b.name;
  if (a.kind === 'literal') return b.kind === 'literal' && a.text === b.text && a.boolean === b.boolean;
  return false;
}

export function intersection(parts: Type[]): Type {
  // `string & { __brand: 'Email' }` is a string.
  const plain = parts.find((part) => part.kind === 'primitive');
  if (plain) return plain;
  const objects = parts.filter((part): part is ObjectType => part.kind === 'object');
  const others = parts.filter((part) => part.kind === 'library' || part.kind === 'named');
  if (objects.length === 0) return others[0] ?? parts[0] ?? UNKNOWN;
  if (objects.length === 1 && others.length === 0) return objects[0];
  const name = objects.find((part) => part.name !== '')?.name ?? '';
  const merged: ObjectType = {
    ...objects[0],
    name,
    class: null,
    members: once(() => new Map(objects.flatMap((part) => [...part.members()]))),
  };
  return others.length === 0 ? merged : { kind: 'union', parts: [merged, ...others] };
}

export function indexed(object: Type, key: Type): Type {
  if (object.kind === 'array') return object.element;
  if (object.kind === 'map') return object.value;
  const names = literals(key);
  if (names.length === 0) return UNKNOWN;
  return union(names.map((name) => memberOf(object, name)?.type ?? UNKNOWN));
}

/** The member `name` of a type, through unions and containers' own fields; null when the type does not tell. */
export function memberOf(type: Type, name: string): Member | null {
  if (type.kind === 'object') return type.members().get(name) ?? null;
  if (type.kind === 'map') return { type: type.value, owner: '' };
  if (type.kind === 'array' && /^\d+$/.test(name)) return { type: type.element, owner: '' };
  if (type.kind === 'tuple' && /^\d+$/.test(name)) return { type: type.elements[Number(name)] ?? UNKNOWN, owner: '' };
  if (type.kind === 'library' || type.kind === 'named')
    return contentOf(type.args, name) ?? ofRequest(type.name, type.args, name);
  if (type.kind !== 'union') return null;
  for (const part of type.parts) {
    const found = memberOf(part, name);
    if (found) return found;
  }
  return null;
}

/** What a container of a package holds: `Job<Welcome>.data`, `CustomEvent<Order>.detail`, `PayloadAction<Member>.payload`. */
function contentOf([first]: readonly Type[], name: string): Member | null {
  return first?.kind === 'object' && /^(data|payload|detail)$/.test(name) ? { type: first, owner: '' } : null;
}

/** What a request is declared to carry: `FastifyRequest<{ Body: Waiver }>`, `Request<Params, Answer, Body, Query>` of Express. */
function ofRequest(type: string, args: readonly Type[], name: string): Member | null {
  const part = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  if (!part || args.length === 0) return null;
  const [first] = args;
  const routed = first.kind === 'object' ? first.members().get(part.key) : undefined;
  const found = routed?.type ?? (type === 'Request' && args.length > 2 ? args[part.position] : undefined);
  return found && found.kind !== 'unknown' ? { type: found, owner: '' } : null;
}

/** Parts of a request: their keys in Fastify's route generics, and their positions in Express'. */
const PARTS: Record<string, { key: string; position: number }> = {
  params: { key: 'Params', position: 0 },
  body: { key: 'Body', position: 2 },
  query: { key: 'Querystring', position: 3 },
  headers: { key: 'Headers', position: -1 },
};

/** What iterating or indexing a value of the type gives. */
export function elementOf(type: Type): Type {
  if (type.kind === 'array') return type.element;
  if (type.kind === 'map') return type.value;
  if (type.kind === 'tuple') return union(type.elements);
  return type.kind === 'union' ? union(type.parts.map(elementOf)) : UNKNOWN;
}

/** True when no personal content can be in a value of the type: booleans, functions, null, enums, regular expressions. */
const WITHOUT_CONTENT = new Set(['boolean', 'null', 'undefined', 'void', 'never', 'symbol', 'enum', 'RegExp']);

export function isInert(type: Type): boolean {
  if (type.kind === 'primitive') return WITHOUT_CONTENT.has(type.name);
  if (type.kind === 'literal') return true;
  if (type.kind === 'function') return true;
  return type.kind === 'union' && type.parts.every(isInert);
}

/** Declared name of a type, through arrays. */
export function nameOf(type: Type): string {
  if (type.kind === 'array') return nameOf(type.element);
  if (type.kind === 'union') return type.parts.map(nameOf).find((name) => name !== '') ?? '';
  return type.kind === 'object' || type.kind === 'named' || type.kind === 'library' ? type.name : '';
}
