import type { Options, Preset, Severity } from '../rule';

/** The ids a policy may name, with the rules' defaults. */
export interface Known {
  rules: RuleDefaults[];
  categories: string[];
}

export interface RuleDefaults {
  id: string;
  severity: Severity;
  preset: Preset;
  /** Option name → default. */
  options: Options;
}
