/** Ways out where a price or a decision depends on who a person is, or comes without reasons and without people. */
import { ts } from '@ts-morph/common';
import { LABELS } from '../control/decisions/doings';
import { withoutAttribute } from './branches';
import { functionNamed } from './functions';
import { addEntry, nameOf } from './objects';
import { declared } from './policy';
import type { Fixer, Mend, Site } from './site';
import { after, around, draft, replaced, statementOf, withoutStatement, type Draft } from './statements';
import { callsIn, indentAt, newlineOf, nodeAt, outwards, textOf, within } from './tree';

export const personalizedPrice: Fixer = function* (site) {
  yield* withoutAttribute(site, (attribute) => `Take ${attribute} out of the price`);
};

export const undisclosedPersonalizedPrice: Fixer = function* (site) {
  yield* priceReason(site);
  yield* withoutAttribute(site, (attribute) => `Take ${attribute} out of the price`);
};

export const privacyPenalty: Fixer = function* (site) {
  const isPrice = site.finding.kind === 'price';
  yield* withoutAttribute(site, (choice) =>
    isPrice ? `The same price whatever ${choice} is` : `Serve everybody, whatever ${choice} is`,
  );
};

export const protectedAttributeDecision: Fixer = function* (site) {
  yield* withoutAttribute(site, (attribute) => `Take ${attribute} out of the decision`);
};

export const decisionWithoutReasons: Fixer = function* (site) {
  if (site.finding.kind !== 'no-appeal') yield* reasons(site);
};

export const decisionWithoutHumanReview: Fixer = function* (site) {
  if (site.finding.kind === 'conversation') yield* handOver(site);
  else yield* review(site);
};

export const scoreDefinesPerson: Fixer = function* (site) {
  if (site.finding.kind === 'label') {
    yield* sourced(site);
    yield* leftAlone(site, 'Leave the label out');
  } else yield* review(site);
  yield* withoutAttribute(site, (score) => `Treat people alike, whatever ${score} is`);
};

export const emotionDrivenAction: Fixer = function* (site) {
  const { kind } = site.finding;
  if (kind === 'capture') return yield* notCaptured(site);
  if (kind === 'dismissal') yield* insteadOf(site, 'Bring a human being instead', 'handoffToAgent');
  yield* leftAlone(site, 'Leave it out');
};

export const vulnerabilityTargeting: Fixer = function* (site) {
  // A person: whose weakness it is, and who is meant by the act.
  const owner = /^([\w$]+)\./.exec(site.finding.path[0]?.words ?? '')?.[1];
  const [subject] = ts.isCallExpression(site.node) ? site.node.arguments : [];
  const isOne = subject !== undefined && textOf(site.tree, subject).startsWith(`${owner}.`);
  if (isOne) yield* insteadOf(site, 'Protect the person instead', 'enforceCooldown');
  yield* withoutAttribute(site, (weakness) => `Take ${weakness} out of the condition`);
  yield* leftAlone(site, 'Leave it out');
};

/** What makes a price personal, named in the policy with its reason. */
export function declaredAttribute({ finding, context }: Site): ReturnType<typeof declared>[] {
  const attribute = /([\w$]+)(?:\(\))? read here$/.exec(finding.path[0]?.words ?? '')?.[1];
  if (attribute === undefined) return [];
  if (finding.rule === 'personalized-price') {
    const title = `Prices may depend on ${attribute}: give the reason in the policy`;
    return [declared(context, ['pricing', 'allowedAttributes', -1], { attribute, reason: 'TODO: why this is fair' }, title)];
  }
  if (finding.rule !== 'protected-attribute-decision') return [];
  const title = `The use of ${attribute} was audited for bias: say so in the policy`;
  return [declared(context, ['decisions', 'audited', -1], { id: attribute, by: 'TODO: who audited it' }, title)];
}

/** `{ price }` → `{ price, priceReason: '…' }`; in markup a notice beside the price. */
function priceReason(site: Site): Mend[] {
  const { tree, node, context } = site;
  const title = 'Say why the price is what it is';
  const object = outwards(node, ts.isObjectLiteralExpression);
  if (object && !outwards(node, ts.isJsxElement)) {
    const field = context.config.pricing.disclosureField || 'priceReason';
    return [{ title, edits: [entryWithHole(site, object, `${field}: '`, 'TODO: why this price', `'`)] }];
  }
  const component = context.config.pricing.disclosureComponent || 'AlgorithmicPricingNotice';
  const element = outwards(node, ts.isJsxElement);
  if (!element) return [];
  const end = element.closingElement.getStart(tree.file);
  const { text, hole } = around(' <', draft(component, component), ' />');
  return [{ title, edits: [{ at: { path: tree.path, start: end, end }, text, hole }] }];
}

function entryWithHole(
  { tree }: Site,
  object: ts.ObjectLiteralExpression,
  head: string,
  inside: string,
  tail: string,
): Mend['edits'][number] {
  const edit = addEntry(tree, object, head + inside + tail);
  const start = edit.text.indexOf(head + inside) + head.length;
  return { ...edit, hole: [start, start + inside.length] };
}

/** The reasons beside the decision; from a list of rules, those that failed. */
function reasons(site: Site): Mend[] {
  const { tree, node, context } = site;
  const field = context.config.decisions.reasonFields[0] ?? 'reasons';
  const title = 'Give the reasons with it';
  if (ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left)) {
    const statement = statementOf(node);
    const owner = textOf(tree, node.left.expression);
    if (!statement) return [];
    const added = around(`${owner}.${field} = ['`, REASON, "'];");
    return isListed(statement) ? [{ title, edits: [after(tree, statement, added)] }] : [];
  }
  const object = deciding(site);
  if (!object) return [];
  const every = failing(site);
  if (every) return [{ title: 'Name the rules that failed', edits: [addEntry(tree, object, `${field}: ${every}`)] }];
  return [{ title, edits: [entryWithHole(site, object, `${field}: ['`, REASON.text, "']")] }];
}

const REASON: Draft = draft('TODO: why, in words for the person', 'TODO: why, in words for the person');

/** `{ label }` → `{ label, source: '…', expiresAt: … }`: who reads it later knows what it rests on, and it ends. */
function sourced(site: Site): Mend[] {
  const objects = [...within(site.node)].filter(ts.isObjectLiteralExpression);
  const labelled = objects.filter((object) => object.properties.some((entry) => LABELS.test(nameOf(entry)))).at(-1);
  if (!labelled) return [];
  const end = "', expiresAt: new Date(Date.now() + 30 * 86_400_000)";
  return [
    {
      title: 'Keep it with its source and an end',
      edits: [entryWithHole(site, labelled, "source: '", 'TODO: which answer, of which day', end)],
    },
  ];
}

const isListed = ({ parent }: ts.Node): boolean =>
  ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);

/** The object that carries the decision: the innermost with its name, else the last of the call. */
function deciding({ node, finding }: Site): ts.ObjectLiteralExpression | undefined {
  const objects = [...within(node)].filter(ts.isObjectLiteralExpression);
  const decision = /\(([\w$.]+)\)/.exec(finding.message)?.[1] ?? '';
  const named = objects.filter((object) => object.properties.some((entry) => nameOf(entry) === decision));
  return named.at(-1) ?? objects.at(-1);
}

/** `rules.every((r) => r.test(a))` → `rules.filter((r) => !r.test(a)).map((r) => r.code)`. */
function failing({ tree, finding }: Site): string | undefined {
  const step = finding.path.find(({ words, at }) => words.includes('.every(') && at.path === tree.path);
  const call = step && callsIn(nodeAt(tree, step.at)).find((each) => /\.every$/.test(textOf(tree, each.expression)));
  const [test] = call?.arguments ?? [];
  if (!call || !test || !ts.isArrowFunction(test) || ts.isBlock(test.body) || test.parameters.length !== 1) return undefined;
  const rule = textOf(tree, test.parameters[0]!.name);
  const list = textOf(tree, (call.expression as ts.PropertyAccessExpression).expression);
  return `${list}.filter((${rule}) => !${textOf(tree, test.body)}).map((${rule}) => ${rule}.code)`;
}

/** `ats.reject(c.id)` → `queueForReview({ subject: c.id, suggestion: 'reject' })`. */
function review(site: Site): Mend[] {
  const { tree, node } = site;
  if (!ts.isCallExpression(node) || node.arguments.length === 0) return [];
  const own = functionNamed(site, 'review');
  const name = own?.name ?? 'queueForReview';
  const suggestion = /([\w$]+)$/.exec(textOf(tree, node.expression))?.[1] ?? '';
  const text = `${name}({ subject: ${textOf(tree, node.arguments[0]!)}, suggestion: '${suggestion}' })`;
  const edits = [replaced(tree, node, own ? { text } : draft(text, name)), ...(own?.imports ?? [])];
  return [{ title: 'Queue the case for a person who decides', edits }];
}

/** The handler begins with a way to a person. */
function handOver({ tree, node }: Site): Mend[] {
  const handler = [...within(node)].find((each) => ts.isArrowFunction(each) || ts.isFunctionExpression(each));
  if (!handler || !(ts.isArrowFunction(handler) || ts.isFunctionExpression(handler))) return [];
  const [message] = handler.parameters;
  if (!message || !ts.isIdentifier(message.name)) return [];
  const line = draft(`if (wantsHuman(${message.name.text})) return handoffToAgent(${message.name.text});`, 'wantsHuman');
  const title = 'Hand over to a person where somebody asks for one';
  const { body } = handler;
  if (!ts.isBlock(body))
    return [{ title, edits: [replaced(tree, body, around('{ ', line, ` return ${textOf(tree, body)}; }`))] }];
  const [first] = body.statements;
  if (!first) return [];
  const start = first.getStart(tree.file);
  const added = around('', line, `${newlineOf(tree.text)}${indentAt(tree.text, start)}`);
  return [{ title, edits: [{ at: { path: tree.path, start, end: start }, ...added }] }];
}

/** Another act in place of this one; its name is for the person to fill in. */
function insteadOf({ tree, node }: Site, title: string, name: string): Mend[] {
  if (!ts.isCallExpression(node) || !statementOf(node)) return [];
  const [subject] = node.arguments;
  const isWho = subject && (ts.isIdentifier(subject) || ts.isPropertyAccessExpression(subject));
  return [{ title, edits: [replaced(tree, node, draft(`${name}(${isWho ? textOf(tree, subject) : ''})`, name))] }];
}

/** The act is not done: its statement goes, with the condition that has nothing else to do. */
function leftAlone({ tree, node }: Site, title: string): Mend[] {
  const own = ts.isExpressionStatement(node) ? node : statementOf(node);
  if (!own) return [];
  let statement: ts.Statement = own;
  for (;;) {
    const { parent } = statement;
    if (ts.isIfStatement(parent) && parent.thenStatement === statement && !parent.elseStatement) statement = parent;
    else if (ts.isBlock(parent) && parent.statements.length === 1 && ts.isIfStatement(parent.parent)) statement = parent;
    else break;
  }
  const outer = ts.isBlock(statement) ? own : statement;
  return [{ title, edits: [withoutStatement(tree, outer)] }];
}

/** `detectAllFaces(video).withFaceExpressions()` → `detectAllFaces(video)`. */
function notCaptured(site: Site): Mend[] {
  const { tree, node, finding } = site;
  const whole = nodeAt(tree, finding.extent);
  const call = ts.isCallExpression(whole) ? whole : node;
  if (!ts.isCallExpression(call)) return [];
  if (ts.isPropertyAccessExpression(call.expression) && ts.isCallExpression(call.expression.expression)) {
    const start = call.expression.expression.end;
    return [{ title: 'Do not read feelings', edits: [{ at: { path: tree.path, start, end: call.end }, text: '' }] }];
  }
  return leftAlone(site, 'Do not read feelings');
}
