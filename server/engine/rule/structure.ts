/**
 * What rules about collecting, watching, pushing and place may see. Each answer is a fact with its place; the judgement
 * is the rule's. A question looks for its own telling names first and pays nothing in a project without them; where the
 * code reads by names that are only known when it runs, the answer stays away.
 */
import type { Confidence, Datum, Place, Step } from '../rule';
import type { Seen } from './consent';

/** A query of records of people, without a choice of columns, and what becomes of what it gives. */
export interface Fetch extends Seen {
  /** "employee": as the query names the records. */
  record: string;
  /** Personal columns that come with it; empty when no schema tells. `words` is the column. */
  columns: Datum[];
  /** Names that are read from the records, sorted. */
  read: string[];
  /** Where the records go as a whole, or null: then `read` is all that is used. */
  leaves: Leaving | null;
  /** The records come as a relation of others (`include: { recipients: true }`). */
  included: boolean;
  /** The record is that of whoever asks. */
  own: boolean;
  /** The records are such as hold a key or a secret (webhooks, API keys), whoever they are about. */
  secret: boolean;
  /** The query writes the record, or what it gave is changed afterwards. */
  written: boolean;
  /** The call itself writes and gives the row. */
  gives: boolean;
  confidence: Confidence;
}

export interface Leaving {
  /** The answer to a request · handed back by an exported function · anything else, which counts as use of every column. */
  to: 'response' | 'caller' | 'elsewhere';
  at: Place;
}

/** A declared column that every query of a model of people gives, although no page needs it. */
export interface OpenColumn extends Seen {
  column: Datum;
  model: string;
}

/**
 * More of a person than is needed: a whole record or a request body as it came; an address beside a name in a text or in
 * place of an id; a secret in an answer, or in the records of others that a page is given.
 */
export interface Share extends Seen {
  to: 'token' | 'queue' | 'storage' | 'page' | 'index' | 'text' | 'id' | 'answer' | 'browser';
  data: Datum[];
  path: Step[];
  confidence: Confidence;
}

/** Personal data kept where nothing ends it. */
export interface Keeping extends Seen {
  in: 'cache' | 'cookie' | 'queue' | 'session';
  /** Of a session nobody can tell what it will hold. */
  data: Datum[];
  path: Step[];
  /** Milliseconds, for a cookie or a session that ends late. */
  lifetime?: number;
  confidence: Confidence;
}

/** A personal field that a form, a schema or a request object asks for and nothing reads. */
export interface UnreadField extends Seen {
  datum: Datum;
  /** What asks for it; a variable that takes it from a request; a column that it is stored in. */
  declared: 'schema' | 'dto' | 'form' | 'request' | 'variable' | 'column';
  /** A person cannot go on without giving it. */
  required: boolean;
  confidence: Confidence;
}

/** A session recorder, or an SDK that adds something about people by itself, with what it takes after its options. */
export interface Recording extends Seen {
  vendor: string;
  shows: ('inputs' | 'text' | 'media' | 'requests' | 'identity' | 'prompts')[];
  /** The option that opens it, or '' for what the vendor does by default. */
  because: string;
  confidence: Confidence;
}

/** Something about a person is taken in by a device, and nobody asked for it by an act of theirs. */
export interface Capture extends Seen {
  kind: 'keystroke' | 'clipboard' | 'audio-video' | 'screen' | 'location' | 'fingerprint' | 'contacts';
  /** How it begins: when the page loads, when a component appears, by a clock, by something that happens, or nobody sees how. */
  begins: 'load' | 'effect' | 'timer' | 'event' | 'unseen';
  /** What is taken is kept or sent. */
  sent: boolean;
  confidence: Confidence;
}

/** A choice about one's own data that is made before the person makes it. */
export interface Preset extends Seen {
  /** "newsletter": what is agreed to, as the code names it. */
  choice: string;
  form: 'checkbox' | 'state' | 'form-default' | 'schema' | 'fallback' | 'consent-mode' | 'written';
  confidence: Confidence;
}

/** A choice in which no is harder than yes. */
export interface Choice extends Seen {
  /** No button for no · it is behind another window · a clock opens it · the refusal comes back · the label shames. */
  kind: 'no-reject' | 'further-no' | 'delayed-no' | 'weaker-opt-out' | 'asked-twice' | 'confirm-shaming' | 'cancel-maze';
  /** Text of the button or title concerned. */
  text: string;
  confidence: Confidence;
}

/** Text that hurries a person, with where its number or its deadline comes from. */
export interface Urgency extends Seen {
  text: string;
  from: 'random' | 'constant' | 'visit' | 'person';
  confidence: Confidence;
}

/** A client, or an address, that keeps what it is given in a region named in the code. `at` is the literal that names it. */
export interface Placement extends Seen {
  /** "us", in the words of a policy. */
  region: string;
  /** As the provider calls it, "us-east-1"; the literal itself when it has no such name. */
  literal: string;
  /** Company behind the library, or ''. */
  vendor: string;
  data: Datum[];
  confidence: Confidence;
}

/** A demand on what people write about themselves that only some cultures meet. */
export interface NarrowField extends Seen {
  /**
   * Only letters of plain Latin · a family name of two letters or more · two genders and no other answer · words that
   * are judged by an English word list, whatever their language · phone numbers and postcodes of North America only, in a
   * project for several countries.
   */
  kind: 'letters' | 'length' | 'two-genders' | 'one-language' | 'phone' | 'postcode';
  /** Name of the field; '' for 'one-language'. */
  field: string;
  datum: Datum | null;
  /** For 'one-language': the project speaks several. */
  isOfMany?: boolean;
  confidence: Confidence;
}

/** Rows about people that the code calls anonymous or open. */
export interface Dataset extends Seen {
  /** A direct identifier stays · some are taken away and the rest stays as it is · three things that together tell who it is · counts of groups of any size. */
  kind: 'direct' | 'rest' | 'combination' | 'small-groups';
  /** The name that makes the promise. */
  claim: string;
  /** What tells people apart; for 'rest' what was taken away. */
  data: Datum[];
  /** For 'small-groups': the smallest group that is shown, and the smallest that the policy allows (0: it names none). */
  groups?: { shown: number; allowed: number };
  confidence: Confidence;
}

/** A password of somebody's record that is compared with what was typed. `words`: "user.password". */
export interface PlainPassword extends Seen {
  /** High when the record came out of a query. */
  confidence: Confidence;
}

export interface StructureAsk {
  plainPasswords(): Iterable<PlainPassword>;
  datasets(): Iterable<Dataset>;
  narrowFields(): Iterable<NarrowField>;
  placements(): Iterable<Placement>;
  fetches(): Iterable<Fetch>;
  openColumns(): Iterable<OpenColumn>;
  shares(): Iterable<Share>;
  keepings(): Iterable<Keeping>;
  unreadFields(): Iterable<UnreadField>;
  recordings(): Iterable<Recording>;
  captures(): Iterable<Capture>;
  presets(): Iterable<Preset>;
  choices(): Iterable<Choice>;
  urgencies(): Iterable<Urgency>;
}
