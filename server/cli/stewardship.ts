/** The commands about answering for data: what there is, what is promised, who is told, who learns. */
import type { Command } from 'commander';
import { inventoryFormats } from '../documents/inventory';
import { noticeWords } from '../documents/notice/words';
import type { AuditOptions } from './audit';
import { stub } from './audit-stub';
import { blastRadius } from './blast-radius';
import { init } from './init';
import { inventory } from './inventory';
import type { Io } from './io';
import { learn } from './learn';
import { notice, pageFormats, type NoticeOptions } from './notice';
import { oneOf } from './options';
import type { ReportOptions } from './report';

/** The report draws a graph: what that needs is loaded when somebody asks for it. */
const REPORT_FORMATS = [...Object.keys(pageFormats), 'json'];

const FOLDER = ['[folder]', 'the project, or a folder in it', '.'] as const;

export function stewardshipCommands(program: Command, io: Io): void {
  program
    .command('init')
    .description('write data-ethics.json from the code; with one there, print what it lacks as a patch')
    .argument(...FOLDER)
    .option('-y, --yes', 'ask nothing; what code cannot know becomes a TODO')
    .option('--no-cache', 'neither read nor write the cache')
    .action((folder: string, options: AuditOptions & { yes?: boolean }) => init(folder, options, io));
  program
    .command('inventory')
    .description('list what is held about people: where it comes in, where it is kept, where it goes, and why')
    .argument(...FOLDER)
    .addOption(oneOf('--format <format>', 'how to print', Object.keys(inventoryFormats)).default('table'))
    .option('--no-cache', 'neither read nor write the cache')
    .action((folder: string, options: AuditOptions & { format: string }) => inventory(folder, options, io));
  program
    .command('blast-radius')
    .description('list every place where a category of data lives, for the first hours after a breach')
    .argument('<category>', 'category id, such as email')
    .argument(...FOLDER)
    .addOption(oneOf('--format <format>', 'how to print', ['text', 'json']).default('text'))
    .option('--no-cache', 'neither read nor write the cache')
    .action((category: string, folder: string, options: AuditOptions & { format: string }) =>
      blastRadius(category, folder, options, io),
    );
  program
    .command('notice')
    .description('write a notice for customers from policy and code: what, why, who gets it, how long, how to say no')
    .argument(...FOLDER)
    .addOption(oneOf('--format <format>', 'how to print', Object.keys(pageFormats)).default('markdown'))
    .addOption(
      oneOf('--language <language>', 'its language; sentences of the policy stay as they are', Object.keys(noticeWords)).default(
        'en',
      ),
    )
    .option('--since <file>', 'say what has changed since this earlier notice')
    .option('--output <file>', 'write to a file')
    .option('--sign', 'only the one line for a door or a counter')
    .option('--no-cache', 'neither read nor write the cache')
    .action((folder: string, options: NoticeOptions) => notice(folder, options, io));
  program
    .command('report')
    .description('write a report: principle by principle what was looked at and what is open, and what nobody can tell from code')
    .argument(...FOLDER)
    .addOption(oneOf('--format <format>', 'how to print', REPORT_FORMATS).default('markdown'))
    .option('--public', 'for everybody: numbers, promises and what is not solved; no file names, no code')
    .option('--output <file>', 'write to a file')
    .option('--no-cache', 'neither read nor write the cache')
    .option('--record', 'also add a line of numbers to .data-ethics/history.jsonl, from which later reports draw the trend')
    .action(async (folder: string, options: ReportOptions) => (await import('./report')).report(folder, options, io));
  program
    .command('learn')
    .description('print the next lesson: a story, a picture, three questions and a quiz; what you have read stays with you')
    .argument('[lesson]', 'a rule id, or a name that --list shows, to read that one')
    .option('--list', 'show all lessons, and which were read')
    .option('--restart', 'begin again')
    .action((id: string | undefined, options: { list?: boolean; restart?: boolean }) => learn(id, options, io));
  program
    .command('audit-stub')
    .description('write the frame of a bias audit: a test that compares how groups fare on your own data')
    .argument('<decision>', 'name of the function or value that decides')
    .argument(...FOLDER)
    .addOption(
      oneOf('--format <format>', 'test: a program for Node; the others: a page to fill in', [
        'test',
        ...Object.keys(pageFormats),
      ]).default('test'),
    )
    .option('--output <file>', 'write to a file, which must not be there yet: credit.audit.mjs')
    .option('--no-cache', 'neither read nor write the cache')
    .action((decision: string, folder: string, options: AuditOptions & { format: string; output?: string }) =>
      stub(decision, folder, options, io),
    );
}
