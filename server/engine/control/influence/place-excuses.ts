/** Places that count for tax, shipping and currency, and languages with which a currency goes. */
import { Kind } from '../../ir';
import type { Body } from '../bodies';
import type { Found } from './recognise';

const TAX_OR_WAY =
  /(^|[^a-z])(vat|tax|taxes|gst|duty|duties|customs|shipping|ship|delivery|deliverable|zone|zones|coverage|serviceable|service areas?|jurisdiction|currency|distance|parcel|freight|courier|postage|pickup|toll)([^a-z]|$)/;
const PLACE_BELOW = new Set(['country', 'countryCode', 'country_code', 'state', 'region', 'province', 'currency', 'stateCode']);

/** A place counts for tax, shipping and currency; the country of an address is no neighbourhood. */
export function placeExcuse(found: Found, names: readonly string[]): string {
  if (!found.classes.some((own) => own === 'location' || own === 'proxy' || own === 'language')) return '';
  if (found.category === 'person-name') return '';
  if (found.below.some((name) => PLACE_BELOW.has(name))) return 'place';
  const text = names.map((name) =>
    name
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/_/g, ' ')
      .toLowerCase(),
  );
  return text.some((name) => TAX_OR_WAY.test(name)) ? 'place' : '';
}

const naming = new WeakMap<Body, boolean>();

/** The function that has the price says in which currency it is: `language === 'de' ? { price: 22, currency: 'EUR' } : …` */
export function currencyExcuse(found: Found, body: Body): string {
  if (!found.classes.includes('language')) return '';
  let named = naming.get(body);
  if (named === undefined) naming.set(body, (named = namesCurrency(body)));
  return named ? 'currency' : '';
}

function namesCurrency(body: Body): boolean {
  for (let i = 0; i < body.reader.count; i++) if (body.kind(i) === Kind.Const && CURRENCY.test(body.text(i) ?? '')) return true;
  return false;
}

const CURRENCY = /^[a-z]{0,3}[€$£¥₹₽₺₩]|[€$£¥₹₽₺₩]$|^(eur|usd|gbp|chf|jpy|cad|aud|inr|brl|cny|pln|try|sek|nok|dkk)$/i;
