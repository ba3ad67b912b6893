/** What a device takes in about a person without an act of theirs. */
import { cfgOf } from '../../control/cfg';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { Capture } from '../../rule/structure';
import { createBeginnings, type Beginning } from './begins';
import { isAsked } from './capture-asks';
import { closuresOf } from '../closures';
import { argumentsOf, callsOf, methodOf, slotOf, type Code, type Topic } from '../code';
import { fingerprint } from './fingerprints';
import { keyHandler, keyListener, keyMethods } from './key-listeners';
import { isProbe } from './probes';
import { startsRecogniser } from './recognisers';
import type { Uses } from '../uses';
import { isViewfinder } from './viewfinders';

const TELLING = new Set([
  'keydown',
  'keyup',
  'keypress',
  'onkeydown',
  'onkeyup',
  'onkeypress',
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
  'desktopCapturer',
]);
const PACKAGES =
  /^(@fingerprintjs\/|@thumbmarkjs\/|clientjs$|fingerprintjs2$|expo-location$|expo-contacts$|expo-clipboard$|@react-native-clipboard\/clipboard$|@react-native-community\/clipboard$|react-native-contacts$|(@[\w-]+\/)?[\w-]*background-geolocation$|react-speech-recognition$|active-win$|uiohook-napi$|iohook$|node-global-key-listener$|screenshot-desktop$|electron$)/;
const topic: Topic = (name) =>
  TELLING.has(name) || /^(?:document|window|body):(?:key|input)|(?:^| )key(?:up|down|press)(?: |$)/.test(name);
/** What is typed into fields is heard where a page listens to them. */
const listens: Topic = (name) => /^(?:addEventListener|\$|jQuery)$/.test(name);
const typed: Topic = (name) => /(?:^| )input(?: |$)/.test(name);

/** Calls that begin a capture, by the last names they go by. */
const CALLS: { ends: RegExp; kind: Capture['kind'] }[] = [
  { ends: /(^|\.)mediaDevices\.getUserMedia$|^navigator\.getUserMedia$/, kind: 'audio-video' },
  { ends: /(^|\.)getDisplayMedia$/, kind: 'screen' },
  { ends: /(^|\.)clipboard\.readText$|^(Clipboard\.)?(getStringAsync|getString|getImageAsync)$/, kind: 'clipboard' },
  { ends: /(^|\.)geolocation\.(watchPosition|getCurrentPosition)$/, kind: 'location' },
  { ends: /^(Location\.)?(watchPositionAsync|startLocationUpdatesAsync)$/, kind: 'location' },
  { ends: /^BackgroundGeolocation\.(start|configure|ready|addWatcher)$/, kind: 'location' },
  { ends: /^FingerprintJS\.(load|get)$|^(getFingerprint|ThumbmarkJS\.getFingerprint)$/, kind: 'fingerprint' },
  {
    ends: /^contacts\.select$|^navigator\.contacts\.select$|^(Contacts\.)?getContactsAsync$|^Contacts\.getAll$/,
    kind: 'contacts',
  },
  { ends: /^SpeechRecognition\.startListening$/, kind: 'audio-video' },
  { ends: /^(uIOhook|ioHook)\.start$/, kind: 'keystroke' },
  { ends: /^desktopCapturer\.getSources$|^screenshot-desktop(\.all)?$/, kind: 'screen' },
];

/** What goes on while nobody looks, wherever it was begun. */
const FOLLOWS = /startLocationUpdatesAsync$|^BackgroundGeolocation\.(?:start|addWatcher)$/;

export function capturesOf(code: Code, uses: Uses): Capture[] {
  const begins = createBeginnings(code, uses);
  const out: Capture[] = [];
  const listening = new Set(code.modulesWith(listens));
  const modules = new Set([
    ...code.modulesWith(topic),
    ...code.modulesWith(typed).filter((module) => listening.has(module)),
    ...code.modulesImporting((specifier) => PACKAGES.test(specifier)),
  ]);
  for (const module of [...modules].sort((a, b) => a - b)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) {
        const found = keyListener(code, uses, fn, reader, call) ?? sensor(code, uses, begins, fn, reader, call);
        if (found) out.push(found);
      }
      for (const set of setsOf(reader)) {
        const found = keyHandler(code, uses, fn, reader, set);
        if (found) out.push(found);
      }
      out.push(...keyMethods(code, uses, fn, reader));
      const print = fingerprint(code, fn, reader, () => begins(fn));
      if (print) out.push(print);
    }
  }
  return out;
}

function* setsOf(reader: Reader): Generator<number> {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Set) yield i;
}

function sensor(
  code: Code,
  uses: Uses,
  begins: (fn: number) => Beginning,
  fn: number,
  reader: Reader,
  call: number,
): Capture | null {
  const method = methodOf(reader, call);
  const callee = kindAt(reader, operandAt(reader, call, 0));
  if (method === '' && !(flagsAt(reader, call) & Flag.New) && callee !== Kind.Global && callee !== Kind.Load) return null;
  if (startsRecogniser(code, fn, reader, call)) return recognising(code, begins, fn, call);
  const name = code.calleeOf(fn, call);
  if (!name || (name.specifier !== '' && !PACKAGES.test(name.specifier))) return null;
  const words = [
    ...(name.specifier !== '' && /fingerprintjs/.test(name.specifier) && name.path.length === 1 ? ['FingerprintJS'] : []),
    ...(/background-geolocation/.test(name.specifier) && name.path.length === 1 ? ['BackgroundGeolocation'] : []),
    ...(name.specifier === 'screenshot-desktop' ? [name.specifier] : []),
    ...(name.specifier === 'react-speech-recognition' ? ['SpeechRecognition'] : []),
    ...name.path,
  ].join('.');
  const known = CALLS.find(({ ends }) => ends.test(words));
  if (!known) return null;
  const begin = begins(fn);
  const began = begin === 'unknown' && FOLLOWS.test(words) && isUnseen(code, uses, fn) && isSure(reader, call) ? 'unseen' : begin;
  if (began === 'gesture' || began === 'unknown' || isAsked(code, fn, call)) return null;
  if (known.kind === 'audio-video' && isViewfinder(code, begins, fn, reader, call)) return null;
  if (known.kind === 'screen' && isProbe(code, uses, fn, call)) return null;
  // A position that is asked for once and only shown helps the person; one that is followed, or sent, watches her.
  const watched = /watch|start|Background/.test(words);
  const sent = known.kind !== 'location' || watched || sends(code, fn, reader, call);
  if (known.kind === 'location' && !sent) return null;
  return {
    ...code.seen({ fn, ordinal: call }, words),
    kind: known.kind,
    begins: began,
    sent,
    confidence: began === 'unseen' || (known.kind === 'location' && !sends(code, fn, reader, call)) ? 'medium' : 'high',
  };
}

/** A function that is handed to other packages or to nobody: no place of the project that begins it asks first. */
function isUnseen(code: Code, uses: Uses, fn: number): boolean {
  const made = uses.made(fn);
  if (!made) return false;
  const reader = code.trail.reader(made.fn);
  const users = uses.of(made.fn, made.ordinal);
  return users.every((user) => {
    if (kindAt(reader, user) !== Kind.Store) return false;
    const { owner, slot } = slotOf(code.program, made.fn, reader, user);
    return uses.loads(owner, slot).length === 0;
  });
}

/** No switch of any kind stands before the call. */
const isSure = (reader: Reader, call: number): boolean => cfgOf(reader).deciding(call).length === 0;

function recognising(code: Code, begins: (fn: number) => Beginning, fn: number, call: number): Capture | null {
  const begin = begins(fn);
  if (begin === 'gesture' || begin === 'unknown' || isAsked(code, fn, call)) return null;
  const seen = code.seen({ fn, ordinal: call }, 'SpeechRecognition.start');
  return { ...seen, kind: 'audio-video', begins: begin, sent: true, confidence: 'high' };
}

const SENDS =
  /^(sendBeacon|fetch|post|put|patch|send|emit|track|capture|push|insert|create|save|publish|mutate|request|axios|upload|report|log|setItem|append)$/;

/** What the position is handed to, else the function around the call, sends something. */
function sends(code: Code, fn: number, reader: Reader, call: number): boolean {
  const [first = NONE] = argumentsOf(reader, call);
  const takers = closuresOf(code, fn, first);
  return (takers.length > 0 ? takers : [fn]).some((each) => {
    const own = code.trail.reader(each);
    return [...callsOf(own)].some((other) => {
      const path = code.calleeOf(each, other)?.path ?? [];
      // What is written to the console of the own browser stays there.
      return path[0] !== 'console' && SENDS.test(path.at(-1) ?? methodOf(own, other));
    });
  });
}
