/** Whatever is offered does what it says: every fix of every finding of every fixture and example, applied and looked at again. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixesFor, isSolvedBy } from '../server/engine/edit';
import { editedText } from '../server/engine/text-edits';
import { contextOf } from '../server/engine/edit/known';
import type { Finding, Rule } from '../server/engine/rule';
import type { Fix } from '../server/engine/rule/fixes';
import { lower } from '../server/engine/syntax/lower';
import { parse } from '../server/engine/syntax/parse';
import { analyzeFiles, policyOf, rules } from './run';

type Files = Record<string, string>;
const POLICY = 'data-ethics.json';
const isCode = (path: string): boolean => /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(path);

const fixtures = join(import.meta.dirname, 'fixtures');
const projects: [string, Files][] = readdirSync(fixtures).flatMap((rule) =>
  readdirSync(join(fixtures, rule)).map((name): [string, Files] => [`${rule}/${name}`, filesOf(join(fixtures, rule, name))]),
);
for (const rule of rules) for (const [index, code] of rule.examples.bad.entries()) projects.push(exampleOf(rule, code, index));

/** An example under its policy, with its rule switched on. */
function exampleOf({ id, severity }: Rule, code: string, index: number): [string, Files] {
  if (code.startsWith(`// ${POLICY}`)) return [`${id} example ${index + 1}`, { [POLICY]: code }];
  const policy = JSON.parse(/^\/\/ policy: (.*)$/m.exec(code)?.[1] ?? '{}') as object;
  const text = JSON.stringify({ ...policy, rules: { [id]: severity } });
  return [`${id} example ${index + 1}`, { [POLICY]: text, 'example.tsx': code }];
}

describe('every fix that is offered', () => {
  test.each(projects)('%s', (_, files) => {
    const before = analyzeFiles(files);
    for (const finding of before) {
      for (const fix of offered(finding, files)) {
        const after = applied(fix, files);
        const words = `${finding.rule}: ${fix.title}\n${after[finding.at.path]}`;
        for (const path of Object.keys(after).filter(isCode))
          expect(parse(path, after[path]!)!.syntaxErrors, words).toBeLessThanOrEqual(
            parse(path, files[path] ?? '')!.syntaxErrors,
          );
        if (fix.kind === 'suppress') continue;
        const found = analyzeFiles(after);
        // The session tries a word in the policy before it offers it; a mend has to be right by itself.
        if (fix.kind === 'mend') expect(isSolvedBy(fix, finding, before, found), words).toBe(true);
        if (fix.safe) expect(found.length, words).toBeLessThan(before.length);
      }
    }
  });
});

test('every rule offers a way out of one of its own examples', () => {
  const without = rules.filter((rule) =>
    rule.examples.bad.every((code, index) => {
      const [, files] = exampleOf(rule, code, index);
      const own = analyzeFiles(files).filter((finding) => finding.rule === rule.id);
      return own.every((finding) => !(finding.fixes ?? offered(finding, files)).some(({ kind }) => kind !== 'suppress'));
    }),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

export function offered(finding: Finding, files: Files): Fix[] {
  const modules = Object.keys(files)
    .filter(isCode)
    .map((path) => lower(path, files[path]!));
  const text = (path: string): string => files[path] ?? '';
  return fixesFor(contextOf(finding, { modules, config: policyOf(files), packages: [], text, policy: POLICY }));
}

function applied(fix: Fix, files: Files): Files {
  const after = { ...files };
  for (const path of new Set(fix.edits.map(({ at }) => at.path)))
    after[path] = editedText(
      files[path] ?? '',
      fix.edits.filter(({ at }) => at.path === path),
    );
  return after;
}

function filesOf(path: string): Files {
  if (!statSync(path).isDirectory()) return { [relative(join(path, '..'), path)]: readFileSync(path, 'utf8') };
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((each) => [relative(path, each).replaceAll('\\', '/'), readFileSync(each, 'utf8')]));
}
