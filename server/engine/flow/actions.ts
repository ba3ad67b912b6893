/** What a modelled library call does: sinks, origins, states, callbacks, the value it returns. */
import { Flag, NONE } from '../ir';
import { memberOfLibrary, typeOf, type LibraryValue } from '../match';
import type { Action, Origin } from '../model';
import { isKeyName } from '../owners';
import { named } from './variables';
import { keep } from './cells';
import { contents } from './emit';
import { grow, parameterCell, type Engine, type Frame } from './frame';
import { noteHash } from './hashes';
import { asText, inState, isGone, less, source, spoken } from './labels';
import { element, type Site } from './read';
import { UNKNOWN, type Type } from '../link/types';
import { typeIn } from './operands';
import { readers } from './readers';
import { argumentAt, reach, reachRequest, reachSinks } from './sinks';
import { asksOnly, fieldOf, picksElement } from './names';
import { isReadAsPerson } from './usage';
import { EMPTY, INERT, altered, container, join, make, ofLabels, put, unite, type Label, type Value } from './values';
import { runCallback } from './invoke';
import type { CallSite } from './call-site';

export interface ModelledCall {
  action: Action;
  library: LibraryValue;
  /** "logger.info": as a message names the callee. */
  words: string;
  receiver: Value;
  args: Value[];
  site: Site;
  /** First type argument, as a term. */
  typeArgument: number;
}

export interface LibraryCall extends ModelledCall {
  /** Name of the member or function called. */
  method: string;
}

export function libraryCall(engine: Engine, frame: Frame, call: CallSite, library: LibraryValue): Value {
  const found = call.name === '' ? { library, action: ownAction(call, library) } : memberAction(call, library);
  if (!found.action) return unlisted(engine, frame, call);
  return applyAction(engine, frame, {
    ...found,
    action: found.action,
    words: call.words || library.words,
    receiver: call.callee,
    args: call.args,
    site: call.site,
    typeArgument: call.typeArgument,
  });
}

/** What calling or constructing the value does; a package as a whole is what it exports by default. */
function ownAction({ flags }: CallSite, library: LibraryValue): Action | undefined {
  const how = flags & Flag.New ? 'construct' : 'call';
  const own = typeOf(library);
  const main = library.type === 'module' ? own?.members?.default : undefined;
  return own?.[how] ?? (typeof main === 'string' ? library.model.types[main]?.[how] : undefined);
}

/** A member that is a value of another type is called (or constructed) as that value. */
function memberAction(call: CallSite, library: LibraryValue): { library: LibraryValue; action: Action | undefined } {
  const member = memberOfLibrary(library, call.name);
  if (!member) return { library, action: undefined };
  if ('action' in member) return { library, action: member.action };
  return { library: member.type, action: ownAction(call, member.type) };
}

/** A member the model does not list passes content through. */
function unlisted(engine: Engine, frame: Frame, call: CallSite): Value {
  const key = picksElement(call.name || call.words) ? call.args[0]?.text : null;
  if (key) return make({ hint: `${fieldOf(key)} input` });
  if (asksOnly(call.name)) return isReadAsPerson(engine, frame, call.ordinal) ? EMPTY : INERT;
  let labels: readonly Label[] = [];
  for (const value of [call.callee, ...call.args])
    labels = unite(
      labels,
      contents(engine, value, call.site, true).map(({ label }) => less(label)),
    );
  return labels.length === 0 ? make({ hint: '' }) : ofLabels(labels);
}

export function applyAction(engine: Engine, frame: Frame, modelled: ModelledCall): Value {
  const call = { ...modelled, method: modelled.words.slice(modelled.words.lastIndexOf('.') + 1) };
  const { action, args, receiver, site } = call;
  reachSinks(engine, frame, action, call.library, call.words, args, site);
  if (action.sink?.kind === 'log') laterWritten(engine, frame, call, action.sink);
  const handed = callbacks(engine, frame, call);
  if (action.mutatesReceiver) {
    // What is put under "userId" is the key of one.
    const key = args[0]?.text ?? '';
    const isKey = isKeyName(key);
    for (const arg of args) absorb(engine, frame, receiver, isKey ? named(engine, arg, key, undefined, site) : arg, action, site);
  }
  const answer = action.reader ? readers[action.reader]?.(engine, frame, call) : null;
  if (answer) return handedOut(call, answer);
  let out = handed;
  const carried = carriedLabels(engine, frame, call);
  if (carried.length > 0) out = join(out, ofLabels(carried));
  if (action.content && action.content !== 'none' && !action.state && !action.returns && !action.text)
    out = join(out, structure(action, call));
  if (action.source) out = join(out, born(action.source, site));
  if (action.returns) return handedOut(call, out);
  return out === EMPTY && !isAnswered(action) ? INERT : out;
}

/** `logger.debug(() => user.email)`: what the function gives is written, when the level asks for it. */
function laterWritten(engine: Engine, frame: Frame, call: LibraryCall, sink: NonNullable<Action['sink']>): void {
  call.args.forEach((arg, at) => {
    const isMade = arg.targets.some((target) => target.kind === 'function' && target.frame === frame);
    if (!isMade) return;
    const result = runCallback(engine, frame, arg, [], call.site, call);
    reach(engine, frame, sink, 'data', String(at), result, call.library, call.words, call.site);
  });
}

/** The result comes from elsewhere: a server's answer, what a reader or a callback could not tell. Its names may speak. */
const isAnswered = ({ source, sink, callback, reader, fresh }: Action): boolean =>
  fresh === true ||
  source !== undefined ||
  callback !== undefined ||
  reader !== undefined ||
  sink?.kind === 'http' ||
  sink?.kind === 'third-party';

/** A value that is personal by where it comes from. */
function born(origin: Origin, site: Site): Value {
  const { category, words, owner } = origin;
  return make({
    labels: [source({ category, words, datum: category === 'record' ? 'origin' : 'field', trust: 3, ...site })],
    hint: owner ?? '',
  });
}

/** The result as a value of the type that the action returns. */
function handedOut(call: LibraryCall, value: Value): Value {
  const { action, library, receiver, site } = call;
  if (!action.returns) return value;
  if (action.returns === 'receiver') {
    if (value === receiver || value === EMPTY) return receiver;
    return value.targets.length > 0
      ? value
      : action.reader
        ? altered(value, { targets: receiver.targets.length > 0 ? receiver.targets : [{ kind: 'library', value: library }] })
        : join(receiver, value);
  }
  const config = action.config === undefined ? library.site : { fn: site.fn, ordinal: site.ordinal, config: action.config };
  const next: LibraryValue = { ...library, type: action.returns, site: config, globals: undefined };
  const fields = value.fields ?? container().fields;
  if (hasAliases(next)) fields?.set('*', container());
  const origin = typeOf(next)?.source;
  return make({
    ...value,
    labels: origin ? unite(value.labels, born(origin, site).labels) : value.labels,
    fields,
    targets: [{ kind: 'library', value: next }],
    hint: value.hint || (action.reader ? '' : receiver.hint),
    inert: false,
  });
}

/** A member through which the value itself is changed (`url.searchParams.set(…)`): both share what is put in. */
function hasAliases(value: LibraryValue): boolean {
  return Object.values(typeOf(value)?.members ?? {}).some((member) => {
    if (typeof member !== 'string' || member === 'receiver') return false;
    return Object.values(value.model.types[member]?.members ?? {}).some((own) => typeof own !== 'string' && own.mutatesReceiver);
  });
}

/** What an appended value leaves in its receiver. */
function absorb(engine: Engine, frame: Frame, receiver: Value, arg: Value, action: Action, site: Site): void {
  const labels = contents(engine, arg, site, action.text).map(({ label }) =>
    action.state ? inState(label, action.state) : action.text ? spoken(label) : label,
  );
  if (labels.length === 0) return;
  grow(frame, receiver, '*', ofLabels(labels));
  if (receiver.home) keep(engine, frame, receiver.home, ofLabels(labels), site);
}

function carriedLabels(engine: Engine, frame: Frame, call: LibraryCall): readonly Label[] {
  const { action, receiver, args, site } = call;
  const from: Value[] = [];
  if (action.content === 'receiver' || action.content === 'all') from.push(receiver);
  if (action.content === 'first') from.push(...args.slice(0, 1));
  if (action.content === 'arguments' || action.content === 'all') from.push(...args);
  let labels: readonly Label[] = [];
  for (const value of from)
    labels = unite(
      labels,
      contents(engine, value, site).map(({ label }) => label),
    );
  if (!action.state) return action.returns || action.text ? labels.map(asText) : [];
  noteHash(engine, frame, call, labels);
  const state = action.state;
  return labels
    .map((label) => inState(label, state, state === 'weak-hash' ? call.words : undefined))
    .filter((label) => !isGone(label.state));
}

/** Content that passes unchanged keeps its shape. */
function structure(action: Action, call: LibraryCall): Value {
  if (action.content === 'first') return call.args[0] ?? EMPTY;
  let out = EMPTY;
  if (action.content !== 'arguments') out = join(out, altered(call.receiver, { targets: [] }));
  if (action.content !== 'receiver') for (const arg of call.args) out = join(out, arg);
  return out;
}

function callbacks(engine: Engine, frame: Frame, call: LibraryCall): Value {
  let out = EMPTY;
  for (const callback of call.action.callback ?? []) {
    const given = callback.path
      ? argumentAt(engine, call.args, `${callback.argument}.${callback.path}`, call.site)
      : call.args[callback.argument];
    if (!given || given.targets.length === 0) continue;
    const args = callback.parameters.map((parameter) => callbackArgument(engine, frame, call, parameter));
    const result = runCallback(engine, frame, given, introduce(engine, given, args), call.site, call);
    if (callback.result === 'value') out = join(out, result);
    if (callback.result === 'receiver') out = join(out, call.receiver);
    if (callback.result === 'sink' && call.action.sink)
      reach(engine, frame, call.action.sink, 'data', String(callback.argument), result, call.library, call.words, call.site);
    if (callback.result === 'request') reachRequest(engine, frame, call, result);
    if (callback.result !== 'elements') continue;
    const list = container();
    put(list, '[]', result);
    out = join(out, list);
  }
  return out;
}

/**
 * A function learns which library values its parameters are, before it is evaluated: what it reads from them is born in
 * it, so the call itself hands over only the rest.
 */
export function introduce(engine: Engine, callback: Value, args: readonly Value[]): Value[] {
  for (const target of callback.targets) {
    if (target.kind !== 'function') continue;
    args.forEach((arg, at) => {
      if (isLibrary(arg))
        engine.store(
          parameterCell(target.fn, at),
          make({ labels: arg.labels, targets: arg.targets, hint: arg.hint, type: arg.type }),
        );
    });
  }
  return args.map((arg) => (isLibrary(arg) ? EMPTY : arg));
}

const isLibrary = (value: Value): boolean => value.targets.some((target) => target.kind === 'library');

function callbackArgument(engine: Engine, frame: Frame, call: LibraryCall, parameter: string): Value {
  if (parameter === 'none' || parameter === 'result') return EMPTY;
  if (parameter === 'element') return element(call.receiver);
  if (parameter === 'receiver') return call.receiver;
  if (!parameter.startsWith('type:')) return argumentAt(engine, call.args, parameter, call.site) ?? EMPTY;
  const type = parameter.slice(5);
  const origin = call.library.model.types[type]?.source;
  const targets = [{ kind: 'library' as const, value: { ...call.library, type, words: type } }];
  if (origin) return altered(born(origin, call.site), { targets });
  return make({ targets, hint: type, type: routed(typeIn(engine, frame, call.typeArgument)) });
}

/** `app.post<{ Body: Waiver }>(path, handler)`: what the handler's request carries. */
const routed = (type: Type): Type => (type.kind === 'object' ? { kind: 'named', name: '', args: [type] } : UNKNOWN);

/** An object whose annotation says that a library will call its functions. */
export function handOver(
  engine: Engine,
  frame: Frame,
  value: Value,
  type: { specifier: string; name: string },
  site: Site,
): void {
  const library = engine.matcher.export(type.specifier, type.name);
  const action = library && typeOf(library)?.annotates;
  if (!library || !action) return;
  const call = { action, library, words: type.name, receiver: EMPTY, args: [value], site, typeArgument: NONE, method: '' };
  callbacks(engine, frame, call);
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
    if (action.mutatesReceiver) absorb(engine, frame, receiver, value, action, { fn: frame.fn, ordinal });
    const words = name === '' ? target.value.words : `${target.value.words}.${name}`;
    reachSinks(engine, frame, action, target.value, words, [value], { fn: frame.fn, ordinal });
  }
  return found;
}
