/** Types as values are described by them: what cannot be read is `UNKNOWN`, never a guess. */
export type Type =
  | { kind: 'unknown' }
  /** `alias`: what a declared alias calls it, also with a brand: `type Email = string & { __brand: 'Email' }`. */
  | { kind: 'primitive'; name: string; alias?: string }
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
  /** A column that no query gives unless it is asked for. */
  hidden?: boolean;
  method?: boolean;
}

export const UNKNOWN: Type = { kind: 'unknown' };
export const STRING: Type = { kind: 'primitive', name: 'string' };
/** The text of an empty field of a form: somebody types it in later. */
export const BLANK: Type = { kind: 'primitive', name: 'string' };
/** A text that writes out a value: what the variable that holds it is called says nothing of it. */
export const WRITTEN_OUT: Type = { kind: 'primitive', name: 'string' };
export const NUMBER: Type = { kind: 'primitive', name: 'number' };
export type Substitution = ReadonlyMap<string, Type> | null;

export interface Types {
  /** Type of a term of a module, with type parameters replaced. */
  of(module: number, term: number, substitution?: Substitution): Type;
  /** The type a name means in a module, as an annotation would. */
  named(module: number, name: string, args: Type[]): Type;
  ofClass(ref: ClassRef): ObjectType;
  schema(name: string): ObjectType | undefined;
}
