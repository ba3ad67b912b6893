import type { Ask, Confidence, Constant, Datum, Finding, Flow, Rule, Severity } from '../../server/engine/rule';

export const piiToThirdParty: Rule = {
  id: 'pii-to-third-party',
  title: 'Personal data leaves to a third party',
  family: 'exposure',
  value: 'Autonomy',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(b) and (c), purpose limitation and data minimisation (checked 2026-11-23)',
    'May be relevant: GDPR Art. 13(1)(e), 28 and 44, recipients, processors and transfers (not checked yet)',
    'May be relevant: CWE-201 Insertion of Sensitive Information Into Sent Data, CWE-359 (not checked yet)',
  ],
  why:
    'A woman orders bread for a diabetic and gives the shop her phone number for the pick-up. The shop forwards the order to a chat channel ' +
    'and its error tracker keeps her e-mail address, so two companies she never heard of now know where she eats and why. ' +
    'She agreed to a loaf of bread. She cannot ask those companies to forget her, because she does not know that they know.',
  limits:
    'It cannot know your contracts: declare the recipient and its purpose in the policy file. A request to an address from the environment ' +
    'is only judged by the name of the variable, and what a vendor collects by itself, such as IP addresses, is invisible. ' +
    'Whether consent was given is another question, which rules about consent answer.',
  fixes: [
    'Leave the field out, or send an opaque id instead (`user.id`).',
    'Pseudonymise the value with a keyed hash before it leaves.',
    'Declare the recipient with purpose and categories in `data-ethics.json`.',
    'For an error tracker, remove the field in `beforeSend` and keep `sendDefaultPii` off.',
  ],
  examples: {
    bad: [
      `import * as Sentry from '@sentry/node';
export function attachUser(user: User) {
  Sentry.setUser({ id: user.id, email: user.email, username: user.fullName }); // !
}`,
      `if (consent.analytics) {
  posthog.identify(user.id, {
    email: user.email, // !
    plan: user.plan,
  });
}`,
      `await stripe.customers.create({
  email: guest.email,
  name: guest.name,
  metadata: { passportNumber: guest.passportNumber, dietary: guest.medicalDiet }, // !
});`,
      `async function alertShop(order: Order, customer: Customer) {
  const text = \`New order from \${customer.firstName} \${customer.lastName}, \${customer.phone}\`;
  await axios.post(process.env.SLACK_WEBHOOK_URL!, { text }); // !
}`,
      `if (hasConsent('marketing')) {
  window.dataLayer.push({ event: 'sign_up', user_email: form.email }); // !
}`,
    ],
    ok: [
      `await stripe.paymentIntents.create({
  amount: cart.totalCents,
  currency: 'eur',
  receipt_email: customer.email,
  shipping: { name: customer.name, address: toStripeAddress(customer.address) },
});`,
      `await resend.emails.send({
  from: 'hello@daily-crumb.example',
  to: subscriber.email,
  subject: 'Your order is ready',
  html: render(OrderReady, { firstName: subscriber.firstName }),
});`,
      `Sentry.setUser({ id: user.id });
Sentry.setTag('plan', user.plan);`,
      `await fetch('/api/profile', { method: 'PUT', body: JSON.stringify({ email, phone }) });`,
      `if (await consent.allows('analytics')) {
  analytics.track({ userId: user.id, event: 'Ordered', properties: { items: cart.length, hasPhone: !!user.phone } });
}`,
    ],
  },
  options: {
    ignoreKinds: { default: [], description: 'Kinds of recipients that are not reported, such as "crm".' },
  },
  *check(ask) {
    for (const flow of ask.flows('third-party', 'http')) {
      const recipient = recipientOf(flow, ask);
      if (!recipient) continue;
      const sent = flow.data.filter((datum) => matters(datum, flow));
      const certain = sent.filter((datum) => datum.confidence !== 'low');
      const data = certain.length > 0 ? certain : sent;
      if (data.length > 0) yield describe(data, recipient, flow, ask);
    }
  },
};

interface Recipient {
  name: string;
  confidence: Confidence;
}

const levels: Severity[] = ['info', 'warning', 'error'];
const order: Confidence[] = ['high', 'medium', 'low'];
const profilers = ['ads', 'analytics', 'marketing'];
const vendorLike =
  /WEBHOOK|SLACK|DISCORD|TEAMS|TELEGRAM|ZAPIER|HUBSPOT|SALESFORCE|INTERCOM|ZENDESK|SEGMENT|MIXPANEL|AMPLITUDE|POSTHOG|SENTRY|DATADOG|MAILCHIMP|KLAVIYO|BRAZE/;
const ownService =
  /^(?:[A-Z]+_)*(?:API|BASE|APP|SITE|SERVER|BACKEND|SERVICE|PUBLIC|WEB|GATEWAY)(?:_(?:URL|URI|HOST|ORIGIN|ENDPOINT|BASE))*$/;

function recipientOf(flow: Flow, ask: Ask): Recipient | undefined {
  const ignored = ask.options.ignoreKinds;
  if (Array.isArray(ignored) && ignored.includes(flow.recipientKind)) return undefined;
  if (flow.sink === 'third-party') {
    const confidence = flow.recipientKind === 'crm' && flow.sinkConfidence === 'high' ? 'medium' : flow.sinkConfidence;
    return { name: flow.vendor || flow.sinkName, confidence };
  }
  if (flow.part !== 'data') return undefined;
  const written = ['0', '0.url', '1'].flatMap((argument) => flow.constants(argument));
  const absolute = written.filter((constant) => constant.environment !== undefined || isAbsolute(constant));
  const bases = [...flow.constants('0.baseURL'), ...flow.instance('baseURL'), ...flow.instance('prefixUrl')];
  const candidates = (absolute.length > 0 ? absolute : bases).flatMap((constant) => judge(constant, ask));
  return candidates.sort((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence))[0];
}

function judge(constant: Constant, ask: Ask): Recipient[] {
  const { value, environment } = constant;
  if (isAbsolute(constant) && typeof value === 'string') {
    if (ask.host(value) !== 'foreign') return [];
    const host = value.replace(/^[a-z]+:\/\//i, '').split(/[/?#]/)[0]!;
    return [{ name: host, confidence: 'medium' }];
  }
  if (environment === undefined || ownService.test(environment)) return [];
  return [{ name: `the address in ${environment}`, confidence: vendorLike.test(environment) ? 'medium' : 'low' }];
}

/** With a prefix, the host counts only when something after it proves that it is complete. */
function isAbsolute({ value, prefix }: Constant): boolean {
  return typeof value === 'string' && (prefix ? /^[a-z]+:\/\/[^/?#]+[/?#]/i : /^[a-z]+:\/\/[^/?#]/i).test(value);
}

function matters(datum: Datum, flow: Flow): boolean {
  if (datum.identifies === 'opaque' || datum.category === 'user-agent' || datum.category === 'consent-record') return false;
  if (datum.state === 'weak-hash') return profilers.includes(flow.recipientKind);
  return datum.state === 'raw' && !flow.necessary(datum);
}

function describe(data: Datum[], recipient: Recipient, flow: Flow, ask: Ask): Omit<Finding, 'rule'> {
  const hashed = data.every((datum) => datum.state === 'weak-hash');
  const kind = hashed ? 'hashed-identifier' : kindOf(data);
  const best = order.find((confidence) => data.some((datum) => datum.confidence === confidence)) ?? 'low';
  const confidence = order[Math.max(order.indexOf(best), order.indexOf(recipient.confidence))]!;
  const what = ask.list(data);
  const subject = what.charAt(0).toUpperCase() + what.slice(1) + wordsOf(data);
  const verb = / and /.test(what) ? 'are' : 'is';
  const message = hashed
    ? `${subject} ${verb} sent to ${recipient.name} as a plain hash, which can still be matched with the same person elsewhere.`
    : `${subject} ${verb} sent to ${recipient.name}.`;
  const severity = severityOf(data, hashed, best, confidence, flow);
  const categories = [...new Set(data.map((datum) => datum.category))].sort();
  const { at, extent, path, symbol } = flow;
  return { at, extent, path, symbol, message, severity, confidence, hint: hints[kind], kind, categories };
}

type SharedKind = 'field' | 'whole-record' | 'request-body' | 'hashed-identifier';

const hints: Record<SharedKind, string> = {
  field: 'Leave the field out, send an opaque id instead, or declare the recipient and its purpose in the policy.',
  'whole-record': 'Send only the fields that this recipient needs.',
  'request-body': 'Pick the fields that this recipient needs instead of passing the request on.',
  'hashed-identifier': 'Use a keyed hash for your own matching, or declare the recipient and ask the person first.',
};

function kindOf(data: Datum[]): SharedKind {
  if (data.some((datum) => datum.kind === 'origin')) return 'request-body';
  return data.some((datum) => datum.kind === 'record') ? 'whole-record' : 'field';
}

/** A direct identifier keeps the default severity when only the recipient is uncertain: its host is foreign all the same. */
function severityOf(data: Datum[], hashed: boolean, best: Confidence, confidence: Confidence, flow: Flow): Severity {
  if (confidence === 'low') return 'info';
  const sensitive = data.some((datum) => (datum.special || datum.grave) && datum.confidence !== 'low');
  const base = !hashed && (sensitive || flow.recipientKind === 'ads') ? 2 : 1;
  if (confidence === 'high') return levels[base]!;
  const direct = best === 'high' && data.some((datum) => datum.identifies === 'direct');
  return levels[Math.max(base - 1, direct ? 1 : 0)]!;
}

/** As the code names it; an origin such as "the request body" has said so already. */
function wordsOf([first, ...others]: Datum[]): string {
  return others.length > 0 || !first || first.words.startsWith('the ') ? '' : ` (${first.words})`;
}
