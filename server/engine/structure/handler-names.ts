/** What the handler of a control is called, or what it calls. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';
import { argumentsOf, callsOf, functionOf, methodOf, type Code } from './code';
import { wordingOf } from './markup';

export function handlerName(code: Code, fn: number, reader: Reader, value: number): string {
  if (value === NONE) return '';
  if (kindAt(reader, value) === Kind.Load) {
    const owner = operandAt(reader, value, 1);
    const module = code.program.moduleOf[fn];
    const holder = owner === NONE ? functionOf(code.program, fn) : code.program.modules[module].functions[owner];
    return holder.slots[operandAt(reader, value, 0)]?.name ?? '';
  }
  if (kindAt(reader, value) === Kind.Closure) {
    const inner = code.program.base[code.program.moduleOf[fn]] + operandAt(reader, value, 0);
    const own = code.trail.reader(inner);
    return [...callsOf(own)]
      .map((call) =>
        [
          code.calleeOf(inner, call)?.path.join(' ') ?? methodOf(own, call),
          ...argumentsOf(own, call).map((arg) => (arg === NONE ? '' : wordingOf(code, inner, arg))),
        ].join(' '),
      )
      .join(' ');
  }
  if (kindAt(reader, value) === Kind.Global) return reader.module.names[operandAt(reader, value, 0)] ?? '';
  return '';
}
