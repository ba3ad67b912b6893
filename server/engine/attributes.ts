/** Which names are attributes of a person that a price or a decision should not turn on, by class. */
import type { Category } from './category';
import type { Classifier } from './classify';
import { ownerSort, type OwnerSort } from './owners';
import { nameEvidence, phraseTable } from './phrases';
import type { AttributeClass } from './rule/dependence';
import { remembering } from './remember';
import { wordsOf } from './words';

/** What we know about one class of attributes: one file each in rules/attributes. */
export interface AttributeWords {
  class: AttributeClass;
  /** Categories of personal data that belong to the class. */
  categories: string[];
  /** Word phrases that are enough alone, and those that need a person as owner; as in `Category`. */
  specific: string[];
  generic: string[];
  not: string[];
  /** What somebody who is called so has: the "origin" of a "foreigner". */
  titles?: Record<string, string>;
  /** Executed by a test: names with an optional owner. */
  examples: { yes: string[]; no: string[] };
}

export interface Recognised {
  /** All classes the attribute belongs to: a postcode is a place and a proxy. */
  classes: readonly AttributeClass[];
  /** "postcode", "battery level": as a message names it. */
  title: string;
  /** Category of personal data, or ''. */
  category: string;
}

export interface Attributes {
  /** A member of a value called `owner`, or a variable (`owner` is ''). */
  of(owner: string, name: string): Recognised | null;
  /** Of a category that labels carry. */
  ofCategory(category: string): Recognised | null;
  /** Cheap: whether the name can be an attribute of anybody, of one of the classes: 'sure' alone, or 'of-person' where a person is in sight. */
  mayBe(name: string, classes?: readonly AttributeClass[]): 'sure' | 'of-person' | null;
  /** A name, an address or a number by which somebody is reached. */
  isContact(name: string): boolean;
  /** Only a name with such a word can be one. */
  mayEnd(word: string): boolean;
}

/** Classes whose words are told apart enough to hold for a survey, a session or a device as well. */
const LOOSE: ReadonlySet<AttributeClass> = new Set([
  'vulnerability',
  'device',
  'behaviour',
  'experiment',
  'consent',
  'score',
  'emotion',
  'allowed',
]);

const NOTHING: { class: AttributeClass; specific: boolean }[] = [];

export function createAttributes(all: readonly AttributeWords[], classifier: Classifier): Attributes {
  const tables = all.map((words) => ({ class: words.class, table: phraseTable([asCategory(words)]) }));
  const titles = new Map(all.flatMap((words) => Object.entries(words.titles ?? {})));
  const ofCategoryId = new Map<string, AttributeClass[]>();
  for (const words of all)
    for (const id of words.categories) ofCategoryId.set(id, [...(ofCategoryId.get(id) ?? []), words.class]);
  const known = new Map<string, Map<string, Recognised | null>>();

  const ends = new Set(tables.flatMap(({ table }) => [...table.keys()]));

  const evidence = remembering((name): { class: AttributeClass; specific: boolean }[] => {
    // Whom an offer is for is set by who makes it.
    if (isCriterion(name)) return NOTHING;
    // A phrase ends at one of these words: nearly all names are done with here.
    if (!wordsOf(name).some((word) => ends.has(word))) return NOTHING;
    const bare = withoutUnit(withoutQuestion(name));
    return tables.flatMap(({ class: own, table }) => {
      const seen = nameEvidence(table, name) ?? (bare === name ? null : nameEvidence(table, bare));
      return seen ? [{ class: own, specific: seen.specific }] : [];
    });
  });

  const ofCategory = (category: string): Recognised | null => {
    const classes = ofCategoryId.get(category);
    return classes ? { classes, category, title: classifier.category(category)?.title ?? category } : null;
  };

  const of = (owner: string, name: string): Recognised | null => {
    const members = known.get(owner) ?? known.set(owner, new Map()).get(owner)!;
    const before = members.get(name);
    if (before !== undefined) return before;
    const sort: OwnerSort = owner === '' ? 'unknown' : ownerSort(owner);
    if (sort !== 'person' && GROUPS.test(name)) return null;
    const personal =
      isCriterion(name) || INTEREST.test(name)
        ? null
        : (classifier.field(owner || null, name) ?? classifier.field(owner || null, withoutQuestion(name)));
    const isSomebodys = sort !== 'thing' && sort !== 'organisation' && sort !== 'about';
    const category = personal && isNameOfRelative(personal.category, name) ? 'person-name' : personal?.category;
    const byCategory = category && personal?.strength !== 'possible' && isSomebodys ? ofCategory(category) : null;
    const own = evidence(name)
      .filter((seen) => holds(seen, sort))
      .map((seen) => seen.class);
    const classes = [...new Set([...(byCategory?.classes ?? []), ...own])].sort();
    const title =
      own.length === 0 && byCategory
        ? byCategory.title
        : (titles.get(spelled(withoutQuestion(name))) ?? spelled(withoutQuestion(name)));
    const found = classes.length === 0 ? null : { classes, title, category: byCategory?.category ?? '' };
    members.set(name, found);
    return found;
  };

  const mayBe = (name: string, classes?: readonly AttributeClass[]): 'sure' | 'of-person' | null => {
    const isWanted = (own: AttributeClass): boolean => !classes || classes.includes(own);
    const own = evidence(name).filter((seen) => isWanted(seen.class));
    if (own.some((seen) => seen.specific)) return 'sure';
    const category = classifier.name(name) ?? classifier.name(withoutQuestion(name));
    const belongs = category !== null && (ofCategoryId.get(category.category.id) ?? []).some(isWanted);
    if (belongs && category.specific) return 'sure';
    return belongs || own.length > 0 ? 'of-person' : null;
  };
  const mayBeAny = remembering((name) => mayBe(name));

  return {
    of,
    ofCategory,
    isContact: (name) => CONTACTS.has(classifier.name(name)?.category.id ?? ''),
    mayBe: (name, classes) => (classes ? mayBe(name, classes) : mayBeAny(name)),
    mayEnd: (word) => ends.has(word) || classifier.mayName(word),
  };
}

const CONTACTS: ReadonlySet<string> = new Set(['person-name', 'email', 'phone']);

/** Rows of a table by gender, ages to choose from, zones of delivery: a list of what there is, of nobody in particular. */
const GROUPS =
  /^(genders|sexes|nationalities|ethnicities|religions|races|castes|citizenships|neighbou?rhoods|districts|zips|(zip|post|postal)_?codes)$/i;

/** What a loan costs; what somebody likes are interests. */
const INTEREST = /(^|[a-z_])[iI]nterest$/;

/** "eligibleNationalities", "requiredCaste": a condition of an offer, and no attribute of a person. */
const isCriterion = (name: string): boolean =>
  /^(eligible|allowed|accepted|required|supported|permitted|targeted|restricted)(_|[A-Z])/.test(name);

/** What a mother is called says who somebody is, not what family they have. */
const isNameOfRelative = (category: string, name: string): boolean =>
  category === 'family-members' && wordsOf(name).at(-1) === 'name';

function holds({ class: own, specific }: { class: AttributeClass; specific: boolean }, sort: OwnerSort): boolean {
  if (sort === 'about') return false;
  if (!specific) return sort === 'person';
  return LOOSE.has(own) || (sort !== 'thing' && sort !== 'organisation');
}

/** What a field was given for, as its name says: "two factor phone" of "user.twoFactorPhone"; '' when it does not say. */
export function boundBy(attributes: Attributes, words: string): string {
  const [name = '', owner = ''] = words.split('.').reverse();
  const found = attributes.of(owner, name);
  return found?.classes.includes('bound') ? found.title : '';
}

/** "isAffluentArea", "usesWheelchair", "calcAge": the attribute that is asked for. */
export const withoutQuestion = (name: string): string => {
  const bare = name.replace(
    /^(?:is|has|have|had|was|uses?|using|in|recently|gets?|calc|calculate|compute|detect|derive|estimate|predict)(?=[A-Z_])_?/,
    '',
  );
  if (bare === name || bare === '') return name;
  return /^[A-Z]+$/.test(bare) ? bare.toLowerCase() : bare.charAt(0).toLowerCase() + bare.slice(1);
};

/** "careerGapMonths": how much of it there is. */
const withoutUnit = (name: string): string => name.replace(/(?<=[a-z])(_?in)?_?(months|years|days|weeks|hours)$/i, '');

/** "lossStreak" → "loss streak", as it is written, not in the singular. */
const spelled = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();

function asCategory({ class: id, specific, generic, not }: AttributeWords): Category {
  const examples = { yes: [], no: [] };
  return {
    id,
    title: id,
    group: 'behaviour',
    special: false,
    grave: false,
    identifies: 'quasi',
    specific,
    generic,
    not,
    examples,
  };
}
