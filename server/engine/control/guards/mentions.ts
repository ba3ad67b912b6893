/** What the functions of a module mention: names, imports, variables of the module. */
import { rootOf } from '../../flow/mentions';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt } from '../../link/reader';
import type { Base } from './control';

/** For each name, import and module variable: the stand-alone functions that use it. */
export interface Mentions {
  names: Map<string, Set<number>>;
  imports: Map<number, Set<number>>;
  slots: Map<number, Set<number>>;
}

export function mentionsOf(base: Base, module: number): Mentions {
  const { program } = base;
  const ir = program.modules[module];
  const out: Mentions = { names: new Map(), imports: new Map(), slots: new Map() };
  const note = <Key>(map: Map<Key, Set<number>>, key: Key, root: number): void => {
    const known = map.get(key);
    if (known) known.add(root);
    if (!known) map.set(key, new Set([root]));
  };
  ir.functions.forEach((_, index) => {
    const root = program.base[module] + rootOf(ir, index);
    const reader = base.reader(program.base[module] + index);
    for (let i = 0; i < reader.count; i++) {
      const flags = flagsAt(reader, i);
      const operand = (n: number): number => operandAt(reader, i, n);
      switch (kindAt(reader, i)) {
        case Kind.Global:
          if (flags & Flag.Import) note(out.imports, operand(0), root);
          if (!(flags & Flag.Import)) note(out.names, ir.names[operand(0)], root);
          break;
        case Kind.Get:
          if (!(flags & Flag.Computed)) note(out.names, ir.names[operand(1)], root);
          break;
        case Kind.Call:
          if (operand(1) !== NONE) note(out.names, ir.names[operand(1)], root);
          break;
        case Kind.Load:
          if (operand(1) === 0 || (operand(1) === NONE && index === 0)) note(out.slots, operand(0), root);
          break;
      }
    }
  });
  return out;
}
