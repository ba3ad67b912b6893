/** The questions about prices and decisions, answered when a rule first asks. */
import type { Attributes } from '../attributes';
import type { Engine } from '../flow/frame';
import type { Fact } from '../link/names';
import type { Program } from '../link/program';
import type { Config } from '../policy';
import type { AttributeClass, Dependences } from '../rule/dependence';
import { createActing, MOVING } from './decisions/acting';
import { amountOf, mayPrice, showsAmount } from './prices/amounts';
import { worksOutPrices } from './prices/money';
import { createBodies } from './bodies';
import { candidatesIn, sightsOf } from './influence/candidates';
import { mayHoldChoice } from './influence/cookies';
import { setBy } from './influence/kept-state';
import { createDeciding, DECISIVE } from './decisions/deciding';
import { createDenials, mayDeny } from './decisions/denials';
import { CAPTURES, mayAct, mayActBy } from './decisions/doings';
import { createEndings, mayEnd } from './decisions/endings';
import type { Frames } from './frames';
import { isAgeOfOld, isOfOneself } from './influence/somebody';
import { mayBeOfMachine, mayJudge } from './decisions/machine';
import { createOutcomes, mayDecide, mayDecideBy } from './decisions/outcomes';
import { createPricing } from './prices/pricing';
import { mayPrompt } from './prompts';
import { mayTake } from './decisions/ends';
import { APPLYING, isApplying } from './decisions/selections';
import { isTurningDown } from './decisions/turned-down';
import { createUsing, mayTrain, mayTrainBy } from './decisions/using';
import { setsVerdict } from './decisions/verdict-calls';
import { hasToWait, mayJudgeBy, verdictOf } from './decisions/verdict-names';
import { choosesPeople, mayTakeIn, takesPeopleIn } from './decisions/verdicts';

/** What an amount of a library is worked out with. */
const MULTIPLIES = /^multipl(y|yBy|iedBy)$/;

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
  const sights = sightsOf(program, attributes);
  const candidates = (
    strength: Fact,
    isTarget: (name: string) => boolean,
    among?: (word: string) => boolean,
    {
      texts = null,
      person = sights.person,
      ofClass,
    }: { texts?: Fact | null; person?: Fact; ofClass?: (name: string) => boolean } = {},
  ): (() => number[]) => {
    const named = sights.target(isTarget, among);
    const target: Fact = texts ? (name) => named(name) || texts(name) : named;
    return () => candidatesIn(program, { ...sights, person, strength }, silent, target, { texts: texts !== null, ofClass });
  };
  const ofClasses = (classes: readonly AttributeClass[]): Fact => sights.among((name) => attributes.mayBe(name, classes));
  const judged = sights.alone(mayJudge, mayBeOfMachine);
  const answers = sights.alone(mayPrompt);
  const captures = sights.alone((name) => CAPTURES.test(name), mayActBy);
  const moving = sights.among((name) => attributes.mayBe(name, MOVING) ?? (attributes.mayBe(name, ['protected']) && 'of-person'));
  // A premium or a ticket is one of somebody; where a vehicle has its own age, another one is somebody's.
  const paid = program.names.test(
    (name) => isOfOneself(name) || isAgeOfOld(name),
    (word) => /^(premium|ticket|admission|entry|entrance|membership|fare|age)$/.test(word),
  );
  const pricing = createPricing(
    { ...walking, attributes, config: parts.config },
    candidates(
      sights.attribute,
      (name) =>
        amountOf(name) !== null ||
        showsAmount(name) ||
        MULTIPLIES.test(name) ||
        amountOf(setBy(name)) !== null ||
        worksOutPrices(name),
      mayPrice,
      { person: (name) => sights.person(name) || paid(name), ofClass: worksOutPrices },
    ),
  );
  const decisive = ofClasses(DECISIVE);
  const asked = sights.asked((name) => attributes.mayBe(name, DECISIVE));
  const domain = sights.alone((name) => name === '@' || /^@[\w-]+\.\w{2,}$/.test(name));
  const decisions = createDeciding(
    { ...walking, attributes, config: parts.config },
    candidates(
      (name) => Math.max(decisive(name), asked(name), domain(name)),
      (name) =>
        verdictOf(name) !== null ||
        hasToWait(name) ||
        choosesPeople(name) ||
        takesPeopleIn(name) ||
        isApplying(name) ||
        mayTake(name) ||
        setsVerdict(name),
      (word) => mayJudgeBy(word) || mayTakeIn(word) || APPLYING.has(word) || mayTake(word),
      { texts: program.names.test(isTurningDown) },
    ),
  );
  const unexplained = createOutcomes(walking, candidates(judged, mayDecide, mayDecideBy, { texts: () => 0 }));
  const acts = createActing(
    { ...walking, attributes },
    candidates(
      (name) => captures(name) || moving(name),
      (name) => mayAct(name) || CAPTURES.test(name),
      mayActBy,
    ),
  );
  const repurposings = createUsing(
    { ...walking, attributes },
    candidates(
      ofClasses(['bound']),
      (name) => mayAct(name) || mayTrain(name),
      (word) => mayActBy(word) || mayTrainBy(word),
    ),
  );
  const endings = createEndings(
    { ...walking, config: parts.config },
    candidates((name) => answers(name) || judged(name), mayEnd),
  );
  const [chosen, kept] = [ofClasses(['consent']), sights.alone(mayHoldChoice)];
  const cookies = program.names.test(
    (name) => name === 'cookies',
    (word) => word === 'cookie',
  );
  const denials = createDenials(
    { ...walking, attributes, config: parts.config },
    // What a request brings in its cookies is somebody's choice.
    candidates((name) => Math.max(chosen(name), kept(name)), mayDeny, undefined, {
      person: (name) => sights.person(name) || cookies(name),
    }),
  );
  return { prices: pricing.taken, shownPrices: pricing.shown, decisions, unexplained, acts, repurposings, endings, denials };
}
