/** Every place where a category of data lives, for the first hours after a breach: what may be out, who has to be told. */
import type { Place } from '../engine/rule';
import type { Holding, Sending } from '../engine/rule/inventory';
import { entryFor } from '../engine/policy/recipients';
import type { Audit } from '../session';
import { plural } from './inventory/words';

export interface BlastRadius {
  category: string;
  title: string;
  special: boolean;
  sections: { heading: string; lines: string[] }[];
  /** Other categories in the same tables: what lies beside it is out with it. */
  beside: string[];
  incident: string[];
}

/** @returns undefined when the code holds no such category. */
export function blastRadiusOf(audit: Audit, category: string, shown: (place: Place) => string): BlastRadius | undefined {
  const holding = audit.inventory.categories.find((candidate) => candidate.category === category);
  if (!holding) return undefined;
  const shownFile = (path: string): string => shown({ path, start: 0, end: 0 }).replace(/:\d+$/, '');
  const line = (words: string, at: Place, more = ''): string => `${words}${more}  ${shown(at)}`;
  const kept = holding.sent.filter((sending) => sending.recipient < 0);
  const sections = [
    { heading: 'Comes in', lines: holding.collected.map((point) => line(point.words, point.at)) },
    { heading: 'Stored', lines: holding.stored.map((point) => line(point.words, point.at)) },
    {
      heading: 'Also written to',
      lines: kept.map((sending) => line(`${sending.kind}: ${sending.words}`, sending.at, stateOf(sending))),
    },
    {
      heading: 'Sent to',
      lines: holding.sent
        .filter((sending) => sending.recipient >= 0)
        .map((sending) => line(recipientWords(audit, sending), sending.at, stateOf(sending))),
    },
    {
      heading: `Read in (${plural(holding.reads.count, 'place')} in ${plural(holding.reads.files.length, 'file')})`,
      lines: holding.reads.files.map(({ path, count }) => `${shownFile(path)}${count > 1 ? ` (${count} times)` : ''}`),
    },
  ];
  return {
    category,
    title: holding.title,
    special: holding.special,
    sections: sections.filter((section) => section.lines.length > 0),
    beside: besideOf(audit, holding),
    incident: incidentOf(audit, holding),
  };
}

export function blastRadiusText({ title, special, sections, beside, incident }: BlastRadius): string {
  const head = `${title[0]!.toUpperCase()}${title.slice(1)}${special ? ' (★ special)' : ''}: where it lives`;
  const blocks = sections.map(({ heading, lines }) => `${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  const near = beside.length > 0 ? [`In the same records: ${beside.join(', ')}.`] : [];
  return `${[head, ...blocks, ...near, incident.join('\n'), LIMITS].join('\n\n')}\n`;
}

const LIMITS =
  'Read from source text. Backups, exports, copies that people made and what recipients pass on are not in it; ask them too.';

const stateOf = ({ state }: Sending): string => (state === 'raw' ? '' : ` (${state})`);

function recipientWords(audit: Audit, { recipient, words, at }: Sending): string {
  const party = audit.inventory.recipients[recipient]!;
  const entries = audit.policyOf(at.path).declared.recipients ?? {};
  const entry = entries[entryFor(entries, party) ?? ''];
  const region = entry?.region && !entry.region.startsWith('TODO') ? entry.region : party.region;
  const facts = [region, entry?.owner && !entry.owner.startsWith('TODO') ? `ask ${entry.owner}` : ''].filter(Boolean);
  return `${party.name}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}: ${words}`;
}

/** "Customer" of "Customer.email". */
const recordOf = (words: string): string => (words.includes('.') ? words.slice(0, words.indexOf('.')) : '');

function besideOf(audit: Audit, own: Holding): string[] {
  const records = new Set(own.stored.map(({ words }) => recordOf(words)).filter(Boolean));
  return audit.inventory.categories
    .filter((other) => other !== own && other.stored.some(({ words }) => records.has(recordOf(words))))
    .map((other) => `${other.special || other.grave ? '★ ' : ''}${other.title}`);
}

function incidentOf(audit: Audit, holding: Holding): string[] {
  const first = holding.stored[0] ?? holding.collected[0] ?? holding.sent[0];
  const { incident = {} } = audit.policyOf(first?.at.path ?? '').declared;
  const { contact, notifyWithinHours, plan, steps = [] } = incident;
  if (!contact || contact.startsWith('TODO'))
    return ['The policy names nobody to call after a breach: fill in "incident" in data-ethics.json.'];
  const hours = notifyWithinHours ? ` Authorities may have to be told within ${notifyWithinHours} hours.` : '';
  return [`Call ${contact}.${hours}${plan ? ` The plan: ${plan}` : ''}`, ...steps.map((step, index) => `${index + 1}. ${step}`)];
}
