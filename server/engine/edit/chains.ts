/** Conditions that follow one another and ask about one value: whoever takes the value out takes all of them, or none. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { replaced, withoutStatement } from './statements';
import { textOf, within, type Tree } from './tree';

/** `a.age < 25 && a.smoker` without the age: "a.smoker"; undefined where nothing is left. */
export function reduced(tree: Tree, condition: ts.Expression, text: string): string | undefined {
  if (ts.isParenthesizedExpression(condition)) {
    const inner = reduced(tree, condition.expression, text);
    return inner && ts.isBinaryExpression(condition.expression) ? `(${inner})` : inner;
  }
  if (!ts.isBinaryExpression(condition) || !LOGIC.has(condition.operatorToken.kind))
    return asksAbout(condition, text) ? undefined : textOf(tree, condition);
  if (!asksAbout(condition, text)) return textOf(tree, condition);
  const [left, right] = [reduced(tree, condition.left, text), reduced(tree, condition.right, text)];
  if (left === undefined || right === undefined) return left ?? right;
  return `${left} ${textOf(tree, condition.operatorToken)} ${right}`;
}

export const LOGIC = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken]);

/** Somewhere in it a value of that text is read. */
export const asksAbout = (node: ts.Node, text: string): boolean =>
  [...within(node)].some(
    (each) =>
      ts.isExpression(each) &&
      each.getText() === text &&
      !(ts.isPropertyAccessExpression(each.parent) && each.parent.name === each),
  );

/**
 * An `if`, with what goes before and after it as `else if`, and with those that follow it and decide the same, as if no
 * condition on the value held. Undefined where what is left would go on asking.
 */
export function unchained(tree: Tree, asked: ts.IfStatement, text: string, finding: ts.Node): TextEdit[] | undefined {
  const own = oneChain(tree, top(asked), text, finding);
  if (!own) return undefined;
  const edits = [...own];
  for (const next of following(top(asked))) {
    if (!decidesAlike(asked, next)) continue;
    const more = ts.isIfStatement(next) && isAsked(next, text) ? oneChain(tree, next, text, finding) : undefined;
    if (more) edits.push(...more);
    else if (asksAbout(next, text)) return undefined;
  }
  return edits;
}

function oneChain(tree: Tree, chain: ts.IfStatement, text: string, finding: ts.Node): TextEdit[] | undefined {
  const links = linksOf(chain);
  const rest = links.at(-1)!.elseStatement;
  const gone = links.filter((link) => reduced(tree, link.expression, text) === undefined);
  const [first] = gone;
  // In place of the branch that the finding stands in, the other one.
  if (first?.elseStatement && holds(first.elseStatement, finding) && !isStep(first.thenStatement)) {
    const isAlone = linksOf(first).every((link) => gone.includes(link)) && !asksAbout(first.thenStatement, text);
    return isAlone ? [replaced(tree, first, { text: standing(tree, first, first.thenStatement) })] : undefined;
  }
  const left = links.filter((link) => !gone.includes(link));
  if ([...left.map(({ thenStatement }) => thenStatement), rest].some((part) => part && asksAbout(part, text))) return undefined;
  if (left.length === 0 && rest) return [replaced(tree, chain, { text: standing(tree, chain, rest) })];
  if (left.length === 0) return [withoutStatement(tree, chain)];
  const { path } = tree;
  const last = left.at(-1)!;
  return links.flatMap((link): TextEdit[] => {
    if (!gone.includes(link)) {
      const condition = reduced(tree, link.expression, text)!;
      return condition === textOf(tree, link.expression) ? [] : [replaced(tree, link.expression, { text: condition })];
    }
    const start = link.getStart(tree.file);
    if (link.elseStatement) return [{ at: { path, start, end: link.elseStatement.getStart(tree.file) }, text: '' }];
    // With the `else` before it, or the one that is left over where all after the last that stays are gone.
    return [{ at: { path, start: last.thenStatement.end, end: link.end }, text: '' }];
  });
}

/** `else if` is written as an `if` in the `else`. */
function linksOf(chain: ts.IfStatement): ts.IfStatement[] {
  const links = [chain];
  for (let next = chain.elseStatement; next && ts.isIfStatement(next); next = next.elseStatement) links.push(next);
  return links;
}

function top(link: ts.IfStatement): ts.IfStatement {
  let at = link;
  while (ts.isIfStatement(at.parent) && at.parent.elseStatement === at) at = at.parent;
  return at;
}

const isAsked = (chain: ts.IfStatement, text: string): boolean =>
  linksOf(chain).some(({ expression }) => asksAbout(expression, text));

/** Statements after one, in the same block. */
function following(statement: ts.Statement): ts.Statement[] {
  const { parent } = statement;
  const list = ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent) ? [...parent.statements] : [];
  return list.slice(list.indexOf(statement) + 1);
}

/** Both set the same variable, or both leave with a result. */
function decidesAlike(one: ts.Statement, other: ts.Statement): boolean {
  if (!ts.isIfStatement(other) && !ts.isSwitchStatement(other)) return false;
  const targets = targetsOf(one);
  return [...targetsOf(other)].some((target) => targets.has(target));
}

function targetsOf(statement: ts.Statement): Set<string> {
  const out = new Set<string>();
  for (const node of within(statement)) {
    if (ts.isReturnStatement(node)) out.add('return');
    if (ts.isBinaryExpression(node) && isAssigning(node)) out.add(node.left.getText());
  }
  return out;
}

const isAssigning = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** `price *= 1.5`: without it the price is what it was. */
const isStep = (statement: ts.Statement): boolean =>
  [...within(statement)].some(
    (node) => ts.isBinaryExpression(node) && isAssigning(node) && node.operatorToken.kind !== ts.SyntaxKind.EqualsToken,
  );

const holds = (whole: ts.Node, part: ts.Node): boolean => [...within(whole)].includes(part);

/** What stands in the place of a statement: after an `else` a block stays one. */
const standing = (tree: Tree, place: ts.Statement, statement: ts.Statement): string =>
  ts.isIfStatement(place.parent) ? textOf(tree, statement) : unwrapped(tree, statement);

/** A block's statements without its braces, moved out by one level. */
function unwrapped(tree: Tree, statement: ts.Statement): string {
  const declares = ts.isBlock(statement) && statement.statements.some((each) => ts.isVariableStatement(each));
  if (!ts.isBlock(statement) || statement.statements.length === 0 || declares) return textOf(tree, statement);
  const [first] = statement.statements;
  const start = first!.getStart(tree.file);
  const inner = tree.text.slice(start, statement.statements.at(-1)!.end);
  const indent = /[ \t]*$/.exec(tree.text.slice(0, start))![0];
  const line = tree.text.lastIndexOf('\n', statement.getStart(tree.file)) + 1;
  const outer = /^[ \t]*/.exec(tree.text.slice(line))![0];
  return inner.replaceAll(`\n${indent}`, `\n${outer}`);
}
