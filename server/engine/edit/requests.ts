/** `GET` with data in the query → `POST` with data in the body. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { propertyNamed } from './objects';
import type { Mend, Site } from './site';
import { placeOf, textOf, within } from './tree';

const TITLE = 'Send it in the body of a POST request';

export function asPost(site: Site): Mend[] {
  const { node, tree } = site;
  if (!ts.isCallExpression(node)) return [];
  const callee = textOf(tree, node.expression);
  const [address, options] = node.arguments;
  if (!address) return [];
  if (callee === 'fetch' && !options) {
    const split = splitAddress(site, address);
    if (!split) return [];
    const text = `${split.base}, { method: 'POST', body: ${split.body} }`;
    return [{ title: TITLE, edits: [{ at: placeOf(tree, address), text }] }];
  }
  return /\.get$/.test(callee) ? fromParams(site, node, options) : [];
}

/** `axios.get(url, { params })` → `axios.post(url, params)`. */
function fromParams({ tree }: Site, call: ts.CallExpression, options: ts.Expression | undefined): Mend[] {
  if (!options || !ts.isObjectLiteralExpression(options) || options.properties.length !== 1) return [];
  const params = propertyNamed(options, 'params');
  if (!params || !ts.isPropertyAccessExpression(call.expression)) return [];
  const value = ts.isPropertyAssignment(params) ? textOf(tree, params.initializer) : 'params';
  const edits: TextEdit[] = [
    { at: placeOf(tree, call.expression.name), text: 'post' },
    { at: placeOf(tree, options), text: value },
  ];
  return [{ title: TITLE, edits }];
}

/** Address without its query, and the query as a body. */
function splitAddress(site: Site, address: ts.Expression): { base: string; body: string } | undefined {
  const { tree } = site;
  if (ts.isBinaryExpression(address)) {
    const { left, right } = address;
    const isQuery = ts.isStringLiteralLike(left) && /^[^?]*\?$/.test(left.text);
    const data =
      ts.isNewExpression(right) && textOf(tree, right.expression) === 'URLSearchParams' ? right.arguments?.[0] : undefined;
    if (!isQuery || !data || !ts.isObjectLiteralExpression(data)) return undefined;
    return { base: textOf(tree, left).replace('?', ''), body: `JSON.stringify(${textOf(tree, data)})` };
  }
  if (!ts.isTemplateExpression(address)) return undefined;
  const { head, templateSpans: spans } = address;
  const whole = /^([^?]*)\?$/.exec(head.text);
  if (whole && spans.length === 1 && spans[0]!.literal.text === '' && isParams(site, spans[0]!.expression))
    return { base: `'${whole[1]}'`, body: textOf(tree, spans[0]!.expression) };
  const start = /^([^?]*)\?([\w.-]+)=$/.exec(head.text);
  if (!start) return undefined;
  const entries: string[] = [];
  let name: string | undefined = start[2];
  for (const span of spans) {
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
    const value = textOf(tree, unencoded(span.expression, site));
    entries.push(value === name ? name : `${name}: ${value}`);
    const next: RegExpExecArray | null = /^(?:&([\w.-]+)=)?$/.exec(span.literal.text);
    if (!next) return undefined;
    name = next[1];
  }
  return name === undefined ? { base: `'${start[1]}'`, body: `JSON.stringify({ ${entries.join(', ')} })` } : undefined;
}

/** `new URLSearchParams(…)`, or a variable that holds one. */
function isParams({ tree }: Site, value: ts.Expression): boolean {
  if (ts.isNewExpression(value)) return textOf(tree, value.expression) === 'URLSearchParams';
  if (!ts.isIdentifier(value)) return false;
  return [...within(tree.file)].some(
    (node) =>
      ts.isVariableDeclaration(node) &&
      textOf(tree, node.name) === value.text &&
      node.initializer !== undefined &&
      ts.isNewExpression(node.initializer) &&
      textOf(tree, node.initializer.expression) === 'URLSearchParams',
  );
}

function unencoded(value: ts.Expression, { tree }: Site): ts.Expression {
  const isEncoding = ts.isCallExpression(value) && textOf(tree, value.expression) === 'encodeURIComponent';
  return isEncoding ? (value.arguments[0] ?? value) : value;
}
