import type { Ask, Finding, Rule } from '../../server/engine/rule';
import type { Message } from '../../server/engine/rule/consent';

export const marketingWithoutOptIn: Rule = {
  id: 'marketing-without-opt-in',
  title: "Marketing message sent without checking the person's choice",
  family: 'consent',
  value: 'Autonomy',
  severity: 'warning',
  preset: 'recommended',
  since: '0.2.0',
  basis: [
    'May be relevant: Directive 2002/58/EC (ePrivacy) Art. 13, unsolicited communications (from memory, 2026-11)',
    'May be relevant: GDPR Art. 7 and 21(2)-(3), consent and objection to direct marketing (from memory, 2026-11)',
    'May be relevant: CAN-SPAM Act, CASL and TCPA, commercial e-mail, calls and texts (from memory, 2026-11)',
    'May be relevant: RFC 8058, one-click unsubscribe (from memory, 2026-11)',
  ],
  why:
    'Somebody gave an address to get a receipt. When it starts to bring offers that nobody asked for, at work, at night, about a ' +
    'purchase that was meant to stay private, the address has become something else than what was agreed. ' +
    'Those who then stop reading mail from a shop also miss the message about a recall.',
  limits:
    'It goes by the words of functions, subjects, templates and variables, in English; what a template says at the provider is out of sight. ' +
    'An opt-in is known by its name, by a query or filter that asks for it, or by the policy (`consent.fields`, `consent.functions`). ' +
    'A list that the provider keeps counts as asked. Whether the opt-in was given freely is for other rules.',
  fixes: [
    'Ask for the choice in the query: `where: { marketingOptIn: true, unsubscribedAt: null }`.',
    'Return early for those who did not ask for it: `if (!user.marketingOptIn) return;`.',
    'Send through a list at the provider that people join and leave by themselves.',
  ],
  examples: {
    bad: [
      `export async function sendWinterPromo() {
  const people = await prisma.customer.findMany({ select: { email: true } });
  for (const p of people) await resend.emails.send({ to: p.email, subject: 'Winter sale', html: promo }); // !
}`,
      `cron.schedule('0 9 * * 1', async () => {
  const members = await Member.find({ lastVisit: { $lt: monthAgo } }, 'phone');
  await Promise.all(members.map((m) => twilio.messages.create({ to: m.phone, from, body: winbackText }))); // !
});`,
      `async function abandonedCart(c: Cart) {
  const user = await users.byId(c.userId);
  await mailer.sendMail({ to: user.email, subject: 'You left something behind – 10% off!' }); // !
}`,
    ],
    ok: [
      `const people = await prisma.customer.findMany({ where: { marketingOptIn: true, unsubscribedAt: null }, select: { email: true } });
for (const p of people) await resend.emails.send({ to: p.email, subject: 'Winter sale', html: promo });`,
      `await mailer.sendMail({ to: order.customer.email, subject: \`Receipt \${order.number}\`, html: receipt(order) });`,
      `async function abandonedCart(user: User, cart: Cart) {
  if (!user.preferences.reminders) return;
  await mailer.sendMail({ to: user.email, subject: 'Your cart is waiting' });
}`,
    ],
  },
  options: {
    marketingWords: { default: [], description: 'Further words that say that a message is marketing.' },
    transactionalWords: {
      default: [],
      description: 'Further words that say that a message belongs to a service the person asked for.',
    },
  },
  whole: true,
  *check(ask) {
    const reported = new Set<string>();
    // The call of the library comes before its wrappers' callers: what says it by itself is the line to look at.
    for (const message of ask.messages()) {
      const send = `${message.send.path}:${message.send.start}`;
      if (reported.has(send)) continue;
      const evidence = marketingWords(ask, message);
      if (evidence === '' || message.to === 'own' || message.optIn.guarded) continue;
      const place = `${message.at.path}:${message.at.start}`;
      if (reported.has(place)) continue;
      reported.add(place);
      const isItself = message.at.path === message.send.path && message.at.start === message.send.start;
      if (isItself) reported.add(send);
      yield findingOf(message, evidence);
    }
  },
};

const STRONG =
  /\b(news ?letters?|promos?|promotional|win ?back|winback|abandoned (cart|checkout|basket)|upsell(ing)?|cross sell|marketing|re ?engage(ment)?|reengage(ment)?|drip campaign|email campaign|sms campaign|we miss you|come back|black friday|cyber monday)\b|\d ?% ?(off|discount)|\b(cart|basket) is waiting\b/;
const WEAK = [
  /\bcampaigns?\b/,
  /\b(special |exclusive )?offers?\b/,
  /\bdeals?\b/,
  /\bsales?\b/,
  /\bpromotions?\b/,
  /\b(discounts?|vouchers?|coupons?)\b/,
  /\b(exclusive|limited time|last chance|hurry|ends (soon|today|tonight)|(winter|summer|spring|autumn|holiday|christmas|easter|weekend) (sale|deal|offer|special)s?)\b/,
];
const SERVICE =
  /\b(receipts?|invoices?|refund(ed)?|resets?|password|verif(y|ication|ied)|bookings?|reservations?|shipping|shipped|shipment|delivery|delivered|appointments?|otp|one time|security|confirm(ed|ation)?|log ?in|sign ?in|magic link|welcome|invites?|invited|invitations?|two factor|2fa|mfa|payment|billing|trial (ends|ending|expir\w*)|expir(es|ed|ing)|password|account (deleted|closed)|support|ticket|contact form|order (placed|confirmed|received|ready))\b/;
/** Offers, deals and promotions of another kind: jobs, sales pipelines, goods that a person sells. */
const OTHER =
  /\b(job|jobs|candidates?|applicants?|employees?|hiring|salary|interview|donations?|fundrais\w+|crm|pipeline|rtc|peer|ice|point of sale|new sale|you sold|seller|purchase order|negotiation|counter ?offer|accepted|declined|withdrawn|made an offer|offer (received|made|expired))\b/;

/** The words that say that a message is marketing; '' when they do not, or when a service word speaks louder. */
function marketingWords(ask: Ask, message: Message): string {
  const texts = [...message.functions, ...message.wording].map(plain);
  const all = texts.join(' | ');
  const own = (option: string): RegExp | null => {
    const words = ask.options[option];
    return Array.isArray(words) && words.length > 0
      ? new RegExp(`\\b(${words.map((word) => plain(String(word))).join('|')})\\b`)
      : null;
  };
  if (SERVICE.test(all) || own('transactionalWords')?.test(all) || OTHER.test(all)) return '';
  const strong = STRONG.exec(all)?.[0] ?? own('marketingWords')?.exec(all)?.[0];
  if (strong) return strong.trim();
  const weak = WEAK.flatMap((pattern) => pattern.exec(all)?.[0] ?? []);
  return weak.length >= 2 ? weak[0].trim() : '';
}

/** "sendWinBackOffer" → "send win back offer" */
const plain = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-./:!?,;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase();

function findingOf(message: Message, evidence: string): Omit<Finding, 'rule'> {
  const { at, extent, symbol, optIn } = message;
  const why = optIn.guarded ? 'no-check' : optIn.why;
  const people = message.recipients === '' ? 'people' : `those whom ${message.recipients} gives`;
  const isCertain = message.to === 'people';
  return {
    at,
    extent,
    symbol,
    path: optIn.guarded ? [] : optIn.path,
    message: `${message.words} sends marketing (${quoted(message, evidence)}) to ${isCertain ? people : 'people'} ${REASONS[why]}.`,
    hint:
      isCertain && message.recipients !== ''
        ? 'Select only those who opted in, in the query or by a filter.'
        : "Ask for the person's opt-in before it is sent.",
    kind: why,
    names: message.recipients === '' ? [] : [message.recipients],
    categories: [],
    severity: isCertain ? 'warning' : 'info',
    confidence: isCertain ? 'high' : 'medium',
  };
}

const quoted = (message: Message, evidence: string): string =>
  message.subject === '' ? `“${evidence}”` : `“${message.subject}”`;

type Why = Extract<Message['optIn'], { guarded: false }>['why'];
const REASONS: Record<Why, string> = {
  'no-check': 'without asking whether they opted in',
  'late-check': 'before the check that follows it',
  'wrong-branch': 'who said no',
  silence: 'unless they said no: silence counts as a yes',
  'wrong-purpose': 'who said yes to something else',
  'discarded-check': 'whatever the check before it answers, because the answer is not used',
  'unawaited-check': 'whatever the check answers, because a promise that is not awaited is always true',
  'one-caller': 'although one way to it does not ask whether they opted in',
};
