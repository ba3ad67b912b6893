/**
 * The baseline: findings a team has seen and lives with for now. It is a file of the project, so that command line, editor
 * and reviewers see the same. An entry accepts one finding; a mended one frees its entry for nothing else, because what is
 * accepted is this code in this function and not a number.
 */
import { isDay } from '../engine/policy/time';
import { didYouMean } from '../engine/policy/nearest';
import { parseObject, type Parsed } from '../engine/policy/parse';
import { BASELINE_NAME, type ConfigError, type RuleSetting } from '../engine/policy';
import type { Finding, Place } from '../engine/rule';
import { EXPIRED_EXCEPTION } from '../engine/suppress/problems';
import { codeOf, fingerprintOf } from './fingerprints';
import type { Node } from 'jsonc-parser';

export { BASELINE_NAME };

export interface BaselineEntry {
  rule: string;
  /** Project path where it was when it was accepted. */
  file: string;
  /** Enclosing function; '' at the top of a module. */
  symbol: string;
  /** The sentence of the finding, for people who read the file. */
  message: string;
  fingerprint: string;
  reason: string;
  author: string;
  /** The day it was accepted, "2026-11-28". */
  date: string;
  /** The last day on which it holds; absent for no end. */
  until?: string;
}

export interface Split {
  /** What no entry accepts. */
  findings: Finding[];
  accepted: { finding: Finding; entry: BaselineEntry }[];
  /** Entries that have run out while their finding is still there. */
  over: BaselineEntry[];
  /** Entries whose finding is gone. */
  fixed: BaselineEntry[];
}

/**
 * Gives each finding at most one entry with its fingerprint and each entry at most one finding. Of several findings that
 * are alike, one in the entry's own file comes first.
 */
export function splitByBaseline(
  findings: Finding[],
  entries: BaselineEntry[],
  text: (path: string) => string,
  today: string,
): Split {
  const split: Split = { findings: [], accepted: [], over: [], fixed: [] };
  if (entries.length === 0) return { ...split, findings };
  const open = new Map<string, BaselineEntry[]>();
  for (const entry of entries) open.set(entry.fingerprint, [...(open.get(entry.fingerprint) ?? []), entry]);
  const marks = new Map(findings.map((finding) => [finding, fingerprintOf(finding, codeOf(finding, text(finding.at.path)))]));
  const given = new Map<Finding, BaselineEntry>();
  const give = (finding: Finding, fits: (entry: BaselineEntry) => boolean): void => {
    const alike = open.get(marks.get(finding)!) ?? [];
    const index = alike.findIndex(fits);
    if (index >= 0) given.set(finding, alike.splice(index, 1)[0]!);
  };
  for (const finding of findings) give(finding, ({ file }) => file === finding.at.path);
  for (const finding of findings) if (!given.has(finding)) give(finding, () => true);
  for (const finding of findings) {
    const entry = given.get(finding);
    if (entry && isOver(entry, today)) split.over.push(entry);
    if (entry && !isOver(entry, today)) split.accepted.push({ finding, entry });
    else split.findings.push(finding);
  }
  const used = new Set(given.values());
  split.fixed = entries.filter((entry) => !used.has(entry));
  return split;
}

export const isOver = ({ until }: BaselineEntry, today: string): boolean => until !== undefined && until < today;

/** What has run out is a finding at its entry, as a comment that has run out is one. */
export function overdue({ over }: Split, { places }: ReadBaseline, setting: RuleSetting | undefined): Finding[] {
  if (!setting || setting.severity === 'off') return [];
  const { severity } = setting;
  return over.flatMap((entry) => {
    const at = places.get(entry);
    const message = `The baseline accepted ${entry.rule} in ${entry.file} until ${entry.until}, and the finding is still there.`;
    const hint = 'Mend it, or give the entry a new end and say why it still holds.';
    const rest = { confidence: 'high' as const, path: [], categories: [], symbol: '' };
    return at ? [{ rule: EXPIRED_EXCEPTION, kind: 'expired', at, extent: at, severity, message, hint, ...rest }] : [];
  });
}

/** An entry for a finding. @param shared what a person said of all of them. */
export function entryOf(
  finding: Finding,
  text: (path: string) => string,
  shared: Pick<BaselineEntry, 'reason' | 'author' | 'date' | 'until'>,
): BaselineEntry {
  const { rule, symbol, message, at } = finding;
  const fingerprint = fingerprintOf(finding, codeOf(finding, text(at.path)));
  return { rule, file: at.path, symbol, message, fingerprint, ...shared };
}

/** The file: an entry a paragraph, in an order that does not depend on who wrote it. */
export function baselineText(entries: BaselineEntry[]): string {
  const keyOf = ({ file, rule, fingerprint, date }: BaselineEntry): string => [file, rule, fingerprint, date].join('\n');
  const sorted = [...entries].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : Number(keyOf(left) > keyOf(right))));
  return `${JSON.stringify({ version: 1, entries: sorted }, null, 2)}\n`;
}

export interface ReadBaseline {
  entries: BaselineEntry[];
  /** Where each entry stands in the file. */
  places: Map<BaselineEntry, Place>;
  errors: ConfigError[];
}

/** @param text undefined when there is no file. */
export function readBaseline(text: string | undefined): ReadBaseline {
  const errors: ConfigError[] = [];
  const parsed = text === undefined ? undefined : parseObject(BASELINE_NAME, text, errors, 'baseline');
  const places = new Map<BaselineEntry, Place>();
  if (!parsed) return { entries: [], places, errors };
  const say = (node: Node, message: string): void => {
    errors.push({ path: BASELINE_NAME, ...parsed.locate(node.offset), message });
  };
  const version = valueOf(parsed.root, 'version');
  if (version?.value !== 1)
    say(version ?? parsed.root, `A baseline says "version": 1. This one is of another version, or not a baseline.`);
  const list = valueOf(parsed.root, 'entries');
  if (list?.type !== 'array') {
    say(list ?? parsed.root, 'A baseline has "entries": a list. Write one with data-ethics baseline create.');
    return { entries: [], places, errors };
  }
  for (const node of list.children ?? [])
    for (const entry of entryIn(node, say, parsed))
      places.set(entry, { path: BASELINE_NAME, start: node.offset, end: node.offset + node.length });
  return { entries: [...places.keys()], places, errors };
}

const NEEDED = ['rule', 'file', 'symbol', 'message', 'fingerprint', 'reason', 'author', 'date'] as const;
const KNOWN: string[] = [...NEEDED, 'until'];

function entryIn(node: Node, say: (node: Node, message: string) => void, { text }: Parsed): BaselineEntry[] {
  if (node.type !== 'object') {
    say(node, `An entry is an object, not ${text.slice(node.offset, node.offset + Math.min(node.length, 20))}.`);
    return [];
  }
  let isRight = true;
  const wrong = (at: Node, message: string): void => {
    isRight = false;
    say(at, message);
  };
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    if (!KNOWN.includes(name)) wrong(property, `An entry has no '${name}'.${didYouMean(name, KNOWN)}`);
    else if (value?.type !== 'string') wrong(value ?? property, `'${name}' is text in double quotes.`);
    else if ((name === 'date' || name === 'until') && !isDay(String(value.value)))
      wrong(value, `'${name}' is a day, such as "2027-01-31".`);
  }
  for (const name of NEEDED) {
    const value = valueOf(node, name);
    if (!value) wrong(node, `This entry has no '${name}'. Make it anew with data-ethics baseline update.`);
    else if (name === 'reason' && String(value.value).trim() === '') wrong(value, 'An entry says why: give a reason.');
  }
  return isRight ? [fieldsOf(node)] : [];
}

function fieldsOf(node: Node): BaselineEntry {
  const fields = (node.children ?? []).map(({ children: [key, value] = [] }) => [String(key?.value), value?.value as string]);
  return Object.fromEntries(fields) as unknown as BaselineEntry;
}

const valueOf = (node: Node, name: string): Node | undefined =>
  node.children?.find(({ children: [key] = [] }) => key?.value === name)?.children?.[1];
