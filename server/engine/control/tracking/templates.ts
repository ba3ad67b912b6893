/** Templates of Angular's components: a script that is written in one is left out by the compiler and never runs. */
import { writtenEntries } from '../../link/reader';
import { directory, join } from '../../link/resolve';
import type { Control } from '../guards/control';
import { placesNamed } from './named-places';

/** Modules that a component names as its template: `@Component({ templateUrl: './shop.component.html' })`. */
export function templatesOf(control: Control, silent: ReadonlySet<number>): ReadonlySet<number> {
  const { program } = control;
  const pages = new Map(program.modules.flatMap(({ path }, module) => (path.endsWith('.html') ? [[path, module] as const] : [])));
  const found = new Set<number>();
  if (pages.size === 0) return found;
  for (const { module, fn, ordinal } of placesNamed(
    control,
    silent,
    program.names.test((name) => name === KEY),
  )) {
    const reader = control.reader(fn);
    const named = writtenEntries(reader, ordinal).find(({ key }) => key === KEY);
    const address = named ? control.text(fn, named.value) : null;
    const page = address === null ? undefined : pages.get(join(directory(program.modules[module].path), address));
    if (page !== undefined) found.add(page);
  }
  return found;
}

const KEY = 'templateUrl';
