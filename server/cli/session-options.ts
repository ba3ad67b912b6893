import { resolve } from 'node:path';
import type { SessionOptions } from '../session';
import type { CheckOptions } from './check';
import type { Io } from './io';
import type { Target } from './targets';

/** What the flags of check and merge say to a session. */
export function sessionOptions(target: Target, options: CheckOptions, io: Io): SessionOptions {
  const rulesGiven = options.rule && Object.fromEntries(options.rule);
  return {
    overruling: { preset: options.preset, rules: rulesGiven },
    config: options.config === undefined ? undefined : target.projectPath(resolve(io.cwd, options.config)),
    cache: options.cache ? options.cacheLocation && resolve(io.cwd, options.cacheLocation) : false,
    named: target.named,
    baseline: options.baseline ? undefined : false,
    watched: options.watch,
  };
}
