/** Methods of a component that is written as options: `export default { methods: { load() {} } }`, run by `this.load()` and by its template. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Base } from './control';
import type { Use } from './nests';

/** Empty where a function is no such method, or nothing in its file runs it. */
export function optionMethodUses(base: Base, fn: number): Use[] {
  const { program } = base;
  const module = program.moduleOf[fn];
  const { path, functions } = program.modules[module];
  const info = functionOf(program, fn);
  const main = program.base[module];
  if (!path.endsWith('.vue') || info.parent !== 0 || info.name === '' || !isOfMethods(base.reader(main), fn - main)) return [];
  return functions.flatMap((_, index) => usesIn(base, main + index, info.name));
}

function isOfMethods(reader: Reader, index: number): boolean {
  const holds = (object: number, value: number, key: string | null): boolean => {
    for (let n = 0; n < operandCount(reader, object); n += 3) {
      const isNamed = key === null || reader.module.names[operandAt(reader, object, n + 1)] === key;
      if (operandAt(reader, object, n) !== EntryKind.Spread && isNamed && operandAt(reader, object, n + 2) === value) return true;
    }
    return false;
  };
  const objects = Array.from({ length: reader.count }, (_, i) => i).filter((i) => kindAt(reader, i) === Kind.Object);
  return objects.some((methods) => {
    const isHolding = Array.from({ length: methods }, (_, i) => i).some(
      (i) => kindAt(reader, i) === Kind.Closure && operandAt(reader, i, 0) === index && holds(methods, i, null),
    );
    return isHolding && objects.some((options) => holds(options, methods, 'methods'));
  });
}

/** `this.load()`; in the template `load` given to an element, or called. */
function usesIn(base: Base, fn: number, name: string): Use[] {
  const reader = base.reader(fn);
  const out: Use[] = [];
  const isName = (value: number): boolean =>
    value !== NONE &&
    kindAt(reader, value) === Kind.Global &&
    !(flagsAt(reader, value) & Flag.Import) &&
    reader.module.names[operandAt(reader, value, 0)] === name;
  for (let i = 0; i < reader.count; i++) {
    const operand = (n: number): number => operandAt(reader, i, n);
    if (kindAt(reader, i) === Kind.Call) {
      const isOwn =
        operand(1) === NONE
          ? isName(operand(0))
          : reader.module.names[operand(1)] === name && /^(this|self|vm|that)$/.test(base.name(fn, operand(0)));
      if (isOwn) out.push({ kind: 'call', fn, ordinal: i, argument: -1, path: [] });
    }
    if (kindAt(reader, i) !== Kind.Element) continue;
    for (let n = 0; n < operand(2); n++)
      if (operand(3 + n * 3) === EntryKind.Static && isName(operand(5 + n * 3)))
        out.push({ kind: 'attribute', fn, ordinal: i, argument: 0, path: [reader.module.names[operand(4 + n * 3)]] });
  }
  return out;
}
