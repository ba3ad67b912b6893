/** What a component of Svelte 4 is given: `export let` in a script that belongs to one component. */
import { ts } from '@ts-morph/common';
import { Kind, NONE } from '../ir';
import { hasModifier } from './exports';
import { startOf } from './positions';
import { emit1, emit2, emitStack, nameOf, push4 } from './writer';
import type { Lowering } from './state';

/** The variables of the statement are what the component is given. */
export function isInput(l: Lowering, node: ts.VariableStatement): boolean {
  if (l.inputs.length === 0 || l.scope !== l.moduleScope || !hasModifier(node, ts.SyntaxKind.ExportKeyword)) return false;
  if ((node.declarationList.flags & ts.NodeFlags.Const) !== 0) return false;
  const start = startOf(l.text, node);
  for (let index = 0; index < l.inputs.length; index += 2) {
    if (start >= l.inputs[index] && node.end <= l.inputs[index + 1]) return true;
  }
  return false;
}

/** `$props().name` */
export function givenTo(l: Lowering, name: string, start: number, end: number): number {
  const base = l.top;
  push4(l, emit1(l, Kind.Global, 0, nameOf(l, '$props'), start, end), NONE, NONE, 0);
  return emit2(l, Kind.Get, 0, emitStack(l, Kind.Call, 0, base, start, end), nameOf(l, name), start, end);
}
