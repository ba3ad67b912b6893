/** What rules about consent may see: tracking calls, messages to people, choices, and what guards them. */
import type { Confidence, Place, Step } from '../rule';

/** Anything a rule may point at. */
export interface Seen {
  at: Place;
  extent: Place;
  symbol: string;
  /** "posthog.init", "<GoogleTagManager>": as a message names it. */
  words: string;
}

/** What a choice is about. 'unknown' is accepted as a guard of anything. */
export type Purpose = 'analytics' | 'marketing' | 'functional' | 'personalization' | 'unknown';

/**
 * Whether on every path from every entry point to a place a predicate of the kind asked for is known true.
 * `unguarded` says why not, and its path leads from the entry to the place: "reached from checkout() without a check".
 */
export type Guard =
  | { guarded: true; words: string; purpose: Purpose; at: Place }
  | {
      guarded: false;
      why:
        | 'no-check'
        /** The check stands after the call. */
        | 'late-check'
        /** The place runs only where the answer was no. */
        | 'wrong-branch'
        /** No answer counts as yes: `!== 'denied'`, `?? true`, a default parameter `consent = true`. */
        | 'silence'
        | 'wrong-purpose'
        /** The predicate is called and its answer not used. */
        | 'discarded-check'
        /** A promise is tested, which is always truthy. */
        | 'unawaited-check'
        /** Some callers check, some do not. */
        | 'one-caller';
      path: Step[];
      /** A wrong branch in which the person has objected: an opt-out, Do Not Track, a privacy signal of the browser. */
      objection: boolean;
    };

/** A call, element or assignment that tracks a person, or loads what does. */
export interface Tracking extends Seen {
  /** "PostHog" */
  vendor: string;
  /** Id of the model: calls of one SDK belong together. */
  sdk: string;
  recipient: 'analytics' | 'ads' | 'replay' | 'fingerprint';
  act: 'init' | 'event' | 'identify' | 'script' | 'pixel' | 'cookie';
  side: 'browser' | 'server';
  /** An element of a page, not a call. */
  isElement: boolean;
  /** Keeps nothing on the device and recognises nobody again. */
  cookieless: boolean;
  /** The SDK itself waits for consent here ("opt_out_capturing_by_default"), or ''. */
  gatedBy: string;
  /** Address that events are sent to by hand, where no model knows it: "https://collect.example.org/v1"; else ''. */
  endpoint: string;
  guard: Guard;
  confidence: Confidence;
}

/** A message sent to a person: e-mail, SMS, push. */
export interface Message extends Seen {
  channel: 'email' | 'sms' | 'push' | 'chat';
  /** The call of the library: `at` itself, or what a wrapper of the project does in the end. */
  send: Place;
  /** The call in a wrapper of the project that this one leads to. */
  inner?: Place;
  /** Names of the functions around the call, as written. */
  functions: string[];
  /** Texts and names that say what it is for: subject, template, list, variables of the body. */
  wording: string[];
  /** Literal subject, '' when unknown. */
  subject: string;
  /** Something in it says how to get no more of them: a header, a link, a variable of such a name. */
  tellsHowToLeave: boolean;
  /** Who gets it: people who were looked up, somebody handed in from nowhere known, or nobody but the sender or the asker. */
  to: 'people' | 'unknown' | 'own';
  /** Where the recipients come from, as code names it: "prisma.customer.findMany()"; '' when unknown. */
  recipients: string;
  /** A guard, a filter or a query condition that asks for the person's choice. */
  optIn: Guard;
}

/** A no that changes nothing. */
export interface IgnoredRefusal extends Seen {
  /**
   * `handler`: what runs when somebody says no only moves the page; `closed`: the same of a button of a banner, which matters where
   * people are followed; `kept`: the no is kept, and nothing tells it from a yes, which matters there as well; `endpoint`: a request
   * to be left alone is only answered; `signal`: the browser's objection is read, and tracking goes on.
   */
  how: 'handler' | 'closed' | 'kept' | 'endpoint' | 'signal';
  /** What a no that is kept is kept under, else ''. */
  key: string;
  /** The handler or the signal, as code names it. */
  refusal: string;
  path: Step[];
}

/** A choice that is kept and that nothing in the project looks at. `words` is the field. */
export interface UnreadChoice extends Seen {
  /** Whether somebody is written to, or followed, or what is known of them goes to others. */
  about: 'contact' | 'tracking' | 'sharing';
}

/** What those get less of who say no to being followed. `words` is the service ("hd") or the wall ("<Paywall>"). */
export interface LesserService extends Seen {
  how: 'service' | 'wall';
  /** The choice, as code names it; '' when unknown. */
  choice: string;
}

/** An erasure that only sets a flag, while all records of its kind are still handed out. `words` is the function or the route. */
export interface HollowErasure extends Seen {
  /** "deletedAt" */
  flag: string;
  /** Where they are handed out. */
  path: Step[];
}

export interface ConsentSettings {
  /** The service cannot do without it: the policy names its SDK ("posthog-js") or its company ("PostHog"). */
  isNecessary(tracking: Pick<Tracking, 'sdk' | 'vendor'>): boolean;
  /** What blocks trackers outside the code, or ''. */
  managedBy: string;
  /** How the project asks: the first function of the policy, else 'hasConsent'. */
  asks: string;
}
