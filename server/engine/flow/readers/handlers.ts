/** Handlers whose input has the shape that a chain of calls declares before them. */
import { UNKNOWN, type Type } from '../../link/types';
import type { LibraryCall } from '../actions';
import { parameterCell, type Engine } from '../frame';
import { EMPTY, INERT, container, make, type Value } from '../values';
import { isFunction, type Read } from './reading';
import { derived } from '../../link/type-parts';
import { runCallback } from '../invoke';

/** `procedure.input(schema).mutation(({ input, ctx }) => …)`, `client.schema(schema).action(({ parsedInput }) => …)`. */
export const procedure: Read = (engine, frame, call) => {
  if (/^(input|schema|inputSchema)$/.test(call.method))
    return make({ type: both(call.receiver.type, call.args[0]?.type ?? UNKNOWN) });
  const handler = call.args.find(isFunction);
  if (!handler) return call.method === 'use' ? call.receiver : INERT;
  const given = message(engine, call);
  // What is read from the input is born in the handler, which therefore has to know its shape.
  for (const target of handler.targets)
    if (target.kind === 'function' && call.receiver.type.kind === 'object') engine.store(parameterCell(target.fn, 0), given);
  runCallback(engine, frame, handler, [given], call.site, call);
  return call.method === 'use' ? call.receiver : INERT;
};

/** A chain may declare its input in parts. */
function both(before: Type, added: Type): Type {
  if (before.kind !== 'object' || added.kind !== 'object') return added.kind === 'unknown' ? before : added;
  return derived(before.name, new Map([...before.members(), ...added.members()]));
}

function message(engine: Engine, call: LibraryCall): Value {
  const input = make({ type: call.receiver.type, hint: 'input' });
  const context = engine.matcher.ambient('ctx');
  const ctx = context ? make({ targets: [{ kind: 'library', value: context }], hint: 'ctx' }) : EMPTY;
  const out = container();
  for (const [name, value] of [
    ['input', input],
    ['parsedInput', input],
    ['ctx', ctx],
  ] as const)
    out.fields?.set(name, value);
  return out;
}
