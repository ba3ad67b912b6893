/** Events that are sent by hand to somebody no model knows: `navigator.sendBeacon('https://…')`, a picture that nobody is to see. */
import type { Constants } from '../../flow/constants';
import { hostOf } from '../../hosts';
import { Flag, Kind, NONE } from '../../ir';
import { symbolOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { Guard, Tracking } from '../../rule/consent';
import { attributeAt, type Control, type Spot } from '../guards/control';
import type { Topic } from '../guards/facts';
import type { Guards } from '../guards/guards';
import { placesNamed } from './named-places';

const NAMES = new Set(['sendBeacon', 'Image', 'img']);
/** What an address says by which pictures are asked for that only count. */
const COUNTS = /[/.](pixel|px|beacon|track|tracking|tracker|collect|impression|1x1)\b|\.gif\?/i;
/** How the page itself fares. */
const OF_PAGE = /error|crash|exception|vitals|csp|health|perf|debug|\blogs?\b/i;
const TOPICS: readonly Topic[] = ['analytics', 'marketing', 'personalization'];

interface Parts {
  control: Control;
  guards: Guards;
  silent: ReadonlySet<number>;
}

export function beaconsOf({ control, guards, silent }: Parts, constants: Constants): Tracking[] {
  const { program, engine } = control;
  const isNamed = program.names.test((name) => NAMES.has(name));
  const out: Tracking[] = [];
  for (const { fn, ordinal } of placesNamed(control, silent, isNamed)) {
    const sent = sentBy(control, { fn, ordinal });
    if (!sent) continue;
    const address = constants.of(fn, sent.address).find(({ value }) => /^https?:\/\//.test(String(value)));
    const endpoint = address ? String(address.value) : '';
    const host = hostOf(endpoint);
    if (host === '' || engine.matcher.byHost(host) || OF_PAGE.test(endpoint)) continue;
    if (!sent.isSure && !COUNTS.test(endpoint)) continue;
    out.push(trackingOf({ control, guards }, { fn, ordinal }, endpoint, sent.isSure));
  }
  return out;
}

function trackingOf({ control, guards }: Omit<Parts, 'silent'>, spot: Spot, endpoint: string, isBeacon: boolean): Tracking {
  const { program } = control;
  const host = hostOf(endpoint);
  let guard: Guard | null = null;
  return {
    at: placeOf(program, spot.fn, spot.ordinal),
    extent: extentOf(program, spot.fn, spot.ordinal),
    symbol: symbolOf(program, spot.fn),
    words: isBeacon ? 'navigator.sendBeacon()' : 'a picture that counts',
    vendor: host,
    sdk: host,
    recipient: 'analytics',
    act: isBeacon ? 'event' : 'pixel',
    side: 'browser',
    isElement: kindAt(control.reader(spot.fn), spot.ordinal) === Kind.Element,
    cookieless: false,
    gatedBy: '',
    endpoint,
    get guard() {
      return (guard ??= guards.of(spot, TOPICS));
    },
    confidence: 'high',
  };
}

/** The address to which something is sent there. */
function sentBy(control: Control, spot: Spot): { address: number; isSure: boolean } | null {
  const { fn, ordinal: i } = spot;
  const reader = control.reader(fn);
  const operand = (n: number): number => operandAt(reader, i, n);
  switch (kindAt(reader, i)) {
    case Kind.Call: {
      const isBeacon = control.name(fn, i) === 'sendBeacon' && operand(1) !== NONE && operandCount(reader, i) > 4;
      return isBeacon && control.name(fn, operand(0)) === 'navigator' ? { address: operand(4), isSure: true } : null;
    }
    case Kind.Set: {
      const isSource = !(flagsAt(reader, i) & Flag.Computed) && reader.module.names[operand(1)] === 'src';
      return isSource && isPicture(control, fn, operand(0))
        ? { address: operand(operandCount(reader, i) - 1), isSure: false }
        : null;
    }
    case Kind.Element: {
      const isImage = operand(0) !== NONE && reader.module.names[operand(0)] === 'img';
      const address = isImage ? attributeAt(control, spot, 'src') : NONE;
      return address === NONE ? null : { address, isSure: false };
    }
    default:
      return null;
  }
}

/** `new Image()`, also in a variable. */
function isPicture(control: Control, fn: number, value: number): boolean {
  const reader = control.reader(fn);
  if (value === NONE) return false;
  if (kindAt(reader, value) === Kind.Load && operandAt(reader, value, 1) === NONE) {
    const [store, ...more] = control.stores(fn, operandAt(reader, value, 0), value);
    return (
      store !== undefined && more.length === 0 && store.fn === fn && isPicture(control, fn, operandAt(reader, store.ordinal, 1))
    );
  }
  return kindAt(reader, value) === Kind.Call && (flagsAt(reader, value) & Flag.New) !== 0 && control.name(fn, value) === 'Image';
}
