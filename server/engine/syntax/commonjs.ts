/** `module.exports = v`, `exports.x = v` and `module.exports.x = v` in the module function: exports with synthetic slots. */
import { ts } from '@ts-morph/common';
import { Kind, NONE } from '../ir';
import type { Member } from './assignments';
import { addExport } from './exports';
import { namedValue } from './functions';
import { isPlainKey } from './literals';
import { identifierText } from './positions';
import { UNBOUND, addSlot, resolve } from './scopes';
import { emit3 } from './writer';
import type { Lowering } from './state';

const { Identifier, PropertyAccessExpression } = ts.SyntaxKind;

/** The value assigned, or NONE when the target is no export. */
export function exportAssignment(l: Lowering, target: Member, node: ts.BinaryExpression): number {
  if (l.function !== 0) return NONE;
  const name = exportedName(l, target);
  if (name === undefined) return NONE;
  const exported = namedValue(l, node.right, name === '=' ? 'exports' : name);
  emit3(l, Kind.Store, 0, exportSlot(l, name), exported, NONE, target.end, target.end);
  return exported;
}

function exportedName(l: Lowering, target: Member): string | undefined {
  const key = keyOf(target);
  if (key === undefined) return undefined;
  const object = target.expression;
  if (isUnbound(l, object, 'module')) return key === 'exports' ? '=' : undefined;
  if (isUnbound(l, object, 'exports')) return key;
  if (object.kind !== PropertyAccessExpression) return undefined;
  const { expression, name } = object as ts.PropertyAccessExpression;
  return isUnbound(l, expression, 'module') && identifierText(name) === 'exports' ? key : undefined;
}

function keyOf(target: Member): string | undefined {
  if (target.kind === PropertyAccessExpression) return identifierText((target as ts.PropertyAccessExpression).name);
  const { argumentExpression } = target as ts.ElementAccessExpression;
  return isPlainKey(argumentExpression) ? argumentExpression.text : undefined;
}

function isUnbound(l: Lowering, node: ts.Expression, name: string): boolean {
  return node.kind === Identifier && (node as ts.Identifier).escapedText === name && resolve(l, name) === UNBOUND;
}

/** One slot per exported name; its key in the module scope is no identifier, so it is in nobody's way. */
function exportSlot(l: Lowering, name: string): number {
  const key = `module.exports ${name}`;
  const names = l.moduleScope.names!;
  const known = names.get(key);
  if (known !== undefined) return known;
  const slot = addSlot(l, name === '=' ? 'module.exports' : `exports.${name}`, 'synthetic');
  names.set(key, slot);
  addExport(l, name, slot, NONE);
  return slot;
}
