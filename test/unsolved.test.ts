/** One function that cannot be evaluated is given up and told; the others are solved as ever. */
import { expect, test } from 'vitest';
import { analyze, prepare } from '../server/engine/analyze';
import { createComponents, type Components } from '../server/engine/flow/components';
import type { Summary } from '../server/engine/flow/frame';
import { EMPTY } from '../server/engine/flow/values';
import type { Rule } from '../server/engine/rule';
import { lower } from '../server/engine/syntax/lower';
import { json } from '../server/report/json';
import { makeReport } from '../server/report/report';
import { sarif } from '../server/report/sarif';
import { stylish } from '../server/report/stylish';
import { knowledge, policyOf } from './run';
import { resultOf } from './support/reports';

const summary = (): Summary => ({ returns: EMPTY, sinks: [], invokes: null, open: false });

/** How much of the stack a level of recursion takes here. */
const burn = (levels: number): number => (levels === 0 ? 0 : 1 + burn(levels - 1));
const inside = (levels: number, then: () => void): void => {
  if (levels === 0) then();
  else inside(levels - 1, then);
};
/** Levels that fit on the stack now, cut by half. */
function room(): number {
  let levels = 1000;
  try {
    for (; ; levels *= 2) burn(levels);
  } catch {
    return levels / 4;
  }
}

/** A chain of functions: each calls the next while it holds some of the stack. */
function chain(length: number, held: number, evaluate: (fn: number) => void): { solved: number[]; components: Components } {
  const solved: number[] = [];
  const components: Components = createComponents((fn) => {
    if (fn < length) inside(held, () => void components.solve(fn + 1, false));
    evaluate(fn);
    solved.push(fn);
    return summary();
  });
  return { solved, components };
}

test('a function that throws is given up, and its caller is not', () => {
  const { solved, components } = chain(3, 1, (fn) => {
    if (fn === 2) throw new TypeError('no such thing');
  });
  expect(components.attempt(1, () => void components.solve(1, false))).toBe(true);
  expect(solved).toEqual([3, 1]);
  expect([...components.lost]).toEqual([[2, 'no such thing']]);
});

test('functions that are too deep for the stack together are solved one by one', () => {
  const { solved, components } = chain(60, Math.ceil(room() / 8), () => {});
  expect(components.attempt(1, () => void components.solve(1, false))).toBe(true);
  expect(components.lost.size).toBe(0);
  expect(new Set(solved).size).toBe(60);
  expect(components.isSolved(1, false)).toBe(true);
});

test('one that is too deep by itself is given up, and its callers are not', () => {
  const { components } = chain(3, 1, (fn) => {
    if (fn === 3) burn(1e9);
  });
  expect(components.attempt(1, () => void components.solve(1, false))).toBe(true);
  expect([...components.lost.keys()]).toEqual([3]);
  expect([1, 2].map((fn) => components.isSolved(fn, false))).toEqual([true, true]);
});

const text = `
export class Desk {
  greet(user: User): void {
    explode(user.email);
  }
}
export function welcome(user: User): void {
  console.log(user.email);
}
interface User { email: string }
`;

/** What is found when looking up one global goes wrong. */
function withTrap(trap: () => never): ReturnType<typeof analyze> {
  const config = policyOf({});
  const prepared = prepare(knowledge, config);
  const { matcher } = prepared;
  return analyze({
    modules: [lower('src/desk.ts', text), lower('src/other.ts', text.replaceAll('explode', 'print'))],
    silent: new Set(),
    facts: { packages: [], tsconfigs: [], schemas: [], dependencies: [] },
    config: () => config,
    knowledge,
    prepared: { ...prepared, matcher: { ...matcher, ambient: (name) => (name === 'explode' ? trap() : matcher.ambient(name)) } },
  });
}

test.each([
  [
    'a mistake of ours',
    () => {
      throw new TypeError('no such thing');
    },
    'no such thing',
  ],
  [
    'an overflow',
    () => {
      throw new RangeError('Maximum call stack size exceeded');
    },
    'Maximum call stack size exceeded',
  ],
] as [string, () => never, string][])('%s in one function leaves the findings of the others', (_, trap, words) => {
  const { findings, unsolved } = withTrap(trap);
  expect(unsolved).toEqual([{ path: 'src/desk.ts', symbol: 'Desk.greet', words }]);
  expect(findings.map(({ rule, at }) => `${rule} ${at.path}`)).toEqual(['pii-in-logs src/desk.ts', 'pii-in-logs src/other.ts']);
  expect(withTrap(trap)).toMatchObject({ findings, unsolved });
});

test('reports tell of it', () => {
  const result = resultOf([]);
  const message = 'Desk.greet could not be followed (no such thing); the rest of the file is analysed.';
  result.files.unsolved = [{ path: 'src/desk.ts', message }];
  const report = makeReport(result, { version: '0.1.0', rules: [], text: () => '' });
  expect(JSON.parse(json(report))).toMatchObject({ unsolved: [{ path: 'src/desk.ts', message }] });
  expect(sarif(report)).toContain(message);
  expect(stylish(report)).toContain('1 function not followed');
  expect(stylish(report)).toContain(`src/desk.ts: ${message}`);
});

test('a rule that throws is told, and the others are asked', () => {
  const config = policyOf({});
  const [first] = knowledge.rules;
  const broken: Rule = {
    ...first!,
    id: 'broken-rule',
    *check(ask) {
      for (const flow of ask.flows('log')) {
        yield ask.finding(flow, flow.data, { severity: 'info', confidence: 'high', message: 'Seen.', hint: '', kind: 'seen' });
        throw new TypeError('no such thing');
      }
    },
  };
  const asked = (rules: Rule[]): ReturnType<typeof analyze> =>
    analyze({
      modules: [lower('src/desk.ts', text), lower('src/other.ts', text)],
      silent: new Set(),
      facts: { packages: [], tsconfigs: [], schemas: [], dependencies: [] },
      config: () => config,
      knowledge: { ...knowledge, rules },
    });
  const { findings, failed } = asked([broken, ...knowledge.rules]);
  expect(failed).toEqual([{ rule: 'broken-rule', path: 'src/desk.ts', words: 'no such thing' }]);
  expect(findings.filter(({ rule }) => rule !== 'broken-rule')).toEqual(asked(knowledge.rules).findings);
  expect(findings.some(({ rule }) => rule === 'broken-rule')).toBe(true);
});

test('reports tell of a rule that threw, also where it had come to no file', () => {
  const result = resultOf([]);
  result.files.failed = [
    { rule: 'pii-in-logs', path: 'src/desk.ts', message: 'The rule pii-in-logs broke off here (no such thing).' },
    { rule: 'pii-in-url', path: '', message: 'The rule pii-in-url broke off (nor such).' },
  ];
  const report = makeReport(result, { version: '0.1.0', rules: [], text: () => '' });
  expect(JSON.parse(json(report))).toMatchObject({ failed: result.files.failed });
  const [run] = (
    JSON.parse(sarif(report)) as {
      runs: { invocations: { executionSuccessful: boolean; toolExecutionNotifications: object[] }[] }[];
    }
  ).runs;
  expect(run!.invocations[0]).toMatchObject({ executionSuccessful: false });
  expect(run!.invocations[0]!.toolExecutionNotifications.slice(0, 2)).toMatchObject([
    { level: 'error', associatedRule: { id: 'pii-in-logs' } },
    { level: 'error', associatedRule: { id: 'pii-in-url' } },
  ]);
  expect(stylish(report)).toContain('2 rules broke off');
  expect(stylish(report)).toContain('  The rule pii-in-url broke off (nor such).');
});
