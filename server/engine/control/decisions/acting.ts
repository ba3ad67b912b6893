/** What is done to people because of a feeling, a weakness or a score: offers, help that is hidden, levels of service. */
import type { Attributes } from '../../attributes';
import { Kind, OPERATORS } from '../../ir';
import { symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Act, AttributeClass } from '../../rule/dependence';
import { living, type Body } from '../bodies';
import { conditionsBefore } from '../influence/deciders';
import { createTakes, type Taken } from '../influence/dependences';
import { limitOf } from '../influence/sides';
import { CAPTURES, doingAt, type Doing } from './doings';
import { givenIn } from './given-values';
import { hidesHelp } from './hidden-help';
import { chainOf, type Node, type Start } from '../influence/influence';
import { lastName, wordsOfCall } from '../named';
import { argumentsOf } from '../parts';
import { onlyValidates } from './validations';
import type { Site } from '../influence/site';
import type { Walking } from '../influence/steps';

export interface ActingParts extends Walking {
  attributes: Attributes;
}

/** Attributes on which acts are asked about. */
export const MOVING: readonly AttributeClass[] = ['emotion', 'vulnerability', 'score'];
const AGES = new Set(['age', 'birth-date']);

/** @param functions numbers of the functions to look at, ascending. */
export function createActing(parts: ActingParts, functions: () => readonly number[]): () => readonly Act[] {
  const takes = createTakes(parts, parts.attributes, () => []);
  let answer: Act[] | null = null;
  const solve = (): Act[] => {
    const acts: Act[] = [];
    const add = (doing: Doing, site: Site, counts: (one: Taken) => boolean = () => true): void => {
      const all = takes.of(site, { valued: 'handed' }).filter(({ found }) => !found.classes.includes('allowed'));
      const moving = all.filter((one) => counts(one) && isMoving(parts, site, one));
      if (moving.length > 0) acts.push(actOf(parts, takes.dependence(moving[0], 'decision'), moving, all, doing, site));
    };
    for (const fn of functions()) {
      const body = parts.bodies.of(fn);
      for (let i = 0; i < body.reader.count; i++) {
        if (body.kind(i) === Kind.Call && CAPTURES.test(body.name(i, 1))) {
          if (!readsText(parts, body, i)) acts.push(captureAt(parts, fn, i));
          continue;
        }
        const doing = doingAt(body, i) ?? (hidesHelp(parts.bodies, body, i) ? 'dismissal' : null);
        if (!doing) continue;
        add(doing, siteAt(body, i));
      }
      // A lower price for the young is published, and what else is picked for them may be.
      for (const { doing, site } of givenIn(parts.program, body)) add(doing, site, ({ found }) => !AGES.has(found.category));
    }
    return acts;
  };
  return () => (answer ??= solve());
}

/** The call or assignment, with what is handed over and what decides that it is done. */
export function siteAt(body: Body, i: number): Site {
  const conditions = conditionsBefore(body, i);
  const values: Start[] = [];
  if (body.kind(i) === Kind.Set) values.push({ fn: body.fn, ordinal: body.operand(i, 2), via: 'same' });
  if (body.kind(i) === Kind.Call) for (const ordinal of argumentsOf(body, i)) values.push({ fn: body.fn, ordinal, via: 'same' });
  const name = body.kind(i) === Kind.Set ? body.name(i, 1) : wordsOfCall(body, i);
  return { fn: body.fn, ordinal: i, name, value: i, amount: 'sure', shown: false, starts: [...conditions, ...values] };
}

function isMoving(parts: Walking, site: Site, { found, node }: Taken): boolean {
  const isAge = AGES.has(found.category);
  if (!isAge && !found.classes.some((own) => MOVING.includes(own))) return false;
  const isFeeling = found.classes.includes('score') || (found.classes.includes('emotion') && !/level/i.test(found.words));
  const chain = chainOf(node);
  const first = chain[decidesAt(chain)];
  if (first?.via === 'branch' && first.fn === site.fn && onlyValidates(parts.bodies.of(site.fn), first.ordinal, site.ordinal))
    return false;
  return isAimedAt(parts, site, node, { isAge, isFeeling });
}

/** Where on the way to an attribute it decides something; -1 where it is only handed on. */
export const decidesAt = (chain: readonly Node[]): number =>
  chain.findIndex(({ via }) => via === 'branch' || via === 'predicate' || via === 'lookup');

/** What is merely written down or shown moves nothing; those who are spared are not aimed at. */
export function isAimedAt({ bodies }: Walking, site: Site, node: Node, as: { isAge: boolean; isFeeling: boolean }): boolean {
  const chain = chainOf(node);
  const decides = decidesAt(chain);
  if (decides < 0) return false;
  const first = chain[decides];
  // In a score that is computed elsewhere an age is one weight of many.
  if (as.isAge && first.via === 'branch' && first.fn !== site.fn) return false;
  const runs =
    first.via === 'branch' && first.fn === site.fn ? favouredBy(bodies.of(site.fn), first.ordinal, site.ordinal) : null;
  return isAimed(bodies.of, chain.slice(decides), runs, as.isAge, as.isFeeling);
}

/** With which outcome of the condition the act is done; null when with both. */
export function outcomeOf(body: Body, condition: number, act: number): boolean | null {
  const cfg = body.cfg();
  const block = cfg.blockOf[act];
  const when = (outcome: boolean): boolean =>
    living(cfg, (edge) => edge.condition === condition && edge.when !== outcome).has(block);
  const [yes, no] = [when(true), when(false)];
  return yes === no ? null : yes;
}

/** With which outcome the act is done, or with which one fewer ways lead past it: `if (isMinor && !reason) return; offer();` */
function favouredBy(body: Body, condition: number, act: number): boolean | null {
  const only = outcomeOf(body, condition, act);
  if (only !== null) return only;
  const cfg = body.cfg();
  const barred = cfg.blockOf[act];
  const past = (outcome: boolean): Set<number> => {
    const open = living(cfg, (edge) => edge.to === barred || (edge.condition === condition && edge.when !== outcome));
    return new Set([...open].filter((block) => cfg.out[block].length === 0));
  };
  const [yes, no] = [past(true), past(false)];
  if (yes.size === no.size) return null;
  const [few, many] = yes.size < no.size ? [yes, no] : [no, yes];
  return [...few].every((block) => many.has(block)) ? few === yes : null;
}

/** The person with the attribute is the one to whom it is done. */
function isAimed(
  bodyOf: (fn: number) => Body,
  chain: readonly Node[],
  runs: boolean | null,
  isAge: boolean,
  isFeeling: boolean,
): boolean {
  let aimed = true;
  let isYoungOrOld = !isAge;
  for (const { fn, ordinal } of chain) {
    const body = bodyOf(fn);
    const operator = OPERATORS[body.operand(ordinal, 0)];
    if (body.kind(ordinal) === Kind.Unary && operator === '!') aimed = !aimed;
    if (body.kind(ordinal) !== Kind.Binary) continue;
    if (operator === '!==' || operator === '!=') aimed = !aimed;
    if (!/^[<>]=?$/.test(operator)) continue;
    const { value, isRight } = limitOf(body, ordinal);
    const isBelow = operator.startsWith('<') === isRight;
    if (isAge) {
      const isYoung = value !== null && value >= 10 && value <= 18;
      const isOld = value !== null && value >= 60 && value <= 90;
      isYoungOrOld = isYoung || isOld;
      if ((isYoung && !isBelow) || (isOld && isBelow)) aimed = !aimed;
      continue;
    }
    // A low mood is a feeling as a high one is; a low streak of losses is no weakness.
    if (isBelow && !isFeeling) aimed = !aimed;
  }
  return isYoungOrOld && (runs === null || aimed === runs);
}

type Common = Pick<Act, 'at' | 'extent' | 'symbol' | 'words'>;

function common({ program }: Walking, fn: number, ordinal: number, words: string): Common {
  return { at: placeOf(program, fn, ordinal), extent: extentOf(program, fn, ordinal), symbol: symbolOf(program, fn), words };
}

function actOf(
  parts: Walking,
  dependence: Pick<Act, 'attribute' | 'path'>,
  moving: readonly Taken[],
  all: readonly Taken[],
  doing: Doing,
  site: Site,
): Act {
  const isTyped = moving.some(({ found }) => found.ofPerson);
  const steps = dependence.path.slice(0, -1);
  const at = placeOf(parts.program, site.fn, site.ordinal);
  return {
    ...common(parts, site.fn, site.ordinal, site.name),
    doing,
    attribute: dependence.attribute,
    alone: all.every(({ found }) => found.classes.includes('score')),
    confidence: isTyped || moving.some(({ found }) => found.classes.length > 0 && !found.indirect) ? 'high' : 'medium',
    path: [...steps, { at, words: 'it is done here' }],
  };
}

/** `detectEmotions(message.text)`: what somebody wrote, no face and no voice. */
function readsText({ frames }: Walking, body: Body, call: number): boolean {
  const [first] = argumentsOf(body, call);
  if (first === undefined) return false;
  const type = frames.of(body.fn)?.values[first]?.type;
  return (
    (type?.kind === 'primitive' && type.name === 'string') || body.text(first) !== null || WRITTEN.test(lastName(body, first))
  );
}
const WRITTEN = /(text|message|transcript|content|comment|review|post|sentence|utterance)s?$/i;

function captureAt(parts: Walking, fn: number, ordinal: number): Act {
  const words = wordsOfCall(parts.bodies.of(fn), ordinal);
  const attribute = { classes: ['emotion'] as const, title: 'emotion', words: `${words}()`, category: 'emotion', ofPerson: true };
  const own = common(parts, fn, ordinal, words);
  return {
    ...own,
    doing: 'capture',
    attribute,
    alone: false,
    confidence: 'high',
    path: [{ at: own.at, words: 'feelings are read from a face or a voice here' }],
  };
}
