/**
 * The seam between the engine and everything that shows its findings: opens a project, takes edits,
 * answers with findings. The command line and the language server use nothing else.
 */
import { join, posix } from 'node:path';
import { cacheFolder, digest, noCache, openCache, type Cache } from './cache';
import { isSource, listProject, readFacts, readSource, readText, type Listing, type Skipped } from './disk';
import type { ModuleIR } from './engine/ir';
import { CONFIG_NAME, type Config, type ConfigError, type Overruling } from './engine/policy';
import type { Finding } from './engine/rule';
import type { Inventory } from './engine/rule/inventory';
import type { TextEdit } from './engine/rule/fixes';
import { editedText } from './engine/text-edits';
import type { Suppressed } from './engine/suppress';
import {
  BASELINE_NAME,
  overdue,
  readBaseline,
  splitByBaseline,
  type BaselineEntry,
  type ReadBaseline,
  type Split,
} from './session/baseline';
import { createFocus, type Description } from './session/focus';
import { isCoverage } from './session/looks';
import { createLowering } from './session/lowering';
import { knownIds } from './session/known';
import { cacheOf, ensureFit, isBelow, isIn, refuseDamaged, type Part, type PartFacts } from './session/parts';
import { readOwners } from './session/owners';
import { loadKnowledge } from './session/knowledge';
import { readPolicies, type Policies } from './session/policies';
import { registerOf, type Register } from './session/register';
import { safeWays, type Way } from './session/safe';
import { applySuppressions, inOrder } from './session/suppressions';
import { readUnits, type Seen, type Units } from './session/units';
import { ENGINE_VERSION } from './session/version';

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

/** What the code alone says, before the baseline. */
type Judged = Omit<SessionResult, 'accepted' | 'fixed'>;

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
  /** Analysed as far as they parse: path and number of syntax errors. */
  broken: { path: string; syntaxErrors: number }[];
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

function cacheFor(root: string, { parts, cache }: SessionOptions): Cache {
  if (parts) return cacheOf(parts, refuseDamaged);
  if (cache === false) return noCache();
  return typeof cache === 'object' ? cache : openCache(cache ?? cacheFolder(root), ENGINE_VERSION);
}

function look(
  root: string,
  options: SessionOptions,
  overlay: Map<string, string>,
): Pick<Project, 'listing' | 'policies' | 'baseline'> {
  const listing = options.loose ? { root, sources: [], configs: [], manifests: [], skipped: [] } : listProject(root);
  const baseline = readBaseline(options.baseline === false || options.loose ? undefined : readText(listing.root, BASELINE_NAME));
  return { listing, policies: policiesOf(listing, options, overlay), baseline };
}

/** The baseline comes last, so that what is kept from an earlier run holds whatever is accepted since. */
function accept(project: Project, judged: Judged): SessionResult {
  const split = splitByBaseline(judged.findings, project.baseline.entries, project.text, dayOf(project.options));
  const run = overdue(split, project.baseline, project.policies.configOf('').rules.get('expired-exception'));
  const { accepted, fixed } = split;
  return { ...judged, findings: [...split.findings, ...run].sort(inOrder), accepted, fixed };
}

function policiesOf(listing: Listing, { config, overruling = {} }: SessionOptions, overlay: Map<string, string>): Policies {
  const read = readPolicyText(listing.root, config);
  const open = [...overlay.keys()].filter((path) => posix.basename(path) === CONFIG_NAME);
  const paths = [...new Set([...listing.configs, ...open])].sort();
  return readPolicies(paths, config, (path) => overlay.get(path) ?? read(path), knownIds(), overruling);
}

/** A policy holds as its editor shows it, saved or not. */
function readOpenPolicy(project: Project, path: string): void {
  const isRead = posix.basename(path) === CONFIG_NAME || project.policies.texts.some(([known]) => known === path);
  if (isRead) project.policies = policiesOf(project.listing, project.options, project.overlay);
}

const dayOf = (options: SessionOptions): string => options.today ?? new Date().toISOString().slice(0, 10);

/** What the parts of a session share. Listing and policies change when the disk does. */
export interface Project {
  listing: Listing;
  policies: Policies;
  baseline: ReadBaseline;
  overlay: Map<string, string>;
  cache: Cache;
  /** IR by content key, kept between two calls of `findings`. */
  modules: Map<string, ModuleIR>;
  seen: Map<string, Seen> | undefined;
  read(path: string): string | undefined;
  /** As its editor has it, else as the disk has it; '' when it is gone. */
  text(path: string): string;
  /** As the disk has it. */
  stored(path: string): string;
  options: SessionOptions;
}

function sourcesOf({ listing, overlay, options: { within } }: Project): string[] {
  const paths = [...new Set([...listing.sources, ...[...overlay.keys()].filter(isSource)])].sort();
  return within ? paths.filter((path) => within.some((folder) => isBelow(folder, path))) : paths;
}

const unitsOf = ({ listing, overlay, policies, options, seen }: Project, paths: string[]): Promise<Units> =>
  readUnits(paths, listing.root, overlay, policies, new Set(options.named), seen, options.rest);

async function factsOf(project: Project, part: Part): Promise<Omit<PartFacts, 'name'>> {
  const paths = sourcesOf(project).filter((path) => isIn(part, path));
  const { loud } = await unitsOf(project, paths);
  const lowering = await createLowering(project, () => {});
  const unparsed = new Set<string>();
  for (const [index, unit] of loud.entries()) {
    project.options.onProgress?.(index, loud.length);
    if (!lowering.moduleOf(unit)) unparsed.add(unit.key());
  }
  project.modules = lowering.current;
  const files = loud.map((unit): [string, string] => [unit.path, unit.key()]);
  return { part, files, unparsed: [...unparsed].sort(), module: (key) => lowering.current.get(key) };
}

async function findAll(project: Project, withInventory = false): Promise<Judged & Audited> {
  const { listing, overlay, policies, cache, options } = project;
  const clock = stopwatch();
  const today = dayOf(options);
  const paths = sourcesOf(project);
  const units = await unitsOf(project, paths);
  if (options.parts && !overlay.size) ensureFit(options.parts, units.loud);
  const manifests = new Map(listing.manifests.map((path) => [path, overlay.get(path) ?? project.read(path)]));
  clock.mark('read');
  const key = resultKey(project, units, manifests, today) + (withInventory ? '-inventory' : '');
  const known = overlay.size ? undefined : cache.result<StoredResult>(key);
  const isCurrent = known?.silentUsed.every(([path, content]) => units.silent.get(path)?.key() === content);
  if (known && isCurrent)
    return withTimes({ ...known.result, stats: { ...known.result.stats, lowered: 0, cached: true } }, clock);

  const lowering = await createLowering(project, clock.mark);
  const { moduleOf } = lowering;
  const silentUsed: [string, string][] = [];
  const counts: FileCounts = {
    analysed: 0,
    silent: units.silent.size,
    skipped: [...listing.skipped, ...units.skipped],
    unparsed: lowering.unparsed,
    broken: [],
  };
  const modules: ModuleIR[] = [];
  for (const [index, unit] of units.loud.entries()) {
    options.onProgress?.(index, units.loud.length);
    await options.rest?.();
    const module = moduleOf(unit);
    if (!module) continue;
    modules.push(module);
    if (module.stats.syntaxErrors) counts.broken.push({ path: unit.path, syntaxErrors: module.stats.syntaxErrors });
  }
  counts.analysed = modules.length;
  clock.mark('read');
  const [{ analysis: stepwise }, knowledge] = await Promise.all([import('./engine/analyze'), loadKnowledge()]);
  const rules = options.within ? knowledge.rules.filter((rule) => !rule.whole) : knowledge.rules;
  const steps = stepwise({
    modules,
    silent: new Set(units.silent.keys()),
    facts: readFacts(listing.manifests, paths, (path) => manifests.get(path)),
    config: policies.configOf,
    knowledge: { ...knowledge, rules },
    lowerSilent(path) {
      const unit = units.silent.get(path);
      if (!unit) return undefined;
      silentUsed.push([path, unit.key()]);
      return moduleOf(unit);
    },
    today,
    mark: clock.mark,
  });
  const analysis = await inSteps(steps, options.rest);
  const judged = applySuppressions(analysis.findings, modules, policies.configOf, project.text, today);
  if (options.within) judged.findings = judged.findings.filter((finding) => !isCoverage(finding));
  clock.mark('rules');
  project.modules = lowering.current;
  const sizes = modules.map((module) => module.stats);
  const stats: Stats = {
    ...analysis.stats,
    times: {},
    lines: sizes.reduce((sum, { lines }) => sum + lines, 0),
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    lowered: lowering.lowered(),
    memory: 0,
    cached: false,
  };
  const inventory: Audited = withInventory ? { inventory: analysis.ask.inventory(), register: registerOf(analysis.ask) } : {};
  const result = { ...judged, files: counts, stats, ...inventory };
  if (!overlay.size) {
    cache.save();
    cache.saveResult(key, { result, silentUsed } satisfies StoredResult);
  }
  clock.mark('cache');
  return withTimes(result, clock);
}

async function inSteps<T>(steps: Generator<void, T>, rest: SessionOptions['rest']): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const pause = rest?.();
    if (pause) await pause;
  }
}

/** Only with the data audit. */
interface Audited {
  inventory?: Inventory;
  register?: Register;
}

interface StoredResult {
  result: Judged & Audited;
  /** Silent files that were read because something imports them, with their content's key. */
  silentUsed: [string, string][];
}

/** Everything a result depends on besides the engine's version. */
function resultKey(project: Project, units: Units, manifests: Map<string, string | undefined>, today: string): string {
  const { listing, options } = project;
  const parts = [
    [today, options.overruling ?? {}, options.config ?? '', options.named ?? []],
    project.policies.texts,
    [...manifests],
    units.loud.map((unit) => [unit.path, unit.key()]),
    [...units.silent.keys()],
    [...listing.skipped, ...units.skipped].map(({ path, reason }) => [path, reason]),
  ];
  return digest(JSON.stringify(parts));
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

function withTimes<T extends Judged>(result: T, clock: Stopwatch): T {
  return { ...result, stats: { ...result.stats, times: clock.times(), memory: process.resourceUsage().maxRSS * 1024 } };
}

interface Stopwatch {
  /** Ends a phase that began with the end of the one before. */
  mark(phase: string): void;
  times(): Record<string, number>;
}

function stopwatch(): Stopwatch {
  const start = performance.now();
  let last = start;
  const times: Record<string, number> = {};
  return {
    mark(phase) {
      const now = performance.now();
      times[phase] = (times[phase] ?? 0) + now - last;
      last = now;
    },
    times: () => ({ ...times, total: performance.now() - start }),
  };
}

/** Policies and schemas are read as they are, however long their lines. */
function sourceText(root: string, path: string): string {
  if (!isSource(path)) return readText(root, path) ?? '';
  const source = readSource(root, path);
  return 'text' in source ? source.text() : '';
}

/** A policy file named on the command line may lie outside the project; what lies inside is read as such. */
function readPolicyText(root: string, named: string | undefined): (path: string) => string | undefined {
  return (path) => (named?.startsWith('../') ? readText(join(root, named, '..'), relativeTo(named, path)) : readText(root, path));
}

function relativeTo(named: string, path: string): string {
  const folder = named.slice(0, named.lastIndexOf('/') + 1);
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
