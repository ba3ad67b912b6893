/** Client state that is written to storage: only what is kept counts. */
import { NONE } from '../../ir';
import { UNKNOWN } from '../../link/types';
import type { Action, Model } from '../../model';
import { introduce, type LibraryCall } from '../actions';
import { contents } from '../emit';
import type { Engine, Frame } from '../frame';
import { typeIn } from '../operands';
import { reachSinks } from '../sinks';
import { EMPTY, callable, container, make, put, type Denoted, type Value } from '../values';
import { isFunction, type Read } from './reading';
import { runCallback } from '../invoke';

const SECURE = /secure|keychain|encrypt/i;

/**
 * `persist((set, get) => state, { partialize, storage })`: what `set` receives is written down. With `partialize` only the
 * members it returns; into a secure store nothing.
 */
export const persist: Read = (engine, frame, call) => {
  const options = call.args[1]?.fields;
  const storage = options?.get('storage');
  const getter = typed(call, call.library.model, 'getter');
  const setter =
    storage && isSecure(storage) ? getter : typed(call, keeping(call.library.model, kept(engine, frame, call)), 'setter');
  const creator = call.args[0];
  return creator ? runCallback(engine, frame, creator, introduce(engine, creator, [setter, getter]), call.site, call) : null;
};

/**
 * `atomWithStorage<User | null>('user', null, storage)`: what the atom is declared to hold is written down, and so is what it
 * is given later. Where nothing is declared and it begins empty, its key tells what it is for.
 */
export const keptAtom: Read = (engine, frame, call) => {
  const [key, initial, storage] = call.args;
  if (storage && isSecure(storage)) return make({ inert: true });
  const declared = call.typeArgument === NONE ? UNKNOWN : typeIn(engine, frame, call.typeArgument);
  const isEmpty = !initial || (initial.text === null && (initial.fields?.size ?? 0) === 0);
  const told = declared.kind === 'unknown' && isEmpty ? make({ hint: key?.text ?? '' }) : make({ type: declared });
  const { kept } = call.library.model.types;
  for (const value of initial ? [initial, told] : [told])
    if (kept?.call) reachSinks(engine, frame, kept.call, call.library, call.words, [EMPTY, value], call.site);
  // What is told where the atom is made need not be told again wherever it is set.
  const isTold = contents(engine, told, call.site).length > 0;
  return make({ type: declared, targets: isTold ? [] : [targetOf(call, 'keptAtom')] });
};

/** `const [user, setUser] = useAtom(userAtom)`: what the setter of an atom that is kept takes is written down. */
export const atom: Read = (_engine, _frame, call) => {
  const [given] = call.args;
  const isKept = given?.targets.some((target) => target.kind === 'library' && target.value.type === 'keptAtom');
  if (!isKept) return null;
  const setting = callable(targetOf(call, 'setter'));
  if (call.method === 'useSetAtom') return setting;
  const value = make({ type: given.type });
  if (call.method === 'useAtomValue') return value;
  const out = container();
  put(out, '0', value);
  put(out, '1', setting);
  return out;
};

const targetOf = (call: LibraryCall, type: string): Denoted => ({ kind: 'library', value: { ...call.library, type } });

const typed = (call: LibraryCall, model: Model, type: string): Value =>
  make({ targets: [{ kind: 'library', value: { ...call.library, model, type, words: 'set' } }], hint: 'set' });

const isSecure = (storage: Value): boolean =>
  SECURE.test(storage.hint) ||
  storage.targets.some((target) => target.kind === 'library' && target.value.model.kind === 'secure-storage');

/** Names that `partialize` returns; null when everything is kept. */
function kept(engine: Engine, frame: Frame, call: LibraryCall): string[] | null {
  const partialize = call.args[1]?.fields?.get('partialize');
  if (!isFunction(partialize)) return null;
  const state = runCallback(engine, frame, partialize, [container()], call.site, call);
  return state.fields ? [...state.fields.keys()] : null;
}

/** The model with a setter that takes only the members kept. */
function keeping(model: Model, names: string[] | null): Model {
  const { setter } = model.types;
  if (names === null || !setter?.call?.sink) return model;
  const call: Action = { ...setter.call, sink: { ...setter.call.sink, data: names.map((name) => `0.${name}`) } };
  return { ...model, types: { ...model.types, setter: { call } } };
}

/** `set((state) => ({ me }))`: what the function returns is set. A value is seen by the sink of the call itself. */
export const setter: Read = (engine, frame, call) => {
  if (!isFunction(call.args[0])) return null;
  const next = runCallback(engine, frame, call.args[0], [EMPTY], call.site, call);
  reachSinks(engine, frame, call.action, call.library, call.words, [next], call.site);
  return next;
};

/** `useLocalStorage<Draft>(key, initial)`: what it holds is a draft, whatever the variable is called. */
export const stored: Read = (engine, frame, call) => {
  const type = call.typeArgument === NONE ? UNKNOWN : typeIn(engine, frame, call.typeArgument);
  if (type.kind === 'unknown') return null;
  const out = container();
  put(out, '0', make({ type }));
  return out;
};
