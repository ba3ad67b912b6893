/** Who is tracked, and what holds each tracker back: a consent tool, a default of the SDK, a question on the way. */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf, symbolOf } from '../../link/program';
import { flagsAt, kindAt, operandAt } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { Guard, Tracking } from '../../rule/consent';
import { createEntries } from '../guards/entries';
import { both, type Topic } from '../guards/facts';
import type { Guards } from '../guards/guards';
import { beaconsOf } from './beacons';
import { createBlockers } from './blockers';
import type { TrackingParts } from './parts';
import { sdkOf, sitesOf, type Site, type Stop } from './sites';
import { isSettled } from './waits';

/** For whom a tracker works decides which answers count. */
const TOPICS_FOR: Record<Tracking['recipient'], readonly Topic[]> = {
  analytics: ['analytics', 'marketing', 'personalization'],
  ads: ['marketing', 'personalization'],
  replay: ['analytics', 'marketing', 'personalization'],
  fingerprint: ['analytics', 'marketing', 'personalization'],
};

const CALLERS = 8;
const within = (all: readonly Stop[], fn: number, sdk: string): number[] =>
  all.filter((each) => each.fn === fn && each.sdk === sdk).map(({ ordinal }) => ordinal);

export function trackingsOf(parts: TrackingParts): Tracking[] {
  const { control, uses, silent } = parts;
  const { program } = control;
  const constants = parts.constants();
  const { sites, defaults, stops, grants } = sitesOf(parts, constants);
  const { isPage } = createEntries(control);

  /** Every way on from the start of an SDK leads to where it is opted out of, or to a yes; also in functions that are called. */
  const isStopped = (site: Site): boolean =>
    isSettled(
      parts.knowing,
      site.fn,
      site.ordinal,
      within(stops, site.fn, sdkOf(site.model)),
      within(grants, site.fn, sdkOf(site.model)),
    );
  for (const { fn, sdk } of [...stops]) {
    const calls = uses.of(fn).filter(({ kind }) => kind === 'call');
    if (calls.length > CALLERS || !isSettled(parts.knowing, fn, 0, within(stops, fn, sdk), within(grants, fn, sdk))) continue;
    stops.push(...calls.map((use) => ({ sdk, fn: use.fn, ordinal: use.ordinal })));
  }

  /** Some part of the project runs it: a component that nobody shows tells nothing. */
  const isRun = (fn: number): boolean => {
    const root = parts.frames.rootOf(fn);
    const { exported, class: ownClass } = functionOf(program, root);
    const isAlone = root !== program.base[program.moduleOf[root]] && ownClass === NONE && exported;
    return !isAlone || isPage(root) || uses.of(root).length > 0;
  };

  const blockedBy = createBlockers(control, silent);
  const gateOf = (site: Site): string => {
    if (site.gatedBy !== '') return site.gatedBy;
    // What is bundled with the code itself is loaded with it.
    const isLoaded = site.act === 'script' || site.act === 'pixel' || site.isGlobal === true;
    const blocked = isLoaded ? blockedBy(site) : '';
    if (blocked !== '') return blocked;
    const before = defaults.find(({ sdk, spot, isFirst }) => {
      if (sdk !== sdkOf(site.model)) return false;
      if (program.moduleOf[spot.fn] !== program.moduleOf[site.fn] && !isRun(spot.fn)) return false;
      // Commands wait in a queue: what a script is told when it arrives does not hang on where its element stands.
      if (spot.fn !== site.fn || site.act === 'script') return true;
      const cfg = parts.knowing.cfg(spot.fn);
      const [a, b] = [cfg.blockOf[spot.ordinal], cfg.blockOf[site.ordinal]];
      if (isFirst && isSettled(parts.knowing, site.fn, site.ordinal, [spot.ordinal])) return true;
      return a === b ? spot.ordinal <= site.ordinal : cfg.dominates(a, b);
    });
    return before ? 'the SDK is told to wait' : site.act === 'init' && isStopped(site) ? 'opted out at once' : '';
  };

  const loaders = sites.filter(({ act }) => act === 'script');
  const isLoader = (site: Site, other: Site, isHere: boolean): boolean =>
    sdkOf(other.model) === sdkOf(site.model) && (program.moduleOf[other.fn] === program.moduleOf[site.fn]) === isHere;
  // `gtag('config', id)` beside no script of its own tells one more thing to a tag that another file loads.
  // The same where the tag is asked for first: `if (window.gtag) gtag('config', id, { … })`.
  // What tells another product is that product's start, whoever loaded the tag.
  for (const site of sites)
    if (site.act === 'init' && site.isGlobal && !site.vendor) {
      const [here, elsewhere] = [true, false].map((isHere) => loaders.some((other) => isLoader(site, other, isHere)));
      if ((elsewhere && !here) || ((elsewhere || here) && isAskedFor(parts, site))) site.act = 'event';
    }

  const seen = new Set<string>();
  const known = sites
    .filter((site) => !seen.has(`${site.fn}:${site.ordinal}`) && seen.add(`${site.fn}:${site.ordinal}`))
    .map((site) => describe(parts, site, gateOf(site)));
  return [...known, ...beaconsOf(parts, constants)];
}

/** A condition on the way asks whether the global itself is there. */
function isAskedFor({ control, knowing }: TrackingParts, { fn, ordinal, words }: Site): boolean {
  const cfg = knowing.cfg(fn);
  const reader = control.reader(fn);
  const global = words.replace(/^(window|globalThis|self)\./, '').replace(/[.(].*$/, '');
  const names = (value: number, depth: number): boolean => {
    if (value === NONE || depth === 0) return false;
    const operand = (n: number): number => operandAt(reader, value, n);
    switch (kindAt(reader, value)) {
      case Kind.Get:
        return !(flagsAt(reader, value) & Flag.Computed) && reader.module.names[operand(1)] === global;
      case Kind.Global:
        return !(flagsAt(reader, value) & Flag.Import) && reader.module.names[operand(0)] === global;
      case Kind.Cast:
        return names(operand(0), depth - 1);
      case Kind.Unary:
        return names(operand(1), depth - 1);
      case Kind.Binary:
        return names(operand(1), depth - 1) || names(operand(2), depth - 1);
      default:
        return false;
    }
  };
  return cfg.deciding(ordinal).some((block) => names(cfg.out[block][0]?.condition ?? NONE, 4));
}

/** `const tag = agreed ? '<script …>' : ''`: what is written later was chosen before. */
function guardOf(guards: Guards, site: Site, topics: readonly Topic[]): Guard {
  const found = guards.of(site, topics, site.inner?.map(guards.here).reduce(both));
  if (found.guarded || !site.text || site.text.fn !== site.fn) return found;
  const chosen = guards.of(site.text, topics);
  return chosen.guarded ? chosen : found;
}

function describe({ control, guards }: TrackingParts, site: Site, gatedBy: string): Tracking {
  const { program } = control;
  let guard: Guard | null = null;
  const { recipient } = site.facts;
  return {
    at: placeOf(program, site.fn, site.ordinal),
    extent: extentOf(program, site.fn, site.ordinal),
    symbol: symbolOf(program, site.fn),
    words: site.words,
    vendor: site.vendor ?? site.model.vendor ?? site.model.title,
    sdk: sdkOf(site.model),
    recipient,
    act: site.act,
    side: site.facts.side ?? 'browser',
    isElement: kindAt(control.reader(site.fn), site.ordinal) === Kind.Element,
    cookieless: site.facts.cookieless ?? false,
    gatedBy,
    endpoint: '',
    get guard() {
      return (guard ??= guardOf(guards, site, TOPICS_FOR[recipient]));
    },
    confidence: site.ambient ? 'medium' : 'high',
  };
}
