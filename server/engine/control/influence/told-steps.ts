/** The way of an attribute into a price or a decision, in words. */
import { Kind } from '../../ir';
import { extentOf, placeOf } from '../../places';
import type { Step } from '../../rule';
import type { Dependence } from '../../rule/dependence';
import type { Taken } from './dependences';
import { chainOf } from './influence';
import type { Walking } from './steps';

const MANY_STEPS = 40;

export function stepsOf({ program, bodies }: Walking, { site, found, node }: Taken, target: Dependence['target']): Step[] {
  const steps: Step[] = [{ at: extentOf(program, found.spot.fn, found.spot.ordinal), words: `${found.words} read here` }];
  const chain = chainOf(node).reverse();
  chain.forEach((at, index) => {
    const before = chain[index + 1];
    const words =
      at.via === 'branch'
        ? 'decides here'
        : at.via === 'lookup'
          ? 'looks up a value here'
          : at.via === 'comparator'
            ? 'orders here'
            : at.via === 'predicate' && before?.via !== 'predicate'
              ? 'selects here'
              : '';
    if (words !== '') steps.push({ at: extentOf(program, at.fn, at.ordinal), words });
    if (before && before.fn !== at.fn && bodies.of(before.fn).kind(before.ordinal) === Kind.Call)
      steps.push({ at: placeOf(program, before.fn, before.ordinal), words: 'comes back from the call here' });
  });
  steps.push({
    at: placeOf(program, site.fn, site.ordinal),
    words: `${target === 'money' ? 'the price' : 'the decision'} takes it here`,
  });
  return steps
    .filter((step, at) => at === 0 || step.at.start !== steps[at - 1].at.start || step.words !== steps[at - 1].words)
    .slice(-MANY_STEPS);
}
