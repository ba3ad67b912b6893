/** What an address alone says about the service behind it, and what that service cannot do without. */

/** `names` are those of the module that asks: a field tells a message from whatever else a company's interface takes. */
export function isServed(address: string, category: string, names: readonly string[]): boolean {
  const isMessage = DELIVERS.test(address) || MESSAGING.some(([host, field]) => host.test(address) && names.includes(field));
  return (isMessage && ADDRESSED.has(category)) || SERVICES.some(([says, needed]) => says.test(address) && needed.has(category));
}

/** Delivers messages: `/sms/send`, `smtp-api.`, `api.mailchannels.net/tx/v1/send`, `www.bulksms.example`. */
const DELIVERS =
  /^https?:\/\/(?:[\w.-]*sms|(?=[^?#]*(?:sms|e?-?mail|smtp|whatsapp|messaging))(?=[^?#]*(?:send|deliver|(?:^|[./-])(?:e?mails?|sms|smtp)-?api\b|\/(?:messages|e?mails?|sms)\/?(?:[?#]|$))))/i;

/** Interfaces of whole companies that carry messages among much else; every message to them has this field. */
const MESSAGING: readonly [RegExp, string][] = [
  [/^https:\/\/graph\.facebook\.com\//, 'messaging_product'],
  [/^https:\/\/graph\.microsoft\.com\//, 'toRecipients'],
  [/^https:\/\/graph\.microsoft\.com\//, 'schedules'],
];

/** Who a message is for, from whom, and what it says. */
const ADDRESSED: ReadonlySet<string> = new Set(['email', 'phone', 'person-name', 'message-content', 'record']);

/** Brings parcels: `/v1/shipments`, `/rates/quote`, `api.shipping.example`. */
const SHIPS =
  /^https?:\/\/(?:[^/?#]*(?:shipping|shipment|courier|parcel|logistic)|[^?#]*\/(?:shipments?|shipping|parcels?|rates\/))/i;
/** Takes payments or writes invoices: `api.mediuspay.example`, `/v1/charges`, `/serviceinvoices`, but not `payroll.example`. */
const PAYS =
  /^https?:\/\/(?:[^/?#]*(?:pay(?!roll|load|wall|slip|check)|invoic)|[^?#]*\/(?:charges?|payments?|payment[-_]\w+|checkouts?|refunds?|pix|boletos?|\w*invoices?|nfs?-?e)(?:[/?#]|$))/i;
/** Makes calls: `/conversation/outbound-call`, `/phone-numbers`, `/clickdial`. */
const CALLS = /^https?:\/\/[^?#]*\/(?:[\w-]*(?:call|calls|calling|dial)|hang-?up|phone[-_]?numbers?)(?:[/?#]|$)/i;
/** Trades for an account: `/domestic-stock/v1/trading/order`. */
const TRADES = /^https?:\/\/[^?#]*\b(?:trading|brokerage)\b/i;

const PARCEL = ['postal-address', 'postcode', 'person-name', 'phone', 'email', 'record'];
const PAYMENT = ['postal-address', 'postcode', 'person-name', 'phone', 'email', 'bank-account', 'card', 'national-id', 'tax-id'];

const SERVICES: readonly [RegExp, ReadonlySet<string>][] = [
  [SHIPS, new Set(PARCEL)],
  [PAYS, new Set(PAYMENT)],
  [CALLS, new Set(['phone'])],
  [TRADES, new Set(['bank-account'])],
];
