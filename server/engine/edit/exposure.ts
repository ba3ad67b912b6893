/** Ways out for personal data that leave: logs, third parties, prompts, URLs, storage, files. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { addEntry, propertyNamed } from './objects';
import { asPost } from './requests';
import { protectedBy, type Fixer, type Mend, type Site } from './site';
import { nodeAt, placeOf, textOf, within } from './tree';
import { idInstead, leftOut, protectedValues } from './values';

export const piiInLogs: Fixer = function* (site) {
  yield* idInstead(site, 'Log');
  yield* protectedValues(site, 'mask', 'Mask');
  yield* fieldNames(site);
  yield* redaction(site);
  yield* leftOut(site, (names) => `Leave ${names} out of the log`);
};

export const piiToThirdParty: Fixer = function* (site) {
  yield* leftOut(site, (names) => `Leave ${names} out`);
  yield* idInstead(site, 'Send');
  yield* protectedValues(site, 'mask', 'Mask');
  yield* protectedValues(site, 'pseudonymise', 'Pseudonymise');
};

export const piiInPrompt: Fixer = function* (site) {
  yield* wholePrompt(site);
  yield* protectedValues(site, 'mask', 'Redact');
  yield* leftOut(site, (names) => `Leave ${names} out of the prompt`);
  if (site.carried.every(({ kind }) => kind === 'field')) yield* idInstead(site, 'Mention');
  yield* redactedByHand(site);
};

export const piiInUrl: Fixer = function* (site) {
  // The link was written elsewhere; the address that the message goes to stays.
  if (site.finding.kind === 'link') return;
  yield* asPost(site);
  yield* idInstead(site, 'Use');
  yield* protectedValues(site, 'encrypt', 'Seal');
};

export const piiInBrowserStorage: Fixer = function* (site) {
  const whole = persisted(site);
  if (whole) return yield* partialize(site, whole);
  yield* idInstead(site, 'Keep');
  yield* leftOut(site, (names) => `Do not keep ${names}`);
  yield* protectedValues(site, 'encrypt', 'Encrypt');
};

export const cleartextPii: Fixer = function* (site) {
  yield* secureScheme(site);
  yield* privateObject(site);
  yield* protectedValues(site, 'encrypt', 'Encrypt');
  yield* leftOut(site, (names) => `Leave ${names} out`);
};

/** `req.body` → `Object.keys(req.body)`: which fields came, not what is in them. */
function fieldNames({ carried, tree }: Site): Mend[] {
  const whole = carried.filter(({ kind }) => kind === 'origin');
  if (whole.length !== 1 || carried.length !== 1) return [];
  const { node } = whole[0]!;
  const text = textOf(tree, node);
  const keys = `Object.keys(${text})`;
  const edit = { at: placeOf(tree, node), text: ts.isShorthandPropertyAssignment(node.parent) ? `${text}: ${keys}` : keys };
  return [{ title: 'Log the names of the fields only', edits: [edit] }];
}

/** The logger of this file is made by pino() here: let it redact what the call hands over in an object. */
function redaction(site: Site): Mend[] {
  const { tree, finding } = site;
  const paths = [...new Set((finding.data ?? []).map(({ path }) => path.replace(/^0\.?/, '')))];
  if (paths.length === 0 || paths.some((path) => !/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(path))) return [];
  const made = [...within(tree.file)].find(
    (node): node is ts.CallExpression => ts.isCallExpression(node) && textOf(tree, node.expression) === 'pino',
  );
  if (!made) return [];
  const list = `[${paths.map((path) => `'${path}'`).join(', ')}]`;
  const title = `Let pino redact ${paths.join(' and ')}`;
  const [options] = made.arguments;
  if (!options) return [{ title, edits: [insertion(site, made.end - 1, `{ redact: ${list} }`)] }];
  if (!ts.isObjectLiteralExpression(options)) return [];
  const redact = propertyNamed(options, 'redact');
  if (!redact) return [{ title, edits: [addEntry(tree, options, `redact: ${list}`)] }];
  const known = ts.isPropertyAssignment(redact) ? redact.initializer : undefined;
  if (!known || !ts.isArrayLiteralExpression(known) || known.elements.length === 0) return [];
  return [{ title, edits: [insertion(site, known.elements[known.elements.length - 1]!.end, `, ${list.slice(1, -1)}`)] }];
}

/** The text handed to a model goes through the project's redaction as a whole. */
function wholePrompt(site: Site): Mend[] {
  const { tree, finding } = site;
  const value = nodeAt(tree, finding.at);
  const protector = protectedBy(site, 'mask', '');
  if (!protector || value === site.node || !ts.isExpression(value) || ts.isObjectLiteralExpression(value)) return [];
  const edits = [{ at: placeOf(tree, value), text: `${protector.name}(${textOf(tree, value)})` }, ...protector.imports];
  return [{ title: `Redact with ${protector.name}()`, edits }];
}

/** A project without a redaction needs one: its name is for the person to fill in. */
function redactedByHand(site: Site): Mend[] {
  const { tree, carried } = site;
  if (protectedBy(site, 'mask', '') || carried.length === 0 || carried.some(({ kind }) => kind === 'origin')) return [];
  const edits = carried.map(({ node, kind }): TextEdit => {
    const call = ts.isCallExpression(node.parent) && node.parent.arguments[0] === node ? node.parent : node;
    const whole = kind === 'record' ? call : node;
    const name = ts.isShorthandPropertyAssignment(whole.parent) ? `${whole.parent.name.text}: ` : '';
    return {
      at: placeOf(tree, whole),
      text: `${name}redactPII(${textOf(tree, whole)})`,
      hole: [name.length, name.length + 'redactPII'.length],
    };
  });
  return [{ title: 'Redact it first: redactPII()', edits }];
}

/** Options of the persist() around the setter that is the finding's place. */
function persisted(site: Site): ts.ObjectLiteralExpression | undefined {
  for (let at: ts.Node = site.node; at.parent; at = at.parent) {
    if (!ts.isCallExpression(at) || textOf(site.tree, at.expression) !== 'persist') continue;
    return [...at.arguments].reverse().find(ts.isObjectLiteralExpression);
  }
  return undefined;
}

/** A persisted store keeps everything but the members that hold the data. */
function partialize(site: Site, options: ts.ObjectLiteralExpression): Mend[] {
  const { tree, carried } = site;
  const names = [...new Set(carried.map(({ node }) => memberOf(node)))];
  if (propertyNamed(options, 'partialize') || names.length === 0 || names.includes('')) return [];
  const entry = `partialize: ({ ${names.join(', ')}, ...rest }) => rest`;
  return [{ title: `Keep the store without ${names.join(' and ')}`, edits: [addEntry(tree, options, entry)] }];
}

function memberOf(node: ts.Expression): string {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return parent.name.text;
  return ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name) ? parent.name.text : '';
}

/** `http://` → `https://` where the address is written, in whichever file. */
function secureScheme({ finding, context }: Site): Mend[] {
  if (finding.kind !== 'http') return [];
  const edits = (finding.literals ?? []).flatMap((at): TextEdit[] => {
    const scheme = /^['"`]?(http|ws|ftp):\/\//.exec(context.text(at.path).slice(at.start, at.end));
    if (!scheme) return [];
    const end = at.start + scheme[0].length - '://'.length;
    return [{ at: { path: at.path, start: end, end }, text: 's' }];
  });
  if (edits.length === 0 || edits.length !== finding.literals?.length) return [];
  return [{ title: 'Use an encrypted connection', safe: true, edits }];
}

function privateObject({ node, tree }: Site): Mend[] {
  const open = [...within(node)].find(
    (each): each is ts.StringLiteral => ts.isStringLiteral(each) && /^public-read/.test(each.text),
  );
  if (!open) return [];
  const quote = textOf(tree, open)[0]!;
  return [{ title: 'Keep the object private', edits: [{ at: placeOf(tree, open), text: `${quote}private${quote}` }] }];
}

const insertion = ({ tree }: Site, at: number, text: string): TextEdit => ({ at: { path: tree.path, start: at, end: at }, text });
