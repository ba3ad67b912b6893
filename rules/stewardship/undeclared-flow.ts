import type { Ask, Datum, Finding, Flow, Rule } from '../../server/engine/rule';
import type { Fix } from '../../server/engine/rule/fixes';
import type { Holding, Point, Recipient } from '../../server/engine/rule/inventory';
import type { Policy, RecipientName } from '../../server/engine/rule/policy';

export const undeclaredFlow: Rule = {
  id: 'undeclared-flow',
  title: 'Code does what the policy does not say',
  family: 'stewardship',
  value: 'Justice',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 30, records of processing activities (checked 2026-11-28)',
    'May be relevant: GDPR Art. 13(1)(e) and 5(2), recipients named to the person, accountability (checked 2026-11-28)',
  ],
  why:
    'A bakery tells its customers in plain words who gets their data. Months later somebody adds a chat widget, and the list on the website ' +
    'is wrong the same day, without anybody having lied. The customer who asks "who has my number?" gets an answer that was true once. ' +
    'She decided on the strength of a promise that the code no longer keeps.',
  limits:
    'It speaks only where a policy lists recipients or categories; without one it is silent. It sees recipients through known libraries, ' +
    'foreign hosts and dependencies, so a company that is reached through a server of your own is not noticed. An entry for something ' +
    'outside the code (paper, a till) is never called stale when its channels say so.',
  fixes: [
    'Add the recipient or the category to the policy, with purpose, owner and retention.',
    'Stop sending or storing what nobody wants to answer for.',
    'Remove an entry that nothing in the code stands for any more.',
  ],
  yieldsTo: ['pii-to-third-party', 'pii-in-prompt', 'whole-record-shared'],
  examples: {
    bad: [
      `// policy: { "recipients": { "stripe": { "categories": ["contact"] } } }
Intercom('boot', { user_id: user.id, created_at: user.createdAt }); // !`,
      `// policy: { "dataCategories": { "email": {} } }
await prisma.member.update({ where: { id }, data: { birthDate: form.birthDate } }); // !`,
      `// policy: { "dataCategories": { "email": {} } }
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
export const notes = pgTable('notes', { patientId: uuid('patient_id'), diagnosis: text('diagnosis') }); // !`,
      `// policy: { "recipients": { "stripe": { "categories": ["phone"] } } }
import Stripe from 'stripe';
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const register = (user: { email: string }) => stripe.customers.create({ email: user.email }); // !`,
    ],
    ok: [
      `// policy: { "recipients": { "stripe": { "categories": ["contact"] } } }
await stripe.customers.create({ email: user.email });`,
      `// There is no policy file in this project, so there is nothing to differ from.
await prisma.member.update({ where: { id }, data: { nickname: form.nickname } });`,
      `// policy: { "recipients": { "stripe": { "categories": ["contact"] } } }
logger.info({ orderId: order.id });`,
      `// policy: { "dataCategories": { "birth-date": { "owner": "team:club" } } }
await prisma.member.update({ where: { id }, data: { birthDate: form.birthDate } });`,
    ],
  },
  options: {
    ignoreCategories: {
      default: ['access-token', 'consent-record', 'user-agent', 'session-id'],
      description: 'Categories that the policy need not list.',
    },
    staleEntries: { default: true, description: 'Also report entries of the policy that nothing in the code stands for.' },
  },
  whole: true,
  *check(ask) {
    if (ask.policies().length === 0) return;
    const told = new Set<string>();
    yield* flowsApart(ask, told);
    yield* dependenciesApart(ask, told);
    for (const policy of ask.policies()) {
      yield* categoriesApart(ask, policy);
      if (ask.options.staleEntries !== false) yield* staleEntries(ask, policy);
    }
  },
};

type Found = Omit<Finding, 'rule'>;

/** One finding for a recipient (and what it should not get), at the first place in the project. */
function* flowsApart(ask: Ask, told: Set<string>): Iterable<Found> {
  for (const flow of ask.flows('third-party', 'prompt', 'http', 'object-storage')) {
    const policy = ask.policyFor(flow.at.path);
    if (!policy.declared.recipients) continue;
    for (const party of ask.recipients(flow)) {
      const known = policy.recipient(party);
      const data = flow.data.filter(
        (datum) => counts(datum, ask) && !(known && policy.covers(known.entry.categories ?? [], datum.category)),
      );
      const key = `${policy.path}:${party.name}:${
        known
          ? data
              .map((datum) => datum.category)
              .sort()
              .join()
          : ''
      }`;
      if (told.has(key) || (known && data.length === 0)) continue;
      told.add(key);
      yield known ? extraData(ask, flow, data, policy, known.key) : newRecipient(ask, flow, policy, party);
    }
  }
}

const PROTECTED = ['encrypted', 'masked', 'pseudonymous', 'aggregate', 'derived', 'hashed-credential'];

function counts(datum: Datum, ask: Ask): boolean {
  return (
    datum.identifies !== 'opaque' &&
    datum.confidence !== 'low' &&
    !PROTECTED.includes(datum.state) &&
    ask.category(datum.category) !== undefined &&
    !ignored(ask, datum.category)
  );
}

const ignored = (ask: Ask, category: string): boolean =>
  Array.isArray(ask.options.ignoreCategories) && ask.options.ignoreCategories.includes(category);

function newRecipient(ask: Ask, flow: Flow, policy: Policy, party: RecipientName & { name: string }): Found {
  const data = flow.data.filter((datum) => counts(datum, ask));
  const what = data.length > 0 ? ask.list(ask.certain(data)) : 'an identifier';
  const message = `${capital(party.name)} receives ${what}, and the policy names no such recipient.`;
  const categories = [...new Set(data.map((datum) => datum.category))].sort();
  const hint = 'Add the recipient to the policy with its purpose, or stop sending.';
  const words = { severity: 'warning', confidence: flow.sinkConfidence, message, hint, kind: 'recipient' } as const;
  return { ...ask.finding(flow, data, words), fixes: [recipientFix(policy, party, categories)] };
}

function extraData(ask: Ask, flow: Flow, data: Datum[], policy: Policy, key: string): Found {
  const message = `${ask.subject(data, 'goes', 'go')} to the recipient '${key}', and the policy does not list ${data.length > 1 ? 'them' : 'it'} there.`;
  const hint = 'Add the category to the recipient in the policy, or leave the data out.';
  const before = policy.declared.recipients?.[key]?.categories ?? [];
  const categories = [...new Set([...before, ...data.map((datum) => datum.category)])].sort();
  const edits = policy.addition(['recipients', key, 'categories'], categories);
  const words = { ...ask.judge(data, { step: 0 }), message, hint, kind: 'category-of-recipient' };
  return {
    ...ask.finding(flow, data, words),
    fixes: [{ title: `List it for '${key}' in the policy`, kind: 'policy', safe: false, edits }],
  };
}

function* dependenciesApart(ask: Ask, told: Set<string>): Iterable<Found> {
  for (const recipient of ask.inventory().recipients) {
    const at = recipient.dependency?.at;
    if (!at) continue;
    const policy = ask.policyFor(at.path);
    const isTold = [...told].some((key) => key.startsWith(`${policy.path}:${recipient.name}:`));
    if (!policy.declared.recipients || isTold || policy.recipient(recipient)) continue;
    const message = `The package ${recipient.dependency!.package} brings ${recipient.name} into the project, and the policy names no such recipient.`;
    yield {
      ...bare(at, 'dependency', [], 'warning', 'medium'),
      message,
      hint: 'Add the recipient to the policy with its purpose, or remove the package.',
      fixes: [recipientFix(policy, recipient, [])],
    };
  }
}

function recipientFix(
  policy: Policy,
  who: RecipientName & { name: string; kind?: string; key?: string },
  categories: string[],
): Fix {
  const key = who.key ?? keyOf(who.vendor || who.host || who.environment || who.name);
  const named = { ...(who.host ? { hosts: [who.host] } : {}), ...(who.environment ? { environment: [who.environment] } : {}) };
  const entry = { kind: who.kind || TODO, purposes: [], categories, region: TODO, owner: TODO, ...named };
  return { title: `Add '${key}' to the policy`, kind: 'policy', safe: true, edits: policy.addition(['recipients', key], entry) };
}

const TODO = 'TODO';
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

/** One finding for a category that the policy does not have, at the first field that holds it. */
function* categoriesApart(ask: Ask, policy: Policy): Iterable<Found> {
  if (!policy.declared.dataCategories) return;
  for (const holding of ask.inventory().categories) {
    const own = pointsOf(holding).filter((point) => ask.policyFor(point.at.path).path === policy.path);
    if (own.length === 0 || holding.identifies === 'opaque' || ignored(ask, holding.category)) continue;
    if (policy.declared.dataCategories[holding.category]) continue;
    const [first] = own;
    const more = own.length > 1 ? ` (and ${own.length - 1} more)` : '';
    const does = first.kind === 'model' ? 'stores' : 'takes in';
    const isSure = first.kind === 'model';
    const severity = isSure ? (holding.special ? 'error' : 'warning') : holding.special ? 'warning' : 'info';
    const entry = { purposes: [], owner: TODO, retention: 'TODO: e.g. 24 months' };
    const edits = policy.addition(['dataCategories', holding.category], entry);
    yield {
      ...bare(first.at, 'category', [holding.category], severity, isSure ? 'high' : 'medium'),
      message: `${first.words}${more} ${does} the ${holding.title}, and the policy does not say what for.`,
      hint: 'Add the category to the policy with its purpose, owner and retention, or stop keeping it.',
      fixes: [{ title: `Add '${holding.category}' to the policy`, kind: 'policy', safe: true, edits }],
    };
  }
}

/** Columns first: what is kept weighs more than what is asked for. */
const pointsOf = ({ stored, collected }: Holding): Point[] => [...stored, ...collected];

/** What happens outside of the code is not in it. */
const OUTSIDE = ['paper', 'phone', 'pos', 'other', 'email'];

function* staleEntries(ask: Ask, policy: Policy): Iterable<Found> {
  const { recipients, categories, named } = ask.inventory();
  for (const [key, entry] of Object.entries(policy.declared.recipients ?? {})) {
    const isFindable = ask.knowsVendor(key) || (entry.hosts ?? []).length + (entry.environment ?? []).length > 0;
    if (!isFindable || recipients.some((recipient) => isMeant(policy, recipient, key))) continue;
    yield stale(
      policy,
      ['recipients', key],
      `The policy lists the recipient '${key}', and nothing in the code sends data there any more.`,
    );
  }
  for (const [category, entry] of Object.entries(policy.declared.dataCategories ?? {})) {
    const isOutside = (entry.channels ?? []).some((channel) => OUTSIDE.includes(channel));
    // The inventory holds no ids of its own kind, so it cannot miss one.
    if (ask.category(category)?.identifies === 'opaque') continue;
    if (isOutside || named.includes(category) || (entry.fields ?? []).length > 0) continue;
    if (categories.some((holding) => holding.category === category)) continue;
    yield stale(
      policy,
      ['dataCategories', category],
      `The policy lists the category '${category}', and no field in the code holds it any more.`,
    );
  }
}

const isMeant = (policy: Policy, recipient: Recipient, key: string): boolean => policy.recipient(recipient)?.key === key;

function stale(policy: Policy, keys: string[], message: string): Found {
  return {
    ...bare(policy.place(...keys), 'stale-entry', [], 'info', 'medium'),
    message,
    hint: 'Remove the entry, or say with its channels where else the data comes in.',
    fixes: [{ title: 'Remove the entry from the policy', kind: 'policy', safe: false, edits: policy.removal(keys) }],
  };
}

function bare(
  at: Finding['at'],
  kind: string,
  categories: string[],
  severity: Finding['severity'],
  confidence: Finding['confidence'],
): Omit<Found, 'message' | 'hint'> {
  return { at, extent: at, symbol: '', path: [], kind, categories, severity, confidence };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
