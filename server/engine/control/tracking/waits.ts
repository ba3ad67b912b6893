/** How an SDK waits for consent by itself: by an option, by a default that denies, by what is done once it is loaded. */
import type { Constants } from '../../flow/constants';
import { EntryKind, Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { ConsentFacts } from '../../model';
import type { Control, Spot } from '../guards/control';
import { EVERYTHING, Level, TOPICS, bestOf, type Facts } from '../guards/facts';
import type { Knowing } from '../guards/knowing';
import type { Predicates } from '../guards/predicates';
import { createObjects } from './objects';

/**
 * The first option that has the value asked for (under which the SDK waits by itself, or keeps nothing), as written, or ''; also
 * where it has another value only after a yes: `enabled: consent.analytics`, `opt_out_by_default: !accepted`.
 */
export function optionOf(
  control: Control,
  constants: Constants,
  { meaning }: Pick<Predicates, 'meaning'>,
  { fn, ordinal: i }: Spot,
  options: ConsentFacts['waits'] = {},
): string {
  const { argumentsOf, entriesOf, objectBehind } = createObjects(control);
  const memberOf = (at: Spot | null, name: string): Spot | null => {
    const object = at && objectBehind(at.fn, at.ordinal);
    if (!object || kindAt(control.reader(object.fn), object.ordinal) !== Kind.Object) return null;
    const entry = entriesOf(object.fn, object.ordinal).find(({ key }) => key === name);
    return entry && entry.value !== NONE ? { fn: object.fn, ordinal: entry.value } : null;
  };
  const written = (path: string): Spot | null => {
    const [argument, ...rest] = path.split('.');
    return rest.reduce(memberOf, argumentsOf({ fn, ordinal: i })[Number(argument)] ?? null);
  };
  for (const [path, wanted] of Object.entries(options)) {
    const name = path.slice(path.indexOf('.') + 1);
    if (argumentConstants(control, constants, fn, i, path).includes(wanted)) return name;
    const value = typeof wanted === 'boolean' ? written(path) : null;
    if (!value) continue;
    const { yes, no } = meaning(value.fn, value.ordinal);
    const otherwise = wanted ? no : yes;
    if (otherwise !== EVERYTHING && bestOf(otherwise.granted, TOPICS) >= Level.given) return name;
  }
  return '';
}

function argumentConstants(control: Control, constants: Constants, fn: number, i: number, path: string): unknown[] {
  const [argument, ...rest] = path.split('.');
  const reader = control.reader(fn);
  const position = 4 + Number(argument);
  if (position >= operandCount(reader, i) || operandAt(reader, i, position) === NONE) return [];
  return constants.of(fn, operandAt(reader, i, position), rest).map(({ value }) => value);
}

/** `gtag('consent', 'default', { analytics_storage: 'denied' })`: everything it names is denied; `fbq('consent', 'revoke')`. */
export function isDenied(control: Control, constants: Constants, fn: number, i: number): boolean {
  const kinds = argumentConstants(control, constants, fn, i, '1');
  if (kinds.includes('revoke')) return true;
  if (!kinds.includes('default')) return false;
  const names = argumentConstants(control, constants, fn, i, '2').flatMap((value) =>
    Array.isArray(value) ? value.map((name) => String(name.value)) : [],
  );
  const asked = names.filter((name) => /^(ad|analytics)_/.test(name));
  return asked.length > 0 && asked.every((name) => argumentConstants(control, constants, fn, i, `2.${name}`).includes('denied'));
}

/** `setAnalyticsCollectionEnabled(consent)`: the SDK is switched on and off as somebody chose; off for all as a module is loaded. */
export function isSwitchedByChoice(
  control: Control,
  constants: Constants,
  { choice }: Predicates,
  { fn, ordinal }: Spot,
): boolean {
  const last = operandCount(control.reader(fn), ordinal) - 1;
  if (last < 4) return false;
  const value = operandAt(control.reader(fn), ordinal, last);
  if (value === NONE) return false;
  const asked = choice(fn, value);
  if (asked) return !asked.negative;
  const known = argumentConstants(control, constants, fn, ordinal, String(last - 4));
  return known.length > 0 && known.every((each) => each === false) && isTopLevel(control, fn);
}

const isTopLevel = ({ program }: Control, fn: number): boolean => fn === program.base[program.moduleOf[fn]];

const DEFAULTS = /['"]consent['"]\s*,\s*['"]default['"]/;

/** The same in the text of a script, where an answer may be filled in: `'${consent.analytics ? 'granted' : 'denied'}'`. */
export function isDeniedInText(control: Control, knowing: Knowing, { fn, ordinal }: Spot, text: string): boolean {
  if (!DEFAULTS.test(text)) return false;
  // What is written in place is all that is told; what a variable holds stands elsewhere in the text.
  const told = text.split(DEFAULTS).slice(1);
  if (told.some((rest) => /denied/.test(/^\s*,\s*\{/.test(rest) ? rest.replace(/\}[^]*$/, '') : text))) return true;
  const reader = control.reader(fn);
  if (kindAt(reader, ordinal) !== Kind.Template) return false;
  const values: number[] = [];
  for (let n = 1; n < operandCount(reader, ordinal); n += 2) values.push(operandAt(reader, ordinal, n));
  return values.some((value) => isGrantedAfterYes(control, knowing, fn, value));
}

/** A choice between "granted" and "denied" of which the first is made only after a yes. */
function isGrantedAfterYes(control: Control, knowing: Knowing, fn: number, value: number): boolean {
  const reader = control.reader(fn);
  if (kindAt(reader, value) !== Kind.Phi) return false;
  let denies = false;
  for (let n = 0; n < operandCount(reader, value); n += 2) {
    const text = control.text(fn, operandAt(reader, value, n + 1)) ?? '';
    if (/denied/.test(text)) denies = true;
    const known = knowing.along(fn, operandAt(reader, value, n), value);
    if (/granted/.test(text) && bestOf(known.granted, TOPICS) < Level.given) return false;
  }
  return denies;
}

/** `init(key, { loaded: (sdk) => { … sdk.opt_out_capturing() } })`: opted out as soon as it is there, unless somebody said yes. */
export function isStoppedOnceLoaded(control: Control, knowing: Knowing, { fn, ordinal }: Spot, facts: ConsentFacts): boolean {
  const { program } = control;
  const stops = new Set(
    Object.entries(facts.calls ?? {})
      .filter(([name, role]) => role === 'stops' && /opt_?out|disable|stop/i.test(name))
      .map(([name]) => name.slice(name.lastIndexOf('.') + 1)),
  );
  if (stops.size === 0) return false;
  return callbacksIn(control, fn, ordinal).some((index) => {
    const callback = program.base[program.moduleOf[fn]] + index;
    const reader = control.reader(callback);
    const stopping: number[] = [];
    for (let i = 0; i < reader.count; i++) {
      const method = kindAt(reader, i) === Kind.Call ? operandAt(reader, i, 1) : NONE;
      if (method !== NONE && stops.has(reader.module.names[method])) stopping.push(i);
    }
    return (
      stopping.some((i) => bestOf(knowing.at(callback, i).refused, TOPICS) >= Level.given) ||
      (stopping.length > 0 && isSettled(knowing, callback, 0, stopping))
    );
  });
}

/**
 * Every way on from a place of a function comes to one of its calls, or to a yes that was given; opting in is none by itself.
 */
export function isSettled(
  knowing: Knowing,
  fn: number,
  from: number,
  calls: readonly number[],
  grants: readonly number[] = [],
): boolean {
  const { blockOf, out, starts } = knowing.cfg(fn);
  const isYes = (known: Facts): boolean => known === EVERYTHING || bestOf(known.granted, TOPICS) >= Level.given;
  if (calls.length === 0) return false;
  const first = blockOf[from];
  const seen = new Set<number>([first]);
  const queue = [first];
  for (let block = queue.pop(); block !== undefined; block = queue.pop()) {
    const here = block;
    if (calls.some((call) => blockOf[call] === here && (here !== first || call >= from))) continue;
    if (out[here].length === 0 || grants.some((call) => blockOf[call] === here && call >= from)) return false;
    for (const { to } of out[here]) {
      const isGiven = isYes(knowing.along(fn, starts[here], starts[to]));
      if (!isGiven && !seen.has(to)) queue.push(to);
      seen.add(to);
    }
  }
  return true;
}

/** Functions, by index, that are written in the arguments of a call or in objects there. */
function callbacksIn(control: Control, fn: number, call: number): number[] {
  const reader = control.reader(fn);
  const out: number[] = [];
  const visit = (value: number, depth: number): void => {
    if (value === NONE || depth === 0) return;
    if (kindAt(reader, value) === Kind.Closure) out.push(operandAt(reader, value, 0));
    if (kindAt(reader, value) !== Kind.Object) return;
    for (let n = 0; n < operandCount(reader, value); n += 3)
      if (operandAt(reader, value, n) !== EntryKind.Spread) visit(operandAt(reader, value, n + 2), depth - 1);
  };
  for (let n = 4; n < operandCount(reader, call); n++) visit(operandAt(reader, call, n), 3);
  return out;
}
