/** Places, totals and hashes. */
import { describe, expect, test } from 'vitest';
import { textHash } from '../server/engine/hash';
import { KIND_NAMES } from '../server/engine/ir';
import { lower } from '../server/engine/syntax/lower';

/** "kind: text" of each instruction of the given kinds, in all functions. */
function places(text: string, ...kinds: string[]): string[] {
  const { functions, code, at, places } = lower('a.tsx', text);
  return functions.flatMap(({ first, count, start }) =>
    Array.from({ length: count }, (_, index) => first + index)
      .map((ordinal) => ({ kind: KIND_NAMES[code[at[ordinal]] & 0xff], ordinal }))
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, ordinal }) => `${kind}: ${text.slice(start + places[2 * ordinal], start + places[2 * ordinal + 1])}`),
  );
}

describe('places', () => {
  test('calls and members are whole expressions', () => {
    expect(places('  /* x */ a.b.c( d.e )', 'call', 'get')).toEqual(['get: a.b', 'get: d.e', 'call: a.b.c( d.e )']);
  });
  test('the text of a script element is code at its own place, holes included', () => {
    expect(places("<Script>{`gtag('config', '${ id }');\n  track(${ value })`}</Script>", 'call')).toEqual([
      "call: gtag('config', '${ id }')",
      'call: track(${ value })',
    ]);
    expect(places("<script dangerouslySetInnerHTML={{ __html: 'go(1)' }} />", 'call')).toEqual(['call: go(1)']);
    // No code, and data.
    expect(places('<script>{`not code here`}</script>', 'call')).toEqual([]);
    expect(places('<script type="application/json">{`go(1)`}</script>', 'call')).toEqual([]);
    expect(places('<p>{`go(1)`}</p>', 'call')).toEqual([]);
  });
  test('a store stands at the name', () => {
    expect(places('const { a, b: c } = d; let e = 1;', 'store')).toEqual(['store: a', 'store: c', 'store: e']);
  });
  test('an entry is its own expression', () => {
    expect(places('x = { a, b: 1 /* y */ };', 'global', 'const', 'object')).toEqual([
      'global: a',
      'const: 1',
      'object: { a, b: 1 /* y */ }',
      'global: x',
    ]);
  });
  test('functions have places of their own', () => {
    const text = 'f();\nconst g = () => h( 1 );';
    expect(places(text, 'call', 'closure')).toEqual(['call: f()', 'closure: () => h( 1 )', 'call: h( 1 )']);
    expect(lower('a.ts', text).functions.map(({ start, end }) => text.slice(start, end))).toEqual([text, '() => h( 1 )']);
  });
  test('no word of a function changes when it moves', () => {
    const text = 'function f(a: string) { if (a) log(`x ${a}`); }';
    const words = (moved: string): number[] => {
      const { code, at, places, functions } = lower('a.ts', moved);
      const { first, count } = functions[1];
      return [...code.subarray(at[first], at[first + count]), ...places.subarray(2 * first, 2 * (first + count))];
    };
    expect(words(`\n\n// moved\n${text}`)).toEqual(words(text));
  });
  test('markup', () => {
    expect(places('x = <a href={ b }> c { d }</a>;', 'element', 'const', 'global')).toEqual([
      'global: b',
      'const:  c ',
      'global: d',
      'element: <a href={ b }> c { d }</a>',
      'global: x',
    ]);
  });
});

describe('totals', () => {
  test('lines, length and syntax errors', () => {
    expect(lower('a.ts', 'a;\nb;\n').stats).toEqual({ lines: 3, bytes: 6, syntaxErrors: 0, opaque: 0 });
    expect(lower('a.ts', 'const = ;').stats.syntaxErrors).toBeGreaterThan(0);
  });
  test('an empty file is a module function that returns', () => {
    const { functions, at } = lower('a.ts', '');
    expect(functions).toHaveLength(1);
    expect(at.length - 1).toBe(2);
  });
});

describe('hashes', () => {
  test('differ where texts differ', () => {
    const texts = [
      '',
      'a',
      'b',
      'aa',
      'ab',
      'ba',
      'a\0',
      'abcd',
      'abce',
      'xbcd',
      'ä',
      '€',
      '💶',
      'a'.repeat(1000),
      'a'.repeat(1001),
    ];
    expect(new Set(texts.map(textHash)).size).toBe(texts.length);
  });
  test('do not collide over small changes', () => {
    const seen = new Set<string>();
    for (let index = 0; index < 20_000; index++) seen.add(textHash(`const value${index} = ${index * 7};`));
    expect(seen.size).toBe(20_000);
  });
  test('are 16 digits and stable', () => {
    expect(textHash('const a = 1;')).toMatch(/^[0-9a-f]{16}$/);
    expect(textHash('const a = 1;')).toBe(lower('a.ts', 'const a = 1;').hash);
  });
});
