/**
 * What is known about a person's choice at a place of the code: for each purpose how far it was granted, and whether it was
 * refused. A lattice: on two ways that meet, what both know stays; along one way, what is learned adds up.
 */
import type { Purpose } from '../../rule/consent';

/** The purposes a choice may be about. `contact`: messages to the person, such as a newsletter. */
export type Topic = Exclude<Purpose, 'unknown'> | 'contact';
export const TOPICS: readonly Topic[] = ['analytics', 'marketing', 'functional', 'personalization', 'contact'];

/** Nothing known · no objection heard, and silence counts as yes · the person said yes, or could object and did not. */
export const Level = { none: 0, silent: 1, given: 2 } as const;
export type Level = 0 | 1 | 2;

/** Two bits per topic. */
export interface Facts {
  granted: number;
  refused: number;
  /** The question that was asked last, for words and place. */
  cause: Cause | null;
}

export interface Cause {
  words: string;
  fn: number;
  ordinal: number;
}

const ALL_BITS = (1 << (TOPICS.length * 2)) - 1;
export const NOTHING: Facts = { granted: 0, refused: 0, cause: null };
/** What an unreachable place knows: neutral where ways meet. */
export const EVERYTHING: Facts = { granted: ALL_BITS, refused: ALL_BITS, cause: null };

/** All topics at a level, or one of them. */
export function bits(topic: Topic | 'unknown', level: Level): number {
  let out = 0;
  TOPICS.forEach((each, at) => {
    if (topic === 'unknown' || topic === each) out |= level << (at * 2);
  });
  return out;
}

/** A yes that stands at a place. */
export const grantedBy = (topic: Topic | 'unknown', words: string, fn: number, ordinal: number): Facts => ({
  granted: bits(topic, Level.given),
  refused: 0,
  cause: { words, fn, ordinal },
});

export const levelOf = (packed: number, topic: Topic): Level => ((packed >> (TOPICS.indexOf(topic) * 2)) & 3) as Level;

/** The highest level among some topics. */
export const bestOf = (packed: number, topics: readonly Topic[]): Level =>
  topics.reduce<Level>((best, topic) => (levelOf(packed, topic) > best ? levelOf(packed, topic) : best), Level.none);

export const isKnown = (facts: Facts): boolean => facts.granted !== 0 || facts.refused !== 0;

/** What holds on both of two ways. */
export function meet(a: Facts, b: Facts): Facts {
  if (a === b || b === EVERYTHING) return a;
  if (a === EVERYTHING) return b;
  const granted = each(a.granted, b.granted, Math.min);
  const refused = each(a.refused, b.refused, Math.min);
  if (granted === 0 && refused === 0) return NOTHING;
  return { granted, refused, cause: a.cause ?? b.cause };
}

/** What holds when both are known. */
export function both(a: Facts, b: Facts): Facts {
  if (a === b || !isKnown(b)) return a;
  if (!isKnown(a)) return b;
  return {
    granted: each(a.granted, b.granted, Math.max),
    refused: each(a.refused, b.refused, Math.max),
    cause: b.cause ?? a.cause,
  };
}

export const same = (a: Facts, b: Facts): boolean => a.granted === b.granted && a.refused === b.refused;

/** No more certain than a level. */
export const atMost = (facts: Facts, level: Level): Facts => ({
  ...facts,
  granted: each(facts.granted, bits('unknown', level), Math.min),
});

/** What a yes to anything says when the question named its purpose. */
export function narrowedTo(facts: Facts, topic: Topic): Facts {
  if (facts === EVERYTHING) return facts;
  const isAny = facts.granted === bits('unknown', Level.given) || facts.granted === bits('unknown', Level.silent);
  return isAny ? { ...facts, granted: facts.granted & bits(topic, 3 as Level) } : facts;
}

function each(a: number, b: number, choose: (a: number, b: number) => number): number {
  let out = 0;
  for (let at = 0; at < TOPICS.length * 2; at += 2) out |= choose((a >> at) & 3, (b >> at) & 3) << at;
  return out;
}

/** What is known where an answer was yes, and where it was no. */
export interface Meaning {
  yes: Facts;
  no: Facts;
}

export const MEANS_NOTHING: Meaning = { yes: NOTHING, no: NOTHING };
export const opposite = ({ yes, no }: Meaning): Meaning => ({ yes: no, no: yes });
export const meets = (a: Meaning, b: Meaning): Meaning => ({ yes: meet(a.yes, b.yes), no: meet(a.no, b.no) });
export const says = ({ yes, no }: Meaning): boolean => isKnown(yes) || isKnown(no);
/** It asks somebody: a way that cannot be taken "knows" everything, and says nothing of any answer. */
export const asks = ({ yes, no }: Meaning): boolean => [yes, no].some((facts) => isKnown(facts) && !same(facts, EVERYTHING));
