/** What the test runner loads inside the editor. */
import Mocha from 'mocha';

/** Milliseconds for one test: the first waits for the server and for the editor's own extensions. */
const PATIENCE = 60_000;

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: PATIENCE, reporter: 'spec', color: false });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  const { EDITOR_TESTS: way } = process.env;
  if (way === 'untrusted') await import('./untrusted');
  else if (way === 'german') await import('./german');
  else for (const part of [import('./findings'), import('./commands'), import('./policy'), import('./fixes')]) await part;
  const failures = await new Promise<number>((resolve) => {
    // At once: a suite that is stopped halfway never comes to its summary.
    mocha.run(resolve).on('fail', (test, error: Error) => console.error(`${test.fullTitle()}: ${error.message}`));
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
