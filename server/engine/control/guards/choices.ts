/**
 * Values that hold somebody's choice, by platform, definition and name. Definitions beat names: a flag that comes from the
 * environment is no choice, whatever it is called.
 */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount, termName } from '../../link/reader';
import type { ConsentPolicy } from '../../policy';
import {
  ASKS_BY_NAME,
  READS_BY_KEY,
  GIVES_THE_CHOICE,
  HANDS_THROUGH,
  controlChoice,
  isChoiceType,
  isPublicVariable,
  isTableOfAnswers,
  keyChoice,
  narrower,
  saysNothing,
} from './choice-names';
import { textsAmong, type Control, type Spot } from './control';
import { heldAtFirst, resultsOf } from './held';
import { createInstallation } from './installation';
import type { Kept } from './kept';
import type { Platforms } from './platforms';
import { patternsAt } from './patterns';
import { calleeName, isNothingSaid, isTruthyConstant, isYesByDefault, nameAt } from './values';
import { asksLeave, choiceName, topicOf, type ChoiceName } from './wording';

/** A value that holds somebody's choice, or a record of choices. */
export interface Choice extends ChoiceName {
  words: string;
  /** Nothing said counts as yes. */
  silent: boolean;
}

/** Values of which a call gives one. */
const FEW = 6;

/** The choice that a value is; null where it is none, or nobody can tell. */
export type Choices = (fn: number, ordinal: number, depth: number) => Choice | null;

export function createChoices(control: Control, platforms: Platforms, kept: Kept): Choices {
  const { program } = control;
  const isInstallation = createInstallation(control);

  const choice: Choices = (fn, i, depth) => {
    if (i === NONE || depth <= 0) return null;
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    const told = platforms.answer(fn, i);
    if (told !== undefined) return told && { ...told, silent: false };
    switch (kindAt(reader, i)) {
      case Kind.Cast:
        return choice(fn, operand(0), depth - 1) ?? typed(fn, operand(1));
      case Kind.Await:
        return choice(fn, operand(0), depth - 1);
      case Kind.Otherwise: {
        const isStandIn = kindAt(reader, operand(0)) === Kind.Param && kindAt(reader, operand(1)) !== Kind.Const;
        const own = choice(fn, operand(0), depth - 1) ?? (isStandIn ? choice(fn, operand(1), depth - 1) : null);
        return own && isYesByDefault(reader, operand(1)) && !own.negative ? { ...own, silent: true } : own;
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
        return named(name) ?? typed(fn, operand(1)) ?? fromRegistration(fn, operand(0), depth - 1);
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
      if (!own && (value.i === NONE || !isNothingSaid(control.reader(value.fn), value.i))) return null;
    }
    return found;
  };

  /** `(c: ConsentState) => …`: what it is, its type says. */
  const typed = (fn: number, term: number): Choice | null => {
    const name = termName(control.reader(fn).module, term);
    return isChoiceType(name) ? { topic: 'unknown', negative: false, words: name, silent: false } : null;
  };

  /** Of what is kept under a name that says nothing. */
  const commonOf = (values: readonly Spot[] | null, depth: number): Choice | null =>
    values && values.length <= FEW
      ? common(
          values.map((value) => ({ fn: value.fn, i: value.ordinal })),
          depth,
        )
      : null;

  const named = (name: string, owner = ''): Choice | null => {
    if (name === '' || isPublicVariable(name)) return null;
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
    const values = stores.map((store) => ({ fn: store.fn, i: operandAt(control.reader(store.fn), store.ordinal, 1) }));
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
    const reader = control.reader(fn);
    if (i === NONE) return false;
    if (kindAt(reader, i) === Kind.Get) return initialState(fn, operandAt(reader, i, 0));
    if (kindAt(reader, i) !== Kind.Call || operandCount(reader, i) < 5) return false;
    const first = operandAt(reader, i, 4);
    return (
      /^(useState|ref|signal|atom)$/.test(calleeName(control, fn, i)) &&
      kindAt(reader, first) === Kind.Const &&
      isTruthyConstant(reader, first)
    );
  };

  const member = (fn: number, i: number, depth: number): Choice | null => {
    const reader = control.reader(fn);
    const object = operandAt(reader, i, 0);
    if (isInstallation(fn, object, 6)) return null;
    const isComputed = (flagsAt(reader, i) & Flag.Computed) !== 0;
    const name = isComputed ? control.text(fn, operandAt(reader, i, 1)) : nameAt(reader, operandAt(reader, i, 1));
    const owner = control.name(fn, object);
    if (name === null) return choice(fn, object, depth);
    const own: Choice | null = policyOf(fn).fields.includes(name)
      ? { topic: topicOf(name), negative: false, words: name, silent: false }
      : named(name, owner);
    const book = choice(fn, object, depth);
    if (!book) return own ? (isTableOfAnswers(name) ? { ...own, topic: 'unknown' } : own) : commonOf(kept(fn, i), depth);
    if (GIVES_THE_CHOICE.has(name)) return book;
    const words = `${owner || book.words}.${name}`;
    // The answers by purpose, vendor or number: what each is about is not said by the book's own name.
    if (isTableOfAnswers(name)) return { ...book, topic: 'unknown', words };
    if (own) return { ...own, topic: own.topic === 'unknown' ? book.topic : own.topic, words, silent: book.silent };
    return saysNothing(name) ? null : { ...book, topic: narrower(book.topic, name), words };
  };

  const called = (fn: number, i: number, depth: number): Choice | null => {
    const reader = control.reader(fn);
    const name = calleeName(control, fn, i);
    const method = operandAt(reader, i, 1) === NONE ? '' : nameAt(reader, operandAt(reader, i, 1));
    const receiver = method === '' ? NONE : operandAt(reader, i, 0);
    const qualified = receiver === NONE ? name : `${control.name(fn, receiver)}.${name}`;
    const first = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
    const patterns = patternsAt(reader, i);
    const texts = [...textsAmong(control, fn, i), ...patterns];
    if (name === 'confirm')
      return texts.some(asksLeave) ? { topic: 'unknown', negative: false, words: 'confirm()', silent: false } : null;
    if (HANDS_THROUGH.has(name) || HANDS_THROUGH.has(qualified)) return choice(fn, first, depth);
    if (receiver !== NONE && patterns.length === 0 && isInstallation(fn, receiver, 6)) return null;
    const about = texts.map(topicOf).find((topic) => topic !== 'unknown');
    const book = receiver === NONE ? null : choice(fn, receiver, depth);
    const words = `${qualified}()`;
    if (book && GIVES_THE_CHOICE.has(method) && texts.length === 0) return book;
    const declared = policyOf(fn).functions.includes(name);
    const own: Choice | null = declared
      ? { topic: topicOf(name), negative: false, words, silent: false }
      : method === ''
        ? named(name)
        : named(name, control.name(fn, receiver));
    if (own && !declared && isInstallation(fn, i, 8)) return null;
    if (own && !ASKS_BY_NAME.has(method))
      return { ...own, topic: about ?? (own.topic === 'unknown' ? (book?.topic ?? 'unknown') : own.topic), words };
    if (method === 'querySelector') {
      const found = controlChoice(texts[0] ?? '');
      return found && { ...found, words: texts[0], silent: false };
    }
    if (book && !saysNothing(method)) return { ...book, topic: about ?? narrower(book.topic, method), words };
    const held = commonOf(
      kept(fn, i) ?? heldAtFirst(control, fn, i) ?? control.callees(fn, i).flatMap((target) => resultsOf(control, target)),
      depth,
    );
    if (held) return held;
    const isHook = method === '' && /^(useContext|inject|getContext|useSelector)$/.test(name);
    if (isHook || ASKS_BY_NAME.has(method) || READS_BY_KEY.test(name)) {
      for (const text of texts) {
        const found = choiceName(text);
        if (found) return { ...found, words: text, silent: false };
      }
      // `useContext(ConsentContext)`, `usePersisted(CONSENT_KEY)`, `getItem(STORAGE_KEYS.cookieConsent)`: the name of the key tells.
      const key = first === NONE ? null : keyChoice(control.name(fn, first));
      if (key) return { ...key, words: control.name(fn, first), silent: false };
    }
    return named(method === '' ? '' : control.name(fn, receiver)) &&
      !saysNothing(method) &&
      !/^(set|on|off|add|show|open|init|run|subscribe|update|save)/.test(method)
      ? { ...named(control.name(fn, receiver))!, topic: about ?? 'unknown', words }
      : null;
  };

  /** `.then((consent) => …)`, `onConsentChange((choices) => …)`: the parameter is what the registration is about. */
  const fromRegistration = (fn: number, position: number, depth: number): Choice | null => {
    if (position !== 0) return null;
    const site = control.registration(fn);
    if (!site) return null;
    const reader = control.reader(site.fn);
    const method = operandAt(reader, site.ordinal, 1) === NONE ? '' : nameAt(reader, operandAt(reader, site.ordinal, 1));
    if (/^(then|subscribe|tap)$/.test(method)) {
      const received = choice(site.fn, operandAt(reader, site.ordinal, 0), depth);
      if (received || method === 'then') return received;
    }
    if (calleeName(control, site.fn, site.ordinal) === 'watch' && method === '') return watched(site, depth);
    if (/^(filter|find|some|every|map|forEach)$/.test(method)) return null;
    const own = named(calleeName(control, site.fn, site.ordinal));
    return own ?? (method === '' ? null : named(control.name(site.fn, operandAt(reader, site.ordinal, 0))));
  };

  /** `watch(() => consent.analytics, (allowed) => …)`, `watch(allowed, …)` */
  const watched = (site: { fn: number; ordinal: number }, depth: number): Choice | null => {
    const reader = control.reader(site.fn);
    const source = operandCount(reader, site.ordinal) > 5 ? operandAt(reader, site.ordinal, 4) : NONE;
    if (source === NONE || kindAt(reader, source) !== Kind.Closure) return choice(site.fn, source, depth);
    const getter = program.base[program.moduleOf[site.fn]] + operandAt(reader, source, 0);
    const own = control.reader(getter);
    for (let i = 0; i < own.count; i++) if (kindAt(own, i) === Kind.Return) return choice(getter, operandAt(own, i, 0), depth);
    return null;
  };

  const policyOf = (fn: number): ConsentPolicy => control.engine.config(program.modules[program.moduleOf[fn]].path).consent;

  return choice;
}
