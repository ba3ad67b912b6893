/** What can be said once in `data-ethics.json` where a rule would be wrong every time; and where a policy cannot make it right. */
export interface Declared {
  words: string;
  /** What to write into the policy; '' where nothing there helps. */
  policy: string;
  /** Position of the rule's bad example that this makes silent. */
  silences?: number;
}

const NOTHING = 'There is nothing to write into the policy: no sentence of yours makes this right for the person.';

const notPersonal = (words: string, field: string): Declared => ({
  words,
  policy: `{ "notPersonal": ["${field}"] }`,
});

export const declared: Record<string, Declared> = {
  'pii-in-logs': {
    words: 'Name your own functions that mask, and fields that only look like data about people.',
    policy: '{ "masking": { "functions": ["maskEmail"] }, "notPersonal": ["Customer.email"] }',
    silences: 0,
  },
  'pii-in-url': notPersonal('Name fields that only look like data about people.', 'rider.phone'),
  'pii-in-browser-storage': {
    words: 'Name your own functions that encrypt.',
    policy: '{ "encryption": { "functions": ["encryptField"] } }',
  },
  'cleartext-pii': {
    words: 'Name your own functions that encrypt, and hosts that are your own.',
    policy: '{ "encryption": { "functions": ["encryptField"] }, "firstPartyHosts": ["api.shop.example"] }',
  },
  'pii-to-third-party': {
    words: 'Declare who gets what and for which purpose; from then on the flow is held against that.',
    policy:
      '{ "recipients": { "sentry": { "purposes": ["find-mistakes"], "categories": ["email", "person-name", "username"], "region": "eu", "owner": "team:shop" } } }',
    silences: 0,
  },
  'pii-in-prompt': {
    words: 'Declare the provider with its purpose, what it gets and the day of the agreement.',
    policy:
      '{ "recipients": { "openai": { "purposes": ["answer-letters"], "categories": ["contact", "person-name", "message-content"], "dpa": "2026-02-01", "owner": "team:help" } } }',
  },
  'tracking-without-consent': {
    words: 'Name the functions that ask, what blocks trackers outside of the code, or what the service cannot do without.',
    policy: '{ "consent": { "functions": ["hasConsent"], "strictlyNecessary": ["posthog"], "managedBy": null } }',
    silences: 0,
  },
  'marketing-without-opt-in': {
    words: 'Name the field that keeps the choice.',
    policy: '{ "consent": { "fields": ["marketingOptIn"] } }',
  },
  'ignored-opt-out': {
    words: 'Name what the service cannot do without, whatever somebody chose.',
    policy: '{ "consent": { "strictlyNecessary": ["mixpanel"] } }',
    silences: 1,
  },
  'purpose-mismatch': {
    words: 'When people were asked for the other purpose, give it to the category.',
    policy:
      '{ "dataCategories": { "email": { "purposes": ["fulfil-order", "improve-site"] } }, "recipients": { "mixpanel": { "purposes": ["improve-site"], "categories": ["email"] } } }',
    silences: 3,
  },
  'personalized-price': {
    words: 'Allow the attribute, with a reason that a customer may read.',
    policy:
      '{ "pricing": { "allowedAttributes": [{ "attribute": "gender", "reason": "Only on the day for women that our members voted for.", "direction": "any", "disclosure": "price-list" }] } }',
    silences: 3,
  },
  'undisclosed-personalized-price': {
    words: 'Name the component, field or words that say it.',
    policy: '{ "pricing": { "disclosure": { "component": "PriceNote", "field": "priceReason" } } }',
  },
  'privacy-penalty': {
    words: 'Name a benefit for consent that you declare openly, by a word of the price or the function.',
    policy: '{ "pricing": { "financialIncentives": ["monthlyFee"] } }',
    silences: 1,
  },
  'protected-attribute-decision': {
    words: 'Name functions that check a legal minimum, and attributes whose use was audited.',
    policy:
      '{ "decisions": { "legalGates": ["isOfDrinkingAge"], "audited": [{ "id": "age", "lastBiasAudit": "2026-06-30", "by": "external" }] } }',
  },
  'decision-without-reasons': {
    words: 'Name the fields that carry the reasons.',
    policy: '{ "decisions": { "reasonFields": ["grounds"] } }',
  },
  'decision-without-human-review': {
    words: 'Name the functions that hand a case to a person.',
    policy: '{ "decisions": { "human": { "reviewFunctions": ["queueForReview"] } } }',
  },
  'weak-anonymization': {
    words: 'Name your functions that hash with a secret key.',
    policy: '{ "anonymisation": { "keyedHash": ["pseudonymOf"] } }',
  },
  'reidentifiable-dataset': {
    words: 'Say how large the smallest group is that you show.',
    policy: '{ "anonymisation": { "minGroupSize": 10 } }',
  },
  'undeclared-region': {
    words: 'Allow the region, or declare the transfer with what allows it.',
    policy: '{ "regions": { "allowed": ["eu"], "transfers": [{ "to": "us", "mechanism": "SCC", "until": "2027-12-31" }] } }',
    silences: 0,
  },
  'undeclared-flow': {
    words: 'Add the recipient or the category.',
    policy: '{ "recipients": { "intercom": { "categories": ["internal-id"] } } }',
    silences: 0,
  },
  'incomplete-policy': {
    words: 'Fill it in. What is yet to be decided may stand there as TODO; the rule asks until it is gone.',
    policy: '{ "dataCategories": { "email": { "purposes": ["fulfil-order"], "owner": "team:shop", "retention": "3 years" } } }',
  },
  'expired-exception': {
    words: 'Say what an exception has to have.',
    policy: '{ "exceptions": { "requireExpiry": true, "requireApprover": false, "longest": "12 months" } }',
  },
  'no-retention-limit': {
    words: 'Say how long the category is kept; the code then has to do it.',
    policy: '{ "dataCategories": { "email": { "retention": "24 months" } } }',
  },
  'unused-personal-field': {
    words: 'Name fields that only look like data about people, or that something outside of the code reads.',
    policy:
      '{ "notPersonal": ["Branch.address"], "rules": { "unused-personal-field": ["info", { "ignoreFields": ["taxNumber"] }] } }',
  },
  'over-fetched-record': notPersonal('Name columns that only look like data about people.', 'Branch.address'),
  'whole-record-shared': notPersonal('Name fields that only look like data about people.', 'Branch.address'),
  'score-defines-person': { words: NOTHING, policy: '' },
  'culture-bound-validation': {
    words: 'There is nothing to write into the policy but the severity: a form that has to be so says why beside it.',
    policy: '{ "overrides": [{ "files": ["bank/**"], "rules": { "culture-bound-validation": "off" } }] }',
  },
  'emotion-driven-action': { words: NOTHING, policy: '' },
  'vulnerability-targeting': { words: NOTHING, policy: '' },
  'false-urgency': { words: NOTHING, policy: '' },
  'asymmetric-choice': { words: NOTHING, policy: '' },
  'preselected-consent': { words: NOTHING, policy: '' },
  'unmasked-session-replay': { words: NOTHING, policy: '' },
  'covert-capture': { words: NOTHING, policy: '' },
};
