/** What a comparison says about a choice: `consent === 'granted'`, `optedOut !== true`, `'marketing' in consents`. */
import { Kind, OPERATORS } from '../../ir';
import { kindAt, operandAt } from '../../link/reader';
import { narrower } from './choice-names';
import type { Choice, Choices } from './choices';
import type { Control } from './control';
import { Level, MEANS_NOTHING, NOTHING, atMost, bits, opposite, says, type Facts, type Meaning } from './facts';
import { answerLiteral, numberAt } from './values';
import { answerOf, topicOf } from './wording';

const FIRST_RELATION = OPERATORS.indexOf('<');
const IN = OPERATORS.indexOf('in');
/** Words of answers, and of nothing else. */
const GIVEN = /^(granted|denied|accepted|rejected|declined|consented|opted[-_]?(in|out))$/i;

/** What is said of a place in a text or a list: it is there, or it is not. */
const HERE: Record<string, boolean> = {
  '!== -1': true,
  '!= -1': true,
  '> -1': true,
  '>= 0': true,
  '=== -1': false,
  '== -1': false,
  '< 0': false,
  '<= -1': false,
};

/** What a comparison means; `depth` is how many steps its sides are followed. */
export type Comparisons = (fn: number, ordinal: number, depth: number) => Meaning;

export function createComparisons(
  control: Control,
  choice: Choices,
  meaning: (fn: number, ordinal: number, depth: number) => Meaning,
): Comparisons {
  const compared = (fn: number, i: number, depth: number): Meaning => {
    const reader = control.reader(fn);
    const operator = operandAt(reader, i, 0);
    const [left, right] = [operandAt(reader, i, 1), operandAt(reader, i, 2)];
    if (operator === IN) {
      const book = choice(fn, right, depth);
      const name = control.text(fn, left);
      return book && name ? meaningOf({ ...book, topic: narrower(book.topic, name) }, fn, i) : MEANS_NOTHING;
    }
    if (operator > IN) return MEANS_NOTHING;
    const found = foundAt(fn, i, depth);
    if (found) return found;
    if (operator >= FIRST_RELATION) {
      const found = choice(fn, left, depth) ?? choice(fn, right, depth);
      return found ? { ...meaningOf(found, fn, i), no: NOTHING } : MEANS_NOTHING;
    }
    const equal = operator % 2 === 0;
    const answer =
      answerLiteral(control, fn, right) !== undefined
        ? equality(fn, left, answerLiteral(control, fn, right), depth)
        : equality(fn, right, answerLiteral(control, fn, left), depth);
    return equal ? answer : opposite(answer);
  };

  /** `document.cookie.indexOf('consent=granted') !== -1`: what is compared is whether it is there at all. */
  const foundAt = (fn: number, i: number, depth: number): Meaning | null => {
    const reader = control.reader(fn);
    const [value, limit] = [operandAt(reader, i, 1), numberAt(reader, operandAt(reader, i, 2))];
    if (
      limit === undefined ||
      kindAt(reader, value) !== Kind.Call ||
      !/^(indexOf|search|findIndex)$/.test(control.name(fn, value))
    )
      return null;
    const isThere = HERE[`${OPERATORS[operandAt(reader, i, 0)]} ${limit}`];
    const sought = isThere === undefined ? null : choice(fn, value, depth);
    if (!sought) return null;
    return isThere ? meaningOf(sought, fn, value) : opposite(meaningOf(sought, fn, value));
  };

  /** `value === literal`. */
  const equality = (fn: number, i: number, literal: string | boolean | null | undefined, depth: number): Meaning => {
    if (literal === undefined) return MEANS_NOTHING;
    const known = meaning(fn, i, depth);
    const found = choice(fn, i, depth) ?? answeredTo(fn, i, literal);
    if (literal === null) {
      if (!found) return MEANS_NOTHING;
      const marked = found.negative || /(At|Date|_at|_date)$/.test(found.words);
      const { yes, no } = meaningOf(found, fn, i);
      return marked ? { yes: no, no: yes } : MEANS_NOTHING;
    }
    const answer = typeof literal === 'boolean' ? literal : answerOf(literal);
    // Sections of the Global Privacy Platform: 1 means opted out, 2 means not opted out.
    if (literal === '2' && found?.negative) return { yes: meaningOf(found, fn, i).no, no: NOTHING };
    if (answer === null) {
      const topic = typeof literal === 'string' ? topicOf(literal) : 'unknown';
      return found && topic !== 'unknown' ? { yes: meaningOf({ ...found, topic }, fn, i).yes, no: NOTHING } : MEANS_NOTHING;
    }
    const question = says(known) ? known : found ? meaningOf(found, fn, i) : MEANS_NOTHING;
    if (!says(question)) return MEANS_NOTHING;
    if (answer) return question;
    // Whatever is not a no is taken for a yes; where somebody may object, not objecting is what was asked.
    const silent = found?.negative ? question.yes : atMost(question.yes, Level.silent);
    return { yes: question.no, no: silent };
  };

  /** `p.analytics === 'granted'`: whoever holds it, a purpose that is granted or denied is a choice. */
  const answeredTo = (fn: number, i: number, literal: string | boolean | null): Choice | null => {
    const name = control.name(fn, i);
    const topic = typeof literal === 'string' && GIVEN.test(literal) ? topicOf(name) : 'unknown';
    return topic === 'unknown' ? null : { topic, negative: false, silent: false, words: control.words(fn, i) };
  };

  return compared;
}

/** By what the value is: yes means yes, unless it is an objection. */
export function meaningOf(found: Choice, fn: number, ordinal: number): Meaning {
  const cause = { words: found.words, fn, ordinal };
  const level = found.silent ? Level.silent : Level.given;
  const granted: Facts = { granted: bits(found.topic, level), refused: 0, cause };
  const refused: Facts = { granted: 0, refused: bits(found.topic, Level.given), cause };
  return found.negative ? { yes: refused, no: granted } : { yes: granted, no: refused };
}
