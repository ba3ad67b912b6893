/** Where a variable is read, and what is done with what is read. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';

/** It is called, a method of it is, something is put into it, or it is handed on. */
export type As = 'callee' | 'receiver' | 'owner' | 'value';

/** What is done with a value. */
export function usesOf(control: Pick<Base, 'reader'>, { fn, ordinal }: Spot): { by: number; as: As }[] {
  const reader = control.reader(fn);
  const out: { by: number; as: As }[] = [];
  for (let by = ordinal + 1; by < reader.count; by++) {
    const kind = kindAt(reader, by);
    const operand = (n: number): boolean => operandAt(reader, by, n) === ordinal;
    const some = (from: number, step: number): boolean => {
      for (let n = from; n < operandCount(reader, by); n += step) if (operand(n)) return true;
      return false;
    };
    if (kind === Kind.Call && operand(0) && operandAt(reader, by, 1) === NONE) out.push({ by, as: 'callee' });
    else if (kind === Kind.Call && operand(0)) out.push({ by, as: 'receiver' });
    else if (kind === Kind.Set && operand(0)) out.push({ by, as: 'owner' });
    else if (
      (kind === Kind.Call && some(4, 1)) ||
      (kind === Kind.Store && operand(1)) ||
      (kind === Kind.Return && operand(0)) ||
      (kind === Kind.Object && some(2, 3)) ||
      (kind === Kind.Element && (some(5, 3) || some(3 + operandAt(reader, by, 2) * 3, 1)))
    )
      out.push({ by, as: 'value' });
  }
  return out;
}

/** Where a variable is read, in its function and in those written inside it. */
export function loadsOf({ program, reader: readerOf }: Pick<Base, 'program' | 'reader'>, holder: number, slot: number): Spot[] {
  const module = program.moduleOf[holder];
  const out: Spot[] = [];
  for (let fn = program.base[module]; fn < program.base[module] + program.modules[module].functions.length; fn++) {
    const reader = readerOf(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Load || operandAt(reader, i, 0) !== slot) continue;
      const owner = operandAt(reader, i, 1);
      if ((owner === NONE ? fn : program.base[module] + owner) === holder) out.push({ fn, ordinal: i });
    }
  }
  return out;
}
