import type { Ask, Finding, Rule, Severity } from '../../server/engine/rule';
import type { Fix } from '../../server/engine/rule/fixes';
import type { CategoryEntry, Declared, Policy } from '../../server/engine/rule/policy';

export const incompletePolicy: Rule = {
  id: 'incomplete-policy',
  title: 'An entry of the policy has no owner, purpose, retention or review',
  family: 'stewardship',
  value: 'Justice',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(b), 5(1)(e) and 5(2), purpose, storage limitation, accountability (checked 2026-11-28)',
    'May be relevant: GDPR Art. 9(2), conditions for special categories; Art. 33, notification of a breach (checked 2026-11-28)',
  ],
  why:
    'A patient asks a clinic how long her file is kept, and the answer is "we would have to look". Nobody owns the entry, the purpose reads ' +
    '"to improve our services", and the review was due last year. She is not harmed by bad will; she is harmed because there is nobody whose ' +
    'job it is to know. A policy is a promise only when somebody can be asked about each line.',
  limits:
    'It cannot tell whether what is written is true, only that something is. A purpose of good words may still hide another one. ' +
    'A file that only configures the rules is left alone: the rule speaks once there are purposes, recipients, governance or an owner.',
  fixes: [
    'Fill in what is missing: who answers for it, what for, for how long.',
    'Write purposes as you would say them to a customer: which data, what happens with it, what for.',
    'Hold the review, write down the day, and put the next one into the calendar.',
  ],
  examples: {
    bad: [
      `// data-ethics.json
{
  "organisation": { "contact": "privacy@shop.example" },
  "governance": { "owner": "Mara", "reviewEvery": "6 months", "lastReview": "2026-10-01" },
  "incident": { "contact": "security@shop.example" },
  "purposes": { "fulfil-order": { "why": "We need your address to deliver your bread.", "benefit": "You get it.", "legalBasis": "contract" } },
  "dataCategories": {
    "email": { "purposes": ["fulfil-order"] } // !
  }
}`,
      `// data-ethics.json
{
  "organisation": { "contact": "privacy@shop.example" },
  "governance": { "owner": "Mara", "reviewEvery": "6 months", "lastReview": "2026-10-01" },
  "incident": { "contact": "security@shop.example" },
  "purposes": {
    "recommend": { "why": "We use data to improve your experience.", "benefit": "Better pages.", "legalBasis": "contract" } // !
  }
}`,
      `// data-ethics.json
{
  "organisation": { "contact": "privacy@care.example" },
  "governance": { "owner": "Ada", "reviewEvery": "6 months", "lastReview": "2026-10-01" },
  "incident": { "contact": "security@care.example" },
  "purposes": { "stats": { "why": "We count visits by illness to plan the staff of next year.", "benefit": "Shorter waits.", "legalBasis": "public-task" } },
  "dataCategories": {
    "diagnosis": { "purposes": ["stats"], "legalBasis": "legitimate-interest", "owner": "team:care", "retention": "1 year" } // !
  }
}`,
      `// data-ethics.json
{
  "organisation": { "contact": "privacy@shop.example" },
  "governance": { "owner": "Mara", "reviewEvery": "6 months", "lastReview": "2025-10-01" }, // !
  "incident": { "contact": "security@shop.example" }
}`,
    ],
    ok: [
      `// data-ethics.json
{
  "organisation": { "contact": "privacy@shop.example" },
  "governance": { "owner": "Mara", "reviewEvery": "6 months", "lastReview": "2026-10-01" },
  "incident": { "contact": "security@shop.example" },
  "purposes": {
    "fulfil-order": { "why": "We need your address to deliver your bread.", "benefit": "You get it.", "legalBasis": "contract" },
    "recommend": {
      "why": "We look at past purchases to suggest pastries you may like.",
      "benefit": "Fitting suggestions.",
      "legalBasis": "consent",
      "optOut": "/account/privacy"
    }
  }
}`,
      `// data-ethics.json: rules only, nothing is promised here
{ "version": 1, "preset": "strict", "rules": { "pii-in-logs": "error" }, "masking": { "functions": ["maskEmail"] } }`,
    ],
  },
  options: {
    vaguePurposes: { default: [], description: 'More regular expressions for purposes that say nothing.' },
    trainingEvery: { default: 365, description: 'Days after which the training of the team counts as outdated.' },
  },
  whole: true,
  *check(ask) {
    for (const policy of ask.policies()) {
      if (!isPromise(policy.declared)) continue;
      yield* stewards(ask, policy);
      yield* purposes(ask, policy);
      yield* categories(ask, policy);
      yield* recipients(ask, policy);
      yield* transfers(ask, policy);
      yield* priceAttributes(policy);
    }
  },
};

type Found = Omit<Finding, 'rule'>;

/** A file that only sets rules and names helpers promises nothing to anybody. */
function isPromise({ purposes: why, recipients: who, governance, organisation, incident, dataCategories }: Declared): boolean {
  const isEntry = (entry: CategoryEntry): boolean => Object.keys(entry).some((key) => key !== 'fields' && key !== 'notPersonal');
  return Boolean(why ?? who ?? governance ?? organisation ?? incident) || Object.values(dataCategories ?? {}).some(isEntry);
}

/** Nothing, or something that is yet to be decided. */
const isOpen = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'string' && /^TODO\b/.test(value));

interface Gap {
  key: string;
  /** "no owner": as the sentence lists it. */
  words: string;
  value: unknown;
}

/** One finding for all that an entry lacks. */
function* gaps(policy: Policy, keys: string[], entry: object, wanted: Gap[], kind: string): Iterable<Found> {
  const missing = wanted.filter(({ key }) => isOpen((entry as Record<string, unknown>)[key]));
  if (missing.length === 0) return;
  const words = missing.map((gap) => gap.words);
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0];
  const absent = missing.filter(({ key }) => !Object.hasOwn(entry, key));
  const fixes = absent.map(({ key, value }): Fix => ({
    title: `Add "${key}"`,
    kind: 'policy',
    safe: true,
    edits: policy.addition([...keys, key], value),
  }));
  const hint = `Fill in ${missing.map((gap) => `"${gap.key}"`).join(', ')}; somebody has to be able to answer for this line.`;
  yield { ...at(policy, keys, kind), message: `'${keys.join('.')}' has ${list}.`, hint, fixes };
}

function* stewards(ask: Ask, policy: Policy): Iterable<Found> {
  const { organisation = {}, governance = {}, incident = {} } = policy.declared;
  const contact = [
    { key: 'contact', words: 'no contact for people who ask about their data', value: 'TODO: an address people can write to' },
  ];
  yield* gaps(policy, ['organisation'], organisation, contact, 'no-contact');
  const alarm = [{ key: 'contact', words: 'no contact for the first hours of a breach', value: 'TODO: who is woken up' }];
  yield* gaps(policy, ['incident'], incident, alarm, 'no-incident-contact');
  const look: Gap[] = [
    { key: 'owner', words: 'no owner', value: 'TODO: a person or a team' },
    { key: 'reviewEvery', words: 'no rhythm of review', value: '6 months' },
    { key: 'lastReview', words: 'no day of the last review', value: 'TODO: a day such as 2026-10-01' },
  ];
  yield* gaps(policy, ['governance'], governance, look, 'no-review');
  const { lastReview, reviewEvery, trainingCompleted } = governance;
  const due = lastReview && reviewEvery && !isOpen(lastReview) ? ask.dayAfter(lastReview, reviewEvery) : undefined;
  if (due !== undefined && ask.today !== '' && due < ask.today) {
    const message = `The review of this policy was due on ${due}; the last one was on ${lastReview}.`;
    const hint = 'Look through the inventory and the exceptions, then write the day into "lastReview".';
    yield { ...at(policy, ['governance', 'lastReview'], 'review-overdue'), message, hint };
  }
  const every = typeof ask.options.trainingEvery === 'number' ? ask.options.trainingEvery : 365;
  const learnt = trainingCompleted && !isOpen(trainingCompleted) ? ask.dayAfter(trainingCompleted, `${every} days`) : undefined;
  if (learnt !== undefined && ask.today !== '' && learnt < ask.today) {
    const message = `The team last finished the course on ${trainingCompleted}, more than ${every} days ago.`;
    const hint = 'Go through data-ethics learn together and write the day into "trainingCompleted".';
    yield { ...at(policy, ['governance', 'trainingCompleted'], 'training-outdated'), message, hint };
  }
}

/** Sentences that fit every company and tell a person nothing. */
const VAGUE =
  /improve (?:your|our|the) (?:\w+ )?(?:experience|services?|products?)|business purposes?|various|legitimate (?:business )?purposes?|as needed|other purposes|for (?:internal|marketing|analytics) purposes$/i;

function* purposes(ask: Ask, policy: Policy): Iterable<Found> {
  const more = Array.isArray(ask.options.vaguePurposes) ? ask.options.vaguePurposes.map(String) : [];
  for (const [id, purpose] of Object.entries(policy.declared.purposes ?? {})) {
    const wanted: Gap[] = [
      {
        key: 'why',
        words: 'no reason in words for the person concerned',
        value: 'TODO: which data, what happens with it, what for',
      },
      { key: 'benefit', words: 'nothing about what the person gets from it', value: 'TODO: what the person gets from it' },
      { key: 'legalBasis', words: 'no legal basis', value: 'consent' },
    ];
    if (purpose.legalBasis === 'consent')
      wanted.push({ key: 'optOut', words: 'no place to take the consent back', value: 'TODO: a page or an address' });
    yield* gaps(policy, ['purposes', id], purpose, wanted, 'no-purpose');
    const vague = [VAGUE, ...more.map((pattern) => new RegExp(pattern, 'i'))].map(
      (pattern) => pattern.exec(purpose.why ?? '')?.[0],
    );
    const found = vague.find((words) => words !== undefined);
    if (found === undefined) continue;
    const message = `The purpose '${id}' says "${found}", which tells a person nothing about what happens with their data.`;
    const hint =
      'Say which data, what happens with it and what for: "We look at past purchases to suggest pastries you may like."';
    yield { ...at(policy, ['purposes', id, 'why'], 'purpose-too-vague'), message, hint };
  }
}

function* categories(ask: Ask, policy: Policy): Iterable<Found> {
  const known = policy.declared.purposes;
  for (const [id, entry] of Object.entries(policy.declared.dataCategories ?? {})) {
    const keys = ['dataCategories', id];
    const wanted: Gap[] = [
      { key: 'purposes', words: 'no purpose', value: [] },
      { key: 'owner', words: 'no owner', value: 'TODO: a person or a team' },
      { key: 'retention', words: 'no retention', value: 'TODO: e.g. 24 months' },
    ];
    yield* gaps(policy, keys, entry, wanted, 'empty-owner');
    yield* unknownPurposes(policy, keys, entry.purposes ?? []);
    const bases = entry.legalBasis
      ? [entry.legalBasis]
      : (entry.purposes ?? []).flatMap((purpose) => known?.[purpose]?.legalBasis ?? []);
    const special = ask.category(id)?.special;
    if (!special || bases.some((basis) => SPECIAL_BASES.includes(basis))) continue;
    const given = bases.length > 0 ? `'${bases.join("', '")}' may not be enough for it` : 'no legal basis is given';
    const message = `The ${ask.category(id)!.title} is a special category of data, and ${given}.`;
    const hint = 'Ask the person for consent, or name the duty by law; a lawyer can tell which conditions may be relevant.';
    yield { ...at(policy, entry.legalBasis ? [...keys, 'legalBasis'] : keys, 'special-without-basis', 'error'), message, hint };
  }
}

const SPECIAL_BASES = ['consent', 'legal-obligation', 'vital-interests', 'public-task'];

function* recipients(ask: Ask, policy: Policy): Iterable<Found> {
  for (const [id, entry] of Object.entries(policy.declared.recipients ?? {})) {
    const wanted: Gap[] = [
      { key: 'purposes', words: 'no purpose', value: [] },
      { key: 'categories', words: 'no list of what it receives', value: [] },
      { key: 'region', words: 'no region', value: 'TODO: where it holds the data' },
      { key: 'owner', words: 'no owner', value: 'TODO: a person or a team' },
    ];
    if (entry.name !== undefined) wanted.unshift({ key: 'name', words: 'no name', value: 'TODO: which company it is' });
    yield* gaps(policy, ['recipients', id], entry, wanted, 'empty-owner');
    yield* unknownPurposes(policy, ['recipients', id], entry.purposes ?? []);
    yield* past(ask, policy, ['recipients', id, 'transfer', 'until'], entry.transfer?.until);
  }
}

function* unknownPurposes(policy: Policy, keys: string[], named: string[]): Iterable<Found> {
  const known = Object.keys(policy.declared.purposes ?? {});
  const unknown = named.filter((purpose) => !known.includes(purpose));
  if (unknown.length === 0) return;
  const message = `'${keys.join('.')}' names the purpose${unknown.length > 1 ? 's' : ''} ${unknown.map((id) => `'${id}'`).join(', ')}, which 'purposes' does not explain.`;
  const hint =
    known.length > 0
      ? `Explain it there, or name one of: ${known.join(', ')}.`
      : 'Explain it under "purposes", in words for the person concerned.';
  const entry = { why: 'TODO: which data, what happens with it, what for', benefit: 'TODO: what the person gets from it' };
  const fixes = unknown.map((id): Fix => ({
    title: `Add the purpose '${id}'`,
    kind: 'policy',
    safe: true,
    edits: policy.addition(['purposes', id], entry),
  }));
  yield { ...at(policy, [...keys, 'purposes'], 'unknown-purpose'), message, hint, fixes };
}

function* transfers(ask: Ask, policy: Policy): Iterable<Found> {
  for (const [index, transfer] of (policy.declared.regions?.transfers ?? []).entries())
    yield* past(ask, policy, ['regions', 'transfers', index, 'until'], transfer.until);
}

function* past(ask: Ask, policy: Policy, keys: (string | number)[], until: string | undefined): Iterable<Found> {
  if (!until || isOpen(until) || ask.today === '' || until >= ask.today) return;
  const hint = 'Look at the transfer again, then give a new day or end it.';
  yield { ...at(policy, keys, 'transfer-expired'), message: `What allows this transfer ran out on ${until}.`, hint };
}

function* priceAttributes(policy: Policy): Iterable<Found> {
  const allowed: unknown = policy.declared.pricing?.allowedAttributes;
  for (const [index, entry] of (Array.isArray(allowed) ? (allowed as { attribute?: string; reason?: string }[]) : []).entries()) {
    if (!isOpen(entry.reason)) continue;
    const keys = ['pricing', 'allowedAttributes', index];
    const message = `A price may depend on '${entry.attribute ?? '?'}' by this policy, and no reason is given.`;
    yield {
      ...at(policy, keys, 'price-attribute-without-reason', 'error'),
      message,
      hint: 'Say why it is fair, or remove the attribute.',
    };
  }
}

function at(
  policy: Policy,
  keys: (string | number)[],
  kind: string,
  severity: Severity = 'warning',
): Omit<Found, 'message' | 'hint'> {
  const place = policy.place(...keys);
  return { at: place, extent: place, symbol: keys.join('.'), path: [], kind, categories: [], severity, confidence: 'high' };
}
