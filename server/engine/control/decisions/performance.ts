/**
 * Points for what a body has done: a run, a lift, a test of fitness. They are set by norms for age and sex, so that people of
 * all ages are measured by what is much for them. The evidence is that something is measured there that bodies do.
 */
import { hasWord, wordSet } from '../../words';
import type { Taken } from '../influence/dependences';
import { chainOf } from '../influence/influence';
import type { Walking } from '../influence/steps';
import type { Verdict } from './verdicts';

const BY_BODY = new Set(['age', 'birth-date', 'gender', 'disability']);
/** What people do with their bodies, and where they train for it. */
const PERFORMED = wordSet(
  'fitness workout exercise athlete athletic athletics sport strength lift lifter weightlifting powerlifting squat bench deadlift ' +
    'pushup situp pullup plank sprint marathon triathlon race runner swim swimmer rowing rep jump vo2 vo2max handicap leaderboard ' +
    'tournament championship',
);
const BY_PARTS = /(push|pull|sit|chin)[_ ]?ups?(?![a-z])|vo2|sit_?and_?reach|shuttle_?run|run_?\d{2}|bleep_?test|beep_?test/i;
/** Who is chosen by it. */
const CHOSEN = wordSet(
  'insurance insurer underwriting premium hire hiring recruit recruitment candidate applicant employee employment promotion loan credit',
);
const POINTS = wordSet('score point rank ranked ranking rating grade level');

/** @param around names of functions, classes, files and calls around the decision and the attribute */
export function isPerformance(
  { bodies }: Walking,
  verdict: Verdict,
  { found, node }: Pick<Taken, 'found' | 'node'>,
  around: readonly string[],
): boolean {
  if (!BY_BODY.has(found.category) || !hasWord(POINTS, verdict.name)) return false;
  if ([verdict.name, found.owner, ...around].some((name) => hasWord(CHOSEN, name))) return false;
  const isNamed = (name: string): boolean => hasWord(PERFORMED, name) || BY_PARTS.test(name);
  const functions = new Set([verdict.fn, ...chainOf(node).map(({ fn }) => fn)]);
  const inside = [...functions].flatMap((fn) => {
    const body = bodies.of(fn);
    const { slots, parameters } = body.reader.module.functions[body.index];
    return [...slots, ...parameters].map(({ name }) => name);
  });
  return [verdict.name, ...around, ...inside].some(isNamed);
}
