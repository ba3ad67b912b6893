import { categories } from '../../rules/categories';
import { rules } from '../../rules';
import { groupsOf, type Known } from '../engine/policy';

/** The rules and categories a policy may name. */
export function knownIds(): Known {
  return {
    rules: rules.map(({ id, severity, preset, options = {} }) => {
      const standard = Object.entries(options).map(([name, option]) => [name, option.default]);
      return { id, severity, preset, options: Object.fromEntries(standard) };
    }),
    categories: categories.map((category) => category.id),
    groups: groupsOf(categories),
  };
}
