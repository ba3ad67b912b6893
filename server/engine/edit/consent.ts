/** Ways out where nobody was asked, or where the answer is not heeded. */
import { ts } from '@ts-morph/common';
import { addEntry, addFirstEntry, nameOf, propertyNamed } from './objects';
import { functionNamed } from './functions';
import type { Fixer, Mend, Site } from './site';
import { around, before, draft, functionAround, isAsync, replaced, statementOf, under, type Draft } from './statements';
import { callsIn, nodeAt, outwards, textOf, within } from './tree';

export const trackingWithoutConsent: Fixer = function* (site) {
  const { kind, names = [] } = site.finding;
  if (kind === 'unawaited-check') return yield* awaited(site);
  if (kind === 'silence') yield* explicitYes(site);
  // Told once for many events: an edit of the first would leave the others.
  if (names.length === 0) return;
  // Of what a page loads and starts, the start is one part.
  if (/\.html?$/.test(site.finding.at.path)) return;
  yield* asked(site, names[0]!);
  yield* sdkWaits(site);
};

export const ignoredOptOut: Fixer = function* (site) {
  const { kind } = site.finding;
  if (kind === 'wrong-branch') yield* turnedRound(site);
  if (kind === 'handler') yield* kept(site);
  if (kind === 'signal') yield* heeded(site);
};

export const marketingWithoutOptIn: Fixer = function* (site) {
  // Where the way out of a list belongs, header or text, only who sends it knows.
  if (site.finding.kind === 'no-unsubscribe') return;
  yield* optInSelected(site);
  yield* optInAsked(site);
};

/** Runs the call only after a yes: by the project's own question, else by a name for the person to fill in. */
export function asked(site: Site, purpose: string): Mend[] {
  const { tree, node } = site;
  const own = functionNamed(site, 'consent', (each) => !each.async || isAsync(node));
  const call = own ? `${own.async ? 'await ' : ''}${own.name}(${own.parameters === 0 ? '' : `'${purpose}'`})` : '';
  const condition = own ? { text: call } : draft(`hasConsent('${purpose}')`, 'hasConsent');
  const imports = own?.imports ?? [];
  const title = own ? `Ask first: ${own.name}()` : `Ask for consent to ${purpose} first`;
  const element = elementAround(node);
  if (element) {
    // A loader beside what starts it is one part of two.
    if (isScript(tree, element) && siblingsOf(element).some((other) => other !== element && isScript(tree, other))) return [];
    const wrapped = around('{', around('', condition, ` && ${textOf(tree, element)}`), '}');
    const isChild = ts.isJsxElement(element.parent) || ts.isJsxFragment(element.parent);
    const shown = isChild ? wrapped : around('(', around('', condition, ` && ${textOf(tree, element)}`), ')');
    return [{ title, edits: [replaced(tree, element, shown), ...imports] }];
  }
  const statement = statementOf(node);
  if (statement) return [{ title, edits: [...under(tree, statement, condition), ...imports] }];
  const declaration = outwards(node, ts.isVariableStatement);
  if (declaration && ts.isBlock(declaration.parent) && functionAround(declaration) === functionAround(node)) {
    const leave = around('if (!', condition, ') return;');
    return [{ title, edits: [...before(tree, declaration, leave), ...imports] }];
  }
  const arrow = outwards(node, ts.isArrowFunction);
  const body = arrow?.body;
  if (!body || ts.isBlock(body) || (body !== node && !(ts.isAwaitExpression(body) && body.expression === node))) return [];
  return [{ title, edits: [replaced(tree, body, around('', condition, ` && ${textOf(tree, body)}`)), ...imports] }];
}

type JsxElement = ts.JsxElement | ts.JsxSelfClosingElement;

const isScript = (tree: Site['tree'], element: JsxElement): boolean =>
  /^script$/i.test(textOf(tree, ts.isJsxElement(element) ? element.openingElement.tagName : element.tagName));

const siblingsOf = ({ parent }: JsxElement): JsxElement[] =>
  ts.isJsxElement(parent) || ts.isJsxFragment(parent)
    ? parent.children.filter((child) => ts.isJsxElement(child) || ts.isJsxSelfClosingElement(child))
    : [];

function elementAround(node: ts.Node): JsxElement | undefined {
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node)) return node;
  return ts.isJsxOpeningElement(node) ? node.parent : undefined;
}

/** `if (hasConsent(id))` → `if (await hasConsent(id))`. */
function* awaited({ tree, node }: Site): Iterable<Mend> {
  if (!isAsync(node)) return;
  for (const condition of conditionsOver(node)) {
    const calls = callsIn(condition).filter(
      (call) => !ts.isAwaitExpression(call.parent) && /consent|opt|allow|can|may|gdpr/i.test(textOf(tree, call.expression)),
    );
    if (calls.length !== 1) continue;
    const start = calls[0]!.getStart(tree.file);
    yield { title: 'Await the answer', safe: true, edits: [{ at: { path: tree.path, start, end: start }, text: 'await ' }] };
    return;
  }
}

/** Conditions that decide about a node, the nearest first. */
function* conditionsOver(node: ts.Node): Iterable<ts.Expression> {
  for (let at = node; at.parent && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent) && parent.expression !== at) yield parent.expression;
    if (ts.isConditionalExpression(parent) && parent.condition !== at) yield parent.condition;
    if (ts.isBinaryExpression(parent) && parent.right === at && isLogic(parent)) yield parent.left;
    if (ts.isBlock(parent) || ts.isSourceFile(parent))
      for (const other of [...parent.statements].reverse())
        if (other.end <= at.pos && ts.isIfStatement(other) && leaves(other.thenStatement)) yield other.expression;
  }
}

const isLogic = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;

const leaves = (statement: ts.Statement): boolean =>
  ts.isReturnStatement(statement) ||
  ts.isThrowStatement(statement) ||
  (ts.isBlock(statement) && statement.statements.some((each) => ts.isReturnStatement(each) || ts.isThrowStatement(each)));

/** What a store writes for yes where it writes this for no. */
const YES: Record<string, string> = {
  denied: 'granted',
  rejected: 'accepted',
  declined: 'accepted',
  refused: 'accepted',
  no: 'yes',
  false: 'true',
  '0': '1',
};

/** `consent !== 'denied'` → `consent === 'granted'`; `consent ?? true` → `consent ?? false`. */
function* explicitYes({ tree, node }: Site): Iterable<Mend> {
  for (const condition of conditionsOver(node)) {
    for (const each of within(condition)) {
      if (!ts.isBinaryExpression(each)) continue;
      const { operatorToken: operator, right } = each;
      const isText = ts.isStringLiteral(right);
      const yes = YES[isText ? right.text : textOf(tree, right)];
      const turned = TURNED[operator.kind];
      if (!yes || !turned) continue;
      const written = isText ? `${textOf(tree, right)[0]}${yes}${textOf(tree, right)[0]}` : yes;
      const edits = [replaced(tree, operator, { text: turned }), replaced(tree, right, { text: written })];
      yield { title: `Wait for an explicit yes (${written})`, edits };
      return;
    }
  }
}

const TURNED: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.ExclamationEqualsToken]: '==',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.EqualsEqualsToken]: '!=',
};

/** Options with which an SDK is started and waits for a yes. */
const WAITING: Record<string, string> = {
  'posthog.init': 'opt_out_capturing_by_default: true',
  'mixpanel.init': 'opt_out_tracking_by_default: true',
};

function sdkWaits({ tree, node }: Site): Mend[] {
  if (!ts.isCallExpression(node)) return [];
  const option = WAITING[textOf(tree, node.expression)];
  const [, options] = node.arguments;
  if (!option || node.arguments.length === 0 || propertyNamedIn(options, option.split(':')[0]!)) return [];
  const title = 'Let the SDK wait for a yes';
  if (!options) {
    const end = node.arguments[0]!.end;
    return [{ title, edits: [{ at: { path: tree.path, start: end, end }, text: `, { ${option} }` }] }];
  }
  return ts.isObjectLiteralExpression(options) ? [{ title, edits: [addEntry(tree, options, option)] }] : [];
}

const propertyNamedIn = (node: ts.Node | undefined, name: string): boolean =>
  node !== undefined && ts.isObjectLiteralExpression(node) && propertyNamed(node, name) !== undefined;

/** `if (user.optedOut) track()` → `if (!user.optedOut) track()`. */
function* turnedRound({ tree, node }: Site): Iterable<Mend> {
  for (const condition of conditionsOver(node)) {
    yield { title: 'Turn the condition round', edits: [replaced(tree, condition, { text: negated(textOf(tree, condition)) })] };
    return;
  }
}

const negated = (text: string): string => {
  if (/^!(?!=)[\w$.]+$/.test(text)) return text.slice(1);
  return /^[\w$.]+(?:\([^()]*\))?$/.test(text) ? `!${text}` : `!(${text})`;
};

/** The no is kept before the page changes. */
function kept(site: Site): Mend[] {
  const { tree, node } = site;
  const own = functionNamed(site, 'keep');
  const given = '{ analytics: false, marketing: false }';
  const call: Draft = own
    ? { text: `${own.name}(${own.parameters === 0 ? '' : given});` }
    : draft(`saveConsent(${given});`, 'saveConsent');
  const title = own ? `Keep the answer with ${own.name}()` : 'Keep the answer';
  const imports = own?.imports ?? [];
  const statement = statementOf(node);
  if (statement) return [{ title, edits: [...before(tree, statement, call), ...imports] }];
  const arrow = outwards(node, ts.isArrowFunction);
  if (!arrow || arrow.body !== node) return [];
  return [{ title, edits: [replaced(tree, node, around('{ ', call, ` ${textOf(tree, node)}; }`)), ...imports] }];
}

/** Tracks only where the signal that was read does not object. */
function heeded({ tree, node, finding }: Site): Mend[] {
  const read = finding.path[0] && nodeAt(tree, finding.path[0].at);
  const statement = statementOf(node);
  if (!read || !statement) return [];
  const declaration = outwards(read, ts.isVariableDeclaration);
  const bound =
    declaration && ts.isObjectBindingPattern(declaration.name) ? declaration.name.elements[0]?.name : declaration?.name;
  const name = bound && ts.isIdentifier(bound) && functionAround(bound) === functionAround(node) ? bound.text : undefined;
  if (!name) return [];
  const title = `Track only where ${name} does not object`;
  return [{ title, edits: under(tree, statement, { text: `!${name}` }) }];
}

/** The query selects those who opted in. */
function* optInSelected({ tree, finding, context }: Site): Iterable<Mend> {
  const query = callsIn(tree.file).find((call) => isQuery(textOf(tree, call.expression), finding.names?.[0]));
  if (!query) return;
  const entry = `${context.optIn}: true`;
  const [first] = query.arguments;
  const title = `Select only those who opted in (${context.optIn})`;
  const edits = (): Mend['edits'] => {
    const isMongo = /\.find(One)?$/.test(textOf(tree, query.expression));
    if (!first) {
      const at = query.end - 1;
      return [{ at: { path: tree.path, start: at, end: at }, text: isMongo ? `{ ${entry} }` : `{ where: { ${entry} } }` }];
    }
    if (!ts.isObjectLiteralExpression(first)) return [];
    const where = propertyNamed(first, 'where');
    const said = [...within(first)].find((each) => ts.isPropertyAssignment(each) && nameOf(each) === context.optIn);
    if (said && ts.isPropertyAssignment(said)) return [replaced(tree, said.initializer, { text: 'true' })];
    if (where && ts.isPropertyAssignment(where) && ts.isObjectLiteralExpression(where.initializer))
      return [addEntry(tree, where.initializer, entry)];
    if (where) return [];
    return isMongo ? [addEntry(tree, first, entry)] : [addFirstEntry(tree, first, `where: { ${entry} }`)];
  };
  const made = edits();
  if (made.length > 0) yield { title, edits: made };
}

const isQuery = (callee: string, recipients = ''): boolean =>
  recipients !== '' && callee.replace(/\s+|^this\./g, '') === recipients.replace(/\(\).*$/, '') && /\.find/.test(callee);

/** Each person is asked before the message goes out: `if (user.marketingOptIn) …`. */
function* optInAsked({ tree, node, context }: Site): Iterable<Mend> {
  const statement = statementOf(node);
  const to = [...within(node)].find((each) => ts.isPropertyAssignment(each) && textOf(tree, each.name) === 'to');
  const address = to && ts.isPropertyAssignment(to) ? to.initializer : undefined;
  if (!statement || !address || !ts.isPropertyAccessExpression(address) || !ts.isIdentifier(address.expression)) return;
  const condition = `${address.expression.text}.${context.optIn}`;
  yield { title: `Send only where ${condition}`, edits: under(tree, statement, { text: condition }) };
}
