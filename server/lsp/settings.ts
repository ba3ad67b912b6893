import type { Preset, Severity } from '../engine/rule';
import type { Overruling } from '../engine/policy';
import { PRESETS } from '../engine/policy';
import { SEVERITIES } from '../engine/policy/table';
import { knownIds } from '../session/known';

/** What an editor's settings say, over the policy. */
export interface Settings {
  /** Findings of the whole workspace, or of open files only. */
  scope: 'workspace' | 'openFiles';
  overruling: Overruling;
}

export const SECTION = 'dataEthics';

/** Reads the section `dataEthics`. What is not understood is left out: an editor shows mistakes in settings itself. */
export function settingsFrom(value: unknown): Settings {
  const given = (typeof value === 'object' && value) || {};
  const { scope, preset, rules } = given as { scope?: unknown; preset?: unknown; rules?: unknown };
  const known = new Set(knownIds().rules.map(({ id }) => id));
  const severities = Object.entries((typeof rules === 'object' && rules) || {}).filter(
    (entry): entry is [string, Severity | 'off'] => known.has(entry[0]) && SEVERITIES.some((each) => each === entry[1]),
  );
  return {
    scope: scope === 'openFiles' ? 'openFiles' : 'workspace',
    overruling: {
      preset: PRESETS.find((each): each is Preset => each === preset),
      rules: severities.length ? Object.fromEntries(severities) : undefined,
    },
  };
}
