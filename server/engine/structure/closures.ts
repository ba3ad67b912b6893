/** Functions behind a value, and their parameters. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';
import { functionOf, slotOf, type Code, type Spot } from './code';
import type { Uses } from './uses';

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

/** `const decline = useCallback(() => { … })`: calls that are given a function, and the names under which what they give is kept. */
export function keptCalls(code: Code, uses: Uses, made: Spot): { call: number; name: string }[] {
  const reader = code.trail.reader(made.fn);
  const users = (value: number, kind: Kind): number[] => uses.of(made.fn, value).filter((user) => kindAt(reader, user) === kind);
  return users(made.ordinal, Kind.Call).flatMap((call) =>
    users(call, Kind.Store).map((store) => {
      const { owner, slot } = slotOf(code.program, made.fn, reader, store);
      return { call, name: functionOf(code.program, owner).slots[slot].name };
    }),
  );
}

export function parameterAt(reader: Reader, position: number): number {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Param && operandAt(reader, i, 0) === position) return i;
  return NONE;
}
