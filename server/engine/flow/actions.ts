/** What a modelled library call does: sinks, origins, states, callbacks, the value it returns. */
import { NONE } from '../ir';
import { memberOfLibrary, typeOf, type LibraryValue } from '../match';
import type { Action } from '../model';
import type { CallSite } from './calls';
import { runCallback } from './calls';
import { contents } from './emit';
import type { Engine, Frame } from './frame';
import { noteHash } from './hashes';
import { inState, isGone, less, source } from './labels';
import { element, read, type Site } from './read';
import { readers } from './readers';
import { argumentAt, reachSinks } from './sinks';
import { EMPTY, INERT, container, join, make, ofLabels, put, unite, type Label, type Value } from './values';
import { Flag } from '../ir';

export interface LibraryCall {
  action: Action;
  library: LibraryValue;
  words: string;
  receiver: Value;
  args: Value[];
  site: Site;
  typeArgument: number;
}

export function libraryCall(engine: Engine, frame: Frame, call: CallSite, library: LibraryValue): Value {
  const type = typeOf(library);
  const own = call.flags & Flag.New ? type?.construct : call.name === '' ? type?.call : undefined;
  const member = call.name === '' ? null : memberOfLibrary(library, call.name);
  const typed = member && 'type' in member ? typeOf(member.type) : undefined;
  const action = own ?? (member && 'action' in member ? member.action : call.flags & Flag.New ? typed?.construct : typed?.call);
  const words = call.name === '' || library.words === '' ? call.words || library.words : call.words;
  if (!action) return unlisted(engine, call);
  return applyAction(engine, frame, { action, library, words, receiver: call.callee, args: call.args, site: call.site, typeArgument: call.typeArgument });
}

/** A member the model does not list passes content through. */
function unlisted(engine: Engine, call: CallSite): Value {
  let labels: readonly Label[] = [];
  for (const value of [call.callee, ...call.args]) labels = unite(labels, contents(engine, value, call.site, true).map(({ label }) => less(label)));
  return labels.length === 0 ? make({ hint: '' }) : ofLabels(labels);
}

export function applyAction(engine: Engine, frame: Frame, call: LibraryCall): Value {
  const { action, library, args, receiver, site } = call;
  reachSinks(engine, frame, action, library, call.words, args, site);
  if (action.reader) {
    const found = readers[action.reader]?.(engine, frame, call);
    if (found) return found;
  }
  let out = callbacks(engine, frame, call);
  const carried = carriedLabels(engine, frame, call);
  if (action.mutatesReceiver) for (const arg of args) absorb(engine, receiver, arg, action, site);
  if (carried.length > 0) out = join(out, ofLabels(carried));
  if (action.content && action.content !== 'none' && !action.state && !action.returns) out = join(out, structure(action, call));
  if (action.source) {
    const { category, words, owner } = action.source;
    out = join(out, make({ labels: [source({ category, words, datum: category === 'record' ? 'origin' : 'field', trust: 3, ...site })], hint: owner ?? '' }));
  }
  if (action.returns === 'receiver') return out === EMPTY ? receiver : join(receiver, out);
  if (action.returns) {
    const config = action.config === undefined ? library.site : { fn: site.fn, ordinal: site.ordinal, config: action.config };
    const next: LibraryValue = { ...library, type: action.returns, words: library.words, site: config };
    return make({ ...out, fields: out.fields ?? container().fields, targets: [{ kind: 'library', value: next }], hint: out.hint || receiver.hint, inert: false });
  }
  return out === EMPTY && !action.source ? INERT : out;
}

/** What an appended value leaves in its receiver. */
function absorb(engine: Engine, receiver: Value, arg: Value, action: Action, site: Site): void {
  const labels = contents(engine, arg, site).map(({ label }) => (action.state ? inState(label, action.state) : label));
  if (labels.length > 0) put(receiver, '*', ofLabels(labels));
}

function carriedLabels(engine: Engine, frame: Frame, call: LibraryCall): readonly Label[] {
  const { action, receiver, args, site } = call;
  const from: Value[] = [];
  if (action.content === 'receiver' || action.content === 'all') from.push(receiver);
  if (action.content === 'arguments' || action.content === 'all') from.push(...args);
  let labels: readonly Label[] = [];
  for (const value of from) labels = unite(labels, contents(engine, value, site).map(({ label }) => label));
  if (!action.state) return action.returns ? labels : [];
  noteHash(engine, frame, call, labels);
  const state = action.state;
  return labels.map((label) => inState(label, state, state === 'weak-hash' ? call.words : undefined)).filter((label) => !isGone(label.state));
}

/** Content that passes unchanged keeps its shape. */
function structure(action: Action, call: LibraryCall): Value {
  let out = EMPTY;
  if (action.content !== 'arguments') out = join(out, { ...call.receiver, targets: [] });
  if (action.content !== 'receiver') for (const arg of call.args) out = join(out, arg);
  return out;
}

function callbacks(engine: Engine, frame: Frame, call: LibraryCall): Value {
  let out = EMPTY;
  for (const callback of call.action.callback ?? []) {
    const args = callback.parameters.map((parameter) => callbackArgument(engine, call, parameter));
    const result = runCallback(engine, frame, call.args[callback.argument], args, call.site, call.words);
    if (callback.result === 'value') out = join(out, result);
    if (callback.result === 'receiver') out = join(out, call.receiver);
    if (callback.result !== 'elements') continue;
    const list = container();
    put(list, '[]', result);
    out = join(out, list);
  }
  return out;
}

function callbackArgument(engine: Engine, call: LibraryCall, parameter: string): Value {
  if (parameter === 'none' || parameter === 'result') return EMPTY;
  if (parameter === 'element') return element(call.receiver);
  if (parameter === 'receiver') return call.receiver;
  if (!parameter.startsWith('type:')) return argumentAt(engine, call.args, parameter, call.site) ?? EMPTY;
  const type = parameter.slice(5);
  return make({ targets: [{ kind: 'library', value: { ...call.library, type, words: type } }], hint: type });
}

/** `document.cookie = …`: true when the assignment was a sink. */
export function assignSink(engine: Engine, frame: Frame, receiver: Value, name: string, value: Value, ordinal: number): boolean {
  let found = false;
  for (const target of receiver.targets) {
    if (target.kind !== 'library') continue;
    const assigns = typeOf(target.value)?.assigns;
    const action = assigns && (Object.hasOwn(assigns, name) ? assigns[name] : assigns['*']);
    if (!action) continue;
    found = true;
    reachSinks(engine, frame, action, target.value, `${target.value.words}.${name}`, [value], { fn: frame.fn, ordinal });
  }
  return found;
}

export { read, NONE };
