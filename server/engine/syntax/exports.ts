/** What a module exports. */
import { ts } from '@ts-morph/common';
import { Kind, NONE } from '../ir';
import type { ExportIR } from '../ir';
import { namedValue } from './functions';
import { identifierText, startOf } from './positions';
import { addSlot } from './scopes';
import { emit3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { ExportKeyword, DefaultKeyword, ExportDeclaration, Identifier, OmittedExpression } = K;

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  const { modifiers } = node as ts.FunctionDeclaration;
  if (modifiers === undefined) return false;
  for (const modifier of modifiers) if (modifier.kind === kind) return true;
  return false;
}

export function addExport(l: Lowering, name: string, slot: number, shape: number, specifier = '', imported = ''): void {
  l.exports.push({ name, slot, shape, specifier, imported });
}

/** Notes a declaration that says `export` at the top of the module. */
export function noteExport(l: Lowering, node: ts.Node, name: string, slot: number, shape: number): void {
  if (l.scope !== l.moduleScope || l.shapePrefix !== '' || !hasModifier(node, ExportKeyword)) return;
  const exported = hasModifier(node, DefaultKeyword) ? 'default' : name;
  // Merged interfaces and ambient overloads are one export.
  if (l.exports.some((known) => known.name === exported && known.slot === slot)) return;
  addExport(l, exported, slot, shape);
}

/** Every name that a variable statement binds. */
export function boundNames(name: ts.BindingName, names: string[] = []): string[] {
  if (name.kind === Identifier) {
    names.push(identifierText(name));
    return names;
  }
  for (const element of name.elements) if (element.kind !== OmittedExpression) boundNames(element.name, names);
  return names;
}

export function exportVariables(l: Lowering, node: ts.VariableStatement): void {
  if (l.scope !== l.moduleScope || !hasModifier(node, ExportKeyword)) return;
  for (const { name } of node.declarationList.declarations) {
    for (const bound of boundNames(name)) addExport(l, bound, l.moduleScope.names!.get(bound) ?? NONE, NONE);
  }
}

/** `export default v` and `export = v`. */
export function exportDefault(l: Lowering, node: ts.ExportAssignment): void {
  const exported = namedValue(l, node.expression, 'default');
  if (l.scope !== l.moduleScope) return;
  const slot = addSlot(l, 'default', 'synthetic');
  emit3(l, Kind.Store, 0, slot, exported, NONE, startOf(l.text, node), node.end);
  const shape = node.expression.kind === Identifier ? shapeNamed(l, identifierText(node.expression as ts.Identifier)) : NONE;
  addExport(l, node.isExportEquals === true ? '=' : 'default', slot, shape);
}

/** Resolves `export { … }` and re-exports, and marks the functions that are exported. */
export function finishExports(l: Lowering, statements: ts.NodeArray<ts.Statement>): void {
  for (const statement of statements) {
    if (statement.kind === ExportDeclaration) exportList(l, statement as ts.ExportDeclaration);
  }
  markFunctions(l);
}

function exportList(l: Lowering, { exportClause, moduleSpecifier }: ts.ExportDeclaration): void {
  const specifier = moduleSpecifier === undefined ? '' : ((moduleSpecifier as ts.StringLiteral).text ?? '');
  if (exportClause === undefined) return addExport(l, '*', NONE, NONE, specifier, '*');
  if (exportClause.kind === K.NamespaceExport) return addExport(l, exportClause.name.text, NONE, NONE, specifier, '*');
  for (const { name, propertyName } of exportClause.elements) {
    const local = (propertyName ?? name).text;
    if (specifier !== '') addExport(l, name.text, NONE, NONE, specifier, local);
    else exportLocal(l, name.text, local);
  }
}

function exportLocal(l: Lowering, name: string, local: string): void {
  const binding = l.moduleScope.names!.get(local);
  const shape = shapeNamed(l, local);
  if (binding !== undefined && binding < 0) {
    const { specifier, imported } = l.imports[~binding];
    return addExport(l, name, NONE, NONE, specifier, imported);
  }
  if (binding !== undefined) return addExport(l, name, binding, shape);
  // A name declared nowhere is broken source or an ambient one.
  if (shape !== NONE) addExport(l, name, NONE, shape);
}

const shapeNamed = (l: Lowering, name: string): number =>
  l.shapes.findIndex((shape) => shape.name === name && shape.kind !== 'inline');

/** A function is exported when it is stored in a slot that is, be it through a cast. */
function markFunctions(l: Lowering): void {
  const exported = new Set(l.exports.map((each: ExportIR) => each.slot));
  const { count } = l.functions[0];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const word = l.at[ordinal];
    if ((l.code[word] & 0xff) !== Kind.Store || l.code[word + 3] !== NONE || !exported.has(l.code[word + 1])) continue;
    let stored = l.at[l.code[word + 2]];
    while ((l.code[stored] & 0xff) === Kind.Cast) stored = l.at[l.code[stored + 1]];
    if ((l.code[stored] & 0xff) === Kind.Closure) l.functions[l.code[stored + 1]].exported = true;
  }
}
