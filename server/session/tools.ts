/** What a glance is made with: the engine, loaded when the first is asked for, and what is known about the world. */
import type { Project } from './project';
import type { analyze, Knowledge, prepare } from '../engine/analyze';
import type { Rule } from '../engine/rule';
import { loadKnowledge } from './knowledge';
import { createNeighbours, type Neighbours } from './neighbours';

export interface Tools {
  /** With the rules of a glance. */
  knowledge: Knowledge;
  /** All of them. */
  rules: readonly Rule[];
  neighbours: Neighbours;
  analyze: typeof analyze;
  prepare: typeof prepare;
}

export async function loadTools(project: Project): Promise<Tools> {
  const [{ lower }, { analyze, prepare }, { rules, ...world }] = await Promise.all([
    import('../engine/syntax/lower'),
    import('../engine/analyze'),
    loadKnowledge(),
  ]);
  const knowledge = { ...world, rules: rules.filter((rule) => !rule.whole) };
  return { knowledge, rules, neighbours: createNeighbours(project, lower), analyze, prepare };
}
