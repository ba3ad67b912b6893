import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules';
import { lessons, reasons } from '../rules/lessons';
import { hardSentences } from '../server/documents/notice/reading';
import { rulePage } from '../server/report/docs';
import { quizOf } from '../server/report/lesson';
import { cli } from './support/cli';
import { projectOf } from './support/project';

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('the lesson of $id', ({ id, rule }) => {
  test('has a picture, three questions and words for people who do not program', () => {
    const lesson = lessons[id]!;
    expect(lesson, `write a lesson for ${id} in rules/lessons`).toBeDefined();
    expect(new Set(lesson.ask).size).toBe(3);
    for (const question of lesson.ask) expect(question).toMatch(/\?$/);
    expect(lesson.plain.match(/[.?!](?:\s|$)/g)!.length).toBe(2);
    expect(hardSentences(lesson.plain, 'en', {}).map(({ sentence }) => sentence)).toEqual([]);
    expect(rulePage(rule)).toContain(lesson.plain);
    expect(rulePage(rule)).toContain(`reason: ${reasons[id]?.good}`);
    expect(reasons[id]?.good).not.toMatch(/--|\bbad\b|undefined/);
  });

  test('asks about both kinds of code and does not give the answer away', () => {
    const quiz = quizOf(rule);
    expect(quiz).toHaveLength(3);
    expect(new Set(quiz.map(({ isFlagged }) => isFlagged)).size).toBe(2);
    for (const { code } of quiz) expect(code).not.toMatch(/\/\/ !|←/);
  });
});

describe('learn', () => {
  test('prints one lesson after the other, and keeps what was read in the own folder only', async () => {
    const home = projectOf({});
    const env = { HOME: home };
    const titleOf = async (...args: string[]): Promise<string> =>
      (await cli(home, ['learn', ...args], { env })).out.split('\n')[0]!;
    const first = await titleOf();
    const second = await titleOf();
    expect(first).toMatch(/^# /);
    expect(second).not.toBe(first);
    const kept = JSON.parse(readFileSync(join(home, '.config/data-ethics/lessons.json'), 'utf8')) as string[];
    expect(kept.map((id) => `# ${id}`)).toEqual([first, second]);
    expect((await cli(home, ['learn', '--list'], { env })).out.match(/✓/g)).toHaveLength(2);
    expect(await titleOf('--restart')).toBe(first);
    expect(await titleOf('pii-in-url')).toBe('# pii-in-url');
  });

  test('ends after the last, survives a broken file, and knows no other rule', async () => {
    const all = JSON.stringify(rules.map(({ id }) => id));
    const done = projectOf({ '.config/data-ethics/lessons.json': all });
    expect((await cli(done, ['learn'], { env: { HOME: done } })).out).toContain(`You have read all ${rules.length} lessons`);
    const broken = projectOf({ '.config/data-ethics/lessons.json': '{' });
    expect((await cli(broken, ['learn'], { env: { HOME: broken } })).code).toBe(0);
    expect((await cli(broken, ['learn', 'pii-in-lgos'], { env: { HOME: broken } })).err).toContain('there is no rule');
    expect((await cli(broken, ['learn'])).err).toContain('Set HOME');
  });
});
