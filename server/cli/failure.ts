import type { ConfigError } from '../engine/policy';
import type { Target } from './targets';

/** Something the user can mend: the message says what and how. Ends the command with exit code 2. */
export class Failure extends Error {}

/** A policy that cannot be used, with the place of each mistake. */
export function configurationFailure(errors: ConfigError[], target: Target): Failure {
  const lines = errors.map(({ path, line, column, message }) => `  ${target.shownPath(path)}:${line}:${column}  ${message}`);
  return new Failure(`the configuration cannot be used:\n${lines.join('\n')}\nMend it, or name another with --config.`);
}

/** A check that looked at nothing must not pass for a clean one. */
export function sourcesMissing(target: Target): Failure {
  const kinds = 'ts, tsx, mts, cts, js, jsx, mjs, cjs, vue, svelte, astro and html';
  return new Failure(
    `there are no source files in ${target.root}. Name a folder with ${kinds} files that .gitignore does not exclude.`,
  );
}
