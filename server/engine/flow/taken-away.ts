/** `omitPassword(user)`: the record without what the name of the function says; the rest of it stays as it is. */
import type { Classifier } from '../classify';
import { elementOf, picked } from '../link/type-parts';
import type { Type } from '../link/types';
import { takesOnly } from './names';
import { altered, type Value } from './values';

/** Null where the name takes away no single datum, or nothing that it is given has members. */
export function withoutNamed(classifier: Classifier, name: string, args: readonly Value[]): Value | null {
  const only = takesOnly(name);
  const whole = only && args.find(({ type, fields }) => membersOf(type).length > 0 || (fields !== null && fields.size > 0));
  if (!whole) return null;
  const isTaken = (member: string): boolean => only.has(classifier.name(member)?.category.id ?? '');
  const names = [...membersOf(whole.type), ...(whole.fields?.keys() ?? [])].filter(isTaken);
  if (names.length === 0) return null;
  const fields = whole.fields && new Map([...whole.fields].filter(([member]) => !isTaken(member)));
  return altered(whole, { type: picked(whole.type, new Set(names), false), fields });
}

function membersOf(type: Type): string[] {
  const own = type.kind === 'array' ? elementOf(type) : type;
  if (own.kind === 'union') return own.parts.flatMap(membersOf);
  return own.kind === 'object' ? [...own.members().keys()] : [];
}
