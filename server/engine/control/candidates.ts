/**
 * Which functions are worth asking what a value depends on: those whose names tell of a price (a decision, an act)
 * where attributes of persons are in sight, in the module itself or in one it imports from.
 */
import { Kind, NONE, type ModuleIR } from '../ir';
import { isPersonNoun, ownerSort } from '../owners';
import { wordsOf } from '../words';
import type { Attributes } from '../attributes';
import type { Program } from '../link/program';

/** @param silent modules that are never reported on. @returns numbers of functions, ascending. */
export function candidatesIn(
  program: Program,
  mayBe: Attributes['mayBe'],
  silent: ReadonlySet<number>,
  isTarget: (name: string) => boolean,
): number[] {
  const strength = memoised((name) => (name.length > 60 ? null : mayBe(name)));
  const person = memoised((name) => name.length <= 60 && wordsOf(name).some(isPersonNoun));
  const target = memoised((name) => name.length <= 60 && isTarget(name));
  const known: (Sight | undefined)[] = [];
  const seenIn = (module: number): Sight => (known[module] ??= sightOf(program.modules[module], strength, person));
  const out: number[] = [];
  program.modules.forEach((ir, module) => {
    if (silent.has(module) || !someName(ir, target)) return;
    const sights = [seenIn(module), ...imports(program, module).map(seenIn)];
    const isInSight =
      sights.some((sight) => sight.sure) || (sights.some((sight) => sight.some) && sights.some((sight) => sight.person));
    if (!isInSight) return;
    const named = ir.names.map((name) => target(name));
    const imported = ir.imports.map((entry) => target(entry.local));
    ir.functions.forEach((own, index) => {
      const isOwn = target(own.name) || own.slots.some((slot) => target(slot.name)) || mentions(ir, index, named, imported);
      if (isOwn) out.push(program.base[module] + index);
    });
  });
  return out;
}

/** Modules in which, or in whose imports, a name is surely that of a person: where none is, nothing is graded but things. */
export function createPersons(program: Program): (module: number) => boolean {
  const person = memoised((name: string) => name.length <= 60 && ownerSort(name) === 'person');
  const known: (boolean | undefined)[] = [];
  const own = (module: number): boolean =>
    (known[module] ??=
      someName(program.modules[module], person) || program.modules[module].shapes.some((shape) => person(shape.name)));
  return (module) => own(module) || imports(program, module).some(own);
}

/** What a module's names speak of: an attribute that is enough alone, one that needs a person, a person. */
interface Sight {
  sure: boolean;
  some: boolean;
  person: boolean;
}

function sightOf(
  ir: ModuleIR,
  strength: (name: string) => ReturnType<Attributes['mayBe']>,
  person: (name: string) => boolean,
): Sight {
  return {
    sure: someName(ir, (name) => strength(name) === 'sure'),
    some: someName(ir, (name) => strength(name) !== null),
    person: someName(ir, person) || ir.shapes.some((shape) => person(shape.name)),
  };
}

function memoised<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = compute(name)));
    return found;
  };
}

function someName(ir: ModuleIR, is: (name: string) => boolean): boolean {
  return (
    ir.names.some(is) ||
    ir.imports.some((entry) => is(entry.local)) ||
    ir.functions.some((own) => is(own.name) || own.slots.some((slot) => is(slot.name)))
  );
}

function imports(program: Program, module: number): number[] {
  const out = new Set<number>();
  program.modules[module].imports.forEach((_, index) => {
    const target = program.imported(module, index);
    if (target.kind === 'slot' || target.kind === 'namespace') out.add(target.module);
  });
  return [...out];
}

/** Names of members, methods, globals, properties and elements that the function's instructions use. */
function mentions(ir: ModuleIR, index: number, named: readonly boolean[], imported: readonly boolean[]): boolean {
  const own = ir.functions[index];
  const end = ir.at[own.first + own.count];
  const is = (name: number): boolean => name !== NONE && named[name] === true;
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16)) {
    const flags = (ir.code[word] >> 8) & 0xff;
    const count = ir.code[word] >>> 16;
    switch ((ir.code[word] & 0xff) as Kind) {
      case Kind.Global:
        if (flags & 1 ? imported[ir.code[word + 1]] : is(ir.code[word + 1])) return true;
        break;
      case Kind.Get:
      case Kind.Set:
      case Kind.Call:
        if (!((ir.code[word] & 0xff) !== Kind.Call && flags & 2) && is(ir.code[word + 2])) return true;
        break;
      case Kind.Object:
        for (let n = 0; n < count; n += 3) if (ir.code[word + 1 + n] === 0 && is(ir.code[word + 2 + n])) return true;
        break;
      case Kind.Element:
        if (is(ir.code[word + 1])) return true;
        for (let n = 0; n < ir.code[word + 3]; n++) if (is(ir.code[word + 5 + n * 3])) return true;
        break;
    }
  }
  return false;
}
