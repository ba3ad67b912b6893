import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rootOf } from '../disk';
import { CONFIG_NAME, parseConfig } from '../engine/policy';
import type { Rule } from '../engine/rule';
import { shownRules } from '../report/docs';
import { knownIds } from '../session/known';
import { rules } from '../../rules';

/** The rules as they are explained in a folder: the policies from there up to the project's root are asked, nothing is analysed. */
export function rulesShownIn(folder: string): Rule[] {
  const root = rootOf(folder);
  const textOf = (path: string): string | undefined => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
  const namesLaws = policiesFrom(realpathSync(folder), root).every(
    (path) => parseConfig(path, textOf(path) ?? '{}', knownIds(), textOf).config.legalHints,
  );
  return shownRules(rules, namesLaws);
}

/** Project paths of the policies in a folder and above it. */
function policiesFrom(folder: string, root: string): string[] {
  const own = relative(root, join(folder, CONFIG_NAME)).split('\\').join('/');
  const here = existsSync(join(root, own)) ? [own] : [];
  return folder === root || dirname(folder) === folder ? here : [...here, ...policiesFrom(dirname(folder), root)];
}
