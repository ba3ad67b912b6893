import type { Ask, Confidence, Datum, Finding, Flow, Rule } from '../../server/engine/rule';
import type { Message } from '../../server/engine/rule/consent';
import type { Repurposing } from '../../server/engine/rule/dependence';
import type { Fix } from '../../server/engine/rule/fixes';
import type { Policy } from '../../server/engine/rule/policy';

type Found = Omit<Finding, 'rule'>;

export const purposeMismatch: Rule = {
  id: 'purpose-mismatch',
  title: 'Data given for one purpose is used for another',
  family: 'consent',
  value: 'Justice',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(b) and 6(4), purpose limitation and compatible purposes (checked 2026-11-28)',
    'May be relevant: FTC v. Twitter (2022), phone numbers given for security and used for advertising (checked 2026-11-28)',
    'May be relevant: CPRA regulations § 7002, what a person reasonably expects (checked 2026-11-28)',
  ],
  why:
    'A woman adds her private number to an account because a criminal got into it. Weeks later the number that was to protect her rings with ' +
    'offers. She cannot take it away without leaving the door open again. What she gave for safety has become a price for it.',
  limits:
    'It compares the purposes that the policy gives to categories with those it gives to recipients, and reads what a field was given for in ' +
    'its name (`twoFactorPhone`, `recoveryEmail`, `kycDocument`). Without purposes in a policy it speaks in the strict preset only. ' +
    'What a recipient does with the data afterwards is out of sight, and a word about safety to a recovery address is no other purpose.',
  fixes: [
    'Use the field that was given for it: `user.marketingPhone`.',
    'Ask for the new purpose, and write it down in `data-ethics.json` with words that the person understands.',
    'Leave the field out.',
  ],
  yieldsTo: ['vulnerability-targeting'],
  examples: {
    bad: [
      `// policy: { "purposes": { "protect-account": {} } }
await twilio.messages.create({ to: user.twoFactorPhone, from, body: promoText }); // !`,
      `// policy: { "purposes": { "protect-account": {} } }
const audience = users.map((u) => ({ email: u.recoveryEmail }));
await facebookAds.customAudience.add(audience); // !`,
      `// policy: { "dataCategories": { "allergies-diet": { "purposes": ["safe-food"] } } }
if (guest.allergies.includes('gluten')) recommendUpsell('premium-gluten-free-box', guest.id); // !`,
      `// policy: { "dataCategories": { "email": { "purposes": ["fulfil-order"] } }, "recipients": { "mixpanel": { "purposes": ["improve-site"], "categories": ["email"] } } }
if (hasConsent('analytics')) mixpanel.people.set({ $email: customer.email }); // !`,
    ],
    ok: [
      `// policy: { "purposes": { "protect-account": {} } }
await twilio.verify.v2.services(sid).verifications.create({ to: user.twoFactorPhone, channel: 'sms' });`,
      `// policy: { "purposes": { "safe-food": {} } }
if (guest.allergies.includes('gluten')) kitchenTicket.warn('GLUTEN FREE');`,
      `// policy: { "purposes": { "fulfil-order": {} } }
await mailer.send({ to: org.billingEmail, template: 'invoice', data: invoice });`,
      `// policy: { "dataCategories": { "email": { "purposes": ["fulfil-order"] } }, "recipients": { "stripe": { "purposes": ["fulfil-order", "invoice"], "categories": ["email"] } } }
await stripe.customers.create({ email: customer.email });`,
      `// policy: { "dataCategories": { "email": { "purposes": ["fulfil-order"] } } }
await mailer.sendMail({ to: user.recoveryEmail, subject: 'Security alert: a new device signed in', html });`,
    ],
  },
  options: {
    marketingPurposes: {
      default: [],
      description: 'Purposes of the policy that cover offers and advertising, beside those whose name says so.',
    },
  },
  *check(ask) {
    const sent = new Map<string, Flow[]>();
    for (const flow of ask.flows('third-party', 'http')) {
      const place = `${flow.at.path}:${flow.at.start}`;
      sent.set(place, [...(sent.get(place) ?? []), flow]);
      yield* recipientApart(ask, flow);
      if (flow.recipientKind === 'ads' || flow.recipientKind === 'marketing')
        yield* otherUse(ask, flow, 'advertising', (datum) => ask.boundBy(datum) !== '');
    }
    for (const message of ask.messages()) {
      // What the address was given for does not tell what the message is for.
      const wording = message.wording.filter((words) => ask.boundBy({ words }) === '');
      const evidence = ask.pitch({ functions: message.functions, wording });
      if (evidence === '') continue;
      const { at, extent, symbol, send } = message;
      const own = sent.get(`${at.path}:${at.start}`);
      // A wrapper whose parameter says that it is an address: its callers say what for.
      for (const flow of own ?? sent.get(`${send.path}:${send.start}`) ?? [])
        for (const found of otherUse(ask, flow, `marketing (“${evidence}”)`, (datum) => isOffMessage(ask, message, datum, flow)))
          yield own ? found : { ...found, at, extent, symbol };
    }
    for (const use of ask.dependences.repurposings()) yield* repurposed(ask, use);
  },
};

/** The recipient works for other purposes than those that the category was collected for, both as the policy says. */
function* recipientApart(ask: Ask, flow: Flow): Iterable<Found> {
  const policy = ask.policyFor(flow.at.path);
  for (const party of ask.recipients(flow)) {
    const to = policy.recipient(party);
    const theirs = decided(policy, to?.entry.purposes);
    if (!to || theirs.length === 0) continue;
    const data = ask.certain(
      flow.data.filter((datum) => {
        const own = purposesOf(policy, datum.category);
        return isPersonal(datum) && own.length > 0 && !own.some((purpose) => theirs.includes(purpose));
      }),
    );
    if (data.length === 0) continue;
    const own = [...new Set(data.flatMap(({ category }) => purposesOf(policy, category)))];
    const found = ask.finding(flow, data, {
      ...ask.judge(data, { atMost: flow.sinkConfidence }),
      message: `${ask.subject(data, 'was', 'were')} given for ${quoted(own)}, and '${to.key}' gets ${them(data)} for ${quoted(theirs)}.`,
      hint: `Leave ${them(data)} out, or ask for the other purpose and write it down in the policy.`,
      kind: 'recipient',
    });
    const categories = data.map(({ category }) => category);
    yield { ...found, fixes: theirs.map((purpose) => declaring(policy, categories, purpose)) };
  }
}

function* otherUse(ask: Ask, flow: Flow, use: string, isApart: (datum: Datum) => boolean): Iterable<Found> {
  const data = flow.data.filter((datum) => isPersonal(datum) && isApart(datum));
  if (data.length === 0) return;
  const [bound] = data.map(ask.boundBy).filter((name) => name !== '');
  const policy = ask.policyFor(flow.at.path);
  const own = data.flatMap(({ category }) => purposesOf(policy, category));
  const given = bound ? `what its name says (${bound})` : quoted([...new Set(own)]);
  const found = ask.finding(flow, data, {
    ...judgementOf(policy, bound === undefined),
    message: `${ask.subject(data, 'was', 'were')} given for ${given}, and is used here for ${use}.`,
    hint: 'Use data that were given for it, or ask for the new purpose first.',
    kind: 'use',
  });
  const categories = data.map(({ category }) => category);
  yield bound ? found : { ...found, fixes: [declaring(policy, categories, sellingPurpose(ask, policy))] };
}

/** People were asked: the policy says so. A purpose that it does not explain yet is a finding of incomplete-policy. */
function declaring(policy: Policy, categories: string[], purpose: string): Fix {
  const edits = [...new Set(categories)].flatMap((category) =>
    policy.addition(['dataCategories', category, 'purposes'], [...purposesOf(policy, category), purpose]),
  );
  return { title: `Say in the policy that people gave it for '${purpose}' too`, kind: 'policy', safe: false, edits };
}

/** The purpose of the policy that covers offers; where it has none, the name of one. */
const sellingPurpose = (ask: Ask, policy: Policy): string =>
  Object.keys(policy.declared.purposes ?? {}).find((purpose) => sells(ask, policy, purpose)) ?? 'marketing';

/** Its name says another purpose; or the policy has none of this kind, and nobody asks the person either. */
function isOffMessage(ask: Ask, message: Message, datum: Datum, flow: Flow): boolean {
  if (ask.boundBy(datum) !== '') return true;
  const policy = ask.policyFor(flow.at.path);
  const own = purposesOf(policy, datum.category);
  return own.length > 0 && !message.optIn.guarded && !own.some((purpose) => sells(ask, policy, purpose));
}

const USES: Record<Repurposing['use'], string> = {
  advertising: 'advertising',
  offer: 'an offer',
  training: 'the training of a model',
};

function* repurposed(ask: Ask, { use, attribute, words, at, extent, symbol, path, confidence }: Repurposing): Iterable<Found> {
  const policy = ask.policyFor(at.path);
  const own = purposesOf(policy, attribute.category);
  // A name that says more than its category stays bound to what it says.
  const isCategory = ask.category(attribute.category)?.title === attribute.title;
  if (
    isCategory &&
    own.some((purpose) => (use === 'training' ? /train|model|learn/i.test(purpose) : sells(ask, policy, purpose)))
  )
    return;
  const given = isCategory && own.length > 0 ? quoted(own) : 'what its name says';
  const isDeclared = isCategory && own.length > 0;
  const judgement = judgementOf(policy, isDeclared);
  const wanted = use === 'training' ? 'model-training' : sellingPurpose(ask, policy);
  yield {
    fixes: isDeclared ? [declaring(policy, [attribute.category], wanted)] : undefined,
    at,
    extent,
    symbol,
    path,
    ...judgement,
    confidence: judgement.confidence === 'high' ? confidence : judgement.confidence,
    message: `The ${attribute.title} (${attribute.words}) was given for ${given}, and is used here for ${USES[use]} (${words}).`,
    hint: 'Use data that were given for it, or ask for the new purpose first.',
    kind: 'use',
    categories: attribute.category === '' ? [] : [attribute.category],
  };
}

/** Sure by the policy's word; by a name where purposes are a subject of the policy; else a guess, for the strict preset. */
function judgementOf(policy: Policy, isDeclared: boolean): { severity: Finding['severity']; confidence: Confidence } {
  if (isDeclared) return { severity: 'warning', confidence: 'high' };
  const { purposes = {}, dataCategories = {} } = policy.declared;
  const speaks = Object.keys(purposes).length > 0 || Object.values(dataCategories).some((entry) => entry.purposes?.length);
  return speaks ? { severity: 'warning', confidence: 'medium' } : { severity: 'info', confidence: 'low' };
}

const purposesOf = (policy: Policy, category: string): string[] =>
  decided(policy, policy.declared.dataCategories?.[category]?.purposes);

/** None where one of them is open or has no entry: incomplete-policy tells about that. */
function decided({ declared }: Policy, purposes: readonly string[] = []): string[] {
  const isOpen = (purpose: string): boolean =>
    purpose.startsWith('TODO') || (declared.purposes !== undefined && !declared.purposes[purpose]);
  return purposes.some(isOpen) ? [] : [...purposes];
}

function sells(ask: Ask, { declared }: Policy, purpose: string): boolean {
  const { marketingPurposes } = ask.options;
  if (Array.isArray(marketingPurposes) && marketingPurposes.includes(purpose)) return true;
  return (
    /market|news|advert|promot|recommend|offer|campaign|retarget|upsell/i.test(purpose) ||
    /market|newsletter|advert|promot/i.test(declared.purposes?.[purpose]?.why ?? '')
  );
}

const isPersonal = ({ identifies, state }: Datum): boolean =>
  identifies !== 'opaque' && (state === 'raw' || state === 'weak-hash' || state === 'pseudonymous');
const quoted = (purposes: readonly string[]): string => purposes.map((purpose) => `'${purpose}'`).join(' and ');
const them = (data: readonly Datum[]): string => (new Set(data.map(({ title }) => title)).size > 1 ? 'them' : 'it');
