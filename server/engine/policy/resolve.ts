/** A policy with every default filled in, and what of it holds for one file. */
import type { Preset } from '../rule';
import type { Declared } from '../rule/policy';
import type { Config, Overruling, PolicyFile, RuleEntry, RuleSetting } from './config';
import type { Known } from './known';

export const PRESETS: Preset[] = ['starter', 'recommended', 'strict'];

/** Every default filled in; the command line beats what is written. */
export function resolveConfig(path: string, file: PolicyFile, known: Known, overruling: Overruling): Config {
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

/** The policy for one file: `matches` says whether a glob of an override covers it. */
export function configFor(config: Config, overruling: Overruling, matches: (globs: string[]) => boolean): Config {
  const applying = config.overrides.filter((override) => matches(override.files));
  if (!applying.length) return config;
  const rules = new Map(config.rules);
  for (const override of applying) applyRules(rules, override.rules);
  applyRules(rules, overruling.rules ?? {});
  return { ...config, rules };
}

const DECLARED = [
  'version',
  'organisation',
  'governance',
  'values',
  'purposes',
  'dataCategories',
  'recipients',
  'regions',
  'incident',
  'exceptions',
  'pricing',
] as const satisfies readonly (keyof Declared)[];

const declaredIn = (file: PolicyFile): Declared => Object.fromEntries(DECLARED.map((key) => [key, file[key]]));

function applyRules(rules: Map<string, RuleSetting>, entries: Record<string, RuleEntry>): void {
  for (const [id, entry] of Object.entries(entries)) {
    const [severity, options] = Array.isArray(entry) ? entry : [entry, {}];
    const before = rules.get(id);
    if (before) rules.set(id, { severity, options: { ...before.options, ...options }, given: true });
  }
}
