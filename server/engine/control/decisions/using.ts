/** What was given for one thing and goes into selling or training: into the call itself, or into whether it is made. */
import type { Attributes } from '../../attributes';
import { Flag, Kind } from '../../ir';
import { symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Repurposing } from '../../rule/dependence';
import { wordsOf } from '../../words';
import { decidesAt, isAimedAt, siteAt } from './acting';
import { createTakes, type Taken } from '../influence/dependences';
import { doingAt } from './doings';
import { chainOf } from '../influence/influence';
import { nameOfCallee } from '../named';
import type { Walking } from '../influence/steps';

const TRAINS = /^(fit|train|fine_?tune|retrain|create_?fine_?tun(e|ing)|add_?training_?data|train_?on)([A-Z_]|$)/i;
const ADVERTISES = new Set(['ad', 'ads', 'advert', 'advertisement', 'audience', 'retarget']);

/** Cheap: names of calls that learn from what they are given. */
export const mayTrain = (name: string): boolean => TRAINS.test(name);
/** Only names with such a word are one of them. */
export const mayTrainBy = (word: string): boolean => /^(re)?(fit|train|fine|create|add)/.test(word);

export interface UsingParts extends Walking {
  attributes: Attributes;
}

/** @param functions numbers of the functions to look at, ascending. */
export function createUsing(parts: UsingParts, functions: () => readonly number[]): () => readonly Repurposing[] {
  const takes = createTakes(parts, parts.attributes, () => []);
  let answer: Repurposing[] | null = null;
  const solve = (): Repurposing[] =>
    functions().flatMap((fn) => {
      const body = parts.bodies.of(fn);
      return Array.from({ length: body.reader.count }, (_, i) => i).flatMap((i) => {
        const use = useAt(i);
        if (!use) return [];
        const site = siteAt(body, i);
        const one = takes.of(site).find((each) => each.found.classes.includes('bound') && goesInto(parts, each));
        if (!one) return [];
        const { attribute, confidence, path } = takes.dependence(one, 'decision');
        const at = placeOf(parts.program, fn, i);
        const steps = [...path.slice(0, -1), { at, words: 'it is used here' }];
        const seen = { at, extent: extentOf(parts.program, fn, i), symbol: symbolOf(parts.program, fn), words: site.name };
        return [{ ...seen, use, attribute, confidence, path: steps }];
      });

      function useAt(i: number): Repurposing['use'] | null {
        if (body.kind(i) !== Kind.Call || body.has(i, Flag.New)) return null;
        const method = body.name(i, 1);
        const name = method || nameOfCallee(body, i);
        if (TRAINS.test(name)) return 'training';
        if (doingAt(body, i) !== 'offer') return null;
        return siteAt(body, i)
          .name.split('.')
          .flatMap(wordsOf)
          .some((word) => ADVERTISES.has(word))
          ? 'advertising'
          : 'offer';
      }
    });
  return () => (answer ??= solve());
}

/** Handed over as it is, or it decides that those with it are the ones who get it; those who are spared are not. */
function goesInto(parts: Walking, { site, node }: Taken): boolean {
  const chain = chainOf(node);
  if (decidesAt(chain) >= 0) return isAimedAt(parts, site, node, { isAge: false, isFeeling: false });
  return chain.every(({ via }) => via !== 'compare' && via !== 'count');
}
