/** What a statement teaches about a choice: a yes that is kept, a call that stops the program without one. */
import { EntryKind, Kind, LiteralKind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { EVERYTHING, NOTHING, both, grantedBy, meet, type Facts } from './facts';
import { createFiltered } from './filtered';
import type { LessonParts, Lessons } from './lessons';
import { loadsOf, usesOf } from './reads';
import { roleOf } from './roles';
import { answerOf, choiceName, recordsChoice, topicOf } from './wording';

export function createStatementLessons({ control, predicates, purposes }: LessonParts): Lessons['call'] {
  const { program } = control;
  const filtered = createFiltered(control, predicates);
  const exits = new Map<number, Facts>();

  const call = (fn: number, i: number): Facts => {
    const reader = control.reader(fn);
    if (kindAt(reader, i) === Kind.Iter) return filtered(fn, operandAt(reader, i, 0));
    const name = control.name(fn, i);
    const words = control.words(fn, i);
    const first = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
    const second = operandCount(reader, i) > 5 ? operandAt(reader, i, 5) : NONE;
    if (/^(setItem|set|setCookie|put)$/.test(name) && first !== NONE && second !== NONE) {
      const key = control.text(fn, first) ?? control.name(fn, first);
      const about = choiceName(key.replace(/_?(KEY|NAME|Key|Name)$/, ''));
      if (about && !about.negative && saysYes(fn, second)) return grantedBy(about.topic, words, fn, i);
    }
    if (recordsChoice(name) && first !== NONE) return recorded(fn, i, first, second, words);
    if (roleOf(control.frame(fn), control.engine, i)?.role === 'grants') return grantedBy('unknown', words, fn, i);
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
    if (saysYes(fn, first) || (second !== NONE && saysYes(fn, second))) return grantedBy(topic, words, fn, i);
    if (kindAt(reader, first) !== Kind.Object) return NOTHING;
    let out = NOTHING;
    for (let n = 0; n < operandCount(reader, first); n += 3) {
      if (operandAt(reader, first, n) !== EntryKind.Static || !saysYes(fn, operandAt(reader, first, n + 2))) continue;
      const name = reader.module.names[operandAt(reader, first, n + 1)];
      out = both(out, grantedBy(topicOf(name), words, fn, i));
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
    return /^(require|assert|ensure)/.test(name) && choiceName(name.replace(/^(require|assert|ensure)/, '')) && !isHandedOn(fn, i)
      ? grantedBy(purposes.at(fn, i), control.words(fn, i), fn, i)
      : NOTHING;
  };

  /** `router.post('/event', requireConsent('analytics'), …)` makes something that asks later. */
  const isHandedOn = (fn: number, i: number): boolean => {
    const reader = control.reader(fn);
    return usesOf(control, { fn, ordinal: i }).some(({ by, as }) => {
      if (as !== 'value') return false;
      if (kindAt(reader, by) === Kind.Call) return true;
      if (kindAt(reader, by) !== Kind.Store || operandAt(reader, by, 2) !== NONE) return false;
      return loadsOf(control, fn, operandAt(reader, by, 0)).some((load) =>
        usesOf(control, load).some(
          (use) => use.as === 'value' && kindAt(control.reader(load.fn), use.by) === Kind.Call && load.fn === fn,
        ),
      );
    });
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

  return call;
}
