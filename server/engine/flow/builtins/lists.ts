/** Lists, maps and promises: what callbacks are given and what comes out. */
import { operandAt } from '../../link/reader';
import { NUMBER, STRING } from '../../link/types';
import { keep, keepInModule } from '../cells';
import { contents } from '../emit';
import { grow, parameterCell, type Engine, type Frame } from '../frame';
import { keepsTexts } from '../partial';
import { element, read, type Site } from '../read';
import { handedOutBy, isStream } from '../streams';
import { mapLabels } from '../trees';
import { CALLED, EMPTY, INERT, OFF, altered, container, join, make, ofLabels, type Value } from '../values';
import type { CallSite } from '../call-site';
import { type Builtin, run, listOf } from './builtin';

export const each: Builtin = (engine, frame, call) => {
  run(engine, frame, call, [element(call.callee), call.callee.fields?.get('@keys') ?? EMPTY, call.callee]);
  return INERT;
};

export const map: Builtin = (engine, frame, call) => {
  const result = run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return listOf(result, call.callee);
};

export const filter: Builtin = (engine, frame, call) => {
  run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return keepsTexts(engine, call.args[0]) ? listOfTexts(call.callee) : call.callee;
};

/** What is left are texts: none of them is the record of a person, whatever they are called. */
function listOfTexts(list: Value): Value {
  const item = mapLabels(element(list), (label) => (label.kind === 'source' && label.datum === 'record' ? null : label));
  return listOf(altered(item, { type: STRING, hint: '' }), list);
}

export const find: Builtin = (engine, frame, call) => {
  if (call.args[0]?.targets.length === 0) return null;
  run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return element(call.callee);
};

export const test: Builtin = (engine, frame, call) => {
  run(engine, frame, call, [element(call.callee), INERT, call.callee]);
  return INERT;
};

export const reduce: Builtin = (engine, frame, call) => {
  const start = call.args[1] ?? element(call.callee);
  // What the function puts into the literal that it is given and gives back.
  if (start.fields)
    for (const target of call.args[0]?.targets ?? [])
      if (target.kind === 'function') engine.store(parameterCell(target.fn, 0), container());
  const once = run(engine, frame, call, [start, element(call.callee), INERT]);
  // What begins with 0 is a sum: of one person it tells nothing.
  return start === OFF ? make({ inert: true, type: NUMBER }) : join(start, once);
};

/** `promise.then(…)`; not called "then", or the module itself would be taken for a promise. */
export const settled: Builtin = (engine, frame, call) => {
  const result = taken(engine, run(engine, frame, call, [call.callee]));
  if (call.args[1]) run(engine, frame, call, [make({ inert: true, hint: 'error' })], 1);
  return call.args[0]?.targets.some((target) => target.kind === 'function') ? result : join(result, call.callee);
};

/** `fetch(url).then((response) => response.json() as Promise<Customer>)`: an answer is what the code takes it for. */
function taken(engine: Engine, result: Value): Value {
  const isBlank = result.inert && !result.fields && result.labels.length === 0 && result.text === null;
  return isBlank && engine.personal.fields(result.type).length > 0 ? altered(result, { inert: false }) : result;
}

export const append: Builtin = (engine, frame, call) => {
  for (const arg of call.args) putIn(engine, frame, call, '[]', arg);
  return call.callee.fields ? INERT : null;
};

/** `list.splice(0, 1, user)`: what it takes out, and what it puts in. */
export const spliced: Builtin = (engine, frame, call) => {
  for (const arg of call.args.slice(2)) putIn(engine, frame, call, '[]', arg);
  return call.callee;
};

export const filled: Builtin = (engine, frame, call) => {
  if (call.args[0]) putIn(engine, frame, call, '[]', call.args[0]);
  return call.callee;
};

/** Puts a value into the receiver, and into the cell that holds it. */
function putIn(engine: Engine, frame: Frame, call: CallSite, name: string, value: Value): void {
  grow(frame, call.callee, name, value);
  keepInModule(engine, frame, operandAt(frame.reader, call.ordinal, 0), name, value);
  if (call.callee.home) keep(engine, frame, call.callee.home, make({ fields: new Map([[name, value]]) }), call.site);
}

/** `subject.next(value)`; of what is iterated by hand, one element after the other. */
export const next: Builtin = (engine, frame, call) => {
  if (isStream(call.callee)) return (putIn(engine, frame, call, CALLED, call.args[0] ?? EMPTY), INERT);
  return call.args.length === 0 && call.callee.fields?.has('[]')
    ? make({ fields: new Map([['value', element(call.callee)]]) })
    : null;
};

/** `store.update((value) => …)`, `signal.update(…)`. */
export const update: Builtin = (engine, frame, call) => {
  if (!isStream(call.callee)) return null;
  putIn(engine, frame, call, CALLED, run(engine, frame, call, [handedOutBy(call.callee)]));
  return INERT;
};

/** `map.set(key, value)`, `params.append(key, value)`, `store.set(value)` on a container we know. */
export const setEntry: Builtin = (engine, frame, call) => {
  if (!call.callee.fields) return null;
  if (isStream(call.callee) && call.args.length === 1) return next(engine, frame, call);
  putIn(engine, frame, call, call.args[0]?.text ?? '[]', call.args[1] ?? EMPTY);
  if (call.args[0]) grow(frame, call.callee, '@keys', call.args[0].text === null ? call.args[0] : INERT);
  return call.callee;
};

export const getEntry: Builtin = (engine, _frame, call) => {
  const key = call.args[0]?.text;
  const { fields } = call.callee;
  if (key === null || key === undefined) return fields ? element(call.callee) : null;
  // What was put in under an unknown key may be under this one.
  if (fields?.has('[]') && !fields.has(key)) return element(call.callee);
  return call.args.length === 1 ? read(engine, call.callee, key, call.site) : null;
};

export function entriesOf(engine: Engine, value: Value, site: Site): Value {
  const pair = container();
  pair.fields?.set('0', value.fields?.get('@keys') ?? INERT);
  pair.fields?.set('1', everything(engine, value, site));
  return listOf(pair, value);
}

/** Any child of an object, as dynamic access gives it. */
export function everything(engine: Engine, value: Value, site: Site): Value {
  const isSpelledOut = (value.fields?.size ?? 0) > 0 && value.type.kind === 'unknown';
  // The members of a literal are known: none of them is the record itself.
  let out = isSpelledOut ? { ...element(value), hint: '' } : element(value);
  for (const [name, child] of value.fields ?? []) if (name !== '@keys') out = join(out, child);
  const declared = contents(engine, value, site).filter(({ label, at }) => at !== '' && label.kind === 'source');
  const isKnown = declared.length === 0 || out.labels.some((label) => label.kind === 'source');
  return isKnown ? out : ofLabels(declared.map(({ label }) => label));
}
