import { describe, expect, test } from 'vitest';
import { attributes as words } from '../rules/attributes';
import { categories } from '../rules/categories';
import { createAttributes } from '../server/engine/attributes';
import { createClassifier } from '../server/engine/classify';
import { wordsOf } from '../server/engine/words';

const attributes = createAttributes(words, createClassifier(categories));

/** "member.age" or "wtpScore" → its classes. */
function classesOf(example: string): readonly string[] {
  const dot = example.indexOf('.');
  return attributes.of(dot < 0 ? '' : example.slice(0, dot), example.slice(dot + 1))?.classes ?? [];
}

describe.each(words)('$class', ({ class: own, examples, specific, generic, not, categories: ids }) => {
  test('its examples', () => {
    expect(examples.yes.filter((example) => !classesOf(example).includes(own))).toEqual([]);
    expect(examples.no.filter((example) => classesOf(example).includes(own))).toEqual([]);
  });

  test('phrases are written as names are split', () => {
    expect([...specific, ...generic, ...not].filter((phrase) => wordsOf(phrase).join(' ') !== phrase)).toEqual([]);
  });

  test('its categories exist', () => {
    const known = categories.map(({ id }) => id);
    expect(ids.filter((id) => !known.includes(id))).toEqual([]);
  });
});

test('one attribute may belong to several classes', () => {
  expect(classesOf('rider.homePostcode')).toEqual(['location', 'proxy']);
  expect(classesOf('user.stressLevel')).toEqual(['emotion', 'vulnerability']);
});
