/** Names of types that the language, and libraries everybody uses, give: containers, wrappers, primitives. */
import { record, literals, picked } from './type-parts';
import { type Type, UNKNOWN } from './types';

export const primitive = (name: string): Type =>
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

export function builtin(name: string, args: Type[]): Type | null {
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
