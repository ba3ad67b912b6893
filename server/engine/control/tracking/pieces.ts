/** Lists that are filled piece by piece: what is pushed into a variable, in any function of its file. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control, Spot } from '../guards/control';

/** A call that adds to a list, and the value it adds. */
export interface Piece extends Spot {
  value: number;
}

/** What is pushed into the variable that is loaded. */
export function piecesOf(control: Control, fn: number, load: number): Piece[] {
  const owner = operandAt(control.reader(fn), load, 1);
  const holder = owner === NONE ? fn : control.program.base[control.program.moduleOf[fn]] + owner;
  return piecesIn(control, holder, operandAt(control.reader(fn), load, 0));
}

export function piecesIn(control: Control, holder: number, slot: number): Piece[] {
  const { program } = control;
  const module = program.moduleOf[holder];
  const own = holder - program.base[module];
  const out: Piece[] = [];
  program.modules[module].functions.forEach((_, index) => {
    const fn = program.base[module] + index;
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Call || operandCount(reader, i) < 5 || !/^(push|add|unshift)$/.test(control.name(fn, i)))
        continue;
      const list = operandAt(reader, i, 0);
      if (list === NONE || kindAt(reader, list) !== Kind.Load || operandAt(reader, list, 0) !== slot) continue;
      const owner = operandAt(reader, list, 1);
      if ((owner === NONE ? index : owner) === own) out.push({ fn, ordinal: i, value: operandAt(reader, i, 4) });
    }
  });
  return out;
}
