/** Who gets a message: the way back from an address to the query, record or person it comes from, and what was asked on it. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { functionOf, symbolOf } from '../../link/program';
import { endsOf, flagsAt, kindAt, operandAt, operandCount, termName } from '../../link/reader';
import { wordsOf } from '../../words';
import { CONTACT, DECLARES, type Conditions } from '../guards/conditions';
import type { Control, Spot } from '../guards/control';
import { EVERYTHING, Level, bestOf } from '../guards/facts';
import { areSubscribers, tableIn } from '../guards/subscribers';
import { isSetting } from '../guards/wording';
import { fetcherIn, stateBehind } from './kept-states';
import { piecesIn } from './pieces';

export interface Selection extends Spot {
  /** `asked`: only those who agreed; `people`: looked up without asking; `own`: the sender, the asker or a fixed address. */
  who: 'people' | 'asked' | 'unknown' | 'own';
  words: string;
}

const DEPTH = 24;
const STEPS = 400;
const CALLBACKS =
  /^(map|forEach|flatMap|filter|for|each|reduce|some|every|then|eachSeries|eachLimit|mapSeries|mapLimit|eachAsync)$/;
const KEEPS =
  /^(map|filter|flatMap|slice|flat|sort|reverse|concat|join|values|toArray|exec|lean|toLowerCase|trim|toString|all|find|at|pop|shift|get|then|splice|rows|data)$/;
const WRAPS = /^(all|allSettled|from|of|values|entries|keys|Set|Map|String|chunk\w*|uniq|uniqBy|compact|shuffle|unique|Boolean)$/;
const LOOKS_UP =
  /^(find|get|fetch|load|query|select|list|search|by|read|retrieve|all|execute|scan|aggregate|where|from|lookup|\$queryRaw|sql|paginate|first|many|one)/i;
/** Who signed up where a provider keeps the list; what the project selects under that name, its own code tells. */
const KEPT_ELSEWHERE = /\baudience\b/;
const ADDRESS =
  /^(to|email|e_?mail|mail|address|phone|phone_?number|token|tokens|destination|recipients?|bcc|cc|ToAddresses|BccAddresses)$/i;
/** Whose argument is the name of a table. */
const TABLES = /^(from|table|collection|collectionGroup|model|repository|into)$/;
const TRANSPORT = /^(req|request|ctx|context|event|c)$/;
const OWN_WORDS =
  /\b(admin|support|team|owner|staff|internal|ops|sender|from|test|noreply|contact form|sales team|recipient list)\b/;

export interface Recipients {
  of(fn: number, ordinal: number): Selection;
}

export function createRecipients(control: Control, conditions: Conditions): Recipients {
  const { program } = control;
  let steps = 0;

  const from = (fn: number, i: number, path: readonly string[], depth: number): Selection => {
    const result = (who: Selection['who'], words = ''): Selection => ({ who, words, fn, ordinal: i });
    if (i === NONE || depth === 0 || steps++ > STEPS) return { who: 'unknown', words: '', fn, ordinal: 0 };
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    const next = (ordinal: number, below = path): Selection => from(fn, ordinal, below, depth - 1);
    const name = control.name(fn, i);
    if (areSubscribers(name) || (kindAt(reader, i) === Kind.Get && isElsewhere(fn, i, name)))
      return result('asked', control.words(fn, i));
    switch (kindAt(reader, i)) {
      case Kind.Const:
        return result('own');
      case Kind.Cast:
      case Kind.Await:
        return next(operand(0));
      case Kind.Otherwise:
        return gathered([next(operand(0)), next(operand(1))]);
      case Kind.Phi:
        return gathered(range(1, operandCount(reader, i), 2).map((n) => next(operand(n))));
      case Kind.Iter:
        return next(operand(0), []);
      case Kind.Rest:
        return next(operand(0));
      case Kind.Get: {
        if (isSetting(name) || (name !== '' && OWN_WORDS.test(wordsOf(name).join(' ')))) return result('own');
        const object = operand(0);
        const kept = stateBehind(control, fn, i);
        if (kept) return gathered(kept.map((spot) => from(spot.fn, spot.ordinal, [], depth - 1)));
        if (TRANSPORT.test(control.name(fn, object)) && /^(body|query|params|form|input|valid)$/.test(name)) return result('own');
        return next(object, flagsAt(reader, i) & Flag.Computed || name === '' ? [] : [name, ...path]);
      }
      case Kind.Global:
        return isSetting(name) ? result('own') : imported(fn, i, path, depth);
      case Kind.Load: {
        if (isSetting(name) || OWN_WORDS.test(wordsOf(name).join(' '))) return result('own');
        const holder = operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1);
        return variable(holder, operand(0), holder === fn ? i : NONE, path, depth);
      }
      case Kind.Param:
        return parameter(fn, i, path, depth);
      case Kind.Call:
        return called(fn, i, path, depth);
      case Kind.Object:
        return inObject(fn, i, path, depth);
      case Kind.Array:
        return gathered(range(1, operandCount(reader, i), 2).map((n) => next(operand(n), [])));
      case Kind.Template: {
        const values = range(1, operandCount(reader, i), 2).map((n) => next(operand(n)));
        return values.length === 0 ? result('own') : gathered(values);
      }
      default:
        return result('unknown');
    }
  };

  const inObject = (fn: number, i: number, path: readonly string[], depth: number): Selection => {
    const reader = control.reader(fn);
    const found: Selection[] = [];
    for (let n = 0; n < operandCount(reader, i); n += 3) {
      const isStatic = operandAt(reader, i, n) === EntryKind.Static;
      const key = isStatic ? reader.module.names[operandAt(reader, i, n + 1)] : '';
      if (path.length > 0 && isStatic ? key !== path[0] : isStatic && !ADDRESS.test(key)) continue;
      found.push(from(fn, operandAt(reader, i, n + 2), isStatic ? path.slice(1) : path, depth - 1));
    }
    return found.length === 0 ? { who: 'unknown', words: '', fn, ordinal: i } : gathered(found);
  };

  /** What is stored in it; for a list that is filled piece by piece, the pieces. */
  const variable = (holder: number, slot: number, load: number, path: readonly string[], depth: number): Selection => {
    const stores = control.stores(holder, slot, load);
    const found: Selection[] = [];
    for (const store of stores) {
      const reader = control.reader(store.fn);
      const value = operandAt(reader, store.ordinal, 1);
      const made = value !== NONE && kindAt(reader, value) === Kind.Cast ? operandAt(reader, value, 0) : value;
      const isEmpty = made !== NONE && kindAt(reader, made) === Kind.Array && operandCount(reader, made) === 0;
      found.push(...(isEmpty ? pieces(holder, slot, depth) : [from(store.fn, value, path, depth - 1)]));
    }
    return gathered(found);
  };

  const pieces = (holder: number, slot: number, depth: number): Selection[] =>
    piecesIn(control, holder, slot).map(({ fn, ordinal, value }) => {
      const known = control.at(fn, ordinal);
      if (known !== EVERYTHING && bestOf(known.granted, CONTACT) >= Level.silent)
        return { who: 'asked', words: known.cause?.words ?? '', fn, ordinal };
      return from(fn, value, [], depth - 1);
    });

  const imported = (fn: number, i: number, path: readonly string[], depth: number): Selection => {
    const unknown: Selection = { who: 'unknown', words: control.words(fn, i), fn, ordinal: i };
    const reader = control.reader(fn);
    if (!(flagsAt(reader, i) & Flag.Import)) return unknown;
    const target = program.imported(program.moduleOf[fn], operandAt(reader, i, 0));
    return target.kind === 'slot' ? variable(program.base[target.module], target.slot, NONE, path, depth) : unknown;
  };

  /** An element of what a callback runs over, else what callers hand over. */
  const parameter = (fn: number, i: number, path: readonly string[], depth: number): Selection => {
    const reader = control.reader(fn);
    const position = operandAt(reader, i, 0);
    const term = operandAt(reader, i, 1);
    const type = termName(program.modules[program.moduleOf[fn]], term);
    if (areSubscribers(type)) return { who: 'asked', words: type, fn, ordinal: i };
    const site = control.registration(fn);
    if (site) {
      const outer = control.reader(site.fn);
      const isMethod = operandAt(outer, site.ordinal, 1) !== NONE;
      const first = operandCount(outer, site.ordinal) > 4 ? operandAt(outer, site.ordinal, 4) : NONE;
      if (isMethod && CALLBACKS.test(control.name(site.fn, site.ordinal)) && kindAt(outer, first) === Kind.Closure)
        return from(site.fn, operandAt(outer, site.ordinal, 0), [], depth - 1);
      if (first !== NONE && kindAt(outer, first) !== Kind.Closure) return from(site.fn, first, [], depth - 1);
      return { who: 'unknown', words: '', fn, ordinal: i };
    }
    const given = control.given(fn, position, path);
    const whole = given.length > 0 ? given : control.given(fn, position, []);
    const below = given.length > 0 ? [] : path;
    const found = whole.map((spot) => from(spot.fn, spot.ordinal, below, depth - 1));
    // Each caller counts by itself: one who did not ask is enough.
    return found.find(({ who }) => who === 'people') ?? found.find(({ who }) => who === 'unknown') ?? found[0] ?? handed(fn, i);
  };

  const handed = (fn: number, i: number): Selection => ({ who: 'unknown', words: control.name(fn, i), fn, ordinal: i });

  const called = (fn: number, i: number, path: readonly string[], depth: number): Selection => {
    const reader = control.reader(fn);
    const name = control.name(fn, i);
    const words = control.words(fn, i);
    const receiver = operandAt(reader, i, 1) === NONE ? NONE : operandAt(reader, i, 0);
    const args = range(4, operandCount(reader, i), 1).map((n) => operandAt(reader, i, n));
    if (
      areSubscribers(words.replaceAll('.', '_')) ||
      isElsewhere(fn, i, words.replaceAll('.', '_')) ||
      // `.from('subscribers')`
      (TABLES.test(name) && args.some((argument) => areSubscribers(control.text(fn, argument) ?? ''))) ||
      /\bnewsletter\b/.test(wordsOf(receiver === NONE ? '' : control.name(fn, receiver)).join(' '))
    )
      return { who: 'asked', words, fn, ordinal: i };
    for (const argument of DECLARES.test(name) ? [] : args) {
      const asks = conditions.asked(fn, argument);
      if (asks !== '') return { who: 'asked', words: asks, fn, ordinal: i };
    }
    const table = args.map((argument) => tableIn(control.text(fn, argument) ?? '')).find((each) => each !== '');
    if (table !== undefined) return { who: OWN_WORDS.test(wordsOf(table).join(' ')) ? 'own' : 'people', words, fn, ordinal: i };
    const targets = control.callees(fn, i);
    if (targets.length > 0 && targets.length <= 4 && !KEEPS.test(name))
      return gathered(targets.map((target) => returned(target, path, depth)));
    // `db.select().from(customers)` asks a table; `Array.from(rows)` is the rows.
    const isChained = receiver !== NONE && kindAt(reader, receiver) === Kind.Call;
    if (WRAPS.test(name) && args.length > 0 && !(isChained && name === 'from')) return from(fn, args[0], [], depth - 1);
    const fetcher = fetcherIn(control, fn, i);
    if (fetcher !== NONE) return fromCallback(fn, fetcher, [], depth);
    // `JSON.parse(campaign.recipients)`: they are kept as a text.
    if (words === 'JSON.parse' && args.length > 0) return from(fn, args[0], [], depth - 1);
    if (receiver === NONE) return { who: LOOKS_UP.test(name) ? 'people' : 'unknown', words, fn, ordinal: i };
    const before = from(fn, receiver, [], depth - 1);
    if (before.who === 'people' && LOOKS_UP.test(name) && !KEEPS.test(name)) return { ...before, words };
    if (before.who === 'asked' || before.who === 'people' || (KEEPS.test(name) && before.who === 'own')) return before;
    const asksInCallback = args.map((argument) => fromCallback(fn, argument, path, depth)).find((each) => each.who === 'asked');
    return (
      asksInCallback ?? {
        who: LOOKS_UP.test(name) ? 'people' : before.who === 'own' ? 'unknown' : before.who,
        words,
        fn,
        ordinal: i,
      }
    );
  };

  const isElsewhere = (fn: number, i: number, name: string): boolean =>
    KEPT_ELSEWHERE.test(wordsOf(name).join(' ')) &&
    !(kindAt(control.reader(fn), i) === Kind.Call && control.callees(fn, i).length > 0);

  const fromCallback = (fn: number, i: number, path: readonly string[], depth: number): Selection => {
    const reader = control.reader(fn);
    return i !== NONE && kindAt(reader, i) === Kind.Closure
      ? returned(program.base[program.moduleOf[fn]] + operandAt(reader, i, 0), path, depth)
      : { who: 'unknown', words: '', fn, ordinal: i };
  };

  const returned = (fn: number, path: readonly string[], depth: number): Selection => {
    const reader = control.reader(fn);
    const found = endsOf(reader)
      .filter((i) => operandAt(reader, i, 0) !== NONE)
      .map((i) => from(fn, operandAt(reader, i, 0), path, depth - 1));
    const best = gathered(found);
    const lookup = { who: 'people' as const, words: `${symbolOf(program, fn)}()`, fn, ordinal: 0 };
    return best.who === 'unknown' && LOOKS_UP.test(functionOf(program, fn).name) ? lookup : best;
  };

  return {
    of: (fn, ordinal) => {
      steps = 0;
      return from(fn, ordinal, [], DEPTH);
    },
  };
}

/** Of several values that may be there: one that was asked for counts, then people, then nobody known. */
function gathered(found: readonly Selection[]): Selection {
  const unknown: Selection = { who: 'unknown', words: '', fn: 0, ordinal: 0 };
  for (const who of ['asked', 'people', 'unknown', 'own'] as const) {
    const one = found.find((each) => each.who === who);
    if (one) return one;
  }
  return unknown;
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, at) => from + at * step);
