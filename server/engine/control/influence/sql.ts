/** Conditions in the text of a query: `WHERE gender = 'm' AND age < 40`, `CASE WHEN nationality <> 'DE' THEN …`. */

/** A column that is held against a value, as the text has them. */
export interface Condition {
  column: string;
  operator: string;
  /** A literal ("'m'", "40", "('DE', 'AT')"), or what stands for one (":limit", "$1", "?"). */
  value: string;
}

/** A query that gives rows back or changes them; what is only counted, or told by groups, is asked of nobody. */
export const isQuery = (text: string): boolean => QUERY.test(text) && !COUNTS.test(text);
const QUERY =
  /^\s*(with\b[\s\S]+)?(select\b[\s\S]+\bfrom\b|update\b[\s\S]+\bset\b|delete\s+from\b)[\s\S]*\b(where|when|having)\b/i;
const COUNTS = /\bgroup\s+by\b|\bselect\s+(count|avg|sum|min|max)\s*\(/i;

/** Cheap: whether conditions can be in it, whole or a piece of one between two values that are put in. */
export const mayAsk = (text: string): boolean => text.length > 8 && text.length < LONG && text.includes(' ') && ASKS.test(text);
/** A longer text is more than one query. */
const LONG = 4000;
const ASKS = /[\w)"`\]]\s*(=|<>|!=|<=?|>=?|\bin\s*\(|\bnot\s+in\s*\(|\bis\s+)\s*('|\d|\(|true|:|\$|\?|$)/i;

/** The table that rows are read from or changed in; '' where none is named. */
export const tableOf = (text: string): string => /\b(?:from|update|into)\s+["`[]?(?:\w+\.)?(\w+)/i.exec(text)?.[1] ?? '';

/** @returns conditions in the order of the text; those between two columns are none. */
export function conditionsOf(text: string): Condition[] {
  const out: Condition[] = [];
  const first = /\b(where|when|having|and|or|on)\b/i.exec(text);
  const start = first && QUERY.test(text) ? first.index : 0;
  for (const [, column, operator, value] of text.slice(start).matchAll(CONDITION))
    out.push({ column, operator: operator.toLowerCase().replace(/\s+/g, ' '), value });
  return out;
}
/** The last name before the operator: of `p.gender`, of `extract(year from age(birth_date))`. */
const CONDITION =
  /(\w+)["`\]]?\)*\s*(=|<>|!=|<=|>=|<|>|not\s+in\b|in\b|i?like\b)\s*('[^']*'|\d+(?:\.\d+)?|\((?:\s*(?:'[^']*'|\d+)\s*,?)+\)|\(?:\.{0,3}\w+\)?|\$\d+|\?|true\b)/gi;
