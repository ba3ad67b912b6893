/**
 * Which functions are worth asking what a value depends on: those whose names tell of a price (a decision, an act)
 * where attributes of persons are in sight, in the module itself or in one it imports from.
 */
import type { Attributes } from '../attributes';
import { Kind, NONE, type ModuleIR } from '../ir';
import type { Program } from '../link/program';

/** @param silent modules that are never reported on. @returns numbers of functions, ascending. */
export function candidatesIn(
  program: Program,
  attributes: Attributes,
  silent: ReadonlySet<number>,
  isTarget: (name: string) => boolean,
): number[] {
  const mayBe = memoised((name) => name.length <= 60 && attributes.mayBe(name));
  const target = memoised((name) => name.length <= 60 && isTarget(name));
  const holds = program.modules.map((ir) => namesOf(ir).some(mayBe));
  const out: number[] = [];
  program.modules.forEach((ir, module) => {
    if (silent.has(module) || !namesOf(ir).some(target)) return;
    const isInSight = holds[module] || imports(program, module).some((other) => holds[other]);
    if (!isInSight) return;
    const named = ir.names.map((name) => target(name));
    ir.functions.forEach((own, index) => {
      const isOwn = target(own.name) || own.slots.some((slot) => target(slot.name)) || mentions(ir, index, named);
      if (isOwn) out.push(program.base[module] + index);
    });
  });
  return out;
}

function memoised(compute: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = compute(name)));
    return found;
  };
}

function namesOf(ir: ModuleIR): string[] {
  return [
    ...ir.names,
    ...ir.imports.map((entry) => entry.local),
    ...ir.functions.flatMap((own) => [own.name, ...own.slots.map((slot) => slot.name)]),
  ];
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
function mentions(ir: ModuleIR, index: number, named: readonly boolean[]): boolean {
  const own = ir.functions[index];
  const end = ir.at[own.first + own.count];
  const is = (name: number): boolean => name !== NONE && named[name] === true;
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16)) {
    const flags = (ir.code[word] >> 8) & 0xff;
    const count = ir.code[word] >>> 16;
    switch ((ir.code[word] & 0xff) as Kind) {
      case Kind.Global:
        if (!(flags & 1) && is(ir.code[word + 1])) return true;
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
