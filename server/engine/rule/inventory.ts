/** The data audit as facts: what a project holds about people, where it comes in, where it is kept and where it goes. */
import type { State } from '../model';
import type { Place } from '../rule';

/** Where people meet the project. Guessed from words of routes, files and models; a policy may say otherwise. */
export type Channel = 'web' | 'pos' | 'survey' | 'social' | 'crm' | 'support' | 'iot' | 'other';

/** One declared field, form input or column. */
export interface Point {
  at: Place;
  /** "Customer.email", "email in the form of NewsletterForm". */
  words: string;
  /** form: markup · schema: a validated input · request: read from a request · model: a column of a database. */
  kind: 'form' | 'schema' | 'request' | 'model';
  channel: Channel;
  /** The field's own name, "email". */
  field: string;
}

/** Data of a category leave for somebody, or are written down somewhere. */
export interface Sending {
  at: Place;
  /** As the code names the datum: "user.email". */
  words: string;
  state: State;
  /** The recipient needs it for its service. */
  necessary: boolean;
  confidence: 'high' | 'medium' | 'low';
  /** log · browser-storage · file · object-storage · url: kept by the project; recipient: sent to somebody. */
  kind: 'log' | 'browser-storage' | 'file' | 'object-storage' | 'url' | 'recipient';
  /** Index into `Inventory.recipients`; -1 when it stays. */
  recipient: number;
}

export interface Holding {
  category: string;
  title: string;
  group: string;
  special: boolean;
  grave: boolean;
  identifies: 'direct' | 'quasi' | 'opaque' | 'no';
  collected: Point[];
  stored: Point[];
  /** Reads of a field by name, everywhere: how many in each file, by path. */
  reads: { count: number; files: { path: string; count: number }[] };
  /** Fields collected or stored whose name is read nowhere. */
  unread: Point[];
  sent: Sending[];
}

export interface Recipient {
  /** "Stripe", "lohn.steuerbuero.example", "the address in SLACK_WEBHOOK_URL". */
  name: string;
  /** What a policy may call it: "stripe". */
  key: string;
  vendor: string;
  kind: string;
  host: string;
  environment: string;
  /** Region as constants in the code tell it, and where; '' when nothing does. */
  region: string;
  regionAt: Place | null;
  /** A dependency in a manifest, when there is one. */
  dependency: { package: string; at: Place } | null;
  /** The first use: a flow, else the dependency. */
  at: Place;
}

/** Functions of the project that speak about consent or protection, by their names. */
export interface Helpers {
  consent: string[];
  masking: string[];
  encryption: string[];
  keyedHash: string[];
}

/** What all of it was counted from: the denominators. */
export interface Coverage {
  modules: number;
  functions: number;
  calls: number;
  resolvedCalls: number;
  /** Declared fields of all kinds that were looked at, personal or not. */
  fields: number;
  personalFields: number;
  schemas: number;
}

export interface Inventory {
  /** Special and grave ones first, then by id. */
  categories: Holding[];
  /** Ids of all categories that a declared type, a parameter or a read of the code names, kept or not; in order. */
  named: string[];
  /** By name. */
  recipients: Recipient[];
  helpers: Helpers;
  /** Hosts that constants in the code name and no model knows, for `firstPartyHosts` or `recipients`. */
  hosts: { host: string; at: Place }[];
  coverage: Coverage;
}
