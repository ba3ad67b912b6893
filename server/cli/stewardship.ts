/** The commands about answering for data: what there is, what is promised, who is told, who learns. */
import type { Command } from 'commander';
import { inventoryFormats } from '../documents/inventory';
import type { AuditOptions } from './audit';
import { blastRadius } from './blast-radius';
import { init } from './init';
import { inventory } from './inventory';
import type { Io } from './io';
import { oneOf } from './options';

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
}
