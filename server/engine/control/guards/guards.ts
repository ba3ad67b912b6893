/**
 * Is a place guarded: does every way from every entry of the project lead through a question whose answer was yes? Walks
 * backwards over callers; a way ends where enough is known, and the first that reaches an entry is the sentence of a finding.
 */
import { Kind, NONE } from '../../ir';
import { functionOf, symbolOf } from '../../link/program';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { Step } from '../../rule';
import type { Guard, Purpose } from '../../rule/consent';
import type { Control, Spot } from './control';
import { createDispatches } from './dispatches';
import { Level, TOPICS, asks, bestOf, both, isKnown, levelOf, type Cause, type Facts, type Topic } from './facts';
import type { Knowing } from './knowing';
import type { Lessons } from './lessons';
import type { Predicates } from './predicates';
import type { Use } from './nests';
import type { Uses } from './uses';

/** Functions looked at for one question; what is left after that counts as guarded, for want of proof. */
const STEPS = 400;

interface Ending {
  kind: 'entry' | 'guarded';
  /** From the place to the entry. */
  way: Use[];
  entry: number;
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

/** Instructions by which a function asks for a choice, in their order. */
interface Questions {
  /** Branches on an answer that has not arrived. */
  unawaited: number[];
  /** Branches on an answer. */
  asking: number[];
  /** Calls whose answer nothing is done with. */
  discarded: number[];
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
}): Guards {
  const { control, knowing, lessons, predicates, uses } = parts;
  const { program } = control;
  const senders = createDispatches(control);

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
          cut = true;
          continue;
        }
        for (const following of follow(item, use, context, isEnough)) {
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
        if (isEnough(here(spot))) continue;
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

  /** Nobody in the project runs it, and nobody outside can. */
  const isDead = (fn: number): boolean => {
    const info = functionOf(program, fn);
    const module = program.moduleOf[fn];
    if (fn === program.base[module]) return false;
    if (info.class !== NONE) return info.name.startsWith('#') || isPrivate(module, info.class, info.name);
    return !info.exported && !isExported(module, fn) && info.parent === 0 && info.name !== '' && !isScript(module);
  };

  const isPrivate = (module: number, own: number, name: string): boolean => {
    const { shapes, classes } = program.modules[module];
    const shape = shapes[classes[own].shape];
    return shape !== undefined && name.startsWith('_') && !shape.members.some((member) => member.name === name);
  };

  /** By name, as the default, or as part of what is. */
  const isExported = (module: number, fn: number): boolean => {
    const reader = control.reader(program.base[module]);
    const slots = new Set<number>();
    const holds = (value: number, depth = 4): boolean => {
      if (value === NONE || depth === 0) return false;
      switch (kindAt(reader, value)) {
        case Kind.Closure:
          return operandAt(reader, value, 0) === fn - program.base[module];
        case Kind.Load:
          return operandAt(reader, value, 1) === NONE && slots.has(operandAt(reader, value, 0));
        case Kind.Cast:
          return holds(operandAt(reader, value, 0), depth - 1);
        case Kind.Object:
          for (let n = 2; n < operandCount(reader, value); n += 3) if (holds(operandAt(reader, value, n), depth - 1)) return true;
          return false;
        default:
          return false;
      }
    };
    for (let i = 0; i < reader.count; i++)
      if (kindAt(reader, i) === Kind.Store && holds(operandAt(reader, i, 1))) slots.add(operandAt(reader, i, 0));
    return program.modules[module].exports.some((entry) => slots.has(entry.slot));
  };

  /** A file without imports and exports shares its names with the page: whoever loads it may call them. */
  const isScript = (module: number): boolean =>
    program.modules[module].imports.length === 0 && program.modules[module].exports.length === 0;

  /** A file that a framework loads by its place. */
  const isPage = (fn: number): boolean => {
    const info = functionOf(program, fn);
    const { path } = program.modules[program.moduleOf[fn]];
    return (
      info.exported &&
      info.parent === 0 &&
      /(^|\/)(app|pages|routes|src\/routes)\/.*?(page|layout|route|_app|_document|template)\.[cm]?[jt]sx?$/.test(path) &&
      isExported(program.moduleOf[fn], fn)
    );
  };

  const of = (spot: Spot, topics: readonly Topic[], extra?: Facts): Guard => {
    const found = search(spot, (facts) => bestOf(facts.granted, topics) >= Level.given, extra);
    if (found.kind === 'entry') {
      const why = whyNot(spot, topics, extra, found);
      const asked = here(spot).cause;
      const objection =
        why === 'wrong-branch' && asked !== null && (predicates.choice(asked.fn, asked.ordinal)?.negative ?? false);
      return { guarded: false, why, path: stepsOf(spot, found), objection };
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

  /** A question that is asked in the function and does not decide. */
  const mistakeIn = (fn: number, until: number): 'unawaited-check' | 'discarded-check' | 'late-check' | null => {
    const { unawaited, asking, discarded } = questionsIn(fn);
    const cfg = knowing.cfg(fn);
    if (unawaited.some((i) => i < until && cfg.controls(cfg.blockOf[i], cfg.blockOf[until]))) return 'unawaited-check';
    if (discarded.length > 0 && discarded[0] < until) return 'discarded-check';
    return (asking.at(-1) ?? 0) > until ? 'late-check' : null;
  };

  const questions = new Map<number, Questions>();
  const questionsIn = (fn: number): Questions => {
    const known = questions.get(fn);
    if (known) return known;
    const found: Questions = { unawaited: [], asking: [], discarded: [] };
    questions.set(fn, found);
    const reader = control.reader(fn);
    const used = usedIn(reader);
    for (let i = 0; i < reader.count; i++) {
      const kind = kindAt(reader, i);
      if (kind === Kind.Branch && operandAt(reader, i, 0) !== NONE) {
        const condition = operandAt(reader, i, 0);
        if (predicates.isUnawaited(fn, condition)) found.unawaited.push(i);
        if (asks(predicates.meaning(fn, condition))) found.asking.push(i);
      }
      if (kind !== Kind.Call || used.has(i) || !/^(has|is|can|may|check|get)/.test(control.name(fn, i))) continue;
      const asked = predicates.choice(fn, i);
      if (asked && !asked.negative) found.discarded.push(i);
    }
    return found;
  };

  /** From the entry to the place. */
  const stepsOf = (spot: Spot, found: Ending): Step[] => {
    const steps: Step[] = [];
    const way = [...found.way].reverse().filter((use) => use.kind !== 'import');
    const first = way[0]?.fn ?? spot.fn;
    if (way.length > 0) steps.push({ at: firstPlace(found.entry, way[0]), words: `${entryWords(first)} without a check` });
    for (const use of way.slice(0, 38)) {
      if (use.kind === 'inside') continue;
      const runs =
        use.kind === 'element'
          ? 'is shown here'
          : use.kind === 'attribute' || use.kind === 'callback'
            ? 'is handed over here'
            : 'is called here';
      steps.push({ at: placeOf(program, use.fn, use.ordinal), words: `${runnerOf(way, use, spot)} ${runs}` });
    }
    return steps;
  };

  const runnerOf = (way: readonly Use[], use: Use, spot: Spot): string =>
    nameOfFunction(way[way.indexOf(use) + 1]?.fn ?? spot.fn);
  const firstPlace = (entry: number, use: Use): Step['at'] =>
    use.fn === entry ? placeOf(program, use.fn, use.ordinal) : extentOf(program, use.fn, use.ordinal);

  const entryWords = (fn: number): string => {
    const module = program.moduleOf[fn];
    return fn === program.base[module] ? `${program.modules[module].path} runs` : `${nameOfFunction(fn)} is reached`;
  };

  const nameOfFunction = (fn: number): string => {
    const module = program.moduleOf[fn];
    if (fn === program.base[module]) return program.modules[module].path;
    const symbol = symbolOf(program, fn)
      .split('.')
      .filter((part) => part !== '<function>')
      .join('.');
    return symbol === '' ? 'a callback' : `${symbol}()`;
  };

  return { of, here };
}

/** Values that something is done with; waiting for one is nothing by itself. */
function usedIn(reader: Reader): ReadonlySet<number> {
  const used = new Set<number>();
  for (let k = reader.count - 1; k >= 0; k--) {
    const kind = kindAt(reader, k);
    if (NAMELESS.has(kind) || (kind === Kind.Await && !used.has(k))) continue;
    for (let n = 0; n < operandCount(reader, k); n++) {
      const isValue = kind === Kind.Store ? n === 1 : kind !== Kind.Call || n === 0 || n > 3;
      if (isValue) used.add(operandAt(reader, k, n));
    }
  }
  return used;
}

/** Operands of these are no values. */
const NAMELESS: ReadonlySet<Kind> = new Set([Kind.Block, Kind.Jump, Kind.Load, Kind.Const, Kind.Global, Kind.Closure]);
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
