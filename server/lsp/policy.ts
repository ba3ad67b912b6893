/** Help inside data-ethics.json: what may stand where, and what it means. All of it comes from the one table of the policy. */
import { getLocation, parseTree, type Location, type Node } from 'jsonc-parser';
import { CompletionItemKind, MarkupKind, type CompletionItem, type Hover } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { POLICY, SEVERITIES } from '../engine/policy/table';
import type { Value } from '../engine/policy/value';
import { docsUrl } from '../report/docs';
import { knownIds } from '../session/known';
import { loadKnowledge } from '../session/knowledge';
import { VERSION } from '../session/version';

interface Word {
  label: string;
  words: string;
}

/** What may be written at an offset. With `onlyOurs`, what the JSON schema of the file already offers is left out. */
export async function policyCompletions(text: string, offset: number, onlyOurs: boolean): Promise<CompletionItem[]> {
  const location = getLocation(text, offset);
  const { isAtPropertyKey: isKey, previousNode: node } = location;
  const path = isKey ? location.path.slice(0, -1) : location.path;
  const value = valueAt(path);
  const words = isKey ? await keysIn(value, path, text) : await valuesOf(value, path, text);
  const shown = onlyOurs && inSchema(value, isKey) ? [] : words;
  const document = TextDocument.create('', '', 0, text);
  const isOpen = node !== undefined && node.offset <= offset && offset <= node.offset + node.length;
  const start = isOpen ? node.offset : offset;
  const end = isOpen ? node.offset + node.length : offset;
  const needsColon = isKey && !/^\s*:/.test(text.slice(end));
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return shown.map(({ label, words: detail }) => {
    const written = JSON.stringify(label) + (needsColon ? ': ' : '');
    const kind = isKey ? CompletionItemKind.Property : CompletionItemKind.Value;
    return { label, kind, detail, filterText: isOpen ? JSON.stringify(label) : label, textEdit: { range, newText: written } };
  });
}

/** What a key or an id in the policy means. */
export async function policyHover(text: string, offset: number): Promise<Hover | undefined> {
  const location: Location = getLocation(text, offset);
  const node = location.previousNode;
  if (!node || offset < node.offset || offset > node.offset + node.length) return undefined;
  const isKey = location.isAtPropertyKey;
  const path = isKey ? location.path.slice(0, -1) : location.path;
  const name = String(node.value);
  const value = valueAt(path);
  const known = isKey ? await keysIn(value, path, text, true) : await valuesOf(value, path, text);
  const words = known.find(({ label }) => label === name)?.words ?? (isKey ? valueAt(location.path)?.words : value?.words);
  if (!words) return undefined;
  const isRule = isKey && value?.type === 'map' && value.keys === 'rule';
  const more = isRule ? `\n\n[${name}](${docsUrl(name, VERSION)})` : '';
  const document = TextDocument.create('', '', 0, text);
  const range = { start: document.positionAt(node.offset), end: document.positionAt(node.offset + node.length) };
  return { contents: { kind: MarkupKind.Markdown, value: `**${name}**: ${words}${more}` }, range };
}

/** What the table says about a path; undefined where anything may stand. */
function valueAt(path: Location['path']): Value | undefined {
  let value: Value | undefined = POLICY;
  for (const part of path) {
    if (value?.type === 'either') value = value.of[1];
    if (value?.type === 'object')
      value = typeof part === 'string' && Object.hasOwn(value.keys, part) ? value.keys[part] : undefined;
    else if (value?.type === 'map') value = value.of;
    else if (value?.type === 'list') value = value.of;
    else if (value?.type !== 'rule' && value?.type !== 'text-or-list') return undefined;
  }
  return value;
}

/** Keys that an object may have, without those that it has. */
async function keysIn(value: Value | undefined, path: Location['path'], text: string, all = false): Promise<Word[]> {
  const there = all ? [] : keysAt(text, path);
  const words = async (): Promise<Word[]> => {
    if (value?.type === 'object') return Object.entries(value.keys).map(([label, of]) => ({ label, words: of.words }));
    if (value?.type === 'rule') return optionsOf(String(path.at(-2)));
    if (value?.type !== 'map') return [];
    if (value.keys === 'rule') return rulesKnown();
    if (value.keys === 'category') return categoriesKnown();
    return path.at(-1) === 'recipients' ? vendors() : path.at(-1) === 'purposes' ? purposesNamed(text) : [];
  };
  return (await words()).filter(({ label }) => !there.includes(label));
}

async function valuesOf(value: Value | undefined, path: Location['path'], text: string): Promise<Word[]> {
  if (value?.type === 'choice') return value.of.map((label) => ({ label, words: value.words }));
  if (value?.type === 'category') return [...(await categoriesKnown()), ...(value.groups ? groups() : [])];
  const isSeverity = value?.type === 'rule' && (typeof path.at(-1) === 'string' || path.at(-1) === 0);
  if (isSeverity) return SEVERITIES.map((label) => ({ label, words: 'How loudly the rule speaks.' }));
  if (value?.type !== 'text') return [];
  if (path.at(-2) === 'purposes')
    return keysAt(text, ['purposes']).map((label) => ({ label, words: 'A purpose that this policy explains.' }));
  return path.at(-1) === 'recipient'
    ? keysAt(text, ['recipients']).map((label) => ({ label, words: 'A recipient of this policy.' }))
    : [];
}

/** A schema knows keys of objects, rules, categories and choices; names that this file declares it does not. */
const inSchema = (value: Value | undefined, isKey: boolean): boolean =>
  isKey ? value?.type !== 'map' || value.keys !== undefined : value?.type !== 'text';

function keysAt(text: string, path: Location['path']): string[] {
  let node: Node | undefined = parseTree(text, [], { allowTrailingComma: true });
  for (const part of path) {
    const found: Node | undefined =
      typeof part === 'number'
        ? node?.children?.[part]
        : node?.children?.find((child) => child.children?.[0]?.value === part)?.children?.[1];
    node = found;
  }
  return node?.type === 'object' ? (node.children ?? []).map((child) => String(child.children?.[0]?.value)) : [];
}

async function rulesKnown(): Promise<Word[]> {
  const { rules } = await loadKnowledge();
  return rules.map(({ id, title, severity, preset }) => ({ label: id, words: `${title} (${severity}, ${preset})` }));
}

async function categoriesKnown(): Promise<Word[]> {
  const { categories } = await loadKnowledge();
  return categories.map(({ id, title, special }) => ({
    label: id,
    words: special ? `${title}, of a kind that harms people when it gets out` : title,
  }));
}

const groups = (): Word[] => Object.entries(knownIds().groups ?? {}).map(([label, ids]) => ({ label, words: ids.join(', ') }));

const optionsOf = (id: string): Word[] => {
  const options = knownIds().rules.find((rule) => rule.id === id)?.options ?? {};
  return Object.entries(options).map(([label, standard]) => ({ label, words: `Default: ${JSON.stringify(standard)}` }));
};

/** Companies that a library of ours sends data to, by the key that `undeclared-flow` would give them. */
async function vendors(): Promise<Word[]> {
  const { models } = await loadKnowledge();
  const byKey = new Map<string, Word>();
  for (const { vendor, kind } of models) {
    const label = (vendor ?? '').toLowerCase().replace(/[^a-z0-9.]+/g, '-');
    if (label !== '' && !byKey.has(label)) byKey.set(label, { label, words: `${vendor} (${kind})` });
  }
  return [...byKey.values()].sort((one, two) => (one.label < two.label ? -1 : 1));
}

/** Purposes that categories and recipients name, and nobody has explained yet. */
function purposesNamed(text: string): Word[] {
  const names = [...text.matchAll(/"purposes"\s*:\s*\[([^\]]*)\]/g)].flatMap(([, list]) =>
    [...(list ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name!),
  );
  return [...new Set(names)].sort().map((label) => ({ label, words: 'Named in this policy, and not explained yet.' }));
}
