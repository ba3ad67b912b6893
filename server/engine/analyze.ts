/** The pipeline on one screen: modules in, findings out. No disk, clock, network or editor. */
import { compare } from './compare';
import { createAsk } from './ask';
import { createAttributes, type Attributes, type AttributeWords } from './attributes';
import { createClassifier, type Classifier } from './classify';
import type { Category } from './category';
import { createPersonal } from './flow/personal';
import { createEngine } from './flow/solve';
import type { ModuleIR } from './ir';
import { link, symbolOf } from './link/program';
import { createResolver, type Resolver } from './link/resolve';
import { readSchemas } from './link/schemas';
import { UNKNOWN } from './link/types';
import { createMatcher, type Matcher } from './match';
import type { Model } from './model';
import type { Config } from './policy';
import type { ProjectFacts } from './project';
import type { Ask, Finding, Options, Rule } from './rule';
import { runRule, type FailedRule } from './rule-run';
import { NAMES, wordsOf } from './words';
import { createTypes } from './link/type-terms';

/** What the engine knows about the world; data, handed in by the session. */
export interface Knowledge {
  rules: readonly Rule[];
  models: readonly Model[];
  categories: readonly Category[];
  attributes: readonly AttributeWords[];
}

export interface AnalyzeInput {
  /** All modules that are analysed, sorted by path. */
  modules: ModuleIR[];
  /** Paths that exist but are silent: lowered on demand, never reported on. */
  silent: Set<string>;
  facts: ProjectFacts;
  config(path: string): Config;
  knowledge: Knowledge;
  /** Resolves import specifiers, for those who analyse again and again; made from the facts when absent. */
  resolve?: Resolver;
  /** What is the same in every analysis under one policy; made anew when absent. */
  prepared?: Prepared;
  /** The module of a silent path, or undefined when it cannot be read. */
  lowerSilent?(path: string): ModuleIR | undefined;
  /** The day the run counts as, "2026-11-23": reviews and transfers are overdue by it. Without one, nothing is. */
  today?: string;
  /** Told the name of each phase when it is done: link, solve, rules. */
  mark?(phase: string): void;
}

export interface Prepared {
  classifier: Classifier;
  attributes: Attributes;
  matcher: Matcher;
}

export function prepare(knowledge: Knowledge, config: Config): Prepared {
  const classifier = createClassifier(knowledge.categories, { fields: config.fields, notPersonal: config.notPersonal });
  return {
    classifier,
    attributes: createAttributes(knowledge.attributes, classifier),
    matcher: createMatcher([...config.models, ...knowledge.models]),
  };
}

export interface Unsolved {
  path: string;
  /** "Cart.total"; "<module>" for the top level. */
  symbol: string;
  /** What went wrong, as the engine was told. */
  words: string;
}

export interface AnalyzeResult {
  /** In the order of path, place and rule. Severity is the rule's word; presets and suppressions are applied by the session. */
  findings: Finding[];
  /** Functions that could not be evaluated, in their order: they say nothing, and the rest is analysed without them. */
  unsolved: Unsolved[];
  /** Rules that threw, in their order: the others have said what they found. */
  failed: FailedRule[];
  stats: { functions: number; solved: number; calls: number; resolvedCalls: number };
  /** The questions, still answerable, for those who want to know more than the rules said. Keeps the solution in memory. */
  ask: Ask;
}

export function analyze(input: AnalyzeInput): AnalyzeResult {
  const steps = analysis(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in small steps: between two of them the caller may do something else, or stop. */
export function* analysis(input: AnalyzeInput): Generator<void, AnalyzeResult> {
  const configs = new Map<string, Config>();
  const configOf = (path: string): Config => configs.get(path) ?? configs.set(path, input.config(path)).get(path)!;
  const config = configOf('');
  const { modules, silent, resolve } = withImports(input);
  const program = link(modules, resolve);
  const schemas = readSchemas(input.facts);
  const { classifier, attributes, matcher } = input.prepared ?? prepare(input.knowledge, config);
  const types = createTypes(program, {
    schemas: schemas.models,
    library: (specifier, name) => (/prisma|@\w+\/db|database/i.test(specifier) ? (schemas.models.get(name) ?? null) : null),
    typeofValue: (module, name) => valueType(module, name),
  });
  const { engine, run } = createEngine({
    program,
    types,
    schemas,
    classifier,
    personal: createPersonal(classifier),
    matcher,
    config: configOf,
    silent,
  });
  const valueType = (module: number, name: string): ReturnType<typeof types.of> => {
    const [head] = name.split('.');
    const slot = program.modules[module].functions[0].slots.findIndex((own) => own.name === head);
    if (slot >= 0) return engine.moduleSlot(module, slot).type;
    const index = program.modules[module].imports.findIndex((entry) => entry.local === head);
    const target = index < 0 ? null : program.imported(module, index);
    // `typeof posthog`: what the package gives under that name.
    if (target?.kind === 'external' && head === name)
      return { kind: 'library', specifier: target.specifier, name: target.name, args: [] };
    if (target?.kind === 'namespace') {
      const member = program.exported(target.module, name.split('.')[1] ?? '');
      return member?.kind === 'slot' ? engine.moduleSlot(member.module, member.slot).type : UNKNOWN;
    }
    return target?.kind === 'slot' ? engine.moduleSlot(target.module, target.slot).type : UNKNOWN;
  };
  input.mark?.('link');
  yield;
  const solution = yield* run();
  input.mark?.('solve');
  const { facts, today = '', knowledge } = input;
  const { models } = knowledge;
  const ask = createAsk({ program, classifier, attributes, solution, config: configOf, silent, models, facts, today });
  const findings: Finding[] = [];
  const failed: FailedRule[] = [];
  const used = [...new Set([config, ...modules.map(({ path }) => configOf(path))])];
  for (const rule of input.knowledge.rules) {
    yield;
    for (const [options, isFor] of optionsOf(rule, used)) {
      const run = runRule(rule, ask.forRule, options);
      if (run.failed) failed.push(run.failed);
      for (const finding of run.found) {
        const own = configOf(finding.at.path);
        if (isFor(own)) findings.push(...judged(rule, finding, own));
      }
    }
  }
  input.mark?.('rules');
  wordsOf.forget(NAMES);
  const stats = {
    functions: program.moduleOf.length,
    solved: solution.solved,
    calls: solution.calls,
    resolvedCalls: solution.resolvedCalls,
  };
  const unsolved = [...solution.engine.lost]
    .sort(([a], [b]) => a - b)
    .map(([fn, words]) => ({ path: program.modules[program.moduleOf[fn]].path, symbol: symbolOf(program, fn), words }));
  const spoken = withoutGeneral(oncePerPlace(findings.sort(byPlace)), input.knowledge.rules);
  return { findings: spoken, unsolved, failed, stats, ask: ask.forRule({}) };
}

const defaultsOf = (rule: Rule): Options =>
  Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]));

/** A rule is asked once for each way in which the policies of a project set its options; the project's own stand for the rest. */
function optionsOf(rule: Rule, used: Config[]): [Options, (config: Config) => boolean][] {
  const said = (config: Config): Options => config.rules.get(rule.id)?.options ?? defaultsOf(rule);
  const ways = new Map(used.map((config) => [JSON.stringify(said(config)), said(config)]));
  const wayOf = (config: Config): string => {
    const own = JSON.stringify(said(config));
    return ways.has(own) ? own : [...ways.keys()][0]!;
  };
  return [...ways].map(([way, options]) => [options, (config) => ways.size === 1 || wayOf(config) === way]);
}

/** What the configuration of the finding's file makes of it: off, another severity, or hidden for want of confidence. */
function judged(rule: Rule, finding: Omit<Finding, 'rule'>, config: Config): Finding[] {
  const setting = config.rules.get(rule.id);
  if (setting?.severity === 'off' || (finding.confidence === 'low' && config.preset !== 'strict')) return [];
  const severity = setting && setting.severity !== rule.severity ? setting.severity : finding.severity;
  return [{ ...finding, severity, rule: rule.id }];
}

const RANK = { error: 0, warning: 1, info: 2 };

/** One line, one story: of a rule's findings at one place the gravest stays, then the one with the shortest path. */
function oncePerPlace(findings: Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule}:${finding.at.path}:${finding.at.start}`;
    const known = best.get(key);
    const isBetter =
      !known ||
      RANK[finding.severity] < RANK[known.severity] ||
      (finding.severity === known.severity && finding.path.length < known.path.length);
    if (isBetter) best.set(key, finding);
  }
  return findings.filter((finding) => best.get(`${finding.rule}:${finding.at.path}:${finding.at.start}`) === finding);
}

/** The specific rule beats the general one about the same extent. */
function withoutGeneral(findings: Finding[], rules: readonly Rule[]): Finding[] {
  const yields = new Map(rules.flatMap((rule) => (rule.yieldsTo ? [[rule.id, rule.yieldsTo]] : [])));
  const speaking = new Set(findings.map(({ rule, extent }) => `${rule}:${extent.path}:${extent.start}`));
  return findings.filter(({ rule, extent }) =>
    (yields.get(rule) ?? []).every((other) => !speaking.has(`${other}:${extent.path}:${extent.start}`)),
  );
}

const byPlace = (a: Finding, b: Finding): number =>
  compare(a.at.path, b.at.path) || a.at.start - b.at.start || compare(a.rule, b.rule) || compare(a.message, b.message);

/** Silent files join when an analysed file imports them, directly or through one another. */
function withImports(input: AnalyzeInput): {
  modules: ModuleIR[];
  silent: Set<number>;
  resolve: Resolver;
} {
  const known = new Map(input.modules.map((module) => [module.path, module]));
  const exists = (path: string): boolean => known.has(path) || input.silent.has(path);
  const { resolve: given } = input;
  const resolve: Resolver = given
    ? (from, specifier) => {
        const path = given(from, specifier);
        return path !== null && exists(path) ? path : null;
      }
    : createResolver(input.facts, exists);
  const queue = [...input.modules];
  for (const module of queue) {
    for (const specifier of new Set([...module.imports, ...module.exports].map((entry) => entry.specifier))) {
      const path = specifier === '' ? null : resolve(module.path, specifier);
      if (path === null || known.has(path) || !input.silent.has(path)) continue;
      const more = input.lowerSilent?.(path);
      if (!more) continue;
      known.set(path, more);
      queue.push(more);
    }
  }
  const modules = [...known.values()].sort((a, b) => compare(a.path, b.path));
  const silent = new Set<number>();
  modules.forEach((module, index) => {
    if (input.silent.has(module.path)) silent.add(index);
  });
  return { modules, silent, resolve };
}
