/** Components that are loaded when they are shown: `lazy(() => import('./tags'))`. */
import { Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base } from './control';
import type { Use } from './nests';

/** Elements of a module whose tag was made by a call that was given a function. */
export function lazyElements(base: Base, module: number, loader: number): Use[] {
  const { program } = base;
  const holder = program.base[module] + Math.max(0, functionOf(program, loader).parent);
  const reader = base.reader(holder);
  const made = new Set<number>();
  const slots = new Set<number>();
  for (let i = 0; i < reader.count; i++) {
    const operand = (n: number): number => operandAt(reader, i, n);
    if (kindAt(reader, i) === Kind.Closure && operand(0) === loader - program.base[module]) made.add(i);
    if (kindAt(reader, i) === Kind.Call && operandCount(reader, i) > 4 && made.has(operand(4))) made.add(i);
    if (kindAt(reader, i) === Kind.Store && made.has(operand(1))) slots.add(operand(0));
  }
  const out: Use[] = [];
  for (let own = 0; slots.size > 0 && own < program.modules[module].functions.length; own++) {
    const fn = program.base[module] + own;
    const other = base.reader(fn);
    for (let i = 0; i < other.count; i++) {
      const tag = kindAt(other, i) === Kind.Element ? operandAt(other, i, 1) : NONE;
      if (tag === NONE || kindAt(other, tag) !== Kind.Load || !slots.has(operandAt(other, tag, 0))) continue;
      const owner = operandAt(other, tag, 1);
      if ((owner === NONE ? fn : program.base[module] + owner) !== holder) continue;
      out.push({ kind: 'element', fn, ordinal: i, argument: -1, path: [] });
    }
  }
  return out;
}
