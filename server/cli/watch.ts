/** `--watch`: looks again whenever a file of the project changes, until somebody ends it. */
import { watch as watchFiles } from 'chokidar';
import { isWatched, projectPath } from '../disk';
import type { Session } from '../session';

/** Milliseconds without a change before everything is looked at: editors and branch switches write many files at once. */
const QUIET = 200;

/**
 * @param again looks and reports; it is never run twice at a time.
 * @returns never ends by itself; ends when `stopped` does.
 */
export async function watchProject(session: Session, again: () => Promise<void>, stopped: Promise<void>): Promise<void> {
  const changed = new Set<string>();
  let [timer, running] = [undefined as NodeJS.Timeout | undefined, Promise.resolve()];
  const run = (): void => {
    running = running.then(async () => {
      if (changed.size === 0) return;
      session.changed([...changed]);
      changed.clear();
      await again();
    });
  };
  const watcher = watchFiles(session.root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => !isWatched(projectPath(session.root, path), stats?.isFile() ?? false),
  });
  watcher.on('all', (_event, path) => {
    changed.add(projectPath(session.root, path));
    clearTimeout(timer);
    timer = setTimeout(run, QUIET);
  });
  await stopped;
  clearTimeout(timer);
  await watcher.close();
  await running;
}
