/**
 * The purpose that a call names for what it runs: `whenAllowed('marketing', start)`, `needsConsent('analytics')` as middleware.
 * What is asked inside, for any purpose it is given, is asked for that one.
 */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control } from './control';
import { EVERYTHING, narrowedTo, says, type Facts, type Topic } from './facts';
import type { Predicates } from './predicates';
import type { Uses } from './uses';
import { topicOf } from './wording';

/** A purpose by itself; `cart_analytics_view` names an event. */
const PURPOSE = /^[a-z]+$/i;

export interface NamedPurposes {
  /** The purpose among the arguments of a call, whatever is called. */
  at(fn: number, call: number): Topic | 'unknown';
  /** What is known inside the project function behind a call, as the purpose that it is given narrows it. */
  narrowed(facts: Facts, fn: number, call: number, runners: readonly number[]): Facts;
}

export function createNamedPurposes(control: Control, predicates: Predicates, uses: Uses): NamedPurposes {
  /** Purposes as they are handed over: the argument, and the member of it. */
  const given = (fn: number, call: number): { topic: Topic; position: number; member: string }[] => {
    const reader = control.reader(fn);
    const out: { topic: Topic; position: number; member: string }[] = [];
    const note = (value: number, position: number, member: string): void => {
      const text = control.text(fn, value) ?? '';
      const topic = PURPOSE.test(text) ? topicOf(text) : 'unknown';
      if (topic !== 'unknown') out.push({ topic, position, member });
    };
    if (kindAt(reader, call) !== Kind.Call) return out;
    for (let n = 4; n < operandCount(reader, call); n++) {
      const value = operandAt(reader, call, n);
      if (value === NONE) continue;
      note(value, n - 4, '');
      if (kindAt(reader, value) !== Kind.Object) continue;
      for (let k = 0; k < operandCount(reader, value); k += 3)
        if (operandAt(reader, value, k) === EntryKind.Static)
          note(operandAt(reader, value, k + 2), n - 4, reader.module.names[operandAt(reader, value, k + 1)]);
    }
    return out;
  };

  /** Somewhere in a function a question is put with what it is given: `hasConsent(purpose)`, `consent[purpose]`. */
  const asksWith = (runner: number, position: number, member: string): boolean =>
    uses.family(runner).some((fn) => {
      const frame = control.frame(fn);
      if (!frame) return false;
      const isGiven = (i: number): boolean =>
        i !== NONE &&
        (frame.values[i]?.labels ?? []).some(
          (label) =>
            label.kind === 'symbol' && label.root === runner && label.parameter === position && (label.path[0] ?? '') === member,
        );
      for (let i = 0; i < frame.reader.count; i++) {
        const kind = kindAt(frame.reader, i);
        const operands: number[] = [];
        if (kind === Kind.Get && flagsAt(frame.reader, i) & Flag.Computed) operands.push(operandAt(frame.reader, i, 1));
        if (kind === Kind.Call)
          for (let n = 4; n < operandCount(frame.reader, i); n++) operands.push(operandAt(frame.reader, i, n));
        if (operands.some(isGiven) && says(predicates.meaning(fn, i))) return true;
      }
      return false;
    });

  return {
    at: (fn, call) => given(fn, call)[0]?.topic ?? 'unknown',
    narrowed(facts, fn, call, runners) {
      if (facts === EVERYTHING) return facts;
      const named = given(fn, call).find(({ position, member }) => runners.every((runner) => asksWith(runner, position, member)));
      return named && runners.length > 0 ? narrowedTo(facts, named.topic) : facts;
    },
  };
}
