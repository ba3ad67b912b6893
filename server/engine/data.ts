/** A label of the solver as a datum with title and judgement. */
import type { Classifier } from './classify';
import { wordsOf } from './words';
import type { SourceLabel } from './flow/values';
import type { Confidence, Datum } from './rule';

const CONFIDENCE: Record<1 | 2 | 3, Confidence> = { 3: 'high', 2: 'medium', 1: 'low' };

/** @param at path below the sink's argument; @param path path from the call's arguments on */
export function datumOf(classifier: Classifier, label: SourceLabel, at: string, path: string): Datum {
  const category = classifier.category(label.category);
  return {
    category: label.category,
    title: category?.title ?? titleOf(classifier, label),
    words: label.words,
    state: label.state,
    confidence: CONFIDENCE[label.trust],
    special: category?.special ?? false,
    grave: category?.grave ?? false,
    identifies: category?.identifies ?? (label.category === 'record' ? 'direct' : 'no'),
    kind: label.datum,
    at,
    path,
    through: [...label.through],
  };
}

function titleOf(classifier: Classifier, { category, datum, words }: SourceLabel): string {
  if (datum === 'origin') return words.replace(/^the /, '');
  if (category !== 'record') return category.replace(/-/g, ' ');
  const name = words.replace(/^.*\./, '');
  if (PRONOUN.test(name)) return 'record of a person';
  // "existingAdmin" and "userValue" are an admin and a user.
  const parts = wordsOf(name);
  const person = parts.length > 1 && parts.findLast((word) => classifier.owner(word) === 'person');
  return `record of the ${person || name}`;
}

/** Names that stand for somebody and name no kind of person. */
const PRONOUN = /^(?:me|myself|self|who|whoami)$/i;
