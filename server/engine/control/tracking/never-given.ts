/** Handlers that a component takes and nobody gives it: `onReject?.()` of `<CookieBanner />` does nothing. */
import { EntryKind, NONE } from '../../ir';
import { operandAt, type Reader } from '../../link/reader';
import type { Control, Spot } from '../guards/control';
import type { Uses } from '../guards/uses';

/** Whether a call is one of a prop that no element of the component has, where the component is drawn at all. */
export function createNeverGiven(control: Control, uses: Uses): (call: Spot) => boolean {
  const { program } = control;

  const isProp = (component: number, { fn, ordinal }: Spot): boolean =>
    uses.invocations(component, 0, [control.name(fn, ordinal)]).some((spot) => spot.fn === fn && spot.ordinal === ordinal);

  const isLeftOut = (component: number, name: string): boolean => {
    const all = uses.of(component).filter(({ kind }) => kind !== 'import');
    return (
      all.length > 0 && all.every((use) => use.kind === 'element' && !hasAttribute(control.reader(use.fn), use.ordinal, name))
    );
  };

  return (call) => {
    const module = program.moduleOf[call.fn];
    const { functions } = program.modules[module];
    for (let at = call.fn - program.base[module]; at > 0; at = functions[at].parent) {
      const component = program.base[module] + at;
      if (isProp(component, call)) return isLeftOut(component, control.name(call.fn, call.ordinal));
    }
    return false;
  };
}

/** By its name, or among what is spread. */
function hasAttribute(reader: Reader, element: number, name: string): boolean {
  return Array.from({ length: operandAt(reader, element, 2) }, (_, n) => 3 + n * 3).some(
    (n) =>
      operandAt(reader, element, n) !== (EntryKind.Static as number) ||
      (operandAt(reader, element, n + 1) !== NONE && reader.module.names[operandAt(reader, element, n + 1)] === name),
  );
}
