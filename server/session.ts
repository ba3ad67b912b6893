/**
 * The seam between the engine and everything that shows its findings: opens a project, takes edits,
 * answers with findings. The command line and the language server use nothing else.
 */
import { join } from 'node:path';
import { cacheFolder, digest, noCache, openCache, type Cache } from './cache';
import { isSource, listProject, readFacts, readSource, readText, type Listing, type Skipped } from './disk';
import type { ModuleIR } from './engine/ir';
import type { ConfigError, Overruling } from './engine/policy';
import type { Finding } from './engine/rule';
import type { Suppressed } from './engine/suppress';
import { knownIds } from './session/known';
import { readPolicies, type Policies } from './session/policies';
import { applySuppressions } from './session/suppressions';
import { readUnits, type Unit } from './session/units';
import { ENGINE_VERSION } from './session/version';

export interface SessionOptions {
  /** Preset and rules given on the command line. */
  overruling?: Overruling;
  /** Project-relative path of the one policy file to use, instead of the nearest. */
  config?: string;
  /** Folder of the cache; false for none. Default: see `cacheFolder`. */
  cache?: string | false;
  /** The day suppressions are judged by, "2026-11-23". Default: today. */
  today?: string;
  /** Files named one by one: reported on even when they are silent by default. */
  named?: string[];
  /** Told how far reading and lowering has come. */
  onProgress?(done: number, total: number): void;
}

export interface SessionResult {
  /** Sorted by path, place and rule. */
  findings: Finding[];
  suppressed: Suppressed[];
  files: FileCounts;
  stats: Stats;
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
  configErrors: ConfigError[];
  /** Findings in the given files and folders (project-relative), or in all. The whole project is always analysed. */
  findings(paths?: string[]): Promise<SessionResult>;
  /** Sets the text of a file, as an editor has it. */
  update(path: string, text: string): void;
  /** Goes back to the text on the disk. */
  close(path: string): void;
  /** The current text of a file; '' when it is gone. */
  text(path: string): string;
}

/**
 * Opens a project. Files that come or go on the disk later are seen by a new session.
 * @throws when the root cannot be read.
 */
export function openSession(root: string, options: SessionOptions = {}): Session {
  const listing = listProject(root);
  const overlay = new Map<string, string>();
  const read = (path: string): string | undefined => readText(listing.root, path);
  const policies = readPolicies(
    listing.configs,
    options.config,
    readPolicyText(listing.root, options.config),
    knownIds(),
    options.overruling ?? {},
  );
  const cache = options.cache === false ? noCache() : openCache(options.cache ?? cacheFolder(listing.root), ENGINE_VERSION);
  const modules = new Map<string, ModuleIR>();
  const text = (path: string): string => overlay.get(path) ?? sourceText(listing.root, path);
  const project: Project = { listing, overlay, read, policies, cache, modules, text, options };
  return {
    root: listing.root,
    configErrors: policies.errors,
    text,
    update: (path, newText) => void overlay.set(path, newText),
    close: (path) => void overlay.delete(path),
    async findings(paths) {
      return restrict(await findAll(project), paths);
    },
  };
}

interface Project {
  listing: Listing;
  overlay: Map<string, string>;
  read(path: string): string | undefined;
  policies: Policies;
  cache: Cache;
  /** IR by content key, kept between two calls of `findings`. */
  modules: Map<string, ModuleIR>;
  text(path: string): string;
  options: SessionOptions;
}

async function findAll(project: Project): Promise<SessionResult> {
  const { listing, overlay, policies, cache, options } = project;
  const clock = stopwatch();
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const paths = [...new Set([...listing.sources, ...[...overlay.keys()].filter(isSource)])].sort();
  const units = readUnits(paths, listing.root, overlay, policies, new Set(options.named));
  const manifests = new Map(listing.manifests.map((path) => [path, project.read(path)]));
  clock.mark('read');
  const key = resultKey(project, units, manifests, today);
  const known = overlay.size ? undefined : cache.result<StoredResult>(key);
  const isCurrent = known?.silentUsed.every(([path, content]) => units.silent.get(path)?.key() === content);
  if (known && isCurrent)
    return withTimes({ ...known.result, stats: { ...known.result.stats, lowered: 0, cached: true } }, clock);

  const silentUsed: [string, string][] = [];
  const counts: FileCounts = {
    analysed: 0,
    silent: units.silent.size,
    skipped: [...listing.skipped, ...units.skipped],
    unparsed: [],
    broken: [],
  };
  const { lower } = await import('./engine/syntax/lower');
  let lowered = 0;
  const current = new Map<string, ModuleIR>();
  const keep = (unit: Unit, module: ModuleIR): ModuleIR => {
    current.set(unit.key(), module);
    return module;
  };
  const moduleOf = (unit: Unit): ModuleIR | undefined => {
    const stored = project.modules.get(unit.key()) ?? cache.get(unit.key());
    if (stored) return keep(unit, stored.path === unit.path ? stored : { ...stored, path: unit.path });
    try {
      lowered++;
      const module = lower(unit.path, unit.text());
      cache.put(unit.key(), module);
      return keep(unit, module);
    } catch (error) {
      counts.unparsed.push({
        path: unit.path,
        reason: 'unparsed',
        message: `The file could not be analysed: ${messageOf(error)}`,
      });
      return undefined;
    }
  };
  const modules: ModuleIR[] = [];
  for (const [index, unit] of units.loud.entries()) {
    options.onProgress?.(index, units.loud.length);
    const module = moduleOf(unit);
    if (!module) continue;
    modules.push(module);
    if (module.stats.syntaxErrors) counts.broken.push({ path: unit.path, syntaxErrors: module.stats.syntaxErrors });
  }
  counts.analysed = modules.length;
  clock.mark('lower');
  const [{ analyze }, { models }, { categories }, { attributes }, { rules }] = await Promise.all([
    import('./engine/analyze'),
    import('../rules/models'),
    import('../rules/categories'),
    import('../rules/attributes'),
    import('../rules'),
  ]);
  const analysis = analyze({
    modules,
    silent: new Set(units.silent.keys()),
    facts: readFacts(listing.manifests, paths, (path) => manifests.get(path)),
    config: policies.configOf,
    knowledge: { rules, models, categories, attributes },
    lowerSilent(path) {
      const unit = units.silent.get(path);
      if (!unit) return undefined;
      silentUsed.push([path, unit.key()]);
      return moduleOf(unit);
    },
    mark: clock.mark,
  });
  const judged = applySuppressions(analysis.findings, modules, policies.configOf, project.text, today);
  clock.mark('rules');
  project.modules = current;
  const sizes = modules.map((module) => module.stats);
  const stats: Stats = {
    ...analysis.stats,
    times: {},
    lines: sizes.reduce((sum, { lines }) => sum + lines, 0),
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    lowered,
    memory: 0,
    cached: false,
  };
  const result = { ...judged, files: counts, stats };
  if (!overlay.size) {
    cache.save();
    cache.saveResult(key, { result, silentUsed } satisfies StoredResult);
  }
  clock.mark('cache');
  return withTimes(result, clock);
}

interface StoredResult {
  result: SessionResult;
  /** Silent files that were read because something imports them, with their content's key. */
  silentUsed: [string, string][];
}

/** Everything a result depends on besides the engine's version. */
function resultKey(
  project: Project,
  units: ReturnType<typeof readUnits>,
  manifests: Map<string, string | undefined>,
  today: string,
): string {
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
  const isInside = (path: string): boolean => paths.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  return {
    ...result,
    findings: result.findings.filter((finding) => isInside(finding.at.path)),
    suppressed: result.suppressed.filter(({ finding }) => isInside(finding.at.path)),
  };
}

function withTimes(result: SessionResult, clock: Stopwatch): SessionResult {
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

function sourceText(root: string, path: string): string {
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

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
