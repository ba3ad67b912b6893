/**
 * Who runs a function: calls, registrations, elements, imports of a module, across files. Asked backwards and on demand:
 * only functions on the way to what somebody asked about are looked at.
 */
import type { Frame } from '../../flow/frame';
import { rootOf } from '../../flow/mentions';
import type { Value } from '../../flow/values';
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { functionOf, outermostOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';
import type { Frames } from '../frames';
import { functionTargets } from '../../flow/targets';
import { callAt } from '../../flow/call-site';
import { lazyElements } from './lazy-elements';

/** One way in which a function comes to run. */
export interface Use extends Spot {
  /** `callback`: given to a call; `attribute`: given to an element; `inside`: nobody is known to run it but what made it. */
  kind: 'call' | 'callback' | 'element' | 'attribute' | 'import' | 'inside';
  /** Argument position, or the attribute's name. */
  argument: number;
  /** Members below the argument that lead to the function; for an element the attribute. */
  path: readonly string[];
}

export interface Uses {
  /** Empty when nobody in the project runs it. */
  of(fn: number): readonly Use[];
  /** Calls of a parameter (or of a member of it) in the functions written inside `fn`. */
  invocations(fn: number, position: number, path: readonly string[]): readonly Spot[];
  /** A stand-alone function with all that is written inside it. */
  family(root: number): readonly number[];
  /** Stand-alone functions that mention a stand-alone function by its name or an import of it. */
  mentioning(root: number): readonly number[];
  /** Stand-alone functions that use a variable of a module, in it and in its importers. */
  readers(module: number, slot: number): readonly number[];
  /** What the functions of a module mention. */
  mentions(module: number): Mentions;
}

const DEPTH = 2;

export function createUses(base: Base, frames: Frames): Uses {
  const { engine, program } = base;
  const nests = new Map<number, Map<number, Use[]>>();
  const memo = new Map<number, Use[]>();
  const mentionTables = new Map<number, Mentions>();

  const nest = (root: number): Map<number, Use[]> => {
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

  /** A stand-alone function with all that is written inside it. */
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

  const of = (fn: number): readonly Use[] => {
    const known = memo.get(fn);
    if (known) return known;
    const found = index(fn) === 0 ? imports(program.moduleOf[fn]) : uses(fn);
    memo.set(fn, found);
    return found;
  };

  const index = (fn: number): number => fn - program.base[program.moduleOf[fn]];

  const uses = (fn: number): Use[] => {
    const own = frames.rootOf(fn);
    const nested = own !== fn;
    const within = nest(own).get(fn) ?? [];
    const others = nested && !escapes(fn, within) ? [] : mentioning(own, fn);
    // A property of a literal that is handed over where the file runs (`run({ onConsent() {} })`) is mentioned nowhere.
    const main = program.base[program.moduleOf[fn]];
    const outside = [...new Set(nested ? others : [...others, main])].filter((root) => root !== own);
    const found = [...within, ...outside.flatMap((root) => nest(root).get(fn) ?? [])].filter((use) => use.fn !== fn);
    if (found.length === 0 && !nested) return shownLazily(fn);
    if (found.length > 0) return found;
    const parent = program.base[program.moduleOf[fn]] + functionOf(program, fn).parent;
    return [{ kind: 'inside', fn: parent, ordinal: closureOf(parent, index(fn)), argument: -1, path: [] }];
  };

  /** A nested function that is not just handed to a call may be run from elsewhere. */
  const escapes = (fn: number, within: readonly Use[]): boolean => within.length === 0 || functionOf(program, fn).name !== '';

  const closureOf = (parent: number, nested: number): number => {
    const reader = base.reader(parent);
    for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Closure && operandAt(reader, i, 0) === nested) return i;
    return 0;
  };

  /** Stand-alone functions of the module and its importers that mention a function, or one written inside it. */
  const mentioning = (root: number, fn: number): number[] => {
    const module = program.moduleOf[root];
    const names = [...new Set([functionOf(program, root).name, functionOf(program, fn).name])].filter((name) => name !== '');
    const slots = slotsOf(outermost(fn));
    const out = new Set<number>();
    for (const other of [module, ...program.importers(module)]) {
      const table = mentions(other);
      for (const name of names) for (const found of table.names.get(name) ?? []) out.add(found);
      program.modules[other].imports.forEach((entry, at) => {
        if (entry.typeOnly || !table.imports.has(at)) return;
        const target = program.imported(other, at);
        const leads = (target.kind === 'slot' || target.kind === 'shape') && target.module === module && slots.has(target.slot);
        if (leads) for (const found of table.imports.get(at)!) out.add(found);
      });
      if (other === module) for (const slot of slots) for (const found of table.slots.get(slot) ?? []) out.add(found);
    }
    return [...out].sort((a, b) => a - b);
  };

  /** The function that a module makes itself, around a function or that one: also one without a name, `(() => …)()`. */
  const outermost = (fn: number): number => {
    const module = program.moduleOf[fn];
    return program.base[module] + outermostOf(program.modules[module], fn - program.base[module]);
  };

  /** Module variables that hold a function, its class, or what was made of it (`memo(Button)`). */
  const slotsOf = (root: number): Set<number> => {
    const module = program.moduleOf[root];
    const main = base.reader(program.base[module]);
    const { class: ownClass } = functionOf(program, root);
    const holds = new Set<number>();
    const slots = new Set<number>();
    for (let i = 0; i < main.count; i++) {
      const kind = kindAt(main, i);
      if (kind === Kind.Closure && operandAt(main, i, 0) === index(root)) holds.add(i);
      if (kind === Kind.Class && ownClass !== NONE && operandAt(main, i, 0) === ownClass) holds.add(i);
      if (kind === Kind.Load && operandAt(main, i, 1) === NONE && slots.has(operandAt(main, i, 0))) holds.add(i);
      if (kind === Kind.Call)
        for (let n = 0; n < operandCount(main, i); n++) if ((n === 0 || n > 3) && holds.has(operandAt(main, i, n))) holds.add(i);
      if (kind === Kind.Object)
        for (let n = 2; n < operandCount(main, i); n += 3) if (holds.has(operandAt(main, i, n))) holds.add(i);
      if (kind === Kind.Cast && holds.has(operandAt(main, i, 0))) holds.add(i);
      if (kind === Kind.Store && operandAt(main, i, 2) === NONE && holds.has(operandAt(main, i, 1)))
        slots.add(operandAt(main, i, 0));
    }
    return slots;
  };

  const mentions = (module: number): Mentions => {
    const known = mentionTables.get(module);
    if (known) return known;
    const made = mentionsOf(base, module);
    mentionTables.set(module, made);
    return made;
  };

  /** Who loads a module: static imports when they are loaded themselves, `import()` where it stands. */
  const imports = (module: number): Use[] => {
    const out: Use[] = [];
    for (const other of program.importers(module)) {
      const ir = program.modules[other];
      const leads = (specifier: string): boolean => {
        const path = specifier === '' ? null : program.resolve(ir.path, specifier);
        return path !== null && program.byPath.get(path) === module;
      };
      const use = (fn: number, ordinal: number): Use => ({ kind: 'import', fn, ordinal, argument: -1, path: [] });
      let lazily = false;
      const loads = ir.imports
        .map((entry, at) => ({ entry, at }))
        .filter(({ entry }) => !entry.typeOnly && leads(entry.specifier));
      for (const { entry, at } of loads) {
        if (!entry.dynamic) continue;
        lazily = true;
        for (const spot of importSpots(other, at)) out.push(use(spot.fn, spot.ordinal));
      }
      const statically = loads.some(({ entry }) => !entry.dynamic) || ir.exports.some((entry) => leads(entry.specifier));
      if (statically || (!lazily && loads.length > 0)) out.push(use(program.base[other], 0));
    }
    return out;
  };

  const importSpots = (module: number, at: number): Spot[] =>
    program.modules[module].functions.flatMap((_, own) => {
      const fn = program.base[module] + own;
      const reader = base.reader(fn);
      const out: Spot[] = [];
      for (let i = 0; i < reader.count; i++)
        if (kindAt(reader, i) === Kind.Global && flagsAt(reader, i) & Flag.Import && operandAt(reader, i, 0) === at)
          out.push({ fn, ordinal: i });
      return out;
    });

  /** `const Tags = dynamic(() => import('./tags'))`: what a file exports by default runs where that is shown. */
  const shownLazily = (fn: number): Use[] => {
    const module = program.moduleOf[fn];
    if (!program.modules[module].exports.some((entry) => entry.name === 'default' && slotsOf(fn).has(entry.slot))) return [];
    return program.importers(module).flatMap((other) =>
      program.modules[other].imports.flatMap((entry, at) => {
        const path = entry.dynamic ? program.resolve(program.modules[other].path, entry.specifier) : null;
        if (path === null || program.byPath.get(path) !== module) return [];
        return importSpots(other, at).flatMap((spot) => lazyElements(base, other, spot.fn));
      }),
    );
  };

  const invocations = (fn: number, position: number, path: readonly string[]): Spot[] => {
    const out: Spot[] = [];
    const wanted = path.filter((name) => !/^\d$|^\[\]$/.test(name)).join('.');
    for (const member of familyOf(frames.rootOf(fn))) {
      const frame = frames.of(member);
      if (!frame) continue;
      for (let i = 0; i < frame.reader.count; i++) {
        const kind = kindAt(frame.reader, i);
        if (kind !== Kind.Call && kind !== Kind.Element) continue;
        // A component that was handed over runs where it is shown.
        const callee = frame.values[operandAt(frame.reader, i, kind === Kind.Call ? 0 : 1)];
        const method = kind === Kind.Call ? operandAt(frame.reader, i, 1) : NONE;
        for (const label of callee?.labels ?? []) {
          if (label.kind !== 'symbol' || label.root !== fn || label.parameter !== position) continue;
          const names = [
            ...label.path,
            ...(method === NONE || /^(call|apply)$/.test(frame.reader.module.names[method])
              ? []
              : [frame.reader.module.names[method]]),
          ];
          if (names.filter((name) => name !== '[]').join('.') === wanted) out.push({ fn: member, ordinal: i });
        }
      }
    }
    return out;
  };

  const readersOf = (module: number, slot: number): number[] => {
    const out = new Set<number>(mentions(module).slots.get(slot) ?? []);
    for (const other of program.importers(module)) {
      program.modules[other].imports.forEach((entry, at) => {
        const users = entry.typeOnly ? undefined : mentions(other).imports.get(at);
        const target = users ? program.imported(other, at) : null;
        const leads =
          target &&
          (target.kind === 'slot'
            ? target.module === module && target.slot === slot
            : target.kind === 'namespace' && target.module === module);
        if (users && leads) for (const root of users) out.add(root);
      });
    }
    return [...out].sort((a, b) => a - b);
  };

  return { of, invocations, family: familyOf, mentioning: (root) => mentioning(root, root), readers: readersOf, mentions };
}

const LIFECYCLE = /^(render|constructor|componentDidMount|componentDidUpdate|componentWillMount|UNSAFE_componentWillMount)$/;

function push(found: Map<number, Use[]>, fn: number, use: Use): void {
  const list = found.get(fn);
  if (!list) found.set(fn, [use]);
  if (list && !list.some((other) => other.fn === use.fn && other.ordinal === use.ordinal && other.kind === use.kind))
    list.push(use);
}

/** For each name, import and module variable: the stand-alone functions that use it. */
export interface Mentions {
  names: Map<string, Set<number>>;
  imports: Map<number, Set<number>>;
  slots: Map<number, Set<number>>;
}

function mentionsOf(base: Base, module: number): Mentions {
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
