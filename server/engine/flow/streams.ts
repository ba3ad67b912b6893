/** Streams, stores and signals: a container that keeps under `CALLED` what it hands out. */
import { runCallback, type Named } from './invoke';
import { applyAction } from './actions';
import { NONE } from '../ir';
import type { Type } from '../link/types';
import { typeOf } from '../match';
import type { Engine, Frame } from './frame';
import { element, type Site } from './read';
import { CALLED, EMPTY, INERT, altered, container, join, make, type Value } from './values';

/** A stream of one value after the other, which may be all the same. */
export function streamOf(value: Value): Value {
  const out = container();
  out.fields?.set(CALLED, value);
  return make({ fields: out.fields, hint: value.hint });
}

export const isStream = ({ fields }: Value): boolean => fields?.has(CALLED) === true;

/** A declared shape (`User | undefined`) says by itself what is in it. */
export const isShape = ({ kind }: Type): boolean => kind === 'object' || kind === 'union';

/** What a stream hands out: of what is no stream to us (the answer of a request), the thing itself. */
export function handedOutBy(value: Value): Value {
  const kept = value.fields?.get(CALLED);
  if (kept) return kept.hint === '' && kept !== INERT ? altered(kept, { hint: value.hint }) : kept;
  return value.fields?.has('[]') ? element(value) : altered(value, { targets: [] });
}

/** `stream.pipe(map(…), tap(…))`: each operator is given what the one before it hands out. */
export function piped(engine: Engine, frame: Frame, value: Value, operators: readonly Value[], site: Site, called: Named): Value {
  let stream = value;
  for (const operator of operators) {
    for (const target of operator.targets) {
      const action = target.kind === 'library' && operator.fields ? typeOf(target.value)?.call : undefined;
      if (target.kind === 'function') stream = join(stream, runCallback(engine, frame, operator, [stream], site, called));
      if (!action || target.kind !== 'library') continue;
      const args = [handedOutBy(stream), ...operator.fields!.values()];
      const { value: library } = target;
      const given = applyAction(engine, frame, {
        action,
        library,
        words: library.words,
        receiver: EMPTY,
        args,
        site,
        typeArgument: NONE,
      });
      if (given !== INERT && given !== EMPTY) stream = given;
    }
  }
  return stream;
}
