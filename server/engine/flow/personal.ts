/** What is personal: evidence for a member, a name or a whole value. Types speak before names. */
import type { Classifier } from '../classify';
import type { Category, Evidence } from '../category';
import { STRING, type Member, type ObjectType, type Type } from '../link/types';
import type { ModuleIR } from '../ir';
import { isAnimal, isFilter, isMeasure, isOfSoftware, isStructure, ownerSort } from '../owners';
import { isConstantName } from '../words';
import { createPersons } from './persons';
import { createRegistered, isGoods, isOfOthers } from './things';
import { textCategory, toldBeside, toldByMembers } from './texts-of-people';
import type { Trust, Value } from './values';
import { isInert, memberOf, nameOf } from '../link/type-parts';

export interface PersonalField {
  path: string;
  category: string;
  trust: Trust;
  /** The name alone would be enough. */
  specific: boolean;
}

export interface Personal {
  /** Evidence for reading `name` from a value. */
  member(owner: Value, name: string, member: Member | null): { category: string; trust: Trust } | null;
  /** Declared as not personal, by a comment at the member or in the configuration: the value stays so under other names. */
  isDenied(owner: Value, name: string, member: Member | null): boolean;
  /** The name of a thing that says so by its type: `integration.name` is nobody's, whatever it is called later. */
  isOfThing(owner: Value, name: string, member: Member | null): boolean;
  /** Evidence in a name given to a value nothing is known about. */
  name(name: string, type: Type): { category: string; trust: Trust } | null;
  /** Evidence in a parameter's place: `to` of a function that sends an email with a subject. */
  parameter(name: string, type: Type, module: ModuleIR, index: number): { category: string; trust: Trust } | null;
  /** Evidence in the name of a variable, and in the names beside it: `phone` where an email address is in sight. */
  beside(name: string, type: Type, module: ModuleIR, index: number): { category: string; trust: Trust } | null;
  /** Personal fields of a declared type; empty when the type as a whole is not a record of a person. */
  fields(type: Type): readonly PersonalField[];
  /** A value of unknown shape that its type's name or its own name calls a person. */
  isRecord(value: Value): boolean;
}

/** Members under which a record of a person keeps facts that its type does not name. */
const OPEN = new Set(['attributes', 'customAttributes', 'traits', 'properties', 'customProperties', 'customFields', 'claims']);

/** Envelopes of packages that carry a record under "data" or the like. */
const ENVELOPE = /(Event|Job|Response|Message|PayloadAction)$/;

/** What a function is given: its members are no properties of one thing. */
const BAGS = /(Options?|Props|Params?|Parameters|Args|Arguments|Config|Settings|Input|State|Context|Event|Command)$/;

/** Where a message with a subject goes: `to` alone says nothing, beside a subject it is an address. */
export const ADDRESSEES = new Set(
  'to cc bcc replyTo recipient recipients fromAddress toAddress senderAddress replyToAddress'.split(' '),
);
export const SUBJECT = 'subject';
export const MAILBOX = 'address';

const TRUST: Record<Evidence['strength'], Trust> = { certain: 3, likely: 3, possible: 1 };

/** Types that hold others. */
const HOLDING: ReadonlySet<Type['kind']> = new Set(['array', 'union', 'library', 'named', 'object']);

export function createPersonal(classifier: Classifier): Personal {
  const known = new WeakMap<Type, readonly PersonalField[]>();
  const isSomebody = createPersons(classifier);
  const isRegistered = createRegistered(classifier);

  const persons = new Map<string, boolean>();
  const isPerson = (hint: string): boolean => {
    let found = persons.get(hint);
    if (found === undefined) {
      found =
        classifier.owner(hint) === 'person' &&
        !isMeasure(hint) &&
        !isConstantName(hint) &&
        !/^(is|has|can|should|show|hide|use|allow|enable|disable|require|collect|include|exclude|skip|ask|notify|track|no|on|set|handle|redirect|navigate|goto)[A-Z_ ]/.test(
          hint,
        ) &&
        // "distinctIdUser" is an id.
        !/(?:[a-z]Id[A-Z]|_id_)[A-Za-z]+$/.test(hint) &&
        !/(Only|Enabled|Disabled|Required|Allowed|Visible|Loading|Flag)$/.test(hint);
      persons.set(hint, found);
    }
    return found;
  };

  const verdict = (owner: string, name: string, member: Member | null): { category: string; trust: Trust } | null => {
    if (member?.personal === null) return null;
    if (member?.personal) return { category: member.personal, trust: 3 };
    const type = member?.type;
    if (type && (isInert(type) || member?.method) && !isChoice(type)) return null;
    const evidence = classifier.field(owner || null, name);
    if (member?.personal === '') return { category: evidence?.category ?? 'personal', trust: 3 };
    if (!evidence || evidence.strength === 'possible') return null;
    if (type && !fits(type, evidence.category)) return null;
    return { category: evidence.category, trust: TRUST[evidence.strength] };
  };

  /** A "Worker" with a surname is no thread; a "Booking" with a driver's passport is somebody, but its place is no whereabouts. */
  const whose = (owner: string, type: Type, name: string): string => {
    if (classifier.owner(owner) === 'unknown' && isRegistered(type)) return 'company';
    if (owner === '' || !isSomebody(type) || isAnimal(owner)) return owner;
    const sort = classifier.owner(owner);
    const group = sort === 'unknown' ? classifier.name(name)?.category.group : undefined;
    return sort === 'other' || (sort === 'unknown' && !OF_OCCASIONS.has(group ?? '')) ? 'person' : owner;
  };

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
      const found = told && prefix === '' && isOfOthers(classifier, type, told.category) ? null : told;
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

  const beside: Personal['beside'] = (name, declared, module, index) => {
    const type = present(declared);
    const told = isInert(type) ? null : toldBeside(classifier, module, index, name, type);
    return told && { category: told.category.id, trust: told.isSure ? 3 : 2 };
  };

  /** A text among the members of what nobody named: the others say whose it is. */
  const amongMembers = (
    { type, hint }: Value,
    name: string,
    member: Member | null,
  ): { category: string; trust: Trust } | null => {
    const holder = member?.owner || nameOf(type) || hint;
    const isThing = classifier.owner(holder) === 'other' || ownerSort(hint) === 'thing';
    const isNamed = member === null || member.personal !== undefined || isThing;
    if (isNamed || type.kind !== 'object') return null;
    const told = toldByMembers(classifier, type.members().keys(), name, member.type);
    return told && { category: told.id, trust: 3 };
  };

  /** `row.phone` of what also has opening hours. */
  const isOfBusiness = ({ type, hint }: Value, name: string): boolean =>
    type.kind === 'object' &&
    classifier.owner(nameOf(type) || hint) === 'unknown' &&
    textCategory(classifier, name) !== null &&
    toldByMembers(classifier, type.members().keys(), name, STRING) === null;

  const ofSomebody = (owner: Value, name: string, member: Member | null): { category: string; trust: Trust } | null => {
    const found = isOfBusiness(owner, name) ? null : verdict(holderOf(owner, name, member), name, member);
    return found && isOfOthers(classifier, owner.type, found.category) ? null : found;
  };

  /** A declared shape with a key that its name calls a person: `camp.contact` without one is what the camp prints. */
  const isRowOfPerson = (type: Type): boolean => {
    const own = present(type);
    if (own.kind === 'array') return isRowOfPerson(own.element);
    return own.kind === 'object' && classifier.owner(own.name) === 'person' && KEYS.some((key) => own.members().has(key));
  };

  const holderOf = (owner: Value, name: string, member: Member | null): string => {
    const typeName = nameOf(owner.type);
    const named = isGoods(owner.type) ? 'product' : owner.hint || typeName;
    const declared = member?.owner || typeName;
    const isTold = classifier.owner(declared) !== 'unknown' || (member?.owner && ownerSort(owner.hint) !== 'thing');
    return whose(declared && isTold ? declared : named, owner.type, name);
  };

  return {
    fields,
    member: (owner, name, member) =>
      isPostalCode(owner.type, name) || (PIN_CODE.test(name) && /address/i.test(owner.hint))
        ? POSTCODE
        : (ofSomebody(owner, name, member) ??
          (isMailbox(owner, name, member) || (member && isAddressee(owner.type, name, member)) ? ADDRESS : null) ??
          amongMembers(owner, name, member)),
    parameter(name, type, module, index) {
      const { name: called, parameters } = module.functions[index];
      const isMail = ADDRESSEES.has(name) && /e?mail/i.test(called) && parameters.some((other) => other.name === SUBJECT);
      if (isInert(type)) return null;
      return isMail && fits(type, 'email') ? ADDRESS : beside(name, type, module, index);
    },
    beside,
    isOfThing(owner, name, member) {
      const machine = member?.owner || nameOf(owner.type) || owner.hint;
      if (isOfSoftware(machine) && classifier.owner(machine) === 'other' && classifier.name(name)?.category.id === 'credential')
        return true;
      if (isSomebody(owner.type)) return false;
      // `task.contact` is a row of its own: whose it is tells its own type.
      if (member && isRowOfPerson(member.type)) return false;
      // The members of a query, a class or a schema are its fields.
      if (/^members?$/.test(name) && isStructure(machine)) return true;
      const found = classifier.name(name);
      if (found && isOfOthers(classifier, owner.type, found.category.id)) return true;
      if (isGoods(owner.type)) return found?.specific === false;
      const isNameOfThing = (thing: string): boolean =>
        found?.specific === true && classifier.field(thing, name)?.strength === 'possible';
      // `projects.map((repo) => repo.full_name)`: the variable says what the list does not.
      if (found?.category.id === 'person-name' && ownerSort(owner.hint) === 'thing' && isNameOfThing(owner.hint)) return true;
      const holder = member?.owner || nameOf(owner.type) || (BUSINESS.test(owner.hint) || isAnimal(owner.hint) ? owner.hint : '');
      if (holder === '' || BAGS.test(holder) || classifier.owner(holder) !== 'other') return false;
      if (isAnimal(holder)) return found !== null && classifier.field(holder, name) === null;
      // "full_name" of a repository is enough for a person's name, and things have names too.
      return found !== null && (!found.specific || isNameOfThing(holder));
    },
    isDenied: (owner, name, member) => member?.personal === null || classifier.denies(holderOf(owner, name, member), name),
    name(name, declared) {
      const type = present(declared);
      if (isInert(type) || type.kind === 'object' || type.kind === 'map') return null;
      const found = classifier.name(name);
      if (type.kind === 'named' || type.kind === 'library') {
        const typeFound = classifier.name(type.name);
        return typeFound && (typeFound.specific || isOfSchema(type, typeFound.category))
          ? { category: typeFound.category.id, trust: 3 }
          : null;
      }
      if (!found?.specific || !fits(type, found.category.id)) return null;
      return { category: found.category.id, trust: 3 };
    },
    isRecord(value) {
      const type = value.type.kind === 'array' ? value.type.element : value.type;
      if (type.kind === 'named' || type.kind === 'library') return classifier.owner(type.name) === 'person';
      return type.kind === 'unknown' && value.hint !== '' && isPerson(value.hint);
    },
  };
}

/** What an occasion has as well as a person: where it takes place, what is done, said and shown at it. */
const OF_OCCASIONS: ReadonlySet<string> = new Set([
  'location',
  'behaviour',
  'communication',
  'biometric-genetic',
  'device-online',
  'health',
]);

const KEYS = ['id', '_id', 'uuid'];
const POSTCODE = { category: 'postcode', trust: 3 as const };
const PIN_CODE = /^pin_?code$/i;
const PARTS_OF_ADDRESS = ['city', 'state', 'district', 'street', 'country', 'landmark', 'area', 'addressLine1', 'address_line1'];

/** In India a pin code is where somebody lives: it stands beside a city. */
const isPostalCode = (type: Type, name: string): boolean =>
  PIN_CODE.test(name) && type.kind === 'object' && PARTS_OF_ADDRESS.some((part) => memberOf(type, part) !== null);

/** Variables that hold an organisation, whatever type they have: its telephone is one of a business. */
const BUSINESS =
  /(?:^|[a-z_])(?:[Cc]ompany|[Oo]rgani[sz]ation|[Ss]hop|[Ss]upplier|[Vv]endor|[Bb]usiness|[Mm]erchant|[Rr]estaurant|[Hh]otel|[Hh]ospital)$/;

const ADDRESS = { category: 'email', trust: 3 as const };

/** `mail.to[0].address`: parsed mail has people where a message went. */
const isMailbox = (owner: Value, name: string, member: Member | null): boolean =>
  name === MAILBOX && ADDRESSEES.has(owner.hint) && !(member && (isInert(member.type) || !fits(member.type, 'email')));

/** `to` of a declared message with a subject. */
function isAddressee(owner: Type, name: string, member: Member): boolean {
  if (!ADDRESSEES.has(name) || member.personal === null || isInert(member.type) || owner.kind !== 'object') return false;
  return fits(member.type, 'email') && memberOf(owner, SUBJECT) !== null;
}

/** `Signature | undefined` is a signature. */
function present(type: Type): Type {
  const parts = type.kind === 'union' ? type.parts.filter((part) => !isInert(part)) : [];
  return parts.length === 1 ? parts[0] : type;
}

/** A table of signatures or names holds those of people; its schema may be out of sight. */
const isOfSchema = (type: Type, category: Category): boolean => type.kind === 'library' && isTable(type.specifier, category);

export const isTable = (specifier: string, { group }: Category): boolean =>
  group === 'name' && /prisma|@\w+\/db|database/i.test(specifier);

/** `gender: 'm' | 'f'` is data although each literal alone is a constant. */
const isChoice = (type: Type): boolean =>
  (type.kind === 'union' && type.parts.length > 1 && type.parts.every((part) => part.kind === 'literal' && !part.boolean)) ||
  (type.kind === 'primitive' && type.name === 'enum');

/** An object where text is expected is something else of that name, except for composite data. */
function fits(type: Type, category: string): boolean {
  if (type.kind === 'array') return fits(type.element, category);
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
