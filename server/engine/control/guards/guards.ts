/**
 * Is a place guarded: does every way from every entry of the project lead through a question whose answer was yes? Walks
 * backwards over callers; a way ends where enough is known, and the first that reaches an entry is the sentence of a finding.
 */
import { NONE } from '../../ir';
import { operandAt } from '../../link/reader';
import { extentOf } from '../../places';
import type { Guard, Purpose } from '../../rule/consent';
import type { Control, Spot } from './control';
import { createDispatches } from './dispatches';
import { Level, TOPICS, bestOf, both, isKnown, levelOf, type Cause, type Facts, type Topic } from './facts';
import { createEntries } from './entries';
import type { Knowing } from './knowing';
import type { Lessons } from './lessons';
import { createMistakes } from './mistakes';
import type { NamedPurposes } from './named-purposes';
import type { Use } from './nests';
import type { Predicates } from './predicates';
import type { Uses } from './uses';
import { stepsOf, type Way } from './ways';

/** Functions looked at for one question; what is left after that counts as guarded, for want of proof. */
const STEPS = 400;

interface Ending extends Way {
  kind: 'entry' | 'guarded';
  cause: Cause | null;
  /** Some way was cut by a check. */
  cut: boolean;
}

/** A call to come back to: a callback runs inside `root`, which was called at `site`. */
interface Context {
  root: number;
  site: Use;
  next: Context | null;
}

/** Who runs a function, and where to come back to. */
interface Next {
  use: Use;
  context: Context | null;
}

/** A yes of which nobody knows to what. */
const isAnyPurpose = ({ granted }: Facts): boolean => TOPICS.every((topic) => levelOf(granted, topic) >= Level.given);

interface Item {
  fn: number;
  context: Context | null;
  way: Use[];
}

export interface Guards {
  of(spot: Spot, topics: readonly Topic[], extra?: Facts): Guard;
  /** Everything known at a place: in its function, from what surrounds it, and from what registered it. */
  here(spot: Spot): Facts;
}

export function createGuards(parts: {
  control: Control;
  knowing: Knowing;
  lessons: Lessons;
  predicates: Predicates;
  uses: Uses;
  purposes: NamedPurposes;
}): Guards {
  const { control, knowing, lessons, predicates, uses, purposes } = parts;
  const { program } = control;
  const senders = createDispatches(control);
  const { isDead, isPage } = createEntries(control);
  const mistakeIn = createMistakes(control, knowing, predicates);

  const here = ({ fn, ordinal }: Spot): Facts => both(control.at(fn, ordinal), lessons.around(fn, ordinal));

  const search = (spot: Spot, isEnough: (facts: Facts) => boolean, extra: Facts | undefined): Ending => {
    const start = extra ? both(extra, here(spot)) : here(spot);
    const ending = (kind: Ending['kind'], item: Item | null, cause: Cause | null, cut: boolean): Ending => ({
      kind,
      way: item?.way ?? [],
      entry: item?.fn ?? spot.fn,
      cause,
      cut,
    });
    if (isEnough(start)) return ending('guarded', null, start.cause, false);
    // A yes to something else was asked for in the place itself: that somebody agreed to anything says no more.
    const isNarrow = bestOf(start.granted, TOPICS) >= Level.given;
    const queue: Item[] = [{ fn: spot.fn, context: null, way: [] }];
    const seen = new Set<string>([keyOf(queue[0])]);
    let cause: Cause | null = null;
    let cut = false;
    for (let at = 0; at < queue.length && at < STEPS; at++) {
      const item = queue[at];
      const atEntry = lessons.entry(item.fn);
      if (isEnough(atEntry)) {
        cause ??= atEntry.cause;
        continue;
      }
      const next = item.context?.root === item.fn ? [{ use: item.context.site, context: item.context.next }] : usesOf(item);
      if (next.length === 0 && !isDead(item.fn)) return ending('entry', item, null, cut);
      for (const { use, context } of next.flatMap(sentFrom)) {
        const registered = lessons.registration(use);
        const known = isNarrow && isAnyPurpose(registered) ? here(use) : both(here(use), registered);
        if (isEnough(known)) {
          cause ??= known.cause;
          // A call that is never reached asks nobody.
          cut ||= known.cause !== null;
          continue;
        }
        const onward = follow(item, use, context, isEnough);
        // Whatever runs it asks first.
        cut ||= onward.length === 0;
        for (const following of onward) {
          const key = keyOf(following);
          if (seen.has(key)) continue;
          seen.add(key);
          queue.push(following);
        }
      }
      if (isPage(item.fn)) return ending('entry', item, null, cut);
    }
    return ending('guarded', null, cause, cut);
  };

  /** What waits for an event of the project's own runs when the event is sent. */
  const sentFrom = (one: Next): Next[] => {
    const spots = isKnown(lessons.registration(one.use)) ? [] : senders(one.use);
    if (spots.length === 0) return [one];
    return spots.map(({ fn, ordinal }) => ({ use: { kind: 'call', fn, ordinal, argument: -1, path: [] }, context: null }));
  };

  const usesOf = (item: Item): Next[] => uses.of(item.fn).map((use) => ({ use, context: item.context }));

  /** Where a use leads: to its function, or first through the project function that runs what it is given. */
  const follow = (item: Item, use: Use, context: Context | null, isEnough: (facts: Facts) => boolean): Item[] => {
    const way = [...item.way, use];
    const plain: Item = { fn: use.fn, context, way };
    if ((use.kind !== 'callback' && use.kind !== 'attribute') || depthOf(context) > 3 || use.argument < 0) return [plain];
    const runners = use.kind === 'callback' ? control.callees(use.fn, use.ordinal) : componentsAt(use);
    const out: Item[] = [];
    for (const runner of runners) {
      const spots = uses.invocations(runner, use.argument, use.path);
      if (spots.length === 0) return [plain];
      for (const spot of spots) {
        if (isEnough(purposes.narrowed(here(spot), use.fn, use.ordinal, [runner]))) continue;
        out.push({ fn: spot.fn, context: { root: runner, site: { ...use, kind: 'inside' }, next: context }, way });
      }
    }
    return runners.length === 0 ? [plain] : out;
  };

  const componentsAt = (use: Use): number[] => {
    const frame = control.frame(use.fn);
    const tag = frame ? operandAt(frame.reader, use.ordinal, 1) : NONE;
    return tag === NONE || !frame
      ? []
      : (frame.values[tag]?.targets ?? []).flatMap((target) => (target.kind === 'function' ? [target.fn] : []));
  };

  const of = (spot: Spot, topics: readonly Topic[], extra?: Facts): Guard => {
    const found = search(spot, (facts) => bestOf(facts.granted, topics) >= Level.given, extra);
    if (found.kind === 'entry') {
      const why = whyNot(spot, topics, extra, found);
      const asked = here(spot).cause;
      const objection =
        why === 'wrong-branch' && asked !== null && (predicates.choice(asked.fn, asked.ordinal)?.negative ?? false);
      return { guarded: false, why, path: stepsOf(program, spot, found), objection };
    }
    const { cause } = found;
    const at = cause ? extentOf(program, cause.fn, cause.ordinal) : extentOf(program, spot.fn, spot.ordinal);
    return { guarded: true, words: cause?.words ?? '', purpose: purposeOf(topics), at };
  };

  const whyNot = (
    spot: Spot,
    topics: readonly Topic[],
    extra: Facts | undefined,
    found: Ending,
  ): Extract<Guard, { guarded: false }>['why'] => {
    const passes = (isEnough: (facts: Facts) => boolean): boolean => {
      const other = search(spot, isEnough, extra);
      return other.kind === 'guarded' && (other.cause !== null || other.cut);
    };
    if (passes((facts) => bestOf(facts.refused, topics) >= Level.given)) return 'wrong-branch';
    if (passes((facts) => bestOf(facts.granted, topics) >= Level.silent)) return 'silence';
    if (passes((facts) => bestOf(facts.granted, TOPICS) >= Level.given)) return 'wrong-purpose';
    for (const fn of new Set([spot.fn, ...found.way.map((use) => use.fn)])) {
      const until = fn === spot.fn ? spot.ordinal : (found.way.find((use) => use.fn === fn)?.ordinal ?? 0);
      const mistake = mistakeIn(fn, until);
      if (mistake) return mistake;
    }
    return found.cut ? 'one-caller' : 'no-check';
  };

  return { of, here };
}

const depthOf = (context: Context | null): number => (context ? 1 + depthOf(context.next) : 0);
const keyOf = ({ fn, context }: Item): string => {
  let key = String(fn);
  for (let at = context; at; at = at.next) key += `|${at.root}:${at.site.fn}:${at.site.ordinal}`;
  return key;
};
const purposeOf = (topics: readonly Topic[]): Purpose => {
  const [first] = topics;
  return first === undefined || first === 'contact' ? 'unknown' : first;
};
