/** Is a host our own, local, foreign or unknown? */

const NETWORKS = String.raw`127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|\[(::1|f[cd][\da-f]{2}:.*)\]`;
const SUFFIXES = String.raw`.*\.(internal|local|localhost|lan|home|test|svc|svc\.cluster\.local|cluster\.local)`;
/** A name without a dot is a machine or a container next door. */
const LOCAL = new RegExp(`^(${NETWORKS}|${SUFFIXES}|[^.:[]+)$`, 'i');
const AUTHORITY = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/@?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i;
const BARE = /^[\w-]+(\.[\w-]+)+$/;

/** Host of a URL or of its known beginning, lower case; a bare host is itself; '' when there is none. */
export function hostOf(value: string): string {
  const match = AUTHORITY.exec(value);
  return match ? match[1].toLowerCase() : BARE.test(value) ? value.toLowerCase() : '';
}

const NAMED = /^(?:\*\.)?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?$|^\[[\da-f:.]+\]$/iu;

/** The host somebody means who writes a host, with its subdomains (`*.`) or without, or an address at it; '' when none is named. */
export function namedHost(written: string): string {
  const [, host] =
    /^\s*(?:(?:[a-z][a-z0-9+.-]*:)?\/\/)?(?:[^/@?#]*@)?(\[[^\]]*\]|[^/:?#]*)(?::[\d*]+)?(?:[/?#]\S*)?\s*$/i.exec(written) ?? [];
  return host !== undefined && NAMED.test(host) ? host.replace(/\.$/, '').toLowerCase() : '';
}

/** `value` is a URL, its known beginning, or a bare host. Relative URLs are our own. */
export function hostKind(value: string, firstParty: readonly string[]): 'first-party' | 'local' | 'foreign' | 'unknown' {
  const host = hostOf(value);
  if (host !== '') return kindOf(host, firstParty);
  const isRelative = !AUTHORITY.test(value) && /^([./?#]|[\w-]+\/)/.test(value);
  return isRelative ? 'first-party' : 'unknown';
}

function kindOf(host: string, firstParty: readonly string[]): 'first-party' | 'local' | 'foreign' {
  if (LOCAL.test(host)) return 'local';
  const own = firstParty.map((name) => name.toLowerCase().replace(/^\*\./, ''));
  return own.some((name) => host === name || host.endsWith(`.${name}`)) ? 'first-party' : 'foreign';
}
