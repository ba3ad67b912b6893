/** Which words say that a message sells, in English. A service the person asked for speaks louder. */
import type { Message } from './rule/consent';

/**
 * @param marketing further words that say so. @param service further words of a service that was asked for.
 * @returns the words that say that a message is marketing; '' when they do not, or when a service word speaks louder.
 */
export function pitchOf(
  message: Pick<Message, 'functions' | 'wording'> &
    Partial<Pick<Message, 'recipients' | 'tellsHowToLeave' | 'to'>> & { at?: { path: string } },
  marketing: readonly string[] = [],
  service: readonly string[] = [],
): string {
  const all = [...message.functions, ...message.wording].map(plain).join(' | ');
  if (SERVICE.test(all) || anyOf(service)?.test(all)) return '';
  const place = placeOf(message.at?.path ?? '');
  const sure = SURE.exec(all)?.[0] ?? SURE.exec(place)?.[0];
  if (sure) return sure.trim();
  // Nobody is told how to be left alone by a service: with words of those who are to be won, the message sells.
  const wins =
    message.tellsHowToLeave && message.to === 'people'
      ? WINS.exec([all, place, plain(message.recipients ?? '')].join(' | '))?.[0]
      : null;
  if (wins) return wins.trim();
  if (OTHER.test(all)) return '';
  const strong = STRONG.exec(all)?.[0] ?? anyOf(marketing)?.exec(all)?.[0];
  if (strong) return strong.trim();
  const weak = WEAK.flatMap((pattern) => pattern.exec(all)?.[0] ?? []);
  return weak.length >= 2 ? weak[0].trim() : '';
}

/** What is done to sell, whoever the people are. */
const SURE =
  /\b(win ?backs?|winning back|cold (e ?mails?|outreach|mail)(?! (notif|notice|block|filter|detect|setting|rule|report|summar|count|list))|(drip|nurture|outreach) (e ?mails?|sequences?|series|mails?)|abandoned (carts?|checkouts?|baskets?)|drip campaigns?|(e ?mail|sms) campaigns?|re ?engage(ment)?|we(['’]ve)? miss(ed)? you)\b/;
/** Who is to be won, or won again, and what wins them; enough only beside a way to be left alone. */
const WINS =
  /\b(cold(?! (e ?mailers?|senders?|start|drinks?|dishes|storage))|outreach|prospects?|prospecting|leads?|lapsed|inactive|dormant|nurtur\w+|drip|engagement|follow ?ups? sequence|sequences?|(wellness|health|style|beauty|travel|cooking|money|savings?|daily|weekly|monthly) (tips?|inspirations?|ideas)|tips of the (day|week|month)|new arrivals|new (collection|season|in store)|(just|picked|selected) for you|don['’]?t miss)\b/;
const STRONG =
  /\b(news ?letters?|promos?|promotional|upsell(ing)?|cross sell|marketing|come back|black friday|cyber monday)\b|infolettre|nieuwsbrief|rabattaktion|werbe(mail|aktion|kampagne)|korting(sactie|scampagne)|\d+ ?% ?(off|discount|rabatt|korting|(de )?(descuento|desconto|sconto|remise))|\bup to \d+ ?%|\b(special|exclusive) (offers?|deals?)\b|\bhalf (the )?price\b|\bhalf off\b|\b(cart|basket) is waiting\b|\b(left|forgot|forgotten) (\w+ ){1,3}in (your|the) (shopping )?(cart|basket|bag)\b/;
const WEAK = [
  /\b(two|2|three|3|buy one|bogo)\b[a-z ]{0,24}\b(for (one|1|the price of)|get one)\b|\bfor free\b|\bfree (dessert|coffee|drink|gift|meal|month|spins?|ticket|delivery|shipping)s?\b/,
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day (deal|offer|special|treat)s?\b|\b(daily|weekly|weekend) (deal|offer|special)s?\b/,
  /\bcampaigns?\b/,
  /\b(left|forgot) (something|an item|items?|it) behind\b/,
  /\b(special |exclusive )?offers?\b/,
  /\bdeals?\b/,
  /\bsales?\b/,
  /\bpromotions?\b/,
  /\b(discounts?|vouchers?|coupons?)\b/,
  /\b(exclusive|limited time|last chance|hurry|ends (soon|today|tonight)|(flash|winter|summer|spring|autumn|holiday|christmas|easter|weekend) (sale|deal|offer|special)s?)\b/,
];
const SERVICE =
  /\b(receipts?|invoices?|refund(ed)?|resets?|password|verif(y|ication|ied)|bookings?|reservations?|shipping|shipped|shipment|delivery|delivered|appointments?|otp|one time|security|confirm(ed|ation)?|log ?in|sign ?in|magic link|welcome|invites?|invited|invitations?|two factor|2fa|mfa|payment|billing|trial (ends|ending|expir\w*)|expir(es|ed|ing)|password|account (deleted|closed)|support|ticket|contact form|order (placed|confirmed|received|ready)|at (your|the) door|on (its|his|her|the|their) way|(has|have) arrived|(is|are|be|stays?) closed|closures?|maintenance|outages?|cancell?ed|cancellations?|postponed|rescheduled|send test|(?<!ab |a b )test (e ?mail|mail|message|news ?letter|sms|push|notification)s?)\b|\[test\]/;
/** Offers, deals and promotions of another kind: jobs, sales pipelines, goods that a person sells. */
const OTHER =
  /\b(job|jobs|candidates?|applicants?|employees?|hiring|salary|interview|donations?|fundrais\w+|crm|pipeline|rtc|peer|ice|point of sale|new sale|you sold|seller|purchase order|negotiation|counter ?offer|accepted|declined|withdrawn|made an offer|offer (received|made|expired))\b/;

/** The file and its folder: a route is named by the folder (`cron/win-back/route.ts`). */
const placeOf = (path: string): string =>
  plain(
    path
      .split('/')
      .slice(-2)
      .join(' | ')
      .replace(/\.\w+$/, ''),
  );

const anyOf = (words: readonly string[]): RegExp | null =>
  words.length === 0 ? null : new RegExp(`\\b(${words.map(plain).join('|')})\\b`);

/** "sendWinBackOffer" → "send win back offer" */
const plain = (text: string): string =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-./:!?,;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .toLowerCase();
