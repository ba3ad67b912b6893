/** What statements, registrations and components teach about a choice: a yes that is kept, a middleware, a gate, an event. */
import type { Config } from '../../policy';
import type { Control } from './control';
import { createEntryLessons } from './entry-lessons';
import { NOTHING, both, meet, type Facts } from './facts';
import { createGateLessons } from './gate-lessons';
import type { Platforms } from './platforms';
import type { Predicates } from './predicates';
import { createRegistrationLessons } from './registration-lessons';
import { createStatementLessons } from './statement-lessons';
import type { NamedPurposes } from './named-purposes';
import type { Use } from './nests';
import type { Uses } from './uses';

export interface Lessons {
  /** A call that keeps a yes, or stops the program without one; what a loop goes through. */
  call(fn: number, ordinal: number): Facts;
  /** What holds whenever a function given to a call, or to an element, runs. */
  registration(use: Use): Facts;
  /** What holds from the start of a function: its decorators, the name of a handler. */
  entry(fn: number): Facts;
  /** What is known at an instruction, also from who runs its function. */
  reached(fn: number, ordinal: number): Facts;
  /** What holds where an element or a value is shown, from the components around it. */
  around(fn: number, ordinal: number): Facts;
}

export interface LessonParts {
  control: Control;
  predicates: Predicates;
  uses: Uses;
  purposes: NamedPurposes;
  platforms: Platforms;
  /** What the policy says about consent for the module of a function. */
  consentOf: (fn: number) => Config['consent'];
}

export function createLessons(parts: LessonParts): Lessons {
  const { control, uses } = parts;
  const entry = createEntryLessons(parts);
  const registration = createRegistrationLessons(parts);
  const busy = new Set<number>();

  const runs = (fn: number): Facts => {
    // Who runs a function may hang on what it sets.
    if (busy.has(fn)) return NOTHING;
    busy.add(fn);
    let out: Facts | null = null;
    // Whoever calls it teaches it nothing, and then others teach it nothing either.
    if (!uses.isCalled(fn)) for (const use of uses.of(fn)) out = out ? meet(out, registration(use)) : registration(use);
    busy.delete(fn);
    return both(entry(fn), out ?? NOTHING);
  };

  return {
    call: createStatementLessons(parts),
    registration,
    entry,
    reached: (fn, ordinal) => both(control.at(fn, ordinal), runs(fn)),
    around: createGateLessons(parts),
  };
}
