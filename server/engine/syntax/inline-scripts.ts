/** Scripts that an element holds as a text, in JSX: `<Script>{`gtag('config', '${id}')`}</Script>`. They run where the element is shown. */
import { ts } from '@ts-morph/common';
import { Kind, NONE } from '../ir';
import { isRun } from '../script-types';
import { pushFunction } from './functions';
import { parseScript } from './parse';
import { identifierText, startOf, tokenStart, unwrapped } from './positions';
import { emit1, push } from './writer';
import type { Lowering } from './state';

const { StringLiteral, NoSubstitutionTemplateLiteral, TemplateExpression, JsxExpression, JsxAttribute, Identifier } =
  ts.SyntaxKind;
const { ObjectLiteralExpression, PropertyAssignment } = ts.SyntaxKind;

/** Longer ones are libraries that were copied into the page. */
const LONGEST = 20_000;

export const isScript = (tag: string): boolean => /^script$/i.test(tag);

/** Emits a closure for each script among the children of an element, and for what it is given as its inner HTML. */
export function pushScripts(
  l: Lowering,
  attributes: readonly ts.JsxAttributeLike[],
  children: readonly ts.JsxChild[] | undefined,
): void {
  if (!attributes.every(mayRun)) return;
  for (const child of children ?? [])
    if (child.kind === JsxExpression && child.expression !== undefined) pushScript(l, child.expression);
  for (const attribute of attributes) {
    const html = attribute.kind === JsxAttribute ? innerHtml(attribute) : undefined;
    if (html !== undefined) pushScript(l, html);
  }
}

/** A type that is not written out may be one that waits for a yes. */
function mayRun(attribute: ts.JsxAttributeLike): boolean {
  if (attribute.kind !== JsxAttribute || attribute.name.kind !== Identifier || identifierText(attribute.name) !== 'type')
    return true;
  const { initializer } = attribute;
  return initializer?.kind === StringLiteral && isRun(initializer.text);
}

/** `dangerouslySetInnerHTML={{ __html: … }}` */
function innerHtml({ initializer }: ts.JsxAttribute): ts.Expression | undefined {
  const given = initializer?.kind === JsxExpression ? initializer.expression : undefined;
  if (given?.kind !== ObjectLiteralExpression) return undefined;
  const [only] = (given as ts.ObjectLiteralExpression).properties;
  return only?.kind === PropertyAssignment ? only.initializer : undefined;
}

function pushScript(l: Lowering, node: ts.Expression): void {
  const literal = unwrapped(node);
  const { kind } = literal;
  if (kind !== StringLiteral && kind !== NoSubstitutionTemplateLiteral && kind !== TemplateExpression) return;
  const start = startOf(l.text, literal) + 1;
  const end = literal.end - 1;
  if (end - start > LONGEST) return;
  const body = parseScript(l.text, start, end, kind === TemplateExpression ? holesOf(l, literal as ts.TemplateExpression) : []);
  if (body === undefined) return;
  const index = pushFunction(l, '', 'arrow', start, end);
  // A script of a page sees none of the variables around it.
  l.pending.push({ index, scope: undefined, node: body, members: undefined, module: NONE });
  push(l, emit1(l, Kind.Closure, 0, index, start, end));
}

/** Where `${…}` stand: from the dollar sign to behind the bracket. */
function holesOf(l: Lowering, { head, templateSpans }: ts.TemplateExpression): [number, number][] {
  let from = head.end - 2;
  return templateSpans.map(({ literal }) => {
    const hole: [number, number] = [from, tokenStart(l.text, literal.pos) + 1];
    from = literal.end - 2;
    return hole;
  });
}
