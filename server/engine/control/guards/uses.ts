/**
 * Who runs a function: calls, registrations, elements, imports of a module, across files. Asked backwards and on demand:
 * only functions on the way to what somebody asked about are looked at.
 */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf, outermostOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Base, Spot } from './control';
import type { Frames } from '../frames';
import { createHolders } from './holders';
import { lazyElements } from './lazy-elements';
import { mentionsOf, type Mentions } from './mentions';
import { createNests, type Use } from './nests';
import { optionMethodUses } from './option-methods';
import { createStoredFunctions } from './stored-functions';

export interface Uses {
  /** Empty when nobody in the project runs it. */
  of(fn: number): readonly Use[];
  /** Somebody calls it, not as a callback: asked of one function after the other, until one does. */
  isCalled(fn: number): boolean;
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

const isSameUse = (one: Use, other: Use): boolean => one.fn === other.fn && one.ordinal === other.ordinal;

export function createUses(base: Base, frames: Frames): Uses {
  const { program } = base;
  const nests = createNests(base, frames);
  const mentionTables = new Map<number, Mentions>();
  const mentions = (module: number): Mentions => {
    const known = mentionTables.get(module);
    if (known) return known;
    const made = mentionsOf(base, module);
    mentionTables.set(module, made);
    return made;
  };
  const stored = createStoredFunctions(base, createHolders(base, mentions));
  const memo = new Map<number, readonly Use[]>();
  const called = new Map<number, boolean>();

  const of = (fn: number): readonly Use[] => {
    const known = memo.get(fn);
    if (known) return known;
    const found = index(fn) === 0 ? imports(program.moduleOf[fn]) : uses(fn);
    memo.set(fn, found);
    return found;
  };

  const index = (fn: number): number => fn - program.base[program.moduleOf[fn]];

  /** Stand-alone functions that may run a function, its own first. */
  const rootsOf = (fn: number): number[] => {
    const own = frames.rootOf(fn);
    const nested = own !== fn;
    const others = nested && !escapes(fn, nests.of(own).get(fn) ?? []) ? [] : mentioning(own, fn);
    // A property of a literal that is handed over where the file runs (`run({ onConsent() {} })`) is mentioned nowhere.
    return [...new Set([own, ...others, ...(nested ? [] : [program.base[program.moduleOf[fn]]])])];
  };

  const usesIn = (root: number, fn: number): Use[] => (nests.of(root).get(fn) ?? []).filter((use) => use.fn !== fn);

  const isCalled = (fn: number): boolean => {
    if (index(fn) === 0) return false;
    const known = called.get(fn);
    if (known !== undefined) return known;
    const found = rootsOf(fn).some((root) => usesIn(root, fn).some(({ kind }) => kind === 'call'));
    called.set(fn, found);
    return found;
  };

  const uses = (fn: number): readonly Use[] => {
    const nested = frames.rootOf(fn) !== fn;
    const found = withStored(
      fn,
      rootsOf(fn).flatMap((root) => usesIn(root, fn)),
    );
    // What the template of a component runs is found by its name, what its other methods run by what they call.
    const options = nested ? [] : optionMethodUses(base, fn);
    if (found.length === 0 && !nested) return [...options, ...shownLazily(fn)];
    if (found.length > 0) return [...found, ...options.filter((use) => !found.some((other) => isSameUse(use, other)))];
    const parent = program.base[program.moduleOf[fn]] + functionOf(program, fn).parent;
    return [{ kind: 'inside', fn: parent, ordinal: closureOf(parent, index(fn)), argument: -1, path: [] }];
  };

  /** What is kept in a list or a table runs where its members are called, not where it is put there. */
  const withStored = (fn: number, found: readonly Use[]): readonly Use[] => {
    const made = madeAt(fn);
    const kept = made ? stored([made]) : null;
    if (!kept || kept.uses.length === 0) return found;
    const others = found.filter((use) => use.kind !== 'callback' || !kept.passed.has(`${use.fn}:${use.ordinal}`));
    return [...others, ...kept.uses.filter((use) => !others.some((other) => isSameUse(use, other)))];
  };

  /** Where a function is written; null for a method of a class. */
  const madeAt = (fn: number): Spot | null => {
    const parent = program.base[program.moduleOf[fn]] + functionOf(program, fn).parent;
    const reader = base.reader(parent);
    for (let i = 0; i < reader.count; i++)
      if (kindAt(reader, i) === Kind.Closure && operandAt(reader, i, 0) === index(fn)) return { fn: parent, ordinal: i };
    return null;
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
      if (kind === Kind.Array)
        for (let n = 1; n < operandCount(main, i); n += 2) if (holds.has(operandAt(main, i, n))) holds.add(i);
      if (kind === Kind.Object)
        for (let n = 2; n < operandCount(main, i); n += 3) if (holds.has(operandAt(main, i, n))) holds.add(i);
      if (kind === Kind.Cast && holds.has(operandAt(main, i, 0))) holds.add(i);
      if (kind === Kind.Store && operandAt(main, i, 2) === NONE && holds.has(operandAt(main, i, 1)))
        slots.add(operandAt(main, i, 0));
    }
    return slots;
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
        for (const spot of importSpots(other, at)) {
          const shown = lazyElements(base, other, spot.fn);
          out.push(...(shown.length > 0 ? shown : [use(spot.fn, spot.ordinal)]));
        }
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
    const slots = slotsOf(fn);
    const names = program.modules[module].exports.filter(({ slot }) => slots.has(slot)).map(({ name }) => name);
    if (names.length === 0) return [];
    return program.importers(module).flatMap((other) =>
      program.modules[other].imports.flatMap((entry, at) => {
        const path = entry.dynamic ? program.resolve(program.modules[other].path, entry.specifier) : null;
        if (path === null || program.byPath.get(path) !== module) return [];
        return importSpots(other, at).flatMap((spot) =>
          names.includes('default') || names.some((name) => isTaken(spot.fn, name)) ? lazyElements(base, other, spot.fn) : [],
        );
      }),
    );
  };

  /** `() => import('./tags').then((all) => all.Tags)` */
  const isTaken = (loader: number, name: string): boolean => {
    const module = program.moduleOf[loader];
    return program.modules[module].functions.some((info, own) => {
      const fn = program.base[module] + own;
      if (fn !== loader && program.base[module] + info.parent !== loader) return false;
      const reader = base.reader(fn);
      for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Get && base.name(fn, i) === name) return true;
      return false;
    });
  };

  const invocations = (fn: number, position: number, path: readonly string[]): Spot[] => {
    const out: Spot[] = [];
    const wanted = path.filter((name) => !/^\d$|^\[\]$/.test(name)).join('.');
    for (const member of nests.family(frames.rootOf(fn))) {
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
    return out.length > 0 || wanted !== '' ? out : keptCalls(fn, position);
  };

  /** Where a parameter that is put into a list is called later. */
  const keptCalls = (fn: number, position: number): Spot[] => {
    const reader = base.reader(fn);
    for (let i = 0; i < reader.count; i++)
      if (kindAt(reader, i) === Kind.Param && operandAt(reader, i, 0) === position)
        return stored([{ fn, ordinal: i }]).uses.map((use) => ({ fn: use.fn, ordinal: use.ordinal }));
    return [];
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

  return {
    of,
    isCalled,
    invocations,
    family: nests.family,
    mentioning: (root) => mentioning(root, root),
    readers: readersOf,
    mentions,
  };
}
