/** What statements, registrations and components teach about a choice: a yes that is kept, a middleware, a gate, an event. */
import type { Value } from '../../flow/values';
import { EntryKind, Kind, LiteralKind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Config } from '../../policy';
import { buttonOf } from './buttons';
import { textsAmong, type Control } from './control';
import { EVERYTHING, Level, NOTHING, bits, both, isKnown, meet, type Facts, type Topic } from './facts';
import type { Platforms } from './platforms';
import type { Predicates } from './predicates';
import type { Use, Uses } from './uses';
import {
  acceptsChoice,
  answerOf,
  choiceName,
  gatesChildren,
  isChoiceEvent,
  recordsChoice,
  topicOf,
  waitsForChoice,
} from './wording';
import { roleOf } from './roles';

export interface Lessons {
  /** A call that keeps a yes, or stops the program without one. */
  call(fn: number, ordinal: number): Facts;
  /** What holds whenever a function given to a call, or to an element, runs. */
  registration(use: Use): Facts;
  /** What holds from the start of a function: its decorators, the name of a handler. */
  entry(fn: number): Facts;
  /** What holds where an element or a value is shown, from the components around it. */
  around(fn: number, ordinal: number): Facts;
}

const VERBS = /^(get|post|put|patch|delete|all|use|route|on|handle|add)$/;

export interface LessonParts {
  control: Control;
  predicates: Predicates;
  uses: Uses;
  platforms: Platforms;
}

export function createLessons(parts: LessonParts, config: (path: string) => Config): Lessons {
  const { control, predicates, uses, platforms } = parts;
  const { program } = control;
  const consentOf = (fn: number): Config['consent'] => config(program.modules[program.moduleOf[fn]].path).consent;
  const granted = (topic: Topic | 'unknown', words: string, fn: number, ordinal: number): Facts => ({
    granted: bits(topic, Level.given),
    refused: 0,
    cause: { words, fn, ordinal },
  });
  const exits = new Map<number, Facts>();
  const gates = new Map<string, Facts>();

  const call = (fn: number, i: number): Facts => {
    const reader = control.reader(fn);
    const name = control.name(fn, i);
    const words = control.words(fn, i);
    const first = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
    const second = operandCount(reader, i) > 5 ? operandAt(reader, i, 5) : NONE;
    if (/^(setItem|set|setCookie|put)$/.test(name) && first !== NONE && second !== NONE) {
      const key = control.text(fn, first) ?? control.name(fn, first);
      const about = choiceName(key.replace(/_?(KEY|NAME|Key|Name)$/, ''));
      if (about && !about.negative && saysYes(fn, second)) return granted(about.topic, words, fn, i);
    }
    if (recordsChoice(name) && first !== NONE) return recorded(fn, i, first, second, words);
    if (roleOf(control.frame(fn), control.engine, i)?.role === 'grants') return granted('unknown', words, fn, i);
    return stopping(fn, i, name);
  };

  const saysYes = (fn: number, i: number): boolean => {
    const reader = control.reader(fn);
    if (kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.Boolean)
      return reader.module.names[operandAt(reader, i, 1)] === 'true';
    const text = control.text(fn, i);
    return text !== null && answerOf(text) === true;
  };

  /** `saveConsent({ analytics: true, marketing: false })`, `setConsent('granted')`, `setConsent('analytics', true)`. */
  const recorded = (fn: number, i: number, first: number, second: number, words: string): Facts => {
    const reader = control.reader(fn);
    const topic = topicOf(control.name(fn, i));
    if (saysYes(fn, first) || (second !== NONE && saysYes(fn, second))) return granted(topic, words, fn, i);
    if (kindAt(reader, first) !== Kind.Object) return NOTHING;
    let out = NOTHING;
    for (let n = 0; n < operandCount(reader, first); n += 3) {
      if (operandAt(reader, first, n) !== EntryKind.Static || !saysYes(fn, operandAt(reader, first, n + 2))) continue;
      const name = reader.module.names[operandAt(reader, first, n + 1)];
      out = both(out, granted(topicOf(name), words, fn, i));
    }
    return out;
  };

  /** `requireConsent()`, `await assertConsent(user)`: whoever comes back has agreed. */
  const stopping = (fn: number, i: number, name: string): Facts => {
    const isAsked = choiceName(name) !== null || /^(require|assert|ensure|check|guard)/.test(name);
    if (!isAsked) return NOTHING;
    let out: Facts = EVERYTHING;
    const targets = control.callees(fn, i);
    for (const target of targets) {
      if (functionOf(program, target).async && !isAwaited(fn, i)) return NOTHING;
      out = meet(out, exit(target));
    }
    if (targets.length > 0) return out === EVERYTHING ? NOTHING : out;
    return /^(require|assert|ensure)/.test(name) && choiceName(name.replace(/^(require|assert|ensure)/, ''))
      ? granted('unknown', control.words(fn, i), fn, i)
      : NOTHING;
  };

  const isAwaited = (fn: number, i: number): boolean => {
    const reader = control.reader(fn);
    for (let k = i + 1; k < reader.count; k++) if (kindAt(reader, k) === Kind.Await && operandAt(reader, k, 0) === i) return true;
    return false;
  };

  const exit = (fn: number): Facts => {
    const known = exits.get(fn);
    if (known) return known;
    exits.set(fn, NOTHING);
    const reader = control.reader(fn);
    let out: Facts = EVERYTHING;
    for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Return) out = meet(out, control.at(fn, i));
    exits.set(fn, out);
    return out;
  };

  const registration = (use: Use): Facts => {
    const reader = control.reader(use.fn);
    const last = use.path.at(-1) ?? '';
    if (use.kind === 'attribute')
      return acceptsChoice(last) || waitsForChoice(last) ? granted('unknown', last, use.fn, use.ordinal) : NOTHING;
    if (use.kind !== 'callback') return NOTHING;
    const button = buttonOf(control, use);
    if (button !== '' && acceptsChoice(button)) return granted('unknown', button, use.fn, use.ordinal);
    if (kindAt(reader, use.ordinal) !== Kind.Call) return NOTHING;
    const name = control.name(use.fn, use.ordinal);
    const words = control.words(use.fn, use.ordinal);
    const own = consentOf(use.fn);
    const texts = textsAmong(control, use.fn, use.ordinal);
    const topic = texts.map(topicOf).find((each) => each !== 'unknown') ?? topicOf(name);
    const grant = (): Facts => granted(topic, words, use.fn, use.ordinal);
    if (own.callbacks.includes(name)) return grant();
    const after = platforms.event(use.fn, [last, ...texts]);
    if (after === 'yes') return grant();
    if (after === 'answered' || platforms.handsAnswers(use.fn, use.ordinal)) return NOTHING;
    if (acceptsChoice(last)) return granted('unknown', last, use.fn, use.ordinal);
    if (roleOf(control.frame(use.fn), control.engine, use.ordinal)?.role === 'runs') return grant();
    const isBody = control.callees(use.fn, use.ordinal).length > 0;
    if (!isBody && waitsForChoice(name) && !/^on\w*(change|update)/i.test(name)) return grant();
    if (!isBody && waitsForChoice(name)) return grant();
    if (/^(addEventListener|on|once|addListener|subscribe|listen)$/.test(name) && texts.some(isChoiceEvent)) return grant();
    // `consent.on('analytics', start)`: what holds the answers runs it for one of them.
    const holder = operandAt(reader, use.ordinal, 1) === NONE ? '' : control.name(use.fn, operandAt(reader, use.ordinal, 0));
    if (/^(on|once|when|whenGranted)$/.test(name) && topic !== 'unknown' && choiceName(holder)?.negative === false)
      return grant();
    return VERBS.test(name) && operandAt(reader, use.ordinal, 1) !== NONE ? both(middleware(use), ordered(use)) : NOTHING;
  };

  /** `router.post('/order', requireConsent, handler)` */
  const middleware = (use: Use): Facts => {
    const reader = control.reader(use.fn);
    let out = NOTHING;
    for (let n = 4; n < Math.min(operandCount(reader, use.ordinal), 4 + use.argument); n++)
      out = both(out, lets(use.fn, operandAt(reader, use.ordinal, n)));
    return out;
  };

  /** `router.use(requireConsent)` on the same router, before the registration. */
  const ordered = (use: Use): Facts => {
    const reader = control.reader(use.fn);
    const router = control.words(use.fn, operandAt(reader, use.ordinal, 0));
    let out = NOTHING;
    for (let i = 0; i < use.ordinal; i++) {
      if (kindAt(reader, i) !== Kind.Call || control.name(use.fn, i) !== 'use' || operandAt(reader, i, 1) === NONE) continue;
      if (control.words(use.fn, operandAt(reader, i, 0)) !== router) continue;
      const prefix = operandCount(reader, i) > 4 ? control.text(use.fn, operandAt(reader, i, 4)) : null;
      const path = operandCount(reader, use.ordinal) > 4 ? control.text(use.fn, operandAt(reader, use.ordinal, 4)) : null;
      if (prefix !== null && (path === null || !path.startsWith(prefix.replace(/\*.*$/, '')))) continue;
      for (let n = 4; n < operandCount(reader, i); n++) out = both(out, lets(use.fn, operandAt(reader, i, n)));
    }
    return out;
  };

  /** What is known once a middleware lets a request pass: it calls `next` only then. */
  const lets = (fn: number, i: number): Facts => {
    if (i === NONE) return NOTHING;
    const name = control.name(fn, i);
    if (consentOf(fn).middleware.includes(name)) return granted('unknown', name, fn, i);
    const value = control.frame(fn)?.values[i];
    let out: Facts = EVERYTHING;
    for (const target of value?.targets ?? []) {
      if (target.kind !== 'function') continue;
      const position = functionOf(program, target.fn).parameters.length - 1;
      const passes = position < 1 ? [] : uses.invocations(target.fn, position, []);
      if (passes.length === 0) return NOTHING;
      for (const spot of passes) out = meet(out, control.at(spot.fn, spot.ordinal));
    }
    if (out !== EVERYTHING) return out;
    const asks = choiceName(name);
    return asks && !asks.negative && /^(require|ensure|check|assert|with|has|verify|need)/.test(name)
      ? granted(asks.topic, name, fn, i)
      : NOTHING;
  };

  const entry = (fn: number): Facts => {
    const info = functionOf(program, fn);
    let out = NOTHING;
    const isAnswered = platforms.event(fn, [info.name]) === 'answered';
    if (!isAnswered && acceptsChoice(info.name) && /cookie|consent|all|track|analytic|marketing|gdpr|handle|^on/i.test(info.name))
      out = granted('unknown', `${info.name}()`, fn, 0);
    return info.class === NONE ? out : both(out, decorated(fn));
  };

  /** `@UseGuards(ConsentGuard)` on the method or its class. */
  const decorated = (fn: number): Facts => {
    const module = program.moduleOf[fn];
    const info = functionOf(program, fn);
    const { decorators, methods } = program.modules[module].classes[info.class];
    if (decorators.length === 0) return NOTHING;
    const holder =
      program.base[module] +
      program.modules[module].functions.findIndex((_, at) => holdsClass(program.base[module] + at, info.class));
    const member = methods.find((method) => program.base[module] + method.function === fn)?.name;
    let out = NOTHING;
    for (const { member: on, parameter, value } of decorators) {
      if (parameter >= 0 || (on !== null && on !== member)) continue;
      const reader = control.reader(holder);
      const named = [control.name(holder, value)];
      if (kindAt(reader, value) === Kind.Call)
        for (let n = 4; n < operandCount(reader, value); n++) {
          named.push(control.name(holder, operandAt(reader, value, n)));
          out = both(out, guardClass(holder, operandAt(reader, value, n)));
        }
      const found = named.find(
        (name) => consentOf(fn).middleware.includes(name) || (choiceName(name) && /guard|require|check|consent$/i.test(name)),
      );
      if (found) out = both(out, granted(topicOf(found), `@${found}`, holder, value));
    }
    return out;
  };

  const holdsClass = (fn: number, own: number): boolean => {
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Class && operandAt(reader, i, 0) === own) return true;
    return false;
  };

  /** A guard class whose `canActivate` answers with a choice. */
  const guardClass = (fn: number, i: number): Facts => {
    let out = NOTHING;
    for (const target of control.frame(fn)?.values[i]?.targets ?? []) {
      if (target.kind !== 'class') continue;
      const method = program.modules[target.ref.module].classes[target.ref.class].methods.find(
        ({ name }) => name === 'canActivate',
      );
      const said = method ? predicates.returned(program.base[target.ref.module] + method.function).yes : NOTHING;
      if (said !== EVERYTHING) out = both(out, said);
    }
    return out;
  };

  const around = (fn: number, ordinal: number): Facts => {
    const { reader, takers } = shownIn(fn);
    let out = NOTHING;
    const held = [ordinal];
    for (const value of held) {
      for (const taker of takers.get(value) ?? []) {
        if (held.includes(taker) || held.length >= 64) continue;
        if (kindAt(reader, taker) === Kind.Element) out = both(out, gate(fn, taker));
        held.push(taker);
      }
    }
    return out;
  };

  const shown = new Map<number, { reader: Reader; takers: Map<number, number[]> }>();
  /** What takes a value up into something that is shown, or handed on: elements their children, calls their arguments. */
  const shownIn = (fn: number): { reader: Reader; takers: Map<number, number[]> } => {
    const known = shown.get(fn);
    if (known) return known;
    const reader = control.reader(fn);
    const takers = new Map<number, number[]>();
    for (let i = 0; i < reader.count; i++) {
      const kind = kindAt(reader, i);
      if (kind !== Kind.Element && kind !== Kind.Phi && kind !== Kind.Array && kind !== Kind.Call) continue;
      const from = kind === Kind.Element ? 3 + operandAt(reader, i, 2) * 3 : kind === Kind.Call ? 4 : 0;
      for (let n = from; n < operandCount(reader, i); n++) {
        const value = operandAt(reader, i, n);
        if (value === NONE || value >= i) continue;
        const list = takers.get(value);
        if (list) list.push(i);
        if (!list) takers.set(value, [i]);
      }
    }
    const made = { reader, takers };
    shown.set(fn, made);
    return made;
  };

  /** What an element knows about its children: a gate of the project by its body, any other by its name. */
  const gate = (fn: number, i: number): Facts => {
    const key = `${fn}:${i}`;
    const known = gates.get(key);
    if (known) return known;
    gates.set(key, NOTHING);
    const found = gateAt(fn, i);
    gates.set(key, found);
    return found;
  };

  const gateAt = (fn: number, i: number): Facts => {
    const reader = control.reader(fn);
    const tag = operandAt(reader, i, 0) === NONE ? '' : reader.module.names[operandAt(reader, i, 0)];
    if (!/^[A-Z]/.test(tag)) return NOTHING;
    const topic = attributeTopic(fn, i);
    if (consentOf(fn).components.includes(tag)) return granted(topic, `<${tag}>`, fn, i);
    const value: Value | undefined =
      operandAt(reader, i, 1) === NONE ? undefined : control.frame(fn)?.values[operandAt(reader, i, 1)];
    const own = (value?.targets ?? []).flatMap((target) => (target.kind === 'function' ? [target.fn] : []));
    let out: Facts = EVERYTHING;
    for (const target of own) out = meet(out, showing(target));
    if (own.length > 0)
      return out === EVERYTHING || !isKnown(out) ? NOTHING : topic === 'unknown' ? out : granted(topic, `<${tag}>`, fn, i);
    return gatesChildren(tag) ? granted(topic, `<${tag}>`, fn, i) : NOTHING;
  };

  const attributeTopic = (fn: number, i: number): Topic | 'unknown' => {
    const reader = control.reader(fn);
    for (let n = 0; n < operandAt(reader, i, 2); n++) {
      const text = control.text(fn, operandAt(reader, i, 5 + n * 3));
      const topic = topicOf(text ?? '');
      if (topic !== 'unknown') return topic;
    }
    return 'unknown';
  };

  /** What is known wherever a component shows its children. */
  const showing = (fn: number): Facts => {
    const frame = control.frame(fn);
    if (!frame) return NOTHING;
    const { reader } = frame;
    const isChildren = (i: number): boolean =>
      i !== NONE &&
      (frame.values[i]?.labels ?? []).some(
        (label) => label.kind === 'symbol' && label.root === fn && label.parameter === 0 && label.path[0] === 'children',
      );
    let out: Facts = EVERYTHING;
    for (let i = 0; i < reader.count; i++) {
      const kind = kindAt(reader, i);
      const operands: number[] = [];
      if (kind === Kind.Return) operands.push(operandAt(reader, i, 0));
      if (kind === Kind.Element)
        for (let n = 3 + operandAt(reader, i, 2) * 3; n < operandCount(reader, i); n++) operands.push(operandAt(reader, i, n));
      if (kind === Kind.Element) for (let n = 0; n < operandAt(reader, i, 2); n++) operands.push(operandAt(reader, i, 5 + n * 3));
      for (const operand of operands) {
        if (!isChildren(operand)) continue;
        if (kindAt(reader, operand) !== Kind.Phi) {
          out = meet(out, control.at(fn, i));
          continue;
        }
        for (let n = 0; n < operandCount(reader, operand); n += 2)
          if (isChildren(operandAt(reader, operand, n + 1)))
            out = meet(out, both(control.along(fn, operandAt(reader, operand, n), operand), NOTHING));
      }
    }
    return out;
  };

  return { call, registration, entry, around };
}
