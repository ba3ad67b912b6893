/**
 * Speed on checkouts of your own, beside the TypeScript compiler. Usage: npm run bench -- <folder> [<folder> …] [--runs 3]
 * The commands take turns, so that all see the same machine; figures are medians. See bench/README.md.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median, run, type Cost } from './run';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
if (positionals.length === 0 || !positionals.every((folder) => existsSync(folder)) || !(runs >= 1)) {
  console.error('Usage: npm run bench -- <folder> [<folder> …] [--runs 3]\nName folders that exist, and at least one run.');
  process.exit(2);
}

const cli = resolve('dist/cli.js');
const tsc = resolve('node_modules/typescript/bin/tsc');
const scratch = mkdtempSync(join(tmpdir(), 'data-ethics-bench-'));
const sizes: { bytes: number; cpu: number }[] = [];

for (const name of positionals) {
  const folder = resolve(name);
  const cache = join(scratch, String(sizes.length));
  const check = ['node', cli, 'check', '.', '--fail-on', 'never', '--format', 'json'];
  const commands: Record<string, string[]> = {
    cold: [...check, '--no-cache'],
    warm: [...check, '--cache-location', cache],
    tsc: ['node', '--max-old-space-size=8192', tsc, '--noEmit', '-p', projectFor(folder)],
  };
  await run(commands.warm!, folder);
  const costs: Record<string, Cost[]> = { cold: [], warm: [], tsc: [] };
  for (let round = 0; round < runs; round++)
    for (const [label, command] of Object.entries(commands)) costs[label]!.push(await run(command, folder));
  const cpu = (label: string): number => median(costs[label]!.map((cost) => cost.cpu));
  const memory = (label: string): number => median(costs[label]!.map((cost) => cost.memory));
  const bytes = bytesIn(folder);
  sizes.push({ bytes, cpu: cpu('cold') });
  console.log(`${name}: ${(bytes / 1e6).toFixed(1)} MB of source, ${runs} runs each`);
  for (const label of Object.keys(commands))
    console.log(`  ${label.padEnd(5)} ${cpu(label).toFixed(2)} s CPU, ${memory(label).toFixed(0)} MB`);
  console.log(`  cold / tsc ${(cpu('cold') / cpu('tsc')).toFixed(3)}, warm / cold ${(cpu('warm') / cpu('cold')).toFixed(3)}`);
}
if (sizes.length > 1) {
  const sorted = [...sizes].sort((a, b) => a.bytes - b.bytes);
  const [small, large] = [sorted[0]!, sorted.at(-1)!];
  console.log(
    `growth of CPU with bytes: exponent ${(Math.log(large.cpu / small.cpu) / Math.log(large.bytes / small.bytes)).toFixed(2)}`,
  );
}
rmSync(scratch, { recursive: true, force: true });

/** A project of every source file of the folder: what the linter reads, the compiler reads. */
function projectFor(folder: string): string {
  const path = join(scratch, `tsconfig-${sizes.length}.json`);
  const options = {
    noEmit: true,
    allowJs: false,
    jsx: 'preserve',
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    skipLibCheck: true,
    types: [],
  };
  const include = ['ts', 'tsx', 'mts', 'cts'].map((ending) => `${folder}/**/*.${ending}`);
  writeFileSync(path, JSON.stringify({ compilerOptions: options, include, exclude: [`${folder}/**/node_modules`] }));
  return path;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(node_modules|\.git)$/.test(entry.name) ? sum : sum + bytesIn(path);
    return entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) ? sum + statSync(path).size : sum;
  }, 0);
}
