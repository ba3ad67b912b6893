/** Programs that somebody starts in a terminal and that end by themselves: what they print is read there and then. */
import { Kind, NONE } from './ir';
import type { Program } from './link/program';
import { kindAt, operandAt, readerOf } from './link/reader';

/** What a module says that is started in a terminal, or leaves it. */
const ENDS = ['exit', 'argv', 'exitCode'];
/** What lets go of what would keep a module running; an answer to a request ends as well. */
const LETS_GO = ['disconnect', '$disconnect', 'close', 'end', 'destroy'];
/** What keeps running, or is started by a machine. */
const SERVES =
  /^(?:listen|createServer|serve|SIGTERM|SIGINT|setInterval|schedule|cron|consume|subscribe|Worker|document|window|localStorage)$/;
/** Waits for something, so that it may run for long although it says nothing of the kind. */
const WAITS = /^(?:on|once|launch|login|start|run|use|handle|mount|render|createApp|createRoot|bootstrap\w*|addEventListener)$/;
/** What a program that only looks something up asks for. */
const ASKS =
  /^(?:axios|node-fetch|mongoose|mongodb|pg|mysql2|dotenv|@prisma\/client|@supabase\/supabase-js|(?:node:)?(?:fs|https?|path|child_process))(?:\/|$)/;
/** What declares the commands of a program for the terminal, which finds and starts them itself. */
const COMMANDS = /^(?:@adonisjs\/(?:core\/)?ace|nest-commander|@oclif\/core|oclif|clipanion)(?:\/|$)/;
/** What asks whoever sits at the terminal. */
const PROMPTS = /^(?:readline-sync|prompt-sync|enquirer|@clack\/prompts)(?:\/|$)/;
/** What asks there, or reads a file line by line. */
const LINES = /^(?:node:)?readline(?:\/|$)/;
const STARTED = /(?:^|\/)(?:jobs?|crons?|workers?|queues?|consumers?|functions|lambdas?|public|static)\//i;
const SCRIPTS = /(?:^|\/)scripts?\//i;

const known = new WeakMap<Program, Map<number, boolean>>();

/** Nobody imports the module, it serves nothing, and it ends or lies in a folder of scripts, where it may even export something. */
export function isRunByHand(program: Program, module: number): boolean {
  const answers = known.get(program) ?? new Map<number, boolean>();
  known.set(program, answers);
  let answer = answers.get(module);
  if (answer === undefined) answers.set(module, (answer = endsInTerminal(program, module)));
  return answer;
}

function endsInTerminal(program: Program, module: number): boolean {
  const { path, names, exports, imports } = program.modules[module];
  if (imports.some(({ specifier, imported }) => COMMANDS.test(specifier) || isAceCommand(specifier, imported))) return true;
  // `createInterface({ input: process.stdin }).question('Your name? ', …)`: reading a file line by line asks nobody.
  const isAsked = ['stdin', 'question'].every((name) => names.includes(name));
  if (imports.some(({ specifier }) => PROMPTS.test(specifier) || (isAsked && LINES.test(specifier)))) return true;
  if (!/\.[cm]?[jt]s$/.test(path) || STARTED.test(path) || (exports.length > 0 && !SCRIPTS.test(path))) return false;
  const said = new Set(names);
  if (names.some((name) => SERVES.test(name))) return false;
  const requests = imports.some(({ specifier }) => ASKS.test(specifier)) || said.has('fetch');
  const asks = requests && !names.some((name) => WAITS.test(name));
  const ends = (asks || LETS_GO.some((name) => said.has(name))) && runsItself(program, module);
  if (!SCRIPTS.test(path) && !ends && !ENDS.some((name) => said.has(name))) return false;
  // `if (require.main === module)`: others may run it as well.
  return (
    program.importers(module).length === 0 ||
    (SCRIPTS.test(path) && ['require', 'main', 'module'].every((name) => said.has(name)))
  );
}

/** `import { BaseCommand } from '@adonisjs/core/build/standalone'` */
const isAceCommand = (specifier: string, imported: string): boolean =>
  imported === 'BaseCommand' && specifier.startsWith('@adonisjs/');

/** `main();`, `(async () => { … })();`: it does not only say what others may call. */
function runsItself(program: Program, module: number): boolean {
  const reader = readerOf(program.modules[module], 0);
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Call || operandAt(reader, i, 1) !== NONE) continue;
    const callee = operandAt(reader, i, 0);
    if (callee !== NONE && (kindAt(reader, callee) === Kind.Load || kindAt(reader, callee) === Kind.Closure)) return true;
  }
  return false;
}
