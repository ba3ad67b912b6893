/** Who receives data: the parties behind flows, and those whose packages a manifest asks for. */
import { hostOf } from '../hosts';
import type { Matcher } from '../match';
import type { ModelKind } from '../model';
import type { DependencyFact } from '../project';
import { nameKey } from '../policy/recipients';
import type { Constant, Flow, Place } from '../rule';
import type { Recipient } from '../rule/inventory';
import { PLACES, regionOf } from './regions';

/** Kinds of libraries behind which another company stands. */
const COMPANIES: ReadonlySet<ModelKind> = new Set<ModelKind>([
  'analytics',
  'ads',
  'error-tracking',
  'replay',
  'support',
  'crm',
  'chat-ops',
  'ai',
  'vector-store',
  'messaging',
  'payment',
  'flags',
  'enrichment',
  'maps',
  'identity',
  'survey',
  'search',
  'marketing',
  'monitoring',
]);

export interface Party {
  name: string;
  vendor: string;
  kind: string;
  host: string;
  environment: string;
}

/** Who stands behind an address or a name. */
export interface Companies {
  /** "foreign", "first-party", …: whose host an address names. */
  host(value: string): string;
  /** The vendor of a known host, or ''. */
  vendor(address: string): string;
  byVendor: Matcher['byVendor'];
  /** Kind of the library whose service answers at an address, 'http' when no model knows the host. */
  kind(address: string): string;
}

/** The parties a flow reaches; empty when it stays with the project. */
export function partiesOf(flow: Flow, companies: Companies): Party[] {
  const { recipientKind: kind } = flow;
  if (flow.sink === 'third-party' || flow.sink === 'prompt' || (flow.sink === 'object-storage' && flow.vendor !== ''))
    return [{ name: flow.vendor || flow.sinkName, vendor: flow.vendor, kind, host: '', environment: '' }];
  if (flow.sink !== 'http') return [];
  const parties = flow.urls().flatMap((address) => partyBehind(address, companies));
  return parties.filter((party, index) => parties.findIndex((other) => other.name === party.name) === index);
}

/** Addresses of the project's own, by the name of the variable that holds them. */
const OWN =
  /^(?:[A-Z]+_)*(?:API|BASE|APP|SITE|SERVER|BACKEND|SERVICE|PUBLIC|WEB|GATEWAY)(?:_(?:URL|URI|HOST|ORIGIN|ENDPOINT|BASE|PATH|PREFIX))*$/;
/** basePath → BASE_PATH. */
const asSetting = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toUpperCase();

/** The word before what a setting holds, in SHOP_SLACK_WEBHOOK_URL: who is reached there. */
const REACHED = /(?:^|_)([A-Z0-9]+)_(?:INCOMING_)?(?:WEB)?(?:HOOKS?|API|URL|URI|HOST|ENDPOINT)(?:_|$)/;

function partyBehind({ value, prefix, environment = '' }: Constant, { host, vendor, kind, byVendor }: Companies): Party[] {
  const address = String(value);
  const [, authority] = (prefix ? /^(?:[a-z]+:)?\/\/([^/?#]+)[/?#]/i : /^(?:[a-z]+:)?\/\/([^/?#]+)/i).exec(address) ?? [];
  if (authority !== undefined) {
    if (host(address) !== 'foreign') return [];
    const company = vendor(address);
    const name = company || hostOf(address);
    return [{ name, vendor: company, kind: kind(address), host: hostOf(address), environment: '' }];
  }
  const setting = asSetting(environment);
  if (environment === '' || OWN.test(setting)) return [];
  const model = byVendor(REACHED.exec(setting)?.[1] ?? '');
  if (model?.vendor) return [{ name: model.vendor, vendor: model.vendor, kind: model.kind, host: '', environment }];
  return [{ name: `the address in ${environment}`, vendor: '', kind: 'http', host: '', environment }];
}

export interface Recipients {
  /** @returns the key that `list().index` turns into a position. */
  add(party: Party, at: Place, flow: Flow | null): string;
  addDependencies(dependencies: readonly DependencyFact[]): void;
  /** Packages that a module imports, whether or not a manifest names them. */
  addImports(path: string, specifiers: readonly string[]): void;
  list(): { recipients: Recipient[]; index(key: string): number };
}

export function createRecipients(matcher: Matcher): Recipients {
  const known = new Map<string, Recipient>();
  const add: Recipients['add'] = (party, at, flow) => {
    const key = nameKey(party.vendor || party.name);
    const before = known.get(key);
    const region = flow ? regionIn(flow) : null;
    if (!before) {
      const name = slug(party.vendor || party.host || party.environment || party.name);
      known.set(key, { ...party, key: name, at, region: region?.region ?? '', regionAt: region?.at ?? null, dependency: null });
    } else if (before.region === '' && region) Object.assign(before, { region: region.region, regionAt: region.at });
    return key;
  };
  const company = (specifier: string, at: Place): Recipient | undefined => {
    const model = matcher.package(specifier);
    if (!model?.vendor || !COMPANIES.has(model.kind)) return undefined;
    const party = { name: model.vendor, vendor: model.vendor, kind: model.kind, host: '', environment: '' };
    const recipient = known.get(add(party, at, null))!;
    if (recipient.kind === 'http') recipient.kind = model.kind;
    return recipient;
  };
  return {
    add,
    addDependencies(dependencies) {
      for (const { name, path, start, end } of dependencies) {
        const at = { path, start, end };
        const recipient = company(name, at);
        if (recipient) recipient.dependency ??= { package: name, at };
      }
    },
    addImports(path, specifiers) {
      for (const specifier of specifiers) company(specifier, { path, start: 0, end: 0 });
    },
    list() {
      const keys = [...known.keys()].sort();
      return { recipients: keys.map((key) => known.get(key)!), index: (key) => keys.indexOf(key) };
    },
  };
}

const slug = (name: string): string =>
  name
    .replace(/([a-z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

function regionIn(flow: Flow): { region: string; at: Place } | null {
  const constants = [...PLACES.flatMap((option) => flow.instance(option)), ...(flow.sink === 'http' ? flow.urls() : [])];
  for (const { value, at } of constants) {
    const region = typeof value === 'string' ? regionOf(value) : '';
    if (region !== '') return { region, at };
  }
  return null;
}
