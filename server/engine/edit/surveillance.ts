/** Ways out where people are watched: recorders that show what they type, sensors that run by themselves. */
import { ts } from '@ts-morph/common';
import { asked } from './consent';
import { addEntry, propertyNamed } from './objects';
import type { Fixer, Mend, Site } from './site';
import { replaced, without } from './statements';
import { callsIn, nodeAt, textOf, within } from './tree';

export const unmaskedSessionReplay: Fixer = function* (site) {
  yield* masked(site);
  yield* toldToMask(site);
};

/** `maskAllText: false` → `true`; an attribute that lays a field open goes. */
function masked({ tree, finding }: Site): Mend[] {
  const node = nodeAt(tree, finding.at);
  const title = 'Mask it';
  if (ts.isJsxAttribute(node)) return [{ title, safe: true, edits: [without(tree, node)] }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ title, safe: true, edits: [replaced(tree, node, { text: 'true' })] }];
  if (node.kind === ts.SyntaxKind.TrueKeyword && !/^mask|^block|Sanitizer$/.test(/([\w]+)\.?$/.exec(finding.message)?.[1] ?? ''))
    return [{ title, safe: true, edits: [replaced(tree, node, { text: 'false' })] }];
  if (ts.isStringLiteral(node) && node.text === 'allow')
    return [{ title, safe: true, edits: [replaced(tree, node, { text: "'mask-user-input'" })] }];
  return [];
}

/** What a recorder is told where its vendor's default shows what people type: callee, argument, option. Source: its model. */
const OPTIONS: [callee: RegExp, argument: number, option: string, value: string][] = [
  [/^LogRocket\.init$/, 1, 'dom', '{ inputSanitizer: true }'],
  [/(?:^|\.)record$/, 0, 'maskAllInputs', 'true'],
];

function toldToMask({ tree, node }: Site): Mend[] {
  const [call] = callsIn(node);
  const known = call && OPTIONS.find(([callee]) => callee.test(textOf(tree, call.expression)));
  if (!call || !known) return [];
  const [, index, option, value] = known;
  const title = `Tell it to mask what people type (${option})`;
  const options = call.arguments[index];
  const last = call.arguments.at(-1);
  if (!options) {
    if (call.arguments.length !== index || !last) return [];
    return [
      {
        title,
        safe: true,
        edits: [{ at: { path: tree.path, start: last.end, end: last.end }, text: `, { ${option}: ${value} }` }],
      },
    ];
  }
  if (!ts.isObjectLiteralExpression(options) || propertyNamed(options, option)) return [];
  return [{ title, safe: true, edits: [addEntry(tree, options, `${option}: ${value}`)] }];
}

export const covertCapture: Fixer = function* (site) {
  const { kind } = site.finding;
  if (kind === 'location') yield* once(site);
  if (kind === 'keystroke') yield* withoutKeys(site);
  else yield* asked(site, kind === 'location' ? kind : 'recording');
};

/** Asking for the position once is an act; following it is watching. Only where it is asked for by a person. */
function once(site: Site): Mend[] {
  const { tree, node } = site;
  const [call] = callsIn(node);
  const [first] = asked(site, 'location');
  if (!call || !first || !ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'watchPosition')
    return [];
  return [
    {
      title: 'Ask first, and take the position once',
      edits: [...first.edits, replaced(tree, call.expression.name, { text: 'getCurrentPosition' })],
    },
  ];
}

/** `keys.push(event.key)` → `keys.push('key')`: that a key was pressed, not which. */
function withoutKeys({ tree, node }: Site): Mend[] {
  const read = [...within(node)].filter(
    (each): each is ts.PropertyAccessExpression =>
      ts.isPropertyAccessExpression(each) && /^(?:key|code|keyCode|data|which)$/.test(each.name.text),
  );
  if (read.length === 0) return [];
  return [{ title: 'Count the keys, do not keep which', edits: read.map((each) => replaced(tree, each, { text: `'key'` })) }];
}
