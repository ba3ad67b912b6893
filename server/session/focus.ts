/**
 * One file at a time, while somebody types: the file and its neighbours are analysed at once, everything else is taken
 * from the last whole run. What a glance says differs from the whole run only until that has run again.
 */
import type { Session, SessionResult } from '../session';
import type { Project } from './project';
import { isSilentPath, isSource } from '../disk';
import type { Finding } from '../engine/rule';
import type { BaselineEntry } from './baseline';
import type { Description } from './describe';
import { createLooks, type Look } from './looks';
import { createOffers } from './offers';
import { corrected, correctionOf, type Correction } from './shifts';
import { loadTools, type Tools } from './tools';

export type { Description };

export interface Focus extends Pick<Session, 'glance' | 'fixes' | 'describe'> {
  /** Takes the result of a whole run over the given open texts. */
  learn(result: SessionResult, texts: Map<string, string>): void;
  forget(paths?: string[]): void;
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
  const corrections = new Map<string, Correction>();
  const ready = (): Promise<Tools> => (tools ??= loadTools(project));

  /** The last whole run; what it said under another policy says nothing now. */
  const wholeRun = (): Whole | undefined => (last?.policies === project.policies ? last : undefined);
  /** What it read. */
  const textThen = ({ texts }: Whole, path: string): string => texts.get(path) ?? project.stored(path);

  /** What the baseline accepts here: what the last whole run gave to this file, before it what was accepted in it. */
  const entriesFor = (path: string): BaselineEntry[] => {
    const given = wholeRun()?.result.accepted.filter(({ finding }) => finding.at.path === path);
    return given?.map(({ entry }) => entry) ?? project.baseline.entries.filter(({ file }) => file === path);
  };

  const looks = createLooks(project, today, entriesFor);

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
      const made = correctionOf(text, there, looks.at(given, path, text).judged.findings);
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
    const { judged } = looks.at(given, path, text);
    return correction ? { ...judged, findings: corrected(correction, text, judged.findings) } : judged;
  };

  /** The places of attached fixes are those of the text the finding was made from. */
  const isCurrent = (finding: Finding, path: string): boolean => {
    const whole = wholeRun();
    const isWhole = whole?.result.findings.includes(finding);
    return isWhole ? textThen(whole!, path) === project.text(path) : true;
  };

  const offers = createOffers(project, looks, isCurrent);

  return {
    async glance(path) {
      const given = await ready();
      const before = looks.solved();
      const { findings, suppressed } = glanceAt(given, path);
      return { findings, suppressed, solved: looks.solved() - before };
    },
    async fixes(path, start, end) {
      const given = await ready();
      const { findings } = glanceAt(given, path);
      const touched = findings.filter(({ at }) => at.start <= end && start <= at.end);
      return touched.length === 0 ? [] : offers.of(given, path, touched);
    },
    async describe(path, offset) {
      if (!isSource(path)) return undefined;
      const given = await ready();
      const { findings } = glanceAt(given, path);
      const { modules, text, config, result } = looks.asked(given, path, project.text(path));
      const { describeName } = await import('./describe');
      return describeName({
        path,
        offset,
        text,
        findings,
        modules,
        ask: result.ask,
        classifier: looks.prepared(given, config).classifier,
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

/** Findings in a file that no glance can look at, moved along with its text. */
function carried({ findings }: SessionResult, before: string, path: string, text: string): Finding[] {
  const there = findings.filter(({ at }) => at.path === path);
  return corrected(correctionOf(before, there, []), text, []);
}
