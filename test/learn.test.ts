import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules';
import { declared, lessonPages, lessons, reasons } from '../rules/lessons';
import { hardSentences, readingEase } from '../server/documents/notice/reading';
import { rulePage } from '../server/report/docs';
import { lessonPage, quizOf } from '../server/report/lesson';
import { parseConfig } from '../server/engine/policy';
import { knownIds } from '../server/session/known';
import { analyzeFiles } from './run';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const policyErrors = (text: string): string[] =>
  parseConfig('data-ethics.json', text, knownIds()).errors.map(({ message }) => message);

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

  test('says what the policy may say, and that is a policy', () => {
    const { words, policy, silences } = declared[id]!;
    expect(rulePage(rule)).toContain(words);
    if (policy === '') return;
    expect(policyErrors(policy)).toEqual([]);
    if (silences === undefined) return;
    const code = rule.examples.bad[silences]!.replace(/^\/\/ policy: .*$/m, '');
    const own = JSON.parse(policy) as { rules?: object };
    const text = JSON.stringify({ ...own, rules: { ...own.rules, [id]: rule.severity } });
    const of = (given: string): string[] =>
      analyzeFiles({ 'data-ethics.json': given, 'example.tsx': code }).flatMap((finding) =>
        finding.rule === id ? [finding.message] : [],
      );
    const before =
      /^\/\/ policy: (.*)$/m.exec(rule.examples.bad[silences]!)?.[1] ?? JSON.stringify({ rules: { [id]: rule.severity } });
    expect(of(before)).not.toEqual([]);
    expect(of(text)).toEqual([]);
  });

  test('asks about both kinds of code and does not give the answer away', () => {
    const quiz = quizOf(rule);
    expect(quiz).toHaveLength(3);
    expect(new Set(quiz.map(({ isFlagged }) => isFlagged)).size).toBe(2);
    for (const { code } of quiz) expect(code).not.toMatch(/\/\/ !|←/);
  });
});

describe.each(lessonPages.map((page) => ({ id: page.id, page })))('the lesson $id', ({ page }) => {
  const text = lessonPage(page);

  test('tells a story and asks three questions, in words that everybody reads', () => {
    const titles = page.sections.map(({ title }) => title);
    expect(titles[0]).toBe('The story');
    expect(titles).toContain('Ask yourself');
    const ask = page.sections.find(({ title }) => title === 'Ask yourself')!.text.split('\n');
    expect(ask).toHaveLength(3);
    for (const question of ask) expect(question).toMatch(/^- .+\?$/);
    const prose = page.sections.map((section) => section.text.replace(/```[\s\S]*?```|`[^`]*`|^\|.*$/gm, '')).join('\n');
    expect(readingEase(prose.replace(/\n(?=\S)(?!- |\d)/g, ' '), 'en')).toBeGreaterThanOrEqual(60);
  });

  test('is reached from the rules it is about, which exist', async () => {
    expect(page.rules.length).toBeGreaterThan(0);
    for (const id of page.rules) {
      const rule = rules.find((each) => each.id === id);
      expect(rule && rulePage(rule), id).toContain(`\`data-ethics learn ${page.id}\``);
    }
    expect((await cli(projectOf({}), ['explain', page.id])).out).toBe(text);
    expect(readFileSync(`docs/lessons/${page.id}.md`, 'utf8')).toBe(text);
  });

  test('names commands and policy keys that there are', () => {
    const commands = [...text.matchAll(/data-ethics (\w[\w-]*)/g)].map((match) => match[1]);
    for (const command of commands) expect(COMMANDS, command).toContain(command);
    const keys = [...text.matchAll(/`((?:governance|incident|anonymisation)\.\w+)`/g)].map((match) => match[1]!.split('.'));
    const schema = JSON.parse(readFileSync('schema/data-ethics.schema.json', 'utf8')) as Schema;
    for (const [part, key] of keys) expect(schema.properties[part!]!.properties, `${part}.${key}`).toHaveProperty(key!);
  });
});

interface Schema {
  properties: Record<string, { properties: object }>;
}

const COMMANDS = ['check', 'init', 'inventory', 'notice', 'report', 'blast-radius', 'learn', 'explain', 'audit-stub'];

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
    expect(kept).toEqual(['undeclared-flow', 'writing-a-purpose']);
    expect([first, second]).toEqual(['# undeclared-flow', '# Writing a purpose people understand']);
    expect((await cli(home, ['learn', '--list'], { env })).out.match(/✓/g)).toHaveLength(2);
    expect(await titleOf('--restart')).toBe(first);
    expect(await titleOf('pii-in-url')).toBe('# pii-in-url');
    expect(await titleOf('six-month-review')).toBe('# Running the six-month review');
  });

  test('goes from what there is to the review, with pages for everybody between', async () => {
    const { out } = await cli(projectOf({}), ['learn', '--list'], { env: { HOME: projectOf({}) } });
    const steps = out
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(2).split(/  +/)[0]!);
    const parts = steps.filter((part, index) => part !== steps[index - 1]);
    expect(parts).toEqual([
      'stewardship',
      'for everybody',
      'minimisation',
      'consent',
      'exposure',
      'surveillance',
      'for everybody',
      'pricing',
      'for everybody',
      'decisions',
      'manipulation',
      'for everybody',
      'stewardship',
      'for everybody',
    ]);
    expect(steps).toHaveLength(rules.length + lessonPages.length);
  });

  test('ends after the last, survives a broken file, and knows no other rule', async () => {
    const ids = [...rules, ...lessonPages].map(({ id }) => id);
    const all = JSON.stringify(ids);
    const done = projectOf({ '.config/data-ethics/lessons.json': all });
    expect((await cli(done, ['learn'], { env: { HOME: done } })).out).toContain(`You have read all ${ids.length} lessons`);
    const broken = projectOf({ '.config/data-ethics/lessons.json': '{' });
    expect((await cli(broken, ['learn'], { env: { HOME: broken } })).code).toBe(0);
    expect((await cli(broken, ['learn', 'pii-in-lgos'], { env: { HOME: broken } })).err).toContain(
      "there is no rule or lesson 'pii-in-lgos'. Did you mean 'pii-in-logs'?",
    );
    expect((await cli(broken, ['learn'])).err).toContain('Set HOME');
  });
});
