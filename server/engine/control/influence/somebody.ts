/** Whether what is read is somebody's, although neither its name nor its owner's says so: what stands beside it does. */
import type { Attributes } from '../../attributes';
import { Flag, Kind, type FunctionIR } from '../../ir';
import type { ObjectType, Type } from '../../link/types';
import { isAnimal, isPersonNoun, nounSort, ownerSort } from '../../owners';
import type { AttributeClass } from '../../rule/dependence';
import { wordsOf } from '../../words';
import type { Body } from '../bodies';
import { namesAround } from '../named';
import { areSameLoad } from '../parts';
import type { Owners } from './owners';
import type { Walking } from './steps';

export interface Somebody {
  /** A record of no telling name that is declared with somebody's gender, income or mailbox as well: its age is that of a person. */
  isRecord(fn: number, object: number, owner: string, name: string): boolean;
  /** An `age` that is kept beside somebody's gender: in the same function, or one around it. */
  isBeside(body: Body, category: string): boolean;
  /** The age that a premium or a ticket is made of, where no vehicle, animal or building is spoken of, is that of who pays for it. */
  isPayer(body: Body, category: string): boolean;
}

export function createSomebody(parts: Walking, attributes: Attributes, { valueOf }: Owners): Somebody {
  const { bodies } = parts;
  const { classifier } = parts.engine;

  const isRecord = (fn: number, object: number, owner: string, name: string): boolean => {
    const isContract = CONTRACT.test(owner);
    if (owner !== '' && !isOpen(owner) && !isContract) return false;
    if (isAgeOf(owner, name)) return true;
    const type = recordOf(valueOf(fn, object)?.type);
    const members = type
      ? [...type.members()].flatMap(([other, { method, personal }]) => (method || personal === null ? [] : [other]))
      : membersRead(bodies.of(fn), object);
    const others = members.filter((other) => other !== name);
    const isTelling = (other: string): boolean => attributes.mayBe(other, OF_PERSONS) === 'sure';
    if (isContract) return members.some((other) => isTelling(other) || wordsOf(other).includes('health'));
    if (others.some(isTelling)) return true;
    return others.some(isOwnContact) && !others.some((other) => wordsOf(other).some(isKept));
  };

  /** `email`, not `ownerEmail`: of what the record is about itself. */
  const isOwnContact = (name: string): boolean => {
    const seen = classifier.name(name);
    return seen?.specific === true && CONTACT.has(seen.category.group) && !wordsOf(name).some(isPersonNoun);
  };

  /** What a function reads from a variable or a parameter of which nothing is declared. */
  const membersRead = (body: Body, object: number): string[] => {
    const isIt = (i: number): boolean => i === object || areSameLoad(body, i, object);
    return Array.from({ length: body.reader.count }, (_, i) => i).flatMap((i) =>
      body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) && isIt(body.operand(i, 0)) ? [body.name(i, 1)] : [],
    );
  };

  const isBeside = (body: Body, category: string): boolean => {
    const { functions } = body.reader.module;
    for (let at = body.index; at > 0; at = functions[at].parent) {
      const names = [...functions[at].slots, ...functions[at].parameters].map((each) => each.name);
      const isTelling = (other: string): boolean =>
        attributes.mayBe(other, ['protected']) === 'sure' && attributes.of('', other)?.category !== category;
      if (names.some(isTelling)) return true;
    }
    return false;
  };

  const isPayer = (body: Body, category: string): boolean => {
    if (category !== 'age') return false;
    const { path, functions } = body.reader.module;
    const names = [...namesAround(body), ...namesWithin(functions, body.index)];
    // Where the age of a vehicle has a name of its own, another age is not the vehicle's.
    if ([...names, ...membersIn(body)].some(isAgeOfOld)) return true;
    const others = [...names.filter((name) => !AGE_OF_THING.test(name)), path];
    if (names.some(isOfOneself)) return !others.some((name) => wordsOf(name).some(isOld));
    const spoken = [...others, ...textsIn(body)].flatMap((text) => [...wordsOf(text)]);
    return spoken.some(isAtWheel) || (spoken.some((word) => nounSort(word) === 'person') && !spoken.some(isAging));
  };

  return { isRecord, isBeside, isPayer };
}

/** Variables of a function, and of those that are written inside it. */
const namesWithin = (functions: readonly FunctionIR[], own: number): string[] =>
  functions.flatMap(({ slots, parameters }, index) =>
    isWithin(functions, index, own) ? [...slots, ...parameters].map(({ name }) => name) : [],
  );

const isWithin = (functions: readonly FunctionIR[], index: number, own: number): boolean =>
  index === own || (own > 0 && index > own && isWithin(functions, functions[index].parent, own));

export const recordOf = (type: Type | undefined): ObjectType | null =>
  type?.kind === 'object' ? type : type?.kind === 'array' ? recordOf(type.element) : null;

/** Beside a gender or a religion an income is that of a person too. */
const OF_PERSONS: readonly AttributeClass[] = ['protected', 'willingness-to-pay', 'vulnerability'];

/** What is agreed with somebody: beside somebody's health or gender an age in it is theirs, and no other. */
const CONTRACT = /(policy|quote|proposal|contract)$/i;

/** Of whom nothing is said, or not enough; "Kind" is a child where it has a birthday. */
const isOpen = (owner: string): boolean => {
  const sort = ownerSort(owner);
  return sort === 'unknown' || sort === 'maybe' || /^kind(er)?$/i.test(owner);
};

/** `player.age`, `child.age`: those have birthdays; accounts and sessions only last. */
const isAgeOf = (owner: string, name: string): boolean =>
  name === 'age' && ownerSort(owner) === 'maybe' && !LASTING.has(wordsOf(owner).at(-1) ?? '');
const LASTING = new Set(
  'account profile session identity persona credential signup registration login owner tenant editor operator reader receiver'.split(
    ' ',
  ),
);

/** What somebody pays for herself. */
export const isOfOneself = (name: string): boolean => PREMIUM.test(name) || ADMISSION.test(name);

/** `getBasePremium`, `extensionPremium`; "premiumPlan", "isPremium" and "userPremium" are no sum. */
export const PREMIUM =
  /^premium$|(base|monthly|yearly|annual|final|total|net|gross|insurance|calculate|compute|get|extension|rider|cover|add_?on|adjusted|estimated|basic|health|life|travel)_?premium$/i;

/** `ticketPrice`, `membershipFee`, `fare`. */
const ADMISSION =
  /(ticket|admission|entry|entrance|membership|passenger)_?(price|fee|cost|fare)s?$|^((get|calc|calculate|compute)_?)?fare$/i;

/** What a function says in texts. */
const textsIn = (body: Body): string[] =>
  Array.from({ length: body.reader.count }, (_, i) => (body.kind(i) === Kind.Const ? (body.text(i) ?? '') : ''));

/** What a function reads from anything. */
const membersIn = (body: Body): string[] =>
  Array.from({ length: body.reader.count }, (_, i) => i).flatMap((i) =>
    body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) ? [body.name(i, 1)] : [],
  );

/** "vehicleAge": beside it another age is somebody's. */
export const isAgeOfOld = (name: string): boolean => {
  const words = wordsOf(name);
  return words.length > 1 && words.at(-1) === 'age' && words.slice(0, -1).some(isOld);
};

/** "vehicleAge", "car_year". */
const AGE_OF_THING = /^[a-z]+(_?[aA]ge|_?[yY]ear)$/;

const CONTACT: ReadonlySet<string> = new Set(['contact', 'name']);

/** An animal has a breed, and a keeper who is written to. */
const isKept = (word: string): boolean => isAnimal(word) || KEPT.has(word);
const KEPT = new Set(['breed', 'species', 'vin', 'mileage']);

/** Things that are insured for what they are worth at their age. */
export const isOld = (word: string): boolean => isKept(word) || OLD.has(word);
const OLD = new Set([
  'vehicle',
  'car',
  'auto',
  'motor',
  'bike',
  'truck',
  'pet',
  'house',
  'home',
  'property',
  'building',
  'boat',
  'policy',
  'device',
  'machine',
]);

/** Whoever drives is not as old as the car. */
const isAtWheel = (word: string): boolean => AT_WHEEL.has(word);
const AT_WHEEL = new Set(['driver', 'renter', 'motorist']);

/** What is sold for less, or for more, once it is old. */
const isAging = (word: string): boolean => isOld(word) || AGING.has(word);
const AGING = new Set(
  'product item stock inventory wine whisky whiskey spirit cheese tree plant equipment asset furniture antique apartment listing account domain article lot lead invoice'.split(
    ' ',
  ),
);
