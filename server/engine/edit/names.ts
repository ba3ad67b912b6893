/** Which name stands at an offset, whose it is, and which type the file gives its owner. */
import { ts } from '@ts-morph/common';
import { nodeAt, textOf, within, type Tree } from './tree';

export interface NameAt {
  name: string;
  start: number;
  end: number;
  /** "user" of `user.email`, '' for a name alone. */
  owner: string;
  /** Type that the owner, or the name itself, is annotated with in this file; '' when none is. */
  type: string;
}

export function nameAt(tree: Tree, offset: number): NameAt | undefined {
  const node = nodeAt(tree, { start: offset, end: offset });
  if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) return undefined;
  const { parent } = node;
  const place = { name: node.text, start: node.getStart(tree.file), end: node.end };
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const owner = ts.isIdentifier(parent.expression) ? parent.expression.text : lastName(textOf(tree, parent.expression));
    return { ...place, owner, type: annotationOf(tree, owner) };
  }
  const declaring = declaringType(parent);
  if (declaring !== undefined) return { ...place, owner: declaring, type: declaring };
  return { ...place, owner: '', type: annotationOf(tree, node.text) };
}

const lastName = (text: string): string => /([A-Za-z_$][\w$]*)(?:\(\))?[!?]*$/.exec(text)?.[1] ?? '';

/** The interface, class or type alias that a member is declared in. */
function declaringType(parent: ts.Node): string | undefined {
  if (!ts.isPropertySignature(parent) && !ts.isPropertyDeclaration(parent)) return undefined;
  const holder = ts.isTypeLiteralNode(parent.parent) ? parent.parent.parent : parent.parent;
  const isNamed = ts.isInterfaceDeclaration(holder) || ts.isClassDeclaration(holder) || ts.isTypeAliasDeclaration(holder);
  return isNamed ? (holder.name?.text ?? '') : '';
}

/** `(user: User)`, `const user: Promise<User[]>` → User. */
function annotationOf(tree: Tree, name: string): string {
  for (const node of within(tree.file)) {
    const isBinding =
      (ts.isParameter(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name) && node.name.text === name;
    if (isBinding && node.type) return innermost(node.type);
  }
  return '';
}

function innermost(type: ts.TypeNode): string {
  if (ts.isArrayTypeNode(type)) return innermost(type.elementType);
  if (!ts.isTypeReferenceNode(type)) return '';
  const [argument] = type.typeArguments ?? [];
  return argument ? innermost(argument) : ts.isIdentifier(type.typeName) ? type.typeName.text : '';
}
