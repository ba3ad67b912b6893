import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Family } from '../engine/rule';
import { rules } from '../../rules';
import { lessonPages } from '../../rules/lessons';
import { explain } from './explain';
import { Failure } from './failure';
import type { Io } from './io';
import { writeText } from './write';

/** What comes first is what most people meet first. */
const TRACK: Family[] = [
  'minimisation',
  'consent',
  'exposure',
  'surveillance',
  'pricing',
  'decisions',
  'manipulation',
  'stewardship',
];

/** The course begins with what there is: the list of data and of who gets it. */
const FIRST = 'undeclared-flow';

interface Step {
  id: string;
  /** A family of rules, or "for everybody". */
  part: string;
}

/** The lessons in their order: pages for everybody stand before the rules they prepare for. */
function course(): Step[] {
  const pagesBefore = (family: Family | 'end'): Step[] =>
    lessonPages.filter(({ before }) => before === family).map(({ id }) => ({ id, part: 'for everybody' }));
  const rulesOf = (family: Family): Step[] =>
    rules
      .filter((rule) => rule.family === family && rule.id !== FIRST)
      .map(({ id }) => ({ id, part: family }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const parts = TRACK.flatMap((family) => [...pagesBefore(family), ...rulesOf(family)]);
  return [{ id: FIRST, part: 'stewardship' }, ...parts, ...pagesBefore('end')];
}

/** Prints a lesson, the next unread one unless one is named. What was read is kept for this person, on this machine only. */
export function learn(id: string | undefined, options: { list?: boolean; restart?: boolean }, io: Io): void {
  const steps = course();
  const file = progressFile(io);
  const read = options.restart ? [] : readBefore(file, steps);
  if (options.list)
    return io.out(steps.map((step) => `${read.includes(step.id) ? '✓' : ' '} ${step.part.padEnd(13)}  ${step.id}\n`).join(''));
  const next = id ?? steps.find((step) => !read.includes(step.id))?.id;
  if (next === undefined) return io.out(`You have read all ${steps.length} lessons. data-ethics learn --restart begins again.\n`);
  explain(next, io);
  const now = [...new Set([...read, next])];
  const sorry = (code: string | undefined): string =>
    `${file} cannot be written (${code}), so the next lesson would be this one again.`;
  writeText(file, `${JSON.stringify(now)}\n`, sorry);
  const left = steps.length - now.length;
  const more = left > 0 ? 'data-ethics learn prints the next one' : 'That was the last one';
  io.out(`\nYou have read ${now.length} of ${steps.length} lessons. ${more}; nobody but you sees what you have read.\n`);
}

/** In the person's own folder, never in the project, where others would see it. */
function progressFile({ env }: Io): string {
  const home = env.HOME ?? env.USERPROFILE;
  const folder = env.XDG_CONFIG_HOME ?? (home && join(home, '.config'));
  if (!folder)
    throw new Failure('it is not known where your own files are. Set HOME, or read a page with data-ethics explain <rule>.');
  return join(folder, 'data-ethics', 'lessons.json');
}

/** A file that cannot be read is as good as none: the lessons begin again. */
function readBefore(file: string, steps: Step[]): string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(list) ? list.filter((entry): entry is string => steps.some(({ id }) => id === entry)) : [];
  } catch {
    return [];
  }
}
