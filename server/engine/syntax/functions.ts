/** Functions: closures in the function that writes them down, and their code, one after the other. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, NONE } from '../ir';
import type { FunctionIR } from '../ir';
import { beginFunction, endFunction, returnValue } from './blocks';
import { runInitializers, setParameterProperties } from './classes';
import { lowerClass } from './classes';
import { personalOf } from './comments';
import { value } from './dispatch';
import type { Handlers } from './dispatch';
import { hoist, hoistVariables } from './hoist';
import { bind, declarePattern, withDefault } from './patterns';
import { identifierText, startOf, withoutBrackets } from './positions';
import { addSlot, annotateSlot, resolve } from './scopes';
import { statementList } from './statements';
import { term, typeParameterNames } from './types';
import { emit1, emit2, emit3 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { FunctionExpression, ArrowFunction, ClassExpression, AsyncKeyword, Identifier, Block } = K;

export const functionHandlers: Handlers<number> = [
  [FunctionExpression, (l, node: ts.FunctionExpression) => closure(l, node, '')],
  [ArrowFunction, (l, node: ts.ArrowFunction) => closure(l, node, '')],
];

/** Emits an expression; a function or class without a name of its own is given this one. */
export function namedValue(l: Lowering, node: ts.Expression, name: string): number {
  const inner = withoutBrackets(node);
  if (inner.kind === ArrowFunction || inner.kind === FunctionExpression) {
    return closure(l, inner as ts.ArrowFunction | ts.FunctionExpression, name);
  }
  if (inner.kind === ClassExpression) return lowerClass(l, inner as ts.ClassExpression, name);
  return value(l, node);
}

function closure(l: Lowering, node: ts.ArrowFunction | ts.FunctionExpression, given: string): number {
  const name = node.name === undefined ? given : identifierText(node.name as ts.Identifier);
  const index = addFunction(l, node, name, node.kind === ArrowFunction ? 'arrow' : 'function');
  return emit1(l, Kind.Closure, 0, index, startOf(l.text, node), node.end);
}

/** Adds a function to the table and to the queue; its index. */
export function addFunction(l: Lowering, node: ts.FunctionLikeDeclaration, name: string, kind: FunctionIR['kind']): number {
  const index = pushFunction(l, name, kind, startOf(l.text, node), node.end);
  const added = l.functions[index];
  if (node.modifiers !== undefined) {
    for (const modifier of node.modifiers) if (modifier.kind === AsyncKeyword) added.async = true;
  }
  added.generator = node.asteriskToken !== undefined;
  if (node.typeParameters !== undefined) added.typeParameters = typeParameterNames(node.typeParameters);
  l.pending.push({ index, scope: l.scope, node, members: undefined, module: NONE });
  return index;
}

export function pushFunction(l: Lowering, name: string, kind: FunctionIR['kind'], start: number, end: number): number {
  const added: FunctionIR = {
    name,
    parent: l.functions.length === 0 ? NONE : l.function,
    class: NONE,
    kind,
    async: false,
    generator: false,
    static: false,
    exported: false,
    first: 0,
    count: 0,
    start,
    end,
    parameters: [],
    returns: NONE,
    typeParameters: [],
    slots: [],
  };
  return l.functions.push(added) - 1;
}

/** Lowers what the queue holds and what that adds to it, so that the code of each function is contiguous. */
export function lowerPending(l: Lowering): void {
  for (let next = 0; next < l.pending.length; next++) {
    const { index, scope, node, members, module } = l.pending[next];
    enter(l, index);
    l.scope = { parent: scope, function: index, names: undefined };
    if (members === undefined) lowerBody(l, node as ts.FunctionLikeDeclaration, module);
    else runInitializers(l, members);
    leave(l);
  }
}

export function enter(l: Lowering, index: number): void {
  const current = l.functions[index];
  l.function = index;
  l.first = current.first = l.count;
  l.origin = current.start;
  l.depth = 0;
  beginFunction(l);
}

export function leave(l: Lowering): void {
  const current = l.functions[l.function];
  if (l.open) returnValue(l, NONE, current.end, current.end);
  endFunction(l);
  current.count = l.count - l.first;
}

function lowerBody(l: Lowering, node: ts.FunctionLikeDeclaration, module: number): void {
  const current = l.functions[l.function];
  if (node.kind === FunctionExpression && node.name !== undefined) bindOwnName(l, node.name as ts.Identifier);
  for (const parameter of node.parameters) declarePattern(l, parameter.name, 'param', personalOf(l, parameter));
  let index = 0;
  for (const parameter of node.parameters) lowerParameter(l, parameter, index++, module);
  if (node.type !== undefined) current.returns = term(l, node.type);
  const { body } = node;
  if (body === undefined) return;
  if (body.kind !== Block) return returnValue(l, value(l, body), startOf(l.text, body), body.end);
  if (current.kind === 'constructor') setParameterProperties(l, node as ts.ConstructorDeclaration);
  const { statements } = body as ts.Block;
  hoistVariables(l, statements);
  hoist(l, statements);
  statementList(l, statements);
}

/** `function f() {}` as an expression knows itself as f. */
function bindOwnName(l: Lowering, name: ts.Identifier): void {
  const text = identifierText(name);
  const slot = addSlot(l, text, 'function');
  l.scope = {
    parent: { parent: l.scope.parent, function: l.function, names: new Map([[text, slot]]) },
    function: l.function,
    names: undefined,
  };
  const self = emit1(l, Kind.Closure, 0, l.function, l.origin, name.end);
  emit3(l, Kind.Store, 0, slot, self, NONE, name.end - text.length, name.end);
}

function lowerParameter(l: Lowering, parameter: ts.ParameterDeclaration, index: number, module: number): void {
  const { name, type, initializer } = parameter;
  const annotation = type === undefined ? NONE : term(l, type);
  const rest = parameter.dotDotDotToken !== undefined;
  const text = name.kind === Identifier ? identifierText(name) : '';
  const optional = parameter.questionToken !== undefined || initializer !== undefined;
  const added: FunctionIR['parameters'][number] = { name: text, term: annotation, optional, rest };
  const personal = personalOf(l, parameter);
  if (personal !== undefined) added.personal = personal;
  const { parameters } = l.functions[l.function];
  parameters.push(added);
  const start = startOf(l.text, parameter);
  // `this: Window` declares the type of the receiver and takes no argument.
  if (index === 0 && text === 'this') return void parameters.pop();
  const received = emit2(l, Kind.Param, rest ? Flag.Rest : 0, parameters.length - 1, annotation, start, parameter.end);
  const content = index > 0 || module === NONE ? received : emit1(l, Kind.Global, Flag.Import, module, start, parameter.end);
  bind(l, name, withDefault(l, content, initializer, name));
  if (annotation !== NONE && text !== '') annotateSlot(l, resolve(l, text), annotation);
}
