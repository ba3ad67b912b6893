/** A whole run: every file is read and lowered, all rules are asked. */
import { digest } from '../cache';
import { readFacts } from '../disk';
import type { ModuleIR } from '../engine/ir';
import type { Inventory } from '../engine/rule/inventory';
import type { FileCounts, SessionOptions, SessionResult, Stats } from '../session';
import { loadKnowledge } from './knowledge';
import { isCoverage } from './looks';
import { createLowering } from './lowering';
import { ensureFit, isIn, type Part, type PartFacts } from './parts';
import { dayOf, sourcesOf, unitsOf, type Project } from './project';
import { registerOf, type Register } from './register';
import { applySuppressions } from './suppressions';
import type { Units } from './units';

/** What the code alone says, before the baseline. */
export type Judged = Omit<SessionResult, 'accepted' | 'fixed'>;

export async function factsOf(project: Project, part: Part): Promise<Omit<PartFacts, 'name'>> {
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

export async function findAll(project: Project, withInventory = false): Promise<Judged & Audited> {
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
    unsolved: [],
    failed: [],
  };
  const modules: ModuleIR[] = [];
  for (const [index, unit] of units.loud.entries()) {
    options.onProgress?.(index, units.loud.length);
    await options.rest?.();
    const module = moduleOf(unit);
    if (!module) continue;
    modules.push(module);
    const { syntaxErrors, tooDeep } = module.stats;
    if (tooDeep !== undefined) counts.broken.push({ path: unit.path, syntaxErrors, tooDeep: depthWords(unit.text(), tooDeep) });
    else if (syntaxErrors) counts.broken.push({ path: unit.path, syntaxErrors });
  }
  counts.analysed = modules.length;
  clock.mark('read');
  const [{ analysis: stepwise }, knowledge] = await Promise.all([import('../engine/analyze'), loadKnowledge()]);
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
  counts.unsolved = analysis.unsolved.map(({ path, symbol, words }) => ({
    path,
    message: `${symbol === '<module>' ? 'The top level' : symbol} could not be followed (${words}); the rest of the file is analysed.`,
  }));
  counts.failed = analysis.failed.map(({ rule, path, words }) => ({
    rule,
    path,
    message: `The rule ${rule} broke off${path === '' ? '' : ' here'} (${words}); all others have been asked. Please report it.`,
  }));
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

function depthWords(text: string, at: number): string {
  if (at < 0)
    return 'It is nested too deep to be read, and nothing of it is analysed. Split the statement that is nested, or name the file in `ignores`.';
  const line = text.slice(0, at).split('\n').length;
  return `What begins on line ${line} is nested too deep to be read; the rest of the file is analysed. Split it into parts with names.`;
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
