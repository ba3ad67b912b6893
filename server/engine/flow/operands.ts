/** What an instruction works on: the values, names and declared types of its operands. */
import { NONE } from '../ir';
import { operandAt, type Reader } from '../link/reader';
import { UNKNOWN, type Type } from '../link/types';
import type { Engine, Frame } from './frame';
import type { Site } from './read';
import { EMPTY, type Value } from './values';

export const valueAt = (frame: Frame, ordinal: number): Value => (ordinal === NONE ? EMPTY : (frame.values[ordinal] ?? EMPTY));

export const typeIn = (engine: Engine, frame: Frame, term: number): Type => typeAt(engine, frame.module, frame.index, term);

function typeAt(engine: Engine, module: number, index: number, term: number): Type {
  if (term < 0) return UNKNOWN;
  let unbound: Map<string, Type> | null = null;
  const { functions } = engine.program.modules[module];
  for (let at = index; at >= 0; at = functions[at].parent)
    for (const name of functions[at].typeParameters) (unbound ??= new Map<string, Type>()).set(name, UNKNOWN);
  return engine.types.of(module, term, unbound);
}

/** The declared type of a function's parameter. */
export function parameterType(engine: Engine, fn: number, position: number): Type {
  const module = engine.program.moduleOf[fn];
  const index = fn - engine.program.base[module];
  const parameter = engine.program.modules[module].functions[index].parameters[position];
  return parameter ? typeAt(engine, module, index, parameter.term) : UNKNOWN;
}

export const operandValue = (frame: Frame, i: number, n: number): Value => valueAt(frame, operandAt(frame.reader, i, n));

export const siteAt = (frame: Frame, ordinal: number): Site => ({ fn: frame.fn, ordinal });

export const nameAt = (reader: Reader, i: number, n: number): string => {
  const name = operandAt(reader, i, n);
  return name === NONE ? '' : reader.module.names[name];
};

/** At module level only unnamed callbacks belong to the module's own nest; named functions stand alone. */
export const isInline = (name: string, ofClass: number): boolean => name === '' && ofClass === NONE;

/** Nothing is known of it but where it came in. */
export const isAnonymous = (value: Value): boolean =>
  !value.inert && !value.fields && value.targets.length === 0 && value.labels.every((label) => label.kind === 'symbol');
