/** Prices that are worked out elsewhere: at a server (`fetch('/api/quote', { body })`) or by a helper out of sight (`getQuote({ user })`). */
import { Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { lastName, nameOfCallee } from '../named';
import { entriesOf } from '../parts';
import type { Node } from './influence';

const REQUESTS = /^(axios|got|ky|request|post|get|put|patch|invoke|mutate)$|fetch$/i;
const OF_PRICE = /(^|[^a-z])(quotes?|quotations?|pric(e|es|ing)|premiums?|fares?|tariffs?)([^a-z]|$)/i;
const HELPS =
  /^((get|fetch|request|load|calc|calculate|compute|find|ask_?for)_?(\w*_?)?|price|quote)(quote|quotation|price|pricing|premium|fare)s?((_?for|_?by|_?of)_?\w+)?$/i;
/** By an address these turn on the place, and by nothing else on the person. */
const ELSEWHERE = /ship|deliver|freight|courier|postage|parcel|(^|[^a-z])(tax(es)?|vat|currency|exchange)([^a-z]|$)/i;

/** A request to an address that names a price. */
export function asksPriceAt(body: Body, call: number): boolean {
  if (!REQUESTS.test(body.name(call, 1) || nameOfCallee(body, call))) return false;
  const address = addressIn(body, body.operand(call, 4));
  return OF_PRICE.test(address) && !ELSEWHERE.test(address);
}

/** A whole value is handed, as it is or in a record, to something out of sight that gives a price. */
export function isHandedToQuote({ of }: Bodies, node: Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent, via } = at;
    const body = of(parent.fn);
    if (via === 'call' && body.kind(parent.ordinal) === Kind.Call && at.ordinal !== body.operand(parent.ordinal, 0)) {
      const name = body.name(parent.ordinal, 1) || nameOfCallee(body, parent.ordinal);
      if (asksPriceAt(body, parent.ordinal) || (HELPS.test(name) && !ELSEWHERE.test(spaced(name)))) return true;
      if (name !== 'stringify') return false;
    } else if (via !== 'same' || parent.fn !== at.fn) return false;
  }
  return false;
}

/** "getTaxQuote" → "get Tax Quote" */
const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2');

/** What is written of an address: `/api/${version}/quote`, `base + '/quote'`, `{ url: '/quote' }`. */
function addressIn(body: Body, i: number, depth = 4): string {
  if (i === NONE || depth === 0) return '';
  const text = body.text(i);
  if (text !== null) return text;
  switch (body.kind(i)) {
    case Kind.Template: {
      const texts: string[] = [];
      for (let n = 0; body.operand(i, n) !== NONE; n += 2) texts.push(body.name(i, n));
      return texts.join(' ');
    }
    case Kind.Binary:
      return `${addressIn(body, body.operand(i, 1), depth - 1)} ${addressIn(body, body.operand(i, 2), depth - 1)}`;
    case Kind.Object:
      return addressIn(body, entriesOf(body, i).find(({ name }) => name === 'url')?.value ?? NONE, depth - 1);
    default:
      return spaced(lastName(body, i)).replaceAll('_', ' ');
  }
}
