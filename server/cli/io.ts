/** The outside of a command line, handed in so that it can be run without a process. */
export interface Io {
  cwd: string;
  env: Record<string, string | undefined>;
  out(text: string): void;
  err(text: string): void;
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** Resolves when somebody ends the program (Ctrl+C). */
  interrupted(): Promise<void>;
  /** Asks the person at the terminal; absent when nobody sits there. */
  ask?(question: string): Promise<string>;
}

/** Colours for standard output: the flag decides, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(flag: boolean | undefined, io: Io): boolean {
  if (flag !== undefined) return flag;
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0') return true;
  return io.outIsTerminal && io.env.TERM !== 'dumb';
}
