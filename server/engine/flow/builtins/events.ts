/** Events by name: what is published reaches who subscribes. */
import type { Engine, Frame } from '../frame';
import { runCallback } from '../invoke';
import { handedOutBy } from '../streams';
import { INERT, type Value } from '../values';
import type { CallSite } from '../call-site';
import { first, run, isFunction } from './builtin';

const eventKey = (call: CallSite): string | null => (first(call).text === null ? null : `event:${first(call).text}`);

export function publish(engine: Engine, call: CallSite): Value | null {
  const key = eventKey(call);
  if (key !== null && call.args[1]) engine.store(key, call.args[1]);
  return key === null ? null : INERT;
}

export function subscribe(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const key = eventKey(call);
  const listener = isFunction(first(call)) ? first(call) : first(call).fields?.get('next');
  if (listener) runCallback(engine, frame, listener, [handedOutBy(call.callee)], call.site, call);
  if (key === null || !call.args[1]) return null;
  run(engine, frame, call, [engine.look(engine.cellAt(key))], 1);
  return call.callee;
}
