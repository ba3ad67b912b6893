/**
 * What a condition says about a person's choice, with its polarity: comparisons, negations, aliases, defaults, answers of
 * project functions. Definitions beat names: a flag that comes from the environment is no choice, whatever it is called.
 */
import { Flag, Kind, LiteralKind, NONE, OPERATORS } from '../ir';
import { functionOf } from '../link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import type { ConsentPolicy } from '../policy';
import type { Control } from './control';
import {
  EVERYTHING,
  Level,
  MEANS_NOTHING,
  NOTHING,
  atMost,
  bits,
  both,
  meets,
  opposite,
  says,
  type Facts,
  type Meaning,
  type Topic,
} from './facts';
import type { Platforms } from './platforms';
import { answerOf, choiceName, isSetting, topicOf, type ChoiceName } from './wording';

/** A value that holds somebody's choice, or a record of choices. */
interface Choice extends ChoiceName {
  words: string;
  /** Nothing said counts as yes. */
  silent: boolean;
}

export interface Predicates {
  /** What is known where the value is truthy, and where it is falsy. */
  meaning(fn: number, ordinal: number): Meaning;
  /** What a call of a project function says, apart from whether it was awaited. */
  returned(fn: number): Meaning;
  /** The value is somebody's choice, and what it is called. */
  choice(fn: number, ordinal: number): Choice | null;
  /** An answer about a choice that arrives later and is tested before: a promise is always truthy. */
  isUnawaited(fn: number, ordinal: number): boolean;
}

const DEPTH = 14;
const FIRST_RELATION = OPERATORS.indexOf('<');
const IN = OPERATORS.indexOf('in');
const NOT = OPERATORS.indexOf('!');
const ALWAYS: Meaning = { yes: NOTHING, no: EVERYTHING };
const NEVER: Meaning = { yes: EVERYTHING, no: NOTHING };
/** Members that give the choice itself. */
const SAME = new Set([
  'value',
  'current',
  'data',
  'state',
  'status',
  'result',
  'snapshot',
  '0',
  'get',
  'then',
  'trim',
  'toLowerCase',
  'toUpperCase',
  'toString',
  'valueOf',
  'json',
]);
const ASKS_MEMBER = new Set([
  'includes',
  'has',
  'get',
  'getItem',
  'indexOf',
  'some',
  'every',
  'match',
  'startsWith',
  'test',
  'find',
  'read',
  'getValue',
  'header',
  'cookie',
  'cookies',
  'useSelector',
]);
const WRAPS = new Set([
  'Boolean',
  'String',
  'Number',
  'JSON.parse',
  'toValue',
  'unref',
  'useDeferredValue',
  'Promise.resolve',
  'decodeURIComponent',
  'useStore',
  'useAtomValue',
]);

export function createPredicates(control: Control, platforms: Platforms): Predicates {
  const { program } = control;
  const readers = new Map<number, Reader>();
  const busy = new Set<number>();
  const readerFor = (fn: number): Reader => {
    const known = readers.get(fn);
    if (known) return known;
    const made = readerOf(program.modules[program.moduleOf[fn]], fn - program.base[program.moduleOf[fn]]);
    readers.set(fn, made);
    return made;
  };

  const meaning = (fn: number, i: number, depth = DEPTH, awaited = false): Meaning => {
    if (i === NONE || depth === 0) return MEANS_NOTHING;
    const reader = readerFor(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Const:
        return isTruthy(reader, i) ? ALWAYS : NEVER;
      case Kind.Unary:
        return operand(0) === NOT ? opposite(meaning(fn, operand(1), depth - 1, awaited)) : MEANS_NOTHING;
      case Kind.Binary:
        return compared(fn, i, depth - 1);
      case Kind.Cast:
        return meaning(fn, operand(0), depth - 1, awaited);
      case Kind.Await:
        return operand(0) === NONE ? MEANS_NOTHING : meaning(fn, operand(0), depth - 1, true);
      case Kind.Otherwise:
        return defaulted(fn, i, depth - 1, awaited);
      case Kind.Phi:
        return merged(fn, i, depth - 1);
      case Kind.Load: {
        const found = stored(fn, i, depth - 1, awaited);
        return found && (says(found) || isFixed(found)) ? found : chosen(fn, i, depth);
      }
      case Kind.Global: {
        const found = imported(fn, i, depth - 1);
        return found && (says(found) || isFixed(found)) ? found : chosen(fn, i, depth);
      }
      case Kind.Call: {
        const found = answered(fn, i, depth - 1);
        if (found && isLate(fn, i) && !awaited) return MEANS_NOTHING;
        return found && (says(found) || isFixed(found)) ? found : chosen(fn, i, depth);
      }
      case Kind.Param: {
        const given = handed(fn, operand(0), depth - 1);
        return given && says(given) ? given : chosen(fn, i, depth);
      }
      case Kind.Get: {
        const given = fromCallers(fn, i, depth - 1);
        return given && says(given) ? given : chosen(fn, i, depth);
      }
      default:
        return MEANS_NOTHING;
    }
  };

  /** By what the value is: yes means yes, unless it is an objection. */
  const chosen = (fn: number, i: number, depth: number): Meaning => {
    const found = choice(fn, i, depth);
    return found ? meaningOf(found, fn, i) : MEANS_NOTHING;
  };

  const meaningOf = (found: Choice, fn: number, ordinal: number): Meaning => {
    const cause = { words: found.words, fn, ordinal };
    const level = found.silent ? Level.silent : Level.given;
    const granted: Facts = { granted: bits(found.topic, level), refused: 0, cause };
    const refused: Facts = { granted: 0, refused: bits(found.topic, Level.given), cause };
    return found.negative ? { yes: refused, no: granted } : { yes: granted, no: refused };
  };

  const compared = (fn: number, i: number, depth: number): Meaning => {
    const reader = readerFor(fn);
    const operator = operandAt(reader, i, 0);
    const [left, right] = [operandAt(reader, i, 1), operandAt(reader, i, 2)];
    if (operator === IN) {
      const book = choice(fn, right, depth);
      const name = textAt(fn, left);
      return book && name ? meaningOf({ ...book, topic: narrower(book.topic, name) }, fn, i) : MEANS_NOTHING;
    }
    if (operator > IN) return MEANS_NOTHING;
    if (operator >= FIRST_RELATION) {
      const found = choice(fn, left, depth) ?? choice(fn, right, depth);
      return found ? { ...meaningOf(found, fn, i), no: NOTHING } : MEANS_NOTHING;
    }
    const equal = operator % 2 === 0;
    const answer =
      literalAt(fn, right) !== undefined
        ? equality(fn, left, literalAt(fn, right), depth)
        : equality(fn, right, literalAt(fn, left), depth);
    return equal ? answer : opposite(answer);
  };

  /** `value === literal`. */
  const equality = (fn: number, i: number, literal: string | boolean | null | undefined, depth: number): Meaning => {
    if (literal === undefined) return MEANS_NOTHING;
    const known = meaning(fn, i, depth, false);
    const found = choice(fn, i, depth);
    if (literal === null) {
      if (!found) return MEANS_NOTHING;
      const marked = found.negative || /(At|Date|_at|_date)$/.test(found.words);
      const { yes, no } = meaningOf(found, fn, i);
      return marked ? { yes: no, no: yes } : MEANS_NOTHING;
    }
    const answer = typeof literal === 'boolean' ? literal : answerOf(literal);
    // Sections of the Global Privacy Platform: 1 means opted out, 2 means not opted out.
    if (literal === '2' && found?.negative) return { yes: meaningOf(found, fn, i).no, no: NOTHING };
    if (answer === null) {
      const topic = typeof literal === 'string' ? topicOf(literal) : 'unknown';
      return found && topic !== 'unknown' ? { yes: meaningOf({ ...found, topic }, fn, i).yes, no: NOTHING } : MEANS_NOTHING;
    }
    const question = says(known) ? known : found ? meaningOf(found, fn, i) : MEANS_NOTHING;
    if (!says(question)) return MEANS_NOTHING;
    if (answer) return question;
    // Whatever is not a no is taken for a yes; where somebody may object, not objecting is what was asked.
    const silent = found?.negative ? question.yes : atMost(question.yes, Level.silent);
    return { yes: question.no, no: silent };
  };

  const defaulted = (fn: number, i: number, depth: number, awaited: boolean): Meaning => {
    const reader = readerFor(fn);
    const own = meaning(fn, operandAt(reader, i, 0), depth, awaited);
    const instead = operandAt(reader, i, 1);
    if (kindAt(reader, instead) !== Kind.Const) {
      const other = meaning(fn, instead, depth, awaited);
      return says(own) && says(other) ? meets(own, other) : MEANS_NOTHING;
    }
    if (!says(own)) return MEANS_NOTHING;
    const yesByDefault =
      isTruthy(reader, instead) && answerOf(reader.module.names[operandAt(reader, instead, 1)] ?? '') !== false;
    const objection = own.yes.refused !== 0;
    if (objection) return own;
    return yesByDefault ? { yes: atMost(own.yes, Level.silent), no: own.no } : own;
  };

  /** `a && b`, `a ? b : c` as a value: what is known on each way in, and what the value there says. */
  const merged = (fn: number, i: number, depth: number): Meaning => {
    const reader = readerFor(fn);
    let out: Meaning | null = null;
    for (let n = 0; n < operandCount(reader, i); n += 2) {
      const way = control.along(fn, operandAt(reader, i, n), i);
      const own = meaning(fn, operandAt(reader, i, n + 1), depth, false);
      const here = {
        yes: own.yes === EVERYTHING ? EVERYTHING : both(way, own.yes),
        no: own.no === EVERYTHING ? EVERYTHING : both(way, own.no),
      };
      out = out ? meets(out, here) : here;
    }
    return out ?? MEANS_NOTHING;
  };

  /** What was stored in a variable, on every way. */
  const stored = (fn: number, i: number, depth: number, awaited: boolean): Meaning | null => {
    const reader = readerFor(fn);
    const owner = operandAt(reader, i, 1);
    const holder = owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner;
    const stores = control.stores(holder, operandAt(reader, i, 0), holder === fn ? i : NONE);
    return fromStores(stores, depth, awaited);
  };

  const fromStores = (stores: readonly { fn: number; ordinal: number }[], depth: number, awaited: boolean): Meaning | null => {
    let out: Meaning | null = null;
    for (const store of stores) {
      const value = operandAt(readerFor(store.fn), store.ordinal, 1);
      if (value === NONE) return null;
      const own = meaning(store.fn, value, depth, awaited);
      const fixed = own === ALWAYS || own === NEVER;
      const way = fixed ? control.at(store.fn, store.ordinal) : NOTHING;
      const here = fixed ? { yes: own.yes === EVERYTHING ? EVERYTHING : way, no: own.no === EVERYTHING ? EVERYTHING : way } : own;
      out = out ? meets(out, here) : here;
    }
    return out;
  };

  const imported = (fn: number, i: number, depth: number): Meaning | null => {
    const reader = readerFor(fn);
    if (!(flagsAt(reader, i) & Flag.Import)) return null;
    const target = program.imported(program.moduleOf[fn], operandAt(reader, i, 0));
    if (target.kind !== 'slot') return null;
    return fromStores(control.stores(program.base[target.module], target.slot, NONE), depth, false);
  };

  /** What the project functions behind a call answer; purposes named in the arguments narrow it. */
  const answered = (fn: number, i: number, depth: number): Meaning | null => {
    const targets = control.callees(fn, i);
    if (targets.length === 0 || targets.length > 4) return null;
    let out: Meaning | null = null;
    for (const target of targets) {
      const own = returned(target, depth);
      out = out ? meets(out, own) : own;
    }
    const named = argumentTexts(fn, i)
      .map(topicOf)
      .find((topic) => topic !== 'unknown');
    return out && named ? { yes: narrowed(out.yes, named), no: out.no } : out;
  };

  const returned = (fn: number, depth = DEPTH): Meaning => {
    if (busy.has(fn) || depth <= 0) return MEANS_NOTHING;
    busy.add(fn);
    const reader = readerFor(fn);
    let out: Meaning | null = null;
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Return) continue;
      const way = control.at(fn, i);
      if (way === EVERYTHING) continue;
      const value = operandAt(reader, i, 0);
      const own = value === NONE ? NEVER : meaning(fn, value, Math.min(depth, 8), true);
      const here = {
        yes: own.yes === EVERYTHING ? EVERYTHING : both(way, own.yes),
        no: own.no === EVERYTHING ? EVERYTHING : both(way, own.no),
      };
      out = out ? meets(out, here) : here;
    }
    busy.delete(fn);
    return out ?? MEANS_NOTHING;
  };

  const isLate = (fn: number, i: number): boolean => control.callees(fn, i).some((target) => functionOf(program, target).async);

  const isUnawaited = (fn: number, i: number): boolean => {
    const reader = readerFor(fn);
    if (i === NONE) return false;
    if (kindAt(reader, i) === Kind.Unary) return isUnawaited(fn, operandAt(reader, i, 1));
    if (kindAt(reader, i) === Kind.Load) {
      const owner = operandAt(reader, i, 1);
      if (owner !== NONE) return false;
      return control
        .stores(fn, operandAt(reader, i, 0), i)
        .some((store) => isUnawaited(store.fn, operandAt(reader, store.ordinal, 1)));
    }
    if (kindAt(reader, i) !== Kind.Call || !isLate(fn, i)) return false;
    return says(answered(fn, i, DEPTH) ?? MEANS_NOTHING) || choice(fn, i, DEPTH) !== null;
  };

  const choice = (fn: number, i: number, depth = DEPTH): Choice | null => {
    if (i === NONE || depth <= 0) return null;
    const reader = readerFor(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    const told = platforms.answer(fn, i);
    if (told !== undefined) return told && { ...told, silent: false };
    switch (kindAt(reader, i)) {
      case Kind.Cast:
      case Kind.Await:
        return choice(fn, operand(0), depth - 1);
      case Kind.Otherwise: {
        const own = choice(fn, operand(0), depth - 1);
        const isYes =
          kindAt(reader, operand(1)) === Kind.Const &&
          isTruthy(reader, operand(1)) &&
          answerOf(nameOfConst(reader, operand(1))) !== false;
        return own && isYes && !own.negative ? { ...own, silent: true } : own;
      }
      case Kind.Get:
        return member(fn, i, depth - 1);
      case Kind.Call:
        return called(fn, i, depth - 1);
      case Kind.Load: {
        const owner = operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1);
        return variable(owner, operand(0), control.stores(owner, operand(0), owner === fn ? i : NONE), depth - 1);
      }
      case Kind.Global: {
        if (!(flagsAt(reader, i) & Flag.Import)) return named(nameAt(reader, operand(0)));
        const entry = reader.module.imports[operand(0)];
        const target = program.imported(program.moduleOf[fn], operand(0));
        if (target.kind === 'slot')
          return variable(
            program.base[target.module],
            target.slot,
            control.stores(program.base[target.module], target.slot, NONE),
            depth - 1,
          );
        return named(entry.local || entry.imported);
      }
      case Kind.Param: {
        const { name } = functionOf(program, fn).parameters[operand(0)] ?? { name: '' };
        return named(name) ?? fromRegistration(fn, operand(0), depth - 1);
      }
      case Kind.Phi: {
        const values: { fn: number; i: number }[] = [];
        for (let n = 1; n < operandCount(reader, i); n += 2) values.push({ fn, i: operand(n) });
        return common(values, depth - 1);
      }
      default:
        return null;
    }
  };

  /** One of several values: a choice only where each that is no literal is one. */
  const common = (values: readonly { fn: number; i: number }[], depth: number): Choice | null => {
    let found: Choice | null = null;
    for (const value of values) {
      const own = choice(value.fn, value.i, depth);
      found ??= own;
      if (!own && (value.i === NONE || kindAt(readerFor(value.fn), value.i) !== Kind.Const)) return null;
    }
    return found;
  };

  const named = (name: string, owner = ''): Choice | null => {
    if (name === '' || isConstantSetting(name)) return null;
    const own = choiceName(name, owner);
    return own ? { ...own, words: owner ? `${owner}.${name}` : name, silent: false } : null;
  };

  /** By what is stored, else by the variable's name, unless all that is stored is known to be something else. */
  const variable = (
    owner: number,
    slot: number,
    stores: readonly { fn: number; ordinal: number }[],
    depth: number,
  ): Choice | null => {
    const { name } = functionOf(program, owner).slots[slot];
    const values = stores.map((store) => ({ fn: store.fn, i: operandAt(readerFor(store.fn), store.ordinal, 1) }));
    const held = common(values, depth);
    if (held) return held;
    const own = named(name);
    if (!own) return null;
    if (values.length > 0 && values.every((value) => isInstallation(value.fn, value.i, depth))) return null;
    const initial = values.map((value) => initialState(value.fn, value.i));
    return initial.includes(true) && !own.negative ? { ...own, silent: true } : own;
  };

  /** `useState(true)`: yes until somebody says no. */
  const initialState = (fn: number, i: number): boolean => {
    const reader = readerFor(fn);
    if (i === NONE) return false;
    if (kindAt(reader, i) === Kind.Get) return initialState(fn, operandAt(reader, i, 0));
    if (kindAt(reader, i) !== Kind.Call || operandCount(reader, i) < 5) return false;
    const first = operandAt(reader, i, 4);
    return (
      /^(useState|ref|signal|atom)$/.test(calleeName(fn, i)) && kindAt(reader, first) === Kind.Const && isTruthy(reader, first)
    );
  };

  /** A value that the installation decides: the environment, a literal, settings. */
  const isInstallation = (fn: number, i: number, depth: number): boolean => {
    if (i === NONE || depth <= 0) return false;
    const reader = readerFor(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Const:
        return true;
      case Kind.Cast:
      case Kind.Await:
        return isInstallation(fn, operand(0), depth - 1);
      case Kind.Unary:
        return isInstallation(fn, operand(1), depth - 1);
      case Kind.Binary:
        return isInstallation(fn, operand(1), depth - 1) && isInstallation(fn, operand(2), depth - 1);
      case Kind.Otherwise:
        return isInstallation(fn, operand(0), depth - 1) && isInstallation(fn, operand(1), depth - 1);
      case Kind.Phi: {
        for (let n = 1; n < operandCount(reader, i); n += 2) if (!isInstallation(fn, operand(n), depth - 1)) return false;
        return true;
      }
      case Kind.Get:
        return (
          (!(flagsAt(reader, i) & Flag.Computed) && isSetting(nameAt(reader, operand(1)))) ||
          isInstallation(fn, operand(0), depth - 1)
        );
      case Kind.Global:
        return isSetting(globalName(reader, i));
      case Kind.Load: {
        const owner = operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1);
        const slot = operand(0);
        if (isSetting(functionOf(program, owner).slots[slot].name)) return true;
        const stores = control.stores(owner, slot, owner === fn ? i : NONE);
        return (
          stores.length > 0 &&
          stores.every((store) => isInstallation(store.fn, operandAt(readerFor(store.fn), store.ordinal, 1), depth - 1))
        );
      }
      case Kind.Call:
        return /^use\w*(Config|Env)\w*$|^(get|load)\w*(Config|Env)\w*$/.test(calleeName(fn, i));
      default:
        return false;
    }
  };

  const member = (fn: number, i: number, depth: number): Choice | null => {
    const reader = readerFor(fn);
    const object = operandAt(reader, i, 0);
    if (isInstallation(fn, object, 6)) return null;
    const isComputed = (flagsAt(reader, i) & Flag.Computed) !== 0;
    const name = isComputed ? textAt(fn, operandAt(reader, i, 1)) : nameAt(reader, operandAt(reader, i, 1));
    const owner = nameOf(fn, object);
    if (name === null) return choice(fn, object, depth);
    const own: Choice | null = policyOf(fn).fields.includes(name)
      ? { topic: topicOf(name), negative: false, words: name, silent: false }
      : named(name, owner);
    const book = choice(fn, object, depth);
    if (!book) return own && isIndex(name) ? { ...own, topic: 'unknown' } : own;
    if (SAME.has(name)) return book;
    const words = `${owner || book.words}.${name}`;
    // The answers by purpose, vendor or number: what each is about is not said by the book's own name.
    if (isIndex(name)) return { ...book, topic: 'unknown', words };
    if (own) return { ...own, topic: own.topic === 'unknown' ? book.topic : own.topic, words, silent: book.silent };
    return saysNothing(name) ? null : { ...book, topic: narrower(book.topic, name), words };
  };

  const called = (fn: number, i: number, depth: number): Choice | null => {
    const reader = readerFor(fn);
    const name = calleeName(fn, i);
    const method = operandAt(reader, i, 1) === NONE ? '' : nameAt(reader, operandAt(reader, i, 1));
    const receiver = method === '' ? NONE : operandAt(reader, i, 0);
    const qualified = receiver === NONE ? name : `${nameOf(fn, receiver)}.${name}`;
    const first = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
    const texts = argumentTexts(fn, i);
    if (WRAPS.has(name) || WRAPS.has(qualified)) return choice(fn, first, depth);
    if (receiver !== NONE && isInstallation(fn, receiver, 6)) return null;
    const about = texts.map(topicOf).find((topic) => topic !== 'unknown');
    const book = receiver === NONE ? null : choice(fn, receiver, depth);
    const words = `${qualified}()`;
    if (book && SAME.has(method) && texts.length === 0) return book;
    const declared = policyOf(fn).functions.includes(name);
    const own: Choice | null = declared
      ? { topic: topicOf(name), negative: false, words, silent: false }
      : method === ''
        ? named(name)
        : named(name, nameOf(fn, receiver));
    if (own && !ASKS_MEMBER.has(method))
      return { ...own, topic: about ?? (own.topic === 'unknown' ? (book?.topic ?? 'unknown') : own.topic), words };
    if (book && !saysNothing(method)) return { ...book, topic: about ?? narrower(book.topic, method), words };
    if (ASKS_MEMBER.has(method) || /^(get|read|use)\w*(cookie|storage|item|header|stored|value)/i.test(name)) {
      for (const text of texts) {
        const found = choiceName(text);
        if (found) return { ...found, words: text, silent: false };
      }
      // `usePersisted(CONSENT_KEY)`, `getItem(STORAGE_KEYS.cookieConsent)`: the name of the key tells.
      const key = first === NONE ? null : keyChoice(nameOf(fn, first));
      if (key) return { ...key, words: nameOf(fn, first), silent: false };
    }
    return named(method === '' ? '' : nameOf(fn, receiver)) &&
      !saysNothing(method) &&
      !/^(set|on|off|add|show|open|init|run|subscribe|update|save)/.test(method)
      ? { ...named(nameOf(fn, receiver))!, topic: about ?? 'unknown', words }
      : null;
  };

  /** `.then((consent) => …)`, `onConsentChange((choices) => …)`: the parameter is what the registration is about. */
  const fromRegistration = (fn: number, position: number, depth: number): Choice | null => {
    if (position !== 0) return null;
    const site = control.registration(fn);
    if (!site) return null;
    const reader = readerFor(site.fn);
    const method = operandAt(reader, site.ordinal, 1) === NONE ? '' : nameAt(reader, operandAt(reader, site.ordinal, 1));
    if (method === 'then') return choice(site.fn, operandAt(reader, site.ordinal, 0), depth);
    if (/^(filter|find|some|every|map|forEach)$/.test(method)) return null;
    const own = named(calleeName(site.fn, site.ordinal));
    return own ?? (method === '' ? null : named(nameOf(site.fn, operandAt(reader, site.ordinal, 0))));
  };

  /** A parameter says what every known caller hands over. */
  const handed = (fn: number, position: number, depth: number, path: readonly string[] = []): Meaning | null => {
    if (depth < 4 || busy.has(fn)) return null;
    const given = control.given(fn, position, path);
    if (given.length === 0) return null;
    busy.add(fn);
    let out: Meaning | null = null;
    for (const { fn: caller, ordinal } of given) {
      const own = meaning(caller, ordinal, Math.min(depth - 2, 8));
      out = out ? meets(out, own) : own;
    }
    busy.delete(fn);
    return out;
  };

  /** `props.enabled` of a component, `options.allowed` of a function. */
  const fromCallers = (fn: number, i: number, depth: number): Meaning | null => {
    const reader = readerFor(fn);
    const object = operandAt(reader, i, 0);
    if (flagsAt(reader, i) & Flag.Computed) return null;
    const param = parameterOf(fn, object);
    return param === NONE ? null : handed(fn, param, depth, [nameAt(reader, operandAt(reader, i, 1))]);
  };

  const parameterOf = (fn: number, i: number): number => {
    const reader = readerFor(fn);
    if (i === NONE) return NONE;
    if (kindAt(reader, i) === Kind.Param) return operandAt(reader, i, 0);
    if (kindAt(reader, i) !== Kind.Load || operandAt(reader, i, 1) !== NONE) return NONE;
    const stores = control.stores(fn, operandAt(reader, i, 0), i);
    return stores.length === 1 ? parameterOf(fn, operandAt(reader, stores[0].ordinal, 1)) : NONE;
  };

  const argumentTexts = (fn: number, i: number): string[] => {
    const reader = readerFor(fn);
    const out: string[] = [];
    for (let n = 4; n < operandCount(reader, i); n++) {
      const text = textAt(fn, operandAt(reader, i, n));
      if (text !== null) out.push(text);
    }
    return out;
  };

  const textAt = (fn: number, i: number): string | null => control.text(fn, i);

  /** A literal, or the name of a constant that reads like an answer (`ConsentStatus.Granted`); undefined when it is neither. */
  const literalAt = (fn: number, i: number): string | boolean | null | undefined => {
    if (i === NONE) return undefined;
    const reader = readerFor(fn);
    if (kindAt(reader, i) === Kind.Const) {
      const kind = operandAt(reader, i, 0) as LiteralKind;
      if (kind === LiteralKind.Null || kind === LiteralKind.Undefined) return null;
      const text = nameOfConst(reader, i);
      return kind === LiteralKind.Boolean ? text === 'true' : text;
    }
    const text = control.text(fn, i);
    if (text !== null) return text;
    if (kindAt(reader, i) === Kind.Global && globalName(reader, i) === 'undefined') return null;
    const isMember = kindAt(reader, i) === Kind.Get && !(flagsAt(reader, i) & Flag.Computed);
    const name = isMember
      ? nameAt(reader, operandAt(reader, i, 1))
      : kindAt(reader, i) === Kind.Global
        ? globalName(reader, i)
        : '';
    const isAnswer = /^[A-Z]/.test(name) && answerOf(name.split('_').at(-1) ?? '') !== null;
    return isAnswer ? (name.split('_').at(-1) ?? '') : undefined;
  };

  const policyOf = (fn: number): ConsentPolicy => control.engine.config(program.modules[program.moduleOf[fn]].path).consent;

  const calleeName = (fn: number, i: number): string => {
    const reader = readerFor(fn);
    return operandAt(reader, i, 1) === NONE ? nameOf(fn, operandAt(reader, i, 0)) : nameAt(reader, operandAt(reader, i, 1));
  };

  const nameOf = (fn: number, i: number): string => control.name(fn, i);

  return {
    meaning: (fn, ordinal) => meaning(fn, ordinal),
    returned: (fn) => returned(fn),
    choice: (fn, ordinal) => choice(fn, ordinal),
    isUnawaited,
  };
}

const narrowed = (facts: Facts, topic: Topic): Facts => {
  if (facts === EVERYTHING) return facts;
  const before = bits('unknown', Level.given);
  return facts.granted === before || facts.granted === bits('unknown', Level.silent)
    ? { ...facts, granted: facts.granted & bits(topic, 3 as Level) }
    : facts;
};

const narrower = (topic: Topic | 'unknown', name: string): Topic | 'unknown' =>
  topicOf(name) === 'unknown' ? topic : topicOf(name);

const isFixed = (meaning: Meaning): boolean => meaning.yes === EVERYTHING || meaning.no === EVERYTHING;

/** A member of a choice that is not an answer: `consent.version`, `consent.show()`. */
const saysNothing = (name: string): boolean =>
  /^(on|off|set|add|remove|show|open|close|init|eventStatus|cmpStatus|displayStatus|run|render|subscribe|save|update|reset|configure|version|id|date|timestamp|length|size|then|catch|push|map|forEach|filter)/.test(
    name,
  ) || /(Banner|Modal|Dialog|Version|Date|Open|Visible|Loading|Loaded|Ready|Initialized|Applies|Id|Name|Key)$/.test(name);

/** What a consent tool calls its table of answers. */
const isIndex = (name: string): boolean => /^(purposes?|consents?|vendors?|categories|services|parsedSections)$/.test(name);

const keyChoice = (name: string): ChoiceName | null =>
  name === '' ? null : choiceName(name.replace(/_?(KEY|COOKIE_NAME|NAME|STORAGE_KEY|Key|CookieName|Name|StorageKey)$/, ''));

/** ENABLE_TRACKING: a name in capitals is configuration, but TELEMETRY_ENABLED as a member of somebody's settings may be a choice. */
const isConstantSetting = (name: string): boolean => /^(NEXT_PUBLIC|VITE|REACT_APP|NUXT|PUBLIC|EXPO_PUBLIC)_/.test(name);

const nameAt = (reader: Reader, name: number): string => (name === NONE ? '' : reader.module.names[name]);
const nameOfConst = (reader: Reader, i: number): string => reader.module.names[operandAt(reader, i, 1)] ?? '';

function globalName(reader: Reader, i: number): string {
  const index = operandAt(reader, i, 0);
  return flagsAt(reader, i) & Flag.Import
    ? reader.module.imports[index].local || reader.module.imports[index].imported
    : reader.module.names[index];
}

function isTruthy(reader: Reader, i: number): boolean {
  const kind = operandAt(reader, i, 0) as LiteralKind;
  if (kind === LiteralKind.Null || kind === LiteralKind.Undefined) return false;
  const text = nameOfConst(reader, i);
  if (kind === LiteralKind.Boolean) return text === 'true';
  return kind === LiteralKind.Number ? Number(text) !== 0 : text !== '';
}
