/** The commands that judge: check, and merge for what was divided. */
import { Option, type Command } from 'commander';
import { formats } from '../report';
import { check, type CheckOptions } from './check';
import type { Io } from './io';
import { merge, type MergeOptions } from './merge';
import { gather, oneOf, outputOption, ruleOption, shardOption, wholeNumber } from './options';

type Done = (code: number) => void;

export function checkCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('check', { isDefault: false })
    .description('analyse a project and report findings')
    .argument('[paths...]', 'folders and files; default: the current folder');
  judgingOptions(command)
    .optionsGroup('Which findings count:')
    .option('--since <revision>', SINCE)
    .option('--staged', 'only what the next git commit would change, read as it is staged')
    .option('--no-baseline', BASELINE);
  showingOptions(command)
    .optionsGroup('What is mended:')
    .option('--fix', 'apply the fixes that are safe without looking, then report what is left')
    .option('--fix-dry-run', 'say which fixes --fix would apply and what would be left; write nothing')
    .optionsGroup('How it runs:')
    .option('--watch', 'look again whenever a file changes')
    .option('--no-cache', 'neither read nor write the cache')
    .option('--cache-location <dir>', 'folder of the cache (default: node_modules/.cache/data-ethics)')
    .option('--stdin', 'analyse the text on standard input as if it were a file of the project')
    .option('--stdin-filename <path>', 'which file that is (default: stdin.ts)')
    .optionsGroup('Parts of a large project, for data-ethics merge:')
    .addOption(new Option('--shard <i/n>', 'read one of n parts of the files and write their facts').argParser(shardOption))
    .option('--package <folder>', 'write the facts of one package; report what needs no package besides those it depends on')
    .option('--facts-only', 'with --package: report nothing')
    .option('--facts <file>', 'where the facts go (default: in .data-ethics/facts)')
    .addHelpText('after', CHECK_HELP)
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options, io)));
}

export function mergeCommand(program: Command, io: Io, done: Done): void {
  const command = program
    .command('merge')
    .description('put the parts of a project together and report findings, as one check would; or make one report of several')
    .argument('[files...]', 'facts, or reports in json or sarif; default: all facts of the project')
    .option('--project <folder>', 'the project the facts are of, on the same commit', '.');
  judgingOptions(command)
    .optionsGroup('Which findings count:')
    .option('--since <revision>', SINCE)
    .option('--no-baseline', BASELINE);
  showingOptions(command)
    .addHelpText('after', MERGE_HELP)
    .action(async (files: string[], options: MergeOptions) => done(await merge(files, options, io)));
}

const SINCE = 'only what changed since the branch left this git revision, such as origin/main';
const BASELINE = 'also what data-ethics.baseline.json accepts';

function judgingOptions(command: Command): Command {
  return command
    .optionsGroup('What is found:')
    .addOption(oneOf('--preset <preset>', 'which rules are on', ['starter', 'recommended', 'strict']))
    .addOption(
      new Option('--rule <id=severity>', 'set one rule to error, warning, info or off; repeatable').argParser(gather(ruleOption)),
    )
    .option('--config <file>', 'use this policy file for everything, instead of the nearest data-ethics.json');
}

function showingOptions(command: Command): Command {
  return command
    .optionsGroup('What is shown:')
    .addOption(oneOf('--format <format>', 'how to print', Object.keys(formats)).default('stylish'))
    .addOption(new Option('--output <format=file>', 'also write a report to a file; repeatable').argParser(gather(outputOption)))
    .option('--quiet', 'show errors only')
    .option('--stats', 'show times by phase, sizes and memory')
    .option('--color', 'colours, even when not printing to a terminal')
    .option('--no-color', 'no colours (so does the environment variable NO_COLOR)')
    .optionsGroup('When it fails:')
    .addOption(
      oneOf('--fail-on <severity>', 'exit with 1 from this severity up', ['error', 'warning', 'info', 'never']).default('error'),
    )
    .addOption(new Option('--max-warnings <n>', 'exit with 1 when there are more warnings').argParser(wholeNumber));
}

export const EXIT_CODES = `
Exit codes:
  0  nothing at or above --fail-on
  1  findings at or above --fail-on, or more warnings than --max-warnings
  2  wrong usage, unreadable configuration, or a mistake of our own`;

const CHECK_HELP = `
Examples:
  data-ethics check
  data-ethics check src --preset strict --fail-on warning
  data-ethics check --fix-dry-run
  data-ethics check --since origin/main --format github
  data-ethics check --rule pii-in-url=error --rule expired-exception=off
  data-ethics check --output sarif=data-ethics.sarif --output json=findings.json
  data-ethics check --stdin --stdin-filename src/user.ts < src/user.ts
${EXIT_CODES}`;

const MERGE_HELP = `
Examples:
  data-ethics check --shard 1/2          on one machine
  data-ethics check --shard 2/2          on another
  data-ethics merge shard-*.facts        on a third, with the same commit
  data-ethics merge shop.json admin.json --format html
${EXIT_CODES}`;
