import { createConstants } from '../../flow/constants';
import type { Frame } from '../../flow/frame';
import { createTrail } from '../../flow/trail';
import { Flag, Kind, NONE } from '../../ir';
import { symbolOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { ConsentFacts, Model, Role } from '../../model';
import { extentOf, placeOf } from '../../places';
import type { Guard, Tracking } from '../../rule/consent';
import type { Control, Spot } from '../guards/control';
import { both, type Topic } from '../guards/facts';
import type { Frames } from '../frames';
import type { Guards } from '../guards/guards';
import type { Knowing } from '../guards/knowing';
import type { Predicates } from '../guards/predicates';
import { roleOf } from '../guards/roles';
import { hasField, isEvent, isOfNobody, isOptingOut, tellsNothing } from './commands';
import { beaconsOf } from './beacons';
import { createBlockers } from './blockers';
import { addressesOf, isOfPage, isTag } from './addresses';
import { attributeAt, loaderOf } from './scripts';
import { bare, seedsOf } from './seeds';
import type { Uses } from '../guards/uses';
import { isDenied, isDeniedInText, isSettled, isStoppedOnceLoaded, isSwitchedByChoice, optionOf } from './waits';
import { callAt } from '../../flow/call-site';

/** For whom a tracker works decides which answers count. */
const TOPICS_FOR: Record<Tracking['recipient'], readonly Topic[]> = {
  analytics: ['analytics', 'marketing', 'personalization'],
  ads: ['marketing', 'personalization'],
  replay: ['analytics', 'marketing', 'personalization'],
  fingerprint: ['analytics', 'marketing', 'personalization'],
};

export interface TrackingParts {
  control: Control;
  knowing: Knowing;
  predicates: Predicates;
  frames: Frames;
  uses: Uses;
  guards: Guards;
  silent: ReadonlySet<number>;
}

/** A call by which an SDK waits for a yes. */
interface Default {
  sdk: string;
  spot: Spot;
  /** What is told to the queue of a page before the SDK is there holds for what was told before as well. */
  isFirst: boolean;
}

interface Stop extends Spot {
  sdk: string;
}

const CALLERS = 8;
const within = (all: readonly Stop[], fn: number, sdk: string): number[] =>
  all.filter((each) => each.fn === fn && each.sdk === sdk).map(({ ordinal }) => ordinal);

interface Site extends Spot {
  model: Model;
  facts: ConsentFacts & { recipient: Tracking['recipient'] };
  act: Tracking['act'];
  words: string;
  gatedBy: string;
  ambient: boolean;
  /** The SDK is a global of the page: something else loads it. */
  isGlobal?: boolean;
  /** Where the address stands that is loaded. */
  text?: Spot;
  /** Where functions to which the address is given load it or hand it on. */
  inner?: readonly Spot[];
}

export function trackingsOf(parts: TrackingParts): Tracking[] {
  const { control, frames, uses, silent } = parts;
  const { engine, program } = control;
  const trackers = engine.matcher.models.filter((model) => model.consent?.recipient);
  const scripts = addressesOf(trackers);
  const address =
    scripts.length === 0 ? null : new RegExp(scripts.map((script) => script.address.replace(/[.\\/]/g, '\\$&')).join('|'));
  const roots = seedsOf(engine, frames, uses, silent, { model: (model) => model.consent?.recipient !== undefined, address });
  const constants = createConstants(
    program,
    createTrail(program, (fn) => engine.calls.get(fn) ?? []),
  );
  const sites: Site[] = [];
  const defaults: Default[] = [];
  const stops: Stop[] = [];
  const grants: Stop[] = [];
  const components = new Map<string, { model: Model; attribute: string }[]>();
  for (const model of trackers)
    for (const name of model.consent?.components ?? []) {
      const known = components.get(bare(name)) ?? [];
      components.set(bare(name), [...known, { model, attribute: /\((\w+)\)/.exec(name)?.[1] ?? '' }]);
    }

  for (const root of roots) {
    for (const fn of uses.family(root)) {
      const frame = frames.of(fn);
      if (!frame) continue;
      for (let i = 0; i < frame.reader.count; i++) {
        const kind = kindAt(frame.reader, i);
        if (kind === Kind.Call) callSite(frame, i);
        if (kind === Kind.Element) elementSite(frame, i);
        if (address && (kind === Kind.Const || kind === Kind.Template)) scriptSite(frame, i, address);
      }
    }
  }

  function callSite(frame: Frame, i: number): void {
    const known = roleOf(frame, engine, i);
    if (!known?.model.consent) return;
    const facts = known.model.consent;
    const { recipient } = facts;
    if (!recipient) return;
    const call = callAt(frame, i);
    if (known.role === 'waits' || known.role === 'defaults') {
      const spot = { fn: frame.fn, ordinal: i };
      if (
        known.role === 'waits' ||
        isDenied(control, constants, frame.fn, i) ||
        isSwitchedByChoice(control, constants, parts.predicates, spot)
      )
        defaults.push({ sdk: sdkOf(known.model), spot, isFirst: known.role === 'waits' && known.library.ambient });
      return;
    }
    if (known.role === 'stops' && isOptingOut(frame, i, known.words))
      stops.push({ sdk: sdkOf(known.model), fn: frame.fn, ordinal: i });
    if (known.role === 'grants') grants.push({ sdk: sdkOf(known.model), fn: frame.fn, ordinal: i });
    const act = ACTS[known.role];
    if (!act || (act === 'identify' && tellsNothing(frame, i))) return;
    if (act === 'event' && isOfNobody(frame, i)) return;
    if (known.library.type === 'dataLayer' && !isEvent(frame, i)) return;
    // A server's SDK takes one object that says whose event it is; a variable of that name may be the browser's.
    if (facts.side === 'server' && known.library.ambient && typeof call.args[0]?.text === 'string') return;
    const isStarting = act === 'init';
    const onceLoaded = isStarting && isStoppedOnceLoaded(control, parts.knowing, { fn: frame.fn, ordinal: i }, facts);
    const gatedBy = onceLoaded
      ? 'opted out once loaded'
      : isStarting
        ? optionOf(control, constants, parts.predicates, { fn: frame.fn, ordinal: i }, facts.waits)
        : '';
    const isFleeting =
      isStarting && optionOf(control, constants, parts.predicates, { fn: frame.fn, ordinal: i }, facts.keepsNothing) !== '';
    const server =
      facts.side === 'server' ||
      (act !== 'init' && call.args.length === 1 && ['userId', 'distinctId'].some((name) => hasField(frame, i, name)));
    const common = /^(analytics|segment|heap)$/.test(known.library.words) && known.library.ambient;
    sites.push({
      fn: frame.fn,
      ordinal: i,
      model: known.model,
      facts: { ...facts, recipient, ...(server ? { side: 'server' } : {}), ...(isFleeting ? { cookieless: true } : {}) },
      act,
      words: `${known.words}()`,
      gatedBy,
      ambient: common,
      isGlobal: known.library.ambient,
    });
  }

  function elementSite(frame: Frame, i: number): void {
    const { reader } = frame;
    const name = operandAt(reader, i, 0) === NONE ? '' : reader.module.names[operandAt(reader, i, 0)];
    const named = components.get(name);
    if (!named) return;
    const tag = operandAt(reader, i, 1);
    if (
      tag === NONE ||
      (frame.values[tag]?.targets ?? []).some((target) => target.kind === 'function' || target.kind === 'class')
    )
      return;
    if (kindAt(reader, tag) === Kind.Load) return;
    const imported =
      kindAt(reader, tag) === Kind.Global && flagsAt(reader, tag) & Flag.Import
        ? reader.module.imports[operandAt(reader, tag, 0)].specifier
        : '';
    if (imported === '' && name === 'Analytics') return;
    const found = named.find(({ model }) => imported === '' || engine.matcher.of(imported).includes(model));
    const recipient = found?.model.consent?.recipient;
    if (!found?.model.consent || !recipient) return;
    if (found.attribute !== '' && attributeAt(control, { fn: frame.fn, ordinal: i }, found.attribute) === NONE) return;
    sites.push({
      fn: frame.fn,
      ordinal: i,
      model: found.model,
      facts: { ...found.model.consent, recipient },
      act: 'init',
      words: `<${name}>`,
      gatedBy: '',
      ambient: false,
    });
  }

  function scriptSite(frame: Frame, i: number, wanted: RegExp): void {
    const { reader } = frame;
    const texts =
      kindAt(reader, i) === Kind.Const
        ? [operandAt(reader, i, 1)]
        : Array.from({ length: Math.ceil(operandCount(reader, i) / 2) }, (_, n) => operandAt(reader, i, n * 2));
    const text = texts.map((name) => (name === NONE ? '' : (reader.module.names[name] ?? ''))).join(' ');
    const spot = { fn: frame.fn, ordinal: i };
    if (isDeniedInText(control, parts.knowing, spot, text))
      defaults.push({ sdk: 'gtag', spot: loaderOf(control, spot)?.spot ?? spot, isFirst: false });
    if (!wanted.test(text)) return;
    const { model, address: from, isEndpoint } = scripts.find((script) => text.includes(script.address))!;
    const recipient = model.consent?.recipient;
    const loader = recipient ? loaderOf(control, spot, isEndpoint ? 'endpoint' : isTag(text) ? 'markup' : 'script') : null;
    if (!loader || !recipient || !model.consent) return;
    const isSent = loader.act === 'event';
    sites.push({
      ...loader.spot,
      inner: loader.inner,
      text: spot,
      model,
      facts: { ...model.consent, recipient, ...(isSent ? { side: isOfPage(reader.module) ? undefined : 'server' } : {}) },
      act: loader.act,
      words: isSent ? `a request to ${from.split('/')[0]}` : `the script from ${from.split('/')[0]}`,
      gatedBy: loader.gatedBy,
      ambient: false,
    });
  }

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

  const blockedBy = createBlockers(control, silent);
  const gateOf = (site: Site): string => {
    if (site.gatedBy !== '') return site.gatedBy;
    // What is bundled with the code itself is loaded with it.
    const isLoaded = site.act === 'script' || site.act === 'pixel' || site.isGlobal === true;
    const blocked = isLoaded ? blockedBy(site) : '';
    if (blocked !== '') return blocked;
    const before = defaults.find(({ sdk, spot, isFirst }) => {
      if (sdk !== sdkOf(site.model)) return false;
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
  for (const site of sites)
    if (site.act === 'init' && site.isGlobal) {
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
  const block = cfg.blockOf[ordinal];
  return cfg.out.some((edges, over) => over !== block && cfg.controls(over, block) && names(edges[0]?.condition ?? NONE, 4));
}

/** `const tag = agreed ? '<script …>' : ''`: what is written later was chosen before. */
function guardOf(guards: Guards, site: Site, topics: readonly Topic[]): Guard {
  const found = guards.of(site, topics, site.inner?.map(guards.here).reduce(both));
  if (found.guarded || !site.text || site.text.fn !== site.fn) return found;
  const chosen = guards.of(site.text, topics);
  return chosen.guarded ? chosen : found;
}

const ACTS: Partial<Record<Role, Tracking['act']>> = { starts: 'init', tracks: 'event', identifies: 'identify' };
const sdkOf = (model: Model): string => model.consent?.sdk ?? model.id;

function describe({ control, guards }: TrackingParts, site: Site, gatedBy: string): Tracking {
  const { program } = control;
  let guard: Guard | null = null;
  const { recipient } = site.facts;
  return {
    at: placeOf(program, site.fn, site.ordinal),
    extent: extentOf(program, site.fn, site.ordinal),
    symbol: symbolOf(program, site.fn),
    words: site.words,
    vendor: site.model.vendor ?? site.model.title,
    sdk: sdkOf(site.model),
    recipient,
    act: site.act,
    side: site.facts.side ?? 'browser',
    cookieless: site.facts.cookieless ?? false,
    gatedBy,
    endpoint: '',
    get guard() {
      return (guard ??= guardOf(guards, site, TOPICS_FOR[recipient]));
    },
    confidence: site.ambient ? 'medium' : 'high',
  };
}
