/**
 * The seam between the engine and everything that shows its findings: opens a project, takes edits,
 * answers with findings. The command line and the language server use nothing else.
 */
import type { Cache } from './cache';
import { isSource, readText, type Skipped } from './disk';
import type { Config, ConfigError, Overruling } from './engine/policy';
import type { Finding } from './engine/rule';
import type { Inventory } from './engine/rule/inventory';
import type { TextEdit } from './engine/rule/fixes';
import { editedText } from './engine/text-edits';
import type { Suppressed } from './engine/suppress';
import { overdue, splitByBaseline, type BaselineEntry, type ReadBaseline, type Split } from './session/baseline';
import { createFocus, type Description } from './session/focus';
import { readOwners } from './session/owners';
import { isBelow, type Part, type PartFacts } from './session/parts';
import { cacheFor, dayOf, look, readOpenPolicy, sourceText, type Project } from './session/project';
import type { Register } from './session/register';
import { safeWays, type Way } from './session/safe';
import { inOrder } from './session/suppressions';
import { isAsSeen } from './session/units';
import { factsOf, findAll, type Judged } from './session/whole';

export interface SessionOptions {
  /** Preset and rules given on the command line. */
  overruling?: Overruling;
  /** Project-relative path of the one policy file to use, instead of the nearest. */
  config?: string;
  /** The cache or its folder; false for none. Default: see `cacheFolder`. */
  cache?: string | false | Cache;
  /** What the parts of the project have lowered. They must fit it, or `findings` throws Misfit; then no cache is needed. */
  parts?: PartFacts[];
  /** Only these folders (project paths) are looked at, and only what a part of a project can tell is said. */
  within?: string[];
  /** The day suppressions are judged by, "2026-11-23". Default: today. */
  today?: string;
  /** Files named one by one: reported on even when they are silent by default. */
  named?: string[];
  /** Told how far reading and lowering has come. */
  onProgress?(done: number, total: number): void;
  /** Waited for between small steps: lets others work meanwhile, and stops the work by throwing. */
  rest?(): Promise<void> | undefined;
  /** Texts that belong to no project: only what `update` gives is looked at, the folder is not. */
  loose?: boolean;
  /** false: the baseline accepts nothing. */
  baseline?: false;
  /** Somebody tells us which files change (`changed`): what was read once is not read again. */
  watched?: boolean;
}

export interface SessionResult {
  /** Sorted by path, place and rule. */
  findings: Finding[];
  suppressed: Suppressed[];
  /** What the baseline accepts for now. */
  accepted: Split['accepted'];
  /** Entries of the baseline whose finding is gone. */
  fixed: BaselineEntry[];
  files: FileCounts;
  stats: Stats;
}

/** Findings in one file, at once. */
export interface Glance extends Pick<SessionResult, 'findings' | 'suppressed'> {
  /** Functions that were solved for it; none after an edit that only moved code. */
  solved: number;
}

/** The data audit with all that is needed to read it. */
export interface Audit {
  inventory: Inventory;
  register: Register;
  result: SessionResult;
  /** The policy that holds for a project path. */
  policyOf(path: string): Config;
  /** Policy files that were read, nearest to the root first. */
  policies: string[];
  /** Who owns a path by CODEOWNERS; '' when nobody is named. */
  ownerOf(path: string): string;
  today: string;
}

export interface FileCounts {
  analysed: number;
  /** Silent by default, or left out by the policy. */
  silent: number;
  /** Not read, with the reason. */
  skipped: Skipped[];
  /** Read, but nothing could be made of them. */
  unparsed: Skipped[];
  /** Analysed as far as they parse: path and number of syntax errors, or what is nested too deep to be parsed. */
  broken: { path: string; syntaxErrors: number; tooDeep?: string }[];
  /** Analysed without some of their functions, one entry for each. */
  unsolved: { path: string; message: string }[];
  /** Rules that threw, one entry for each: a mistake of ours, after which all others were asked as ever. `path` may be ''. */
  failed: { rule: string; path: string; message: string }[];
}

export interface Stats {
  /** Milliseconds by phase: read, lower (with parsing), link, solve, rules, total. */
  times: Record<string, number>;
  lines: number;
  bytes: number;
  /** Files lowered now, not taken from the cache. */
  lowered: number;
  functions: number;
  solved: number;
  calls: number;
  resolvedCalls: number;
  /** Peak resident memory of the process in bytes. */
  memory: number;
  /** The whole result came from the cache. */
  cached: boolean;
}

export interface Session {
  root: string;
  /** The day suppressions, baseline and policy are judged by, "2026-11-23". */
  today: string;
  configErrors: ConfigError[];
  /** The baseline as it is read now; empty when there is none. */
  baseline: ReadBaseline;
  /** The policy that holds for a project path. */
  policyOf(path: string): Config;
  /** Rules are shown with the laws that may be relevant: no policy has switched that off. */
  namesLaws: boolean;
  /** Findings in the given files and folders (project-relative), or in all. The whole project is always analysed. */
  findings(paths?: string[]): Promise<SessionResult>;
  /** The data audit of the whole project. */
  inventory(): Promise<Audit>;
  /** Reads, parses and lowers one part of the project, and nothing more. */
  facts(part: Part): Promise<Omit<PartFacts, 'name'>>;
  /** Sets the text of a file, as an editor has it. */
  update(path: string, text: string): void;
  /** Goes back to the text on the disk. */
  close(path: string): void;
  /** Files of the disk have come, gone or changed. Without paths everything is looked at again. */
  changed(paths?: string[]): void;
  /** The current text of a file; '' when it is gone. */
  text(path: string): string;
  /** A source is still what the last whole run read of it. Always so where nobody tells of changes. */
  isAsRead(path: string): boolean;
  /**
   * Findings in one file at once, from the file and what it imports; what only the whole project can tell is taken from
   * the last `findings()`.
   */
  glance(path: string): Promise<Glance>;
  /** Ways out of the findings in a range of a file, each tried: after it the finding is gone. */
  fixes(path: string, start: number, end: number): Promise<Way[]>;
  /** Of the whole file, those that may be applied without looking: one for each finding, none touching another. */
  safeFixes(path: string): Promise<Way[]>;
  /** The text of a file after edits, as `update` takes it. Edits do not overlap. */
  edited(path: string, edits: TextEdit[]): string;
  /** What the engine believes about the name at an offset. */
  describe(path: string, offset: number): Promise<Description | undefined>;
}

/**
 * Opens a project. Files that come or go on the disk later are seen after `changed`.
 * @throws when the root cannot be read.
 */
export function openSession(root: string, options: SessionOptions = {}): Session {
  const { listing, policies, baseline } = look(root, options, new Map());
  const project: Project = {
    listing,
    policies,
    baseline,
    overlay: new Map(),
    cache: cacheFor(listing.root, options),
    modules: new Map(),
    seen: options.watched ? new Map() : undefined,
    read: (path) => readText(listing.root, path),
    text: (path) => project.overlay.get(path) ?? project.stored(path),
    stored: (path) => (options.loose ? '' : sourceText(listing.root, path)),
    options,
  };
  const focus = createFocus(project, () => dayOf(options));
  return {
    root: listing.root,
    get today() {
      return dayOf(options);
    },
    get configErrors() {
      return [...project.policies.errors, ...project.baseline.errors];
    },
    get baseline() {
      return project.baseline;
    },
    policyOf: (path) => project.policies.configOf(path),
    get namesLaws() {
      return project.policies.namesLaws;
    },
    text: project.text,
    isAsRead: (path) =>
      !project.seen || project.overlay.has(path) || !isSource(path) || isAsSeen(path, project.listing.root, project.seen),
    update(path, newText) {
      project.overlay.set(path, newText);
      readOpenPolicy(project, path);
    },
    close(path) {
      project.overlay.delete(path);
      readOpenPolicy(project, path);
    },
    changed(paths) {
      for (const path of paths ?? [...(project.seen?.keys() ?? [])]) project.seen?.delete(path);
      if (!paths || paths.some((path) => !isSource(path) || !project.listing.sources.includes(path)))
        Object.assign(project, look(root, options, project.overlay));
      focus.forget(paths);
    },
    async findings(paths) {
      const texts = new Map(project.overlay);
      const result = accept(project, await findAll(project));
      focus.learn(result, texts);
      return restrict(result, paths);
    },
    async inventory() {
      const { inventory, register, ...judged } = await findAll(project, true);
      const result = accept(project, judged);
      return {
        inventory: inventory!,
        register: register!,
        result,
        policyOf: project.policies.configOf,
        policies: project.listing.configs,
        ownerOf: readOwners(project.read),
        today: dayOf(options),
      };
    },
    facts: (part) => factsOf(project, part),
    safeFixes: async (path) => safeWays(await focus.fixes(path, 0, project.text(path).length), path),
    edited: (path, edits) => editedText(project.text(path), edits),
    glance: focus.glance,
    fixes: focus.fixes,
    describe: focus.describe,
  };
}

/** The baseline comes last, so that what is kept from an earlier run holds whatever is accepted since. */
function accept(project: Project, judged: Judged): SessionResult {
  const split = splitByBaseline(judged.findings, project.baseline.entries, project.text, dayOf(project.options));
  const run = overdue(split, project.baseline, project.policies.configOf('').rules.get('expired-exception'));
  const { accepted, fixed } = split;
  return { ...judged, findings: [...split.findings, ...run].sort(inOrder), accepted, fixed };
}

function restrict(result: SessionResult, paths: string[] | undefined): SessionResult {
  if (!paths || paths.includes('')) return result;
  const isInside = (path: string): boolean => paths.some((prefix) => isBelow(prefix, path));
  return {
    ...result,
    findings: result.findings.filter((finding) => isInside(finding.at.path)),
    suppressed: result.suppressed.filter(({ finding }) => isInside(finding.at.path)),
    accepted: result.accepted.filter(({ finding }) => isInside(finding.at.path)),
    fixed: result.fixed.filter(({ file }) => isInside(file)),
  };
}
