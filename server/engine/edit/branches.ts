/** A trait of a person taken out of what it decides: a branch, a factor, a condition, a feature, a line of a prompt. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { asksAbout, LOGIC, reduced, unchained } from './chains';
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
  const text = textOf(tree, comparedIn(value));
  for (let at = value; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isConditionalExpression(parent)) {
      // A feature of two literals is all about the trait.
      const isFlag = isLiteral(parent.whenTrue) && isLiteral(parent.whenFalse) && !holdsFinding(site, parent);
      if (isFlag && (ts.isArrayLiteralExpression(parent.parent) || ts.isTemplateSpan(parent.parent))) continue;
      if (parent.condition === at) return unchosen(site, parent, text);
      continue;
    }
    if (ts.isIfStatement(parent) && parent.expression === at) return unchained(tree, parent, text, site.node);
    if (ts.isSwitchStatement(parent) && parent.expression === at) return defaultOf(tree, parent);
    if (ts.isBinaryExpression(parent)) {
      const { operatorToken, left, right } = parent;
      const other = left === at ? right : left;
      if (LOGIC.has(operatorToken.kind)) {
        if (isCondition(parent)) continue;
        return asksAbout(other, text) ? unasked(site, parent, text) : [replaced(tree, parent, { text: textOf(tree, other) })];
      }
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

/** What a comparison with a constant compares: `age` of `age < 25`. */
function comparedIn(value: ts.Node): ts.Node {
  if (!ts.isBinaryExpression(value) || !COMPARING.has(value.operatorToken.kind)) return value;
  return isLiteral(value.left) ? value.right : value.left;
}

const isLiteral = (node: ts.Node): boolean => ts.isNumericLiteral(node) || ts.isStringLiteralLike(node);

const holdsFinding = ({ node }: Site, whole: ts.Node): boolean => [...within(whole)].includes(node);

/** All of a condition that is a whole one. */
function isCondition(part: ts.Expression): boolean {
  let at: ts.Node = part;
  while (ts.isParenthesizedExpression(at.parent) || (ts.isBinaryExpression(at.parent) && LOGIC.has(at.parent.operatorToken.kind)))
    at = at.parent;
  const { parent } = at;
  return (
    (ts.isIfStatement(parent) && parent.expression === at) || (ts.isConditionalExpression(parent) && parent.condition === at)
  );
}

/** `age > 18 && age < 65 && isFit` → `isFit`. */
function unasked({ tree }: Site, part: ts.BinaryExpression, text: string): TextEdit[] | undefined {
  let whole: ts.Expression = part;
  while (ts.isBinaryExpression(whole.parent) && LOGIC.has(whole.parent.operatorToken.kind)) whole = whole.parent;
  const rest = reduced(tree, whole, text);
  return rest === undefined ? undefined : [replaced(tree, whole, { text: rest })];
}

/** `age < 25 ? 1.5 : age > 65 ? 1.2 : 1` → `1`; of a condition that asks about more the rest stays. */
function unchosen(site: Site, choice: ts.ConditionalExpression, text: string): TextEdit[] | undefined {
  const { tree } = site;
  const condition = reduced(tree, choice.condition, text);
  const [yes, no] = [choice.whenTrue, choice.whenFalse];
  if (condition !== undefined)
    return asksAbout(yes, text) || asksAbout(no, text) ? undefined : [replaced(tree, choice.condition, { text: condition })];
  let part = neutral(site, choice);
  for (let inner = bare(part); ts.isConditionalExpression(inner) && asksAbout(inner.condition, text); inner = bare(part)) {
    if (reduced(tree, inner.condition, text) !== undefined) return undefined;
    part = neutral(site, inner);
  }
  return [settled(tree, choice, part)];
}

const bare = (part: ts.Expression): ts.Expression => (ts.isParenthesizedExpression(part) ? bare(part.expression) : part);

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
