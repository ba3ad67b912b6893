/** A trait of a person taken out of what it decides: a branch, a factor, a condition, a feature, a line of a prompt. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { removeFrom } from './objects';
import type { Mend, Site } from './site';
import { replaced, withoutStatement } from './statements';
import { nodeAt, placeOf, textOf, within, type Tree } from './tree';

/** The first step of the way that stands in this file and can be taken out of what it decides. */
export function withoutAttribute(site: Site, title: (attribute: string) => string): Mend[] {
  const { tree, finding } = site;
  const attribute = / read here$/.test(finding.path[0]?.words ?? '') ? finding.path[0]!.words.replace(/ read here$/, '') : '';
  if (attribute === '') return [];
  for (const step of finding.path) {
    if (step.at.path !== tree.path) continue;
    const edits = takenOut(site, nodeAt(tree, step.at));
    if (edits) return [{ title: title(attribute), edits }];
  }
  return [];
}

/** Climbs from a value to what it decides. */
function takenOut(site: Site, value: ts.Node): TextEdit[] | undefined {
  const { tree } = site;
  let factor: TextEdit | undefined;
  let isCompared = false;
  for (let at = value; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isConditionalExpression(parent)) {
      // A feature of two literals is all about the trait.
      const isFlag = isLiteral(parent.whenTrue) && isLiteral(parent.whenFalse) && !holdsFinding(site, parent);
      if (isFlag && (ts.isArrayLiteralExpression(parent.parent) || ts.isTemplateSpan(parent.parent))) continue;
      if (parent.condition === at) return [settled(tree, parent, neutral(site, parent))];
      continue;
    }
    if (ts.isIfStatement(parent) && parent.expression === at) return unbranched(site, parent, value);
    if (ts.isSwitchStatement(parent) && parent.expression === at) return defaultOf(tree, parent);
    if (ts.isBinaryExpression(parent)) {
      const { operatorToken, left, right } = parent;
      const other = left === at ? right : left;
      if (LOGIC.has(operatorToken.kind)) return [replaced(tree, parent, { text: textOf(tree, other) })];
      if (COMPARING.has(operatorToken.kind)) {
        isCompared = true;
        factor = undefined;
      }
      const isFactor = operatorToken.kind === ts.SyntaxKind.AsteriskToken || (SUM.has(operatorToken.kind) && right === at);
      if (isFactor && !isCompared) factor ??= settled(tree, parent, other);
      if (ASSIGNING.has(operatorToken.kind)) return factor ? [factor] : unassigned(tree, parent);
      continue;
    }
    if (ts.isArrayLiteralExpression(parent)) return removeFrom(tree, parent.elements, [at]);
    if (ts.isPropertyAssignment(parent)) {
      if (factor) return [factor];
      return isFeature(parent) ? removeFrom(tree, parent.parent.properties, [parent]) : undefined;
    }
    if (ts.isTemplateSpan(parent)) return [span(tree, parent)];
    if (ts.isArrowFunction(parent) && parent.body === at) return factor ? [factor] : unselected(tree, parent);
    if (ts.isFunctionLike(parent) || ts.isBlock(parent)) return undefined;
    if (ts.isReturnStatement(parent) || ts.isVariableDeclaration(parent)) return factor && [factor];
  }
  return undefined;
}

const LOGIC = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken]);
const SUM = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken]);
const ASSIGNING = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
]);
const COMPARING = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

const isLiteral = (node: ts.Node): boolean => ts.isNumericLiteral(node) || ts.isStringLiteralLike(node);

const holdsFinding = ({ node }: Site, whole: ts.Node): boolean => [...within(whole)].includes(node);

/** What those get whom the condition does not mean: not the branch of the finding, the plainer one, the one that changes nothing. */
function neutral(site: Site, { whenTrue, whenFalse }: ts.ConditionalExpression): ts.Expression {
  if (holdsFinding(site, whenTrue)) return whenFalse;
  if (holdsFinding(site, whenFalse)) return whenTrue;
  const [yes, no] = [whenTrue.getText(), whenFalse.getText()];
  if (yes === '1' || yes === '0') return whenTrue;
  return no !== '1' && no !== '0' && no.includes(yes) ? whenTrue : whenFalse;
}

/** A part in place of the whole, without brackets that it does not need; a factor of one goes as well. */
function settled(tree: Tree, choice: ts.Expression, part: ts.Expression): TextEdit {
  const text = textOf(tree, part);
  const isSimple = /^[\w.$]+$|^(['"])[^'"]*\1$/.test(text);
  const whole = isSimple && ts.isParenthesizedExpression(choice.parent) ? choice.parent : choice;
  const { parent } = whole;
  const isOne = text === '1' && ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.AsteriskToken;
  if (!isOne) return replaced(tree, whole, { text });
  return replaced(tree, parent, { text: textOf(tree, parent.left === whole ? parent.right : parent.left) });
}

/**
 * Without the condition: its `else`, or nothing; what goes on asking about the same value goes with it.
 * In place of the branch that the finding stands in, the other one.
 */
function unbranched(site: Site, statement: ts.IfStatement, value: ts.Node): TextEdit[] | undefined {
  const { tree, node } = site;
  const { elseStatement, thenStatement } = statement;
  const isInElse = elseStatement !== undefined && [...within(elseStatement)].includes(node);
  let left = isInElse ? thenStatement : elseStatement;
  while (left && ts.isIfStatement(left) && asksAbout(left.expression, textOf(tree, value))) left = left.elseStatement;
  if (!left) return [withoutStatement(tree, statement)];
  return [replaced(tree, statement, { text: unwrapped(tree, left) })];
}

const asksAbout = (condition: ts.Expression, text: string): boolean =>
  [...within(condition)].some((node) => ts.isExpression(node) && node.getText() === text);

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

/** What a switch does for everybody whom no case names. */
function defaultOf(tree: Tree, statement: ts.SwitchStatement): TextEdit[] | undefined {
  const clause = statement.caseBlock.clauses.find(ts.isDefaultClause);
  const kept = clause?.statements.filter((each) => !ts.isBreakStatement(each)) ?? [];
  if (kept.length === 0) return undefined;
  return [replaced(tree, statement, { text: kept.map((each) => textOf(tree, each)).join('\n') })];
}

/** `score = byGender[gender]` cannot stay, `score -= age` can go. */
function unassigned(tree: Tree, assignment: ts.BinaryExpression): TextEdit[] | undefined {
  const isStep = assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken;
  const { parent } = assignment;
  return isStep && ts.isExpressionStatement(parent) ? [withoutStatement(tree, parent)] : undefined;
}

/** An object handed to a call: features of a model. */
const isFeature = ({ parent }: ts.PropertyAssignment): boolean =>
  ts.isCallExpression(parent.parent) || ts.isVariableDeclaration(parent.parent);

/** `${a}, ${b}, ${c}` → `${a}, ${c}`: with the text that leads to it. */
function span(tree: Tree, { expression, parent, literal }: ts.TemplateSpan): TextEdit {
  const index = parent.templateSpans.findIndex((each) => each.expression === expression);
  const before = index === 0 ? parent.head : parent.templateSpans[index - 1]!.literal;
  const open = before.end - 2;
  const lead = index === 0 ? 0 : (/[^}`\n]*$/.exec(before.rawText ?? before.text)?.[0].length ?? 0);
  const close = literal.getStart(tree.file) + 1;
  return { at: { path: tree.path, start: open - lead, end: close }, text: '' };
}

/** `people.filter((p) => p.age < 45)` → `people`; sorting likewise. */
function unselected(tree: Tree, callback: ts.ArrowFunction): TextEdit[] | undefined {
  const call = callback.parent;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  if (!/^(?:filter|sort|toSorted)$/.test(call.expression.name.text)) return undefined;
  const { path } = tree;
  return [{ at: { path, start: call.expression.expression.end, end: placeOf(tree, call).end }, text: '' }];
}
