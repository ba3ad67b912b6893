import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootOf } from '../disk';
import { CONFIG_NAME, parseConfig } from '../engine/policy';
import type { Rule } from '../engine/rule';
import { withoutLaw } from '../report/docs';
import { knownIds } from '../session/known';
import { rules } from '../../rules';

/** The rules as this project wants them explained: with hints at laws, unless its policy has switched them off. */
export function shownRules(folder: string): Rule[] {
  const root = rootOf(folder);
  const textOf = (path: string): string | undefined => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const text = textOf(CONFIG_NAME);
  if (text === undefined) return rules;
  return parseConfig(CONFIG_NAME, text, knownIds(), textOf).config.legalHints ? rules : rules.map(withoutLaw);
}
