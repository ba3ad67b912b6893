/** The questions about consent, answered when a rule asks: a project that tracks nobody pays for a look at its imports. */
import type { Constants } from '../flow/constants';
import type { Engine } from '../flow/frame';
import type { Config } from '../policy';
import type { HollowErasure, LesserService, IgnoredRefusal, Message, Tracking, UnreadChoice } from '../rule/consent';
import { createBase, type Control } from './guards/control';
import { hollowErasuresOf } from './tracking/erasures';
import { NOTHING, type Topic } from './guards/facts';
import type { Frames } from './frames';
import { givenBy } from './tracking/given';
import { createGuards } from './guards/guards';
import { createKnowing, type Knowing } from './guards/knowing';
import { createLessons, type Lessons } from './guards/lessons';
import { messagesOf } from './tracking/messages';
import { createNamedPurposes } from './guards/named-purposes';
import { createPlatforms } from './guards/platforms';
import { createPredicates } from './guards/predicates';
import { refusalsOf } from './tracking/refusals';
import { lesserServicesOf } from './decisions/lesser';
import type { TrackingParts } from './tracking/parts';
import { trackingsOf } from './tracking/tracking';
import { unreadChoicesOf } from './tracking/unread-choices';
import { createUses } from './guards/uses';

export interface Consent {
  trackings(): readonly Tracking[];
  messages(): readonly Message[];
  ignoredRefusals(): readonly IgnoredRefusal[];
  unreadChoices(): readonly UnreadChoice[];
  hollowErasures(): readonly HollowErasure[];
  lesserServices(): readonly LesserService[];
  /** Every way to an instruction leads through a yes to being tracked. */
  isAgreed(fn: number, ordinal: number): boolean;
}

const TRACKED: readonly Topic[] = ['analytics', 'marketing', 'personalization'];

export function createConsent(engine: Engine, frames: Frames, silent: ReadonlySet<number>, constants: () => Constants): Consent {
  let parts: TrackingParts | null = null;
  let trackings: readonly Tracking[] | null = null;
  let refusals: readonly IgnoredRefusal[] | null = null;
  let unread: readonly UnreadChoice[] | null = null;
  let erasures: readonly HollowErasure[] | null = null;
  let messages: readonly Message[] | null = null;
  let lesser: readonly LesserService[] | null = null;
  const ready = (): TrackingParts => (parts ??= { ...createParts(engine, frames), silent, constants });
  return {
    trackings: () => (trackings ??= trackingsOf(ready())),
    messages: () => (messages ??= messagesOf(ready())),
    ignoredRefusals: () => (refusals ??= refusalsOf(ready())),
    unreadChoices: () => (unread ??= unreadChoicesOf(ready())),
    hollowErasures: () => (erasures ??= hollowErasuresOf(ready())),
    lesserServices: () => (lesser ??= lesserServicesOf(ready())),
    isAgreed: (fn, ordinal) => ready().guards.of({ fn, ordinal }, TRACKED).guarded,
  };
}

function createParts(engine: Engine, frames: Frames): Omit<TrackingParts, 'silent' | 'constants'> {
  const base = createBase(engine, frames);
  const uses = createUses(base, frames);
  const held: { knowing: Knowing | null; lessons: Lessons | null } = { knowing: null, lessons: null };
  const control: Control = {
    ...base,
    given: (fn, position, path) => givenBy(base, uses, fn, position, path),
    at: (fn, ordinal) => held.knowing?.at(fn, ordinal) ?? NOTHING,
    reached: (fn, ordinal) => held.lessons?.reached(fn, ordinal) ?? NOTHING,
    along: (fn, block, to) => held.knowing?.along(fn, block, to) ?? NOTHING,
  };
  const platforms = createPlatforms(base);
  const predicates = createPredicates(control, platforms, uses);
  const purposes = createNamedPurposes(control, predicates, uses);
  const knowing = (held.knowing = createKnowing({
    reader: base.reader,
    meaning: predicates.meaning,
    apart: predicates.apart,
    learns: (fn, ordinal) => held.lessons?.call(fn, ordinal) ?? NOTHING,
  }));
  const consentOf = (fn: number): Config['consent'] =>
    engine.config(base.program.modules[base.program.moduleOf[fn]].path).consent;
  const lessons = (held.lessons = createLessons({ control, predicates, uses, purposes, platforms, consentOf }));
  const guards = createGuards({ control, knowing, lessons, predicates, uses, purposes });
  return { control, knowing, predicates, frames, uses, guards };
}
