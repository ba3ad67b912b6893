/** The questions about prices and decisions, answered when a rule first asks. */
import type { Attributes } from '../attributes';
import type { Engine } from '../flow/frame';
import type { Program } from '../link/program';
import type { Config } from '../policy';
import type { Dependences } from '../rule/dependence';
import { createActing, MOVING } from './acting';
import { amountOf, showsAmount } from './amounts';
import { createBodies } from './bodies';
import { candidatesIn } from './candidates';
import { createDeciding, DECISIVE } from './deciding';
import { createDenials, mayDeny } from './denials';
import { CAPTURES, mayAct } from './doings';
import { answersAlone, createEndings, mayEnd } from './endings';
import type { Frames } from './frames';
import { mayJudge } from './machine';
import { createOutcomes, mayDecide } from './outcomes';
import { createPricing } from './pricing';
import { createUsing, mayTrain } from './using';
import { takesPeopleIn, verdictOf } from './verdicts';

export interface DependenceParts {
  program: Program;
  engine: Engine;
  frames: Frames;
  attributes: Attributes;
  silent: ReadonlySet<number>;
  config(path: string): Config;
}

export function createDependences(parts: DependenceParts): Dependences {
  const { program, engine, frames, attributes, silent } = parts;
  const walking = { program, engine, frames, bodies: createBodies(program) };
  const isAmount = (name: string): boolean => amountOf(name) !== null || showsAmount(name);
  const pricing = createPricing({ ...walking, attributes, config: parts.config }, () =>
    candidatesIn(program, attributes.mayBe, silent, isAmount),
  );
  const isDecision = (name: string): ReturnType<Attributes['mayBe']> => attributes.mayBe(name, DECISIVE);
  const decisions = createDeciding({ ...walking, attributes, config: parts.config }, () =>
    candidatesIn(program, isDecision, silent, (name) => verdictOf(name) !== null || takesPeopleIn(name)),
  );
  const judged = (name: string): 'sure' | null => (mayJudge(name) ? 'sure' : null);
  const unexplained = createOutcomes(walking, () => candidatesIn(program, judged, silent, mayDecide));
  const isMoving = (name: string): ReturnType<Attributes['mayBe']> =>
    CAPTURES.test(name) ? 'sure' : (attributes.mayBe(name, MOVING) ?? (attributes.mayBe(name, ['protected']) && 'of-person'));
  const acts = createActing({ ...walking, attributes }, () =>
    candidatesIn(program, isMoving, silent, (name) => mayAct(name) || CAPTURES.test(name)),
  );
  const isBound = (name: string): ReturnType<Attributes['mayBe']> => attributes.mayBe(name, ['bound']);
  const repurposings = createUsing({ ...walking, attributes }, () =>
    candidatesIn(program, isBound, silent, (name) => mayAct(name) || mayTrain(name)),
  );
  const endings = createEndings({ ...walking, config: parts.config }, () =>
    candidatesIn(program, (name) => (answersAlone(name) ? 'sure' : judged(name)), silent, mayEnd),
  );
  const isChoice = (name: string): ReturnType<Attributes['mayBe']> => attributes.mayBe(name, ['consent']);
  const denials = createDenials({ ...walking, attributes, config: parts.config }, () =>
    candidatesIn(program, isChoice, silent, mayDeny),
  );
  return { prices: pricing.taken, shownPrices: pricing.shown, decisions, unexplained, acts, repurposings, endings, denials };
}
