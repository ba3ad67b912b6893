import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cfgOf, type Cfg } from '../server/engine/control/cfg';
import { readerOf } from '../server/engine/link/reader';
import { lower } from '../server/engine/syntax/lower';

/** A random body of nested statements that call c0(), c1(), … */
const statement: fc.Arbitrary<string> = fc.letrec<{ one: string }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(9).map((n) => `c${n}();`),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(fc.nat(3), tie('one'), tie('one')).map(([n, a, b]) => `if (p${n}) { ${a} } else { ${b} }`),
    fc.tuple(fc.nat(3), tie('one')).map(([n, a]) => `if (p${n} && q) { ${a} }`),
    fc.tuple(fc.nat(3), tie('one')).map(([n, a]) => `while (p${n}) { ${a} if (q) break; }`),
    fc.nat(3).map((n) => `if (p${n}) return;`),
    fc.tuple(tie('one'), tie('one')).map(([a, b]) => `try { ${a} } catch { ${b} }`),
  ),
})).one;

const graphOf = (body: string): Cfg => cfgOf(readerOf(lower('a.ts', `function f(p0, p1, p2, p3, q) { ${body} }`), 1));

/** Blocks that can be reached from the entry without going through one of them. */
function reached(cfg: Cfg, without: number): Set<number> {
  const seen = new Set<number>();
  const queue = without === 0 ? [] : [0];
  for (let block = queue.pop(); block !== undefined; block = queue.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    for (const { to } of cfg.out[block]) if (to !== without) queue.push(to);
  }
  return seen;
}

describe('dominance', () => {
  test('agrees with brute force over paths', () => {
    fc.assert(
      fc.property(statement, (body) => {
        const cfg = graphOf(body);
        const alive = reached(cfg, -1);
        for (const a of alive) {
          const left = reached(cfg, a);
          for (const b of alive) expect(cfg.dominates(a, b), `${body}: ${a} over ${b}`).toBe(!left.has(b));
        }
        cfg.starts.forEach((_, block) => expect(cfg.isDead(block)).toBe(!alive.has(block)));
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('a branch controls what it alone decides', () => {
    const cfg = graphOf('if (p0) { c0(); } c1();');
    const [entry, inside, after] = [0, 1, 2];
    expect(cfg.controls(entry, inside)).toBe(true);
    expect(cfg.controls(entry, after)).toBe(false);
  });

  test('an early return makes the rest depend on the question', () => {
    const cfg = graphOf('if (p0) return; c1();');
    expect(cfg.controls(0, 2)).toBe(true);
  });
});
