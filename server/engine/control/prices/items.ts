/** What is bought: a medicine has its own price, whoever needs it, and a bill is as long as what was done for the patient. */
import { Flag, isComparison, Kind, NONE } from '../../ir';
import { ownerSort } from '../../owners';
import { wordSet, wordsOf } from '../../words';
import type { Bodies, Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import { chainOf, type Node } from '../influence/influence';
import { lastName } from '../named';
import { argumentsOf, entriesOf, onlyValueOf } from '../parts';
import { amountOf } from './amounts';

/** Attributes that are things as well: what a patient takes and what is done about an illness are sold and billed. */
const SOLD: ReadonlySet<string> = new Set(['medication', 'diagnosis', 'allergies-diet']);
/** Through these a list is gone, and nothing is chosen. */
const WALKS = /^(map|flatMap|reduce|forEach|flat|slice)$/;

export function isOfItem(bodies: Bodies, { site, found, node }: Taken): boolean {
  if (!SOLD.has(found.category)) return false;
  // `prescription.patient.insurance` is read by way of it.
  if (found.below.some((name) => amountOf(name) !== null || ownerSort(name) === 'person')) return true;
  const chain = chainOf(node);
  if (chain.some(({ adds }) => adds)) return true;
  const body = bodies.of(site.fn);
  if (writesLines(body) || chain.some(({ fn, ordinal }) => COUNTED.test(lastName(bodies.of(fn), ordinal)))) return true;
  const names = chain.filter(({ fn }) => fn === site.fn).map(({ ordinal }) => lastName(bodies.of(site.fn), ordinal));
  return readsPriceOf(bodies, bodies.of(site.fn), site.value, new Set(names)) || isSum(bodies, chain);
}

/** How many of a thing there are: "totalBoxes". */
const COUNTED = /(boxes|units|quantity|qty|pieces|packs|bottles|tablets|pills|lenses|refills)$/i;

/** Lines of a bill: `{ description, quantity, unitPrice }`. */
const writesLines = (body: Body): boolean =>
  Array.from({ length: body.reader.count }, (_, i) => i).some((i) => {
    const names = entriesOf(body, i).map(({ name }) => name);
    const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
    return (
      has(/^(quantity|qty|menge|quantite)$/i) &&
      has(/price|amount|total|cost/i) &&
      has(/^(description|category|code|item|sku|name)$/i)
    );
  });

/** `med.drug ? med.drug.price : 0`, `await lookUpPrice(med.drug.code)`: whether there is one is asked because its price is. */
function readsPriceOf(bodies: Bodies, body: Body, i: number, things: ReadonlySet<string>, depth = 8): boolean {
  if (i === NONE || depth === 0) return false;
  const reads = (at: number): boolean => readsPriceOf(bodies, body, at, things, depth - 1);
  switch (body.kind(i)) {
    case Kind.Get:
      return (isOf(body, i, things) && amountOf(body.name(i, 1)) !== null) || reads(body.operand(i, 0));
    case Kind.Load: {
      const only = onlyValueOf(bodies, body, i);
      return only !== null && only.home === body && reads(only.value);
    }
    case Kind.Cast:
    case Kind.Await:
      return reads(body.operand(i, 0));
    case Kind.Otherwise:
      return reads(body.operand(i, 0)) || reads(body.operand(i, 1));
    case Kind.Binary:
      return !isComparison(body.operand(i, 0)) && (reads(body.operand(i, 1)) || reads(body.operand(i, 2)));
    case Kind.Call:
      if (body.name(i, 1) === '' && /^(Number|parseFloat)$/.test(lastName(body, i))) return reads(body.operand(i, 4));
      return argumentsOf(body, i).some((at) => isOf(body, at, things) && KEYS.has(wordsOf(body.name(at, 1)).at(-1) ?? ''));
    case Kind.Phi:
      for (let n = 1; body.operand(i, n) !== NONE; n += 2) if (reads(body.operand(i, n))) return true;
      return false;
    default:
      return false;
  }
}
const KEYS = wordSet('id code sku');

/** A member of one of the things. */
const isOf = (body: Body, i: number, things: ReadonlySet<string>): boolean =>
  body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) && things.has(lastName(body, body.operand(i, 0)));

/** Every line of a prescription costs what it costs, and the sum is what they cost. */
const isSum = (bodies: Bodies, chain: readonly Node[]): boolean =>
  chain.every(({ fn, ordinal, via, parent }) => {
    if (via === 'same' || via === 'arithmetic') return true;
    if (via !== 'call' || parent?.fn !== fn) return false;
    const body = bodies.of(fn);
    return body.operand(parent.ordinal, 0) === ordinal && WALKS.test(body.name(parent.ordinal, 1));
  });
