/** Built-ins of the language: arrays, maps, objects, strings, promises, JSON, events, React state. */
import { Kind, LiteralKind, NONE } from '../ir';
import { kindAt, operandAt, operandCount } from '../link/reader';
import { elementOf, picked, STRING, UNKNOWN } from '../link/types';
import { boundFunction } from './borrowed';
import type { CallSite } from './calls';
import { runCallback } from './calls';
import { keep } from './cells';
import { contents } from './emit';
import { typeIn } from './operands';
import { grow, type Engine, type Frame } from './frame';
import { noteEncoding } from './hashes';
import { asText, inState, ofHead } from './labels';
import { keepsTexts, littleOf } from './partial';
import { element, read, type Site } from './read';
import {
  EMPTY,
  INERT,
  altered,
  container,
  fillable,
  join,
  make,
  mapLabels,
  ofLabels,
  put,
  unite,
  type Label,
  type Value,
} from './values';

type Builtin = (engine: Engine, frame: Frame, call: CallSite) => Value | null;

/** The value of a built-in call, or null when the call is none. */
export function builtinCall(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const { callee, name } = call;
  if (name === '') return Object.hasOwn(FUNCTIONS, call.words) ? FUNCTIONS[call.words](engine, frame, call) : null;
  const owner = callee.hint;
  const qualified = `${owner}.${name}`;
  if (isGlobalObject(callee) && Object.hasOwn(STATICS, qualified)) return STATICS[qualified](engine, frame, call);
  if (Object.hasOwn(FUNCTIONS, name) && call.words === `React.${name}`) return FUNCTIONS[name](engine, frame, call);
  return Object.hasOwn(METHODS, name) ? METHODS[name](engine, frame, call) : null;
}

const isGlobalObject = (value: Value): boolean =>
  value.labels.length === 0 && value.fields === null && value.type.kind === 'unknown';

const first = (call: CallSite): Value => call.args[0] ?? EMPTY;
const run = (engine: Engine, frame: Frame, call: CallSite, args: readonly Value[], at = 0): Value =>
  runCallback(engine, frame, call.args[at], args, call.site, call);
const listOf = (value: Value, like: Value): Value => {
  const out = container();
  if (value !== EMPTY && value !== INERT) put(out, '[]', value);
  return make({ fields: out.fields, hint: value.hint || like.hint });
};
const isFunction = (value: Value): boolean => value.targets.some((target) => target.kind === 'function');
const same: Builtin = (_engine, _frame, call) => call.callee;
const none: Builtin = () => INERT;

/** Text made of values; certainly without content when the receiver is. */
function textOf(engine: Engine, values: readonly Value[], site: Site, isInert: boolean): Value {
  let labels: readonly Label[] = [];
  for (const value of values)
    labels = unite(
      labels,
      contents(engine, value, site, true).map(({ label }) => label),
    );
  return labels.length === 0 && isInert ? INERT : make({ labels, type: STRING });
}

/** Text made of the receiver alone. */
const string: Builtin = (engine, _frame, { callee, site }) => textOf(engine, [callee], site, callee.inert);
/** Text made of the arguments alone. */
const textOfArguments: Builtin = (engine, _frame, { args, site }) => textOf(engine, args, site, true);

const each: Builtin = (engine, frame, call) => {
  run(engine, frame, call, [element(call.callee), call.callee.fields?.get('@keys') ?? EMPTY, call.callee]);
  return INERT;
};
const map: Builtin = (engine, frame, call) => {
  const result = run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return listOf(result, call.callee);
};
const filter: Builtin = (engine, frame, call) => {
  run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return keepsTexts(engine, call.args[0]) ? listOfTexts(call.callee) : call.callee;
};

/** What is left are texts: none of them is the record of a person, whatever they are called. */
function listOfTexts(list: Value): Value {
  const item = mapLabels(element(list), (label) => (label.kind === 'source' && label.datum === 'record' ? null : label));
  return listOf(altered(item, { type: STRING, hint: '' }), list);
}
const find: Builtin = (engine, frame, call) => {
  if (call.args[0]?.targets.length === 0) return null;
  run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return element(call.callee);
};
const test: Builtin = (engine, frame, call) => {
  run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return INERT;
};
const reduce: Builtin = (engine, frame, call) => {
  const start = call.args[1] ?? element(call.callee);
  const once = run(engine, frame, call, [start, element(call.callee), INERT]);
  return join(start, once);
};
const then: Builtin = (engine, frame, call) => {
  const result = run(engine, frame, call, [call.callee]);
  if (call.args[1]) run(engine, frame, call, [make({ inert: true, hint: 'error' })], 1);
  return call.args[0]?.targets.some((target) => target.kind === 'function') ? result : join(result, call.callee);
};
const append: Builtin = (engine, frame, call) => {
  for (const arg of call.args) putIn(engine, frame, call, '[]', arg);
  return call.callee.fields ? INERT : null;
};

/** Puts a value into the receiver, and into the cell that holds it. */
function putIn(engine: Engine, frame: Frame, call: CallSite, name: string, value: Value): void {
  grow(frame, call.callee, name, value);
  if (call.callee.home) keep(engine, frame, call.callee.home, make({ fields: new Map([[name, value]]) }), call.site);
}

/** `map.set(key, value)`, `params.append(key, value)` on a container we know. */
const setEntry: Builtin = (engine, frame, call) => {
  if (!call.callee.fields) return null;
  putIn(engine, frame, call, call.args[0]?.text ?? '[]', call.args[1] ?? EMPTY);
  if (call.args[0] && call.args[0].text === null) grow(frame, call.callee, '@keys', call.args[0]);
  return call.callee;
};
const getEntry: Builtin = (engine, _frame, call) => {
  const key = call.args[0]?.text;
  if (key === null || key === undefined) return call.callee.fields ? element(call.callee) : null;
  return call.args.length === 1 ? read(engine, call.callee, key, call.site) : null;
};

const METHODS: Record<string, Builtin> = {
  forEach: each,
  map,
  flatMap: map,
  filter,
  find,
  findLast: find,
  some: test,
  every: test,
  findIndex: none,
  reduce,
  reduceRight: reduce,
  sort: filter,
  toSorted: filter,
  then,
  finally: (engine, frame, call) => (run(engine, frame, call, []), call.callee),
  catch: (engine, frame, call) => join(call.callee, run(engine, frame, call, [make({ inert: true, hint: 'error' })])),
  slice: (_engine, frame, call) =>
    call.args.some((arg) => arg.targets.length > 0) ? null : (littleOf(frame, call) ?? call.callee),
  at: (_engine, _frame, call) => element(call.callee),
  pop: (_engine, _frame, call) => element(call.callee),
  shift: (_engine, _frame, call) => element(call.callee),
  reverse: same,
  toReversed: same,
  flat: same,
  values: (_engine, _frame, { callee }) => (callee.fields?.has('@keys') ? listOf(element(callee), callee) : callee),
  fill: same,
  copyWithin: same,
  valueOf: same,
  toJSON: same,
  lean: same,
  exec: same,
  toObject: same,
  unwrap: same,
  clone: same,
  toArray: same,
  asObservable: same,
  pipe: same,
  concat: (_engine, _frame, call) => call.args.reduce((sum, value) => join(sum, value), call.callee),
  push: append,
  unshift: append,
  add: append,
  set: setEntry,
  append: setEntry,
  get: getEntry,
  entries: (engine, _frame, call) => entriesOf(engine, call.callee, call.site),
  keys: (_engine, _frame, call) => listOf(call.callee.fields?.get('@keys') ?? INERT, call.callee),
  has: none,
  includes: none,
  indexOf: none,
  lastIndexOf: none,
  startsWith: none,
  endsWith: none,
  test: none,
  charCodeAt: none,
  codePointAt: none,
  localeCompare: none,
  search: none,
  getTime: none,
  hasOwnProperty: none,
  delete: none,
  clear: none,
  removeListener: none,
  off: none,
  isSame: none,
  addEventListener: none,
  join: (engine, _frame, { callee, site }) => {
    const items = join(element(callee), ofLabels(callee.labels));
    return textOf(engine, [items], site, items.inert);
  },
  toString: encoded,
  toUpperCase: string,
  toLowerCase: string,
  trim: string,
  trimStart: string,
  trimEnd: string,
  normalize: string,
  padStart: string,
  padEnd: string,
  substring: (engine, frame, call) => littleOf(frame, call) ?? string(engine, frame, call),
  substr: (engine, frame, call) => littleOf(frame, call) ?? string(engine, frame, call),
  charAt: none,
  repeat: string,
  toLocaleString: string,
  toLocaleLowerCase: string,
  toLocaleUpperCase: string,
  toISOString: string,
  toFixed: string,
  replace: replaced,
  replaceAll: replaced,
  match: string,
  matchAll: string,
  split: splitText,
  bind: (_engine, _frame, call) => boundFunction(call),
  emit: (engine, _frame, call) => publish(engine, call),
  dispatch: (engine, _frame, call) => publish(engine, call),
  publish: (engine, _frame, call) => publish(engine, call),
  on: subscribe,
  once: subscribe,
  addListener: subscribe,
  subscribe,
};

/** A replacement that names no part of the match masks nothing by itself; a filler for every character does. */
function replaced(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const out = string(engine, frame, call);
  const filler = call.args[1]?.text;
  return filler !== null && filler !== undefined && /^[*xX•#.]+$/.test(filler) && out ? INERT : out;
}

/** `email.split('@')[1]` is a domain: no person; `authorization.split(' ')[0]` is no key; `url.split('?')[0]` has lost its parameters. */
function splitText(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const out = altered(string(engine, frame, call) ?? EMPTY, { type: STRING });
  const parts = container();
  if (first(call).text === '@') {
    parts.fields?.set('0', out);
    parts.fields?.set('1', INERT);
    return parts;
  }
  if (/^[?#]$/.test(first(call).text ?? ''))
    parts.fields?.set(
      '0',
      mapLabels(out, (label) => inState(label, 'masked')),
    );
  // `Bearer key` and `user:key` of the Basic scheme: the scheme and who asks are no keys.
  if (/^[ :]$/.test(first(call).text ?? '')) parts.fields?.set('0', mapLabels(out, ofHead));
  put(parts, '[]', out);
  return parts;
}

function encoded(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const out = string(engine, frame, call);
  if (out && /^(base64|base64url|hex)$/.test(first(call).text ?? ''))
    noteEncoding(engine, frame, call.ordinal, `toString('${first(call).text}')`, out.labels);
  return out;
}

function entriesOf(engine: Engine, value: Value, site: Site): Value {
  const pair = container();
  pair.fields?.set('0', value.fields?.get('@keys') ?? INERT);
  pair.fields?.set('1', everything(engine, value, site));
  return listOf(pair, value);
}

/** Any child of an object, as dynamic access gives it. */
function everything(engine: Engine, value: Value, site: Site): Value {
  const isSpelledOut = (value.fields?.size ?? 0) > 0 && value.type.kind === 'unknown';
  // The members of a literal are known: none of them is the record itself.
  let out = isSpelledOut ? { ...element(value), hint: '' } : element(value);
  for (const [name, child] of value.fields ?? []) if (name !== '@keys') out = join(out, child);
  const declared = contents(engine, value, site).filter(({ label, at }) => at !== '' && label.kind === 'source');
  const isKnown = declared.length === 0 || out.labels.some((label) => label.kind === 'source');
  return isKnown ? out : ofLabels(declared.map(({ label }) => label));
}

const eventKey = (call: CallSite): string | null => (first(call).text === null ? null : `event:${first(call).text}`);

function publish(engine: Engine, call: CallSite): Value | null {
  const key = eventKey(call);
  if (key !== null && call.args[1]) engine.store(key, call.args[1]);
  return key === null ? null : INERT;
}

function subscribe(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const key = eventKey(call);
  if (isFunction(first(call))) run(engine, frame, call, [element(call.callee)]);
  if (key === null || !call.args[1]) return null;
  run(engine, frame, call, [engine.look(engine.cellAt(key))], 1);
  return call.callee;
}

const STATICS: Record<string, Builtin> = {
  'JSON.stringify': (engine, _frame, call) =>
    ofLabels(contents(engine, onlyKeys(call) ?? first(call), call.site).map(({ label }) => asText(label))),
  // Bytes of a text say what it says.
  'Buffer.from': (engine, _frame, call) => ofLabels(contents(engine, first(call), call.site).map(({ label }) => asText(label))),
  'JSON.parse': (_engine, _frame, call) => altered(first(call), { inert: false }),
  'Object.keys': none,
  'Object.hasOwn': none,
  'Array.isArray': none,
  'Number.isNaN': none,
  'Number.isInteger': none,
  'Number.isFinite': none,
  'Date.now': none,
  'Date.parse': none,
  'Object.getOwnPropertyNames': none,
  'Object.is': none,
  'Object.values': (engine, _frame, call) => listOf(everything(engine, first(call), call.site), first(call)),
  'Object.entries': (engine, _frame, call) => entriesOf(engine, first(call), call.site),
  'Object.fromEntries': (_engine, _frame, call) => listOf(element(element(first(call))), first(call)),
  'Object.assign': assign,
  'Object.freeze': (_engine, _frame, call) => first(call),
  'Object.create': (_engine, _frame, call) => first(call),
  'Array.from': (engine, frame, call) =>
    call.args.length > 1 ? listOf(run(engine, frame, call, [element(first(call)), INERT], 1), first(call)) : first(call),
  'Array.of': (_engine, _frame, call) =>
    listOf(
      call.args.reduce((sum, value) => join(sum, value), EMPTY),
      EMPTY,
    ),
  'Promise.all': (_engine, _frame, call) => first(call),
  'Promise.allSettled': (_engine, _frame, call) => first(call),
  'Promise.resolve': (_engine, _frame, call) => first(call),
  'Promise.race': (_engine, _frame, call) => element(first(call)),
  'Promise.any': (_engine, _frame, call) => element(first(call)),
  'Promise.reject': (_engine, _frame, call) => first(call),
  'String.raw': textOfArguments,
  'Reflect.get': (_engine, _frame, call) => first(call),
  'React.memo': (_engine, _frame, call) => first(call),
  'React.forwardRef': (_engine, _frame, call) => first(call),
};

/** `JSON.stringify(value, ['id'])` keeps those members only. */
function onlyKeys(call: CallSite): Value | null {
  const list = call.args[1];
  if (!list?.fields || list.targets.length > 0) return null;
  const names = new Set([...list.fields.values()].flatMap((value) => (value.text === null ? [] : [value.text])));
  const value = first(call);
  if (names.size === 0) return null;
  return altered(value, {
    fields: value.fields ? new Map([...value.fields].filter(([name]) => names.has(name))) : null,
    type: picked(value.type, names, true),
    labels: [],
    targets: [],
    parts: null,
  });
}

function assign(engine: Engine, frame: Frame, call: CallSite): Value {
  const target = first(call);
  for (const from of call.args.slice(1)) {
    for (const [name, child] of from.fields ?? []) grow(frame, target, name, child);
    if (!from.fields || from.labels.length > 0)
      grow(frame, target, '*', ofLabels(contents(engine, from, call.site).map(({ label }) => label)));
  }
  return target;
}

const argument: Builtin = (_engine, _frame, call) => first(call);

const FUNCTIONS: Record<string, Builtin> = {
  String: textOfArguments,
  encodeURIComponent: textOfArguments,
  encodeURI: textOfArguments,
  decodeURIComponent: textOfArguments,
  escape: textOfArguments,
  unescape: textOfArguments,
  Boolean: none,
  Number: none,
  parseInt: none,
  parseFloat: none,
  isNaN: none,
  Symbol: none,
  setTimeout: delayed,
  setInterval: delayed,
  setImmediate: delayed,
  queueMicrotask: delayed,
  structuredClone: argument,
  cloneDeep: argument,
  useMemo: (engine, frame, call) => run(engine, frame, call, []),
  useCallback: argument,
  memo: argument,
  forwardRef: argument,
  cache: argument,
  useDeferredValue: argument,
  toRaw: argument,
  unref: argument,
  toValue: argument,
  useEffect: delayed,
  useLayoutEffect: delayed,
  useState: state,
  ref: box,
  shallowRef: box,
  reactive: filled,
  $state: filled,
  useRef: (_engine, _frame, call) => field('current', first(call)),
  computed: (engine, frame, call) => field('value', run(engine, frame, call, [])),
  Array: (_engine, _frame, call) => listOf(EMPTY, first(call)),
  Object: argument,
  Map: collection,
  Set: collection,
  WeakMap: collection,
  Promise: promise,
  Date: textOfArguments,
  RegExp: none,
  Proxy: argument,
  t: none,
  i18n: none,
  __: none,
  gettext: none,
  cn: none,
  clsx: none,
};

function field(name: string, value: Value): Value {
  const out = container();
  out.fields?.set(name, value);
  return make({ fields: out.fields, hint: value.hint });
}

function box(_engine: Engine, _frame: Frame, call: CallSite): Value {
  return field('value', fillable(first(call)));
}

/** `reactive({ email: '' })` of Vue, `$state({ email: '' })` of Svelte: the thing itself. */
function filled(_engine: Engine, _frame: Frame, call: CallSite): Value {
  return fillable(first(call));
}

function delayed(engine: Engine, frame: Frame, call: CallSite): Value {
  run(engine, frame, call, call.args.slice(2));
  return INERT;
}

/** `useState<T>(initial)`: the value and its setter; the setter is a function of nobody's. */
function state(engine: Engine, frame: Frame, call: CallSite): Value {
  const initial = first(call);
  const type = call.typeArgument === NONE ? UNKNOWN : typeIn(engine, frame, call.typeArgument);
  const value = fillable(isFunction(initial) ? run(engine, frame, call, []) : initial);
  const out = container();
  out.fields?.set(
    '0',
    type.kind === 'unknown'
      ? altered(value, { text: null, inert: value.inert && isSwitch(frame, call) })
      : altered(value, { type, inert: false, text: null }),
  );
  out.fields?.set('1', INERT);
  return out;
}

/** `useState(false)` only ever holds a yes or a no; another first value says little of what is set later. */
function isSwitch({ reader }: Frame, call: CallSite): boolean {
  const at = operandCount(reader, call.ordinal) > 4 ? operandAt(reader, call.ordinal, 4) : NONE;
  return at !== NONE && kindAt(reader, at) === Kind.Const && operandAt(reader, at, 0) === LiteralKind.Boolean;
}

function collection(_engine: Engine, _frame: Frame, call: CallSite): Value {
  const out = container();
  const from = first(call);
  if (from === EMPTY) return out;
  const items = element(from);
  put(
    out,
    '[]',
    call.words === 'Map' || call.words === 'WeakMap'
      ? join(items.fields?.get('1') ?? EMPTY, make({ type: elementOf(items.type) }))
      : items,
  );
  return make({ fields: out.fields, hint: from.hint });
}

function promise(engine: Engine, frame: Frame, call: CallSite): Value {
  run(engine, frame, call, [INERT, INERT]);
  return EMPTY;
}
