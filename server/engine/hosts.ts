/** Is a host our own, local, foreign or unknown? */

const LOCAL =
  /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|host\.docker\.internal|[^.]+|.*\.(internal|local|localhost|lan|home|test|svc|svc\.cluster\.local|cluster\.local))$/i;

/** `value` is a URL, its known beginning, or a bare host. Relative URLs are our own. */
export function hostKind(value: string, firstParty: readonly string[]): 'first-party' | 'local' | 'foreign' | 'unknown' {
  const match = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(value);
  if (!match) {
    if (/^[./?#]/.test(value) || value === '') return value === '' ? 'unknown' : 'first-party';
    return /^[\w-]+(\.[\w-]+)+$/.test(value) ? kindOf(value, firstParty) : /^[\w-]+\//.test(value) ? 'first-party' : 'unknown';
  }
  return match[1] === '' ? 'unknown' : kindOf(match[1].toLowerCase(), firstParty);
}

function kindOf(host: string, firstParty: readonly string[]): 'first-party' | 'local' | 'foreign' {
  if (LOCAL.test(host)) return 'local';
  return firstParty.some((own) => host === own.toLowerCase() || host.endsWith('.' + own.toLowerCase().replace(/^\*\./, '')))
    ? 'first-party'
    : 'foreign';
}
