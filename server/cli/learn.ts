import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Family, Rule } from '../engine/rule';
import { rules } from '../../rules';
import { explain } from './explain';
import { Failure } from './failure';
import type { Io } from './io';

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

/** Prints a lesson, the next unread one unless a rule is named. What was read is kept for this person, on this machine only. */
export function learn(id: string | undefined, options: { list?: boolean; restart?: boolean }, io: Io): void {
  const file = progressFile(io);
  const read = options.restart ? [] : readBefore(file);
  const track = [...rules].sort((a, b) => TRACK.indexOf(a.family) - TRACK.indexOf(b.family) || (a.id < b.id ? -1 : 1));
  if (options.list)
    return io.out(track.map((rule) => `${read.includes(rule.id) ? '✓' : ' '} ${rule.family.padEnd(12)} ${rule.id}\n`).join(''));
  const next: Rule | undefined = track.find((rule) => (id === undefined ? !read.includes(rule.id) : rule.id === id));
  if (!next && id === undefined)
    return io.out(`You have read all ${track.length} lessons. data-ethics learn --restart begins again.\n`);
  explain(next?.id ?? id!, io);
  const now = [...new Set([...read, next!.id])];
  keep(file, now);
  io.out(
    `\nLesson ${now.length} of ${track.length}. data-ethics learn prints the next one; nobody but you sees what you have read.\n`,
  );
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
function readBefore(file: string): string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(list) ? list.filter((entry): entry is string => rules.some(({ id }) => id === entry)) : [];
  } catch {
    return [];
  }
}

function keep(file: string, read: string[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(read)}\n`);
  } catch (error) {
    throw new Failure(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}), so the next lesson would be this one again.`,
    );
  }
}
