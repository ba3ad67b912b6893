import type { Category, Evidence, OwnerKind } from './category';
import { headOf, isAnimal, isPersonNoun, ownerSort, type OwnerSort } from './owners';
import { excludedBy, isShared, nameEvidence, phraseTable, type NameEvidence } from './phrases';
import { remembering } from './remember';
import { NAMES, wordsOf } from './words';

export { wordsOf };

/** Answers which names are evidence of personal data. */
export interface Classifier {
  name(name: string): NameEvidence | null;
  /** A member `name` of a type or variable `owner`; null when the owner is not known. */
  field(owner: string | null, name: string): Evidence | null;
  /** The category that a name says it is not, by one of the category's look-alikes. */
  excludes(name: string): string | null;
  /** The project said that this member holds nothing personal, whatever name its value gets later. */
  denies(owner: string, member: string): boolean;
  owner(name: string): OwnerKind;
  category(id: string): Category | undefined;
  /** Only names with such a word classify. */
  mayName(word: string): boolean;
  /** Only names with such a word, or with that of a person, are specific. */
  maySpecify(word: string): boolean;
  /** A thing that has a token of its own (`authContext.token`): where tokens are read, it is worth following. */
  keepsTokens(name: string): boolean;
  /** Only names with such a word do. */
  mayKeepTokens(word: string): boolean;
  /** Cheap test whether a name is worth following at all: it has a person noun in it, or it classifies. */
  personWords(name: string): boolean;
}

/** What a project has said about its own names: `fields` maps "Type.member" or "member" to a category id. */
export interface Overrides {
  fields: Record<string, string>;
  notPersonal: string[];
}

export function createClassifier(
  categories: readonly Category[],
  overrides: Overrides = { fields: {}, notPersonal: [] },
): Classifier {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const phrases = phraseTable(categories);
  const pinned = new Map(Object.entries(overrides.fields).map(([name, id]) => [overrideKey(name), byId.get(id)]));
  const denied = new Set(overrides.notPersonal.map(overrideKey));
  const pinnedWords = new Set([...pinned.keys()].flatMap((key) => key.split(/[ .]/)));

  const silent = pinned.size === 0 && denied.size === 0;
  const declared = remembering((name): NameEvidence | null | 'nothing' => {
    const key = overrideKey(name);
    if (denied.has(key)) return null;
    const category = pinned.get(key);
    return category ? { category, specific: true } : 'nothing';
  });
  const name = remembering((text): NameEvidence | null => {
    const said = silent ? 'nothing' : declared(text);
    const found = said === 'nothing' ? nameEvidence(phrases, text) : said;
    // "castes" are what a form lets somebody choose from, unless they are a person's.
    return found?.specific && said === 'nothing' && found.category.group === 'demographic' && isPlural(text)
      ? { ...found, specific: false }
      : found;
  }, NAMES);
  const sort = remembering(ownerSort, NAMES);
  const field = (owner: string, member: string): Evidence | null => {
    for (const declaration of silent ? [] : [`${owner}.${member}`, member]) {
      const said = declared(declaration);
      if (said !== 'nothing') return said && { category: said.category.id, strength: 'certain' };
    }
    // `patient.complaint` is what "patient complaint" says.
    const found = name(member) ?? (sort(owner) === 'person' ? name(`${headOf(owner)} ${member}`) : null);
    if (!found || isOfAnother(found, owner)) return null;
    if (isOfPlace(found, owner)) return { category: found.category.id, strength: 'possible' };
    const strength =
      isHeldBy(found, owner) || isHeld(found, owner, member)
        ? 'likely'
        : isAnimal(owner)
          ? found.specific && found.category.group === 'contact'
            ? 'likely'
            : null
          : strengthOf(found, owner === '' ? 'unknown' : sort(owner));
    return strength && { category: found.category.id, strength };
  };

  return {
    name,
    field: (owner, member) => field(owner ?? '', member),
    excludes: remembering((text) => excludedBy(phrases, text)),
    denies: (owner, member) =>
      denied.size > 0 && (denied.has(overrideKey(`${owner}.${member}`)) || denied.has(overrideKey(member))),
    owner: (text) => ownerKinds[sort(text)],
    category: (id) => byId.get(id),
    mayName: (word) => phrases.has(word) || pinnedWords.has(word),
    maySpecify: (word) =>
      pinnedWords.has(word) ||
      phrases
        .get(word)
        ?.some(
          ({ kind, category: { held, asText } }) => kind === 'specific' || held?.includes(word) || asText?.includes(word),
        ) === true,
    keepsTokens,
    mayKeepTokens: (word) => word === 'token' || keepers.has(word),
    personWords: remembering((text) => wordsOf(text).some(isPersonNoun) || isSeed(name(text))),
  };
}

/** One person has "political views", "pronouns" and "languages". */
const isPlural = (name: string): boolean =>
  /[^s]s$/.test(name) &&
  !/[^s]s$/.test(wordsOf(name).at(-1) ?? '') &&
  !/(politic|pronoun|view|belief|opinion|language|tongue)s$/i.test(name);

/** Things that have a token or a secret to let a person in: "verificationToken.token", "authContext.token". */
const keepers = new Set(
  [
    'auth',
    'authentication',
    'oauth',
    'login',
    'signin',
    'jwt',
    'bearer',
    'session',
    'invite',
    'invitation',
    'reset',
    'verification',
  ].concat(['password', 'factor', 'otp', 'credential', 'magic', 'account']),
);

/** Say which one of several it is, or what it stops, not what it opens: the "newTokens" of a parser have tokens too. */
const plain = new Set([
  'new',
  'old',
  'next',
  'previous',
  'prev',
  'current',
  'first',
  'last',
  'all',
  'raw',
  'parsed',
  'remaining',
  'cancellation',
  'cancel',
  'abort',
  'syntax',
]);

/** `doctor.licenseNumber`: a generic word has another meaning with some owners. */
function isOfAnother({ category, specific }: NameEvidence, owner: string): boolean {
  return !specific && category.notOf !== undefined && wordsOf(owner).some((word) => category.notOf!.includes(word));
}

/** `property.zipCode`: a flat that is let lies somewhere. */
const isOfPlace = ({ category }: NameEvidence, owner: string): boolean =>
  category.ofPlaces !== undefined && category.ofPlaces.includes(headOf(owner));

/** Their tokens let nobody in: one stands against forged requests, the others are addresses of devices. */
const others = new Set(['csrf', 'xsrf', 'push', 'fcm', 'apns', 'apn', 'expo', 'device', 'notification']);

function isHeldBy({ category, specific }: NameEvidence, owner: string): boolean {
  return !specific && category.id === 'access-token' && keepsTokens(owner);
}

/** `booking.mail` is an address; `config.mail` and `services.mail` are settings and a service. */
function isHeld({ category, specific }: NameEvidence, owner: string, member: string): boolean {
  if (specific && category.carriers?.includes(wordsOf(owner).at(-1) ?? '')) return true;
  return isHeldWord(category, member) && owner !== '' && ownerSort(owner) === 'unknown';
}

/** The last word decides: "fromPhone" is a phone. */
export const isHeldWord = ({ held }: Category, name: string): boolean => held?.includes(wordsOf(name).at(-1) ?? '') === true;

function keepsTokens(owner: string): boolean {
  const words = wordsOf(owner).filter((word) => !plain.has(word));
  if (words.some((word) => others.has(word))) return false;
  return words.some((word) => keepers.has(word)) || (words.length > 1 && words[words.length - 1] === 'token');
}

const ownerKinds: Record<OwnerSort, OwnerKind> = {
  person: 'person',
  maybe: 'maybe',
  organisation: 'other',
  carrier: 'other',
  thing: 'other',
  about: 'other',
  unknown: 'unknown',
};

function strengthOf({ category, specific }: NameEvidence, owner: OwnerSort): Evidence['strength'] | null {
  if (owner === 'about') return null;
  if (owner === 'person') return 'likely';
  if (specific) return (owner === 'organisation' || owner === 'thing') && isShared(category) ? 'possible' : 'likely';
  if (owner === 'maybe' || owner === 'unknown') return 'possible';
  return owner === 'organisation' && category.group === 'contact' ? 'possible' : null;
}

/** A bare "id" is everywhere and allowed nearly everywhere: no reason to start following a value. */
function isSeed(found: NameEvidence | null): boolean {
  return found !== null && (found.specific || found.category.identifies !== 'opaque');
}

/** Overrides match by words, so that "Branch.address" also holds for a variable `branch`. */
function overrideKey(name: string): string {
  return name
    .split('.')
    .map((part) => wordsOf(part).join(' '))
    .join('.');
}
