/** Amounts that somebody is advised to look for, by what they can pay. */
import { wordSet, wordsOf } from '../../words';
import type { Body } from '../bodies';
import type { Site } from '../influence/site';
import { entriesOf } from '../parts';

/** `{ suggestedPrice, maxAffordablePrice }`: written beside what can be afforded, and asked of nobody. */
export function isAdvised(body: Body, { name, value }: Site): boolean {
  if (!wordsOf(name).some((word) => ADVISED.has(word))) return false;
  return Array.from({ length: body.reader.count }, (_, i) => entriesOf(body, i)).some(
    (entries) => entries.some((entry) => entry.value === value) && entries.some((entry) => AFFORDS.test(entry.name)),
  );
}
const ADVISED = wordSet('recommended suggested advised advisable');
const AFFORDS = /afford/i;
