/** Is this written for the people concerned? Long sentences and words of the trade are named one by one. */

export interface Hard {
  sentence: string;
  reasons: string[];
}

const LONGEST = 20;
const LONG_WORD = { en: 4, de: 6 };

/** @param jargon word → what to say instead. */
export function hardSentences(text: string, language: 'en' | 'de', jargon: Record<string, string>): Hard[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = wordsOf(sentence);
    const reasons = [];
    if (words.length > LONGEST) reasons.push(`${words.length} words; ${LONGEST} are enough`);
    for (const [word, instead] of Object.entries(jargon))
      if (containsWord(sentence, word)) reasons.push(`"${word}"${instead ? `: say "${instead}"` : ': leave it out'}`);
    const long = words.filter((word) => syllablesOf(word) > LONG_WORD[language] && !/\d|@/.test(word));
    if (long.length > 1) reasons.push(`long words: ${long.slice(0, 4).join(', ')}`);
    return reasons.length > 0 ? [{ sentence, reasons }] : [];
  });
}

/**
 * Reading ease after Flesch (1948), for German with the factors of Amstad (1978): 0 hard to 100 easy; 60 and more is plain language.
 * @returns undefined for a text without words.
 */
export function readingEase(text: string, language: 'en' | 'de'): number | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const perSentence = words.length / Math.max(1, sentencesOf(text).length);
  const perWord = words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length;
  const ease = language === 'de' ? 180 - perSentence - 58.5 * perWord : 206.835 - 1.015 * perSentence - 84.6 * perWord;
  return Math.round(Math.max(0, Math.min(100, ease)));
}

/** A dot inside of an address or a number ends no sentence. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’@./-]*/gu) ?? [];

/** Groups of vowels; a silent e at the end of an English word does not count, which matters little in German. */
export function syllablesOf(word: string): number {
  const plain = word.toLowerCase().replace(/([^aeiouyäöül])e$/, '$1');
  return Math.max(1, plain.match(/[aeiouyäöü]+/g)?.length ?? 0);
}

const containsWord = (sentence: string, word: string): boolean => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(sentence);
