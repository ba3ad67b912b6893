/** Built-ins of the language: arrays, maps, objects, strings, promises, JSON, events, React state. */
import type { Engine, Frame } from './frame';
import type { Value } from './values';
import type { CallSite } from './call-site';
import { isGlobalObject } from './builtins/builtin';
import { METHODS } from './builtins/methods';
import { STATICS } from './builtins/statics';
import { FUNCTIONS } from './builtins/functions';

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
