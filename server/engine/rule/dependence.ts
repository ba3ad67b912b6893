/** What rules about prices and decisions may see: which value depends on which attribute of a person, and which way. */
import type { Confidence, Step } from '../rule';
import type { Seen } from './consent';

/** Class of a personal attribute, as the catalogue groups them for prices and decisions. */
export type AttributeClass =
  | 'protected'
  | 'proxy'
  | 'willingness-to-pay'
  | 'vulnerability'
  | 'body'
  | 'location'
  | 'device'
  /** Which language somebody speaks, or has set. */
  | 'language'
  | 'behaviour'
  | 'experiment'
  | 'consent'
  /** NPS, sentiment, engagement: one number about a person. */
  | 'score'
  | 'emotion'
  /** Given for one thing that its name tells: a second factor, an emergency, a proof of identity. */
  | 'bound'
  /** Loyalty, quantity, plan, contract, tax, shipping: open to everyone or chosen. */
  | 'allowed';

export interface Attribute {
  /** All it belongs to, sorted: a postcode is a place and a proxy. */
  classes: readonly AttributeClass[];
  /** "gender", "income": as a message names it. */
  title: string;
  /** "rider.homePostcode": as the code names it. */
  words: string;
  /** Category of personal data, or ''. */
  category: string;
  /** Whose it is is known: a person. */
  ofPerson: boolean;
  /** Nobody told it: something makes it out from what a person writes, says or looks like. */
  isInferred?: boolean;
}

/** How the value takes the dependence. */
export type Form =
  | 'branch'
  | 'arithmetic'
  | 'lookup'
  | 'comparator'
  | 'filter'
  | 'query'
  | 'model-feature'
  | 'prompt'
  | 'score'
  | 'remote'
  | 'component';

/** For the person with the attribute: more to pay or a worse outcome, less, or not known. */
export type Direction = 'surcharge' | 'discount' | 'unknown';

/** A money or decision value takes a dependence on a person's attribute here, for the first time. */
export interface Dependence extends Seen {
  target: 'money' | 'decision';
  /** "price", "approved": the value's name as the code has it. */
  value: string;
  attribute: Attribute;
  /** A sentence on the attributes of these classes that the value takes a dependence on at the same place, excuses apart; '' when there are none. */
  alsoOn(classes: readonly AttributeClass[]): string;
  form: Form;
  direction: Direction;
  /** A published concession (senior, student, child) in the discount direction, a legal gate, an accommodation, help that is granted; or ''. */
  excuse: string;
  confidence: Confidence;
  path: Step[];
  /** A person sees the price in the same function or in one that calls it: with or without a word about how it came about. */
  shown: 'no' | 'disclosed' | 'undisclosed';
}

/** A machine decided about a person, and the decision goes out without a reason, or without a word on how to contest it. */
export interface Outcome extends Seen {
  /** An answer to a request, an entry in a record, a message, or the result of a function. */
  how: 'answer' | 'record' | 'message' | 'return';
  /** "approved", "status": the decision's name as the code has it. */
  decision: string;
  /** "riskModel.score()": what decided. */
  by: string;
  sort: 'model' | 'score' | 'rules';
  lacks: 'reasons' | 'appeal';
  confidence: Confidence;
  path: Step[];
}

/** Something is done to a person because of a feeling, a weakness or a score. */
export interface Act extends Seen {
  /**
   * Something is sold, help is hidden, a level of service (or pay, or who is heard) is set, a label is put on the person,
   * or feelings are read from a face or a voice.
   */
  doing: 'offer' | 'dismissal' | 'treatment' | 'label' | 'evaluation' | 'capture';
  attribute: Attribute;
  /** No other attribute of a person has a say. */
  alone: boolean;
  confidence: Confidence;
  path: Step[];
}

/** What a person gave for one thing goes into selling, advertising or training. */
export interface Repurposing extends Seen {
  use: 'advertising' | 'offer' | 'training';
  attribute: Attribute;
  confidence: Confidence;
  path: Step[];
}

/** A machine alone refuses, dismisses or blocks a person, or only a machine answers people. */
export interface Ending extends Seen {
  kind: 'effect' | 'conversation';
  /** "fraudScore", "chat.complete()": what decides or answers. */
  by: string;
  /** Credit, work, insurance, housing, health, education or an account hangs on it. */
  isGrave: boolean;
  confidence: Confidence;
  path: Step[];
}

/** Those who refuse a consent are shut out. */
export interface Denial extends Seen {
  how: 'error' | 'redirect';
  attribute: Attribute;
  confidence: Confidence;
  path: Step[];
}

/** The questions about prices and decisions; all answers in the order of path and place. */
export interface Dependences {
  /** Where a price takes a dependence on a person's attribute for the first time. */
  prices(): readonly Dependence[];
  /** Where a personal price is shown to the person without a word about how it came about. */
  shownPrices(): readonly Dependence[];
  /** Where a decision about a person takes a dependence on a protected attribute or on what stands for one. */
  decisions(): readonly Dependence[];
  /** Where a decision that a machine made about a person goes out, is kept or is told without a reason, or is told to the person with reasons and no way to contest it. */
  unexplained(): readonly Outcome[];
  /** What is done to people because of a feeling, a weakness (with the ages of children and the old) or a score. */
  acts(): readonly Act[];
  /** Where what was given for one thing goes into selling, advertising or training, by the names of calls. */
  repurposings(): readonly Repurposing[];
  /** Where a machine ends something for a person, or talks to people, with no way to a human being. */
  endings(): readonly Ending[];
  /** Where an answer is withheld from those who refuse a consent that it does not need. */
  denials(): readonly Denial[];
}
