/** What a function gives to people without a call of its own: the offer it picks, the bonus it writes into a row. */
import { EntryKind, Kind, LiteralKind, NONE } from '../../ir';
import { functionOf, type Program } from '../../link/program';
import { wordSet, wordsOf } from '../../words';
import type { Body } from '../bodies';
import type { Site } from '../influence/site';
import { conditionsBefore } from '../influence/deciders';
import { lastName } from '../named';
import { alternativesOf } from '../parts';
import type { Doing } from './doings';

export interface Given {
  doing: Doing;
  site: Site;
}

/** The values of a function, each where it is made, with what decides that it is this one. */
export function givenIn(program: Program, body: Body): Given[] {
  const { name } = functionOf(program, body.fn);
  const out: Given[] = [];
  if (picksOffer(name))
    for (const at of body.returns())
      for (const value of choicesAt(body, body.operand(at, 0)))
        if (isOffer(body, value)) out.push({ doing: 'offer', site: siteOf(body, value, name) });
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Store || body.operand(i, 2) !== NONE) continue;
    const own = body.reader.module.functions[body.index].slots[body.operand(i, 0)].name;
    const values = picksOffer(own) ? choicesAt(body, body.operand(i, 1)) : [];
    // One that is always the same is picked by nobody.
    if (values.length > 1)
      for (const value of values) if (isOffer(body, value)) out.push({ doing: 'offer', site: siteOf(body, value, own) });
  }
  return [...out, ...paidIn(body)];
}

/** "promoFor", "pickUpsell", "nextBestOffer"; an offer of a job or a house is another one. */
export function picksOffer(name: string): boolean {
  if (name.length > 40) return false;
  const words = [...wordsOf(name)];
  const end = words.findIndex((word, at) => at > 0 && /^(for|of|by|to|on)$/.test(word));
  const own = end < 0 ? words : words.slice(0, end);
  return OFFERS.has(own.at(-1) ?? '') && !own.some((word) => OTHERS.has(word));
}
const OFFERS = wordSet('promo promotion offer upsell advert advertisement ad');
const OTHERS = wordSet('job work house property trade peer sdp rtc current has is can should hide block no set on handle load');

/** Alternatives of a choice, where each is made; else the value itself. */
function choicesAt(body: Body, value: number): number[] {
  if (value === NONE) return [];
  return body.kind(value) === Kind.Phi ? alternativesOf(body, value) : [value];
}

/** A text, a record or a member of a table that says what is offered, and none that says that nothing is, or a concession. */
function isOffer(body: Body, value: number): boolean {
  if (value === NONE || body.isNothing(value)) return false;
  const kind = body.kind(value);
  if (kind === Kind.Const) return body.operand(value, 0) === (LiteralKind.String as number) && !isNone(body.name(value, 1));
  if (kind === Kind.Get) return !isNone(lastName(body, value));
  return kind === Kind.Object;
}
const isNone = (text: string): boolean =>
  /^(default|none|standard|basic|all|general|regular|fallback|)$|concession|discount|reduced/i.test(text);

/** `{ ...agent, bonus: … }`, `{ driverId: driver.id, rating: … }`: a row about somebody at work. */
function paidIn(body: Body): Given[] {
  const out: Given[] = [];
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Object) continue;
    const entries = rowOf(body, i);
    if (!entries.some(({ value }) => isOfStaff(body, value))) continue;
    for (const { name, value } of entries)
      if (PAID.test(name) && body.kind(value) !== Kind.Const && body.kind(value) !== Kind.Get)
        out.push({ doing: 'evaluation', site: siteOf(body, value, name) });
  }
  return out;
}
const PAID = /^(bonus|wage|salary|shifts?|rating|performance_?rating)$/i;
const STAFF = /^(employee|agent|worker|staff|driver|courier|associate)$/i;

/** Entries of a literal by name; what is spread has none. */
function rowOf(body: Body, object: number): { name: string; value: number }[] {
  const out: { name: string; value: number }[] = [];
  for (let n = 0; body.operand(object, n + 2) !== NONE; n += 3) {
    const kind = body.operand(object, n) as EntryKind;
    if (kind === EntryKind.Static) out.push({ name: body.name(object, n + 1), value: body.operand(object, n + 2) });
    if (kind === EntryKind.Spread) out.push({ name: '', value: body.operand(object, n + 2) });
  }
  return out;
}

/** A worker as a whole, or the id of one. */
function isOfStaff(body: Body, value: number): boolean {
  if (body.kind(value) === Kind.Get) return body.name(value, 1) === 'id' && STAFF.test(lastName(body, body.operand(value, 0)));
  return STAFF.test(lastName(body, value));
}

const siteOf = (body: Body, value: number, name: string): Site => ({
  fn: body.fn,
  ordinal: value,
  name,
  value,
  amount: 'sure',
  shown: false,
  starts: [...conditionsBefore(body, value), { fn: body.fn, ordinal: value, via: 'same' }],
});
