/**
 * The words of an identifier: split at camelCase humps, separators and digits, lower case, without diacritics, singular.
 * "userEmailAddresses" → ["user", "email", "address"], "IBANNumber" → ["iban", "number"], "line2" → ["line", "2"].
 * Memoised: the same name always gives the same array, which must not be changed.
 */
export function wordsOf(name: string): readonly string[] {
  let words = memory.get(name);
  if (!words) {
    words = split(name);
    memory.set(name, words);
  }
  return words;
}

const memory = new Map<string, readonly string[]>();

/** "firstName" and "first_name", but not "FIRST_NAME" or "SSN": names in capitals are constants, nearly always configuration. */
export function isConstantName(name: string): boolean {
  return !/[a-z]/.test(name) && /[A-Z].*[A-Z]/.test(name) && !/\p{Ll}/u.test(name);
}

function split(name: string): string[] {
  const plain = isAscii(name) ? name : withoutDiacritics(name);
  // "userIDs" would otherwise end in a lone "Ds".
  const tame = /[A-Z]{2}s/.test(plain) ? plain.replace(/([A-Z])([A-Z]+)s(?![a-z])/g, lowerPlural) : plain;
  const parts = tame.match(isAscii(tame) ? asciiPart : anyPart);
  return parts ? parts.map((part) => singular(part.toLowerCase())) : [];
}

function lowerPlural(_: string, first: string, rest: string): string {
  return first + rest.toLowerCase() + 's';
}

const asciiPart = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
const anyPart = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}]+|\d+/gu;

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
