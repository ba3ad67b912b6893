/** Imports that a fix needs, written like those that are there. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { boundNames, newlineOf, type Tree } from './tree';

/** Edits that make a name available; none when it is, undefined when the name means something else here. */
export function importing(tree: Tree, name: string, from: string): TextEdit[] | undefined {
  if (boundNames(tree).has(name)) return isImportOf(tree, name, from) || from === '' ? [] : undefined;
  if (from === '') return [];
  const declaration = declarations(tree).find((each) => specifierOf(each) === from && namedOf(each));
  if (declaration) return [addSpecifier(tree, namedOf(declaration)!, name)];
  return [newImport(tree, `{ ${name} }`, from)];
}

/** Renames an imported function where nothing else in the file uses it, else adds the other beside it. */
export function exchanged(tree: Tree, old: string, name: string, usesLeft: number): TextEdit[] | undefined {
  const specifier = declarations(tree)
    .flatMap((each) => [...(namedOf(each)?.elements ?? [])])
    .find((each) => each.name.text === old && !each.propertyName);
  if (!specifier) return undefined;
  const others = specifier.parent.elements.some((each) => each.name.text === name);
  const { path } = tree;
  if (usesLeft > 0) return others ? [] : [addSpecifier(tree, specifier.parent, name)];
  if (others) return undefined;
  return [{ at: { path, start: specifier.getStart(tree.file), end: specifier.end }, text: name }];
}

function isImportOf(tree: Tree, name: string, from: string): boolean {
  return declarations(tree).some(
    (each) => specifierOf(each) === from && namedOf(each)?.elements.some((element) => element.name.text === name),
  );
}

const declarations = (tree: Tree): ts.ImportDeclaration[] => tree.file.statements.filter(ts.isImportDeclaration);

const specifierOf = (declaration: ts.ImportDeclaration): string =>
  ts.isStringLiteral(declaration.moduleSpecifier) ? declaration.moduleSpecifier.text : '';

function namedOf(declaration: ts.ImportDeclaration): ts.NamedImports | undefined {
  const clause = declaration.importClause;
  return clause && !clause.isTypeOnly && clause.namedBindings && ts.isNamedImports(clause.namedBindings)
    ? clause.namedBindings
    : undefined;
}

function addSpecifier(tree: Tree, list: ts.NamedImports, name: string): TextEdit {
  const last = list.elements[list.elements.length - 1];
  const at = last ? last.end : list.getStart(tree.file) + 1;
  return { at: { path: tree.path, start: at, end: at }, text: last ? `, ${name}` : ` ${name} ` };
}

function newImport(tree: Tree, clause: string, from: string): TextEdit {
  const { text, path } = tree;
  const last = declarations(tree).at(-1);
  const quote = last && text[last.moduleSpecifier.getStart(tree.file)] === '"' ? '"' : "'";
  const end = last && text[last.end - 1] !== ';' ? '' : ';';
  const line = `import ${clause} from ${quote}${from}${quote}${end}`;
  if (last) return { at: { path, start: last.end, end: last.end }, text: `${newlineOf(text)}${line}` };
  const start = firstStatement(tree);
  return { at: { path, start, end: start }, text: `${line}${newlineOf(text)}` };
}

/** Before the first statement that is no directive such as 'use client'; in a component the beginning of its script. */
function firstStatement(tree: Tree): number {
  const first = tree.file.statements.find((each) => !(ts.isExpressionStatement(each) && ts.isStringLiteral(each.expression)));
  return first ? first.getStart(tree.file) : tree.file.end;
}
