import type { Category } from './category';
import { isPart, isPersonNoun, nounSort } from './owners';
import { booleans, cancels, getters, groups, harmless, numbers, trailing, verbs, weak } from './qualifiers';
import { isConstantName, wordsOf } from './words';

/** What a name alone says: the category, and whether it is enough without knowing whose it is. */
export interface NameEvidence {
  category: Category;
  specific: boolean;
}

interface Phrase {
  words: readonly string[];
  kind: 'specific' | 'generic' | 'not';
  category: Category;
}

/** Phrases by their last word, longest first; of equal length one that means something beats one that excludes. */
export function phraseTable(categories: readonly Category[]): Map<string, Phrase[]> {
  const table = new Map<string, Phrase[]>();
  const add = (words: readonly string[], kind: Phrase['kind'], category: Category): void => {
    const last = words[words.length - 1];
    const row = table.get(last);
    if (row) row.push({ words, kind, category });
    else table.set(last, [{ words, kind, category }]);
  };
  for (const category of categories) {
    for (const kind of ['specific', 'generic', 'not'] as const) {
      for (const text of category[kind]) {
        const words = letterWords(text);
        add(words, kind, category);
        // "firstname" and "dateofbirth" are written without humps as often as with them.
        const joined = words.join('');
        if (words.length > 1 && joined.length > 5) add([joined], kind, category);
      }
    }
  }
  const rank = { specific: 0, generic: 1, not: 2 };
  for (const row of table.values()) row.sort((a, b) => b.words.length - a.words.length || rank[a.kind] - rank[b.kind]);
  return table;
}

function letterWords(text: string): readonly string[] {
  const words = wordsOf(text);
  return words.some((word) => isNumber(word)) ? words.filter((word) => !isNumber(word)) : words;
}

function isNumber(word: string): boolean {
  return word.charCodeAt(0) < 58;
}

/**
 * In English the last noun says what a thing is: "emailValidator" is a validator. So a phrase must end the name, apart
 * from words that change nothing ("emailText"), and what stands before it must not make it something else.
 */
export function nameEvidence(phrases: Map<string, Phrase[]>, text: string): NameEvidence | null {
  if (isConstantName(text)) return null;
  const words = letterWords(text);
  for (let end = words.length; end > 0; end--) {
    const phrase = phrases.get(words[end - 1])?.find((candidate) => endsAt(words, end, candidate.words));
    if (phrase) {
      // The "name of code" is a code's; the "date of birth" is a phrase of its own.
      if (words[end] === 'of' && end + 1 < words.length && !isPersonNoun(words[end + 1])) return null;
      if (phrase.kind === 'not' || (end < words.length && numbers.has(words[end]) && !isDocumentNumber(phrase))) return null;
      const before = words.slice(0, end - phrase.words.length);
      if (isTypeName(text) && !before.every(saysWhose)) return null;
      if (before[0] === 'total' && isHowMany(text, phrase)) return null;
      const specific = judge(before, phrase);
      return specific === null ? null : { category: phrase.category, specific };
    }
    const last = words[end - 1];
    if (trailing.has(last) || numbers.has(last)) continue;
    // "emailInputValue" and "emailFieldValue" are what was typed.
    if (end < words.length && words[end] === 'value' && (last === 'input' || last === 'field')) continue;
    return null;
  }
  return null;
}

/** "totalBankAccounts" is how many there are; "totalEarnings" are an amount. */
const isHowMany = (text: string, { category }: Phrase): boolean => /[^s]s$/i.test(text) && category.id !== 'income-wealth';

/** The category that a name says it is not: "publicKey" is no key to keep secret. */
export function excludedBy(phrases: Map<string, Phrase[]>, text: string): string | null {
  const words = letterWords(text);
  const phrase = phrases.get(words[words.length - 1])?.find((candidate) => endsAt(words, words.length, candidate.words));
  return phrase?.kind === 'not' ? phrase.category.id : null;
}

/** Components, classes and enum members: "DocumentRejectedEmail" is a mail, while "CustomerEmail" can be a column of an API. */
function isTypeName(text: string): boolean {
  return /^[A-Z]/.test(text) && !text.includes('_') && !text.includes('-');
}

function saysWhose(word: string): boolean {
  return harmless.has(word) || isPersonNoun(word);
}

/** "ssnNumber" and "ibanNo" are the thing itself, "addressNumber" and "passwordNumber" are not. */
function isDocumentNumber({ kind, category }: Phrase): boolean {
  return kind === 'specific' && category.grave && category.group !== 'credentials-legal';
}

function endsAt(words: readonly string[], end: number, phrase: readonly string[]): boolean {
  const start = end - phrase.length;
  if (start < 0) return false;
  for (let index = phrase.length - 2; index >= 0; index--) if (words[start + index] !== phrase[index]) return false;
  return true;
}

/** Whether the phrase is specific, generic (false), or nothing (null) after the words that stand before it. */
function judge(before: readonly string[], phrase: Phrase): boolean | null {
  if (before.length === 0) return phrase.kind === 'specific';
  if (booleans.has(before[0]) || verbs.has(before[0])) return null;
  for (let index = getters.has(before[0]) ? 1 : 0; index < before.length; index++) {
    const word = before[index];
    if (cancels.has(word)) return null;
    if (index > 0 && (word === 'from' || word === 'to')) return null;
    if (word === 'of' && !(index > 0 && groups.has(before[index - 1]))) return null;
  }
  const nearest = nearestNoun(before);
  return phrase.kind === 'specific' ? judgeSpecific(nearest, phrase) : judgeGeneric(nearest, phrase);
}

function judgeSpecific(nearest: string | null, phrase: Phrase): boolean {
  if (nearest === null) return true;
  const sort = nounSort(nearest);
  if (sort === 'thing' || sort === 'about') return false;
  return sort !== 'organisation' || !isShared(phrase.category);
}

function judgeGeneric(nearest: string | null, phrase: Phrase): boolean | null {
  if (nearest === null) return false;
  const sort = nounSort(nearest);
  if (sort === 'maybe') return false;
  if (sort !== 'person') return null;
  if (isPart(nearest) && phrase.category.id === 'person-name') return false;
  return !weak.has(phrase.words[phrase.words.length - 1]);
}

function nearestNoun(before: readonly string[]): string | null {
  for (let index = before.length - 1; index >= 0; index--) {
    const word = before[index];
    if (index === 0 && getters.has(word)) return null;
    if (!harmless.has(word) && !groups.has(word) && word !== 'of' && word !== 'and' && word !== 'or') return word;
  }
  return null;
}

/** Whether organisations and machines have data of this kind too, so that the name alone does not make it a person's. */
export function isShared(category: Category): boolean {
  return sharedGroups.has(category.group) || sharedIds.has(category.id);
}

const sharedGroups = new Set<Category['group']>(['contact', 'location', 'device-online', 'behaviour', 'communication']);
const sharedIds = new Set([
  'person-name',
  'username',
  'signature',
  'tax-id',
  'vehicle-id',
  'bank-account',
  'income-wealth',
  'credit',
  'photo-voice',
  'credential',
  'consent-record',
]);
