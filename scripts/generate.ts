/**
 * Writes everything that is made from something else; with `--check` it only says what is out of date.
 * One function makes each file, so that writing and checking cannot differ.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Category } from '../server/engine/category';
import { groupsOf } from '../server/engine/policy';
import { policySchema } from '../server/engine/policy/schema';
import type { Rule } from '../server/engine/rule';
import { rulePage } from '../server/report/docs';
import { lessonPage } from '../server/report/lesson';
import type { LessonPage } from '../rules/lessons/page';
import { attributeIndex, categoryIndex, formatIndex, modelIndex, ruleIndex } from './generate/indexes';
import { readmeWithRules } from './generate/readme';
import { manifestWithSettings } from './generate/settings';

/** Path → content of every generated file. Needs the indexes to be written before rules can be imported. */
type Files = Map<string, string>;

const isCheck = process.argv.includes('--check');
const stale: string[] = [];

apply(new Map([ruleIndex(), attributeIndex(), categoryIndex(), modelIndex(), formatIndex()]));
apply(await documents());
removeStrayPages();

if (stale.length && isCheck) {
  console.error(`Out of date: ${stale.join(', ')}.\nRun npm run generate and commit what it writes.`);
  process.exitCode = 1;
}

async function documents(): Promise<Files> {
  const { rules } = (await load('rules/index.ts')) as { rules: Rule[] };
  const { categories } = (await load('rules/categories/index.ts')) as { categories: Category[] };
  const known = {
    rules: rules.map(({ id, severity, preset, options = {} }) => {
      const standard = Object.entries(options).map(([name, option]) => [name, option.default]);
      return { id, severity, preset, options: Object.fromEntries(standard) as Record<string, unknown> };
    }),
    categories: categories.map((category) => category.id),
    groups: groupsOf(categories),
  };
  const files: Files = new Map([['schema/data-ethics.schema.json', `${JSON.stringify(policySchema(known), null, 2)}\n`]]);
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, rulePage(rule));
  const { lessonPages } = (await load('rules/lessons/index.ts')) as { lessonPages: LessonPage[] };
  for (const page of lessonPages) files.set(`docs/lessons/${page.id}.md`, lessonPage(page));
  if (existsSync('README.md')) files.set('README.md', readmeWithRules(readFileSync('README.md', 'utf8'), rules));
  files.set('package.json', manifestWithSettings(readFileSync('package.json', 'utf8'), rules));
  return files;
}

function apply(files: Files): void {
  for (const [path, content] of files) {
    if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
    stale.push(path);
    if (isCheck) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(`wrote ${path}`);
  }
}

/** Pages of rules and lessons that are gone. */
function removeStrayPages(): void {
  for (const [folder, list] of [
    ['docs/rules', 'rules/index.ts'],
    ['docs/lessons', 'rules/lessons/index.ts'],
  ] as const) {
    const index = readFileSync(list, 'utf8');
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (index.includes(`/${name.replace(/\.md$/, '')}'`)) continue;
      stale.push(`${folder}/${name}`);
      if (!isCheck) rmSync(`${folder}/${name}`);
    }
  }
}

function load(path: string): Promise<unknown> {
  return import(pathToFileURL(path).href);
}
