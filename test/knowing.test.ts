import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EVERYTHING,
  Level,
  MEANS_NOTHING,
  NOTHING,
  bits,
  levelOf,
  type Meaning,
  type Topic,
} from '../server/engine/control/guards/facts';
import { createKnowing } from '../server/engine/control/guards/knowing';
import { Kind, LiteralKind } from '../server/engine/ir';
import { kindAt, operandAt, readerOf } from '../server/engine/link/reader';
import { lower } from '../server/engine/syntax/lower';

const ASKED: readonly Topic[] = ['analytics', 'marketing', 'contact'];

type Condition =
  { is: 'asks'; topic: Topic } | { is: 'other' } | { is: 'not'; of: Condition } | { is: '&&' | '||'; a: Condition; b: Condition };
type Statement =
  | { is: 'probe' }
  | { is: 'return' }
  | { is: 'both'; a: Statement; b: Statement }
  | { is: 'if'; when: Condition; then: Statement; otherwise: Statement }
  | { is: 'while'; when: Condition; body: Statement };

const condition = fc.letrec<{ one: Condition }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...ASKED).map((topic): Condition => ({ is: 'asks', topic })),
    fc.constant<Condition>({ is: 'other' }),
    tie('one').map((of): Condition => ({ is: 'not', of })),
    fc
      .tuple(fc.constantFrom('&&' as const, '||' as const), tie('one'), tie('one'))
      .map(([is, a, b]): Condition => ({ is, a, b })),
  ),
})).one;
const statement = fc.letrec<{ one: Statement }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    fc.constant<Statement>({ is: 'probe' }),
    fc.tuple(tie('one'), tie('one')).map(([a, b]): Statement => ({ is: 'both', a, b })),
    fc
      .tuple(condition, tie('one'), tie('one'))
      .map(([when, then, otherwise]): Statement => ({ is: 'if', when, then, otherwise })),
    fc.tuple(condition, tie('one')).map(([when, body]): Statement => ({ is: 'while', when, body })),
    condition.map((when): Statement => ({ is: 'if', when, then: { is: 'return' }, otherwise: { is: 'probe' } })),
  ),
})).one;

const textOf = (of: Condition): string => {
  if (of.is === 'asks') return of.topic;
  if (of.is === 'other') return 'other';
  return of.is === 'not' ? `!(${textOf(of.of)})` : `(${textOf(of.a)} ${of.is} ${textOf(of.b)})`;
};

/** The program's text, its probes numbered in their order. */
function programOf(of: Statement, next: { probe: number }): string {
  switch (of.is) {
    case 'probe':
      return `probe(${next.probe++});`;
    case 'return':
      return 'return;';
    case 'both':
      return `${programOf(of.a, next)} ${programOf(of.b, next)}`;
    case 'if':
      return `if (${textOf(of.when)}) { ${programOf(of.then, next)} } else { ${programOf(of.otherwise, next)} }`;
    case 'while':
      return `while (${textOf(of.when)}) { ${programOf(of.body, next)} }`;
  }
}

/** What somebody knows who has walked one path: a bit per topic said yes to, and one per topic refused. */
type Walked = ReadonlySet<number>;
const after = (walked: Walked, bit: number): Walked => new Set([...walked].map((known) => known | bit));
const either = (a: Walked, b: Walked): Walked => new Set([...a, ...b]);

function branches(of: Condition, walked: Walked): { yes: Walked; no: Walked } {
  if (of.is === 'other') return { yes: walked, no: walked };
  if (of.is === 'asks') {
    const at = ASKED.indexOf(of.topic);
    return { yes: after(walked, 1 << at), no: after(walked, 8 << at) };
  }
  if (of.is === 'not') {
    const { yes, no } = branches(of.of, walked);
    return { yes: no, no: yes };
  }
  const first = branches(of.a, walked);
  const second = branches(of.b, of.is === '&&' ? first.yes : first.no);
  return of.is === '&&'
    ? { yes: second.yes, no: either(first.no, second.no) }
    : { yes: either(first.yes, second.yes), no: second.no };
}

/** Walks every path, loops until nothing new is known; notes what was known at each probe, and gives what is known at the end. */
function walk(of: Statement, walked: Walked, next: { probe: number }, seen: Walked[]): Walked {
  switch (of.is) {
    case 'probe': {
      const at = next.probe++;
      seen[at] = either(seen[at] ?? new Set(), walked);
      return walked;
    }
    case 'return':
      return new Set();
    case 'both':
      return walk(of.b, walk(of.a, walked, next, seen), next, seen);
    case 'if': {
      const { yes, no } = branches(of.when, walked);
      return either(walk(of.then, yes, next, seen), walk(of.otherwise, no, next, seen));
    }
    case 'while': {
      const first = next.probe;
      let into = walked;
      for (let size = -1; size !== into.size;) {
        size = into.size;
        next.probe = first;
        into = either(into, walk(of.body, branches(of.when, into).yes, next, seen));
      }
      return branches(of.when, into).no;
    }
  }
}

test('what is known at a place is what every path to it has learned', () => {
  let probes = 0;
  fc.assert(
    fc.property(statement, (program) => {
      const body = `${programOf(program, { probe: 0 })} probe(${countOf(program)});`;
      const seen: Walked[] = [];
      const next = { probe: 0 };
      const end = walk(program, new Set([0]), next, seen);
      seen[next.probe] = end;
      const reader = readerOf(lower('a.ts', `function f(analytics, marketing, contact, other) { ${body} }`), 1);
      const meaning = (_: number, i: number): Meaning => {
        const topic = kindAt(reader, i) === Kind.Load ? ASKED[operandAt(reader, i, 0)] : undefined;
        if (!topic) return MEANS_NOTHING;
        const said = bits(topic, Level.given);
        return { yes: { ...NOTHING, granted: said }, no: { ...NOTHING, refused: said } };
      };
      const knowing = createKnowing({ reader: () => reader, meaning, apart: (read) => read(), learns: () => NOTHING });
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Call) continue;
        const argument = operandAt(reader, i, 4);
        expect(operandAt(reader, argument, 0)).toBe(LiteralKind.Number);
        const paths = [...(seen[Number(reader.module.names[operandAt(reader, argument, 1)])] ?? [])];
        const facts = knowing.at(1, i);
        probes++;
        if (paths.length === 0) expect(facts, body).toBe(EVERYTHING);
        if (paths.length === 0) continue;
        ASKED.forEach((topic, at) => {
          const granted = paths.every((known) => known & (1 << at));
          const refused = paths.every((known) => known & (8 << at));
          expect(levelOf(facts.granted, topic), `${body}: yes to ${topic}`).toBe(granted ? Level.given : Level.none);
          expect(levelOf(facts.refused, topic), `${body}: no to ${topic}`).toBe(refused ? Level.given : Level.none);
        });
      }
    }),
    { numRuns: 300, seed: 11 },
  );
  expect(probes).toBeGreaterThan(300);
});

function countOf(of: Statement): number {
  const next = { probe: 0 };
  programOf(of, next);
  return next.probe;
}
