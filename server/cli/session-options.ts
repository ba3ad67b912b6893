import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SessionOptions } from '../session';
import type { CheckOptions } from './check';
import { Failure } from './failure';
import type { Io } from './io';
import type { Target } from './targets';

/** What the flags of check and merge say to a session. */
export function sessionOptions(target: Target, options: CheckOptions, io: Io): SessionOptions {
  const rulesGiven = options.rule && Object.fromEntries(options.rule);
  return {
    overruling: { preset: options.preset, rules: rulesGiven },
    config: options.config === undefined ? undefined : target.projectPath(policyFile(options.config, io.cwd)),
    cache: options.cache ? options.cacheLocation && resolve(io.cwd, options.cacheLocation) : false,
    named: target.named,
    baseline: options.baseline ? undefined : false,
    watched: options.watch,
  };
}

function policyFile(named: string, cwd: string): string {
  const path = resolve(cwd, named);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new Failure(
      `--config ${named} cannot be read: ${found ? 'that is no file' : `there is no such file in ${cwd}`}. Name a policy file, such as data-ethics.json.`,
    );
  return path;
}
