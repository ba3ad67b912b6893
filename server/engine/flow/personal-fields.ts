/** The personal fields of a declared type. */
import type { Classifier } from '../classify';
import { isInert } from '../link/type-parts';
import type { Member, ObjectType, Type } from '../link/types';
import { isFilter } from '../owners';
import { isMachine, isPostalCode, POSTCODE } from './look-alikes';
import { isOfOthers } from './things';
import type { Trust } from './values';

export interface PersonalField {
  path: string;
  category: string;
  trust: Trust;
  /** The name alone would be enough. */
  specific: boolean;
}

/** Members under which a record of a person keeps facts that its type does not name. */
const OPEN = new Set(['attributes', 'customAttributes', 'traits', 'properties', 'customProperties', 'customFields', 'claims']);

/** Envelopes of packages that carry a record under "data" or the like. */
const ENVELOPE = /(Event|Job|Response|Message|PayloadAction)$/;

/** Types that hold others. */
const HOLDING: ReadonlySet<Type['kind']> = new Set(['array', 'union', 'library', 'named', 'object']);

export interface FieldParts {
  classifier: Classifier;
  /** Whose the members of a type are, by the name of the type. */
  whose(owner: string, type: Type, name: string): string;
  verdict(owner: string, name: string, member: Member): { category: string; trust: Trust } | null;
}

/** Personal fields by type; empty when the type as a whole is not a record of a person. */
export function createFields({ classifier, whose, verdict }: FieldParts): (type: Type) => readonly PersonalField[] {
  const known = new WeakMap<Type, readonly PersonalField[]>();

  /** `attributes: Record<string, string>` of a user: whatever somebody knows about the person. */
  const isOpenRecord = (owner: string, name: string, type: Type): boolean =>
    type.kind === 'map' && !isInert(type.value) && OPEN.has(name) && classifier.owner(owner) === 'person';

  const scan = (type: ObjectType, prefix: string, depth: number, seen: ObjectType[], out: PersonalField[]): void => {
    for (const [name, member] of type.members()) {
      if (member.method || member.hidden || isFilter(member.owner || type.name)) continue;
      const path = prefix + name;
      const owner = whose(member.owner || type.name, type, name);
      const open = isOpenRecord(owner, name, member.type) ? { category: 'record', trust: 3 as const } : null;
      const told = isPostalCode(type, name) ? POSTCODE : (verdict(owner, name, member) ?? open);
      const isOther = told && ((prefix === '' && isOfOthers(classifier, type, told.category)) || isMachine(type, name));
      const found = isOther ? null : told;
      if (found)
        out.push({
          path,
          ...found,
          specific: open !== null || classifier.name(name)?.specific === true || member.personal !== undefined,
        });
      const inner = member.type.kind === 'array' ? member.type.element : member.type;
      if (found || depth === 0 || inner.kind !== 'object' || inner.class || seen.includes(inner)) continue;
      scan(inner, path + '.', depth - 1, [...seen, inner], out);
    }
  };

  const fields = (type: Type): readonly PersonalField[] => {
    if (!HOLDING.has(type.kind)) return [];
    const cached = known.get(type);
    if (cached) return cached;
    // Of a type that contains itself: nothing more than is found on the way.
    known.set(type, []);
    const found = fieldsOf(type);
    known.set(type, found);
    return found;
  };

  const fieldsOf = (type: Type): readonly PersonalField[] => {
    if (type.kind === 'array') return fields(type.element);
    if (type.kind === 'union') return type.parts.map(fields).find((found) => found.length > 0) ?? [];
    if (type.kind === 'library' || type.kind === 'named') return carried(type);
    if (type.kind !== 'object') return [];
    const out: PersonalField[] = [];
    scan(type, '', 2, [type], out);
    const weighed = out.filter((field) => classifier.category(field.category)?.identifies !== 'opaque');
    // One weak name is not enough to call a type a record of a person.
    return weighed.some((field) => field.specific) || weighed.length >= 2 ? out : [];
  };

  const carried = ({ name, args }: { name: string; args: Type[] }): readonly PersonalField[] =>
    args[0]?.kind === 'object' && ENVELOPE.test(name)
      ? fields(args[0]).map((field) => ({ ...field, path: `data.${field.path}` }))
      : [];

  return fields;
}
