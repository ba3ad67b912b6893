/** How a value of `data-ethics.json` may look, with the words that explain it. */

export type Value =
  | { type: 'text'; words: string }
  | { type: 'text-or-null'; words: string }
  /** "api.example.org", "*.example.org"; of an address its host is taken. */
  | { type: 'host'; words: string }
  | { type: 'number'; words: string }
  | { type: 'flag'; words: string }
  | { type: 'choice'; words: string; of: readonly string[] }
  | { type: 'list'; words: string; of: Value }
  | { type: 'text-or-list'; words: string }
  /** A closed set of keys. */
  | { type: 'object'; words: string; keys: Record<string, Value>; required?: string[]; open?: boolean }
  /** Any key; `keys` says whether keys must be ids we know. */
  | { type: 'map'; words: string; of: Value; keys?: 'rule' | 'category' }
  /** Text, or an object. */
  | { type: 'either'; words: string; of: [Value, Value] }
  /** Severity, or [severity, options]. */
  | { type: 'rule'; words: string }
  | { type: 'category'; words: string; groups?: boolean }
  /** "2026-10-01". */
  | { type: 'day'; words: string }
  /** "24 months", "until account-deletion + 30 days", or TODO and what is to be decided. */
  | { type: 'duration'; words: string }
  | { type: 'later'; words: string };

export const text = (words: string): Value => ({ type: 'text', words });
export const number = (words: string): Value => ({ type: 'number', words });
export const texts = (words: string): Value => ({ type: 'list', words, of: text('One of them.') });
export const nameOrNull = (words: string): Value => ({ type: 'text-or-null', words });
export const later = (words: string): Value => ({ type: 'later', words });
export const object = (words: string, keys: Record<string, Value>, required?: string[]): Value => ({
  type: 'object',
  words,
  keys,
  required,
});
