/** Which product of a vendor a tag serves: `gtag('config', 'AW-…')` tells Google Ads, not Analytics. */
import type { Constants } from '../../flow/constants';
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { ConsentFacts, Product } from '../../model';
import type { Control, Spot } from '../guards/control';

/** Where an event says for whom it is: `gtag('event', 'conversion', { send_to: 'AW-…/…' })`. */
const SENT_TO = 'send_to';

/** The product that a call names by an id or by its event, or null. */
export function productOfCall(
  control: Control,
  constants: Constants,
  { fn, ordinal }: Spot,
  facts: ConsentFacts,
): Product | null {
  const { products } = facts;
  if (!products) return null;
  const reader = control.reader(fn);
  for (let n = 4; n < operandCount(reader, ordinal); n++) {
    const given = operandAt(reader, ordinal, n);
    // An id and the name of an event stand first.
    if (given === NONE || (n > 5 && kindAt(reader, given) === Kind.Get)) continue;
    const path = kindAt(reader, given) === Kind.Object ? [SENT_TO] : [];
    const found = constants.of(fn, given, path).map(({ value }) => named(products, String(value)));
    const [first = null] = found;
    if (first) return first;
  }
  return null;
}

/** The product whose id stands in the address of a script: `gtag/js?id=AW-…`; null when it is the one the model is named after. */
export function productOfAddress(constants: Constants, { fn, ordinal }: Spot, text: string, facts: ConsentFacts): Product | null {
  const { products } = facts;
  if (!products) return null;
  for (const address of [text, ...constants.of(fn, ordinal).map(({ value }) => String(value))])
    for (const [, id] of address.matchAll(/[?&]id=([\w-]+)/g)) {
      const found = named(products, id);
      if (found) return found;
    }
  return null;
}

/** An id begins with what ends in a hyphen; an event is called what does not. */
const named = (products: Record<string, Product>, value: string): Product | null =>
  Object.entries(products).find(([key]) => (key.endsWith('-') ? value.startsWith(key) : value === key))?.[1] ?? null;
