/** Which raw flows are one story: those of one place, and those that many callers bring to a function without knowing it. */
import type { RawFlow } from './flow/frame';
import { wordSet, wordsOf } from './words';

/** Raw flows of one story in order of arrival; `callers` counts the calls that were drawn together, 1 when none were. */
export interface Story {
  flows: RawFlow[];
  callers: number;
}

/** More callers than these are shown as one finding. */
const FEW = 3;

/** Their callers mean what the callee does: `audit(user)`, `logger.info(user)`; `cache.put(user)`, `setItem('me', user)`. */
const MEANT: Record<string, ReadonlySet<string>> = {
  log: wordSet(
    'log logger logging audit debug info warn warning error trace print report track fatal notice verbose capture console',
  ),
  'browser-storage': wordSet('storage persist cache remember cookie local set keep item'),
};

/**
 * A finding stands at the call in the function that recognises the data, for there it is mended. A function that does its
 * job and keeps or logs what it was given besides is mended in one place: there many callers are one story.
 * @param isSilent whether nothing is reported in the module of a function
 */
export function storiesOf(flows: readonly RawFlow[], isSilent: (fn: number) => boolean): Story[] {
  const places = new Map<string, RawFlow[]>();
  for (const flow of flows) if (!isSilent(flow.fn)) add(places, `${placeOf(flow)}:${siteOf(flow)}`, flow);

  const brought = new Map<string, string[]>();
  for (const [key, [first]] of places) if (isUnmeant(first) && !isSilent(first.site.fn)) add(brought, siteOf(first), key);

  const out: Story[] = [];
  const gathered = new Set<string>();
  for (const keys of brought.values()) {
    if (keys.length <= FEW) continue;
    const all = keys.flatMap((key) => places.get(key)!).sort((a, b) => a.fn - b.fn || a.ordinal - b.ordinal);
    const { fn, ordinal } = meantFrom(all[0]);
    const own = `${placeOf(all[0].site)}:${siteOf(all[0])}`;
    for (const key of [...keys, own]) gathered.add(key);
    out.push({ flows: [...all.map((flow) => ({ ...flow, fn, ordinal })), ...(places.get(own) ?? [])], callers: keys.length });
  }
  for (const [key, group] of places) if (!gathered.has(key)) out.push({ flows: group, callers: 1 });
  return out;
}

/** Where the job ends and the logging begins: the first call on the way that means it, else the sink itself. */
function meantFrom({ site, hops }: RawFlow): { fn: number; ordinal: number } {
  const meant = MEANT[site.sink.kind];
  for (let hop = hops; hop; hop = hop.next) if (isMeant(hop.words, meant)) return hop;
  return site;
}

const isMeant = (words: string, meant: ReadonlySet<string>): boolean => {
  const parts = words.split('.');
  // `logger.api.info(…)`, `this.info(…)`.
  return parts.slice(-3).some((part) => wordsOf(part).some((word) => meant.has(word)));
};

const placeOf = ({ fn, ordinal }: { fn: number; ordinal: number }): string => `${fn}:${ordinal}`;
const siteOf = ({ site }: RawFlow): string => `${placeOf(site)}:${site.part}`;

function isUnmeant({ site, hops }: RawFlow): boolean {
  const meant = MEANT[site.sink.kind];
  return (
    meant !== undefined &&
    hops !== null &&
    !wordsOf(hops.words.slice(hops.words.lastIndexOf('.') + 1)).some((word) => meant.has(word))
  );
}

function add<T>(into: Map<string, T[]>, key: string, value: T): void {
  const known = into.get(key);
  if (known) known.push(value);
  else into.set(key, [value]);
}
