/** Ways out for data that are kept, fetched or called anonymous without need. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { exchanged } from './imports';
import type { Fixer, Site } from './site';
import { nodeAt, outwards, placeOf, textOf, within } from './tree';
import { protectedValues } from './values';

export const weakAnonymization: Fixer = function* (site) {
  yield* protectedValues(site, 'pseudonymise', 'Pseudonymise');
  const call = hashCall(site);
  if (!call) return;
  const { tree } = site;
  const key = `process.env.PSEUDONYM_KEY${/\.[cm]?tsx?$/.test(tree.path) ? '!' : " ?? ''"}`;
  const edits: TextEdit[] = [{ at: { path: tree.path, start: call.end - 1, end: call.end - 1 }, text: `, ${key}` }];
  if (ts.isPropertyAccessExpression(call.expression)) edits.push({ at: placeOf(tree, call.expression.name), text: 'createHmac' });
  else {
    const uses = [...within(tree.file)].filter(
      (node) => ts.isCallExpression(node) && node !== call && textOf(tree, node.expression) === 'createHash',
    );
    edits.push({ at: placeOf(tree, call.expression), text: 'createHmac' });
    edits.push(...(exchanged(tree, 'createHash', 'createHmac', uses.length) ?? []));
  }
  yield { title: 'Use a keyed hash: createHmac() with a secret from the environment', edits };
};

/** createHash(…) in the statement of the finding. */
function hashCall({ tree, finding }: Site): ts.CallExpression | undefined {
  const statement = outwards(nodeAt(tree, finding.extent), ts.isStatement);
  if (!statement) return undefined;
  const calls = [...within(statement)].filter(
    (node): node is ts.CallExpression =>
      ts.isCallExpression(node) && /(?:^|\.)createHash$/.test(textOf(tree, node.expression)) && node.arguments.length === 1,
  );
  return calls.length === 1 ? calls[0] : undefined;
}
