import type { Ask, Confidence, Constant, Datum, Flow, Judgement, Rule } from '../../server/engine/rule';

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
    'May be relevant: GDPR Art. 13(1)(e), 28 and 44, recipients, processors and transfers (checked 2026-11-28)',
    'May be relevant: CWE-201 Insertion of Sensitive Information Into Sent Data, CWE-359 (checked 2026-11-28)',
  ],
  why:
    'A woman orders bread for a diabetic and gives the shop her phone number for the pick-up. The shop forwards the order to a chat channel ' +
    'and its error tracker keeps her e-mail address, so two companies she never heard of now know where she eats and why. ' +
    'She agreed to a loaf of bread. She cannot ask those companies to forget her, because she does not know that they know.',
  limits:
    'It cannot know your contracts: declare the recipient and its purpose in the policy file. A request to an address from the environment ' +
    'is only judged by the name of the variable, and what a vendor collects by itself, such as IP addresses, is invisible. ' +
    'A host is your own when it has the name of the project, stands for the machine of a developer or for a setting such as `API_URL`, ' +
    'runs on a platform for programs, or is where people sign in; name the others in `firstPartyHosts`. ' +
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
      `import * as Sentry from '@sentry/node';
Sentry.init({
  dsn,
  sendDefaultPii: true, // !
});`,
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
      `import * as Sentry from '@sentry/node';
Sentry.init({ dsn, sendDefaultPii: false, integrations: [Sentry.openAIIntegration({ recordInputs: false })] });`,
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
      const open = flow.data.filter((datum) => matters(datum, flow) && !ask.isDeclared(flow, datum.category));
      const data = ask.certain(open);
      if (!recipient || data.length === 0 || (flow.sink === 'http' && isSignIn(data, flow)) || asksModel(flow, ask)) continue;
      const kind = kindOf(data);
      const way =
        kind === 'hashed-identifier' ? ' as a plain hash, which can still be matched with the same person elsewhere' : '';
      const message = `${ask.subject(data, 'is', 'are')} sent to ${recipient.name}${way}.`;
      yield ask.finding(flow, data, { ...judgementOf(data, recipient, kind, flow, ask), message, hint: hints[kind], kind });
    }
    for (const told of ask.recordings()) {
      const what = told.shows.includes('identity')
        ? 'who the person is (such as the address, cookies and fields of the user)'
        : 'what people ask an AI model and what it answers';
      if (!told.shows.includes('identity') && !told.shows.includes('prompts')) continue;
      yield ask.finding(told, [], {
        severity: 'warning',
        confidence: told.confidence,
        message: `${told.vendor} is told by ${told.because} to send ${what} along.`,
        hint: hints.configuration,
        kind: 'configuration',
      });
    }
  },
};

/** What a model is asked by hand is a prompt, and another rule's. */
const asksModel = (flow: Flow, ask: Ask): boolean =>
  flow.sink === 'http' && flow.part === 'data' && ask.recipients(flow).some(({ kind }) => kind === 'ai');

/**
 * Whoever asks a service for something shows it the account and the password that it knows: they are that service's own. An
 * e-mail address is such an account only where one signs in: elsewhere an account is being made for somebody.
 */
function isSignIn(data: Datum[], flow: Flow): boolean {
  if (!data.some(({ category }) => category === 'credential')) return false;
  const isAccount = ({ category, identifies }: Datum): boolean =>
    identifies === 'opaque' || category === 'credential' || category === 'access-token' || category === 'username';
  const others = data.filter((datum) => !isAccount(datum));
  return others.every(({ category }) => category === 'email') && (others.length === 0 || flow.urls().some(isSignInAddress));
}

const isExchange = ({ value }: Constant): boolean => /\/(?:oauth\w*|tokens?)(?:[/?#]|$)/i.test(String(value));

const isSignInAddress = ({ value }: Constant): boolean =>
  /\/(?:auth\w*|log-?in|sign-?in|sessions?|tokens?)\b/i.test(String(value));

interface Recipient {
  name: string;
  confidence: Confidence;
}

const order: Confidence[] = ['high', 'medium', 'low'];
const profilers = ['ads', 'analytics', 'marketing'];
/** A setting that says by itself that somebody else is told. */
const hook = /HOOK/i;

function recipientOf(flow: Flow, ask: Ask): Recipient | undefined {
  const ignored = ask.options.ignoreKinds;
  if (Array.isArray(ignored) && ignored.includes(flow.recipientKind)) return undefined;
  if (flow.sink === 'http') return mostCertain(ask.recipients(flow).map(recipientBehind));
  const confidence = flow.recipientKind === 'crm' && flow.sinkConfidence === 'high' ? 'medium' : flow.sinkConfidence;
  return { name: flow.vendor || `a third party by ${flow.sinkName}()`, confidence };
}

function mostCertain(recipients: Recipient[]): Recipient | undefined {
  return recipients.sort((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence))[0];
}

/** A foreign host or a vendor is somebody else for sure, an address from the environment only when it is called so. */
const recipientBehind = ({ name, vendor, host, environment }: ReturnType<Ask['recipients']>[number]): Recipient => ({
  name: environment === '' ? name : `the address in ${environment}`,
  confidence: host !== '' || vendor !== '' || hook.test(environment) ? 'medium' : 'low',
});

/** Whoever delivers a letter to an address learns nothing from finding the same address in the letter. */
const isOnTheEnvelope = (datum: Datum, flow: Flow): boolean =>
  flow.recipientKind === 'messaging' &&
  flow.data.some((other) => other.words === datum.words && other.category === datum.category && flow.necessary(other));

const isVendor = (flow: Flow, ask: Ask): boolean => ask.recipients(flow).some(({ vendor }) => vendor !== '');

const handles: ReadonlySet<string> = new Set(['username', 'social-handle']);

function matters(datum: Datum, flow: Flow): boolean {
  if (datum.identifies === 'opaque' || datum.category === 'user-agent' || datum.category === 'consent-record') return false;
  // Whoever asks a service for something shows it the token of that service.
  if (datum.category === 'access-token' && flow.sink === 'http') return false;
  // In exchange for a code or a token a service is shown the device that it gave a number to itself.
  if (datum.category === 'device-id' && flow.sink === 'http' && flow.urls().some(isExchange)) return false;
  // A handle in an address was given out by whoever answers there (`api.github.com/users/octocat`).
  if (flow.sink === 'http' && flow.part !== 'data' && handles.has(datum.category)) return false;
  if (datum.state === 'weak-hash') return profilers.includes(flow.recipientKind);
  return datum.state === 'raw' && !flow.necessary(datum) && !isOnTheEnvelope(datum, flow);
}

type SharedKind = 'field' | 'whole-record' | 'request-body' | 'hashed-identifier';

const hints: Record<SharedKind | 'configuration', string> = {
  field: 'Leave the field out, send an opaque id instead, or declare the recipient and its purpose in the policy.',
  'whole-record': 'Send only the fields that this recipient needs.',
  'request-body': 'Pick the fields that this recipient needs instead of passing the request on.',
  'hashed-identifier': 'Use a keyed hash for your own matching, or declare the recipient and ask the person first.',
  configuration: 'Leave the option off, and send an opaque id of the person where it is needed.',
};

function kindOf(data: Datum[]): SharedKind {
  if (data.every((datum) => datum.state === 'weak-hash')) return 'hashed-identifier';
  if (data.some((datum) => datum.kind === 'origin')) return 'request-body';
  return data.some((datum) => datum.kind === 'record') ? 'whole-record' : 'field';
}

/** A direct identifier stays a warning when only the recipient is uncertain: the host is foreign all the same. */
function judgementOf(data: Datum[], recipient: Recipient, kind: SharedKind, flow: Flow, ask: Ask): Judgement {
  const step = flow.recipientKind === 'ads' && kind !== 'hashed-identifier' ? 1 : 0;
  // A handle alone is known to whoever gave it out, and no vendor stands behind the address.
  const isOnlyHandle = flow.sink === 'http' && data.every(({ category }) => handles.has(category) || category === 'photo-voice');
  const judged = ask.judge(data, { atMost: isOnlyHandle && !isVendor(flow, ask) ? 'low' : recipient.confidence, step });
  const direct = data.some((datum) => datum.confidence === 'high' && datum.identifies === 'direct');
  return judged.severity === 'info' && judged.confidence === 'medium' && direct ? { ...judged, severity: 'warning' } : judged;
}
