import type { Finding, Place, Rule } from '../../server/engine/rule';
import type { Message } from '../../server/engine/rule/consent';

export const marketingWithoutOptIn: Rule = {
  id: 'marketing-without-opt-in',
  title: "Marketing message sent without checking the person's choice",
  family: 'consent',
  value: 'Autonomy',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: Directive 2002/58/EC (ePrivacy) Art. 13, unsolicited communications (checked 2026-11-28)',
    'May be relevant: GDPR Art. 7 and 21(2)-(3), consent and objection to direct marketing (checked 2026-11-28)',
    'May be relevant: CAN-SPAM Act, CASL and TCPA, commercial e-mail, calls and texts (from memory, 2026-11)',
    'May be relevant: RFC 8058, one-click unsubscribe (checked 2026-11-28)',
  ],
  why:
    'Somebody gave an address to get a receipt. When it starts to bring offers that nobody asked for, at work, at night, about a ' +
    'purchase that was meant to stay private, the address has become something else than what was agreed. ' +
    'Those who then stop reading mail from a shop also miss the message about a recall.',
  limits:
    'It goes by the words of functions, subjects, templates and variables, in English; what a template says at the provider is out of sight. ' +
    'An opt-in is known by its name, by a query or filter that asks for it, or by the policy (`consent.fields`, `consent.functions`). ' +
    'A list that the provider keeps counts as asked. Whether the opt-in was given freely is for other rules. ' +
    'An e-mail to those who opted in without a way to leave is shown in the strict preset.',
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
    const told = new Set<string>();
    // The call of the library comes before its wrappers' callers: what says it by itself is the line to look at.
    for (const message of ask.messages()) {
      const send = keyOf(message.send);
      const place = keyOf(message.at);
      // What a wrapper is told for is told, however many lead to it.
      if (reported.has(send) || (message.inner && told.has(keyOf(message.inner)))) {
        told.add(place);
        continue;
      }
      const evidence = ask.pitch(message, words(ask.options.marketingWords), words(ask.options.transactionalWords));
      if (evidence === '' || message.to === 'own') continue;
      if (message.optIn.guarded) {
        if (hasNoWayOut(message)) yield withoutWayOut(message, evidence);
        continue;
      }
      if (told.has(place)) continue;
      told.add(place);
      if (place === send) reported.add(send);
      yield findingOf(message, evidence);
    }
  },
};

const keyOf = ({ path, start }: Place): string => `${path}:${start}`;

const words = (option: unknown): string[] => (Array.isArray(option) ? option.map(String) : []);

/** An e-mail to people that says nowhere how to leave; what a template says is out of sight. */
const hasNoWayOut = ({ channel, to, wording, tellsHowToLeave }: Message): boolean =>
  channel === 'email' && to === 'people' && !tellsHowToLeave && !wording.some((text) => /template/i.test(text));

function withoutWayOut(message: Message, evidence: string): Omit<Finding, 'rule'> {
  const { at, extent, symbol } = message;
  return {
    at,
    extent,
    symbol,
    path: [],
    severity: 'info',
    confidence: 'low',
    message: `${message.words} sends marketing (${quoted(message, evidence)}) with no way in sight to leave the list.`,
    hint: 'Add a `List-Unsubscribe` header, and a link in the text.',
    kind: 'no-unsubscribe',
    names: [],
    categories: [],
  };
}

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
