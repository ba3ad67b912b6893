/** Places that rules looked at, open or not: what reports count, and what a bias audit begins with. */
import type { Ask, Place } from '../engine/rule';
import type { Dependence, Direction } from '../engine/rule/dependence';

export interface Register {
  trackings: TrackingEntry[];
  prices: DependenceEntry[];
  decisions: DependenceEntry[];
  /** Decisions that go out without a reason. */
  unexplained: { at: Place; symbol: string; decision: string; by: string }[];
  /** A machine alone ends something for a person. */
  endings: { at: Place; symbol: string; by: string }[];
  /** Devices that take something in about a person without an act of theirs: "location", when the page loads. */
  sensors: { at: Place; kind: string; begins: string; sent: boolean }[];
  /** Places that personal data go to, where code names them: "us", "us-east-1". */
  regions: { at: Place; region: string; literal: string }[];
}

/** A call, component or script that tracks. */
export interface TrackingEntry {
  at: Place;
  words: string;
  vendor: string;
  /** "analytics", "ads", "replay", "fingerprint": whom it serves. */
  serves: string;
  guarded: boolean;
  /** What asks first ("hasConsent()"), or why nothing does ("no-check"). */
  guard: string;
}

/** A price or a decision that takes a dependence on an attribute of a person. */
export interface DependenceEntry {
  at: Place;
  symbol: string;
  /** "approved": the value as code names it. */
  value: string;
  /** "gender". */
  attribute: string;
  /** "applicant.gender". */
  words: string;
  category: string;
  form: Dependence['form'];
  direction: Direction;
  excuse: string;
  shown: Dependence['shown'];
}

export function registerOf(ask: Ask): Register {
  return {
    trackings: [...ask.trackings()].map(({ at, words, vendor, recipient, guard, gatedBy }) => ({
      at,
      words,
      vendor,
      serves: recipient,
      guarded: guard.guarded || gatedBy !== '',
      guard: guard.guarded ? guard.words : gatedBy || guard.why,
    })),
    prices: ask.dependences.prices().map(entryOf),
    decisions: ask.dependences.decisions().map(entryOf),
    unexplained: ask.dependences.unexplained().map(({ at, symbol, decision, by }) => ({ at, symbol, decision, by })),
    endings: ask.dependences.endings().map(({ at, symbol, by }) => ({ at, symbol, by })),
    sensors: [...ask.captures()].map(({ at, kind, begins, sent }) => ({ at, kind, begins, sent })),
    regions: [...ask.placements()].map(({ at, region, literal }) => ({ at, region, literal })),
  };
}

function entryOf({ at, symbol, value, attribute, form, direction, excuse, shown }: Dependence): DependenceEntry {
  const { title, words, category } = attribute;
  return { at, symbol, value, attribute: title, words, category, form, direction, excuse, shown };
}
