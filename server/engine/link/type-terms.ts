/**
 * Types as written, evaluated lazily: aliases, interfaces with merging and `extends`, classes, enums,
 * unions, containers and the common utility types.
 */
import { LiteralKind, NONE, Term, type ShapeIR } from '../ir';
import { once } from '../remember';
import type { Program, Target } from './program';
import { owned, union, intersection, indexed } from './type-parts';
import { primitive, builtin } from './standard-types';
import { type Type, type ObjectType, type ClassRef, type Member, UNKNOWN, STRING, type Substitution, type Types } from './types';

const LIMIT_DEPTH = 8;

const LIMIT_MEMBERS = 256;

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
    let type: Type | undefined;
    try {
      return (type = evaluate(module, term, substitution));
    } finally {
      if (own) own[term] = type;
      depth--;
    }
  };

  /** The value is looked at for its own sake: how deep the type is that asked does not cut its types short. */
  const typeofValue = (module: number, name: string): Type => {
    const outer = depth;
    depth = 0;
    try {
      return hooks.typeofValue(module, name);
    } finally {
      depth = outer;
    }
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

  /** An alias gives its name to an inline object (`type Customer = { … }`), and to a text (`type Email = string`). */
  const renamed = (type: Type, name: string): Type =>
    type.kind === 'primitive' && type.name === 'string'
      ? { ...type, alias: name }
      : type.kind === 'object' && type.name === ''
        ? { ...type, name, members: once(() => owned(type.members(), name)) }
        : type;

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
