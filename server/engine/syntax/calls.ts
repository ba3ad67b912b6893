/** Calls, constructions, tagged templates and dynamic imports. */
import { ts } from '@ts-morph/common';
import { Flag, Kind, NONE } from '../ir';
import { dynamicImport } from './imports';
import { value } from './dispatch';
import type { Handlers } from './dispatch';
import { isPlainKey, template } from './literals';
import { identifierText, startOf, withoutBrackets } from './positions';
import { term } from './types';
import { emitStack, foldLongList, nameOf, push, push2, push4 } from './writer';
import type { Lowering } from './state';

const K = ts.SyntaxKind;
const { PropertyAccessExpression, ElementAccessExpression, SuperKeyword, SpreadElement } = K;

export const callHandlers: Handlers<number> = [
  [K.CallExpression, call],
  [K.NewExpression, construct],
  [K.TaggedTemplateExpression, tagged],
];

function call(l: Lowering, node: ts.CallExpression): number {
  const imported = dynamicImport(l, node, '');
  if (imported !== NONE) return imported;
  const base = l.top;
  let flags = node.questionDotToken === undefined ? 0 : Flag.Optional;
  flags |= pushCallee(l, node.expression);
  const lazy = givesModule(node) ? l.imports.length - 1 : NONE;
  const pending = l.pending.length;
  if (node.expression.kind === SuperKeyword) flags |= Flag.Super;
  const typeArgument = firstType(l, node.typeArguments);
  push2(l, typeArgument, 0);
  pushArguments(l, node.arguments, base);
  if (lazy !== NONE && l.pending.length > pending) l.pending[pending].module = lazy;
  return emitStack(l, Kind.Call, flags, base, startOf(l.text, node), node.end);
}

/** `import('x').then((module) => …)`: a function written here is given the module. */
function givesModule({ expression, arguments: given }: ts.CallExpression): boolean {
  const callee = withoutBrackets(expression);
  if (callee.kind !== PropertyAccessExpression) return false;
  const { expression: receiver, name } = callee as ts.PropertyAccessExpression;
  const loads = withoutBrackets(receiver);
  return (
    identifierText(name) === 'then' &&
    loads.kind === K.CallExpression &&
    (loads as ts.CallExpression).expression.kind === K.ImportKeyword &&
    (loads as ts.CallExpression).arguments.length > 0 &&
    ts.isStringLiteralLike((loads as ts.CallExpression).arguments[0]) &&
    given.length > 0 &&
    (given[0].kind === K.ArrowFunction || given[0].kind === K.FunctionExpression)
  );
}

function construct(l: Lowering, node: ts.NewExpression): number {
  const base = l.top;
  const callee = value(l, node.expression);
  const typeArgument = firstType(l, node.typeArguments);
  push4(l, callee, NONE, typeArgument, 0);
  if (node.arguments !== undefined) pushArguments(l, node.arguments, base);
  return emitStack(l, Kind.Call, Flag.New, base, startOf(l.text, node), node.end);
}

function tagged(l: Lowering, node: ts.TaggedTemplateExpression): number {
  const base = l.top;
  const flags = Flag.Tagged | pushCallee(l, node.tag);
  push2(l, firstType(l, node.typeArguments), 0);
  const substitutions: number[] = [];
  push(l, template(l, node.template, substitutions));
  for (const substitution of substitutions) push(l, substitution);
  foldLongList(l, base + 4, 1, []);
  return emitStack(l, Kind.Call, flags, base, startOf(l.text, node), node.end);
}

/** The first type argument; in broken source the brackets may be empty. */
const firstType = (l: Lowering, types: readonly ts.TypeNode[] | undefined): number =>
  types === undefined || types.length === 0 ? NONE : term(l, types[0]);

/** Pushes callee and method name; the flag of an optional method access. */
function pushCallee(l: Lowering, expression: ts.Expression): number {
  const callee = withoutBrackets(expression);
  if (callee.kind === PropertyAccessExpression) {
    const { expression: receiver, name, questionDotToken } = callee as ts.PropertyAccessExpression;
    const object = value(l, receiver);
    push2(l, object, nameOf(l, identifierText(name)));
    return questionDotToken === undefined ? 0 : Flag.Optional;
  }
  if (callee.kind === ElementAccessExpression) {
    const { expression: receiver, argumentExpression, questionDotToken } = callee as ts.ElementAccessExpression;
    if (isPlainKey(argumentExpression)) {
      const object = value(l, receiver);
      push2(l, object, nameOf(l, argumentExpression.text));
      return questionDotToken === undefined ? 0 : Flag.Optional;
    }
  }
  const called = value(l, callee);
  push2(l, called, NONE);
  return 0;
}

function pushArguments(l: Lowering, list: ts.NodeArray<ts.Expression>, base: number): void {
  let spread = 0;
  for (let index = 0; index < list.length; index++) {
    const argument = list[index];
    if (argument.kind !== SpreadElement) {
      const plain = value(l, argument);
      push(l, plain);
      continue;
    }
    const many = value(l, (argument as ts.SpreadElement).expression);
    push(l, many);
    // The mask has one bit per argument; later ones are taken as plain.
    if (index < 31) spread |= 1 << index;
  }
  l.stack[base + 3] = spread;
  foldLongList(l, base + 4, 1, []);
}
