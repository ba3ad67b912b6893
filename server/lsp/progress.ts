import type { ClientCapabilities, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Milliseconds before a person is told that something is going on: most runs are over by then. */
const PATIENCE = 500;

export interface Progress {
  begin(): void;
  report(done: number, total: number): void;
  end(): void;
}

/** Progress of a whole run in the editor, with a way to stop it. */
export function progressOf(connection: Connection, { window }: ClientCapabilities, stop: () => void): Progress {
  if (!window?.workDoneProgress) return { begin() {}, report() {}, end() {} };
  let timer: NodeJS.Timeout | undefined;
  let reporter: WorkDoneProgressServerReporter | undefined;
  let round = 0;
  let last = -1;
  return {
    begin() {
      const own = ++round;
      last = -1;
      timer = setTimeout(() => {
        void connection.window.createWorkDoneProgress().then((made) => {
          if (own !== round) return;
          reporter = made;
          made.begin('Data Ethics', 0, 'following personal data', true);
          made.token.onCancellationRequested(stop);
        });
      }, PATIENCE);
    },
    report(done, total) {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (percent === last) return;
      last = percent;
      reporter?.report(percent, `${done} of ${total} files read`);
    },
    end() {
      round++;
      clearTimeout(timer);
      reporter?.done();
      reporter = undefined;
    },
  };
}
