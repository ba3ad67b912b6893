/** Conditions that are written down as records: `{ fact: 'age', operator: 'greaterThan', value: 60 }`. */
import type { Body } from '../bodies';
import { entriesOf } from '../parts';
import { isWritten } from './written';
import type { Node } from './influence';
import type { Found } from './recognise';

const FACTS = /^(fact|field|attribute|property|column|path|key|variable)$/;
const OPERATORS = /^(operator|op|comparator|comparison|cmp)$/;
const VALUES = /^(value|values|threshold|than|to)$/;
const AGES = new Set(['age', 'birth-date', 'minor-flag']);

/** What is asked of, and what it is held against; null for any other record. */
export function conditionOf(body: Body, object: number): { fact: string; operator: string; value: number } | null {
  const entries = entriesOf(body, object);
  const find = (pattern: RegExp): number | undefined => entries.find(({ name }) => pattern.test(name))?.value;
  const [fact, operator, value] = [find(FACTS), find(OPERATORS), find(VALUES)];
  if (fact === undefined || operator === undefined || value === undefined || !isWritten(body, value)) return null;
  const [name, how] = [body.text(fact), body.text(operator)];
  return name === null || how === null ? null : { fact: name.replace(/^\$?\.?/, ''), operator: how, value };
}

/** The attribute that a record asks for; an age of law is asked of everybody. */
export function factAt(body: Body, { ordinal }: Node, attribute: (owner: string, name: string) => Found | null): Found | null {
  const asked = conditionOf(body, ordinal);
  if (!asked) return null;
  const [name, owner = 'person'] = asked.fact.split('.').reverse();
  const found = attribute(owner, name) ?? attribute('person', name);
  if (!found) return null;
  const limit = Number(body.name(asked.value, 1));
  if (AGES.has(found.category) && ((limit >= 12 && limit <= 21) || limit <= 0 || limit >= 100)) return null;
  return { ...found, words: asked.fact, selects: true };
}
