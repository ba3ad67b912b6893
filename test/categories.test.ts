import { describe, expect, test } from 'vitest';
import { categories } from '../rules/categories';
import { createClassifier } from '../server/engine/classify';
import { wordsOf } from '../server/engine/words';

const classifier = createClassifier(categories);

/** "Customer.address" or "email" → the category it is surely evidence of, or null. */
function reported(example: string): string | null {
  const dot = example.indexOf('.');
  const evidence = classifier.field(dot === -1 ? null : example.slice(0, dot), example.slice(dot + 1));
  return evidence === null || evidence.strength === 'possible' ? null : evidence.category;
}

describe('the examples of every category', () => {
  for (const category of categories) {
    test(category.id, () => {
      expect(category.examples.yes.length).toBeGreaterThanOrEqual(4);
      expect(category.examples.no.length).toBeGreaterThanOrEqual(4);
      expect(category.examples.yes.filter((example) => reported(example) !== category.id)).toEqual([]);
      expect(category.examples.no.filter((example) => reported(example) === category.id)).toEqual([]);
    });
  }
});

describe('the lists', () => {
  test('phrases are written as names are split: lower case, plain letters, singular', () => {
    const phrases = categories.flatMap((category) => [...category.specific, ...category.generic, ...category.not]);
    expect(phrases.filter((phrase) => wordsOf(phrase).join(' ') !== phrase)).toEqual([]);
  });

  test('no phrase belongs to two categories, or is both wanted and excluded in one', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const category of categories) {
      for (const phrase of [...category.specific, ...category.generic]) {
        if (owners.has(phrase)) clashes.push(`${phrase}: ${owners.get(phrase)} and ${category.id}`);
        if (category.not.includes(phrase)) clashes.push(`${phrase}: in and out of ${category.id}`);
        owners.set(phrase, category.id);
      }
    }
    expect(clashes).toEqual([]);
  });

  test('ids are unique and sorted', () => {
    const ids = categories.map((category) => category.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(65);
  });
});
