/** What a price is on either way of a condition, and which of the two leaves it as it is. */
import { Kind, NONE } from '../../ir';
import { living, type Bodies, type Body } from '../bodies';
import { compared, isConstant, unknownOf, type Sum } from './arithmetic';
import type { Assumption, Evaluator } from './evaluator';
import type { Site } from './site';

const FEW = 8;

/** The price when the condition has this outcome: what is returned then, what the variable or member holds then. */
export function armOf(
  bodies: Bodies,
  evaluator: Evaluator,
  site: Site,
  assumed: Assumption & { condition: { key: string; outcome: boolean } },
  decider: number,
): Sum[] {
  const { condition } = assumed;
  const body = bodies.of(site.fn);
  const kind = body.kind(site.ordinal);
  const of = (ordinal: number): Sum[] => evaluator.of({ fn: site.fn, ordinal }, assumed);
  if (decider !== NONE && site.unraised !== undefined) {
    const open = living(body.cfg(), (edge) => edge.condition === decider && edge.when === !condition.outcome);
    const isRaised = open.has(body.cfg().blockOf[site.value]);
    return isRaised ? of(site.value) : evaluator.of({ fn: site.fn, ordinal: site.unraised }, {});
  }
  if (decider === NONE || (!site.beside && kind !== Kind.Return && kind !== Kind.Store && kind !== Kind.Set))
    return of(site.value);
  const cfg = body.cfg();
  const alive = living(cfg, (edge) => edge.condition === decider && edge.when === !condition.outcome);
  if (site.beside || kind === Kind.Return) {
    // What is returned whichever way the condition goes says nothing about the difference.
    const other = living(cfg, (edge) => edge.condition === decider && edge.when === condition.outcome);
    const isIn = (blocks: ReturnType<typeof living>, at: number): boolean => blocks.has(cfg.blockOf[at]);
    const values = new Map((site.beside ?? []).map((end) => [end.ordinal, end.value]));
    const ends = site.beside ? [...values.keys()] : body.returns();
    // Where the return itself is taken on both ways, the others tell what the condition changes, if they are few.
    const isOnBoth = isIn(alive, site.ordinal) && isIn(other, site.ordinal);
    if (isOnBoth && ends.length > FEW) return of(site.value);
    const own = ends.filter((end) => isIn(alive, end) && !isIn(other, end));
    return own.length === 0 ? of(site.value) : own.flatMap((end) => of(values.get(end) ?? body.operand(end, 0)));
  }
  if (alive.has(cfg.blockOf[site.ordinal])) return of(site.value);
  if (kind === Kind.Set)
    return evaluator.member({ fn: site.fn, ordinal: body.operand(site.ordinal, 0) }, body.name(site.ordinal, 1));
  const owner = body.operand(site.ordinal, 2);
  if (owner !== NONE && owner !== body.index) return [];
  const slot = body.operand(site.ordinal, 0);
  // Where both ways come together again: what the variable holds by this one.
  const join = cfg.postdominator[cfg.blockOf[decider]];
  const at = join === NONE ? decider : cfg.starts[join];
  return evaluator.held({ fn: site.fn, ordinal: at }, slot, assumed).filter((own) => !UNSET.test(unknownOf(own)));
}

/** `let price: number;` */
const UNSET = /^const (null|undefined)$/;

/** 1 when every way of one arm is at least as dear as the other and one is dearer. */
export function more(yes: readonly Sum[], no: readonly Sum[]): 1 | 0 | -1 | null {
  let sign: 1 | 0 | -1 = 0;
  if (yes.length === 0 || no.length === 0) return null;
  for (const a of yes) {
    for (const b of no) {
      const own = compared(a, b);
      if (own === null) return inStep(yes, no);
      if (own !== 0 && sign !== 0 && own !== sign) return ranked(yes, no);
      if (own !== 0) sign = own;
    }
  }
  return sign;
}

/** What others pay for other reasons cannot be set against it; what everybody else pays can. */
export function setAgainstUsual(yes: readonly Sum[], no: readonly Sum[]): 1 | 0 | -1 | null {
  const against = (isUsual: (own: Sum) => boolean): 1 | 0 | -1 | null => {
    const [ours, theirs] = [yes, no].map((all) => all.filter(isUsual));
    if (ours.length + theirs.length !== 1) return null;
    return more(ours.length === 1 ? ours : yes, theirs.length === 1 ? theirs : no);
  };
  // `price - price · loyalty` is what others pay as well.
  return against(isUnchanged) ?? against(isWhole);
}

/** Other choices (`rate?.factor || 1`) have the same outcomes in both arms, one after the other: each is set against its own. */
function inStep(yes: readonly Sum[], no: readonly Sum[]): 1 | -1 | null {
  if (yes.length === 1 || yes.length !== no.length) return null;
  const signs = new Set(yes.map((own, at) => compared(own, no[at])));
  const [sign] = signs;
  return signs.size === 1 && (sign === 1 || sign === -1) ? sign : null;
}

/** Other choices make both arms cheap and dear alike: the cheapest of one is set against the cheapest of the other, and so on. */
function ranked(yes: readonly Sum[], no: readonly Sum[]): 1 | 0 | -1 | null {
  if (yes.length !== no.length) return null;
  const [ours, theirs] = [yes, no].map((all) => [...all].sort((a, b) => compared(a, b) ?? 0));
  const signs = new Set(ours.map((own, at) => compared(own, theirs[at])).filter((sign) => sign !== 0));
  const [sign = 0] = signs;
  return signs.size > 1 ? null : sign;
}

/**
 * Which arm leaves the price as it is for everybody else: 1 for true, −1 for false, 0 when nothing tells.
 * What is added to a price for a low score is a surcharge for those who have it, not a discount for all others.
 */
export function usualArm(body: Body, site: Site, yes: readonly Sum[], no: readonly Sum[], decider: number): 1 | -1 | 0 {
  const kind = body.kind(site.ordinal);
  if (decider !== NONE && (kind === Kind.Store || kind === Kind.Set)) {
    const cfg = body.cfg();
    const isIn = (outcome: boolean): boolean =>
      living(cfg, (edge) => edge.condition === decider && edge.when === !outcome).has(cfg.blockOf[site.ordinal]);
    if (isIn(true) !== isIn(false)) return isIn(true) ? -1 : 1;
  }
  return plainArm(yes, no);
}

/** An arm that changes nothing: nothing is added there, or it is multiplied with one. Of two such sums the one with less in it. */
export function plainArm(yes: readonly Sum[], no: readonly Sum[]): 1 | -1 | 0 {
  const all = [...yes, ...no];
  const isFactor = all.every((own) => isConstant(own) && own.addend > 0 && own.addend < 4);
  const isPlain = (arm: readonly Sum[]): boolean =>
    arm.every((own) => (isConstant(own) ? own.addend === (isFactor ? 1 : 0) : isUnchanged(own)));
  if (isPlain(yes) !== isPlain(no)) return isPlain(yes) ? 1 : -1;
  if (!isPlain(yes) || all.some(isConstant)) return 0;
  const up = more(yes, no);
  return up === 1 ? -1 : up === -1 ? 1 : 0;
}

/** Unknowns, and what is taken off by unknowns. */
const isWhole = ({ terms, addend }: Sum): boolean =>
  addend === 0 && terms.size > 0 && [...terms.values()].every((factor) => Math.abs(factor) === 1);

/** Nothing is added to it, and it is multiplied with nothing. */
export const isUnchanged = ({ terms, addend }: Sum): boolean =>
  addend === 0 && terms.size > 0 && [...terms.values()].every((factor) => factor === 1);
