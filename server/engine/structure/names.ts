/** The names in a program's modules, each distinct one once: what a question looks for is tried once per name, not per use. */
import type { ModuleIR } from '../ir';

/** Modules one of whose names passes: names of code and texts, of functions, variables and parameters, and of the file. */
export type ModulesWith = (test: (name: string) => boolean) => number[];

/** @param isLeftOut by number of the module */
export function createNames(modules: readonly ModuleIR[], isLeftOut: (module: number) => boolean): ModulesWith {
  const known = new Map<string, number>();
  const names: string[] = [];
  const lists = modules.map((ir, module) => {
    if (isLeftOut(module)) return new Int32Array(0);
    const ids: number[] = [];
    const add = (name: string): void => {
      let id = known.get(name);
      if (id === undefined) {
        id = names.push(name) - 1;
        known.set(name, id);
      }
      ids.push(id);
    };
    ir.names.forEach(add);
    for (const own of ir.functions) {
      if (own.name !== '') add(own.name);
      for (const slot of own.slots) add(slot.name);
      for (const parameter of own.parameters) if (parameter.name !== '') add(parameter.name);
    }
    add(fileName(ir.path));
    return Int32Array.from(ids);
  });
  known.clear();
  return (test) => {
    const answers = new Int8Array(names.length);
    const passes = (id: number): boolean => {
      if (answers[id] === 0) answers[id] = test(names[id]) ? 1 : -1;
      return answers[id] === 1;
    };
    return lists.flatMap((ids, module) => (ids.some(passes) ? [module] : []));
  };
}

export const fileName = (path: string): string => path.replace(/^.*\/|\.\w+$/g, '');
