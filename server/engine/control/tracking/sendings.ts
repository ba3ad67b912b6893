/** Calls that send a message to somebody: of messaging libraries, and of the project's own wrappers around them. */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import { placeOf } from '../../places';
import type { Place } from '../../rule';
import type { Message } from '../../rule/consent';
import { CONTACT } from '../guards/conditions';
import type { Spot } from '../guards/control';
import { Level, bestOf } from '../guards/facts';
import { roleOf } from '../guards/roles';
import { addressesOf, patternOf, textAt } from './addresses';
import { stepsOf } from './built-messages';
import { namedSendingsOf } from './named-senders';
import { spreadIn, type Objects } from './objects';
import { loaderOf } from './scripts';
import { seedsOf } from './seeds';
import type { TrackingParts } from './parts';

export interface Sending extends Spot {
  channel: Message['channel'];
  words: string;
  send: Place;
  /** The call in a wrapper of the project that this one leads to. */
  inner?: Place;
  to: readonly Spot[];
  /** Known by its name alone. */
  isNamed?: true;
  /** Wrappers of the project between this call and the library, from the library out. */
  through: readonly string[];
}

/** Entries that say who gets a message. */
export const TO =
  /^(to|recipients?|bcc|phone|phone_?number|destination|dst|toAddresses|token|tokens|personalizations|message|messages|emails?|to_?email|subscriber_?id|include_\w+)$/i;
const EACH = /^(map|forEach|flatMap|filter)$/;
const LIFTS = 3;
const CALLERS = 40;

interface Handed {
  fn: number;
  position: number;
  path: readonly string[];
}

export function sendingsOf(parts: TrackingParts, objects: Objects): Sending[] {
  const { entriesOf, drilled, objectBehind, argumentsOf } = objects;
  const { control, frames, uses, silent, guards } = parts;
  const { engine, program } = control;
  const addresses = addressesOf(engine.matcher.models.filter((model) => model.consent?.channel));
  const address = patternOf(addresses);
  // A wrapper may stand where nothing is reported; its callers are reported on all the same.
  const roots = seedsOf(engine, frames, uses, new Set(), { model: (model) => model.consent?.channel !== undefined, address });
  const found: Sending[] = [];
  const seen = new Set<string>();

  for (const fn of roots.flatMap((root) => uses.family(root))) {
    const frame = frames.of(fn);
    if (!frame) continue;
    for (let i = 0; i < frame.reader.count; i++) {
      const known = roleOf(frame, engine, i);
      if (known?.role === 'sends') sent({ fn, ordinal: i }, `${known.words}()`, known.model.consent?.channel);
      if (!known) requested({ fn, ordinal: i });
    }
  }

  for (const { to, channel, ...spot } of namedSendingsOf(control, silent, objects)) {
    const words = control.words(spot.fn, spot.ordinal);
    lift({ ...spot, channel, words, send: placeOf(program, spot.fn, spot.ordinal), to, through: [], isNamed: true }, LIFTS);
  }

  function sent(spot: Spot, words: string, channel: Message['channel'] | undefined): void {
    if (!channel) return;
    const sending = { ...spot, channel, words, send: placeOf(program, spot.fn, spot.ordinal), to: addressed(spot), through: [] };
    lift(sending, LIFTS);
  }

  /** A request that is written by hand to the address of a service that sends messages. */
  function requested(spot: Spot): void {
    const text = address ? textAt(control.reader(spot.fn), spot.ordinal) : '';
    if (text === '' || !address?.test(text)) return;
    const call = loaderOf(control, spot, 'endpoint');
    const model = addresses.find((each) => text.includes(each.address))?.model;
    if (call) sent(call.spot, control.words(call.spot.fn, call.spot.ordinal), model?.consent?.channel);
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
        const inner = placeOf(program, sending.fn, sending.ordinal);
        const through = [...sending.through, name];
        lift({ ...sending, fn: use.fn, ordinal: use.ordinal, words, inner, to, through }, depth - 1);
      }
    }
  }

  function parametersBehind(fn: number, i: number, path: readonly string[], depth: number): Handed[] {
    if (i === NONE || depth === 0) return [];
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Param: {
        const site = control.registration(fn);
        if (!site) return [{ fn, position: operand(0), path }];
        // `mails.map((mail) => send(mail))`
        const outer = control.reader(site.fn);
        const isElement = operand(0) === 0 && operandAt(outer, site.ordinal, 1) !== NONE;
        return isElement && EACH.test(control.name(site.fn, site.ordinal))
          ? parametersBehind(site.fn, operandAt(outer, site.ordinal, 0), [], depth - 1)
          : [];
      }
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
      // `{ from, ...mail }`
      if (!entriesOf(at.fn, at.ordinal).some(({ key }) => TO.test(key)))
        for (const ordinal of spreadIn(reader, at.ordinal)) out.push({ fn: at.fn, ordinal });
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

  return found;
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
