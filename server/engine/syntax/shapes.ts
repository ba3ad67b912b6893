/** Declared types become shapes. */
import { ts } from '@ts-morph/common';
import { NONE } from '../ir';
import type { MemberIR, ShapeIR } from '../ir';
import { personalOf } from './comments';
import { noteExport } from './exports';
import { staticKey } from './literals';
import { identifierText, startOf } from './positions';
import { functionTerm, heritageTerm, term, typeParameterNames } from './types';
import type { Lowering } from './state';

const K = ts.SyntaxKind;

/** Adds a shape without members; its index. */
export function addShape(l: Lowering, kind: ShapeIR['kind'], name: string, start: number, end: number): number {
  const added: ShapeIR = {
    kind,
    name: kind === 'inline' ? '' : l.shapePrefix + name,
    typeParameters: [],
    extends: [],
    implements: [],
    alias: NONE,
    members: [],
    index: NONE,
    start,
    end,
    class: NONE,
  };
  return l.shapes.push(added) - 1;
}

export function interfaceShape(l: Lowering, node: ts.InterfaceDeclaration): void {
  const index = named(l, 'interface', node);
  const shape = l.shapes[index];
  for (const clause of node.heritageClauses ?? []) for (const type of clause.types) shape.extends.push(heritageTerm(l, type));
  addMembers(l, shape, node.members);
}

export function aliasShape(l: Lowering, node: ts.TypeAliasDeclaration): void {
  const index = named(l, 'alias', node);
  l.shapes[index].alias = term(l, node.type);
}

function named(l: Lowering, kind: 'interface' | 'alias', node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): number {
  const name = identifierText(node.name);
  const index = addShape(l, kind, name, node.name.end - name.length, node.name.end);
  if (node.typeParameters !== undefined) l.shapes[index].typeParameters = typeParameterNames(node.typeParameters);
  if (node.modifiers !== undefined) noteExport(l, node, name, NONE, index);
  return index;
}

export function inlineShape(l: Lowering, node: ts.TypeLiteralNode): number {
  const index = addShape(l, 'inline', '', startOf(l.text, node), node.end);
  addMembers(l, l.shapes[index], node.members);
  return index;
}

function addMembers(l: Lowering, shape: ShapeIR, members: readonly ts.TypeElement[]): void {
  for (const member of members) {
    switch (member.kind) {
      case K.PropertySignature: {
        const { name, type } = member as ts.PropertySignature;
        addMember(l, shape, name, type === undefined ? NONE : term(l, type), member);
        break;
      }
      case K.MethodSignature:
        addMember(l, shape, (member as ts.MethodSignature).name, functionTerm(l, member as ts.MethodSignature), member).method =
          true;
        break;
      case K.GetAccessor:
      case K.SetAccessor:
        addAccessor(l, shape, member as ts.AccessorDeclaration);
        break;
      case K.IndexSignature: {
        const { type } = member as ts.IndexSignatureDeclaration;
        if (type !== undefined) shape.index = term(l, type);
        break;
      }
    }
  }
}

/** Adds a member of a type or class; one with a computed name has the name ''. */
export function addMember(l: Lowering, shape: ShapeIR, name: ts.PropertyName, type: number, node: ts.Node): MemberIR {
  const added: MemberIR = {
    name: staticKey(name) ?? '',
    term: type,
    optional: (node as ts.PropertySignature).questionToken !== undefined,
    static: false,
    method: false,
    start: startOf(l.text, name),
    end: name.end,
  };
  const written = personalOf(l, node);
  const personal = written === undefined ? personalByDecorator(node) : written;
  if (personal !== undefined) added.personal = personal;
  shape.members.push(added);
  return added;
}

/** `@Personal('email')` and `@NotPersonal()`, as the comments `@personal email` and `@notPersonal` say it. */
function personalByDecorator(node: ts.Node): string | null | undefined {
  for (const modifier of (node as ts.PropertyDeclaration).modifiers ?? []) {
    if (modifier.kind !== K.Decorator) continue;
    const { expression } = modifier as ts.Decorator;
    const call = expression.kind === K.CallExpression ? (expression as ts.CallExpression) : undefined;
    const callee = call?.expression ?? expression;
    const name = callee.kind === K.Identifier ? identifierText(callee as ts.Identifier) : '';
    if (name === 'NotPersonal') return null;
    if (name !== 'Personal' && name !== 'PersonalData') continue;
    const said = call?.arguments[0];
    return said?.kind === K.StringLiteral ? (said as ts.StringLiteral).text : '';
  }
  return undefined;
}

/** A pair of accessors is one member, of the getter's type when it says one. */
export function addAccessor(l: Lowering, shape: ShapeIR, node: ts.AccessorDeclaration): MemberIR {
  const type = node.kind === K.GetAccessor ? node.type : node.parameters[0]?.type;
  const written = type === undefined ? NONE : term(l, type);
  const name = staticKey(node.name) ?? '';
  const known = shape.members.find((member) => member.name === name && name !== '' && !member.method);
  if (known === undefined) return addMember(l, shape, node.name, written, node);
  if (known.term === NONE || (node.kind === K.GetAccessor && written !== NONE)) known.term = written;
  return known;
}
