/** What the server and its own editor extension say to each other beyond the protocol. Other editors need none of it. */
import type { Range } from 'vscode-languageserver';
import type { Preset, RuleValue, Severity } from '../engine/rule';

/** What the server reads from `initializationOptions`, beside settings for editors that cannot be asked for them. */
export interface Initialization {
  /** False: no cache is read or written. A cache inside a folder that nobody trusts may say anything. */
  cache?: boolean;
  /** True: the editor knows the JSON schema of the policy. Inside it only what a schema cannot know is completed. */
  policySchema?: boolean;
  /** True: where a finding is hovered, the editor shows its message, way and page by itself, and the hover does not repeat them. */
  showsMessages?: boolean;
}

/**
 * Request with `{ workDoneToken? }`: looks at the disk anew and analyses everything; answers when done.
 * Reports its progress to the token, and stops when it is cancelled.
 */
export const ANALYSE = 'dataEthics/analyse';
/** Request without parameters: all rules by id, as `RuleSummary[]`. */
export const RULES = 'dataEthics/rules';
/** Request with a `{ rule }`: its page as Markdown; null when there is no such rule. */
export const RULE_PAGE = 'dataEthics/rulePage';
/** Request with `{}`: the data audit of every folder, as `FolderInventory[]`. Analyses what has changed. */
export const INVENTORY = 'dataEthics/inventory';
/** Request with the `{ uri }` of a workspace folder: the report of a team as one HTML file; null when there is no such folder. */
export const REPORT = 'dataEthics/report';
/** Request with the `{ uri }` of a workspace folder: a policy written from its code, as `ProposedPolicy`; null likewise. */
export const PROPOSE_POLICY = 'dataEthics/proposePolicy';
/** Notification with a `State`. */
export const STATE = 'dataEthics/state';

export interface State {
  state: 'running' | 'ready' | 'failed';
  /** Why it failed; '' otherwise. */
  message: string;
  counts: Record<Severity, number>;
  files: number;
  /** How long the last whole run took; 0 before the first. */
  milliseconds: number;
}

export interface RuleSummary {
  id: string;
  title: string;
  /** The principle it stands for. */
  value: RuleValue;
  severity: Severity;
  preset: Preset;
}

/** A place that an editor can open. */
export interface Spot {
  uri: string;
  range: Range;
}

export interface FolderInventory {
  /** The workspace folder. */
  uri: string;
  /** Special and grave ones first, then by id. */
  categories: HeldCategory[];
}

export interface HeldCategory {
  id: string;
  title: string;
  /** Of a kind that harms people when it gets out. */
  special: boolean;
  /** As the policy says; empty when it says nothing. */
  purposes: string[];
  retention: string;
  /** Where it comes in: fields of forms, requests and validated inputs. */
  collected: HeldPoint[];
  /** Columns of databases. */
  stored: HeldPoint[];
  /** Reads of its fields by name, with the files they are in. */
  read: { count: number; files: { uri: string; count: number }[] };
  sent: HeldSending[];
}

export interface HeldPoint extends Spot {
  /** "Customer.email" */
  words: string;
}

export interface HeldSending extends HeldPoint {
  /** raw, masked, encrypted, … */
  state: string;
  /** "Stripe"; for what the project keeps: log, browser-storage, file, object-storage, url. */
  to: string;
  /** Somebody else receives it. */
  leaves: boolean;
}

export interface ProposedPolicy {
  /** Where it belongs. */
  uri: string;
  /** There is one already; `text` is then what stands in it. */
  exists: boolean;
  text: string;
}
