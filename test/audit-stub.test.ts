import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const CODE = `interface Applicant { yearsExperience: number; birthYear: number }
export function scoreOf(applicant: Applicant): number {
  let score = applicant.yearsExperience * 2;
  if (new Date().getFullYear() - applicant.birthYear > 50) score -= 5;
  return score;
}
`;

interface Case {
  outcome?: boolean;
  groups: Record<string, string>;
  deserved?: boolean;
  input?: object;
}

/** Runs the written file as its reader would. */
function audit(folder: string, cases?: Case[]): { code: number | null; out: string } {
  if (cases) writeFileSync(join(folder, 'score-of.audit.json'), JSON.stringify(cases));
  // The runner of these tests leaves a mark that makes an inner runner answer in another way.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const options = ['--test', '--test-reporter=tap', 'score-of.audit.mjs'];
  const { status, stdout } = spawnSync(process.execPath, options, { cwd: folder, env, encoding: 'utf8' });
  return { code: status, out: stdout };
}

const many = (count: number, one: (index: number) => Case): Case[] => Array.from({ length: count }, (_, index) => one(index));

test('the written file compares groups on the data it is given', async () => {
  const folder = projectOf({ 'rank.ts': CODE });
  const written = await cli(folder, ['audit-stub', 'scoreOf', '--no-cache', '--output', 'score-of.audit.mjs']);
  expect([written.err, written.code]).toEqual(['', 0]);
  expect(readFileSync(join(folder, 'score-of.audit.mjs'), 'utf8')).toContain('birth year (applicant.birthYear), rank.ts:4');
  expect(audit(folder).out).toContain('There are no cases in');

  const even = many(200, (index) => ({ outcome: index % 4 < 2, groups: { age: index % 2 ? 'old' : 'young' } }));
  const fair = audit(folder, even);
  expect([fair.code, fair.out.includes('old: 50 of 100 (50 %)')]).toEqual([0, true]);

  const uneven = many(200, (index) => ({
    outcome: index % 2 === 0 || index % 8 === 1,
    groups: { age: index % 2 ? 'old' : 'young' },
  }));
  const unfair = audit(folder, uneven);
  expect([unfair.code, unfair.out.includes('0.25 times as often')]).toEqual([1, true]);

  const few = audit(folder, [...even, ...many(5, () => ({ outcome: false, groups: { age: 'oldest' } }))]);
  expect([few.code, few.out.includes('oldest: too few to say')]).toEqual([0, true]);
});

test('wrong refusals and twins are found where the data and decide() allow it', async () => {
  const folder = projectOf({ 'rank.ts': CODE });
  await cli(folder, ['audit-stub', 'scoreOf', '--no-cache', '--output', 'score-of.audit.mjs']);
  const file = join(folder, 'score-of.audit.mjs');
  const filled = readFileSync(file, 'utf8')
    .replace(/ {2}throw new Error\(`decide.*/, '  return input.years > 3 && input.birthYear > 1970;')
    .replace("// birthYear: ['one value', 'another']", 'birthYear: [1960, 1990]');
  writeFileSync(file, filled);
  const cases = many(80, (index) => ({
    deserved: true,
    groups: { age: index % 2 ? 'old' : 'young' },
    input: { years: 5, birthYear: index % 2 ? 1960 : 1990 },
  }));
  const { code, out } = audit(folder, cases);
  expect(code).toBe(1);
  expect(out).toMatch(/not ok .*those who should get it do, by age/);
  expect(out).toContain('case 1: another birthYear, another answer');
});

test('what somebody has filled in is not overwritten, and a name is only a word', async () => {
  const folder = projectOf({ 'rank.ts': CODE, 'own.mjs': 'mine' });
  const again = await cli(folder, ['audit-stub', 'scoreOf', '--no-cache', '--output', 'own.mjs']);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('own.mjs is there already')]);
  expect(readFileSync(join(folder, 'own.mjs'), 'utf8')).toBe('mine');
  const hostile = await cli(folder, ['audit-stub', '*/ process.exit(9) /*', '--no-cache']);
  expect(hostile.out).not.toContain('*/ process.exit');
  expect((await cli(folder, ['audit-stub', 'scoroOf', '--no-cache'])).err).toContain("Did you mean 'scoreOf'?");
});

test('the page shows what code says about a decision, and only about that one', async () => {
  const run = async (name: string): Promise<string> =>
    (await cli(process.cwd(), ['audit-stub', name, 'examples/daily-crumb', '--no-cache', '--format', 'markdown'])).out;
  const own = await run('scoreOf');
  expect(own).toContain('# Bias audit of scoreOf');
  expect(own).toContain('examples/daily-crumb/server/hiring/ranking.ts');
  expect(own).toContain('"id": "the attribute", "lastBiasAudit": "');
  expect(await run('somethingElse')).toContain('No rule has found anything about this name.');
});
