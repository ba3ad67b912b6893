/** Hosts that are the project's own: by its name (`api.cboard.io` in the repository of cboard), by platform, by use. */
import { hostOf } from './hosts';
import type { ProjectFacts } from './project';
import type { Constant, Flow } from './rule';

/** Names of packages that many projects have and that name none. */
const COMMON =
  /^(my-?)?(app|apps|api|web|site|website|server|backend|frontend|client|monorepo|workspace|project|root|main|core|shared|common|utils|types|config|database|packages|tooling|admin|mobile|dashboard|docs|portal|demo|example|examples|test|tests|repo|internal|services?|platform|turbo|mail|email|cloud|data|node|next|nuxt|react|vue)$/;

/** The scopes of a project's packages and the name of its root, as labels of hosts. */
export function ownNames({ packages }: ProjectFacts): ReadonlySet<string> {
  const names = packages.flatMap(({ name, dir }) => {
    const scope = /^@([^/]+)\//.exec(name)?.[1];
    // "shop-website" beside "shop-api": the site of the shop, wherever its folder lies.
    const site = /^([\w-]+?)[-_](?:website|webapp|frontend|backend|landing|site)$/.exec(name)?.[1];
    return scope !== undefined ? [scope] : site !== undefined ? [site, name] : dir === '' ? [name] : [];
  });
  return new Set(names.filter((name) => name.length > 3 && !COMMON.test(name)).map((name) => name.replace(/[-_.]/g, '')));
}

/** "cboard" of `api.app.cboard.io`, "shop" of `www.shop.co.uk`. */
function labelOf(host: string): string {
  const parts = host.split('.');
  const second = parts.length > 2 && /^(co|com|org|net|gov|ac|or|ne)$/.test(parts[parts.length - 2]) ? 3 : 2;
  return (parts[parts.length - second] ?? '').replace(/-/g, '');
}

/** Platforms that run anybody's programs under names of their own: what answers there belongs to whoever wrote the caller. */
const PLATFORM =
  /\.(?:herokuapp\.com|onrender\.com|(?:up\.)?railway\.app|vercel\.app|netlify\.app|fly\.dev|[\w-]+\.run\.app|cloudfunctions\.net|azurewebsites\.net|execute-api\.[\w-]+\.amazonaws\.com|elasticbeanstalk\.com|workers\.dev|pages\.dev|deno\.dev|web\.app|firebaseapp\.com|ngrok(?:-free)?\.(?:io|app|dev)|supabase\.co|appspot\.com|glitch\.me|repl\.co|pythonanywhere\.com|koyeb\.app)$/i;

/** "altusrecruit" of a project that is called altus-recruitment. */
const isNameOf = (label: string, names: ReadonlySet<string>): boolean =>
  names.has(label) || (label.length >= 8 && [...names].some((name) => name.startsWith(label)));

/** By the project's name, or on a platform for programs (`shop-api.onrender.com`); a proxy that everybody uses is nobody's own. */
export const isNamedOwn = (host: string, names: ReadonlySet<string>): boolean =>
  isNameOf(labelOf(host), names) || (PLATFORM.test(host) && !/cors|proxy/i.test(host));

/** A setting that says "our service" and names no other: VITE_API_BASE_URL, BACKEND_HOST. */
const OWN_SETTING =
  /^(?:(?:NEXT|PUBLIC|VITE|REACT|VUE|NUXT|EXPO|GATSBY|SVELTE|NG|APP|API|BASE|ROOT|MAIN|CORE|BACK|END|BACKEND|SERVER|SERVICE|SITE|WEB|GATEWAY|HTTP|REST|URL|URI|HOST|ORIGIN|ENDPOINT|DOMAIN|DEV|PROD|PRODUCTION|ADDRESS|V\d)(?:_|$))+$/;
const SIGN_IN = /\/(?:auth(?:entication|enticate|orize)?|log-?in|sign-?in|sessions?)\b/i;

/**
 * Hosts that the flows of requests prove to be the project's own, lower case. One address with several alternatives is one
 * service: the machine of a developer, a setting for our own service, or a host where people sign in with their passwords
 * stands for the others. A host of a known vendor is never own.
 */
export function hostsInUse(
  flows: Iterable<Flow>,
  isForeign: (address: string) => boolean,
  local: (address: string) => boolean,
): Set<string> {
  const services: { names: string[]; own: boolean }[] = [];
  for (const flow of flows) {
    const addresses = flow.urls();
    const names = addresses.flatMap((address) => namesOf(address, isForeign));
    if (!names.some((name) => !isSetting(name))) continue;
    services.push({ names, own: addresses.some((address) => isOwnAddress(address, local)) || isSignIn(flow) });
  }
  const own = new Set<string>();
  for (let before = -1; before < own.size;) {
    before = own.size;
    for (const { names, own: proven } of services)
      if (proven || names.some((name) => own.has(name))) for (const name of names) own.add(name);
  }
  return own;
}

const isSetting = (name: string): boolean => name.startsWith('$');

/** The foreign host and the setting of an address; both name a service. */
function namesOf({ value, environment }: Constant, isForeign: (address: string) => boolean): string[] {
  const host = typeof value === 'string' && isForeign(value) ? [hostOf(value)] : [];
  return environment === undefined ? host : [...host, `$${environment}`];
}

const isOwnAddress = ({ value, environment }: Constant, local: (address: string) => boolean): boolean =>
  (environment !== undefined && OWN_SETTING.test(environment)) || (typeof value === 'string' && local(value));

/** Where a person gives the password of an account, she has that account: at her own device, or passed on to where one signs in. */
function isSignIn(flow: Flow): boolean {
  if (flow.part !== 'data' || !flow.data.some(isPassword) || !flow.data.some(isAccount)) return false;
  return flow.browser || flow.urls().some(({ value }) => SIGN_IN.test(String(value)));
}

const isPassword = ({ category, state, words }: Flow['data'][number]): boolean =>
  category === 'credential' && state === 'raw' && /pass(word|code|phrase)/i.test(words);
const isAccount = ({ category }: Flow['data'][number]): boolean => ['email', 'username', 'phone'].includes(category);
