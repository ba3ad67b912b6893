/**
 * The contract of a rule: one constant value with its documentation as fields.
 *
 * A rule imports types only, keeps no state, walks nothing: it asks (`Ask`) and yields findings.
 * Placement, paths and labels come from the engine; wording and judgement are the rule's.
 */
import type { Category } from './category';
import type { State } from './model';
import type {
  ConsentSettings,
  HollowErasure,
  LesserService,
  IgnoredRefusal,
  Message,
  Seen,
  Tracking,
  UnreadChoice,
} from './rule/consent';
import type { Fix } from './rule/fixes';
import type { Inventory } from './rule/inventory';
import type { Policy } from './rule/policy';
import type { StructureAsk } from './rule/structure';
import type { Dependences } from './rule/dependence';

export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'high' | 'medium' | 'low';
export type Preset = 'starter' | 'recommended' | 'strict';
export type RuleValue = 'Fairness' | 'Justice' | 'Autonomy' | 'Beneficence' | 'Respect';
export type Family =
  'exposure' | 'consent' | 'pricing' | 'decisions' | 'minimisation' | 'surveillance' | 'manipulation' | 'stewardship';

/** A place in a project: offsets into the text of `path` (project-relative, with `/`). */
export interface Place {
  path: string;
  start: number;
  end: number;
}

/** One worded step of a path: "email read here". */
export interface Step {
  at: Place;
  words: string;
}

export interface Finding {
  rule: string;
  at: Place;
  /** Extent of the whole statement or call, for directives and code frames. */
  extent: Place;
  message: string;
  severity: Severity;
  confidence: Confidence;
  path: Step[];
  /** What a person can do, one sentence. */
  hint: string;
  /** Sub-kind of the catalogue: field, whole-record, request-body, … */
  kind: string;
  /** Category ids concerned, sorted. */
  categories: string[];
  /** Symbol path of the enclosing function ("Service.admit"), part of the fingerprint. */
  symbol: string;
  fixes?: Fix[];
  /** The data concerned as the code names them, for those who work out a way out. */
  data?: NamedDatum[];
  /** Literals that decide it, wherever they are written: the address without encryption. */
  literals?: Place[];
  /** Names that a way out writes: columns that are read, the purpose to ask for, the query to narrow. */
  names?: string[];
}

export interface NamedDatum extends Pick<Datum, 'words' | 'category' | 'kind' | 'path'> {
  /** Where it is read, when that is one of the path's steps. */
  at?: Place;
}

/** One piece of personal data that arrives somewhere. */
export interface Datum {
  category: string;
  /** "email address" */
  title: string;
  /** As the code names it: "user.email". */
  words: string;
  state: State;
  confidence: Confidence;
  special: boolean;
  grave: boolean;
  identifies: 'direct' | 'quasi' | 'opaque' | 'no';
  /** How it became known. `record`: a whole person record; `origin`: a request body, header or session; `field`: one value. */
  kind: 'field' | 'record' | 'origin';
  /** Path below the sink's argument ("user.email"), '' when it is the argument itself. */
  at: string;
  /** Path from the call's arguments on ("1.user.email"). */
  path: string;
  /** It came through an encoder (base64, hex) or an unkeyed hash, by name of the function. */
  through: string[];
}

/** One way of personal data into one sink, as seen from the function where the data became recognisable. */
export interface Flow {
  /** Sink kind of the model. */
  sink: 'log' | 'third-party' | 'prompt' | 'http' | 'url' | 'browser-storage' | 'file' | 'object-storage' | 'share';
  /** Which part of the sink: 'data', 'url' (host and query of an HTTP request) or 'params'. */
  part: 'data' | 'url' | 'params';
  data: Datum[];
  /** The call or assignment through which the data reach the sink. */
  at: Place;
  /** Where a finding about these data is shown: the one property of the call that carries them all, else `at`. */
  placeFor(data: Datum[]): Place;
  extent: Place;
  symbol: string;
  path: Step[];
  /** What the sink is: "console.log", "Sentry", "axios.post". */
  sinkName: string;
  vendor: string;
  recipientKind: string;
  /** The sink is a catalogued one, or known by its name only. */
  sinkConfidence: Confidence;
  /** Argument path of the sink that took the data ("0.metadata"). */
  argument: string;
  /** Whether the recipient needs this datum for its service. */
  necessary(datum: Datum): boolean;
  /** Runs at the person's: in a browser (a component file, 'use client', or DOM globals in the module) or on a phone. */
  browser: boolean;
  /** Belongs to a program for a terminal or to a script that is run by hand: its output is its answer to whoever runs it. */
  commandLine: boolean;
  /** Only a developer's machine comes here (`NODE_ENV !== 'production'`). */
  inDevelopment(): boolean;
  /** Alternatives of the address that a request, a link or a redirect goes to, after its base address; empty when unknown. */
  urls(): Constant[];
  /** Alternatives of the name that data get at the sink: the key of a storage entry, the path of a file; empty when unknown. */
  names(): Constant[];
  /** Alternatives of an option where the sink takes them (`httpOnly` of a cookie, `ACL` of an object); empty when unknown. '' gives the names of those that are set. */
  option(name: string): Constant[];
  /** How many calls bring the data to the sink, when they are shown as one; else 1. */
  callers: number;
  /** Literal words in the arguments of the call at `at`: texts and names of fields. */
  wording(): string[];
  /** Constant alternatives of an option or argument of the sink call; empty when unknown. */
  constants(argumentPath: string): Constant[];
  /** Constant configuration of the instance behind the receiver (`redact`, `baseURL`), or of the one that made the AI model which is asked; empty when unknown. */
  instance(option: string): Constant[];
  /** Packages of what made the AI model that is asked (`model: ollama('qwen')`); empty when unknown. */
  providers(): string[];
  /** Where the connection is told to take any certificate (`rejectUnauthorized: false`); null when it is not. */
  unchecked(): Place | null;
}

export interface Constant {
  /** The literal's text, a known prefix of it, a list, or `true`/`false`. */
  value: string | number | boolean | null | Constant[];
  /** Only the beginning is known ("http://host…"). */
  prefix: boolean;
  at: Place;
  /** Name of the environment variable the rest or the whole comes from. */
  environment?: string;
}

/** A transformation of one datum that only looks like protection. */
export interface WeakHash {
  data: Datum[];
  at: Place;
  extent: Place;
  symbol: string;
  path: Step[];
  /** 'hash' (unkeyed), 'salted' (constant salt) or 'encoding' (base64, hex, rot). */
  means: 'hash' | 'salted' | 'encoding';
  /** createHash('sha256'), btoa … as written. */
  words: string;
  /** Why it counts as a claim of anonymity, or ''. */
  claim: string;
}

export interface Options {
  [key: string]: unknown;
}

/** The questions. All answers are in a fixed order (path, offset). */
export interface Ask extends StructureAsk {
  flows(...sinks: Flow['sink'][]): Iterable<Flow>;
  weakHashes(): Iterable<WeakHash>;
  /** Route declarations and forms: personal path parameters, GET forms with personal inputs. */
  routes(): Iterable<Route>;
  /** Calls, components and scripts that track, with what guards them. */
  trackings(): Iterable<Tracking>;
  /** Messages to people: e-mail, SMS, push. */
  messages(): Iterable<Message>;
  /** The words that say that a message sells, or ''; further words of selling, and of a service that was asked for. */
  pitch(
    message: Pick<Message, 'functions' | 'wording'> & { at?: { path: string } },
    marketing?: readonly string[],
    service?: readonly string[],
  ): string;
  /** What a field was given for by its name alone ("two factor phone"), or ''. */
  boundBy(datum: Pick<Datum, 'words'>): string;
  /** Handlers of a no without effect, and objections of the browser that are read and not heeded. */
  ignoredRefusals(): Iterable<IgnoredRefusal>;
  /** Whether two files may run in one application of the project. */
  runTogether(path: string, other: string): boolean;
  /** Choices that are kept and that nothing looks at. */
  unreadChoices(): Iterable<UnreadChoice>;
  /** Erasures after which the records still go out. */
  hollowErasures(): Iterable<HollowErasure>;
  /** What those get less of who say no to being followed. */
  lesserServices(): Iterable<LesserService>;
  /** What the policy of a path says about consent. */
  consent(path: string): ConsentSettings;
  /** Is this host our own, local, foreign or unknown? */
  host(value: string): 'first-party' | 'local' | 'foreign' | 'unknown';
  /** Vendor whose API answers at an address, as a message names it; '' when no model knows the host. */
  vendor(address: string): string;
  /** What the project holds about people and where it goes. Worked out when first asked for. */
  inventory(): Inventory;
  /** Every policy file of the project, by path; empty when there is none. */
  policies(): Policy[];
  /** The policy that holds for a file. */
  policyFor(path: string): Policy;
  /** The policy names the recipient of this flow, with a purpose (and an agreement), for data of this category. */
  isDeclared(flow: Flow, category: string, withAgreement?: boolean): boolean;
  /** Who receives the data of a flow; empty when they stay with the project. */
  recipients(flow: Flow): { name: string; vendor: string; kind: string; host: string; environment: string }[];
  /** A library we know belongs to a company of that name. */
  knowsVendor(name: string): boolean;
  category(id: string): Category | undefined;
  /** The day the run counts as, "2026-11-23"; '' when nobody said. */
  today: string;
  /** A day and a time ("6 months") later; undefined when the time is none that can be counted. */
  dayAfter(day: string, time: string): string | undefined;
  /** Prices and decisions that depend on who a person is. */
  dependences: Dependences;
  /** Options of this rule from the configuration, over its defaults. */
  options: Options;
  /** "the email address, the name and 2 more" */
  list(data: Datum[]): string;
  /** "The email address (user.email) is": the subject of a sentence with its verb, `one` for a single title and `many` for more. */
  subject(data: Datum[], one: string, many: string): string;
  /** The data that are certain; all of them when none is: a guess adds nothing beside a fact. */
  certain(data: Datum[]): Datum[];
  judge(data: Datum[], limits?: JudgementLimits): Judgement;
  /** A finding at the part of the call that carries the data. */
  finding(
    seen: Flow | WeakHash | Route | Seen,
    data: Datum[],
    words: Judgement & Pick<Finding, 'message' | 'hint' | 'kind'>,
  ): Omit<Finding, 'rule'>;
}

/**
 * The confidence of the least uncertain datum. A warning, one step more when something special or grave is among the
 * data, one step less at medium confidence; at low confidence always an info.
 */
export interface Judgement {
  severity: Severity;
  confidence: Confidence;
}

export interface JudgementLimits {
  /** No more confident than this: the sink or the recipient is itself uncertain. */
  atMost?: Confidence;
  /** Steps of severity on top: −1 for a lesser harm, 1 for a greater one. */
  step?: number;
}

/** A route declaration or a form whose URL takes personal data. */
export interface Route {
  at: Place;
  extent: Place;
  symbol: string;
  words: string;
  data: Datum[];
}

export interface Rule {
  /** Names the wrong, so that "disable pii-in-logs" reads well. */
  id: string;
  title: string;
  family: Family;
  value: RuleValue;
  severity: Severity;
  preset: Preset;
  since: string;
  /** May be relevant: standards and laws, with the date they were checked. */
  basis: string[];
  /** About the person harmed; two to four sentences. */
  why: string;
  /** When not to use it, what it cannot see. */
  limits: string;
  /** How to mend it, one line per way out. */
  fixes: string[];
  /** Executed by a test and printed in the docs. In `bad`, the line that ends in `// !` must be flagged. */
  examples: { bad: string[]; ok: string[] };
  /** Options with their defaults and one sentence each. */
  options?: Record<string, { default: unknown; description: string }>;
  /** Its answer needs the whole project: a part of it would give false alarms, so nothing is said before all is read. */
  whole?: true;
  /** Rules that say more about the same place: where one of them speaks, this one is silent. */
  yieldsTo?: string[];
  check(ask: Ask): Iterable<Omit<Finding, 'rule'>>;
}
