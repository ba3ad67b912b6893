/** Where to look for what has a name: every instruction of the modules in which such a name is written. */
import { someOf, type Fact } from '../../link/names';
import type { Control, Spot } from '../guards/control';

export interface NamedPlace extends Spot {
  module: number;
}

/** In the order of modules, functions and instructions; those of silent modules left out. */
export function* placesNamed(control: Control, silent: ReadonlySet<number>, isNamed: Fact): Generator<NamedPlace> {
  const { program } = control;
  for (let module = 0; module < program.modules.length; module++) {
    if (silent.has(module) || !someOf(program.names.of(module), isNamed)) continue;
    for (let index = 0; index < program.modules[module].functions.length; index++) {
      const fn = program.base[module] + index;
      const { count } = control.reader(fn);
      for (let ordinal = 0; ordinal < count; ordinal++) yield { module, fn, ordinal };
    }
  }
}
