/** Programs that somebody starts in a terminal and that end by themselves: what they print is read there and then. */
import type { Program } from './link/program';

/** What a module says that ends: it leaves, or lets go of what would keep it running. */
const ENDS = ['exit', 'argv', 'exitCode', 'disconnect', '$disconnect', 'close', 'end', 'destroy'];
/** What keeps running, or is started by a machine. */
const SERVES =
  /^(?:listen|createServer|serve|SIGTERM|SIGINT|setInterval|schedule|cron|consume|subscribe|Worker|document|window|localStorage)$/;
/** Waits for something, so that it may run for long although it says nothing of the kind. */
const WAITS = /^(?:on|once|launch|login|start|run|use|handle|mount|render|createApp|createRoot|bootstrap\w*|addEventListener)$/;
/** What a program that only looks something up asks for. */
const ASKS =
  /^(?:axios|node-fetch|mongoose|mongodb|pg|mysql2|dotenv|@prisma\/client|@supabase\/supabase-js|(?:node:)?(?:fs|https?|path|child_process))(?:\/|$)/;
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
  if (!/\.[cm]?[jt]s$/.test(path) || STARTED.test(path) || (exports.length > 0 && !SCRIPTS.test(path))) return false;
  const said = new Set(names);
  if (names.some((name) => SERVES.test(name))) return false;
  const asks = imports.some(({ specifier }) => ASKS.test(specifier)) && !names.some((name) => WAITS.test(name));
  if (!SCRIPTS.test(path) && !asks && !ENDS.some((name) => said.has(name))) return false;
  return program.importers(module).length === 0;
}
