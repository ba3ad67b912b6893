/** One row per category: facts of the code beside what the policy and CODEOWNERS say. Every format shows these rows. */
import type { Place } from '../../engine/rule';
import type { Channel, Holding, Sending } from '../../engine/rule/inventory';
import { entryFor } from '../../engine/policy/recipients';
import type { Audit } from '../../session';

export interface Row {
  holding: Holding;
  channels: Channel[];
  /** Declared purposes; empty when the policy gives none. */
  purposes: string[];
  owner: string;
  /** 'policy', 'CODEOWNERS' or ''. */
  ownerFrom: string;
  retention: string;
  /** Is it in the policy at all? */
  isDeclared: boolean;
  /** There is a policy that lists categories, and this one is not among them. */
  isMissing: boolean;
  isUnread: boolean;
  /** Recipients by name, each once, with their region; `missing`: a policy lists recipients, and not this one. */
  recipients: { name: string; region: string; declared: boolean; missing: boolean }[];
  /** Kinds of places that keep it: database, browser, file, log. */
  kept: string[];
  /** Protection seen on the way: "masked 2 of 5". */
  protections: { state: string; count: number }[];
  /** The first place of each column, for whoever wants to look. */
  where: { collected?: Place; stored?: Place; sent?: Place };
}

export interface Rows {
  rows: Row[];
  /** Collected or stored under a name that is read nowhere. */
  unread: Row[];
  /** In the code, and no purpose is written down. */
  withoutPurpose: Row[];
  /** Where data come in, by channel: fields, categories, and how many of these are held by consent as the policy says. */
  channels: { channel: Channel; fields: number; categories: number; byConsent: number }[];
  counts: {
    categories: number;
    special: number;
    collected: number;
    stored: number;
    reads: number;
    sent: number;
    recipients: number;
  };
}

export function rowsOf(audit: Audit): Rows {
  const rows = audit.inventory.categories.map((holding) => rowOf(audit, holding));
  const sum = (count: (row: Row) => number): number => rows.reduce((total, row) => total + count(row), 0);
  return {
    rows,
    unread: rows.filter((row) => row.isUnread),
    channels: channelsOf(audit, rows),
    withoutPurpose: rows.filter((row) => row.purposes.length === 0 && isAnswered(row)),
    counts: {
      categories: rows.length,
      special: rows.filter((row) => row.holding.special).length,
      collected: sum((row) => row.holding.collected.length),
      stored: sum((row) => row.holding.stored.length),
      reads: sum((row) => row.holding.reads.count),
      sent: sum((row) => row.holding.sent.length),
      recipients: audit.inventory.recipients.length,
    },
  };
}

function channelsOf(audit: Audit, rows: Row[]): Rows['channels'] {
  const points = rows.flatMap((row) => row.holding.collected.map((point) => ({ row, point })));
  const channels = [...new Set(points.map(({ point }) => point.channel))].sort();
  return channels.map((channel) => {
    const own = points.filter(({ point }) => point.channel === channel);
    const held = [...new Set(own.map(({ row }) => row))];
    return {
      channel,
      fields: own.length,
      categories: held.length,
      byConsent: held.filter((row) => isByConsent(audit, row)).length,
    };
  });
}

function isByConsent(audit: Audit, { holding, purposes }: Row): boolean {
  const { declared } = audit.policyOf(holding.collected[0]!.at.path);
  const own = declared.dataCategories?.[holding.category]?.legalBasis;
  const bases = own ? [own] : purposes.map((id) => declared.purposes?.[id]?.legalBasis);
  return bases.length > 0 && bases.every((basis) => basis === 'consent');
}

/** Technical marks of a visit, which need no line of their own in a policy; undeclared-flow does not ask for them either. */
export const INCIDENTAL = ['access-token', 'consent-record', 'user-agent', 'session-id'];

/** Somebody has to say what it is held for. */
export const isAnswered = ({ holding }: Row): boolean =>
  holding.identifies !== 'opaque' && !INCIDENTAL.includes(holding.category);

function rowOf(audit: Audit, holding: Holding): Row {
  const first = holding.collected[0] ?? holding.stored[0] ?? holding.sent[0];
  const path = first?.at.path ?? '';
  const { declared } = audit.policyOf(path);
  const entry = declared.dataCategories?.[holding.category];
  const owner = decided(entry?.owner);
  const codeOwner = owner ? '' : audit.ownerOf(path);
  const points = [...holding.collected, ...holding.stored];
  return {
    holding,
    channels: (entry?.channels as Channel[] | undefined) ?? [...new Set(holding.collected.map((point) => point.channel))].sort(),
    purposes: (entry?.purposes ?? []).filter(decided),
    owner: owner || codeOwner,
    ownerFrom: owner ? 'policy' : codeOwner ? 'CODEOWNERS' : '',
    retention: decided(entry?.retention),
    isDeclared: entry !== undefined,
    isMissing: entry === undefined && declared.dataCategories !== undefined,
    isUnread: points.length > 0 && holding.unread.length === points.length,
    recipients: recipientsOf(audit, holding.sent),
    kept: keptIn(holding),
    protections: protectionsOf(holding.sent),
    where: { collected: holding.collected[0]?.at, stored: holding.stored[0]?.at, sent: holding.sent[0]?.at },
  };
}

function recipientsOf(audit: Audit, sent: Sending[]): Row['recipients'] {
  const indices = [...new Set(sent.map((sending) => sending.recipient))].filter((index) => index >= 0).sort((a, b) => a - b);
  return indices.map((index) => {
    const recipient = audit.inventory.recipients[index]!;
    const { at } = sent.find((sending) => sending.recipient === index)!;
    const { recipients: entries } = audit.policyOf(at.path).declared;
    const key = entries && entryFor(entries, recipient);
    const region = decided(key === undefined ? undefined : entries![key]!.region) || recipient.region;
    return { name: recipient.name, region, declared: key !== undefined, missing: key === undefined && entries !== undefined };
  });
}

/** What is yet to be decided is as good as not said. */
const decided = (text: string | undefined): string => (text === undefined || text.startsWith('TODO') ? '' : text);

function keptIn(holding: Holding): string[] {
  const kinds = new Set<string>(holding.stored.length > 0 ? ['database'] : []);
  const words: Partial<Record<Sending['kind'], string>> = {
    'browser-storage': 'browser',
    file: 'file',
    log: 'log',
    'object-storage': 'object storage',
  };
  for (const sending of holding.sent) if (words[sending.kind] && sending.state !== 'aggregate') kinds.add(words[sending.kind]!);
  return [...kinds];
}

/** A hash that anybody can compute again protects nobody. */
const PROTECTED: Sending['state'][] = ['masked', 'pseudonymous', 'encrypted', 'hashed-credential', 'derived', 'aggregate'];

function protectionsOf(sent: Sending[]): Row['protections'] {
  const counts = new Map<string, number>();
  for (const { state } of sent) if (PROTECTED.includes(state)) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([state, count]) => ({ state, count }));
}
