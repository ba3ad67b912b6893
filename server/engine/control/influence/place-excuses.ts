/** Places that count for tax, shipping and currency. */
import type { Found } from './recognise';

const TAX_OR_WAY =
  /(^|[^a-z])(vat|tax|taxes|gst|duty|duties|customs|shipping|ship|delivery|deliverable|zone|zones|coverage|serviceable|jurisdiction|currency|distance|parcel|freight|courier|postage|pickup|toll)([^a-z]|$)/;
const PLACE_BELOW = new Set(['country', 'countryCode', 'country_code', 'state', 'region', 'province', 'currency', 'stateCode']);

/** A place counts for tax, shipping and currency; the country of an address is no neighbourhood. */
export function placeExcuse(found: Found, names: readonly string[]): string {
  if (!found.classes.includes('location') && !found.classes.includes('proxy')) return '';
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
