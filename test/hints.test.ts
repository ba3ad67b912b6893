/**
 * A question about names comes with a hint: the words without which no name can pass, so that most names are never looked at.
 * Nothing but this holds the two together: whatever passes has a word that the hint lets through.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { categories } from '../rules/categories';
import type { Names } from '../server/engine/link/names';
import { isSource } from '../server/disk';
import { lower } from '../server/engine/syntax/lower';
import { wordsOf } from '../server/engine/words';
import { analyzeFiles } from './run';

interface Question {
  asked: (name: string) => number | boolean;
  among: (word: string) => boolean;
}

const questions = vi.hoisted((): Question[] => []);
vi.mock(import('../server/engine/link/names'), async (original) => {
  const real = await original();
  const noted = (names: Names): Names => ({
    ...names,
    fact(asked, among) {
      if (among) questions.push({ asked, among });
      return names.fact(asked, among);
    },
    test(asked, among) {
      if (among) questions.push({ asked, among });
      return names.test(asked, among);
    },
  });
  return { ...real, numberNames: (modules) => noted(real.numberNames(modules)) };
});

const ROOT = join(import.meta.dirname, '..');
/** Longer ones are texts, which no hint is asked about. */
const LONGEST = 60;

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.\w+$/.test(path));
}

/** Names that fixtures use and declare. */
function namesOfFixtures(): string[] {
  return filesIn('test/fixtures')
    .filter(isSource)
    .flatMap((path) => {
      const { names, functions } = lower(path, readFileSync(join(ROOT, path), 'utf8'));
      const owned = functions.flatMap(({ name, slots, parameters }) => [
        name,
        ...[...slots, ...parameters].map((each) => each.name),
      ]);
      return [...names, ...owned];
    });
}

/** Words that the engine has in its patterns and lists, in the forms that names have. */
function namesOfPatterns(): string[] {
  const words = new Set(
    filesIn('server/engine')
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => readFileSync(join(ROOT, path), 'utf8').match(/[a-z]{2,}(?![a-z])|[A-Z][a-z]+/g) ?? []),
  );
  return [...words].flatMap((word) => {
    const [small, big] = [word.toLowerCase(), word[0]!.toUpperCase() + word.slice(1)];
    return [
      small,
      big,
      `${small}s`,
      `get${big}`,
      `on${big}`,
      `user${big}`,
      `${small}Score`,
      `${small}_by`,
      `${small}Level`,
      small.toUpperCase(),
    ];
  });
}

/** Choices and refusals are named with two words: all pairs of those in the patterns about them, as `optOut`, `opt_out` and `optout`. */
function namesOfChoices(): string[] {
  const texts = [
    'control/guards/wording.ts',
    'control/tracking/refusals.ts',
    'control/tracking/unread-choices.ts',
    'structure/presets/consent-words.ts',
  ].map((path) => readFileSync(join(ROOT, 'server/engine', path), 'utf8'));
  const patterns = texts.flatMap((text) => text.match(/(?<=[=(|] ?|^ *)\/[^/\n*]+\/[a-z]*/gm) ?? []);
  const words = [...new Set(patterns.flatMap((pattern) => pattern.toLowerCase().match(/[a-z]{3,}/g) ?? []))];
  const pairs = words.flatMap((one) => words.map((two) => [one, two] as const));
  return pairs.flatMap(([one, two]) => [`${one}${two[0]!.toUpperCase()}${two.slice(1)}`, `${one}_${two}`, `${one}${two}`]);
}

test('whatever answers a question about names has a word of its hint', () => {
  analyzeFiles({
    'data-ethics.json': readFileSync(join(ROOT, 'examples/daily-crumb/data-ethics.json'), 'utf8'),
    ...Object.fromEntries(
      filesIn('examples/daily-crumb')
        .filter(isSource)
        .map((path) => [path.replace('examples/daily-crumb/', ''), readFileSync(join(ROOT, path), 'utf8')]),
    ),
  });
  // As many as there are hints: one that is not met here is not tried.
  expect(questions.length).toBeGreaterThanOrEqual(13);
  const examples = categories.flatMap(({ examples: { yes, no } }) => [...yes, ...no].flatMap((each) => each.split('.')));
  const names = [...new Set([...namesOfFixtures(), ...examples, ...namesOfPatterns(), ...namesOfChoices()])];
  const worded = names.filter((name) => name.length <= LONGEST).map((name) => ({ name, words: wordsOf(name) }));
  expect(worded.length).toBeGreaterThan(100_000);
  // What passes any name is a question about its words alone.
  const missed = questions
    .filter(({ asked }) => Number(asked('zqx')) === 0)
    .flatMap(({ asked, among }) =>
      worded
        .filter(({ name, words }) => !words.some(among) && Number(asked(name)) !== 0)
        .map(({ name }) => `${name} answers, and ${among.toString().slice(0, 120)} does not know it`),
    );
  expect([...new Set(missed)]).toEqual([]);
}, 120_000);
