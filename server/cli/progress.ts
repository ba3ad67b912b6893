import type { Io } from './io';

/** A line on standard error that says how far we are: only for a person who watches. */
export function progressLine(io: Io): { show(done: number, total: number): void; clear(): void } {
  if (!io.errIsTerminal || io.env.CI) return { show: () => {}, clear: () => {} };
  let last = '';
  const write = (text: string): void => {
    if (text !== last) io.err(`\r${text.padEnd(last.length)}`);
    last = text;
  };
  return {
    show(done, total) {
      if (done % 20 === 0) write(`data-ethics: ${done} of ${total} files read`);
    },
    clear() {
      if (!last) return;
      write('');
      io.err('\r');
    },
  };
}
