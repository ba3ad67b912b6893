/** What is personal: evidence for a member, a name or a whole value. Types speak before names. */
import type { Classifier } from '../classify';
import type { Category, Evidence } from '../category';
import { STRING, type Member, type Type } from '../link/types';
import type { ModuleIR } from '../ir';
import { isAnimal, isFilter, isOfSoftware, isStructure, ownerSort } from '../owners';
import { ADDRESS, ADDRESSEES, isAddressee, isMailbox, SUBJECT } from './addressees';
import { isMachine, isPinCode, isPostalCode, POSTCODE } from './look-alikes';
import { fits, isChoice, isOfSchema, present } from './fits';
import { createFields, type PersonalField } from './personal-fields';
import { wordSet, wordsOf } from '../words';
import { createPersonNames, createPersons } from './persons';
import { createRegistered, isGoods, isOfOthers, keepsHours } from './things';
import { textCategory, toldBeside, toldByMembers } from './texts-of-people';
import type { Trust, Value } from './values';
import { isInert, nameOf } from '../link/type-parts';

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

/** What a function is given: its members are no properties of one thing. */
const BAGS = /(Options?|Props|Params?|Parameters|Args|Arguments|Config|Settings|Input|State|Context|Event|Command)$/;

/** `PaymentMethod.creditcard`: a constant of an enumeration out of sight. */
const ENUMERATES = /^[A-Z]\w*[a-z](Methods?|Types?|Kinds?|Status(es)?|Modes?|Enum|Channels?|Events?)$/;

/** A variable that is named for a thing ("repo", "module"), and not for what others are kept, shown or asked for in. */
const isThing = (hint: string): boolean => ownerSort(hint) === 'thing' && !wordsOf(hint).some((word) => HOLDS.has(word));
const HOLDS = wordSet(
  `context provider store hook service controller page modal dialog screen component widget panel tab view step stage action config
  configuration option setting preference handler loader cookie cache history section header question survey quiz wizard command selector
  cursor extension prompt tool window frame schedule`,
);

/** `filter.bloodType`: what is looked for, whoever has it. */
const isQuasi = (category: Category | undefined): boolean => category?.identifies === 'quasi';

/** `moodEntries: number` is how many there are. */
const isHowMany = (classifier: Classifier, name: string, type: Type, category: string): boolean =>
  /[^s]s$/i.test(name) &&
  isNumber(present(type)) &&
  COUNTED.has(classifier.category(category)?.group ?? '') &&
  category !== 'vitals-fitness';
const isNumber = (type: Type): boolean => type.kind === 'primitive' && type.name === 'number';
const COUNTED: ReadonlySet<string> = new Set(['health', 'behaviour', 'communication']);

const TRUST: Record<Evidence['strength'], Trust> = { certain: 3, likely: 3, possible: 1 };

export function createPersonal(classifier: Classifier): Personal {
  const isSomebody = createPersons(classifier);
  const isRegistered = createRegistered(classifier);

  const verdict = (owner: string, name: string, member: Member | null): { category: string; trust: Trust } | null => {
    if (member?.personal === null) return null;
    if (member?.personal) return { category: member.personal, trust: 3 };
    const type = member?.type;
    if (type && (isInert(type) || member?.method) && !isChoice(type)) return null;
    const evidence = classifier.field(owner || null, name);
    if (member?.personal === '') return { category: evidence?.category ?? 'personal', trust: 3 };
    if (!evidence || evidence.strength === 'possible') return byType(type);
    if (isFilter(owner) && isQuasi(classifier.category(evidence.category))) return null;
    if (type && (!fits(type, evidence.category) || isHowMany(classifier, name, type, evidence.category))) return null;
    return { category: evidence.category, trust: TRUST[evidence.strength] };
  };

  /** A text that its type calls what it is: `contact: EmailAddress`. */
  const byType = (type: Type | undefined): { category: string; trust: Trust } | null => {
    const own = type && present(type);
    const found = own?.kind === 'primitive' && own.alias ? classifier.name(own.alias) : null;
    return own && found?.specific && fits(own, found.category.id) ? { category: found.category.id, trust: 3 } : null;
  };

  /** A "Worker" with a surname is no thread; a "Booking" with a driver's passport is somebody, but its place is no whereabouts. */
  const whose = (owner: string, type: Type, name: string): string => {
    if (classifier.owner(owner) === 'unknown' && isRegistered(type)) return 'company';
    if (owner === '' || !isSomebody(type) || isAnimal(owner)) return owner;
    const sort = classifier.owner(owner);
    const group = sort === 'unknown' ? classifier.name(name)?.category.group : undefined;
    return sort === 'other' || (sort === 'unknown' && !OF_OCCASIONS.has(group ?? '')) ? 'person' : owner;
  };

  const isPerson = createPersonNames(classifier);
  const fields = createFields({ classifier, whose, verdict });

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
    const isOfThing = classifier.owner(holder) === 'other' || isThing(hint);
    const isNamed = member === null || member.personal !== undefined || isOfThing;
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

  const isOfOpened = (owner: Value, name: string): boolean =>
    classifier.name(name)?.category.group === 'contact' && keepsHours(classifier, membersOf(owner));

  const ofSomebody = (owner: Value, name: string, member: Member | null): { category: string; trust: Trust } | null => {
    const found =
      (member === null && ENUMERATES.test(owner.hint)) ||
      isOfBusiness(owner, name) ||
      isMachine(owner.type, name) ||
      isOfOpened(owner, name)
        ? null
        : verdict(holderOf(owner, name, member), name, member);
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
    const isTold = classifier.owner(declared) !== 'unknown' || (member?.owner && !isThing(owner.hint));
    return whose(declared && isTold ? declared : named, owner.type, name);
  };

  return {
    fields,
    member: (owner, name, member) =>
      isPostalCode(owner.type, name) || (isPinCode(name) && /address/i.test(owner.hint))
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
      if (isFilter(machine) && isQuasi(classifier.name(name)?.category)) return true;
      if (isOfSoftware(machine) && classifier.owner(machine) === 'other' && classifier.name(name)?.category.id === 'credential')
        return true;
      if (isSomebody(owner.type)) return false;
      // `task.contact` is a row of its own: whose it is tells its own type.
      if (member && isRowOfPerson(member.type)) return false;
      // The members of a query, a class or a schema are its fields.
      if (/^members?$/.test(name) && isStructure(machine)) return true;
      const found = classifier.name(name);
      if (isOfOpened(owner, name)) return true;
      if (found && isOfOthers(classifier, owner.type, found.category.id)) return true;
      if (isGoods(owner.type)) return found?.specific === false;
      const isNameOfThing = (thing: string): boolean =>
        found?.specific === true && classifier.field(thing, name)?.strength === 'possible';
      // `projects.map((repo) => repo.full_name)`: the variable says what the list does not.
      if (found?.category.id === 'person-name' && isThing(owner.hint) && isNameOfThing(owner.hint)) return true;
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
      if (!found?.specific || !fits(type, found.category.id)) return byType(type);
      return { category: found.category.id, trust: 3 };
    },
    isRecord(value) {
      const type = value.type.kind === 'array' ? value.type.element : value.type;
      if (type.kind === 'named' || type.kind === 'library') return classifier.owner(type.name) === 'person';
      return type.kind === 'unknown' && value.hint !== '' && isPerson(value.hint);
    },
  };
}

/** Names of what a value declares, or was written with. */
const membersOf = ({ type, fields }: Value): string[] => [
  ...(type.kind === 'object' ? type.members().keys() : []),
  ...(fields?.keys() ?? []),
];

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
/** Variables that hold an organisation, whatever type they have: its telephone is one of a business. */
const BUSINESS =
  /(?:^|[a-z_])(?:[Cc]ompany|[Oo]rgani[sz]ation|[Ss]hop|[Ss]upplier|[Vv]endor|[Bb]usiness|[Mm]erchant|[Rr]estaurant|[Hh]otel|[Hh]ospital)$/;
