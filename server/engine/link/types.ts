/**
 * Types as written, evaluated lazily: aliases, interfaces with merging and `extends`, classes, enums,
 * unions, containers and the common utility types. What cannot be read is `UNKNOWN`, never a guess.
 */
import { LiteralKind, NONE, Term, type ShapeIR } from '../ir';
import { once } from '../remember';
import type { Program, Target } from './program';

export type Type =
  | { kind: 'unknown' }
  | { kind: 'primitive'; name: string }
  | { kind: 'literal'; text: string; boolean: boolean }
  | { kind: 'array'; element: Type }
  | { kind: 'tuple'; elements: Type[] }
  | { kind: 'map'; value: Type }
  | { kind: 'union'; parts: Type[] }
  | { kind: 'function'; returns: () => Type }
  | ObjectType
  /** Declared by a package whose source is not in the project. */
  | { kind: 'library'; specifier: string; name: string; args: Type[] }
  /** A name declared nowhere we can see. */
  | { kind: 'named'; name: string; args: Type[] };

export interface ObjectType {
  kind: 'object';
  /** Declared name, '' for inline and derived ones without a base. */
  name: string;
  members: () => ReadonlyMap<string, Member>;
  /** Set for classes: where methods are found. */
  class: ClassRef | null;
  /** An interface that project classes may implement. */
  interface: boolean;
}

export interface ClassRef {
  module: number;
  class: number;
}

export interface Member {
  type: Type;
  /** Name of the type that declares the member: the owner in classification. */
  owner: string;
  /** `@personal x` (id or ''), `@notPersonal` (null), nothing (undefined); a schema's verdict likewise. */
  personal?: string | null;
  /** Declared in a database schema: evidence is certain. */
  schema?: boolean;
  method?: boolean;
}

export const UNKNOWN: Type = { kind: 'unknown' };
export const STRING: Type = { kind: 'primitive', name: 'string' };
/** The text of an empty field of a form: somebody types it in later. */
export const BLANK: Type = { kind: 'primitive', name: 'string' };
export const NUMBER: Type = { kind: 'primitive', name: 'number' };
const LIMIT_DEPTH = 8;
const LIMIT_MEMBERS = 256;

type Substitution = ReadonlyMap<string, Type> | null;

export interface Types {
  /** Type of a term of a module, with type parameters replaced. */
  of(module: number, term: number, substitution?: Substitution): Type;
  /** The type a name means in a module, as an annotation would. */
  named(module: number, name: string, args: Type[]): Type;
  ofClass(ref: ClassRef): ObjectType;
  schema(name: string): ObjectType | undefined;
}

export interface TypeHooks {
  /** `typeof value` and `z.infer<typeof schema>`: the shape of a module's value. */
  typeofValue(module: number, name: string): Type;
  /** Types that stand in for a package's own ("@prisma/client".User). */
  library(specifier: string, name: string): Type | null;
  schemas: ReadonlyMap<string, ObjectType>;
}

export function createTypes(program: Program, hooks: TypeHooks): Types {
  const shapesByName = program.modules.map(() => null as Map<string, number[]> | null);
  const importsByName = program.modules.map(() => null as Map<string, number> | null);
  const memo: (Type | undefined)[][] = program.modules.map(() => []);
  const classTypes = new Map<string, ObjectType>();
  let depth = 0;

  const shapesNamed = (module: number, name: string): number[] => {
    const table = (shapesByName[module] ??= group(program.modules[module].shapes));
    return table.get(name) ?? [];
  };
  const importNamed = (module: number, name: string): number => {
    const table = (importsByName[module] ??= new Map(
      program.modules[module].imports.map((entry, index) => [entry.local, index]),
    ));
    return table.get(name) ?? NONE;
  };

  const of = (module: number, term: number, substitution: Substitution = null): Type => {
    if (term < 0) return UNKNOWN;
    const own = substitution ? null : memo[module];
    const known = own?.[term];
    if (known) return known;
    if (depth >= LIMIT_DEPTH) return UNKNOWN;
    depth++;
    if (own) own[term] = UNKNOWN;
    const type = evaluate(module, term, substitution);
    if (own) own[term] = type;
    depth--;
    return type;
  };

  /** The value is looked at for its own sake: how deep the type is that asked does not cut its types short. */
  const typeofValue = (module: number, name: string): Type => {
    const outer = depth;
    depth = 0;
    const type = hooks.typeofValue(module, name);
    depth = outer;
    return type;
  };

  const evaluate = (module: number, term: number, substitution: Substitution): Type => {
    const { terms, termStart, names } = program.modules[module];
    const from = termStart[term];
    const to = termStart[term + 1];
    const operands = (start: number): Type[] => {
      const out: Type[] = [];
      for (let i = start; i < to; i++) out.push(of(module, terms[i], substitution));
      return out;
    };
    switch (terms[from] as Term) {
      case Term.Primitive:
        return primitive(names[terms[from + 1]]);
      case Term.Reference:
        return reference(module, names[terms[from + 1]], terms.subarray(from + 2, to), substitution);
      case Term.Array:
        return { kind: 'array', element: of(module, terms[from + 1], substitution) };
      case Term.Tuple:
        return { kind: 'tuple', elements: operands(from + 1) };
      case Term.Union:
      case Term.Conditional:
        return union(operands(from + 1));
      case Term.Intersection:
        return intersection(operands(from + 1));
      case Term.Literal:
        return { kind: 'literal', text: names[terms[from + 2]], boolean: terms[from + 1] === LiteralKind.Boolean };
      case Term.Object:
        return shape(module, [terms[from + 1]], substitution);
      case Term.Function: {
        const returns = terms[from + 1];
        return { kind: 'function', returns: () => of(module, returns, substitution) };
      }
      case Term.TypeofValue:
        return typeofValue(module, names[terms[from + 1]]);
      case Term.Keyof:
        return STRING;
      case Term.Indexed:
        return indexed(of(module, terms[from + 1], substitution), of(module, terms[from + 2], substitution));
      case Term.Mapped: {
        const value = of(module, terms[from + 2], substitution);
        return { kind: 'map', value };
      }
      default:
        return UNKNOWN;
    }
  };

  const reference = (module: number, name: string, argTerms: Int32Array, substitution: Substitution): Type => {
    const bound = substitution?.get(name);
    if (bound) return bound;
    if (
      /(^|\.)(infer|Infer|InferOutput|InferInput|InferType|output|input|TypeOf|InferSelectModel|InferInsertModel|InferModel)$/.test(
        name,
      ) &&
      argTerms.length > 0
    ) {
      return of(module, argTerms[argTerms.length - 1], substitution);
    }
    const args = [...argTerms].map((term) => of(module, term, substitution));
    return named(module, name, args);
  };

  const named = (module: number, name: string, args: Type[]): Type => {
    const own = shapesNamed(module, name);
    if (own.length > 0) return instantiate(module, own, args);
    const importIndex = importNamed(module, name.split('.')[0]);
    if (importIndex >= 0) return ofTarget(program.imported(module, importIndex), name, args);
    const last = name.slice(name.lastIndexOf('.') + 1);
    // The global namespace in which @types/express declares what a server adds to requests.
    if (name === `Express.${last}`) return { kind: 'library', specifier: 'express', name: last, args };
    return builtin(name, args) ?? { kind: 'named', name: last, args };
  };

  const ofTarget = (target: Target, name: string, args: Type[]): Type => {
    const rest = name.split('.').slice(1);
    if (target.kind === 'namespace' && rest.length > 0) {
      const found = program.exported(target.module, rest[0]);
      return found ? ofTarget(found, rest.join('.'), args) : UNKNOWN;
    }
    const last = name.slice(name.lastIndexOf('.') + 1);
    if (target.kind === 'shape')
      return instantiate(
        target.module,
        shapesNamed(target.module, program.modules[target.module].shapes[target.shape].name),
        args,
      );
    if (target.kind === 'external') {
      const member = rest.length > 0 ? last : target.name;
      return (
        hooks.library(target.specifier, member) ?? {
          kind: 'library',
          specifier: target.specifier,
          name: member === 'default' ? last : member,
          args,
        }
      );
    }
    return { kind: 'named', name: last, args };
  };

  const instantiate = (module: number, shapes: number[], args: Type[]): Type => {
    const first = program.modules[module].shapes[shapes[0]];
    const parameters = first.typeParameters;
    const substitution: Substitution =
      parameters.length === 0 ? null : new Map(parameters.map((name, i) => [name, args[i] ?? UNKNOWN]));
    if (first.kind === 'enum') return { kind: 'primitive', name: 'enum' };
    if (first.kind === 'alias') return renamed(of(module, first.alias, substitution), first.name);
    return shape(module, shapes, substitution);
  };

  /** An alias gives its name to an inline object: `type Customer = { … }`. */
  const renamed = (type: Type, name: string): Type =>
    type.kind === 'object' && type.name === '' ? { ...type, name, members: once(() => owned(type.members(), name)) } : type;

  const shape = (module: number, indices: number[], substitution: Substitution): Type => {
    const shapes = indices.map((index) => program.modules[module].shapes[index]);
    const first = shapes[0];
    const key = substitution ? '' : `${module}:${indices[0]}`;
    const known = key && classTypes.get(key);
    if (known) return known;
    if (first.members.length === 0 && first.index >= 0 && shapes.length === 1)
      return { kind: 'map', value: of(module, first.index, substitution) };
    const type: ObjectType = {
      kind: 'object',
      name: first.name,
      class: first.class >= 0 ? { module, class: first.class } : null,
      interface: first.kind === 'interface',
      members: once(() => membersOf(module, shapes, substitution)),
    };
    if (key) classTypes.set(key, type);
    return type;
  };

  const membersOf = (module: number, shapes: ShapeIR[], substitution: Substitution): Map<string, Member> => {
    const out = new Map<string, Member>();
    for (const declared of shapes) {
      for (const base of declared.extends) {
        const type = of(module, base, substitution);
        if (type.kind === 'object')
          for (const [name, member] of type.members()) out.set(name, { ...member, owner: declared.name || member.owner });
      }
      for (const member of declared.members) {
        if (member.static || out.size >= LIMIT_MEMBERS) continue;
        out.set(member.name, {
          type: of(module, member.term, substitution),
          owner: declared.name,
          personal: member.personal,
          method: member.method,
        });
      }
    }
    return out;
  };

  const ofClass = (ref: ClassRef): ObjectType =>
    shape(ref.module, [program.modules[ref.module].classes[ref.class].shape], null) as ObjectType;

  return { of, named, ofClass, schema: (name) => hooks.schemas.get(name) };
}

function group(shapes: ShapeIR[]): Map<string, number[]> {
  const out = new Map<string, number[]>();
  shapes.forEach((shape, index) => {
    if (shape.name === '') return;
    const list = out.get(shape.name);
    if (list) list.push(index);
    if (!list) out.set(shape.name, [index]);
  });
  return out;
}

const primitive = (name: string): Type =>
  name === 'any' || name === 'unknown' || name === 'object' || name === 'this' ? UNKNOWN : { kind: 'primitive', name };

const ELEMENT_OF = new Set([
  'Array',
  'ReadonlyArray',
  'Set',
  'ReadonlySet',
  'Iterable',
  'AsyncIterable',
  'Iterator',
  'AsyncGenerator',
  'Generator',
  'IterableIterator',
  'NonEmptyArray',
  'List',
  'Page',
  'Paginated',
  'PaginatedList',
  'Collection',
]);
const SAME_AS = new Set([
  'Promise',
  'PromiseLike',
  'Awaited',
  'Partial',
  'Required',
  'Readonly',
  'NonNullable',
  'DeepPartial',
  'Prettify',
  'Simplify',
  'Observable',
  'Ref',
  'ComputedRef',
  'Signal',
  'Writable',
  'Nullable',
  'Maybe',
  'HydratedDocument',
  'Selectable',
  'Insertable',
  'Updateable',
  'Loaded',
  'Jsonify',
  'Serialized',
  'SerializeFrom',
  'RefObject',
  'MutableRefObject',
  'NoInfer',
]);
const PRIMITIVES: Record<string, string> = {
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
  Date: 'Date',
  Symbol: 'symbol',
  BigInt: 'bigint',
  RegExp: 'RegExp',
  Buffer: 'Buffer',
  Error: 'Error',
};

function builtin(name: string, args: Type[]): Type | null {
  if (ELEMENT_OF.has(name) && args.length > 0) return { kind: 'array', element: args[0] };
  if (SAME_AS.has(name) && args.length > 0) return args[0];
  if ((name === 'Map' || name === 'Record' || name === 'ReadonlyMap') && args.length > 1) return record(args[0], args[1]);
  if (name === 'Pick' && args.length > 1) return picked(args[0], new Set(literals(args[1])), true);
  if (name === 'Omit' && args.length > 1) return picked(args[0], new Set(literals(args[1])), false);
  if (name === 'ReturnType' && args[0]?.kind === 'function') return args[0].returns();
  if ((name === 'Extract' || name === 'Exclude') && args.length > 0) return args[0];
  if (name === 'Function') return { kind: 'function', returns: () => UNKNOWN };
  if (Object.hasOwn(PRIMITIVES, name)) return { kind: 'primitive', name: PRIMITIVES[name] };
  return null;
}

function record(key: Type, value: Type): Type {
  const names = literals(key);
  if (names.length === 0) return { kind: 'map', value };
  return derived('', new Map(names.map((name) => [name, { type: value, owner: '' }])));
}

function literals(type: Type): string[] {
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

function owned(members: ReadonlyMap<string, Member>, owner: string): Map<string, Member> {
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

function intersection(parts: Type[]): Type {
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

function indexed(object: Type, key: Type): Type {
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
  if (type.kind === 'tuple' && /^\d+$/.test(name)) return { type: type.elements[Number(name)] ?? UNKNOWN, owner: '' };
  if (type.kind === 'library' || type.kind === 'named') return contentOf(type.args, name);
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
