/** What the components around a place know: a gate shows its children only after a yes. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { EVERYTHING, NOTHING, both, grantedBy, isKnown, meet, type Facts, type Topic } from './facts';
import type { LessonParts, Lessons } from './lessons';
import { gatesChildren, topicOf } from './wording';

export function createGateLessons({ control, predicates, consentOf }: LessonParts): Lessons['around'] {
  const gates = new Map<string, Facts>();
  const shown = new Map<number, { reader: Reader; takers: Map<number, number[]> }>();

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
    if (/^(Show|Match|When|If)$/.test(tag)) return shownWhen(fn, i);
    const topic = attributeTopic(fn, i);
    if (consentOf(fn).components.includes(tag)) return grantedBy(topic, `<${tag}>`, fn, i);
    const value = operandAt(reader, i, 1) === NONE ? undefined : control.frame(fn)?.values[operandAt(reader, i, 1)];
    const own = (value?.targets ?? []).flatMap((target) => (target.kind === 'function' ? [target.fn] : []));
    let out: Facts = EVERYTHING;
    for (const target of own) out = meet(out, showing(target));
    if (own.length > 0)
      return out === EVERYTHING || !isKnown(out) ? NOTHING : topic === 'unknown' ? out : grantedBy(topic, `<${tag}>`, fn, i);
    return gatesChildren(tag) ? grantedBy(topic, `<${tag}>`, fn, i) : NOTHING;
  };

  /** `<Show when={consent.analytics}>` */
  const shownWhen = (fn: number, i: number): Facts => {
    const reader = control.reader(fn);
    for (let n = 0; n < operandAt(reader, i, 2); n++) {
      if (!/^(when|condition|if|is)$/.test(reader.module.names[operandAt(reader, i, 4 + n * 3)] ?? '')) continue;
      const said = predicates.meaning(fn, operandAt(reader, i, 5 + n * 3)).yes;
      if (said !== EVERYTHING) return said;
    }
    return NOTHING;
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

  return around;
}
