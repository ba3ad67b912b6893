/** Functions behind a value, and their parameters. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';
import type { Code } from './code';

/** Functions a callee leads to without types: variables, imports. */
export function closuresOf(code: Code, fn: number, callee: number): number[] {
  return code.trail
    .origins(fn, callee)
    .filter((origin) => origin.path.length === 0 && kindAt(code.trail.reader(origin.fn), origin.ordinal) === Kind.Closure)
    .map(
      (origin) =>
        code.program.base[code.program.moduleOf[origin.fn]] + operandAt(code.trail.reader(origin.fn), origin.ordinal, 0),
    );
}

export function parameterAt(reader: Reader, position: number): number {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Param && operandAt(reader, i, 0) === position) return i;
  return NONE;
}
