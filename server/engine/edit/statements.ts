/** Whole statements and elements: taken out with their lines, wrapped, or joined by others. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { indentAt, newlineOf, outwards, placeOf, textOf, within, type Tree } from './tree';

/** Text with the part that a person fills in. */
export interface Draft {
  text: string;
  hole?: [start: number, end: number];
}

export const replaced = (tree: Tree, node: ts.Node, { text, hole }: Draft): TextEdit => ({ at: placeOf(tree, node), text, hole });

/** `text` with the hole around the first place where `part` stands. */
export function draft(text: string, part: string): Draft {
  const start = text.indexOf(part);
  return start < 0 ? { text } : { text, hole: [start, start + part.length] };
}

/** The draft with text before and after. */
export const around = (before: string, { text, hole }: Draft, after: string): Draft => ({
  text: before + text + after,
  hole: hole && [hole[0] + before.length, hole[1] + before.length],
});

/** The statement that a node is the whole of: `await send();` for the call. */
export function statementOf(node: ts.Node): ts.ExpressionStatement | undefined {
  let at = node.parent;
  while (at && (ts.isAwaitExpression(at) || ts.isVoidExpression(at) || ts.isParenthesizedExpression(at))) at = at.parent;
  return at && ts.isExpressionStatement(at) ? at : undefined;
}

/** Takes a node out, with its line when it stands alone there; a comment that ends the line goes with it. */
export function without({ text, path, file }: Tree, node: ts.Node): TextEdit {
  const start = node.getStart(file);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(?:\/\/[^\n]*|\{\/\*[^\n]*\*\/\})?(?:\r?\n|$)/.exec(text.slice(node.end));
  if (rest && /^[ \t]*$/.test(text.slice(line, start)))
    return { at: { path, start: line, end: node.end + rest[0].length }, text: '' };
  return { at: { path, start, end: node.end }, text: '' };
}

/** Takes a statement out. Where the grammar needs one, as after `if (…)`, an empty block stays. */
export function withoutStatement(tree: Tree, statement: ts.Statement): TextEdit {
  return holdsMany(statement.parent) ? without(tree, statement) : { at: placeOf(tree, statement), text: '{}' };
}

const holdsMany = (node: ts.Node): boolean =>
  ts.isBlock(node) || ts.isSourceFile(node) || ts.isModuleBlock(node) || ts.isCaseOrDefaultClause(node);

/** Puts a statement before another. */
export function before(tree: Tree, statement: ts.Statement, added: Draft): TextEdit[] {
  const { text, path, file } = tree;
  const start = statement.getStart(file);
  const indent = indentAt(text, start);
  if (holdsMany(statement.parent)) {
    const { text: written, hole } = around('', added, `${newlineOf(text)}${indent}`);
    return [{ at: { path, start, end: start }, text: written, hole }];
  }
  const opened = around('{ ', added, ' ');
  return [
    { at: { path, start, end: start }, text: opened.text, hole: opened.hole },
    { at: { path, start: statement.end, end: statement.end }, text: ' }' },
  ];
}

/** The statement under a condition: on one line when it is one, else in a block. */
export function under(tree: Tree, statement: ts.Statement, condition: Draft): TextEdit[] {
  const { text, path, file } = tree;
  const start = statement.getStart(file);
  const written = textOf(tree, statement);
  const indent = indentAt(text, start);
  const begin = around('if (', condition, ') ');
  const over = soleCondition(statement);
  if (over) return [joined(tree, over, condition)];
  // An `else` that follows would belong to the new condition.
  const isBranch = ts.isIfStatement(statement.parent) && statement.parent.elseStatement !== undefined;
  if (!written.includes('\n') && !isBranch) return [{ at: { path, start, end: start }, text: begin.text, hole: begin.hole }];
  const hasText = [...within(statement)].some(
    (node) => (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) && textOf(tree, node).includes('\n'),
  );
  const unit = unitOf(text);
  const newline = newlineOf(text);
  const edits: TextEdit[] = [
    {
      at: { path, start, end: start },
      text: `${begin.text}{${newline}${indent}${unit}`,
      hole: begin.hole,
    },
  ];
  // Lines of a template text are its content: they stay where they are.
  if (!hasText)
    for (let at = text.indexOf('\n', start); at >= 0 && at < statement.end; at = text.indexOf('\n', at + 1))
      if (/[^\r\n]/.test(text[at + 1] ?? '')) edits.push({ at: { path, start: at + 1, end: at + 1 }, text: unit });
  edits.push({ at: { path, start: statement.end, end: statement.end }, text: `${newline}${indent}}` });
  return edits;
}

/** The condition of an `if` that has nothing but this statement to do. */
function soleCondition(statement: ts.Statement): ts.Expression | undefined {
  const block = ts.isBlock(statement.parent) && statement.parent.statements.length === 1 ? statement.parent : statement;
  const { parent } = block;
  return ts.isIfStatement(parent) && parent.thenStatement === block && !parent.elseStatement ? parent.expression : undefined;
}

/** `if (ready)` → `if (ready && hasConsent())`. */
function joined(tree: Tree, condition: ts.Expression, more: Draft): TextEdit {
  const isLoose =
    (ts.isBinaryExpression(condition) &&
      [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.EqualsToken].includes(
        condition.operatorToken.kind,
      )) ||
    ts.isConditionalExpression(condition);
  const text = textOf(tree, condition);
  return replaced(tree, condition, around(isLoose ? `(${text}) && ` : `${text} && `, more, ''));
}

/** How the file indents: a tab, or the spaces of its first indented line. */
function unitOf(text: string): string {
  return /\n(\t| +)\S/.exec(text)?.[1] ?? '  ';
}

/** After a statement and the comment that ends its line. */
export function after({ text, path, file }: Tree, statement: ts.Statement, { text: added, hole }: Draft): TextEdit {
  const end = statement.end + (/^[ \t]*\/\/[^\r\n]*/.exec(text.slice(statement.end))?.[0].length ?? 0);
  const lead = `${newlineOf(text)}${indentAt(text, statement.getStart(file))}`;
  return { at: { path, start: end, end }, ...around(lead, { text: added, hole }, '') };
}

/** The function around a node. */
export const functionAround = (node: ts.Node): ts.FunctionLikeDeclaration | undefined =>
  outwards(
    node.parent,
    (each): each is ts.FunctionLikeDeclaration =>
      ts.isFunctionDeclaration(each) ||
      ts.isFunctionExpression(each) ||
      ts.isArrowFunction(each) ||
      ts.isMethodDeclaration(each) ||
      ts.isConstructorDeclaration(each) ||
      ts.isGetAccessor(each) ||
      ts.isSetAccessor(each),
  );

/** May `await` stand here? */
export function isAsync(node: ts.Node): boolean {
  const around = functionAround(node);
  return !around || (around.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
}
