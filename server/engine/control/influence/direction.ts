/** Whether the person with the attribute pays more or less, as far as both ways can be computed. */
import { Kind, NONE, OPERATORS } from '../../ir';
import type { Program } from '../../link/program';
import type { Direction } from '../../rule/dependence';
import { wordsOf } from '../../words';
import type { Bodies } from '../bodies';
import { lastName } from '../named';
import { compared, isConstant, unknownOf, type Sum } from './arithmetic';
import { armOf, more, plainArm, setAgainstUsual, usualArm } from './arms';
import { directionOfBands } from './bands';
import { baseArm } from './based';
import { signOfAdded, signOfRow, type Sign } from './beside';
import { isListedByAge } from './concessions';
import type { Evaluator } from './evaluator';
import { chainOf, type Node } from './influence';
import { directionOfRows } from './rows';
import { groupOf, sideOf } from './sides';
import type { Site } from './site';
import { signOfSummed } from './summed-up';

export interface Leaning {
  direction: Direction;
  /** The lower price goes to the young or the old: a concession by age. */
  byAge: boolean;
  /** Both ways end at prices that others have set, of different things: a catalogue beside another one. */
  isElsewhere: boolean;
  /** Both ways end at prices under the names of ages: a list of them. */
  isListed: boolean;
  /** All rows of the table have the same. */
  isSame: boolean;
}

const NONE_KNOWN: Leaning = { direction: 'unknown', byAge: false, isElsewhere: false, isListed: false, isSame: false };

export function leaningOf(
  house: { program: Program; bodies: Bodies },
  evaluator: Evaluator,
  site: Site,
  hit: Node,
  category: string,
): Leaning {
  const { bodies } = house;
  const chain = chainOf(hit);
  const banded = category === 'age' || category === 'birth-date' ? directionOfBands(house, chain) : 'unknown';
  if (banded !== 'unknown') return { ...NONE_KNOWN, direction: banded, byAge: true };
  const branch = chain.findIndex((node) => node.via === 'branch');
  const lookup = chain.findIndex((node) => node.via === 'lookup');
  const looked = (): Leaning => ({
    ...NONE_KNOWN,
    ...directionOfRows(bodies, evaluator, { fn: site.fn, ordinal: site.value }, chain[lookup - 1]),
  });
  // Which row it is may be a choice in turn.
  const early = lookup > 0 && branch > lookup ? looked() : NONE_KNOWN;
  if (early.direction !== 'unknown') return early;
  const measured = branch < 0 ? NONE_KNOWN : ofBranch(bodies, evaluator, site, chain, branch, category);
  if (measured.direction !== 'unknown') return measured;
  const beside = ofBeside(house, evaluator, site, chain, category);
  if (beside.direction !== 'unknown' || branch >= 0) return beside.direction === 'unknown' ? measured : beside;
  if (lookup > 0) return looked();
  return { ...NONE_KNOWN, direction: ofArithmetic(bodies, chain) };
}

/** What is put into a list where the condition holds, or stands in one row with it. */
function ofBeside(
  house: { program: Program; bodies: Bodies },
  evaluator: Evaluator,
  site: Site,
  chain: readonly Node[],
  category: string,
): Leaning {
  const { bodies } = house;
  const added = chain.findIndex(({ adds }) => adds === true);
  const isEntered = ({ fn }: Node, n: number): boolean => n > 0 && fn !== chain[n - 1].fn;
  const at = added >= 0 ? added : chain.findIndex((node, n) => isEntered(node, n) && signOfRow(bodies, node.fn) !== 0);
  if (at < 0) return NONE_KNOWN;
  const summed = (): Sign => {
    const own = signOfSummed(house, evaluator, chain, at);
    return own !== 0 && isTakenOff(site, []) ? (own === 1 ? -1 : 1) : own;
  };
  const sign = added >= 0 ? signOfAdded(bodies, chain[at]) || summed() : signOfRow(bodies, chain[at].fn);
  if (sign === 0) return NONE_KNOWN;
  const side = sideOf(bodies, chain.slice(at), category);
  // Everybody else has no row of their own: what stands in it is for those who meet the condition.
  const up = side.isMeasured ? sign : sign === side.sign ? 1 : -1;
  return { ...NONE_KNOWN, direction: up === 1 ? 'surcharge' : 'discount', byAge: side.byAge };
}

/** The more of it, the more is paid: it is only added and multiplied on the way. */
function ofArithmetic(bodies: Bodies, chain: readonly Node[]): Direction {
  let sign = 1;
  for (const { fn, ordinal, via, parent } of chain) {
    if (!parent || via === 'same') continue;
    const body = bodies.of(parent.fn);
    if (parent.fn !== fn) return 'unknown';
    if (
      via === 'call' &&
      body.kind(parent.ordinal) === Kind.Call &&
      /^(max|min|round|ceil|floor|Number|parseFloat|trunc)$/.test(lastName(body, parent.ordinal))
    )
      continue;
    if (via !== 'arithmetic' || body.kind(parent.ordinal) !== Kind.Binary) return 'unknown';
    const operator = OPERATORS[body.operand(parent.ordinal, 0)];
    if (!/^[-+*/]$/.test(operator)) return 'unknown';
    if ((operator === '-' || operator === '/') && body.operand(parent.ordinal, 2) === ordinal) sign = -sign;
  }
  return chain.some(({ via }) => via === 'arithmetic') && sign === 1 ? 'surcharge' : 'unknown';
}

function ofBranch(
  bodies: Bodies,
  evaluator: Evaluator,
  site: Site,
  chain: readonly Node[],
  at: number,
  category: string,
): Leaning {
  const { fn, ordinal } = chain[at];
  const key = `${fn}:${ordinal}`;
  const arm = (outcome: boolean, before?: number): Sum[] =>
    armOf(bodies, evaluator, site, { condition: { key, outcome }, before }, fn === site.fn ? ordinal : NONE);
  const yes = arm(true);
  // Of a variable that many branches change nothing is known, and the other arm cannot help.
  if (yes.length === 0) return fn === site.fn ? NONE_KNOWN : ofHelper(bodies, evaluator, chain, at, category);
  const no = arm(false);
  const measured = more(yes, no) ?? more(arm(true, ordinal), arm(false, ordinal)) ?? setAgainstUsual(yes, no);
  // The more is taken off, the less is paid.
  const up = measured !== null && measured !== 0 && isTakenOff(site, [...yes, ...no]) ? (measured === 1 ? -1 : 1) : measured;
  if ((up === null || up === 0) && fn !== site.fn) {
    const inside = ofHelper(bodies, evaluator, chain, at, category);
    if (inside.direction !== 'unknown') return inside;
  }
  if (up === null || up === 0)
    return { ...NONE_KNOWN, isElsewhere: up === null && areApart(yes, no), isListed: isListedByAge(yes, no) };
  const side = sideOf(bodies, chain.slice(at), category);
  // Who pays what some of the others pay as well is one of them.
  if (
    side.byAge &&
    up === side.sign &&
    groupOf(bodies.of(fn), ordinal) !== '' &&
    yes.some((a) => no.some((b) => compared(a, b) === 0))
  )
    return NONE_KNOWN;
  const chosen = (outcome: boolean): Sum[] => evaluator.of(chain[at - 1] ?? chain[at], { condition: { key, outcome } });
  const usual =
    !side.isMeasured && !side.isAmongAdults
      ? 0
      : usualArm(bodies.of(site.fn), site, yes, no, fn === site.fn ? ordinal : NONE) ||
        plainArm(chosen(true), chosen(false)) ||
        baseArm(bodies.of(site.fn), evaluator, site, yes, no);
  if (usual !== 0 && (side.isMeasured || up !== usual))
    return { ...NONE_KNOWN, direction: up === usual ? 'discount' : 'surcharge' };
  // Those who have little of it are singled out, and pay more.
  const isDearForFew = side.isMeasured && up === 1;
  return { ...NONE_KNOWN, direction: up === side.sign || isDearForFew ? 'surcharge' : 'discount', byAge: side.byAge };
}

/** A helper that is run by something else (`STEPS.reduce(…)`): what it makes of an amount, or by how much, says which way. */
function ofHelper(bodies: Bodies, evaluator: Evaluator, chain: readonly Node[], at: number, category: string): Leaning {
  const { fn, ordinal } = chain[at];
  const body = bodies.of(fn);
  const [end] = body.returns();
  if (end === undefined) return NONE_KNOWN;
  const own = { fn, ordinal: end, value: body.operand(end, 0), name: '', starts: [], amount: 'sure', shown: false } as const;
  const arm = (outcome: boolean): Sum[] =>
    armOf(bodies, evaluator, { ...own, starts: [] }, { condition: { key: `${fn}:${ordinal}`, outcome } }, ordinal);
  const arms = [arm(true), arm(false)] as const;
  const all = arms.flat();
  const isChanged = all.every(({ terms }) => [...terms.values()].some((factor) => factor > 0));
  const isFactor =
    all.every((own) => isConstant(own) && own.addend > 0 && own.addend < 4) && all.some(({ addend }) => addend === 1);
  const up = isChanged || isFactor ? more(...arms) : null;
  if (up === null || up === 0) return NONE_KNOWN;
  const side = sideOf(bodies, chain.slice(at), category);
  const usual = side.isMeasured
    ? usualArm(body, { ...own, starts: [] }, ...arms, NONE) || baseArm(body, evaluator, { ...own, starts: [] }, ...arms)
    : 0;
  if (usual !== 0) return { ...NONE_KNOWN, direction: up === usual ? 'discount' : 'surcharge' };
  return { ...NONE_KNOWN, direction: up === side.sign ? 'surcharge' : 'discount', byAge: side.byAge };
}

/** `discount = isLoyal ? 10 : 0`; one that is 1 for everybody else is multiplied with the price. */
const isTakenOff = ({ name }: Site, arms: readonly Sum[]): boolean =>
  /^(discount|rebate|reduction|deduction|concession)s?$/.test(
    wordsOf(name).findLast((word) => !/^(amount|value|percent|percentage|rate|cent|total)$/.test(word)) ?? '',
  ) && !arms.some((own) => isConstant(own) && own.addend === 1);

/** Neither arm computes anything, and they are not two members of one thing (`plan.webPrice`, `plan.appPrice`). */
function areApart(yes: readonly Sum[], no: readonly Sum[]): boolean {
  const home = (own: Sum): string => unknownOf(own).replace(/\.[^.]*$/, '');
  return [...yes, ...no].every((own) => unknownOf(own) !== '') && !yes.some((a) => no.some((b) => home(a) === home(b)));
}
