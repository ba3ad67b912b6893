/**
 * How long an editor waits. Usage: npx tsx bench/editor.ts <folder> [--file <path>] [--edits 60]
 * Starts the built server (dist/cli.js lsp) over standard input and output, waits for the first whole run, opens a file of
 * about a thousand lines and types into it. Times are those of the editor: from the change to the answer of the pull.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { file: { type: 'string' }, edits: { type: 'string', default: '60' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Usage: npx tsx bench/editor.ts <folder> [--file <path>] [--edits 60]\nName a folder.');
  process.exit(2);
}
const root = resolve(folder);
const path = values.file ?? fileOfAThousandLines(root);
const uri = pathToFileURL(join(root, path)).href;
const text = readFileSync(join(root, path), 'utf8');

const server = spawn('node', [resolve('dist/cli.js'), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
let tellReady: (() => void) | undefined;
connection.onNotification('dataEthics/state', ({ state, milliseconds }: { state: string; milliseconds: number }) => {
  // A run that was stopped is ready too, and took no time.
  if (state === 'ready' && milliseconds > 0) tellReady?.();
});
connection.onRequest('client/registerCapability', () => null);
connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
connection.onRequest('workspace/diagnostic/refresh', () => null);
connection.onRequest('window/workDoneProgress/create', () => null);
connection.listen();
const whole = (): Promise<void> => new Promise((done) => (tellReady = done));

const started = performance.now();
const first = whole();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'bench' }],
  capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true, configuration: true } },
});
void connection.sendNotification('initialized', {});
await first;
const wholeRun = (performance.now() - started) / 1000;
await settled();
console.log(`${folder}: whole run ${wholeRun.toFixed(1)} s, ${memory()}`);
console.log(`${path}: ${text.split('\n').length} lines`);

void connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'typescript', version: 1, text },
});
let version = 1;
const cold = await timed(() => pull());
console.log(`first answer after opening: ${cold.toFixed(0)} ms`);

/** One character in the middle of a comment, of a name and of a number in turn: all are keys that somebody presses. */
const lines = text.split('\n');
const spots = lines.flatMap((line, index) => (/\b(?:const|return|this)\b/.test(line) ? [index] : []));
const edits = Number(values.edits);
let since = cpu();
const times: number[] = [];
for (let index = 0; index < edits; index++) {
  const line = spots[Math.floor((index / edits) * spots.length)] ?? 0;
  const character = lines[line]!.length;
  const at = { line, character };
  const isBack = index % 2 === 1;
  times.push(
    await timed(() => {
      change({ start: at, end: isBack ? { line, character: character + 1 } : at }, isBack ? '' : ' ');
      return pull();
    }),
  );
  if (!isBack) spots.splice(spots.indexOf(line), 0, line);
}
report('one character', times);

since = cpu();
const moves: number[] = [];
for (let index = 0; index < edits; index++) {
  const top = { line: 0, character: 0 };
  const isBack = index % 2 === 1;
  moves.push(
    await timed(() => {
      change({ start: top, end: isBack ? { line: 1, character: 0 } : top }, isBack ? '' : '\n');
      return pull();
    }),
  );
}
report('code that only moves', moves);

const imported = importedBy(text);
if (imported !== undefined) {
  const other = pathToFileURL(join(root, imported)).href;
  let written = readFileSync(join(root, imported), 'utf8');
  void connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: other, languageId: 'typescript', version: 1, text: written },
  });
  since = cpu();
  const dependents: number[] = [];
  for (let index = 0; index < edits / 3; index++) {
    written += `export const answer${index} = (value: string) => console.log(value);\n`;
    dependents.push(
      await timed(() => {
        void connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: other, version: 2 + index },
          contentChanges: [{ text: written }],
        });
        return pull();
      }),
    );
  }
  report(`a summary more in ${imported}, and what imports it`, dependents);
}

await new Promise((done) => setTimeout(done, 1000));
const again = whole();
change({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '\n');
const begun = performance.now();
await again;
const secondRun = (performance.now() - begun) / 1000;
await settled();
console.log(`whole run after an edit: ${secondRun.toFixed(1)} s, ${memory()}`);
const before = cpu();
await new Promise((done) => setTimeout(done, 5000));
console.log(`idle for 5 s: ${(cpu() - before).toFixed(2)} s of processor time`);
server.stdin.end();
process.exit(0);

function change(range: object, inserted: string): void {
  void connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range, text: inserted }],
  });
}

function pull(): Promise<unknown> {
  return connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(what: string, measured: number[]): void {
  const sorted = [...measured].sort((one, two) => one - two);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  const each = (1000 * (cpu() - since)) / measured.length;
  console.log(
    `${what}, ${measured.length} times: ${each.toFixed(1)} ms of processor time each; waited for p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
  );
}

/** The server gives back what a run left a few seconds after it. */
function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 6000));
}

/** At rest, and the most there ever was. */
function memory(): string {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const of = (name: string): string => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024).toFixed(0);
  return `memory ${of('VmRSS')} MB, peak ${of('VmHWM')} MB`;
}

/** Seconds of processor time so far. */
function cpu(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** A file beside that the opened one imports. */
function importedBy(source: string): string | undefined {
  const folder = dirname(path);
  const specifiers = [...source.matchAll(/from '(\.[^']+)'/g)].map(([, specifier]) => specifier!.replace(/\.js$/, ''));
  const paths = specifiers.map((specifier) => `${join(folder, specifier)}.ts`);
  return paths.find((each) => existsSync(join(root, each)));
}

function fileOfAThousandLines(inside: string): string {
  const found: { path: string; lines: number }[] = [];
  const look = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const full = join(at, entry.name);
      if (entry.isDirectory() && !/^(?:node_modules|\.git|test|tests)$/.test(entry.name)) look(full);
      const isSource = entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(?:d|test|spec)\.tsx?$/.test(entry.name);
      if (isSource) found.push({ path: relative(inside, full), lines: readFileSync(full, 'utf8').split('\n').length });
    }
  };
  look(inside);
  found.sort((one, two) => Math.abs(one.lines - 1000) - Math.abs(two.lines - 1000) || (one.path < two.path ? -1 : 1));
  if (!found[0]) throw new Error(`There is no TypeScript file in ${inside}.`);
  return found[0].path;
}
