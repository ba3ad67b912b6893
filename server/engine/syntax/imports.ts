/** Import declarations, `require()` and `import()`. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, NONE } from '../ir';
import { identifierText, startOf } from './positions';
import { UNBOUND, resolve, store } from './scopes';
import { value } from './dispatch';
import { emit1, emit2, nameOf } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { ImportDeclaration, ImportEqualsDeclaration, ExternalModuleReference, NamespaceImport, ImportKeyword, Identifier } = K;

/** Binds the names of all import declarations: they are visible in the whole module. */
export function bindImports(l: Lowering, statements: ts.NodeArray<ts.Statement>): void {
  for (const statement of statements) {
    if (statement.kind === ImportDeclaration) bindImport(l, statement as ts.ImportDeclaration);
    else if (statement.kind === ImportEqualsDeclaration) bindImportEquals(l, statement as ts.ImportEqualsDeclaration);
  }
}

function bindImport(l: Lowering, { importClause, moduleSpecifier }: ts.ImportDeclaration): void {
  const specifier = (moduleSpecifier as ts.StringLiteral).text ?? '';
  if (importClause === undefined) {
    l.imports.push({ specifier, imported: '', local: '', typeOnly: false, dynamic: false });
    return;
  }
  const { name, namedBindings } = importClause;
  const typeOnly = importClause.phaseModifier === K.TypeKeyword;
  if (name !== undefined) bindName(l, specifier, 'default', identifierText(name), typeOnly);
  if (namedBindings === undefined) return;
  if (namedBindings.kind === NamespaceImport) return bindName(l, specifier, '*', identifierText(namedBindings.name), typeOnly);
  for (const element of namedBindings.elements) {
    const imported = (element.propertyName ?? element.name).text;
    bindName(l, specifier, imported, identifierText(element.name), typeOnly || element.isTypeOnly);
  }
}

function bindName(l: Lowering, specifier: string, imported: string, local: string, typeOnly: boolean): void {
  const index = l.imports.push({ specifier, imported, local, typeOnly, dynamic: false }) - 1;
  l.moduleScope.names!.set(local, ~index);
}

function bindImportEquals(l: Lowering, node: ts.ImportEqualsDeclaration): void {
  const { moduleReference, name, isTypeOnly } = node;
  if (moduleReference.kind !== ExternalModuleReference) return;
  const { expression } = moduleReference;
  const specifier = isText(expression) ? expression.text : '';
  bindName(l, specifier, '*', identifierText(name), isTypeOnly);
  l.imports[l.imports.length - 1].dynamic = true;
}

/** `import A = B.C` copies a value when B is one. */
export function importAlias(l: Lowering, node: ts.ImportEqualsDeclaration): void {
  if (node.moduleReference.kind === ExternalModuleReference) return;
  const name = identifierText(node.name);
  store(l, name, entity(l, node.moduleReference), node.name.end - name.length, node.name.end);
}

function entity(l: Lowering, node: ts.EntityName): number {
  if (node.kind === Identifier) return value(l, node);
  const object = entity(l, node.left);
  return emit2(l, Kind.Get, 0, object, nameOf(l, identifierText(node.right)), startOf(l.text, node), node.end);
}

/** The namespace that `require('x')` or `import('x')` gives, or NONE when the call is neither. */
export function dynamicImport(l: Lowering, node: ts.CallExpression, local: string): number {
  const { expression } = node;
  if (expression.kind !== ImportKeyword) {
    if (expression.kind !== Identifier || (expression as ts.Identifier).escapedText !== 'require') return NONE;
    if (node.arguments.length !== 1 || resolve(l, 'require') !== UNBOUND) return NONE;
  }
  const specifier = node.arguments[0];
  if (specifier === undefined || !isText(specifier)) return NONE;
  const index = l.imports.push({ specifier: specifier.text, imported: '*', local, typeOnly: false, dynamic: true }) - 1;
  return emit1(l, Kind.Global, Flag.Import, index, startOf(l.text, node), node.end);
}

const isText = (node: ts.Node): node is ts.StringLiteralLike =>
  node.kind === K.StringLiteral || node.kind === K.NoSubstitutionTemplateLiteral;
