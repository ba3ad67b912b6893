import type { Necessary } from './actions';

const ADDRESSEE = ['email', 'phone', 'person-name', 'username', 'emergency-contact'];

/**
 * A message to a person speaks about that person's order, booking or login code, and the carrier cannot deliver it
 * without reading it. Government ids, bank details, income, location and every special category stay reportable.
 */
const BODY = [
  'person-name',
  'username',
  'email',
  'phone',
  'postal-address',
  'postcode',
  'purchase-history',
  'message-content',
  // A notice tells its reader from where somebody signed in to her account.
  'ip-address',
  'credential',
  'access-token',
  'internal-id',
];

const PAYER = ['email', 'person-name', 'username', 'phone', 'postal-address', 'postcode'];
const ACCOUNT = ['email', 'phone', 'person-name', 'username', 'credential', 'access-token', 'internal-id'];

function under(prefix: string, fields: string[], categories: string[]): Necessary {
  return Object.fromEntries(fields.map((field) => [field === '' ? prefix : `${prefix}.${field}`, categories]));
}

/** Free text to a person, or the variables of its template. */
export function textNecessary(prefix: string, fields: string[] = ['']): Necessary {
  return under(prefix, fields, BODY);
}

/** Addresses and text of a message whose options stand at `prefix` ("0"). */
export function messagingNecessary(
  prefix: string,
  addresses: string[] = ['to', 'from', 'cc', 'bcc', 'replyTo'],
  texts: string[] = ['subject', 'text', 'html'],
): Necessary {
  return { ...under(prefix, addresses, ADDRESSEE), ...under(prefix, texts, BODY) };
}

/** The device that a push message goes to. */
export function pushNecessary(prefix: string, fields: string[]): Necessary {
  return under(prefix, fields, ['device-id']);
}

/** Who pays and where to: never free text such as `metadata` or `description`. */
export function paymentNecessary(prefix: string, fields: string[]): Necessary {
  return under(prefix, fields, PAYER);
}

/** The means of payment: what a processor takes the money with. */
export function instrumentNecessary(prefix: string, fields: string[]): Necessary {
  return under(prefix, fields, [...PAYER, 'card', 'bank-account']);
}

/** What a login service keeps an account with. */
export function identityNecessary(prefix: string, fields: string[] = ['']): Necessary {
  return under(prefix, fields, ACCOUNT);
}

/** The place that is looked up. */
export function placeNecessary(prefix: string, fields: string[] = ['']): Necessary {
  return under(prefix, fields, ['postal-address', 'postcode', 'precise-location', 'location-history']);
}

/** The address a mailing list is made of, and the name it greets with. */
export function subscriberNecessary(prefix: string, fields: string[]): Necessary {
  return under(prefix, fields, ['email', 'person-name']);
}
