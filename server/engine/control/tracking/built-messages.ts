/** Messages that are built step by step, in a callback, as one chain or as a form: `message.to(user.email).subject('Sale')`. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control, Spot } from '../guards/control';

interface Step {
  fn: number;
  /** Of the method, without its "set" or "add". */
  name: string;
  args: readonly number[];
}

/** The steps behind an argument: of the chain that it is, of the form that it is, or of what a callback does to its first parameter. */
export function stepsOf(control: Control, { fn, ordinal }: Spot): Step[] {
  const reader = control.reader(fn);
  if (kindAt(reader, ordinal) === Kind.Closure)
    return inCallback(control, control.program.base[control.program.moduleOf[fn]] + operandAt(reader, ordinal, 0));
  if (kindAt(reader, ordinal) === Kind.Load) return inForm(control, fn, ordinal);
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

/** `form.append('to', user.email)`: a field of a form is a step of its name. */
function inForm(control: Control, fn: number, load: number): Step[] {
  const reader = control.reader(fn);
  const slot = operandAt(reader, load, 0);
  const isOwn = (i: number): boolean =>
    kindAt(reader, i) === Kind.Load && operandAt(reader, i, 1) === NONE && operandAt(reader, i, 0) === slot;
  if (!isOwn(load) || !control.stores(fn, slot, load).some((store) => store.fn === fn && makesForm(control, store))) return [];
  const out: Step[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (!isStep(control, fn, i) || !isOwn(operandAt(reader, i, 0)) || !/^(append|set)$/.test(control.name(fn, i))) continue;
    const [name, value] = [0, 1].map((n) => (4 + n < operandCount(reader, i) ? operandAt(reader, i, 4 + n) : NONE));
    if (value !== NONE) out.push({ fn, name: control.text(fn, name) ?? '', args: [value] });
  }
  return out;
}

function makesForm(control: Control, { fn, ordinal }: Spot): boolean {
  const reader = control.reader(fn);
  const value = operandAt(reader, ordinal, 1);
  return (
    value !== NONE &&
    kindAt(reader, value) === Kind.Call &&
    (flagsAt(reader, value) & Flag.New) !== 0 &&
    /^(FormData|URLSearchParams)$/.test(control.name(fn, value))
  );
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
