import { Command, CommanderError, Option } from 'commander';
import { VERSION } from '../session/version';
import { createBaseline, pruneBaseline, showBaseline, updateBaseline, type BaselineOptions } from './baseline';
import { checkCommand, EXIT_CODES, mergeCommand } from './check-commands';
import { explain } from './explain';
import { Failure } from './failure';
import type { Io } from './io';
import { printIr } from './ir';
import { oneOf } from './options';
import { listRules } from './rules';
import { stewardshipCommands } from './stewardship';

/** Runs one command line. Resolves to the exit code: 0 clean, 1 findings, 2 usage, configuration or internal error. */
export async function main(args: string[], io: Io): Promise<number> {
  let code = 0;
  const program = commands(io, (result) => (code = result));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.err(error instanceof Failure ? `data-ethics: ${error.message}\n` : internal(error));
    return 2;
  }
}

function commands(io: Io, done: (code: number) => void): Command {
  const program = new Command('data-ethics');
  program
    .description(
      'Follows personal data through TypeScript and JavaScript and says where it leaks.\nNothing leaves this machine: no network, no telemetry.',
    )
    .version(VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show help for a command')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: (text, write) => write(usage(text)) })
    .showSuggestionAfterError(true)
    .addHelpText('after', PROGRAM_HELP);
  checkCommand(program, io, done);
  mergeCommand(program, io, done);
  baselineCommands(program, io);
  stewardshipCommands(program, io);
  program
    .command('rules')
    .description('list all rules')
    .addOption(oneOf('--format <format>', 'how to print', ['stylish', 'json']).default('stylish'))
    .addOption(new Option('--color').hideHelp())
    .addOption(new Option('--no-color', 'no colours'))
    .action((options: { format: string; color?: boolean }) => listRules(options, io));
  program
    .command('explain')
    .description('say what a rule is about: why it matters, code of both kinds, ways out')
    .argument('<rule>', 'rule id, such as pii-in-logs, or a lesson that learn --list shows')
    .action((id: string) => explain(id, io));
  program
    .command('lsp')
    .description('serve an editor: the language server protocol over standard input and output')
    .option('--stdio', 'the only way of talking there is; editors like to name it')
    .addOption(new Option('--clientProcessId <id>').hideHelp())
    .action(async () => (await import('../lsp')).serveStdio());
  program
    .command('ir', { hidden: true })
    .description('print the intermediate representation of a file')
    .argument('<file>')
    .action((file: string) => printIr(file, io));
  return program;
}

const BASELINE_HELP = `
Examples:
  data-ethics baseline create --reason "before we began" --until 2027-06-30
  data-ethics baseline update --reason "legal has looked at it, ticket DP-12"
  data-ethics baseline prune
  data-ethics baseline show --format json`;

function baselineCommands(program: Command, io: Io): void {
  const baseline = program
    .command('baseline')
    .description('accept the findings of today, so that only new ones count: data-ethics.baseline.json')
    .addHelpText('after', BASELINE_HELP);
  const add = (name: string, words: string): Command =>
    baseline
      .command(name)
      .description(words)
      .argument('[folder]', 'the project, or a folder in it', '.')
      .option('--no-cache', 'neither read nor write the cache');
  const why = (command: Command): Command =>
    command
      .option('--reason <why>', 'why this is accepted for now; needed when anything is')
      .option('--author <who>', 'who accepts it (default: the name git knows)')
      .option('--until <day>', 'the last day on which it is accepted, such as 2027-01-31');
  why(add('create', 'accept everything that is found now')).action((folder: string, options: BaselineOptions) =>
    createBaseline(folder, options, io),
  );
  why(add('update', 'accept what is new, forget what is mended')).action((folder: string, options: BaselineOptions) =>
    updateBaseline(folder, options, io),
  );
  add('prune', 'forget what is mended or has run out').action((folder: string, options: BaselineOptions) =>
    pruneBaseline(folder, options, io),
  );
  add('show', 'list what is accepted, by whom, why and how long')
    .addOption(oneOf('--format <format>', 'how to print', ['table', 'json']).default('table'))
    .action((folder: string, options: BaselineOptions) => showBaseline(folder, options, io));
}

const PROGRAM_HELP = `
Examples:
  data-ethics check                      analyse the current folder
  data-ethics check --help               all options of check
  data-ethics explain pii-in-logs        what a finding means and how to mend it
  data-ethics rules --format json        all rules, for other programs
${EXIT_CODES}`;

/** "error: unknown option '--x'" with the way out. */
function usage(text: string): string {
  return `${text.replace(/^error: /, 'data-ethics: ').trimEnd()}\nRun data-ethics --help, or data-ethics check --help, to see what there is.\n`;
}

function internal(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `data-ethics: this is a mistake of ours, not of your project. Please report it with these lines; --no-cache may help meanwhile.\n${detail}\n`;
}
