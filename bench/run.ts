/** One run of a command as a whole process: its processor time and its peak memory. Linux and other systems with `sh` and /proc. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Cost {
  /** Seconds, user and system, of the process and its children. */
  cpu: number;
  /** Peak resident memory of the largest process in megabytes; 0 where the system does not tell. */
  memory: number;
}

const EVERY = 25;

export function run(command: readonly string[], folder: string): Promise<Cost> {
  return new Promise((resolve, reject) => {
    // The shell's `times` counts what its children used, to the hundredth of a second.
    const shell = spawn('sh', ['-c', '"$@" >/dev/null 2>&1; times', 'sh', ...command], { cwd: folder });
    let printed = '';
    let memory = 0;
    shell.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)));
    const watch = setInterval(() => (memory = Math.max(memory, ...childrenOf(shell.pid ?? 0).map(peakOf))), EVERY);
    shell.on('error', reject);
    shell.on('close', () => {
      clearInterval(watch);
      const [user = 0, system = 0] = (printed.trim().split('\n').at(-1) ?? '').split(/\s+/).map(seconds);
      resolve({ cpu: user + system, memory });
    });
  });
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const seconds = (text: string): number => {
  const [, minutes = '0', rest = '0'] = /(\d+)m([\d.]+)s/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(rest);
};

const childrenOf = (pid: number): number[] =>
  read(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter((part) => part !== '')
    .map(Number);

const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
