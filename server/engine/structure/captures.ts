/** What a device takes in about a person without an act of theirs. */
import { Flag, Kind, NONE } from '../ir';
import { isComparison } from '../ir';
import { cfgOf } from '../control/cfg';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Capture } from '../rule/structure';
import { argumentsOf, callsOf, methodOf, namesAround, slotOf, textAt, type Code, type Topic } from './code';
import { createBeginnings, type Beginning } from './begins';
import type { Uses } from './uses';

const TELLING = new Set([
  'keydown',
  'keyup',
  'keypress',
  'onkeydown',
  'readText',
  'getUserMedia',
  'getDisplayMedia',
  'SpeechRecognition',
  'webkitSpeechRecognition',
  'watchPosition',
  'watchPositionAsync',
  'getCurrentPosition',
  'startLocationUpdatesAsync',
  'BackgroundGeolocation',
  'FingerprintJS',
  'ClientJS',
  'hardwareConcurrency',
  'deviceMemory',
  'UNMASKED_RENDERER_WEBGL',
]);
const PACKAGES =
  /^(@fingerprintjs\/|@thumbmarkjs\/|clientjs$|fingerprintjs2$|expo-location$|react-native-background-geolocation$|active-win$|uiohook-napi$|iohook$|node-global-key-listener$|screenshot-desktop$)/;
const topic: Topic = (name) => TELLING.has(name);

/** Calls that begin a capture, by the last names they go by. */
const CALLS: { ends: RegExp; kind: Capture['kind']; always?: boolean }[] = [
  { ends: /(^|\.)mediaDevices\.getUserMedia$|^navigator\.getUserMedia$/, kind: 'audio-video' },
  { ends: /(^|\.)getDisplayMedia$/, kind: 'screen' },
  { ends: /(^|\.)clipboard\.readText$/, kind: 'clipboard' },
  { ends: /(^|\.)geolocation\.(watchPosition|getCurrentPosition)$/, kind: 'location' },
  { ends: /^(Location\.)?(watchPositionAsync|startLocationUpdatesAsync)$/, kind: 'location' },
  { ends: /^BackgroundGeolocation\.(start|configure|ready)$/, kind: 'location' },
  { ends: /^FingerprintJS\.(load|get)$|^(getFingerprint|ThumbmarkJS\.getFingerprint)$/, kind: 'fingerprint' },
  { ends: /^contacts\.select$|^navigator\.contacts\.select$|^Contacts\.getContactsAsync$/, kind: 'contacts' },
  { ends: /^(uIOhook|ioHook)\.start$/, kind: 'keystroke', always: true },
];

export function capturesOf(code: Code, uses: Uses): Capture[] {
  const begins = createBeginnings(code, uses);
  const out: Capture[] = [];
  const modules = new Set([...code.modulesWith(topic), ...code.modulesImporting((specifier) => PACKAGES.test(specifier))]);
  for (const module of [...modules].sort((a, b) => a - b)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) {
        const found = keyListener(code, uses, fn, reader, call) ?? sensor(code, begins, fn, reader, call);
        if (found) out.push(found);
      }
      const print = fingerprint(code, uses, fn, reader, begins(fn));
      if (print) out.push(print);
    }
  }
  return out;
}

function sensor(code: Code, begins: (fn: number) => Beginning, fn: number, reader: Reader, call: number): Capture | null {
  const method = methodOf(reader, call);
  if (method === '' && !(flagsAt(reader, call) & Flag.New) && kindAt(reader, operandAt(reader, call, 0)) !== Kind.Global)
    return null;
  const name = code.calleeOf(fn, call);
  if (!name || (name.specifier !== '' && !PACKAGES.test(name.specifier))) return null;
  const words = [
    ...(name.specifier !== '' && /fingerprintjs/.test(name.specifier) && name.path.length === 1 ? ['FingerprintJS'] : []),
    ...name.path,
  ].join('.');
  const known = CALLS.find(({ ends }) => ends.test(words));
  if (!known) return null;
  const begin = begins(fn);
  if (begin === 'gesture' || begin === 'unknown' || isAsked(code, fn, call)) return null;
  // A position that is asked for once and only shown helps the person; one that is followed, or sent, watches her.
  const watched = /watch|start|Background/.test(words);
  const sent = known.kind !== 'location' || watched || sends(code, fn, reader, call);
  if (known.kind === 'location' && !sent) return null;
  return {
    ...code.seen({ fn, ordinal: call }, words),
    kind: known.kind,
    begins: begin,
    sent,
    confidence: known.kind === 'location' && !sends(code, fn, reader, call) ? 'medium' : 'high',
  };
}

const SENDS =
  /^(sendBeacon|fetch|post|put|patch|send|emit|track|capture|push|insert|create|save|publish|mutate|request|axios|upload|report|log|setItem|append)$/;

/** A function given to the call, or the function around it, sends something. */
function sends(code: Code, fn: number, reader: Reader, call: number): boolean {
  const module = code.program.moduleOf[fn];
  const inner = argumentsOf(reader, call)
    .filter((each) => each !== NONE && kindAt(reader, each) === Kind.Closure)
    .map((each) => code.program.base[module] + operandAt(reader, each, 0));
  return (inner.length > 0 ? inner : [fn]).some((each) => {
    const own = code.trail.reader(each);
    return [...callsOf(own)].some((other) => SENDS.test(code.calleeOf(each, other)?.path.at(-1) ?? methodOf(own, other)));
  });
}

/** On the way to the call a condition asks for a choice, a permission or a switch of the person's. */
const ASKS =
  /consent|permission|permitted|granted|opt(ed)?.?in|allow|accept|enabled|started|active|recording|visible|open|tracking|sharing|show/i;

function isAsked(code: Code, fn: number, call: number): boolean {
  const { functions } = code.program.modules[code.program.moduleOf[fn]];
  const base = code.program.base[code.program.moduleOf[fn]];
  let at = fn;
  let ordinal = call;
  for (let depth = 0; depth < 4 && at >= base; depth++) {
    const reader = code.trail.reader(at);
    const cfg = cfgOf(reader);
    const block = cfg.blockOf[ordinal];
    for (let over = 0; over < cfg.starts.length; over++) {
      if (over === block || !cfg.controls(over, block)) continue;
      const condition = cfg.out[over][0]?.condition ?? NONE;
      if (condition !== NONE && speaks(code, at, reader, condition, 4)) return true;
    }
    const { parent } = functions[at - base];
    if (parent < 0) return false;
    const outer = code.trail.reader(base + parent);
    const index = at - base;
    ordinal = NONE;
    for (let i = 0; i < outer.count; i++) if (kindAt(outer, i) === Kind.Closure && operandAt(outer, i, 0) === index) ordinal = i;
    if (ordinal === NONE) return false;
    at = base + parent;
  }
  return false;
}

/** A name in the condition asks; `navigator.geolocation` and other tests for what the device can do do not. */
function speaks(code: Code, fn: number, reader: Reader, value: number, depth: number): boolean {
  if (value === NONE || depth === 0) return false;
  const names = reader.module.names;
  const below = (...values: number[]): boolean => values.some((each) => speaks(code, fn, reader, each, depth - 1));
  switch (kindAt(reader, value)) {
    case Kind.Get:
      return flagsAt(reader, value) & Flag.Computed
        ? below(operandAt(reader, value, 0))
        : ASKS.test(names[operandAt(reader, value, 1)]) || below(operandAt(reader, value, 0));
    case Kind.Load: {
      const { owner, slot } = slotOf(code.program, fn, reader, value);
      const own =
        code.program.modules[code.program.moduleOf[owner]].functions[owner - code.program.base[code.program.moduleOf[owner]]];
      return ASKS.test(own.slots[slot].name);
    }
    case Kind.Global:
      return flagsAt(reader, value) & Flag.Import
        ? ASKS.test(reader.module.imports[operandAt(reader, value, 0)].local)
        : ASKS.test(names[operandAt(reader, value, 0)]);
    case Kind.Call:
      return ASKS.test(methodOf(reader, value)) || below(operandAt(reader, value, 0), ...argumentsOf(reader, value));
    case Kind.Const:
      return ASKS.test(textAt(reader, value) ?? '');
    case Kind.Binary:
      return below(operandAt(reader, value, 1), operandAt(reader, value, 2));
    case Kind.Unary:
      return below(operandAt(reader, value, 1));
    case Kind.Await:
    case Kind.Cast:
      return below(operandAt(reader, value, 0));
    default:
      return false;
  }
}

const WINDOWS = /^(window|document|globalThis|self|document\.body|document\.documentElement|window\.document)$/;

/** `window.addEventListener('keydown', (e) => keys.push(e.key))`: what is typed anywhere is kept or sent. */
function keyListener(code: Code, uses: Uses, fn: number, reader: Reader, call: number): Capture | null {
  const args = argumentsOf(reader, call);
  if (args.length < 2 || !/^(addEventListener|on)$/.test(methodOf(reader, call))) return null;
  if (!/^(keydown|keyup|keypress|input|beforeinput)$/.test(textAt(reader, args[0]) ?? '')) return null;
  const receiver = code.nameOf(fn, operandAt(reader, call, 0))?.path.join('.') ?? '';
  if (!WINDOWS.test(receiver)) return null;
  for (const point of code.trail.origins(fn, args[1])) {
    if (kindAt(code.trail.reader(point.fn), point.ordinal) !== Kind.Closure) continue;
    const handler = code.program.base[code.program.moduleOf[point.fn]] + operandAt(code.trail.reader(point.fn), point.ordinal, 0);
    const taken = keptKeys(code, uses, handler);
    if (taken !== 'kept') continue;
    return {
      ...code.seen({ fn, ordinal: call }, `${receiver}.addEventListener`),
      kind: 'keystroke',
      begins: 'load',
      sent: true,
      confidence: 'high',
    };
  }
  return null;
}

/** What becomes of `e.key` and `e.target.value` in a handler: only compared, or put somewhere that lasts or leaves. */
function keptKeys(code: Code, uses: Uses, handler: number): 'kept' | 'compared' {
  const reader = code.trail.reader(handler);
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Get || flagsAt(reader, i) & Flag.Computed) continue;
    const name = reader.module.names[operandAt(reader, i, 1)];
    const isKey = /^(key|keyCode|which|data)$/.test(name) && isEvent(code, handler, reader, operandAt(reader, i, 0));
    const isTyped =
      name === 'value' &&
      kindAt(reader, operandAt(reader, i, 0)) === Kind.Get &&
      /^(target|currentTarget)$/.test(reader.module.names[operandAt(reader, operandAt(reader, i, 0), 1)]);
    if ((isKey || isTyped) && goesOn(code, uses, handler, i, 5)) return 'kept';
  }
  return 'compared';
}

function isEvent(code: Code, handler: number, reader: Reader, value: number): boolean {
  if (kindAt(reader, value) === Kind.Param) return operandAt(reader, value, 0) === 0;
  return (
    code.trail
      .origins(handler, value)
      .some((point) => point.fn === handler && point.path.length === 0 && kindAt(reader, point.ordinal) === Kind.Param) ||
    (kindAt(reader, value) === Kind.Load && isFirstParameter(reader, value))
  );
}

function isFirstParameter(reader: Reader, load: number): boolean {
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 0) !== operandAt(reader, load, 0)) continue;
    const value = operandAt(reader, i, 1);
    return kindAt(reader, value) === Kind.Param && operandAt(reader, value, 0) === 0;
  }
  return false;
}

const KEEPS = /^(push|unshift|add|append|sendBeacon|send|post|emit|track|capture|fetch|record|write|log|insert|enqueue)$/;

/** The value is added to a list, joined to a text that lasts, or given to something that sends. */
function goesOn(code: Code, uses: Uses, fn: number, value: number, depth: number): boolean {
  if (depth === 0) return false;
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).some((user) => {
    switch (kindAt(reader, user)) {
      case Kind.Binary:
        return !isComparison(operandAt(reader, user, 0)) && goesOn(code, uses, fn, user, depth - 1);
      case Kind.Object:
      case Kind.Array:
      case Kind.Template:
      case Kind.Cast:
      case Kind.Await:
        return goesOn(code, uses, fn, user, depth - 1);
      case Kind.Store: {
        const { owner, slot } = slotOf(code.program, fn, reader, user);
        // Joined to a variable outside the handler: it grows from key to key.
        if (owner !== fn) return kindAt(reader, operandAt(reader, user, 1)) === Kind.Binary;
        return uses.loads(owner, slot).some((load) => load.fn === fn && goesOn(code, uses, fn, load.ordinal, depth - 1));
      }
      case Kind.Call: {
        const args = argumentsOf(reader, user);
        if (!args.includes(value)) return false;
        const name = code.calleeOf(fn, user);
        const last = methodOf(reader, user) || (name?.path.at(-1) ?? '');
        if (/^(stringify|String|toLowerCase|toUpperCase|encodeURIComponent)$/.test(last))
          return goesOn(code, uses, fn, user, depth - 1);
        return KEEPS.test(last) && !(last === 'add' && operandCount(reader, user) > 5);
      }
      default:
        return false;
    }
  });
}

const TRAITS =
  /^(userAgent|hardwareConcurrency|deviceMemory|languages|plugins|platform|colorDepth|pixelDepth|timeZone|timezone|doNotTrack|maxTouchPoints|getParameter|toDataURL|fonts|cookieEnabled|vendor|oscpu|devicePixelRatio|getTimezoneOffset|AudioContext|OfflineAudioContext)$/;
const STRONG = /^(hardwareConcurrency|deviceMemory|plugins|getParameter|toDataURL|fonts|AudioContext|OfflineAudioContext)$/;
const HASHES = /^(sha256|sha1|md5|murmur\w*|hash\w*|digest|x64hash128|cyrb53|hashCode|xxhash\w*|createHash)$/i;

/** Four or more traits of a device, joined and hashed: an id that nobody can delete. */
function fingerprint(code: Code, uses: Uses, fn: number, reader: Reader, begin: Beginning): Capture | null {
  const traits = new Set<string>();
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind !== Kind.Get && kind !== Kind.Call) continue;
    const name =
      kind === Kind.Get
        ? flagsAt(reader, i) & Flag.Computed
          ? ''
          : reader.module.names[operandAt(reader, i, 1)]
        : methodOf(reader, i);
    if (TRAITS.test(name)) traits.add(name);
    if (
      kind === Kind.Get &&
      /^(width|height|availWidth|availHeight)$/.test(name) &&
      /screen/.test(code.nameOf(fn, operandAt(reader, i, 0))?.path.join('.') ?? '')
    )
      traits.add('screen');
  }
  if (traits.size < 4 || ![...traits].some((name) => STRONG.test(name))) return null;
  for (const call of callsOf(reader)) {
    const name = methodOf(reader, call) || (code.calleeOf(fn, call)?.path.at(-1) ?? '');
    if (!HASHES.test(name) || begin === 'gesture') continue;
    return {
      ...code.seen({ fn, ordinal: call }, name),
      kind: 'fingerprint',
      begins: begin === 'effect' || begin === 'timer' ? begin : 'load',
      sent: true,
      confidence:
        namesAround(code.program, fn).some((each) => /fingerprint|device.?id|visitor/i.test(each)) || begin !== 'unknown'
          ? 'high'
          : 'medium',
    };
  }
  return null;
}
