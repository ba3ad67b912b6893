import { describe, expect, test } from 'vitest';
import { asText, below, source, spoken, symbol } from '../server/engine/flow/labels';
import { bounded, flatten, snapshot } from '../server/engine/flow/trees';
import { container, ofLabels, put, unite, type Label, type Value } from '../server/engine/flow/values';

const label = (ordinal: number): Label =>
  source({ category: 'email', words: `user${ordinal}.email`, datum: 'field', trust: 3, fn: 0, ordinal });

/** A record of records, so many members wide on each of so many levels. */
function record(width: number, levels: number): Value {
  if (levels === 0) return ofLabels([label(0)]);
  const out = container();
  for (let n = 0; n < width; n++) put(out, `m${n}`, record(width, levels - 1));
  return out;
}

const nodes = (value: Value): number => [...(value.fields?.values() ?? [])].reduce((sum, child) => sum + nodes(child), 1);

describe('what leaves a function', () => {
  test('a record of records stays as it is', () => {
    expect(nodes(snapshot(record(5, 3)))).toBe(nodes(record(5, 3)));
  });
  test('one of hundreds of records has one level less, and still carries what they hold', () => {
    const left = snapshot(record(16, 3));
    expect(nodes(left)).toBe(1 + 16 + 16 * 16);
    expect(flatten(left).map(({ key }) => key)).toEqual([label(0).key]);
  });
  test('it has its members however many they are', () => {
    expect(snapshot(record(60, 3)).fields?.size).toBe(60);
  });
});

test('what a call gives stays what it is, and is cut only where it grew too large', () => {
  const small = record(5, 3);
  expect(bounded(small)).toBe(small);
  expect(nodes(bounded(record(16, 3)))).toBe(1 + 16 + 16 * 16);
});

test('labels are united in their order, each once, few or many', () => {
  for (const count of [3, 30]) {
    const all = Array.from({ length: count }, (_, n) => label(n));
    const united = unite(all.slice(0, 20), [...all.slice(2), label(1)]);
    expect(united.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
  }
});

test('behind what became a text a path does not grow, however deep the text was made', () => {
  for (const steps of ['abcd', 'abcdef']) {
    const deep = [...steps].reduce(below, symbol(0, 0));
    for (const printed of [asText(deep), spoken(deep)]) {
      if (printed.kind !== 'symbol') throw new Error('a text of a symbol is a symbol');
      expect(below(printed, 'e')).toBe(printed);
    }
  }
});
