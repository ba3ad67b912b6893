/** A file and its neighbours as they are analysed by themselves. An edit that only moves code moves what was found. */
import type { SessionResult } from '../session';
import type { Project } from './project';
import type { AnalyzeResult, Prepared } from '../engine/analyze';
import type { ModuleIR } from '../engine/ir';
import type { Config } from '../engine/policy';
import type { Finding, Rule } from '../engine/rule';
import { splitByBaseline, type BaselineEntry } from './baseline';
import { movedFindings } from './moves';
import { applySuppressions } from './suppressions';
import type { Tools } from './tools';

export interface Look {
  text: string;
  config: Config;
  modules: ModuleIR[];
  /** Undefined after an edit that only moved code: its places are those of the text before. */
  result?: AnalyzeResult;
  /** Before suppressions and the baseline. */
  found: Finding[];
  judged: Pick<SessionResult, 'findings' | 'suppressed'>;
}

export interface Looks {
  /** The file with this text. */
  at(given: Tools, path: string, text: string): Look;
  /** The same, with what its names can be asked about. */
  asked(given: Tools, path: string, text: string): Look & { result: AnalyzeResult };
  /** What rules find in a file and what it imports, in the project as it is now; nothing of it is kept. */
  tried(given: Tools, path: string, rules: readonly Rule[]): Finding[];
  prepared(given: Tools, config: Config): Prepared;
  /** Functions solved so far. */
  solved(): number;
  clear(): void;
}

/** @param entriesFor what the baseline accepts in a file */
export function createLooks(project: Project, today: () => string, entriesFor: (path: string) => BaselineEntry[]): Looks {
  let solved = 0;
  const looks = new Map<string, Look>();
  const prepared = new WeakMap<Config, Prepared>();

  const preparedFor = ({ knowledge, prepare }: Tools, config: Config): Prepared => {
    const made = prepared.get(config) ?? prepare(knowledge, config);
    prepared.set(config, made);
    return made;
  };

  /** @param rules those of a glance, or others that are to be tried on the part of the project around a file. */
  const analyzed = (given: Tools, path: string, text: string, modules: ModuleIR[], rules: readonly Rule[]): Look => {
    const { knowledge, neighbours, analyze } = given;
    const { configOf } = project.policies;
    const config = configOf('');
    const result = analyze({
      modules,
      silent: new Set(modules.map((module) => module.path).filter((other) => other !== path)),
      facts: neighbours.facts,
      resolve: neighbours.resolve,
      config: configOf,
      knowledge: { ...knowledge, rules },
      prepared: preparedFor(given, config),
    });
    solved += result.stats.solved;
    const found = result.findings.filter((finding) => finding.at.path === path);
    return { text, config, modules, result, found, judged: judge(path, text, modules, found) };
  };

  const judge = (path: string, text: string, modules: ModuleIR[], found: Finding[]): Look['judged'] => {
    const own = modules.filter((module) => module.path === path);
    const partial = applySuppressions(found, own, project.policies.configOf, () => text, today());
    const kept = splitByBaseline(partial.findings, entriesFor(path), () => text, today()).findings;
    return { ...partial, findings: kept.filter((finding) => !isCoverage(finding)) };
  };

  /** The last look, moved along: undefined when the edit did more than move code. */
  const movedFrom = (last: Look, path: string, text: string, modules: ModuleIR[]): Look | undefined => {
    const [before, after] = [last.modules, modules].map((all) => all.find((module) => module.path === path));
    const others = (all: ModuleIR[]): ModuleIR[] => all.filter((module) => module.path !== path);
    if (!before || !after || !isEqual(others(last.modules), others(modules))) return undefined;
    const found = movedFindings(last.found, { module: before, text: last.text }, { module: after, text });
    return found && { text, config: last.config, modules, found, judged: judge(path, text, modules, found) };
  };

  const look = (given: Tools, path: string, text: string): Look => {
    const modules = given.neighbours.around(path, text);
    const last = looks.get(path);
    const config = project.policies.configOf('');
    const isOurs = last?.config === config;
    if (isOurs && last.text === text && isEqual(last.modules, modules)) return last;
    const found =
      (isOurs ? movedFrom(last, path, text, modules) : undefined) ?? analyzed(given, path, text, modules, given.knowledge.rules);
    looks.set(path, found);
    return found;
  };

  const tried = (given: Tools, path: string, rules: readonly Rule[]): Finding[] => {
    const text = project.text(path);
    return analyzed(given, path, text, given.neighbours.around(path, text), rules).judged.findings;
  };

  return {
    at: look,
    asked(given, path, text) {
      const seen = look(given, path, text);
      const result = seen.result ?? analyzed(given, path, text, seen.modules, given.knowledge.rules).result!;
      seen.result = result;
      return { ...seen, result };
    },
    tried,
    prepared: preparedFor,
    solved: () => solved,
    clear: () => looks.clear(),
  };
}

/** Whether a suppression covers anything is known when every rule has looked. */
export const isCoverage = ({ rule, kind }: Finding): boolean => rule === 'expired-exception' && kind === 'unused';

/** The same modules, each as it was. */
export const isEqual = (one: ModuleIR[], two: ModuleIR[]): boolean =>
  one.length === two.length && one.every((each, i) => each === two[i]);
