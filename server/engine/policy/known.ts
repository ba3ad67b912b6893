import type { Options, Preset, Severity } from '../rule';

/** The ids a policy may name, with the rules' defaults. */
export interface Known {
  rules: RuleDefaults[];
  categories: string[];
  /** Group id → its categories: a recipient may be given a whole group. */
  groups?: Record<string, string[]>;
}

export interface RuleDefaults {
  id: string;
  severity: Severity;
  preset: Preset;
  /** Option name → default. */
  options: Options;
}

/** Categories by group, for policies that give a recipient a whole group. */
export function groupsOf(categories: readonly { id: string; group: string }[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const { id, group } of categories) (groups[group] ??= []).push(id);
  return groups;
}
