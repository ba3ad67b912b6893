/** Uses as they stand in one stand-alone function and all that is written inside it: each function with who calls or registers it there. */
import type { Frame } from '../../flow/frame';
import { callAt } from '../../flow/call-site';
import { rootOf } from '../../flow/mentions';
import { functionTargets } from '../../flow/targets';
import type { Value } from '../../flow/values';
import { EntryKind, Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Frames } from '../frames';
import type { Base, Spot } from './control';

/** One way in which a function comes to run. */
export interface Use extends Spot {
  /** `callback`: given to a call; `attribute`: given to an element; `inside`: nobody is known to run it but what made it. */
  kind: 'call' | 'callback' | 'element' | 'attribute' | 'import' | 'inside';
  /** Argument position, or the attribute's name. */
  argument: number;
  /** Members below the argument that lead to the function; for an element the attribute. */
  path: readonly string[];
}

export interface Nests {
  /** For each function: its uses inside a stand-alone function. */
  of(root: number): ReadonlyMap<number, readonly Use[]>;
  /** A stand-alone function with all that is written inside it. */
  family(root: number): number[];
}

/** Members below an argument: `bootstrap(App, { providers: [{ useFactory }] })`. */
const DEPTH = 4;

export function createNests({ engine, program }: Base, frames: Frames): Nests {
  const nests = new Map<number, Map<number, Use[]>>();

  const of = (root: number): Map<number, Use[]> => {
    const known = nests.get(root);
    if (known) return known;
    const found = new Map<number, Use[]>();
    nests.set(root, found);
    for (const fn of familyOf(root)) {
      const frame = frames.of(fn);
      if (frame) collect(frame, found);
    }
    return found;
  };

  const familyOf = (root: number): number[] => {
    const module = program.moduleOf[root];
    const ir = program.modules[module];
    return ir.functions.flatMap((_, index) =>
      program.base[module] + rootOf(ir, index) === root ? [program.base[module] + index] : [],
    );
  };

  const collect = (frame: Frame, found: Map<number, Use[]>): void => {
    const add = (value: Value | undefined, use: Omit<Use, 'fn' | 'path'>, path: readonly string[], depth: number): void => {
      for (const target of value?.targets ?? []) {
        if (target.kind === 'function') push(found, target.fn, { ...use, fn: frame.fn, path });
      }
      if (depth === 0 || !value?.fields) return;
      for (const [name, child] of value.fields) add(child, use, [...path, name], depth - 1);
    };
    for (let i = 0; i < frame.reader.count; i++) {
      const kind = kindAt(frame.reader, i);
      if (kind === Kind.Call) {
        const call = callAt(frame, i);
        for (const target of functionTargets(engine, call))
          push(found, target.fn, { kind: 'call', fn: frame.fn, ordinal: i, argument: -1, path: [] });
        call.args.forEach((value, argument) => add(value, { kind: 'callback', ordinal: i, argument }, [], DEPTH));
      }
      if (kind === Kind.Set)
        add(
          frame.values[operandAt(frame.reader, i, operandCount(frame.reader, i) - 1)],
          { kind: 'callback', ordinal: i, argument: -1 },
          [],
          0,
        );
      if (kind !== Kind.Element) continue;
      const tag = operandAt(frame.reader, i, 1);
      const count = operandAt(frame.reader, i, 2);
      for (const target of tag === NONE ? [] : (frame.values[tag]?.targets ?? [])) {
        if (target.kind === 'function')
          push(found, target.fn, { kind: 'element', fn: frame.fn, ordinal: i, argument: -1, path: [] });
        if (target.kind !== 'class') continue;
        for (const method of program.modules[target.ref.module].classes[target.ref.class].methods)
          if (LIFECYCLE.test(method.name))
            push(found, program.base[target.ref.module] + method.function, {
              kind: 'element',
              fn: frame.fn,
              ordinal: i,
              argument: -1,
              path: [],
            });
      }
      for (let n = 0; n < count; n++) {
        const isSpread = operandAt(frame.reader, i, 3 + n * 3) === EntryKind.Spread;
        const name = isSpread ? '' : frame.reader.module.names[operandAt(frame.reader, i, 4 + n * 3)];
        add(
          frame.values[operandAt(frame.reader, i, 5 + n * 3)],
          { kind: 'attribute', ordinal: i, argument: 0 },
          isSpread ? [] : [name],
          1,
        );
      }
      for (let n = 3 + count * 3; n < operandCount(frame.reader, i); n++)
        add(frame.values[operandAt(frame.reader, i, n)], { kind: 'attribute', ordinal: i, argument: 0 }, ['children'], 0);
    }
  };

  return { of, family: familyOf };
}

const LIFECYCLE = /^(render|constructor|componentDidMount|componentDidUpdate|componentWillMount|UNSAFE_componentWillMount)$/;

function push(found: Map<number, Use[]>, fn: number, use: Use): void {
  const list = found.get(fn);
  if (!list) found.set(fn, [use]);
  if (list && !list.some((other) => other.fn === use.fn && other.ordinal === use.ordinal && other.kind === use.kind))
    list.push(use);
}
