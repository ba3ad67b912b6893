/** Amounts that turn on a person and are no price: taxes on an income, pay, what a loan of theirs holds, figures of a list of people. */
import { isComparison, Kind, NONE } from '../../ir';
import { wordsOf } from '../../words';
import { affordedAs } from './afforded';
import { amountOf, isNoSale } from './amounts';
import type { Bodies, Body } from '../bodies';
import type { Taken } from '../influence/dependences';
import { isMeansTested } from '../influence/direction';
import { chainOf, type Node } from '../influence/influence';
import { lastName, namesAround } from '../named';

/** @returns in a word what the amount is, or '' when it may be a price. */
export function owedFor(bodies: Bodies, one: Taken): string {
  if (isReadFrom(one)) return 'content';
  const { found, node, site } = one;
  const chain = chainOf(node);
  const isMoney = found.category === 'income-wealth' || found.category === 'credit';
  const around = (): string[] => [
    last(found.words),
    ...chain.map((at) => lastName(bodies.of(at.fn), at.ordinal)),
    ...operandsOf(bodies.of(site.fn), site.value),
  ];
  if (isMoney && around().some(isTaxed)) return 'tax';
  const afforded = isMoney ? affordedAs(site.name, around(), namesAround(bodies.of(site.fn))) : '';
  if (afforded !== '') return afforded;
  if (isNoSale(last(found.words)) && !chain.some(({ via }) => CHOOSES.has(via))) return 'pay';
  if (PAYSLIP.test(found.words)) return 'pay';
  if (found.classes.includes('consent') && !chain.some(({ via }) => CHOOSES.has(via))) return 'content';
  if (isFar(bodies, one, chain)) return 'far';
  return isOwnElement(bodies, one, chain) || isOneOfMany(bodies, chain) ? 'selection' : '';
}

/** A line of poverty, a subsidy or a relief is on the way, or is what the amount or the function around it is called. */
export const isByNeed = (bodies: Bodies, { site, node }: Taken): boolean =>
  [
    site.name,
    ...namesAround(bodies.of(site.fn)).slice(0, 1),
    ...chainOf(node).flatMap((at) => [lastName(bodies.of(at.fn), at.ordinal), ...namesAround(bodies.of(at.fn)).slice(0, 1)]),
  ].some(isMeansTested);

/** Choices that hang on choices that hang on choices: that far off, what somebody is says little about what they pay. */
const FAR = 2;
const PAYSLIP = /pay_?(slip|roll)/i;
const CHOOSES: ReadonlySet<string> = new Set(['branch', 'lookup', 'predicate', 'comparator']);

const last = (words: string): string => words.slice(words.lastIndexOf('.') + 1);

/** Several choices away; or a price that was made elsewhere is only read, of a record that came a long way. */
function isFar(bodies: Bodies, { site }: Taken, chain: readonly Node[]): boolean {
  if (chain.filter(({ via }) => via === 'branch').length > FAR) return true;
  const returns = chain.filter((node, at) => at > 0 && node.context !== null && node.context !== chain[at - 1].context).length;
  return returns > 1 && bodies.of(site.fn).kind(site.value) === Kind.Get;
}

/** Names in the arithmetic of a value, and of what a call is given. */
function operandsOf(body: Body, i: number, depth = 4): string[] {
  if (i === NONE || depth === 0) return [];
  const names = [lastName(body, i)];
  if (body.kind(i) === Kind.Binary && !isComparison(body.operand(i, 0)))
    return [...operandsOf(body, body.operand(i, 1), depth - 1), ...operandsOf(body, body.operand(i, 2), depth - 1)];
  if (body.kind(i) === Kind.Call && body.name(i, 1) === '')
    for (let n = 4; body.operand(i, n) !== NONE; n++) names.push(...operandsOf(body, body.operand(i, n), depth - 1));
  return names;
}

/** The price is one that the attribute holds, such as that of an order of theirs, or what they pay with. */
function isReadFrom({ found, node }: Taken): boolean {
  if (/balances?(\(\))?$/i.test(found.words)) return true;
  const vias = chainOf(node).map(({ via }) => via);
  if (found.category === 'purchase-history' && found.classes.length === 1)
    return !vias.some((via) => via === 'count' || via === 'lookup');
  const [held = ''] = found.below.slice(-1);
  if (found.category === 'credit' && amountOf(held) !== null && !vias.some((via) => via === 'count' || via === 'lookup'))
    return true;
  const isHeld = found.below.length > 0 && vias.every((via) => via === 'same' || via === 'call' || via === 'text');
  return isHeld && (found.category === 'credit' || found.classes.every((own) => own === 'behaviour' || own === 'experiment'));
}

/** `people.filter((one) => one.city === city)`: who is in the list says nothing of what each of them has. */
function isOwnElement(bodies: Bodies, { found }: Taken, chain: readonly Node[]): boolean {
  const at = chain.findIndex((node) => node.via === 'predicate');
  if (at <= 0 || isPicked(bodies, chain[at - 1])) return false;
  const body = bodies.of(found.spot.fn);
  if (body.kind(found.spot.ordinal) !== Kind.Get) return false;
  const object = body.operand(found.spot.ordinal, 0);
  if (body.kind(object) !== Kind.Load) return false;
  const owner = body.operand(object, 1);
  if (owner !== NONE && owner !== body.index) return false;
  return body.stores(body.operand(object, 0)).every((store) => {
    const value = store.fn === body.fn ? body.operand(store.ordinal, 1) : NONE;
    return value !== NONE && (body.kind(value) === Kind.Param || body.kind(value) === Kind.Iter);
  });
}

/** The attribute decides which offers are in a list; each of them costs what it costs. */
function isOneOfMany(bodies: Bodies, chain: readonly Node[]): boolean {
  const at = chain.findIndex((node) => node.via === 'predicate' || node.adds === true);
  if (at <= 0 || isPicked(bodies, chain[at - 1])) return false;
  return chain.slice(0, at).every((node) => node.via === 'same' || node.via === 'text');
}

/** `find` picks one. */
const isPicked = (bodies: Bodies, { fn, ordinal }: Node): boolean => {
  const body = bodies.of(fn);
  return body.kind(ordinal) === Kind.Call && /^find|^some$|^every$/.test(body.name(ordinal, 1));
};

const isTaxed = (name: string): boolean => wordsOf(name).some((word) => word === 'tax' || word === 'taxable');
