/** Ways out of a finding, tried before they are offered. */
import { posix } from 'node:path';
import type { Project } from './project';
import { editedText } from '../engine/text-edits';
import type { ProjectKnowledge } from '../engine/edit/known';
import type { ModuleIR } from '../engine/ir';
import { CONFIG_NAME } from '../engine/policy';
import type { Fix } from '../engine/rule/fixes';
import { knownIds } from './known';
import type { Neighbours } from './neighbours';
import { readPolicies } from './policies';

/** What the project offers to a fix in a file: its own functions, found in every module that is known so far. */
export function knowledgeOf(project: Project, { facts }: Neighbours, modules: ModuleIR[], path: string): ProjectKnowledge {
  const byPath = new Map([...project.modules.values(), ...modules].map((module) => [module.path, module]));
  const config = project.policies.configOf(path);
  return {
    modules: [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    config,
    packages: facts.packages.map(({ dir }) => dir),
    text: project.text,
    policy: config.path || CONFIG_NAME,
  };
}

/** The answer to a question in a project to which a fix has been applied; the project itself stays as it is. */
export function withFix<T>(project: Project, { edits }: Fix, ask: () => T): T {
  const { overlay, policies } = project;
  const texts = new Map(overlay);
  for (const path of new Set(edits.map(({ at }) => at.path))) {
    const before = project.text(path);
    texts.set(
      path,
      editedText(
        before,
        edits.filter(({ at }) => at.path === path),
      ),
    );
  }
  const changed = [...texts.keys()].filter((path) => posix.basename(path) === CONFIG_NAME);
  project.overlay = texts;
  if (changed.length > 0) {
    const paths = [...new Set([...project.listing.configs, ...changed])].sort();
    const { config, overruling = {} } = project.options;
    project.policies = readPolicies(paths, config, (path) => texts.get(path) ?? project.read(path), knownIds(), overruling);
  }
  try {
    return ask();
  } finally {
    project.overlay = overlay;
    project.policies = policies;
  }
}
