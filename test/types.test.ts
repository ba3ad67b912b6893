import { describe, expect, test } from 'vitest';
import { createClassifier } from '../server/engine/classify';
import { createPersonal } from '../server/engine/flow/personal';
import { BLANK, NUMBER, STRING, type ObjectType, type Type } from '../server/engine/link/types';
import { categories } from '../rules/categories';
import { union } from '../server/engine/link/type-parts';

const object = (name: string, members: Record<string, Type>): ObjectType => ({
  kind: 'object',
  name,
  class: null,
  interface: false,
  members: () => new Map(Object.entries(members).map(([key, type]) => [key, { type, owner: name }])),
});
const arrayOf = (element: Type): Type => ({ kind: 'array', element });
const view = object('View', { id: STRING });
const customer = object('Customer', { email: STRING });

describe('a union', () => {
  test('has one level, and each type once', () => {
    expect(union([union([STRING, NUMBER]), union([NUMBER, view])])).toEqual({ kind: 'union', parts: [STRING, NUMBER, view] });
    expect(union([arrayOf(view), arrayOf(view)])).toEqual(arrayOf(view));
  });
  test('that has a type already stays the very same', () => {
    const known = union([arrayOf(view), arrayOf(customer)]);
    expect(union([known, arrayOf(customer)])).toBe(known);
    expect(union([arrayOf(view), known])).toBe(known);
  });
  test("tells the text of an empty field from other texts, and objects by what they are, not by their members' names", () => {
    expect(union([BLANK, STRING])).toEqual({ kind: 'union', parts: [BLANK, STRING] });
    expect(union([view, object('View', { id: STRING })])).toMatchObject({ parts: [view, { name: 'View' }] });
  });
});

describe('personal fields of a type', () => {
  const personal = createPersonal(createClassifier(categories));
  test('are those of what a list or a union holds', () => {
    expect(personal.fields(arrayOf(union([view, customer]))).map(({ path }) => path)).toEqual(['email']);
  });
  test('are looked for once in what a type holds again and again', () => {
    let type: Type = view;
    for (let level = 0; level < 60; level++) type = { kind: 'union', parts: [arrayOf(type), { kind: 'array', element: type }] };
    expect(personal.fields(type)).toEqual([]);
  });
  test('a type that holds itself ends', () => {
    const list: Type = { kind: 'array', element: STRING };
    list.element = { kind: 'union', parts: [list, customer] };
    expect(personal.fields(list).map(({ path }) => path)).toEqual(['email']);
  });
});
