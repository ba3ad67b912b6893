/** What code can tell of a policy. What only people know stands as TODO, which `incomplete-policy` asks about until it is gone. */
import type { Place } from '../../engine/rule';
import type { Recipient, Sending } from '../../engine/rule/inventory';
import type { CategoryEntry, RecipientEntry } from '../../engine/rule/policy';
import { isRole, nameKey } from '../../engine/policy/recipients';
import type { Audit } from '../../session';
import { INCIDENTAL, rowsOf, type Row } from '../inventory/rows';

export interface Proposal {
  dataCategories: Record<string, CategoryEntry>;
  recipients: Record<string, RecipientEntry & { party: Recipient }>;
  /** Regions that constants in the code name, of recipients and of clients that keep data. */
  regions: string[];
  consent: string[];
  masking: string[];
  encryption: string[];
  keyedHash: string[];
}

/** @param policy path of the policy file that is written or added to: only what it holds for is proposed. */
export function proposalOf(audit: Audit, policy: string): Proposal {
  const isOwn = ({ path }: Place): boolean => [policy, ''].includes(audit.policyOf(path).path);
  const { helpers, recipients } = audit.inventory;
  const parties = recipients.map((party, index) => ({ party, sent: sentTo(audit, index, isOwn) }));
  const ownerOf = ({ at }: Recipient): string => audit.ownerOf(at.path);
  const own = parties.filter(({ party, sent }) => sent.length > 0 || isOwn(party.at));
  return {
    dataCategories: Object.fromEntries(
      rowsOf(audit)
        .rows.filter((row) => isHeld(row, isOwn))
        .map((row) => [row.holding.category, entryOf(row)]),
    ),
    recipients: Object.fromEntries(own.map(({ party, sent }) => [keyOf(party), recipientOf(party, sent, ownerOf(party))])),
    regions: regionsOf(
      audit,
      own.map(({ party }) => party.region),
      isOwn,
    ),
    consent: helpers.consent,
    masking: helpers.masking,
    encryption: helpers.encryption,
    keyedHash: helpers.keyedHash,
  };
}

export const TODO = {
  owner: 'TODO: a person or a team',
  retention: 'TODO: e.g. 24 months',
  region: 'TODO: where it holds the data',
  kind: 'TODO: what it does for you',
  name: 'TODO: which company it is',
};

function regionsOf({ register }: Audit, known: string[], isOwn: (at: Place) => boolean): string[] {
  const placed = register.regions.filter(({ at }) => isOwn(at)).map(({ region, literal }) => region || literal);
  return [...new Set([...known, ...placed])].filter((region) => region !== '').sort();
}

function isHeld({ holding }: Row, isOwn: (at: Place) => boolean): boolean {
  if (holding.identifies === 'opaque' || INCIDENTAL.includes(holding.category)) return false;
  const places = [...holding.collected, ...holding.stored, ...holding.sent.filter(isClear)];
  return places.some(({ at }) => isOwn(at));
}

function entryOf(row: Row): CategoryEntry {
  const channels = row.channels.length > 0 ? { channels: row.channels } : {};
  return { purposes: [], owner: row.owner || TODO.owner, retention: TODO.retention, ...channels };
}

function sentTo(audit: Audit, index: number, isOwn: (at: Place) => boolean): string[] {
  const arrives = (sending: Sending): boolean => sending.recipient === index && isClear(sending) && isOwn(sending.at);
  return audit.inventory.categories.filter(({ sent }) => sent.some(arrives)).map(({ category }) => category);
}

const isClear = ({ confidence, state }: Sending): boolean => confidence !== 'low' && state !== 'aggregate';

function recipientOf(party: Recipient, categories: string[], owner: string): Proposal['recipients'][string] {
  return {
    ...(isRole(party.name) ? { name: TODO.name } : {}),
    kind: party.kind === 'http' ? TODO.kind : party.kind,
    purposes: [],
    categories: categories.filter((category) => !INCIDENTAL.includes(category)).sort(),
    region: party.region || TODO.region,
    owner: owner || TODO.owner,
    ...(party.host && !party.vendor ? { hosts: [party.host] } : {}),
    ...(party.environment && !party.vendor ? { environment: [party.environment] } : {}),
    party,
  };
}

/** "post-hog" reads as nobody writes it; a name without spaces stays in one piece. */
const keyOf = ({ key, vendor }: Recipient): string => (/^[A-Za-z0-9]+$/.test(vendor) ? nameKey(vendor) : key);
