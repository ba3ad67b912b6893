/** Rules that are written down as data: `{ conditions: { all: [{ fact: 'gender', operator: 'equal', value: 'f' }] }, event: { type: 'reject' } }`. */
import { Kind } from '../../ir';
import type { Body } from '../bodies';
import { conditionOf } from '../influence/facts';
import { elementsOf, entriesOf } from '../parts';
import { NEGATIVE } from './outcomes';

export interface WrittenRule {
  /** A condition of the rule: a record that names a fact and what it is held against. */
  condition: number;
  /** What the rule says then: "reject". */
  outcome: string;
}

const OUTCOMES = /^(event|outcome|then|action|decision|result|effect|consequence|verdict|status)$/;
const KINDS = /^(type|name|decision|status|action|outcome|verdict)$/;
/** A decision in one word. */
const DECIDES =
  /^(auto[_-]?)?(approved?|accept(ed)?|rejected?|deny|denied|declined?|eligible|ineligible|not[_-]?eligible|qualif(y|ied)|disqualif(y|ied)|hired?|shortlist(ed)?|admit(ted)?|refuse[ds]?)$/i;

export function writtenRulesIn(body: Body): WrittenRule[] {
  const out: WrittenRule[] = [];
  for (let i = 0; i < body.reader.count; i++) {
    const entries = entriesOf(body, i);
    const outcome = entries.flatMap(({ name, value }) => (OUTCOMES.test(name) ? (said(body, value) ?? []) : []))[0];
    if (outcome === undefined) continue;
    for (const { name, value } of entries)
      if (!OUTCOMES.test(name)) for (const condition of conditionsBelow(body, value)) out.push({ condition, outcome });
  }
  return out;
}

/** `'reject'`, `{ type: 'reject' }` */
function said(body: Body, value: number): string | null {
  const text = body.text(value);
  if (text !== null) return DECIDES.test(text) || NEGATIVE.test(text) ? text : null;
  for (const entry of entriesOf(body, value)) if (KINDS.test(entry.name)) return said(body, entry.value);
  return null;
}

function conditionsBelow(body: Body, i: number, depth = 5): number[] {
  if (depth === 0) return [];
  if (body.kind(i) === Kind.Object && conditionOf(body, i)) return [i];
  const parts = body.kind(i) === Kind.Array ? elementsOf(body, i) : entriesOf(body, i).map(({ value }) => value);
  return parts.flatMap((part) => conditionsBelow(body, part, depth - 1));
}
