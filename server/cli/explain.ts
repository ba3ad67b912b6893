import { didYouMean } from '../engine/policy/nearest';
import { rulePage } from '../report/docs';
import { Failure } from './failure';
import type { Io } from './io';
import { shownRules } from './shown-rules';

/** Prints the page of a rule. */
export function explain(id: string, io: Io): void {
  const rules = shownRules(io.cwd);
  const rule = rules.find((candidate) => candidate.id === id);
  const ids = rules.map((candidate) => candidate.id);
  if (!rule) throw new Failure(`there is no rule '${id}'.${didYouMean(id, ids)} data-ethics rules lists them.`);
  io.out(rulePage(rule));
}
