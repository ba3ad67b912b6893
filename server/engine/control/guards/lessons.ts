/** What statements, registrations and components teach about a choice: a yes that is kept, a middleware, a gate, an event. */
import type { Config } from '../../policy';
import type { Control } from './control';
import { createEntryLessons } from './entry-lessons';
import type { Facts } from './facts';
import { createGateLessons } from './gate-lessons';
import type { Platforms } from './platforms';
import type { Predicates } from './predicates';
import { createRegistrationLessons } from './registration-lessons';
import { createStatementLessons } from './statement-lessons';
import type { Use } from './nests';
import type { Uses } from './uses';

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

export interface LessonParts {
  control: Control;
  predicates: Predicates;
  uses: Uses;
  platforms: Platforms;
  /** What the policy says about consent for the module of a function. */
  consentOf: (fn: number) => Config['consent'];
}

export const createLessons = (parts: LessonParts): Lessons => ({
  call: createStatementLessons(parts),
  registration: createRegistrationLessons(parts),
  entry: createEntryLessons(parts),
  around: createGateLessons(parts),
});
