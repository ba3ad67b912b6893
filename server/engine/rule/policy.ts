/** What a team has written down about data, as rules and documents may see it. Nothing in here is derived from code. */
import type { Place } from '../rule';
import type { TextEdit } from './fixes';

/** ISO day: "2026-10-01". */
export type Day = string;
/** "3 years", "until account-deletion + 30 days"; text that begins with TODO is not decided yet. */
export type Retention = string;

export interface Organisation {
  name?: string;
  /** Where people ask about their data. */
  contact?: string;
  feedbackUrl?: string;
}

export interface Governance {
  owner?: string;
  committee?: string[];
  reviewEvery?: string;
  lastReview?: Day;
  trainingCompleted?: Day;
  /** Day of the last look at how data are secured. */
  lastSecurityAudit?: Day;
}

export interface Purpose {
  /** For the person concerned: what is done with the data, and what for. */
  why?: string;
  /** What the person gets from it. */
  benefit?: string;
  legalBasis?: string;
  /** Where the person says no. */
  optOut?: string;
}

export interface CategoryEntry {
  purposes?: string[];
  legalBasis?: string;
  owner?: string;
  retention?: Retention;
  channels?: string[];
  regions?: string[];
  fields?: string[];
  notPersonal?: string[];
}

export interface Transfer {
  mechanism?: string;
  regions?: string[];
  until?: Day;
}

export interface RecipientEntry {
  /** For customers, where the key or the library does not say who it is. */
  name?: string;
  kind?: string;
  purposes?: string[];
  /** Category ids, or groups of categories such as `contact`. */
  categories?: string[];
  region?: string;
  /** Day of the data processing agreement. */
  dpa?: Day;
  owner?: string;
  consent?: string;
  transfer?: Transfer;
  /** Hosts the recipient answers at, where no library says who it is. */
  hosts?: string[];
  /** Environment variables that hold its address. */
  environment?: string[];
}

export interface Regions {
  allowed?: string[];
  map?: Record<string, string>;
  transfers?: { to?: string; recipient?: string; mechanism?: string; until?: Day }[];
}

export interface Incident {
  contact?: string;
  notifyWithinHours?: number;
  plan?: string;
  steps?: string[];
}

export interface Exceptions {
  requireReason?: boolean;
  requireExpiry?: boolean;
  requireApprover?: boolean;
  /** No exception may last longer than this from the day it is judged: "12 months". */
  longest?: string;
}

/** The stewardship part of a policy, extended files merged. */
export interface Declared {
  version?: number;
  organisation?: Organisation;
  governance?: Governance;
  values?: string[];
  purposes?: Record<string, Purpose>;
  dataCategories?: Record<string, CategoryEntry>;
  recipients?: Record<string, RecipientEntry>;
  regions?: Regions;
  incident?: Incident;
  exceptions?: Exceptions;
  pricing?: { allowedAttributes?: { attribute?: string; reason?: string }[] };
}

export interface Policy {
  /** Project-relative path of the file; '' when there is none. */
  path: string;
  declared: Declared;
  /** Where a key is written ("recipients", "stripe", "owner"), in the file that says it; else the nearest key above it that is. */
  place(...keys: (string | number)[]): Place;
  /** The edit that writes a value under these keys, in the file where its nearest existing parent stands. */
  addition(keys: (string | number)[], value: unknown): TextEdit[];
  /** The edit that takes a key out. */
  removal(keys: (string | number)[]): TextEdit[];
  /** Whether a list of categories and groups covers a category. */
  covers(categories: readonly string[], category: string): boolean;
  /** The entry that speaks about a recipient, or undefined. */
  recipient(who: RecipientName): { key: string; entry: RecipientEntry } | undefined;
}

/** What code tells about who receives data; absent parts are unknown. */
export interface RecipientName {
  vendor?: string;
  host?: string;
  environment?: string;
}
