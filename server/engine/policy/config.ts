/** What a policy says: the file as it is written, and the same with every default filled in. */
import type { Model } from '../model';
import type { Options, Preset, Severity } from '../rule';
import type { Declared } from '../rule/policy';

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
