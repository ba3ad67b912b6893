/** Where a region name, a data centre or a host is, in the words a policy uses. Facts from the providers' own lists of regions. */

const NAMES: [RegExp, string][] = [
  [
    /^(eu|europe|eea)(-|$)|^(europe|germany|france|sweden|norway|italy|poland|spain|austria|belgium|finland|denmark)[a-z]*\d?$/,
    'eu',
  ],
  [/^(west|north)europe$|^(fra|cdg|arn|dub|ams|mad|waw)\d?$|^(weur|eeur)$|^eur\d$/, 'eu'],
  [/^uk-|^uk$|^uk(south|west)$|^(lhr|lon)\d?$/, 'uk'],
  [/^ch$|^switzerland[a-z]*$/, 'ch'],
  [/^us(-|$)|^(east|west|central|northcentral|southcentral|westcentral)us\d?$|^(iad|sfo|lax|ord|dfw|pdx|cle|nyc)\d?$/, 'us'],
  [/^(wnam|enam)$|^nam\d+$|^fedramp$/, 'us'],
  [/^ca(-|$)|^canada[a-z]*$|^northamerica|^yul\d$/, 'ca'],
  [/^(ap|asia|australia)(-|$)|^apac$|^(australia|japan|korea)(north|south|east|west|central)+\d?$/, 'ap'],
  [/^(central|south|west)india$|^(southeast|east)asia$|^(hnd|kix|icn|sin|hkg|bom|syd)\d?$/, 'ap'],
  [/^(sa|southamerica)(-|$)|^brazil[a-z]+$|^gru\d?$/, 'sa'],
  [/^(me|af|il|africa)-|^(uae|qatar|southafrica)[a-z]+$|^(cpt|dxb)\d?$/, 'other'],
];

/** Vendors that keep data of one host in one place, whatever its name says. */
const HOSTS: [RegExp, string][] = [
  [/(^|\.)datadoghq\.eu$/, 'eu'],
  [/^eu\d-[a-z-]+-\d+\.upstash\.io$/, 'eu'],
  [/^us\d-[a-z-]+-\d+\.upstash\.io$/, 'us'],
  [/^(app\.|www\.)?datadoghq\.com$|^api\.mailgun\.net$|^api\.mixpanel\.com$/, 'us'],
];

/** Where Cloudflare tries to place an object. developers.cloudflare.com/durable-objects/reference/data-location (2026-11-29) */
const HINTS = new Map(
  Object.entries({ wnam: 'us', enam: 'us', weur: 'eu', eeur: 'eu', apac: 'ap', oc: 'ap', sam: 'sa', afr: 'other', me: 'other' }),
);

const LABELS: [RegExp, string][] = [
  [/^(eu|de)\d?$/, 'eu'],
  [/^us\d?$|^fedramp$/, 'us'],
  [/^ap\d$|^au\d?$/, 'ap'],
];

/** "us-east-1", "europe-west1", "eu-west": a region inside a part of a host ("aws-0-us-east-1", "ep-x.eu-central-1.aws"). */
const INSIDE =
  /(?:^|-)((?:eu|us|ap|sa|ca|me|af|europe|asia|australia|northamerica|southamerica|africa)-(?:gov-)?(?:north|south|east|west|central)[a-z]*(?:-?\d+)?)(?:-|$)/;

const WHOLE = new RegExp(`^${INSIDE.source.slice('(?:^|-)'.length, -'(?:-|$)'.length)}$`);

/** Region of a name such as "eu-central-1" or of a host such as "us.i.posthog.com"; '' when it tells nothing. */
export function regionOf(text: string): string {
  const value = text.toLowerCase().trim();
  return isAddress(value) ? ofHost(hostIn(value)) : ofName(value);
}

/** Region of the value of an option: some mean something under their own option only. */
export const regionUnder = (option: string, text: string): string =>
  option === 'locationHint' ? (HINTS.get(text) ?? '') : regionOf(text);

/** The provider's own name of the place ("us-east-1"), also out of an address; '' when there is none. */
export function regionNameIn(text: string): string {
  const value = text.toLowerCase().trim();
  if (!isAddress(value)) return ofName(value) === '' ? '' : plain(value);
  const host = hostIn(value);
  for (const label of host.split('.').slice(0, -1)) {
    const inside = INSIDE.exec(label)?.[1] ?? AZURE.exec(label)?.[1];
    if (inside) return inside;
  }
  return COSMOS.exec(host)?.[1] ?? '';
}

/** "us-east-1" of the constant `FunctionRegion.UsEast1` or `Region.US_EAST_1` of a provider's package; '' for any other. */
export function regionOfMember(list: string, member: string): string {
  if (!/(Region|Location)s?$/.test(list)) return '';
  const name = member
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([a-z])(\d)/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
  return isRegionName(name) ? name : '';
}

/** A text that can be nothing but a provider's region, wherever it stands: "us-east1", not "us" or "west". */
export const isRegionName = (text: string): boolean => WHOLE.test(text);

/** Options of clients under which a region, a list of them, or an address that tells one stands. */
export const PLACES = [
  'region',
  'host',
  'api_host',
  'apiEndpoint',
  'apiHost',
  'baseURL',
  'baseUrl',
  'endpoint',
  'serverUrl',
  'serverZone',
  'site',
  'dsn',
  'url',
  'edge',
  'location',
  'locationHint',
  'jurisdiction',
  'preferredLocations',
  'connectionString',
  'datasourceUrl',
  'databaseURL',
];

const isAddress = (value: string): boolean => /[.:/]/.test(value);

/** Host of an address, without user and password. */
const hostIn = (value: string): string =>
  value
    .replace(/^[a-z+]+:\/\//, '')
    .split(/[/?#]/)[0]!
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '');

/** Azure writes "East US" where people read it, and "eastus" elsewhere; Atlas writes "US_EAST_1". */
const plain = (name: string): string => name.replaceAll('_', '-').replaceAll(' ', '');
const ofName = (name: string): string => found(NAMES, plain(name));

function ofHost(host: string): string {
  const known = found(HOSTS, host) || ofName(COSMOS.exec(host)?.[1] ?? '');
  if (known !== '') return known;
  for (const label of host.split('.').slice(0, -1)) {
    const short = found(LABELS, label);
    if (short !== '') return short;
    const part = INSIDE.exec(label)?.[1] ?? /^[a-z]+-(eu|us)\d?$/.exec(label)?.[1] ?? AZURE.exec(label)?.[1];
    if (part) return ofName(part);
  }
  return '';
}

const AZURE =
  /^((?:west|north)europe|(?:east|west|central|northcentral|southcentral|westcentral)us\d?|uk(?:south|west))(?:-\d+)?$/;

/**
 * An account of Cosmos DB has an address in each of its regions, beside one without:
 * learn.microsoft.com/azure/cosmos-db/troubleshoot-sdk-availability (2026-11-29).
 */
const COSMOS = /^[a-z0-9-]+-([a-z]+\d?)\.documents\.azure\.com$/;

const found = (table: readonly [RegExp, string][], text: string): string =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? '';
