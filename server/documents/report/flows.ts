/** The map of who gets what: drawn, and the same as a table. */
import type { Holding, Recipient } from '../../engine/rule/inventory';
import { entryFor } from '../../engine/policy/recipients';
import type { RecipientEntry } from '../../engine/rule/policy';
import type { Audit } from '../../session';
import { heading, text, type Block, type Text } from '../page/blocks';
import { graphSvg, type GraphEdge, type GraphNode } from '../page/graph';
import type { ReportInput } from './input';

export function flows({ audit }: ReportInput): Block[] {
  const known = audit.inventory.recipients.map((recipient, index) => knownOf(audit, recipient, index));
  if (known.length === 0) return [heading('Who gets data'), text('No recipient was found.')];
  const label = 'Where data comes in, what it is, who gets it';
  return [
    heading('Who gets data'),
    text('From where people meet us, over what we hold, to who receives it. A broken line: the policy does not name it.'),
    { type: 'picture', label, svg: drawn(audit, known, label) },
    {
      type: 'table',
      caption: 'Recipients, and what they get',
      head: ['Recipient', 'Does', 'Gets', 'Region', 'Waits for', 'In the policy'],
      rows: known.map(({ recipient, entry, gets, region }): Text[] => [
        recipient.name,
        decided(entry?.kind) || (recipient.kind === 'http' ? 'not known' : recipient.kind),
        gets.map(({ title }) => title).join(', ') || 'nothing that code shows',
        region || 'not known',
        entry?.consent ? `consent (${entry.consent})` : '–',
        inPolicy(entry, gets, audit),
      ]),
    },
  ];
}

interface Known {
  recipient: Recipient;
  entry: RecipientEntry | undefined;
  gets: Holding[];
  region: string;
}

function knownOf(audit: Audit, recipient: Recipient, index: number): Known {
  const gets = audit.inventory.categories.filter(({ sent }) => sent.some((sending) => sending.recipient === index));
  const first = gets.flatMap(({ sent }) => sent).find((sending) => sending.recipient === index);
  const entries = audit.policyOf(first?.at.path ?? recipient.at.path).declared.recipients ?? {};
  const key = entryFor(entries, recipient);
  const entry = key === undefined ? undefined : entries[key];
  return { recipient, entry, gets, region: decided(entry?.region) || recipient.region };
}

function inPolicy(entry: RecipientEntry | undefined, gets: Holding[], audit: Audit): string {
  if (!entry) return 'no';
  const more = gets.filter((holding) => !isListed(entry, holding) && holding.identifies !== 'opaque');
  if (more.length === 0) return 'yes';
  return `yes, but not for ${more.map(({ category }) => audit.inventory.categories.find((own) => own.category === category)!.title).join(', ')}`;
}

const isListed = ({ categories = [] }: RecipientEntry, { category, group }: Holding): boolean =>
  categories.includes(category) || categories.includes(group);

/** Opaque numbers go everywhere and would hide the rest. */
function drawn(audit: Audit, known: Known[], label: string): string {
  const held = audit.inventory.categories.filter(({ identifies }) => identifies !== 'opaque');
  const sent = known.map((own) => ({ ...own, gets: own.gets.filter((holding) => held.includes(holding)) }));
  const shown = held.filter((holding) => sent.some(({ gets }) => gets.includes(holding)));
  const channels = [...new Set(shown.flatMap(channelsOf))].sort();
  const receiving = sent.filter(({ gets }) => gets.length > 0);
  const nodes: GraphNode[] = [
    ...channels.map((channel) => ({ id: `from ${channel}`, label: channel })),
    ...shown.map(({ category, title, special, grave }) => ({
      id: `held ${category}`,
      label: `${special ? '★ ' : grave ? '▲ ' : ''}${title}`,
    })),
    ...receiving.map(({ recipient, entry, region }) => ({
      id: `to ${recipient.key}`,
      label: `${recipient.name}${region ? ` (${region})` : ''}${entry?.consent ? ', by consent' : ''}`,
      isOpen: entry === undefined,
    })),
  ];
  const edges: GraphEdge[] = [
    ...shown.flatMap((holding) =>
      channelsOf(holding).map((channel) => ({ from: `from ${channel}`, to: `held ${holding.category}` })),
    ),
    ...receiving.flatMap(({ recipient, entry, gets }) =>
      gets.map((holding) => ({
        from: `held ${holding.category}`,
        to: `to ${recipient.key}`,
        isOpen: !entry || !isListed(entry, holding),
      })),
    ),
  ];
  return graphSvg(label, nodes, edges);
}

const channelsOf = ({ collected }: Holding): string[] => [...new Set(collected.map(({ channel }) => channel))];
const decided = (words: string | undefined): string => (words === undefined || words.startsWith('TODO') ? '' : words);
