#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
import { Failure } from './failure';
import { main } from './main';

// A check walks with many small functions over shapes of all kinds. To inline them into each other costs V8 more than it gives:
// without it a check takes three quarters of the processor time, on Node 20, 22 and 24 alike.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=150');

// A reader that closes early (`| head`) has seen enough: that is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Only the exit code is set: whatever is still being written gets out before the process ends.
process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  },
  interrupted: () => new Promise((done) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => done()))),
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
});

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } catch {
    // Ctrl-C and Ctrl-D: the person has gone.
    throw new Failure('stopped at a question. Nothing was written.');
  } finally {
    terminal.close();
  }
}
