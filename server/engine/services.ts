/** What an address, or the file that asks, says about the service behind it, and what that service cannot do without. */

/**
 * The words of the address count, and those of the file and its folders: `billing/authorize-net.ts` asks whoever takes the
 * payments. A field of the module tells a message from whatever else a company's interface takes.
 */
export function isServed(
  address: string,
  category: string,
  { path, names }: { path: string; names: readonly string[] },
): boolean {
  const isMessage = MESSAGING.some(([where, field]) => where.test(address) && names.includes(field));
  if (isMessage && ADDRESSED.has(category)) return true;
  return SERVICES.some(({ says, files, needs }) => needs.has(category) && (says.test(address) || files.test(path)));
}

/** Delivers messages: `/sms/send`, `smtp-api.`, `api.mailchannels.net/tx/v1/send`, `www.bulksms.example`. */
const DELIVERS =
  /^https?:\/\/(?:[\w.-]*sms|(?=[^?#]*(?:sms|e?-?mail|smtp|whatsapp|messaging))(?=[^?#]*(?:send|deliver|(?:^|[./-])(?:e?mails?|sms|smtp)-?api\b|\/(?:messages|e?mails?|sms)\/?(?:[?#]|$))))/i;

/** Addresses that carry messages among much else, and the field that every message to them has. */
const MESSAGING: readonly [RegExp, string][] = [
  [/^https?:\/\/[^?#]*\/(?:send|emails?)(?:[/?#]|$)/i, 'subject'],
  [/^https:\/\/graph\.facebook\.com\//, 'messaging_product'],
  [/^https:\/\/graph\.microsoft\.com\//, 'toRecipients'],
  [/^https:\/\/graph\.microsoft\.com\//, 'schedules'],
];

/** `process.env.EMAIL_WEBHOOK_URL`, asked with a subject: it carries the mail of the project. */
export const isCarrier = (environment: string, category: string, names: readonly string[]): boolean =>
  ADDRESSED.has(category) && /(?:^|_)E?MAIL(?:ER|S)?(?:_|$)/i.test(environment) && names.includes('subject');

/** Who a message is for, from whom, and what it says. */
const ADDRESSED: ReadonlySet<string> = new Set(['email', 'phone', 'person-name', 'message-content', 'ip-address', 'record']);

const PERSON = ['person-name', 'phone', 'email', 'postal-address', 'postcode', 'record'];

interface Service {
  says: RegExp;
  files: RegExp;
  needs: ReadonlySet<string>;
}

const SERVICES: readonly Service[] = [
  {
    // Messages: `lib/messaging/sms-adapter.ts` (addresses that say so are told by their fields as well).
    says: DELIVERS,
    files: /(?:^|[/._-])(?:sms|whatsapp|apns|mailer)(?:[/._-]|$)/i,
    needs: ADDRESSED,
  },
  {
    // Parcels: `/v1/shipments`, `/rates/quote`, `api.shipping.example`.
    says: /^https?:\/\/(?:[^/?#]*(?:shipping|shipment|courier|parcel|logistic)|[^?#]*\/(?:shipments?|shipping|parcels?|rates\/))/i,
    files: /(?:^|[/._-])(?:courier|shipping|shipments?|logistics|parcels?)(?:[/._-]|$)/i,
    needs: new Set(PERSON),
  },
  {
    // Payments and invoices: `api.mediuspay.example`, `/v1/charges`, `/serviceinvoices`, but not `payroll.example`.
    says: /^https?:\/\/(?:[^/?#]*(?:pay(?!roll|load|wall|slip|check)|pag[ao]\b|invoic)|[^?#]*\/(?:[\w-]*(?:charge|payment|checkout|refund|invoice)s?|payment[-_]\w+|pix|boletos?|nfs?-?e)(?:[/?#]|$))/i,
    files: /(?:^|[/._-])(?:payments?|billing|payouts?|[\w-]+-gateway|invoicing)(?:[/._-]|$)/i,
    needs: new Set([...PERSON, 'bank-account', 'card', 'national-id', 'tax-id']),
  },
  {
    // Whatever is ordered for somebody, from a flight to a courier: `/air/orders`, `/v1/bookings`, `/pickups`.
    says: /^https?:\/\/[^?#]*\/(?:orders?|bookings?|reservations?|pick-?ups?|deliver(?:y|ies)|quotations?|tickets?|policies)(?:[/?#]|$)/i,
    files: /(?:^|[/._-])(?:gds|airlines?)(?:[/._-]|$)/i,
    needs: new Set([
      ...PERSON,
      'birth-date',
      'gender',
      'passport',
      'nationality',
      'age',
      'family-members',
      'education-occupation',
    ]),
  },
  {
    // The shop's own platform, which keeps its customers and their orders: `x.myshopify.com/admin/…/orders.json`, `/wp-json/wc/v3/orders`.
    says: /^https?:\/\/(?:[^/?#]*\.myshopify\.com|[^?#]*\/wp-json\/wc\/|api\.bigcommerce\.com\/stores)/i,
    files: /(?:^|[/._-])(?:woocommerce)(?:[/._-]|$)/i,
    needs: new Set(PERSON),
  },
  {
    // Places looked up by their address, often a registry of the state: `api-adresse.data.gouv.fr`, `nominatim.openstreetmap.org/search`, `/geocode/json`, `/distancematrix/json`.
    says: /^https?:\/\/(?:[^/?#]*(?:nominatim|photon\.komoot|opencage|positionstack|locationiq|geocod|geopf|\bgeo\.api\.|pdok\.nl|dataforsyningen|addre?ss|adresse|postcode|postal-?codes?|codigo-?postal|viacep|\bplz\b)|[^?#]*\/(?:geocod\w*|directions|distancematrix|places?)(?:[/?#.]|$))/i,
    files: /(?:^|[/._-])(?:geocod\w*|nominatim)(?:[/._-]|$)/i,
    needs: new Set(['postal-address', 'postcode', 'precise-location', 'location-history']),
  },
  {
    // What the sky is like somewhere: `api.openweathermap.org`, `api.open-meteo.com/v1/forecast`, `/timezone`.
    says: /^https?:\/\/(?:[^/?#]*(?:weather|open-?meteo|sunrise|timezone|aladhan|\bmet\.no)|[^?#]*\/(?:weather|forecast|air[-_]?quality|pollen|timezone)(?:[/?#.]|$))/i,
    files: /(?:^|[/._-])(?:weather|forecast)(?:[/._-]|$)/i,
    needs: new Set(['precise-location', 'postcode']),
  },
  {
    // Help desks, where a person writes to be answered: `/api/v2/tickets.json`, `/v1/website/…/conversation/…/meta`.
    says: /^https?:\/\/[^?#]*\/(?:tickets?|help-?desk|conversations?)(?:[/?#.]|$)/i,
    files: /(?:^|[/._-])(?:zendesk|freshdesk|helpdesk|help-?scout|chatwoot|crisp)(?:[/._-]|$)/i,
    needs: new Set(['email', 'person-name', 'phone', 'message-content', 'record']),
  },
  {
    // Calls: `/conversation/outbound-call`, `/phone-numbers`, `/clickdial`.
    says: /^https?:\/\/[^?#]*\/(?:[\w-]*(?:call|calls|calling|dial)|hang-?up|phone[-_]?numbers?)(?:[/?#]|$)/i,
    files: /(?:^|[/._-])(?:telephony|voip|dialer)(?:[/._-]|$)/i,
    needs: new Set(['phone']),
  },
  {
    // Appointments: `/calendar/v3/calendars/primary/events`.
    says: /^https?:\/\/[^?#]*\bcalendars?\b/i,
    files: /(?:^|[/._-])calendars?(?:[/._-]|$)/i,
    needs: new Set(['email', 'person-name']),
  },
  {
    // Who somebody is: `ivs.idenfy.example`, `/kyc/tokens`.
    says: /^https?:\/\/[^?#]*(?:\bkyc|idenfy|onfido|sumsub|veriff|checkr\.com|identity-?verif|background-?check)/i,
    files: /(?:^|[/._-])(?:kyc|idenfy|identity-verification|background-checks?)(?:[/._-]|$)/i,
    needs: new Set([...PERSON, 'birth-date', 'national-id', 'passport', 'nationality', 'gender']),
  },
  {
    // Trades: `/domestic-stock/v1/trading/order`.
    says: /^https?:\/\/[^?#]*\b(?:trading|brokerage)\b/i,
    files: /(?:^|[/._-])brokerage(?:[/._-]|$)/i,
    needs: new Set(['bank-account']),
  },
];
