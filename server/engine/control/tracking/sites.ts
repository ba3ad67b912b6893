/** Where people are tracked: calls of an SDK, its components, addresses that it is loaded from; and calls by which it waits or stops. */
import type { Constants } from '../../flow/constants';
import type { Frame } from '../../flow/frame';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt } from '../../link/reader';
import type { ConsentFacts, Model, Role } from '../../model';
import type { Tracking } from '../../rule/consent';
import { attributeAt, type Spot } from '../guards/control';
import { roleOf } from '../guards/roles';
import { forgets, hasField, isEvent, isOfNobody, isOptingOut, tellsNothing } from './commands';
import { isTag } from '../../script-types';
import { addressesOf, isOfPage, patternOf, textAt } from './addresses';
import { configuredBy } from './configured';
import { givenOut } from './given-out';
import type { TrackingParts } from './parts';
import { loaderOf, tagOf } from './scripts';
import { productOfAddress, productOfCall } from './products';
import { elementName, seedsOf } from './seeds';
import { shareIn } from './shares';
import { templatesOf } from './templates';
import { isDenied, isDeniedInText, isStoppedOnceLoaded, isSwitchedByChoice, optionOf } from './waits';
import { callAt } from '../../flow/call-site';

/** A call by which an SDK waits for a yes. */
export interface Default {
  sdk: string;
  spot: Spot;
  /** What is told to the queue of a page before the SDK is there holds for what was told before as well. */
  isFirst: boolean;
}

export interface Stop extends Spot {
  sdk: string;
}

export interface Site extends Spot {
  model: Model;
  facts: ConsentFacts & { recipient: Tracking['recipient'] };
  act: Tracking['act'];
  words: string;
  gatedBy: string;
  ambient: boolean;
  /** Who gets to know, where it is another product than the one the model is named after. */
  vendor?: string;
  /** The SDK is a global of the page: something else loads it. */
  isGlobal?: boolean;
  /** Where the address stands that is loaded. */
  text?: Spot;
  /** Where functions to which the address is given load it or hand it on, or where a helper gives the tracker out. */
  inner?: readonly Spot[];
}

export interface Sites {
  sites: Site[];
  defaults: Default[];
  stops: Stop[];
  /** Calls that tell an SDK of a yes. */
  grants: Stop[];
}

export const sdkOf = (model: Model): string => model.consent?.sdk ?? model.id;

export function sitesOf(parts: TrackingParts, constants: Constants): Sites {
  const { control, frames, uses, silent } = parts;
  const { engine } = control;
  const trackers = engine.matcher.models.filter((model) => model.consent?.recipient);
  const scripts = addressesOf(trackers);
  const address = patternOf(scripts);
  const roots = seedsOf(engine, frames, uses, silent, { model: (model) => model.consent?.recipient !== undefined, address });
  const sites: Site[] = [];
  const defaults: Default[] = [];
  const stops: Stop[] = [];
  const grants: Stop[] = [];
  const components = new Map<string, { model: Model; attribute: string }[]>();
  for (const model of trackers)
    for (const name of model.consent?.components ?? []) {
      const known = components.get(elementName(name)) ?? [];
      components.set(elementName(name), [...known, { model, attribute: /\((\w+)\)/.exec(name)?.[1] ?? '' }]);
    }

  const templates = templatesOf(control, silent);
  for (const root of roots) {
    for (const fn of uses.family(root)) {
      const frame = frames.of(fn);
      if (!frame || isCodeOfTemplate(fn)) continue;
      for (let i = 0; i < frame.reader.count; i++) {
        const kind = kindAt(frame.reader, i);
        if (kind === Kind.Call) callSite(frame, i);
        if (kind === Kind.Element) elementSite(frame, i);
        if (address && (kind === Kind.Const || kind === Kind.Template)) scriptSite(frame, i, address);
      }
    }
  }

  for (const { model, words, gatedBy, fn, ordinal } of configuredBy(control, silent, trackers)) {
    const recipient = model.consent?.recipient;
    if (!recipient) continue;
    sites.push({ fn, ordinal, model, facts: { ...model.consent, recipient }, act: 'init', words, gatedBy, ambient: false });
  }
  return { sites, defaults, stops, grants };

  function isCodeOfTemplate(fn: number): boolean {
    const module = control.program.moduleOf[fn];
    return templates.has(module) && fn === control.program.base[module];
  }

  function isScriptOfTemplate(spot: Spot): boolean {
    const isElement = kindAt(control.reader(spot.fn), spot.ordinal) === Kind.Element;
    return isElement && templates.has(control.program.moduleOf[spot.fn]) && tagOf(control, spot) === 'script';
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
    if (!act || (act === 'identify' && tellsNothing(frame, i)) || (act === 'init' && forgets(frame, i))) return;
    if (act === 'event' && isOfNobody(frame, i)) return;
    if (known.library.type === 'dataLayer' && !isEvent(frame, i)) return;
    // A server's SDK takes one object that says whose event it is; a variable of that name may be the browser's.
    if (facts.side === 'server' && known.library.ambient && typeof call.args[0]?.text === 'string') return;
    const isStarting = act === 'init';
    const share =
      isStarting && facts.share
        ? shareIn(control, parts.knowing, constants, control.program.moduleOf[frame.fn], facts.share)
        : 'some';
    if (share === 'none') return;
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
    const product = productOfCall(control, constants, { fn: frame.fn, ordinal: i }, facts);
    const given = givenOut(control, { fn: frame.fn, ordinal: i });
    const common = /^(analytics|segment|heap)$/.test(known.library.words) && known.library.ambient;
    sites.push({
      fn: frame.fn,
      ordinal: i,
      model: known.model,
      facts: {
        ...facts,
        recipient: product?.recipient ?? recipient,
        ...(server ? { side: 'server' } : {}),
        ...(isFleeting ? { cookieless: true } : {}),
      },
      vendor: product?.vendor,
      act,
      words: `${known.words}()`,
      gatedBy,
      ambient: common || share === 'unknown',
      isGlobal: known.library.ambient,
      ...(given ? { inner: [given] } : {}),
    });
  }

  function elementSite(frame: Frame, i: number): void {
    const { reader } = frame;
    const name = operandAt(reader, i, 0) === NONE ? '' : reader.module.names[operandAt(reader, i, 0)];
    const tag = operandAt(reader, i, 1);
    // `import { GoogleAnalytics as Analytics } from '…'`: what it is called there.
    const entry =
      tag !== NONE && kindAt(reader, tag) === Kind.Global && flagsAt(reader, tag) & Flag.Import
        ? reader.module.imports[operandAt(reader, tag, 0)]
        : null;
    const named = components.get(entry && !/^(default|\*)$/.test(entry.imported) ? entry.imported : name);
    if (!named) return;
    if (
      tag === NONE ||
      (frame.values[tag]?.targets ?? []).some((target) => target.kind === 'function' || target.kind === 'class')
    )
      return;
    if (kindAt(reader, tag) === Kind.Load) return;
    const imported = entry?.specifier ?? '';
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
    const text = textAt(reader, i);
    const spot = { fn: frame.fn, ordinal: i };
    if (isDeniedInText(control, parts.knowing, spot, text))
      defaults.push({ sdk: 'gtag', spot: loaderOf(control, spot)?.spot ?? spot, isFirst: false });
    if (!wanted.test(text)) return;
    const { model, address: from, isEndpoint } = scripts.find((script) => text.includes(script.address))!;
    const recipient = model.consent?.recipient;
    const loader = recipient ? loaderOf(control, spot, isEndpoint ? 'endpoint' : isTag(text) ? 'markup' : 'script') : null;
    if (!loader || !recipient || !model.consent || isScriptOfTemplate(loader.spot)) return;
    const isSent = loader.act === 'event';
    const product = productOfAddress(constants, spot, text, model.consent);
    sites.push({
      ...loader.spot,
      inner: loader.inner,
      text: spot,
      model,
      vendor: product?.vendor,
      facts: {
        ...model.consent,
        recipient: product?.recipient ?? recipient,
        ...(isSent ? { side: isOfPage(reader.module) ? undefined : 'server' } : {}),
      },
      act: loader.act,
      words: `${LOADED_AS[loader.act] ?? 'the script from'} ${hostBefore(text, from)}`,
      gatedBy: loader.gatedBy,
      ambient: false,
    });
  }
}

/** The host that an address of a model lies at in a text: `connect.facebook.net` for `fbevents.js`; else how the address begins. */
function hostBefore(text: string, address: string): string {
  const before = text.slice(0, text.indexOf(address));
  return /\/\/([\w-]+(?:\.[\w-]+)+)\/[^\s'"`<>]*$/.exec(before)?.[1] ?? address.split('/')[0];
}

const LOADED_AS: Partial<Record<Tracking['act'], string>> = { event: 'a request to', pixel: 'the picture from' };
const ACTS: Partial<Record<Role, Tracking['act']>> = { starts: 'init', tracks: 'event', identifies: 'identify' };
