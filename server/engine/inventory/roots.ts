/** Which library a value written in a function comes from, as far as imports and single assignments tell: no evaluation. */
import { Flag, Kind, NONE } from '../ir';
import type { Program, Target } from '../link/program';
import { flagsAt, kindAt, operandAt, readerOf, type Reader } from '../link/reader';
import type { Matcher } from '../match';
import type { Model } from '../model';

const DEPTH = 24;

export interface Root {
  model: Model;
  /** The name it was imported by ("pgTable", "z"). */
  name: string;
  /** The call on the library itself: `z.string()` of `z.string().email().optional()`. */
  made: Written | null;
}

/** An instruction and where it is written. */
export interface Written {
  module: number;
  fn: number;
  value: number;
}

export interface Roots {
  /** The model behind a value. */
  of(module: number, fn: number, value: number): Root | null;
}

export function createRoots(program: Program, matcher: Matcher): Roots {
  const definitions = new Map<string, Int32Array>();
  const definitionsOf = (module: number, fn: number): Int32Array => {
    const key = `${module}:${fn}`;
    const known = definitions.get(key);
    if (known) return known;
    const made = singleStores(readerOf(program.modules[module], fn), program.modules[module].functions[fn].slots.length);
    definitions.set(key, made);
    return made;
  };
  const ofTarget = (target: Target, depth: number): Root | null => {
    if (target.kind === 'external') {
      const model = matcher.package(target.specifier);
      return model && { model, name: target.name, made: null };
    }
    if (target.kind !== 'slot') return null;
    const value = definitionsOf(target.module, 0)[target.slot] ?? NONE;
    return value < 0 ? null : of(target.module, 0, value, depth - 1);
  };
  const of = (module: number, fn: number, value: number, depth: number): Root | null => {
    const reader = readerOf(program.modules[module], fn);
    let made: Written | null = null;
    const through = (root: Root | null): Root | null => root && { ...root, made: root.made ?? made };
    for (let at = value; at !== NONE && depth > 0; depth--) {
      switch (kindAt(reader, at)) {
        case Kind.Global: {
          const operand = operandAt(reader, at, 0);
          const target = flagsAt(reader, at) & Flag.Import ? program.imported(module, operand) : null;
          // `import { prisma } from './prisma'` of a file that cannot be seen is known by its name.
          if (target && (target.kind !== 'external' || matcher.knows(target.specifier))) return through(ofTarget(target, depth));
          const ambient = matcher.ambient(target ? reader.module.imports[operand].local : reader.module.names[operand]);
          return ambient && { model: ambient.model, name: ambient.words, made };
        }
        case Kind.Load: {
          const owner = operandAt(reader, at, 1);
          const defined = definitionsOf(module, owner === NONE ? fn : owner)[operandAt(reader, at, 0)] ?? NONE;
          if (defined < 0) return null;
          if (owner !== NONE && owner !== fn) return through(of(module, owner, defined, depth - 1));
          at = defined;
          break;
        }
        case Kind.Call:
          made = { module, fn, value: at };
          at = operandAt(reader, at, 0);
          break;
        case Kind.Get:
        case Kind.Await:
        case Kind.Cast:
          at = operandAt(reader, at, 0);
          break;
        default:
          return null;
      }
    }
    return null;
  };
  return { of: (module, fn, value) => of(module, fn, value, DEPTH) };
}

/** For each slot stored exactly once in its own function: the stored value, else -1. */
function singleStores(reader: Reader, slots: number): Int32Array {
  const out = new Int32Array(slots).fill(NONE);
  const seen = new Set<number>();
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 2) !== NONE) continue;
    const slot = operandAt(reader, i, 0);
    out[slot] = seen.has(slot) ? NONE : operandAt(reader, i, 1);
    seen.add(slot);
  }
  return out;
}
