/** What a good reason for an exception says: a fact somebody can check, and why nobody is harmed. The bad one says nothing. */
export interface Reasons {
  good: string;
  bad: string;
}

export const reasons: Record<string, Reasons> = {
  'unused-personal-field': { good: 'the tax office asks for it each March, export in bookkeeping', bad: 'we may need it' },
  'over-fetched-record': { good: 'admin page shows every column to the person it belongs to', bad: 'simpler this way' },
  'whole-record-shared': { good: 'the person asked for a copy of everything about them', bad: 'partner wants it' },
  'no-retention-limit': { good: 'deleted by the nightly job in jobs/clean.ts', bad: 'disk is cheap' },
  'weak-anonymization': { good: 'key of a cache that lives for a minute, never stored', bad: 'it is hashed' },
  'reidentifiable-dataset': { good: 'groups under ten are dropped in the next step, see report.sql', bad: 'no names in it' },
  'pii-in-logs': { good: 'legal hold LH-7, log is deleted after 14 days', bad: 'needed for debugging' },
  'pii-in-url': {
    good: 'the provider only takes it as a parameter, ticket 4711 asks them to change it',
    bad: 'API works like this',
  },
  'pii-in-browser-storage': { good: 'draft on the own device, deleted when it is sent', bad: 'for speed' },
  'cleartext-pii': { good: 'loopback to the sidecar, which encrypts', bad: 'internal network' },
  'pii-to-third-party': { good: 'courier prints it on the parcel, agreement of 2026-03-01', bad: 'they are trustworthy' },
  'pii-in-prompt': { good: 'the model runs on our own machine, nothing is kept', bad: 'the vendor says it is fine' },
  'undeclared-region': { good: 'test bucket with made-up people only', bad: 'cheaper there' },
  'undeclared-flow': { good: 'trial until Friday with two staff accounts', bad: 'will be declared later' },
  'purpose-mismatch': { good: 'people are asked again on this page, see ConsentStep', bad: 'they will not mind' },
  'tracking-without-consent': {
    good: 'the banner of the host page waits, checked by hand on 2026-10-02',
    bad: 'everybody does it',
  },
  'marketing-without-opt-in': { good: 'recall of a product, safety notice and no offer', bad: 'it is good news' },
  'ignored-opt-out': { good: 'the choice is applied in the mail service, list 12', bad: 'rarely used' },
  'preselected-consent': { good: 'not a consent: remembers the choice the person made before', bad: 'better conversion' },
  'asymmetric-choice': { good: 'the second button stands in the parent layout, same size', bad: 'design decision' },
  'privacy-penalty': { good: 'the film itself needs the player that asks, a text is offered beside it', bad: 'we need the data' },
  'personalized-price': { good: 'the voucher the person typed in, shown in the basket', bad: 'business rule' },
  'undisclosed-personalized-price': { good: 'said in the line above, component PriceNote', bad: 'nobody asks' },
  'protected-attribute-decision': {
    good: 'legal minimum age for alcohol, checked at the counter too',
    bad: 'the model is accurate',
  },
  'decision-without-human-review': { good: 'the desk calls everybody on this list the same day', bad: 'too many cases' },
  'decision-without-reasons': { good: 'the letter with reasons is sent by the case worker', bad: 'reasons are complicated' },
  'score-defines-person': { good: 'only orders our own call list, everybody is called', bad: 'industry standard' },
  'culture-bound-validation': { good: 'field of the tax office, which takes only these letters', bad: 'our users are local' },
  'emotion-driven-action': { good: 'ends the chat and offers a person, sells nothing', bad: 'improves satisfaction' },
  'vulnerability-targeting': { good: 'free help line is shown, no offer', bad: 'relevant to them' },
  'false-urgency': { good: 'number comes from the warehouse, updated every minute', bad: 'creates urgency' },
  'unmasked-session-replay': { good: 'internal tool, staff agreed, recordings kept for a week', bad: 'only for support' },
  'covert-capture': { good: 'starts on the button in the parent component', bad: 'needed for the feature' },
  'incomplete-policy': { good: 'owner is chosen in the meeting on 2026-12-03', bad: 'later' },
  'expired-exception': { good: 'none: look at the old reason, then give it a new day or take it out', bad: 'still the same' },
};
