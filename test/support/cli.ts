import { main } from '../../server/cli/main';

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line in this process. */
export async function cli(
  cwd: string,
  args: string[],
  more: {
    input?: string;
    env?: Record<string, string>;
    terminal?: boolean;
    ask?: (question: string) => Promise<string>;
    interrupted?: Promise<void>;
    onErr?(text: string): void;
  } = {},
): Promise<Run> {
  const run = { out: '', err: '' };
  const code = await main(args, {
    cwd,
    env: more.env ?? {},
    out: (text) => void (run.out += text),
    err(text) {
      run.err += text;
      more.onErr?.(text);
    },
    outIsTerminal: more.terminal ?? false,
    errIsTerminal: more.terminal ?? false,
    readInput: () => Promise.resolve(more.input ?? ''),
    interrupted: () => more.interrupted ?? Promise.resolve(),
    ask: more.ask,
  });
  return { code, ...run };
}
