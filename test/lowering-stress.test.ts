/** Sizes that break recursion and quadratic work. */
import { describe, expect, test } from 'vitest';
import type { ModuleIR } from '../server/engine/ir';
import { lower } from '../server/engine/syntax/lower';

const TERMS = 20_000;
const repeated = (text: string, count: number): string => text.repeat(count);
const instructions = ({ at }: ModuleIR): number => at.length - 1;

describe('long chains are not deep', () => {
  test.each(['+', '&&', '||', '??', ','])('20,000 operands of %s', (operator) => {
    const module = lower('a.ts', `x = ${Array(TERMS).fill('a').join(operator)};`);
    expect(module.stats.opaque).toBe(0);
    expect(instructions(module)).toBeGreaterThan(TERMS);
  });
  test.each(['&&', '||'])('20,000 conditions of %s', (operator) => {
    const module = lower('a.ts', `if (${Array(TERMS).fill('a').join(operator)}) b();`);
    expect(module.stats.opaque).toBe(0);
    expect(instructions(module)).toBeGreaterThan(TERMS);
  });
  test('600 else ifs', () => {
    expect(lower('a.ts', `${repeated('if (a) b(); else ', 600)} c();`).stats.opaque).toBe(0);
  });
  test('600 conditional expressions', () => {
    expect(lower('a.ts', `x = ${repeated('a ? b : ', 600)} c;`).stats.opaque).toBe(0);
  });
  test('more elements, entries, arguments and children than one instruction holds', () => {
    for (const text of [
      `x = [${repeated('a,', 40_000)}];`,
      `x = {${repeated('a: 1,', 40_000)}};`,
      `f(${repeated('a,', 70_000)});`,
      `x = <p>${repeated('{a}', 70_000)}</p>;`,
      `x = \`${repeated('${a}', 40_000)}\`;`,
    ]) {
      const module = lower('a.tsx', text);
      expect(module.stats.syntaxErrors).toBe(0);
      expect(module.stats.opaque).toBeGreaterThan(0);
      const cut = Array.from(module.at.subarray(1)).filter((end, ordinal) => {
        const start = module.at[ordinal];
        return end - start !== 1 + (module.code[start] >>> 16);
      });
      expect(cut).toEqual([]);
    }
  });
});

describe('depth is counted, never a crash', () => {
  test.each([
    ['(', ')'],
    ['[', ']'],
    ['{ a: ', '}'],
    ['f(', ')'],
    ['<a>', '</a>'],
    ['() => ', ''],
    ['!', ''],
    ['a[', ']'],
    ['`${', '}`'],
  ])('3,000 times %s', (open, close) => {
    const module = lower('a.tsx', `before(); x = ${repeated(open, 3000)}${close === '' ? 'a' : ''}${repeated(close, 3000)};`);
    expect(module.stats.opaque).toBeGreaterThan(0);
  });
  test('600 brackets leave the rest of the file alone', () => {
    const module = lower('a.ts', `before(); x = ${repeated('f(', 600)}a${repeated(')', 600)}; after();`);
    expect(module.stats.opaque).toBe(1);
    expect(module.names).toContain('after');
  });
  test('so do 3,000', () => {
    const module = lower('a.ts', `before(); x = ${repeated('[', 3000)}a${repeated(']', 3000)}; after();`);
    expect(module.names).toEqual(expect.arrayContaining(['before', 'after']));
  });
  test('3,000 blocks and 3,000 types', () => {
    expect(lower('a.ts', `${repeated('{', 3000)}${repeated('}', 3000)}`).stats.opaque).toBeGreaterThan(0);
    expect(lower('a.ts', `type A = ${repeated('[', 600)}B${repeated(']', 600)}; after();`).names).toContain('after');
  });
  test.each([
    ['a.astro', '---\nafter();\n---\n', '<a b={', ''],
    ['b.astro', '---\nafter();\n---\n', '<a b={', '}/>'],
    ['c.astro', '---\nafter();\n---\n', '<a b=`${', '}`/>'],
    ['a.svelte', '<script>after();</script>', '{`${', ''],
    ['a.vue', '<script>after();</script><template><p>{{', '`${', ''],
  ])('20,000 times in the template of %s: the script stays', (path, script, open, close) => {
    expect(lower(path, script + repeated(open, 20_000) + repeated(close, 20_000)).names).toContain('after');
  });
  test.each([
    ['functions', 'a.ts', `const deep = ${repeated('(a) => ', 20_000)}0;`],
    ['types', 'a.ts', `type Deep = ${repeated('Array<', 20_000)}string${repeated('>', 20_000)};`],
    ['elements', 'a.tsx', `const deep = ${repeated('<a>', 20_000)}${repeated('</a>', 20_000)};`],
    ['else ifs', 'a.ts', `if (a) b();\n${repeated('else if (a) b();\n', 20_000)}`],
    ['choices', 'a.ts', `const deep =\n${repeated('  a ? b :\n', 20_000)}  c;`],
    ['blocks', 'a.ts', `${repeated('if (a) {', 20_000)}${repeated('}', 20_000)}`],
  ])('20,000 nested %s: told as too deep, and the rest of the file stays', (_, path, deep) => {
    const before = 'before();\n';
    const { names, stats } = lower(path, `${before}${deep}\nafter();\n`);
    expect(names).toEqual(expect.arrayContaining(['before', 'after']));
    expect(stats.syntaxErrors).toBe(0);
    expect(stats.tooDeep).toBeGreaterThanOrEqual(before.length);
  });
  test('a method chain of 2,000 calls', () => {
    expect(lower('a.ts', `a${repeated('.b()', 2000)};`).stats.opaque).toBe(1);
  });
});

describe('large files', () => {
  test('2.5 MB on one line', () => {
    const path = '<path d="M0 0h24v24H0z" fill="none" />';
    const count = Math.ceil(2_500_000 / path.length);
    const text = `export const Icon = () => <svg>${repeated(path, count)}</svg>;`;
    const module = lower('icon.tsx', text);
    expect(module.stats.lines).toBe(1);
    expect(instructions(module)).toBeGreaterThan(3 * count);
  });
  test('a function of 10,000 lines is lowered whole, in proportion to its length', () => {
    const source = (lines: number): string =>
      `function f(a) {\n${Array.from({ length: lines }, (_, line) => `  const v${line} = a.p${line % 50} ?? g(v${Math.max(0, line - 1)});`).join('\n')}\n}`;
    const long = lower('a.ts', source(10_000));
    expect(long.functions[1].slots).toHaveLength(10_001);
    expect(long.stats.opaque).toBe(0);
    // Four times the lines, four times the instructions; how long it takes is measured in bench/lowering.ts.
    expect(instructions(long) / instructions(lower('a.ts', source(2_500)))).toBeCloseTo(4, 1);
  });
});
