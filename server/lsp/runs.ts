/** Whole runs beside an editor: one at a time, in slices between which requests are answered, begun anew when texts change. */
import type { SessionResult } from '../session';

/** Milliseconds of work before others get their turn. */
const SLICE = 15;

export class Stopped extends Error {}

export interface Pace {
  /** For the session: lets others work, and throws `Stopped`. */
  rest(): Promise<void> | undefined;
  stop(): void;
  go(): void;
}

export function createPace(): Pace {
  let last = performance.now();
  let isStopped = false;
  const stand = (): void => {
    if (isStopped) throw new Stopped();
  };
  return {
    rest() {
      stand();
      if (performance.now() - last < SLICE) return undefined;
      return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        last = performance.now();
        stand();
      });
    },
    stop: () => void (isStopped = true),
    go: () => void (isStopped = false),
  };
}

export interface RunEvents {
  begun(): void;
  done(result: SessionResult, milliseconds: number): void;
  /** Texts changed meanwhile, or a person asked for it. */
  stopped(): void;
  failed(error: unknown): void;
}

export interface Runs {
  /** Runs after so many milliseconds in which nothing else was asked for; a run that is under way is stopped. */
  schedule(delay: number): void;
  /** Runs now, if it is still wanted once the run under way has stopped. Resolves when nothing is left to do. */
  now(isWanted?: () => boolean): Promise<void>;
  dispose(): void;
}

export function createRuns(pace: Pace, analyse: () => Promise<SessionResult>, events: RunEvents): Runs {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isDisposed = false;

  const run = async (): Promise<void> => {
    pace.go();
    events.begun();
    const start = performance.now();
    try {
      const result = await analyse();
      events.done(result, performance.now() - start);
    } catch (error) {
      if (error instanceof Stopped) events.stopped();
      else events.failed(error);
    }
  };
  const begin = async (isWanted = (): boolean => true): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    while (running) {
      pace.stop();
      await running;
    }
    if (isDisposed || !isWanted()) return;
    running = run().finally(() => (running = undefined));
    return running;
  };
  return {
    schedule(delay) {
      if (isDisposed) return;
      if (running) pace.stop();
      clearTimeout(timer);
      timer = setTimeout(() => void begin(), delay);
    },
    now: begin,
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      pace.stop();
    },
  };
}
