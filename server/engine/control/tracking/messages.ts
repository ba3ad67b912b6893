/** Messages to people: calls of messaging libraries and of the project's own wrappers around them. */
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../../ir';
import { functionOf, symbolOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { Place } from '../../rule';
import type { Guard, Message } from '../../rule/consent';
import { CONTACT, createConditions } from '../guards/conditions';
import type { Spot } from '../guards/control';
import { Level, bestOf } from '../guards/facts';
import { stepsOf } from './built-messages';
import { createRecipients, type Recipients, type Selection } from './recipients';
import { roleOf } from '../guards/roles';
import { seedsOf } from './seeds';
import type { TrackingParts } from './tracking';

interface Sending extends Spot {
  channel: Message['channel'];
  words: string;
  send: Place;
  to: readonly Spot[];
  /** Wrappers of the project between this call and the library, from the library out. */
  through: readonly string[];
}

const TO = /^(to|recipients?|bcc|phone|phone_?number|destination|toAddresses|token|tokens|personalizations|message|emails?)$/i;
/** Who agreed is kept by the provider: a list, a topic, a group from which a person can leave. */
const LISTS =
  /^(audience_?id|list_?id|segment_?id|broadcast_?id|topic|asm|unsubscribe_?group(_?id)?|suppression_?group(_?id)?)$/i;
const LIFTS = 3;
const CALLERS = 40;
const LONG = 200;

export function messagesOf(parts: TrackingParts): Message[] {
  const { control, frames, uses, silent, predicates, guards } = parts;
  const { engine, program } = control;
  const sends = engine.matcher.models.some((model) => model.consent?.channel);
  if (!sends) return [];
  const recipients = createRecipients(control, createConditions(control, predicates));
  // A wrapper may stand where nothing is reported; its callers are reported on all the same.
  const roots = seedsOf(engine, frames, uses, new Set(), {
    model: (model) => model.consent?.channel !== undefined,
    address: null,
  });
  const found: Sending[] = [];
  const seen = new Set<string>();

  for (const fn of roots.flatMap((root) => uses.family(root))) {
    const frame = frames.of(fn);
    if (!frame) continue;
    for (let i = 0; i < frame.reader.count; i++) {
      const known = roleOf(frame, engine, i);
      const channel = known?.role === 'sends' ? known.model.consent?.channel : undefined;
      if (!known || !channel) continue;
      const spot = { fn, ordinal: i };
      const sending = {
        ...spot,
        channel,
        words: `${known.words}()`,
        send: placeOf(program, fn, i),
        to: addressed(spot),
        through: [],
      };
      lift(sending, LIFTS);
    }
  }

  /** The call itself, and the calls of a wrapper that only passes on who gets it. */
  function lift(sending: Sending, depth: number): void {
    const key = `${sending.fn}:${sending.ordinal}:${sending.send.path}:${sending.send.start}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (!silent.has(program.moduleOf[sending.fn])) found.push(sending);
    if (depth === 0 || bestOf(guards.here(sending).granted, CONTACT) >= Level.given) return;
    const handed = sending.to.flatMap((spot) => parametersBehind(spot.fn, spot.ordinal, [], 8));
    for (const { fn, position, path } of handed) {
      const name = functionOf(program, fn).name;
      const callers = uses.of(fn).filter((use) => use.kind === 'call');
      if (callers.length > CALLERS) continue;
      for (const use of callers) {
        const reader = control.reader(use.fn);
        if (kindAt(reader, use.ordinal) !== Kind.Call || 4 + position >= operandCount(reader, use.ordinal)) continue;
        const value = drilled(use.fn, operandAt(reader, use.ordinal, 4 + position), path);
        const to = [{ fn: use.fn, ordinal: value }];
        const words = control.words(use.fn, use.ordinal);
        lift({ ...sending, fn: use.fn, ordinal: use.ordinal, words, to, through: [...sending.through, name] }, depth - 1);
      }
    }
  }

  function parametersBehind(
    fn: number,
    i: number,
    path: readonly string[],
    depth: number,
  ): { fn: number; position: number; path: readonly string[] }[] {
    if (i === NONE || depth === 0) return [];
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Param:
        return control.registration(fn) ? [] : [{ fn, position: operand(0), path }];
      case Kind.Get:
        return flagsAt(reader, i) & Flag.Computed
          ? []
          : parametersBehind(fn, operand(0), [reader.module.names[operand(1)], ...path], depth - 1);
      case Kind.Cast:
      case Kind.Await:
      case Kind.Iter:
      case Kind.Otherwise:
        return parametersBehind(fn, operand(0), path, depth - 1);
      case Kind.Load: {
        const holder = operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1);
        const stores = control.stores(holder, operand(0), holder === fn ? i : NONE);
        return stores.length > 2
          ? []
          : stores.flatMap((store) =>
              parametersBehind(store.fn, operandAt(control.reader(store.fn), store.ordinal, 1), path, depth - 1),
            );
      }
      case Kind.Phi:
        return operandCount(reader, i) < 4 ? [] : [1, 3].flatMap((n) => parametersBehind(fn, operand(n), path, depth - 1));
      case Kind.Array:
        return operandCount(reader, i) < 2 ? [] : parametersBehind(fn, operand(1), [], depth - 1);
      case Kind.Call:
        // A function of the project that puts the message together from what it is given.
        return control.callees(fn, i).length === 0
          ? []
          : range(4, operandCount(reader, i)).flatMap((n) => parametersBehind(fn, operand(n), [], depth - 1));
      case Kind.Template:
        return operandCount(reader, i) < 2 ? [] : parametersBehind(fn, operand(1), [], depth - 1);
      default:
        return [];
    }
  }

  /** A member of an object that is written in place; the whole where it is not. */
  function drilled(fn: number, value: number, path: readonly string[]): number {
    const reader = control.reader(fn);
    if (path.length === 0 || value === NONE || kindAt(reader, value) !== Kind.Object) return value;
    const entry = entriesOf(fn, value).find(({ key }) => key === path[0]);
    return entry ? drilled(fn, entry.value, path.slice(1)) : value;
  }

  function entriesOf(fn: number, object: number): { key: string; value: number }[] {
    const reader = control.reader(fn);
    const out: { key: string; value: number }[] = [];
    for (let n = 0; n < operandCount(reader, object); n += 3)
      if (operandAt(reader, object, n) === EntryKind.Static)
        out.push({ key: reader.module.names[operandAt(reader, object, n + 1)], value: operandAt(reader, object, n + 2) });
    return out;
  }

  /** The object that a value is, also through a variable; NONE when it is put together elsewhere. */
  function objectBehind(fn: number, i: number, depth = 4): Spot | null {
    if (i === NONE || depth === 0) return null;
    const reader = control.reader(fn);
    const kind = kindAt(reader, i);
    if (kind === Kind.Object || kind === Kind.Array) return { fn, ordinal: i };
    if (kind === Kind.Cast || kind === Kind.Await) return objectBehind(fn, operandAt(reader, i, 0), depth - 1);
    if (kind === Kind.Call && flagsAt(reader, i) & Flag.New && operandCount(reader, i) > 4)
      return objectBehind(fn, operandAt(reader, i, 4), depth - 1);
    if (kind !== Kind.Load) return null;
    const holder = operandAt(reader, i, 1) === NONE ? fn : program.base[program.moduleOf[fn]] + operandAt(reader, i, 1);
    const [store, ...more] = control.stores(holder, operandAt(reader, i, 0), holder === fn ? i : NONE);
    return store && more.length === 0
      ? objectBehind(store.fn, operandAt(control.reader(store.fn), store.ordinal, 1), depth - 1)
      : null;
  }

  /** What the only store of a variable keeps, where it is worked out or taken from a list. */
  function madeOf(fn: number, load: number): Spot | null {
    const reader = control.reader(fn);
    const holder = operandAt(reader, load, 1) === NONE ? fn : program.base[program.moduleOf[fn]] + operandAt(reader, load, 1);
    const [store, ...more] = control.stores(holder, operandAt(reader, load, 0), holder === fn ? load : NONE);
    if (!store || more.length > 0) return null;
    const value = operandAt(control.reader(store.fn), store.ordinal, 1);
    const kind = value === NONE ? null : kindAt(control.reader(store.fn), value);
    return kind === Kind.Call || kind === Kind.Iter ? { fn: store.fn, ordinal: value } : null;
  }

  function argumentsOf({ fn, ordinal }: Spot): Spot[] {
    const reader = control.reader(fn);
    const out: Spot[] = [];
    for (let n = 4; n < operandCount(reader, ordinal); n++) {
      const value = operandAt(reader, ordinal, n);
      if (value !== NONE) out.push(objectBehind(fn, value) ?? { fn, ordinal: value });
    }
    return out;
  }

  /** The values under `to` and its like; all arguments where no such name is in sight. */
  function addressed(spot: Spot): Spot[] {
    const args = argumentsOf(spot);
    const out: Spot[] = [];
    const visit = (at: Spot, depth: number): void => {
      const reader = control.reader(at.fn);
      const kind = kindAt(reader, at.ordinal);
      if (depth === 0) return;
      if (kind === Kind.Array)
        for (let n = 1; n < operandCount(reader, at.ordinal); n += 2)
          if (operandAt(reader, at.ordinal, n) !== NONE)
            visit({ fn: at.fn, ordinal: operandAt(reader, at.ordinal, n) }, depth - 1);
      if (kind !== Kind.Object) return;
      for (const { key, value } of entriesOf(at.fn, at.ordinal)) {
        const inner = objectBehind(at.fn, value);
        if (!TO.test(key)) continue;
        if (inner && kindAt(control.reader(inner.fn), inner.ordinal) === Kind.Object) visit(inner, depth - 1);
        if (!inner || kindAt(control.reader(inner.fn), inner.ordinal) !== Kind.Object) out.push({ fn: at.fn, ordinal: value });
      }
    };
    for (const argument of args) {
      visit(argument, 4);
      for (const link of stepsOf(control, argument))
        if (TO.test(link.name)) out.push(...link.args.slice(0, 1).map((ordinal) => ({ fn: link.fn, ordinal })));
    }
    return out.length > 0 ? out : args;
  }

  return found.map((sending) => {
    let guard: Guard | null = null;
    let selection: Selection | null = null;
    const selected = (): Selection => (selection ??= chosen(recipients, sending.to));
    const texts = textsOf(sending);
    return {
      at: placeOf(program, sending.fn, sending.ordinal),
      extent: extentOf(program, sending.fn, sending.ordinal),
      symbol: symbolOf(program, sending.fn),
      words: sending.words,
      channel: sending.channel,
      send: sending.send,
      functions: [
        ...symbolOf(program, sending.fn)
          .split('.')
          .filter((part) => part !== '<function>'),
        ...sending.through,
      ],
      wording: texts.wording,
      subject: texts.subject,
      tellsHowToLeave: texts.leaves,
      get to() {
        const { who } = selected();
        return who === 'asked' ? 'people' : who;
      },
      get recipients() {
        return selected().words;
      },
      get optIn() {
        return (guard ??= optInOf(sending, selected(), texts.list));
      },
    };
  });

  function optInOf(sending: Sending, selection: Selection, list: string): Guard {
    const at = extentOf(program, sending.fn, sending.ordinal);
    if (list !== '') return { guarded: true, words: list, purpose: 'marketing', at };
    if (selection.who === 'asked')
      return {
        guarded: true,
        words: selection.words,
        purpose: 'marketing',
        at: extentOf(program, selection.fn, selection.ordinal),
      };
    return guards.of(sending, CONTACT);
  }

  /** What the arguments say a message is for: short texts, names of templates and variables. */
  function textsOf(sending: Sending): { wording: string[]; subject: string; list: string; leaves: boolean } {
    const wording: string[] = [];
    let subject = '';
    let list = '';
    let leaves = false;
    const visit = (fn: number, i: number, key: string, depth: number): void => {
      if (i === NONE || depth === 0) return;
      const reader = control.reader(fn);
      const operand = (n: number): number => operandAt(reader, i, n);
      const text = control.text(fn, i);
      if (text !== null && text.length <= LONG) {
        wording.push(text);
        if (/^subject$/i.test(key)) subject ||= text;
      }
      switch (kindAt(reader, i)) {
        case Kind.Const:
          if (operand(0) === LiteralKind.String && text === null && key !== '')
            wording.push(reader.module.names[operand(1)].slice(0, LONG));
          return;
        case Kind.Object:
          for (const entry of entriesOf(fn, i)) {
            if (LISTS.test(entry.key)) list ||= entry.key;
            if (/^headers$/i.test(entry.key))
              leaves ||= entriesOf(fn, entry.value).some(({ key: header }) => LEAVES.test(header));
            leaves ||= LEAVES.test(entry.key);
            if (!TO.test(entry.key) && !/^(from|cc|reply_?to|headers)$/i.test(entry.key))
              visit(fn, entry.value, entry.key, depth - 1);
            if (/^(message|personalizations)$/i.test(entry.key)) visit(fn, entry.value, entry.key, depth - 1);
          }
          return;
        case Kind.Array:
          for (let n = 1; n < operandCount(reader, i); n += 2) visit(fn, operand(n), key, depth - 1);
          return;
        case Kind.Cast:
        case Kind.Await:
          visit(fn, operand(0), key, depth - 1);
          return;
        case Kind.Template: {
          const pieces = Array.from(
            { length: Math.ceil(operandCount(reader, i) / 2) },
            (_, n) => reader.module.names[operand(n * 2)],
          );
          if (pieces.join('').length <= LONG) wording.push(pieces.join(' … '));
          const names = range(0, pieces.length).map((n) => operand(n * 2 + 1));
          leaves ||= [...pieces, ...names.map((at) => (at === NONE ? '' : control.words(fn, at)))].some((each) =>
            LEAVES.test(each),
          );
          return;
        }
        case Kind.Element:
          if (operand(0) !== NONE) wording.push(reader.module.names[operand(0)]);
          return;
        case Kind.Call: {
          wording.push(control.name(fn, i));
          for (let n = 4; n < operandCount(reader, i); n++) visit(fn, operand(n), key, depth - 1);
          return;
        }
        case Kind.Load:
        case Kind.Get:
        case Kind.Global: {
          wording.push(control.name(fn, i));
          const inner = kindAt(reader, i) === Kind.Load ? (objectBehind(fn, i) ?? madeOf(fn, i)) : null;
          if (inner) visit(inner.fn, inner.ordinal, key, depth - 1);
          return;
        }
        case Kind.Iter:
          visit(fn, operand(0), key, depth - 1);
          return;
        case Kind.Closure: {
          // `people.map((one) => ({ to: one.phone, text }))`: what is made for each of them.
          const made = program.base[program.moduleOf[fn]] + operand(0);
          const own = control.reader(made);
          for (let n = 0; n < own.count; n++)
            if (kindAt(own, n) === Kind.Return) visit(made, operandAt(own, n, 0), key, depth - 1);
          return;
        }
      }
    };
    for (const argument of argumentsOf(sending)) {
      visit(argument.fn, argument.ordinal, '', 8);
      for (const link of stepsOf(control, argument)) {
        leaves ||= LEAVES.test(link.name);
        if (!TO.test(link.name)) for (const value of link.args) visit(link.fn, value, link.name, 4);
      }
    }
    return {
      wording: [...new Set(wording)].filter((each) => each !== ''),
      subject,
      list,
      leaves: leaves || wording.some((each) => LEAVES.test(each)),
    };
  }
}

/** "List-Unsubscribe", "unsubscribeUrl": how to get no more of them. */
const LEAVES = /unsubscri|opt.?out|(email|mail|communication).?preferences|abmeld|desinscri/i;

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Among several addresses those of people weigh most. */
function chosen(recipients: Recipients, to: readonly Spot[]): Selection {
  const found = to.map((spot) => recipients.of(spot.fn, spot.ordinal));
  for (const who of ['asked', 'people', 'unknown', 'own'] as const) {
    const one = found.find((each) => each.who === who);
    if (one) return one;
  }
  return { who: 'unknown', words: '', fn: 0, ordinal: 0 };
}
