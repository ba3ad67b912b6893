/**
 * The policy file `data-ethics.json`: text in, a resolved `Config` or errors out. Reads nothing by
 * itself: an `extends` is followed through a function that is handed in.
 */
import type { Model } from './model';
import type { Options, Preset, Severity } from './rule';
import { merge } from './policy/merge';
import { groupsOf, type Known, type RuleDefaults } from './policy/known';
import { parseObject, type ConfigError } from './policy/parse';
import { validate } from './policy/validate';
import { contradictions } from './policy/contradictions';
import type { Declared } from './rule/policy';

export { groupsOf };
export type { ConfigError, Known, RuleDefaults };
/** Findings a team has accepted for now. */
export const BASELINE_NAME = 'data-ethics.baseline.json';
export const CONFIG_NAME = 'data-ethics.json';

export interface RuleSetting {
  severity: Severity | 'off';
  options: Options;
  /** Somebody wrote this severity down: it holds as it stands, whatever the rule makes of a single finding. */
  given: boolean;
}

export interface Override {
  /** Glob patterns relative to the folder of the policy file. */
  files: string[];
  rules: Record<string, RuleEntry>;
}

/** A rule's severity as written in a policy file. */
export type RuleEntry = Severity | 'off' | [Severity | 'off', Options];

/** A policy with every default filled in. */
export interface Config {
  /** Project-relative path of the policy file; '' when there is none. Globs are relative to its folder. */
  path: string;
  preset: Preset;
  /** Pages of rules name laws that may be relevant. */
  legalHints: boolean;
  /** Every known rule. */
  rules: Map<string, RuleSetting>;
  /** Globs of what is analysed; empty for everything. */
  files: string[];
  ignores: string[];
  overrides: Override[];
  firstPartyHosts: string[];
  maskingFunctions: string[];
  /** Import specifier whose exports all count as maskers, or ''. */
  maskingModule: string;
  encryptionFunctions: string[];
  /** Categories that must be encrypted at rest. */
  encryptAtRest: string[];
  keyedHashFunctions: string[];
  /** Smallest group a published figure may describe; 0 when the policy names none. */
  minGroupSize: number;
  /** "Customer.email" → category. */
  fields: Record<string, string>;
  /** "Branch.address": never personal. */
  notPersonal: string[];
  models: Model[];
  /** Purposes, recipients, owners and the like: what people answer for. */
  declared: Declared;
  /** Text of the policy file, then of those it extends, nearest first; empty when there is none. */
  sources: { path: string; text: string }[];
  consent: ConsentPolicy;
  pricing: PricingPolicy;
  decisions: DecisionPolicy;
}

/** How a project asks for consent, as its policy says. */
export interface ConsentPolicy {
  functions: string[];
  components: string[];
  middleware: string[];
  callbacks: string[];
  fields: string[];
  /** SDKs by name (`sdk` of a model, or its id) or company that need no consent. */
  strictlyNecessary: string[];
  /** What blocks trackers outside the code, or ''. */
  managedBy: string;
}

/** What a price may depend on. */
export interface PricingPolicy {
  allowed: AllowedAttribute[];
  /** How the interface says that a price is personal; '' where nothing is named. */
  disclosureComponent: string;
  disclosureField: string;
  disclosureText: string;
  /** Names of declared benefits for consent ("ad-free"). */
  financialIncentives: string[];
}

export interface AllowedAttribute {
  attribute: string;
  reason: string;
  direction?: 'discount' | 'surcharge' | 'any';
  /** Where the customer learns of it; 'none' when nothing needs to be said. */
  disclosure?: string;
}

/** How decisions about people are made. */
export interface DecisionPolicy {
  /** Functions that hand a case to a person. */
  reviewFunctions: string[];
  /** Fields that carry the reasons of a decision. */
  reasonFields: string[];
  /** Functions that check a legal minimum. */
  legalGates: string[];
  /** Attributes whose use was audited for bias. */
  audited: string[];
}

/** The shape of a policy file after validation; unknown keys are gone, later ones untouched. */
export interface PolicyFile extends Declared {
  preset?: Preset;
  legalHints?: boolean;
  rules?: Record<string, RuleEntry>;
  files?: string[];
  ignores?: string[];
  overrides?: Override[];
  firstPartyHosts?: string[];
  masking?: { functions?: string[]; module?: string };
  encryption?: { functions?: string[]; requireAtRest?: string[] };
  anonymisation?: { keyedHash?: string[]; minGroupSize?: number };
  notPersonal?: string[];
  models?: Omit<Model, 'examples'>[];
  consent?: Partial<Omit<ConsentPolicy, 'managedBy'>> & { managedBy?: string | null };
  pricing?: {
    allowedAttributes?: AllowedAttribute[];
    disclosure?: { component?: string; field?: string; text?: string };
    financialIncentives?: string[];
  };
  decisions?: {
    human?: { reviewFunctions?: string[] };
    reasonFields?: string[];
    legalGates?: string[];
    audited?: { id: string }[];
  };
  extends?: string | string[];
}

/** What the command line says; it beats every policy file. */
export interface Overruling {
  preset?: Preset;
  rules?: Record<string, Severity | 'off'>;
}

/**
 * Parses one policy file and everything it extends.
 * @param path project-relative path of the file, for messages and for relative `extends`.
 * @param read text of another project-relative path, or undefined when it cannot be read.
 * @returns the resolved policy, and all errors found; with errors the policy holds what could be understood.
 */
export function parseConfig(
  path: string,
  text: string,
  known: Known,
  read: (path: string) => string | undefined = () => undefined,
  overruling: Overruling = {},
): { config: Config; errors: ConfigError[] } {
  const errors: ConfigError[] = [];
  const sources: Config['sources'] = [];
  const file = load(path, text, known, read, [path], errors, sources);
  return { config: { ...resolveConfig(path, file, known, overruling), sources }, errors: mostImportant(errors) };
}

const MANY = 50;

/** Beyond these a list of mistakes helps nobody: the file as a whole is something else. */
function mostImportant(errors: ConfigError[]): ConfigError[] {
  if (errors.length <= MANY) return errors;
  const last = errors[MANY]!;
  return [...errors.slice(0, MANY), { ...last, message: `… and ${errors.length - MANY} more mistakes, from here on.` }];
}

/** The policy of a project without a policy file. */
export function defaultConfig(known: Known, overruling: Overruling = {}): Config {
  return resolveConfig('', {}, known, overruling);
}

/** The policy for one file: `matches` says whether a glob of an override covers it. */
export function configFor(config: Config, overruling: Overruling, matches: (globs: string[]) => boolean): Config {
  const applying = config.overrides.filter((override) => matches(override.files));
  if (!applying.length) return config;
  const rules = new Map(config.rules);
  for (const override of applying) applyRules(rules, override.rules);
  applyRules(rules, overruling.rules ?? {});
  return { ...config, rules };
}

function load(
  path: string,
  text: string,
  known: Known,
  read: (path: string) => string | undefined,
  chain: string[],
  errors: ConfigError[],
  sources: Config['sources'],
): PolicyFile {
  const parsed = parseObject(path, text, errors);
  if (!parsed) return {};
  sources.push({ path, text: parsed.text });
  const file = validate(parsed, known, errors) as PolicyFile;
  errors.push(...contradictions(parsed, file));
  let base: PolicyFile = {};
  for (const specifier of [file.extends ?? []].flat()) {
    const target = join(path, specifier);
    const fail = (message: string): void => void errors.push({ path, ...parsed.whereIs('extends', specifier), message });
    if (chain.includes(target)) {
      fail(`'extends' runs in a circle: ${[...chain, target].join(' → ')}. Remove one of these links.`);
      continue;
    }
    const other = read(target);
    if (other === undefined) {
      fail(`'extends' names '${specifier}', but ${target} cannot be read. Write a path relative to ${path}, inside the project.`);
      continue;
    }
    base = merge(base, load(target, other, known, read, [...chain, target], errors, sources));
  }
  return merge(base, file);
}

function resolveConfig(path: string, file: PolicyFile, known: Known, overruling: Overruling): Config {
  const preset = overruling.preset ?? file.preset ?? 'recommended';
  const rules = new Map<string, RuleSetting>();
  for (const rule of known.rules) {
    const on = PRESETS.indexOf(rule.preset) <= PRESETS.indexOf(preset);
    rules.set(rule.id, { severity: on ? rule.severity : 'off', options: { ...rule.options }, given: false });
  }
  applyRules(rules, file.rules ?? {});
  applyRules(rules, overruling.rules ?? {});
  const fields: Record<string, string> = {};
  const notPersonal = [...(file.notPersonal ?? [])];
  for (const [category, entry] of Object.entries(file.dataCategories ?? {})) {
    for (const field of entry.fields ?? []) fields[field] = category;
    notPersonal.push(...(entry.notPersonal ?? []));
  }
  return {
    path,
    preset,
    legalHints: file.legalHints ?? true,
    rules,
    files: file.files ?? [],
    ignores: file.ignores ?? [],
    overrides: file.overrides ?? [],
    firstPartyHosts: file.firstPartyHosts ?? [],
    maskingFunctions: file.masking?.functions ?? [],
    maskingModule: file.masking?.module ?? '',
    encryptionFunctions: file.encryption?.functions ?? [],
    encryptAtRest: file.encryption?.requireAtRest ?? [],
    keyedHashFunctions: file.anonymisation?.keyedHash ?? [],
    minGroupSize: file.anonymisation?.minGroupSize ?? 0,
    fields,
    notPersonal,
    models: (file.models ?? []).map((model) => ({ ...model, examples: { finds: [], silent: [] } })),
    declared: declaredIn(file),
    sources: [],
    consent: {
      functions: file.consent?.functions ?? [],
      components: file.consent?.components ?? [],
      middleware: file.consent?.middleware ?? [],
      callbacks: file.consent?.callbacks ?? [],
      fields: file.consent?.fields ?? [],
      strictlyNecessary: file.consent?.strictlyNecessary ?? [],
      managedBy: typeof file.consent?.managedBy === 'string' ? file.consent.managedBy : '',
    },
    pricing: {
      allowed: file.pricing?.allowedAttributes ?? [],
      disclosureComponent: file.pricing?.disclosure?.component ?? '',
      disclosureField: file.pricing?.disclosure?.field ?? '',
      disclosureText: file.pricing?.disclosure?.text ?? '',
      financialIncentives: file.pricing?.financialIncentives ?? [],
    },
    decisions: {
      reviewFunctions: file.decisions?.human?.reviewFunctions ?? [],
      reasonFields: file.decisions?.reasonFields ?? [],
      legalGates: file.decisions?.legalGates ?? [],
      audited: (file.decisions?.audited ?? []).map(({ id }) => id),
    },
  };
}

function declaredIn(file: PolicyFile): Declared {
  const {
    version,
    organisation,
    governance,
    values,
    purposes,
    dataCategories,
    recipients,
    regions,
    incident,
    exceptions,
    pricing,
  } = file;
  return {
    version,
    organisation,
    governance,
    values,
    purposes,
    dataCategories,
    recipients,
    regions,
    incident,
    exceptions,
    pricing,
  };
}

export const PRESETS: Preset[] = ['starter', 'recommended', 'strict'];

function applyRules(rules: Map<string, RuleSetting>, entries: Record<string, RuleEntry>): void {
  for (const [id, entry] of Object.entries(entries)) {
    const [severity, options] = Array.isArray(entry) ? entry : [entry, {}];
    const before = rules.get(id);
    if (before) rules.set(id, { severity, options: { ...before.options, ...options }, given: true });
  }
}

/** Joins a relative specifier to the folder of `from`; '..' may not leave the project and is then kept as written. */
function join(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
