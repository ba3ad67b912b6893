/**
 * One file at a time, while somebody types: the file and its neighbours are analysed at once, everything else is taken
 * from the last whole run. What a glance says differs from the whole run only until that has run again.
 */
import type { Project, Session, SessionResult } from '../session';
import { loadKnowledge } from './knowledge';
import { isSilentPath, isSource } from '../disk';
import type { analyze, AnalyzeResult, Knowledge, Prepared, prepare } from '../engine/analyze';
import { contextOf } from '../engine/edit/known';
import type { Finding, Rule } from '../engine/rule';
import type { Fix } from '../engine/rule/fixes';
import { knowledgeOf, withFix } from './ways';
import type { ModuleIR } from '../engine/ir';
import type { Config } from '../engine/policy';
import { splitByBaseline, type BaselineEntry } from './baseline';
import { applySuppressions } from './suppressions';
import { describeName, type Description } from './describe';
import { createNeighbours, type Neighbours } from './neighbours';
import { movedFindings } from './moves';
import { corrected, correctionOf, nameOf, type Correction } from './shifts';
import type { Way } from './safe';

export type { Description };

export interface Focus extends Pick<Session, 'glance' | 'fixes' | 'describe'> {
  /** Takes the result of a whole run over the given open texts. */
  learn(result: SessionResult, texts: Map<string, string>): void;
  forget(paths?: string[]): void;
}

interface Look {
  text: string;
  config: Config;
  modules: ModuleIR[];
  /** Undefined after an edit that only moved code: its places are those of the text before. */
  result?: AnalyzeResult;
  /** Before suppressions and the baseline. */
  found: Finding[];
  judged: Pick<SessionResult, 'findings' | 'suppressed'>;
}

/** Ways out by finding, for one text under one policy. */
interface Offers {
  text: string;
  policies: Project['policies'];
  modules: ModuleIR[];
  ways: Map<string, Way[]>;
}

interface Whole {
  result: SessionResult;
  texts: Map<string, string>;
  policies: Project['policies'];
}

type Glance = Look['judged'];

export function createFocus(project: Project, today: () => string): Focus {
  let tools: Promise<Tools> | undefined;
  let last: Whole | undefined;
  /** Functions solved so far. */
  let solved = 0;
  const corrections = new Map<string, Correction>();
  const looks = new Map<string, Look>();
  const offers = new Map<string, Offers>();
  const prepared = new WeakMap<Config, Prepared>();
  const ready = (): Promise<Tools> => (tools ??= load(project));

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

  /** What rules find in a file and what it imports, in the project as it is now; nothing of it is kept. */
  const tryOut = (given: Tools, path: string, rules: readonly Rule[]): Finding[] => {
    const text = project.text(path);
    return analyzed(given, path, text, given.neighbours.around(path, text), rules).judged.findings;
  };

  /** The last whole run; what it said under another policy says nothing now. */
  const wholeRun = (): Whole | undefined => (last?.policies === project.policies ? last : undefined);
  /** What it read. */
  const textThen = ({ texts }: Whole, path: string): string => texts.get(path) ?? project.stored(path);

  /** What the baseline accepts here: what the last whole run gave to this file, before it what was accepted in it. */
  const entriesFor = (path: string): BaselineEntry[] => {
    const given = wholeRun()?.result.accepted.filter(({ finding }) => finding.at.path === path);
    return given?.map(({ entry }) => entry) ?? project.baseline.entries.filter(({ file }) => file === path);
  };

  const correctionFor = (given: Tools, path: string): Correction | undefined => {
    const whole = wholeRun();
    const known = whole && corrections.get(path);
    if (known || !whole) return known;
    const text = textThen(whole, path);
    const there = whole.result.findings.filter((finding) => finding.at.path === path);
    // Compared with what it saw itself: another file may have been edited since, and that is no difference of the two.
    const { overlay } = project;
    project.overlay = whole.texts;
    try {
      const made = correctionOf(text, there, look(given, path, text).judged.findings);
      corrections.set(path, made);
      return made;
    } finally {
      project.overlay = overlay;
    }
  };

  const glanceAt = (given: Tools, path: string): Glance => {
    const text = project.text(path);
    const whole = wholeRun();
    if (!isSource(path))
      return { findings: whole ? carried(whole.result, textThen(whole, path), path, text) : [], suppressed: [] };
    if (isSilentPath(path) || project.policies.isIgnored(path)) return { findings: [], suppressed: [] };
    const correction = correctionFor(given, path);
    const { judged } = look(given, path, text);
    return correction ? { ...judged, findings: corrected(correction, text, judged.findings) } : judged;
  };

  /** The places of attached fixes are those of the text the finding was made from. */
  const isCurrent = (finding: Finding, path: string): boolean => {
    const whole = wholeRun();
    const isWhole = whole?.result.findings.includes(finding);
    return isWhole ? textThen(whole!, path) === project.text(path) : true;
  };

  /** Ways out that were worked out for the text as it is: an editor asks again with each move of the cursor. */
  const offersAt = (path: string, modules: ModuleIR[]): Offers['ways'] => {
    const text = project.text(path);
    const { policies } = project;
    const last = offers.get(path);
    if (last?.text === text && last.policies === policies && isEqual(last.modules, modules)) return last.ways;
    const ways: Offers['ways'] = new Map();
    offers.set(path, { text, policies, modules, ways });
    return ways;
  };

  return {
    async glance(path) {
      const given = await ready();
      const before = solved;
      const { findings, suppressed } = glanceAt(given, path);
      return { findings, suppressed, solved: solved - before };
    },
    async fixes(path, start, end) {
      const given = await ready();
      const { findings } = glanceAt(given, path);
      const touched = findings.filter(({ at }) => at.start <= end && start <= at.end);
      if (touched.length === 0) return [];
      const { fixesFor, isSolvedBy } = await import('../engine/edit');
      const modules = isSource(path) ? look(given, path, project.text(path)).modules : [];
      const context = knowledgeOf(project, given.neighbours, modules, path);
      const worked = (finding: Finding): Way[] => {
        const rules = isSource(path) ? given.rules.filter(({ id }) => id === finding.rule) : [];
        const before = tryOut(given, path, rules);
        // What only the whole project can tell cannot be tried on a part of it.
        const isSeen = before.some((other) => isSame(other, finding));
        const works = (fix: Fix): boolean =>
          !isSeen ||
          fix.kind === 'suppress' ||
          isSolvedBy(
            fix,
            finding,
            before,
            withFix(project, fix, () => tryOut(given, path, rules)),
          );
        const found = fixesFor(contextOf(finding, context));
        const attached = isCurrent(finding, path) ? (finding.fixes ?? []) : [];
        const more = attached.filter(({ title }) => !found.some((fix) => fix.title === title));
        return [...found, ...more].flatMap((fix) => (works(fix) ? [{ finding, fix }] : []));
      };
      const known = offersAt(path, modules);
      return touched.flatMap((finding) => {
        const name = `${nameOf(finding)} ${finding.at.start}`;
        const ways = known.get(name) ?? worked(finding);
        known.set(name, ways);
        return ways.map(({ fix }) => ({ finding, fix }));
      });
    },
    async describe(path, offset) {
      if (!isSource(path)) return undefined;
      const given = await ready();
      const { findings } = glanceAt(given, path);
      const seen = look(given, path, project.text(path));
      const { modules, text, config } = seen;
      const result = seen.result ?? analyzed(given, path, text, modules, given.knowledge.rules).result!;
      seen.result = result;
      return describeName({
        path,
        offset,
        text,
        findings,
        modules,
        ask: result.ask,
        classifier: preparedFor(given, config).classifier,
        config: project.policies.configOf(path),
      });
    },
    learn(result, texts) {
      const isOther = result.accepted.length !== last?.result.accepted.length;
      if (isOther) looks.clear();
      last = { result, texts, policies: project.policies };
      corrections.clear();
      offers.clear();
    },
    forget(paths) {
      if (!paths) corrections.clear();
      looks.clear();
      offers.clear();
      void tools?.then(({ neighbours }) => neighbours.forget(paths));
    },
  };
}

/** Whether a suppression covers anything is known when every rule has looked. */
export const isCoverage = ({ rule, kind }: Finding): boolean => rule === 'expired-exception' && kind === 'unused';

/** Findings in a file that no glance can look at, moved along with its text. */
function carried({ findings }: SessionResult, before: string, path: string, text: string): Finding[] {
  const there = findings.filter(({ at }) => at.path === path);
  return corrected(correctionOf(before, there, []), text, []);
}

const isSame = (one: Finding, other: Finding): boolean => one.at.start === other.at.start && nameOf(one) === nameOf(other);

const isEqual = (one: ModuleIR[], two: ModuleIR[]): boolean =>
  one.length === two.length && one.every((each, i) => each === two[i]);

interface Tools {
  /** With the rules of a glance. */
  knowledge: Knowledge;
  /** All of them. */
  rules: readonly Rule[];
  neighbours: Neighbours;
  analyze: typeof analyze;
  prepare: typeof prepare;
}

async function load(project: Project): Promise<Tools> {
  const [{ lower }, { analyze, prepare }, { rules, ...world }] = await Promise.all([
    import('../engine/syntax/lower'),
    import('../engine/analyze'),
    loadKnowledge(),
  ]);
  const knowledge = { ...world, rules: rules.filter((rule) => !rule.whole) };
  return { knowledge, rules, neighbours: createNeighbours(project, lower), analyze, prepare };
}
