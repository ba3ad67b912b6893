/**
 * Influence against brute force. Small random programs compute a price; each is run with every value of three attributes
 * of a person. An attribute that changes the price when it alone changes must be found; one that only ever reaches a
 * variable nobody reads must not.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rule } from '../server/engine/rule';
import { personalizedPrice } from '../rules/pricing/personalized-price';
import { analyzeFiles } from './run';

const ATTRIBUTES = ['gender', 'religion', 'maritalStatus'] as const;
const VARIABLES = ['x', 'y', 'z'];

/** `nationality` is stored in `w`, which is never read. */
const program: fc.Arbitrary<string> = fc.letrec<{ value: string; one: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(3).map(String),
    fc.constantFrom(...VARIABLES),
    fc.constantFrom(...ATTRIBUTES).map((name) => `user.${name}`),
    fc.tuple(tie('value'), fc.constantFrom('+', '-', '*'), tie('value')).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(tie('value'), tie('value'), tie('value')).map(([a, b, c]) => `(${a} > 1 ? ${b} : ${c})`),
    fc.tuple(tie('value'), tie('value')).map(([a, b]) => `(${a} || ${b})`),
    tie('value').map((a) => `half(${a})`),
    tie('value').map((a) => `(rows[${a}] ?? 4)`),
    tie('value').map((a) => `[1, 2, 3].filter((n) => n > ${a}).length`),
  ),
  one: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(fc.constantFrom(...VARIABLES), tie('value')).map(([name, value]) => `${name} = ${value};`),
    tie('value').map((value) => `w = user.nationality + ${value};`),
    fc.tuple(tie('one'), tie('one')).map((parts) => parts.join(' ')),
    fc.tuple(tie('value'), tie('one'), tie('one')).map(([a, b, c]) => `if (${a} > 0) { ${b} } else { ${c} }`),
    fc.tuple(tie('value'), tie('one')).map(([a, b]) => `if (${a} === 2) { ${b} }`),
    fc.tuple(tie('value'), tie('one')).map(([a, b]) => `for (let i = 0; i < ${a} && i < 3; i++) { ${b} }`),
    fc.tuple(tie('value'), tie('one'), tie('one')).map(([a, b, c]) => `switch (${a}) { case 0: ${b} break; default: ${c} }`),
    fc.tuple(tie('value'), tie('value')).map(([a, b]) => `if (${a} > 1) return ${b};`),
  ),
})).one;

const HELPERS = 'function half(v) { if (v > 1) return v; return 0; }\nconst rows = { 0: 5, 1: 7 };';
const bodyOf = (statements: string): string => `let x = 1, y = 2, z = 3, w = 0; ${statements} return x + y * z;`;

type Person = Record<string, number>;

function changing(statements: string): string[] {
  const priceOf = new Function('user', `${HELPERS} ${bodyOf(statements)}`) as (user: Person) => number;
  const values = [0, 1, 2];
  const people = values.flatMap((gender) =>
    values.flatMap((religion) => values.map((maritalStatus): Person => ({ gender, religion, maritalStatus, nationality: 1 }))),
  );
  return ATTRIBUTES.filter((name) =>
    people.some((person) => values.some((value) => !Object.is(priceOf(person), priceOf({ ...person, [name]: value })))),
  );
}

const asking: Rule = {
  ...personalizedPrice,
  *check(ask) {
    for (const { at, extent, symbol, attribute } of ask.dependences.prices())
      yield {
        at,
        extent,
        symbol,
        message: attribute.words,
        severity: 'error',
        confidence: 'high',
        path: [],
        hint: '',
        kind: '',
        categories: [],
      };
  },
};

/** Attribute by attribute, the others under plain names: an expression that reads two of them tells of one only. */
function found(statements: string): string[] {
  const members = [...ATTRIBUTES, 'nationality'];
  return members.filter((name) => {
    const others = members.filter((other) => other !== name);
    const alone = others.reduce((text, other, at) => text.replaceAll(`user.${other}`, `user.plain${at}`), statements);
    const text = `interface User { ${name}: number; plain0: number; plain1: number; plain2: number }
${HELPERS}
export function priceOf(user: User): number { ${bodyOf(alone)} }`;
    return analyzeFiles({ 'price.ts': text }, [asking]).some(({ message }) => message === `user.${name}`);
  });
}

// Eighty programs, each analysed whole: a busy machine needs more than a minute.
test('what changes a price is found, what nobody reads is not', { timeout: 180_000 }, () => {
  fc.assert(
    fc.property(program, (statements) => {
      const names = found(statements);
      for (const name of changing(statements)) expect(names, statements).toContain(name);
      expect(names, statements).not.toContain('nationality');
    }),
    { numRuns: 80, seed: 11 },
  );
});
