import { describe, expect, test } from 'vitest';
import { createAddresses } from '../server/engine/addresses';
import { createConstants } from '../server/engine/flow/constants';
import { createTrail } from '../server/engine/flow/trail';
import { Kind, NONE } from '../server/engine/ir';
import { link } from '../server/engine/link/program';
import { kindAt, operandAt, operandCount } from '../server/engine/link/reader';
import type { Constant } from '../server/engine/rule';
import { lower } from '../server/engine/syntax/lower';

/** Constants of the first argument of `ask(…)`, written as text: "value", "value…" for a prefix, "$NAME" for the environment. */
function asked(text: string, path = '0', others: Record<string, string> = {}): unknown[] {
  const files = { 'a.ts': text, ...others };
  const modules = Object.keys(files)
    .sort()
    .map((name) => lower(name, files[name as 'a.ts']));
  const program = link(modules, (_from, specifier) => (specifier.startsWith('./') ? `${specifier.slice(2)}.ts` : null));
  const calls = new Map<number, { fn: number; ordinal: number }[]>();
  const trail = createTrail(program, (fn) => calls.get(fn) ?? []);
  const addresses = createAddresses(trail, createConstants(program, trail));
  for (let fn = 0; fn < program.moduleOf.length; fn++) {
    const reader = trail.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Call) continue;
      for (const point of trail.origins(fn, operandAt(reader, i, 0))) {
        if (kindAt(trail.reader(point.fn), point.ordinal) !== Kind.Closure) continue;
        const callee = program.base[program.moduleOf[point.fn]] + operandAt(trail.reader(point.fn), point.ordinal, 0);
        calls.set(callee, [...(calls.get(callee) ?? []), { fn, ordinal: i }]);
      }
    }
  }
  for (let fn = 0; fn < program.moduleOf.length; fn++) {
    const reader = trail.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      const callee = kindAt(reader, i) === Kind.Call && operandAt(reader, i, 1) === NONE ? operandAt(reader, i, 0) : NONE;
      if (callee === NONE || kindAt(reader, callee) !== Kind.Global || operandCount(reader, i) < 5) continue;
      if (reader.module.names[operandAt(reader, callee, 0)] === 'ask') return addresses.argument(fn, i, path).map(shown);
    }
  }
  throw new Error('nothing is asked');
}

const shown = ({ value, prefix, environment }: Constant): unknown =>
  Array.isArray(value) ? value.map(shown) : environment !== undefined ? `$${environment}` : prefix ? `${String(value)}…` : value;

describe('constants', () => {
  test.each([
    ['ask("a")', ['a']],
    ['const x = "a"; ask(x)', ['a']],
    ['ask("a" + "b")', ['ab']],
    ['const host = "h"; ask(`https://${host}/x`)', ['https://h/x']],
    ['ask(`https://h/${unknown}/y`)', ['https://h/…']],
    ['ask("mailto:" + who.email)', ['mailto:…']],
    ['ask(yes ? "a" : "b")', ['a', 'b']],
    ['ask(given ?? "b")', ['b']],
    ['ask(process.env.HOOK ?? "b")', ['$HOOK', 'b']],
    ['ask(process.env["HOOK"])', ['$HOOK']],
    ['const { HOOK } = process.env; ask(HOOK)', ['$HOOK']],
    ['ask(`${process.env.HOST}/x`)', ['$HOST']],
    ['const o = { a: { b: "c" } } as const; ask(o.a.b)', ['c']],
    ['const o = { ...{ a: "x" }, b: 1 }; ask(o.a)', ['x']],
    ['const o = Object.freeze({ a: "x" }); ask(o.a)', ['x']],
    ['let x = "a"; if (y) x = "b"; ask(x)', ['a', 'b']],
    ['ask(new URL("/x", "https://h").toString())', ['https://h/x']],
    ['ask(new URL("https://h/y"))', ['https://h/y']],
    ['function of(name: string) { return `https://h/${name}`; } ask(of("x"))', ['https://h/x']],
    ['class A { base = "https://h"; go() { ask(this.base + "/x"); } }', ['https://h/x']],
    ['class A { constructor(private base = "https://h") {} go() { [1].map(() => ask(`${this.base}/x`)); } }', ['https://h/x']],
    ['ask(unknown)', []],
    ['const f = (x: string) => ask(x); f("a"); f("b")', ['a', 'b']],
  ])('%s', (text, expected) => expect(asked(text)).toEqual(expected));

  test('lists, members of options and names of functions', () => {
    const text = 'ask({ redact: ["a", "b"], on: true, serializers: { user: (u) => u.id } })';
    expect(asked(text, '0.redact')).toEqual([['a', 'b']]);
    expect(asked(text, '0.on')).toEqual([true]);
    expect(asked(text, '0.serializers')).toEqual([['user']]);
    expect(asked(text, '0.serializers.user')).toEqual(['user…']);
  });

  test('across files', () => {
    const settings = { 'settings.ts': 'export const settings = { hosts: { crm: "https://crm.example" } };' };
    expect(asked('import { settings } from "./settings"; ask(settings.hosts.crm + "/x");', '0', settings)).toEqual([
      'https://crm.example/x',
    ]);
  });

  test('a variable that is made of itself comes to an end', () => {
    const grown = Array.from({ length: 12 }, (_, i) => `x = \`\${x}\${x}${i}\`;`).join('\n');
    expect(asked(`let x = "a";\n${grown}\nask(x)`).length).toBeLessThanOrEqual(8);
  });
});
