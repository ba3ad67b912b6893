import { remembering } from './remember';

/** Names that are asked about again soon: every question about one begins with its words. */
export const NAMES = 1 << 15;
/** Those of a million lines: rule after rule asks about all of them. */
const ALL_NAMES = 1 << 18;

/**
 * The words of an identifier: split at camelCase humps, separators and digits, lower case, without diacritics, singular.
 * "userEmailAddresses" → ["user", "email", "address"], "IBANNumber" → ["iban", "number"], "line2" → ["line", "2"].
 * The array must not be changed: who asks again may get the same.
 */
export const wordsOf = remembering((name): readonly string[] => splitWords(name), ALL_NAMES);

/** The same, not remembered. */
const splitWords = (name: string): string[] => (isAscii(name) ? asciiWords(name) : anyWords(name));

/** "firstName" and "first_name", but not "FIRST_NAME" or "SSN": names in capitals are constants, nearly always configuration. */
export function isConstantName(name: string): boolean {
  return !/[a-z]/.test(name) && /[A-Z].*[A-Z]/.test(name) && !/\p{Ll}/u.test(name);
}

/** Words of the name that is being split: arrays that are kept have no room to grow. */
const split: string[] = [];

/** "userIDs" would otherwise end in a lone "Ds". */
function asciiWords(name: string): string[] {
  let count = 0;
  for (let from = 0; from < name.length;) {
    let to = from + 1;
    if (isDigit(name.charCodeAt(from))) {
      while (isDigit(name.charCodeAt(to))) to++;
    } else if (isLower(name.charCodeAt(from))) {
      while (isLower(name.charCodeAt(to))) to++;
    } else if (isUpper(name.charCodeAt(from))) {
      while (isUpper(name.charCodeAt(to))) to++;
      const isPlural = to > from + 1 && name.charCodeAt(to) === 115 && !isLower(name.charCodeAt(to + 1));
      if (isPlural) to++;
      // The last capital begins the next word: "IBANNumber".
      else if (isLower(name.charCodeAt(to)) && to > from + 1) to--;
      else while (isLower(name.charCodeAt(to))) to++;
    } else {
      from = to;
      continue;
    }
    split[count++] = wordOf(name.slice(from, to));
    from = to;
  }
  return split.slice(0, count);
}

const isLower = (unit: number): boolean => unit >= 97 && unit <= 122;
const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

function anyWords(name: string): string[] {
  const plain = withoutDiacritics(name);
  if (isAscii(plain)) return asciiWords(plain);
  const parts = plain.replace(/([A-Z])([A-Z]+)s(?![a-z])/g, lowerPlural).match(anyPart);
  return parts ? parts.map(wordOf) : [];
}

function lowerPlural(_: string, first: string, rest: string): string {
  return first + rest.toLowerCase() + 's';
}

const anyPart = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}]+|\d+/gu;

/** One string for each word of the language, whatever number of names have it. */
const wordOf = remembering((part: string): string => singular(part.toLowerCase()), NAMES);

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 126) return false;
  return true;
}

function withoutDiacritics(text: string): string {
  return text
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const irregular = new Map(
  Object.entries({
    ids: 'id',
    ips: 'ip',
    people: 'person',
    persons: 'person',
    children: 'child',
    men: 'man',
    women: 'woman',
    wives: 'wife',
    diagnoses: 'diagnosis',
    analyses: 'analysis',
    statuses: 'status',
    buses: 'bus',
    bonuses: 'bonus',
    campuses: 'campus',
    viruses: 'virus',
    aliases: 'alias',
    canvases: 'canvas',
    lenses: 'lens',
    boxes: 'box',
    taxes: 'tax',
    faxes: 'fax',
    indexes: 'index',
    indices: 'index',
    suffixes: 'suffix',
    prefixes: 'prefix',
    cookies: 'cookie',
    selfies: 'selfie',
    calories: 'calorie',
    movies: 'movie',
    caches: 'cache',
    headaches: 'headache',
    criteria: 'criterion',
  }),
);

/** Words that end in "s" and are singular, or have no singular that means the same. */
const unchanged = new Set(
  (
    'alias canvas atlas bias gas has was does always perhaps yes this its https sms gps dns css cors news series species lens ' +
    'postgres kubernetes jenkins macos tvos watchos chaos kudos pathos adres adreces mis tres nps ops ats gdpr ms ns aws'
  ).split(' '),
);

function singular(word: string): string {
  const last = word.length - 1;
  const known = irregular.get(word);
  if (known) return known;
  if (!word.endsWith('s') || last < 3 || unchanged.has(word)) return word;
  if (/(ss|us|is|adres)$/.test(word)) return word;
  if (/ies$/.test(word)) return word.slice(0, -3) + 'y';
  if (/(ss|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Words written in one text, parted by spaces. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** One of the words is in the name. */
export const hasWord = (words: ReadonlySet<string>, name: string): boolean => wordsOf(name).some((word) => words.has(word));
