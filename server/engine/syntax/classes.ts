/** Classes: their shape, their functions, and what their fields and decorators run. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, NONE } from '../ir';
import type { ClassIR, FunctionIR, ShapeIR } from '../ir';
import { statement, value } from './dispatch';
import type { Handlers } from './dispatch';
import { hasModifier } from './exports';
import { addFunction, namedValue, pushFunction } from './functions';
import { hoistVariables } from './hoist';
import { staticKey } from './literals';
import { identifierText, startOf } from './positions';
import { addSlot, load } from './scopes';
import { addAccessor, addMember, addShape } from './shapes';
import { functionTerm, heritageTerm, term, typeParameterNames } from './types';
import { emit0, emit2, emit3, nameOf } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { StaticKeyword, Decorator, Identifier } = K;

export const classHandlers: Handlers<number> = [[K.ClassExpression, (l, node: ts.ClassExpression) => lowerClass(l, node, '')]];

/** Emits the class value; `given` is the name it takes when it has none. */
export function lowerClass(l: Lowering, node: ts.ClassLikeDeclaration, given: string): number {
  const outer = l.scope;
  const own = node.kind === K.ClassExpression && node.name !== undefined ? bindOwnName(l, node.name) : NONE;
  const name = node.name === undefined ? given : identifierText(node.name);
  const start = startOf(l.text, node);
  const [nameStart, nameEnd] = node.name === undefined ? [start, start] : [node.name.end - name.length, node.name.end];
  const shapeIndex = addShape(l, 'class', name, nameStart, nameEnd);
  const shape = l.shapes[shapeIndex];
  const added: ClassIR = {
    name,
    shape: shapeIndex,
    constructor_: NONE,
    initializer: NONE,
    staticInitializer: NONE,
    methods: [],
    decorators: [],
  };
  const index = l.classes.push(added) - 1;
  shape.class = index;
  shape.typeParameters = typeParameterNames(node.typeParameters);
  addDecorators(l, added, node, null, NONE);
  const base = heritage(l, node, shape);
  const fields: ts.ClassElement[] = [];
  const staticFields: ts.ClassElement[] = [];
  for (const member of node.members) lowerMember(l, added, index, shape, member, fields, staticFields);
  added.initializer = initializer(l, node, index, fields, false);
  added.staticInitializer = initializer(l, node, index, staticFields, true);
  const made = emit2(l, Kind.Class, 0, index, base, start, node.end);
  if (own !== NONE) emit3(l, Kind.Store, 0, own, made, NONE, nameStart, nameEnd);
  l.scope = outer;
  return made;
}

/** The name of a class expression is visible inside it only. */
function bindOwnName(l: Lowering, name: ts.Identifier): number {
  const text = identifierText(name);
  const slot = addSlot(l, text, 'class');
  l.scope = { parent: l.scope, function: l.function, names: new Map([[text, slot]]) };
  return slot;
}

function heritage(l: Lowering, node: ts.ClassLikeDeclaration, shape: ShapeIR): number {
  let base = NONE;
  for (const clause of node.heritageClauses ?? []) {
    for (const type of clause.types) {
      if (clause.token === K.ImplementsKeyword) {
        shape.implements.push(heritageTerm(l, type));
        continue;
      }
      shape.extends.push(heritageTerm(l, type));
      base = value(l, type.expression);
    }
  }
  return base;
}

function lowerMember(
  l: Lowering,
  into: ClassIR,
  index: number,
  shape: ShapeIR,
  member: ts.ClassElement,
  fields: ts.ClassElement[],
  staticFields: ts.ClassElement[],
): void {
  const isStatic = hasModifier(member, StaticKeyword);
  switch (member.kind) {
    case K.PropertyDeclaration: {
      const { name, type, initializer: content } = member as ts.PropertyDeclaration;
      addMember(l, shape, name, type === undefined ? NONE : term(l, type), member).static = isStatic;
      addDecorators(l, into, member, staticKey(name) ?? '', NONE);
      if (content !== undefined) (isStatic ? staticFields : fields).push(member);
      return;
    }
    case K.ClassStaticBlockDeclaration:
      staticFields.push(member);
      return;
    case K.Constructor:
      return addConstructor(l, into, index, shape, member as ts.ConstructorDeclaration);
    case K.MethodDeclaration:
    case K.GetAccessor:
    case K.SetAccessor:
      return addMethod(l, into, index, shape, member as ts.MethodDeclaration | ts.AccessorDeclaration, isStatic);
  }
}

function addConstructor(l: Lowering, into: ClassIR, index: number, shape: ShapeIR, node: ts.ConstructorDeclaration): void {
  if (node.body === undefined) return;
  for (const parameter of node.parameters) {
    if (!isParameterProperty(parameter)) continue;
    addMember(
      l,
      shape,
      parameter.name as ts.Identifier,
      parameter.type === undefined ? NONE : term(l, parameter.type),
      parameter,
    );
  }
  addParameterDecorators(l, into, node.parameters, 'constructor');
  into.constructor_ = addMemberFunction(l, node, 'constructor', 'constructor', index, false);
}

function addMethod(
  l: Lowering,
  into: ClassIR,
  index: number,
  shape: ShapeIR,
  node: ts.MethodDeclaration | ts.AccessorDeclaration,
  isStatic: boolean,
): void {
  const name = staticKey(node.name) ?? '';
  if (node.kind === K.MethodDeclaration) {
    const added = addMember(l, shape, node.name, functionTerm(l, node), node);
    added.method = true;
    added.static = isStatic;
  } else addAccessor(l, shape, node).static = isStatic;
  addDecorators(l, into, node, name, NONE);
  addParameterDecorators(l, into, node.parameters, name);
  // An overload or an abstract method.
  if (node.body === undefined) return;
  const accessor = node.kind === K.MethodDeclaration ? '' : node.kind === K.GetAccessor ? 'get' : 'set';
  const kind = accessor === '' ? 'method' : accessor === 'get' ? 'getter' : 'setter';
  into.methods.push({ name, function: addMemberFunction(l, node, name, kind, index, isStatic), static: isStatic, accessor });
}

function addMemberFunction(
  l: Lowering,
  node: ts.FunctionLikeDeclaration,
  name: string,
  kind: FunctionIR['kind'],
  index: number,
  isStatic: boolean,
): number {
  const added = addFunction(l, node, name, kind);
  l.functions[added].class = index;
  l.functions[added].static = isStatic;
  return added;
}

function initializer(
  l: Lowering,
  node: ts.ClassLikeDeclaration,
  index: number,
  members: ts.ClassElement[],
  isStatic: boolean,
): number {
  if (members.length === 0) return NONE;
  const added = pushFunction(l, '', 'initializer', startOf(l.text, node), node.end);
  l.functions[added].class = index;
  l.functions[added].static = isStatic;
  l.pending.push({ index: added, scope: l.scope, node, members, module: NONE });
  return added;
}

function addDecorators(l: Lowering, into: ClassIR, node: ts.Node, member: string | null, parameter: number): void {
  const { modifiers } = node as ts.ClassDeclaration;
  if (modifiers === undefined) return;
  for (const modifier of modifiers) {
    if (modifier.kind !== Decorator) continue;
    const decorator = value(l, (modifier as ts.Decorator).expression);
    into.decorators.push({ member, parameter, value: decorator });
  }
}

function addParameterDecorators(
  l: Lowering,
  into: ClassIR,
  parameters: readonly ts.ParameterDeclaration[],
  member: string,
): void {
  for (let index = 0; index < parameters.length; index++) addDecorators(l, into, parameters[index], member, index);
}

function isParameterProperty({ modifiers, name }: ts.ParameterDeclaration): boolean {
  return modifiers !== undefined && name.kind === Identifier && modifiers.some((modifier) => modifier.kind !== Decorator);
}

/** `constructor(private name: string)` sets `this.name`. */
export function setParameterProperties(l: Lowering, node: ts.ConstructorDeclaration): void {
  for (const parameter of node.parameters) {
    if (!isParameterProperty(parameter)) continue;
    const name = identifierText(parameter.name as ts.Identifier);
    const { end } = parameter.name;
    const self = emit0(l, Kind.This, 0, end - name.length, end);
    emit3(l, Kind.Set, 0, self, nameOf(l, name), load(l, name, end - name.length, end), end - name.length, end);
  }
}

/** Code of an initialiser function: fields and static blocks in the order written. */
export function runInitializers(l: Lowering, members: ts.ClassElement[]): void {
  for (const member of members) {
    if (member.kind === K.ClassStaticBlockDeclaration) {
      const { body } = member as ts.ClassStaticBlockDeclaration;
      hoistVariables(l, body.statements);
      statement(l, body);
      continue;
    }
    setField(l, member as ts.PropertyDeclaration);
  }
}

function setField(l: Lowering, { name, type, initializer: content, pos, end }: ts.PropertyDeclaration): void {
  const key = staticKey(name);
  const start = startOf(l.text, name);
  const self = emit0(l, Kind.This, 0, start, name.end);
  const computed = key === undefined ? value(l, (name as ts.ComputedPropertyName).expression) : NONE;
  let set = namedValue(l, content!, key ?? '');
  if (type !== undefined) set = emit2(l, Kind.Cast, Flag.Annotation, set, term(l, type), pos, end);
  if (key === undefined) emit3(l, Kind.Set, Flag.Computed, self, computed, set, start, end);
  else emit3(l, Kind.Set, 0, self, nameOf(l, key), set, start, end);
}
