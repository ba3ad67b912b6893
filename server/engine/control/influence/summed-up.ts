/** Which way a price goes by what is put into a list that is summed up: `price - offs.reduce((sum, one) => sum + one.amount, 0)`. */
import { Kind, NONE, OPERATORS } from '../../ir';
import type { Program } from '../../link/program';
import type { Bodies, Body } from '../bodies';
import { argumentsOf, entriesOf, parameterOf } from '../parts';
import { compared, constant } from './arithmetic';
import { addedUnder, type Sign } from './beside';
import type { Evaluator } from './evaluator';
import type { Node } from './influence';

/** @param at where in the chain the condition stands under which something is put into the list. */
export function signOfSummed(
  { program, bodies }: { program: Program; bodies: Bodies },
  evaluator: Evaluator,
  chain: readonly Node[],
  at: number,
): Sign {
  const way = signOfWay(program, bodies, chain.slice(1, at));
  if (way === 0) return 0;
  const { fn } = chain[at];
  const isAmount = (given: number): boolean => isNotNegative(bodies.of(fn), evaluator, given);
  const [added] = addedUnder(bodies, chain[at]).filter(({ given }) => isAmount(given));
  if (added === undefined) return 0;
  return added.holds === (way === 1) ? 1 : -1;
}

/** The sum is added to the price, or taken off it. */
function signOfWay(program: Program, bodies: Bodies, nodes: readonly Node[]): Sign {
  let sign: Sign = 1;
  let isSum = false;
  let isMultiplied = false;
  for (const { fn, ordinal, via, parent } of nodes) {
    const body = bodies.of(fn);
    if (via === 'branch' || via === 'lookup' || via === 'count') return 0;
    // `for (const one of offs) price -= one.amount`; what a loop multiplies by may be less than one.
    if (body.kind(ordinal) === Kind.Iter) isSum = !isMultiplied;
    if (parent?.fn !== fn) continue;
    if (via === 'call' && /^reduce/.test(body.name(parent.ordinal, 1))) isSum = addsUp(program, bodies, body, parent.ordinal);
    if (via !== 'arithmetic' || body.kind(parent.ordinal) !== Kind.Binary) continue;
    const operator = OPERATORS[body.operand(parent.ordinal, 0)];
    if (!/^[-+*/]$/.test(operator)) return 0;
    isMultiplied ||= operator === '*';
    if (/[-/]/.test(operator) && body.operand(parent.ordinal, 2) === ordinal) sign = sign === 1 ? -1 : 1;
  }
  return isSum ? sign : 0;
}

/** `(sum, one) => sum + one.amount` */
function addsUp(program: Program, bodies: Bodies, body: Body, call: number): boolean {
  const [run] = argumentsOf(body, call);
  if (run === undefined || body.kind(run) !== Kind.Closure) return false;
  const each = bodies.of(program.base[body.module] + body.operand(run, 0));
  return each.returns().every((end) => {
    const value = each.operand(end, 0);
    const isSum = value !== NONE && each.kind(value) === Kind.Binary && OPERATORS[each.operand(value, 0)] === '+';
    return isSum && [1, 2].some((n) => parameterOf(each, each.operand(value, n)) === 0);
  });
}

/** An amount, or a row whose numbers are none of them below nought. */
function isNotNegative(body: Body, evaluator: Evaluator, given: number): boolean {
  const values = body.kind(given) === Kind.Object ? entriesOf(body, given).map(({ value }) => value) : [given];
  const numbers = values.filter((value) => value !== NONE && body.text(value) === null);
  const sums = numbers.flatMap((ordinal) => evaluator.of({ fn: body.fn, ordinal }, {}));
  return sums.length > 0 && sums.every((own) => compared(own, constant(0)) === 1);
}
