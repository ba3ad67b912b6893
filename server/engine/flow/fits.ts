/** Which declared types can hold a datum of a category. */
import type { Category } from '../category';
import { isInert, memberOf } from '../link/type-parts';
import type { ObjectType, Type } from '../link/types';
import { wordSet, wordsOf } from '../words';

/** `Signature | undefined` is a signature. */
export function present(type: Type): Type {
  const parts = type.kind === 'union' ? type.parts.filter((part) => !isInert(part)) : [];
  return parts.length === 1 ? parts[0] : type;
}

/** A table of signatures or names holds those of people; its schema may be out of sight. */
export const isOfSchema = (type: Type, category: Category): boolean =>
  type.kind === 'library' && isTable(type.specifier, category);

export const isTable = (specifier: string, { group }: Category): boolean =>
  group === 'name' && /prisma|@\w+\/db|database/i.test(specifier);

/** `gender: 'm' | 'f'` is data although each literal alone is a constant. */
export const isChoice = (type: Type): boolean =>
  (type.kind === 'union' && type.parts.length > 1 && type.parts.every((part) => part.kind === 'literal' && !part.boolean)) ||
  (type.kind === 'primitive' && type.name === 'enum');

/** An object where text is expected is something else of that name, except for composite data; from one age to another is nobody's. */
export function fits(type: Type, category: string): boolean {
  if (category === 'age' && isPair(type)) return false;
  if (type.kind === 'array') return fits(type.element, category);
  if (category === 'card' && type.kind === 'object' && isOffered(type)) return false;
  if (type.kind === 'object')
    return (
      /address|location|name|contact|card|consent|history|photo|content|diagnosis|medication|allergies/.test(category) &&
      type.members().size > 0 &&
      memberOf(type, 'type') === null
    );
  if (type.kind === 'primitive' && type.name === 'number')
    return !/email|name|address|token|credential|signature|history/.test(category) || category === 'username';
  return true;
}

/** A card that is offered has a name, fees and terms; one that somebody pays with has a number, an expiry or a holder. */
const isOffered = (type: ObjectType): boolean =>
  type.members().size > 0 && ![...type.members().keys()].some((name) => wordsOf(name).some((word) => PAID_WITH.has(word)));
const PAID_WITH = wordSet(
  'number no pan digit last last4 four exp expire expiry expiration month cvv cvc csc security code holder owner token fingerprint bin brand ' +
    'billing customer user id',
);

const isPair = (type: Type): boolean =>
  type.kind === 'tuple' || (type.kind === 'array' && type.element.kind === 'primitive' && type.element.name === 'number');
