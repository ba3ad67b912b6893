/** The questions about prices and decisions, answered when a rule first asks. */
import type { Attributes } from '../attributes';
import type { Engine } from '../flow/frame';
import type { Program } from '../link/program';
import type { Config } from '../policy';
import type { Dependences } from '../rule/dependence';
import { amountOf, showsAmount } from './amounts';
import { createBodies } from './bodies';
import { candidatesIn } from './candidates';
import { createFrames } from './frames';
import { createPricing } from './pricing';

export interface DependenceParts {
  program: Program;
  engine: Engine;
  attributes: Attributes;
  silent: ReadonlySet<number>;
  config(path: string): Config;
}

export function createDependences(parts: DependenceParts): Dependences {
  const { program, engine, attributes, silent } = parts;
  const walking = { program, engine, frames: createFrames(engine), bodies: createBodies(program) };
  const isAmount = (name: string): boolean => amountOf(name) !== null || showsAmount(name);
  const pricing = createPricing({ ...walking, attributes, config: parts.config }, () =>
    candidatesIn(program, attributes, silent, isAmount),
  );
  return { prices: pricing.taken, shownPrices: pricing.shown };
}
