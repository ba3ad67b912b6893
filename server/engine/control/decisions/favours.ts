/** Who is let through first because of an age, a pregnancy or a disability: a turn is given to them, and taken from nobody. */
import { Kind } from '../../ir';
import { wordsOf } from '../../words';
import type { Taken } from '../influence/dependences';
import { isConcession } from '../influence/concessions';
import type { Walking } from '../influence/steps';
import { isAimedAt } from './acting';
import type { Verdict } from './verdicts';

const SPARED = new Set(['age', 'birth-date', 'pregnancy', 'disability']);
const FIRST = /^(very_?high|high|higher|highest|urgent|first|top|elevated|true)$/i;
/** "SENIOR_CITIZEN", "pediatric": a turn that is called after those who get it. */
const isTheirs = (text: string): boolean => isConcession(text) || /p(a)?ediatric|geriatric|pregnan/i.test(text);

export function isFavour(parts: Walking, verdict: Verdict, { found, node }: Pick<Taken, 'found' | 'node'>): boolean {
  if (!SPARED.has(found.category) || !/^(priorit|prioridad)/.test(wordsOf(verdict.name).at(-1) ?? '')) return false;
  const body = parts.bodies.of(verdict.fn);
  if (body.kind(verdict.value) !== Kind.Const) return false;
  const said = body.name(verdict.value, 1);
  const isAge = found.category === 'age' || found.category === 'birth-date';
  return isTheirs(said) || (FIRST.test(said) && isAimedAt(parts, verdict, node, { isAge, isFeeling: false }));
}
