import { didYouMean } from '../engine/policy/nearest';
import { rulePage } from '../report/docs';
import { lessonPage } from '../report/lesson';
import { lessonPages } from '../../rules/lessons';
import { Failure } from './failure';
import type { Io } from './io';
import { rulesShownIn } from './shown-rules';

/** Prints the page of a rule, or a lesson that belongs to no single one. */
export function explain(id: string, io: Io): void {
  const rules = rulesShownIn(io.cwd);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return io.out(rulePage(rule));
  const page = lessonPages.find((candidate) => candidate.id === id);
  if (page) return io.out(lessonPage(page));
  const ids = [...rules, ...lessonPages].map((candidate) => candidate.id);
  throw new Failure(
    `there is no rule or lesson '${id}'.${didYouMean(id, ids)} data-ethics rules and data-ethics learn --list show them.`,
  );
}
