/** Messages that are built step by step, in a callback or as one chain: `message.to(user.email).subject('Sale')`. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control, Spot } from '../guards/control';

interface Step {
  fn: number;
  /** Of the method, without its "set" or "add". */
  name: string;
  args: readonly number[];
}

/** The steps behind an argument: of the chain that it is, or of what a callback does to its first parameter. */
export function stepsOf(control: Control, { fn, ordinal }: Spot): Step[] {
  const reader = control.reader(fn);
  if (kindAt(reader, ordinal) === Kind.Closure)
    return inCallback(control, control.program.base[control.program.moduleOf[fn]] + operandAt(reader, ordinal, 0));
  const out: Step[] = [];
  for (let at = ordinal; isStep(control, fn, at); at = operandAt(reader, at, 0)) out.push(stepAt(control, fn, at));
  return out.length > 1 ? out : [];
}

function inCallback(control: Control, fn: number): Step[] {
  const reader = control.reader(fn);
  const out: Step[] = [];
  for (let i = 0; i < reader.count; i++) {
    let root = i;
    while (isStep(control, fn, root)) root = operandAt(reader, root, 0);
    if (root !== i && root !== NONE && isFirstParameter(control, fn, root)) out.push(stepAt(control, fn, i));
  }
  return out;
}

function isStep(control: Control, fn: number, i: number): boolean {
  const reader = control.reader(fn);
  return i !== NONE && kindAt(reader, i) === Kind.Call && operandAt(reader, i, 1) !== NONE;
}

function stepAt(control: Control, fn: number, i: number): Step {
  const reader = control.reader(fn);
  const args = Array.from({ length: operandCount(reader, i) - 4 }, (_, n) => operandAt(reader, i, 4 + n));
  const method = reader.module.names[operandAt(reader, i, 1)];
  const name = method.replace(/^(set|add|with)(?=[A-Z])/, '').replace(/^./, (first) => first.toLowerCase());
  return { fn, name, args: args.filter((value) => value !== NONE) };
}

function isFirstParameter(control: Control, fn: number, i: number): boolean {
  const reader = control.reader(fn);
  if (kindAt(reader, i) === Kind.Param) return operandAt(reader, i, 0) === 0;
  if (kindAt(reader, i) !== Kind.Load || operandAt(reader, i, 1) !== NONE) return false;
  return control
    .stores(fn, operandAt(reader, i, 0), i)
    .some((store) => store.fn === fn && isFirstParameter(control, fn, operandAt(control.reader(fn), store.ordinal, 1)));
}
